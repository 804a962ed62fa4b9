/* SPDX-License-Identifier: ISC */
#ifndef TESTS_TALE_H
#define TESTS_TALE_H

/* A story of items: letters and orders in, lives out. */
struct tale {
	const char *name;
	const char *story;
	/* A line a life: KIND OWNER WHO [=DAY] STATE: EVENT ..., where DAY
	   is the due and a REVISED or DUE_SET event shows its own */
	const char *lives;
};

/*
 * Settles it in its own order, then in 20 others with letters twice: the
 * lives must be the same each time.
 */
void tale_tell(const struct tale *tale);

#define TELL(tales) \
	for (size_t i = 0; i < sizeof(tales) / sizeof((tales)[0]); i++) \
	tale_tell(&(tales)[i])

#endif

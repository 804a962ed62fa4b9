/* SPDX-License-Identifier: ISC */
#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

struct reading_words; /* model/reading.h: for mail/ */
struct date_words;    /* model/dates.h: for when/ */
struct wording;       /* model/wording.h: for drafts and digests */

/* One language as rules/NAME/ describes it; a part may be NULL. */
struct language {
	const char *name; /* "en": the folder's name */
	struct reading_words *reading;
	struct date_words *dates;
	struct wording *wording;
};

#endif

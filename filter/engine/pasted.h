/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_PASTED_H
#define ENGINE_PASTED_H

struct detection;
struct heard;

/* Whether somebody else says it, or the sender to somebody else. */
enum pasted {
	PASTED_NOT,
	PASTED_LIKELY, /* little of it is meant for the reader */
	PASTED_SURELY  /* none of it is */
};

/*
 * Marks what was pasted into the letter of d whose sentences have been heard.
 * Likely: what stands under a line with the sender's name alone, from where a
 * postscript would end, when it is longer than any. Surely: what greets the
 * sender, or, in a letter to one who was greeted, somebody else; what a
 * sentence leads to (ACT_LEAD) and a row of marks, or a greeting of somebody
 * else, sets apart; a letter from another that the user would sign; sentences
 * of what is quoted below.
 */
void pasted_mark(const struct detection *d, struct heard *all);

#endif

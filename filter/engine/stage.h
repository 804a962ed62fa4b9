/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_STAGE_H
#define ENGINE_STAGE_H

#include "engine/replay.h"

#include <stdbool.h>

/* What a letter does to a thread, stage by stage; settle.c has the order. */

/* Its calendar part arranges a meeting. */
void meet_by_calendar(struct replay *r, struct turn *turn);
/* It delivers what is owed, or tells of a talk. */
void close_by_fulfilment(struct replay *r, struct turn *turn);
/*
 * The act tells that the turn's sender and the user have talked: so long
 * after it was asked for at most.
 */
void close_by_talk(struct replay *r, const struct turn *turn,
    const struct act *act, int64_t within_s);
/* Another takes over what its sender owes or waits for. */
void delegate_by_acts(struct replay *r, struct turn *turn);
/* Its yes and no, as many as were asked for, each answer what is in its place.
 */
void answer_in_row(struct replay *r, struct turn *turn);
/* It calls off, turns down or agrees to what was asked. */
void close_by_refusal(struct replay *r, struct turn *turn);
/* It answers, or promises what was asked. */
void close_by_answer(struct replay *r, struct turn *turn);
/* It says more than thanks, promises and questions back. */
bool turn_tells(const struct replay *r, const struct turn *turn);
/* Who writes to whom shows that something is likely done. */
void presume_by_course(struct replay *r, struct turn *turn);
/* What was asked beside it, in the same letter and words, is done too. */
void presume_siblings(struct replay *r, struct turn *turn);
/* It moves a date. */
void revise_by_acts(struct replay *r, struct turn *turn);
/*
 * The sender would have the item at that date: it stands against the item's
 * own until the other side says yes or no.
 */
void revise_propose(struct replay *r, const struct turn *turn,
    struct live *live, const struct act *act, const struct due *due);
/* Its writer is away, and so late with what falls into that time. */
void revise_by_absence(struct replay *r, struct turn *turn);
/* The promise starts an item: it is made to the user, or by the user. */
bool turn_promises(
    const struct replay *r, const struct turn *turn, const struct act *act);
/*
 * The act of the same letter that the ask presses for, leads up to, wants an
 * opinion of or a day for, and so belongs to; NULL when it stands for itself.
 */
const struct act *ask_beside(
    const struct replay *r, const struct turn *turn, const struct act *ask);
/* Its work done or not, that it delivers tells what the sentence is. */
bool act_may_speak(const struct turn *turn, size_t act);
/* It starts something. */
void open_by_acts(struct replay *r, struct turn *turn);

/* The user's word. False when its item is not there yet. */
bool order_apply(struct replay *r, const struct order *order);

#endif

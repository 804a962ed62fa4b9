/* SPDX-License-Identifier: ISC */
#ifndef CMD_CHANGE_H
#define CMD_CHANGE_H

#include "base/diag.h"
#include "cmd/command.h"
#include "model/item.h"

/*
 * Gives the item that word names the user's order and says what became of
 * it, unless quiet. at and cause of event are filled in. STATUS_USAGE when
 * word is no item's number, STATUS_NOINPUT when there is no such item; both
 * name it.
 */
enum status change_item(
    struct session *s, const char *word, struct event event);

/* Prints a line that says where the item stands now. */
enum status change_say(struct session *s, int64_t id);

/* The operands from first on as one phrase: "in two weeks" unquoted. */
const char *change_phrase(
    struct session *s, const struct arguments *args, size_t first);

/* The status of several operations: that of the first which failed. */
enum status change_worse(enum status before, enum status after);

#endif

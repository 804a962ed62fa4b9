/* SPDX-License-Identifier: ISC */
#ifndef CMD_POST_H
#define CMD_POST_H

#include "cmd/command.h"
#include "model/item.h"
#include "out/drafts.h"
#include "out/listing.h"

#include <stdbool.h>

struct buf;
struct item_filter;

/* What the commands that list and write have in common. */

/* The user's wording; STATUS_CONFIG when their language has none. */
enum status post_wording(struct session *s, const struct wording **wording_r);
/* Columns of the terminal on stdout; 0 when it is none. */
size_t post_cells(void);
/* For lists on stdout; the terminal's width if it is one. out is borrowed. */
enum status post_listing(
    struct session *s, struct buf *out, struct listing *listing_r);
/*
 * Prints the items that filter chooses (see ledger_items()), as JSON or as
 * show lays them out.
 */
enum status post_items(struct session *s, const struct item_filter *filter,
    bool is_json,
    void (*show)(const struct listing *l, const struct item *items, size_t n));
/*
 * For drafts under a thread of those notes, if any: in the language in which
 * its newest letters speak, where there is wording for it, else the user's.
 */
enum status post_writer(struct session *s, const struct note *notes,
    size_t n_notes, struct writer *writer_r);
/* Writes out to stdout and releases it; on a terminal, says if it is empty. */
enum status post_print(struct session *s, struct buf *out);

/*
 * Prints a draft, or hands it to the configured sendmail and records it as
 * sent. A failure to send is the status; one to record is a warning, since
 * the mail is gone.
 */
enum status post_draft(struct session *s, struct draft *draft, bool send);

/* The item that word names, with its thread's notes. */
struct post_item {
	struct item item;
	struct note *notes;
	size_t n_notes;
};
enum status post_item(
    struct session *s, const char *word, struct post_item *item_r);

/*
 * Whether WHEN named a day and no time of day: its deadline is then the
 * day's last second.
 */
bool post_is_day(struct stamp when);

/* Records by the user's word that something was written about an item. */
enum status post_event(
    struct session *s, int64_t id, const struct event *event);
/* That a suggestion of this kind about item (or else thread) was taken. */
enum status post_taken(
    struct session *s, enum suggestion_kind kind, int64_t item, int64_t thread);

#endif

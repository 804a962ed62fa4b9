/* SPDX-License-Identifier: ISC */
/*
 * The user's word: changes to items, what was talked about, who is to be
 * left alone; and taking the last one back.
 */
#include "base/arena.h"
#include "ledger/advice.h"
#include "ledger/private.h"
#include "store/changes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/settings.h"
#include "store/suggestions.h"
#include "store/threads.h"

#include <string.h>

enum status change_start(struct ledger *l, struct diag *d)
{
	enum status status = ledger_writable(l, d);

	if (status == STATUS_OK)
		store_begin(l->store);
	return status;
}

enum status change_finish(struct ledger *l, enum status status, struct diag *d)
{
	late_forget(l);
	if (status == STATUS_OK)
		return ledger_finish(l, d);
	ledger_clear(l);
	store_rollback(l->store);
	return status;
}

enum status ledger_change(
    struct ledger *l, int64_t id, const struct event *event, struct diag *d)
{
	enum status status = change_start(l, d);
	struct item_row *rows;
	struct arena *a;
	int64_t change;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	if (items_get(l->store, a, ITEMS_ONE, id, &rows)) {
		change = change_add(l->store, CHANGE_EVENT, event->at);
		(void)event_add_user(l->store, id, change, event);
		ledger_touch(l, rows[0].item.thread);
	} else {
		status = store_status(l->store, d);
		if (status == STATUS_OK)
			status = diag_fail(d, STATUS_NOINPUT,
			    "there is no item %lld", (long long)id);
	}
	arena_free(a);
	return change_finish(l, status, d);
}

static const char *describe_setting(struct arena *a, const struct change *c)
{
	const char *of =
	    c->item ? arena_printf(a, "%lld", (long long)c->item) : c->who;

	if (!strcmp(c->setting, SETTING_BACK))
		return arena_printf(a, "away --end %s", c->value);
	if (!strcmp(c->setting, SETTING_GRACE))
		return arena_printf(a, "grace %s", of);
	if (!strcmp(c->setting, SETTING_ALIAS))
		return arena_printf(a, "alias %s %s", of, c->value);
	if (!strcmp(c->setting, SETTING_APART))
		return arena_printf(a, "alias --apart %s", c->value);
	return arena_printf(a, "person %s --%s '%s'", of, c->setting, c->value);
}

/* The command that makes such an event. */
static const char *command_of(const char *event)
{
	static const char *const commands[EVENT_KINDS] = {
	    [EVENT_DROPPED] = "drop",
	    [EVENT_SNOOZED] = "snooze",
	    [EVENT_DUE_SET] = "due",
	    [EVENT_ACKNOWLEDGED] = "ack",
	    [EVENT_NUDGED] = "nudge",
	    [EVENT_CALLED] = "call",
	};
	enum event_kind kind = event_from_name(event);

	return kind < EVENT_KINDS && commands[kind] ? commands[kind] : event;
}

/* "done 12": what a change was, as the user would type it. */
static const char *describe(struct arena *a, const struct change *c)
{
	switch (c->kind) {
	case CHANGE_EVENT:
		return arena_printf(
		    a, "%s %lld", command_of(c->event), (long long)c->item);
	case CHANGE_TALK:
		return arena_printf(a, "talked %s", c->who);
	case CHANGE_MUTE:
		return c->thread
			   ? arena_printf(a, "mute t%lld", (long long)c->thread)
			   : arena_printf(a, "mute %s", c->who);
	case CHANGE_MAIL:
		if (!c->id)
			return arena_printf(a, "%s %lld, by an erased letter",
			    c->event, (long long)c->item);
		return arena_printf(a, "%s %lld, by a letter from %s", c->event,
		    (long long)c->item, c->who);
	case CHANGE_SETTING:
		return describe_setting(a, c);
	case CHANGE_AWAY:
		return arena_printf(a, "away %.10s to %.10s",
		    civil_format(a, c->from),
		    civil_format(a,
			(struct stamp){c->until.utc_s - 1, c->until.zone_min}));
	case CHANGE_OUTCOME:
		break;
	}
	return arena_printf(a, "%s s%lld",
	    strcmp(c->outcome, "dismissed") ? c->outcome : "dismiss",
	    (long long)c->suggestion);
}

static void give_back(struct ledger *l, struct arena *a, int64_t change)
{
	struct moved *v;
	size_t n = settings_moved(l->store, a, change, &v);

	for (size_t i = 0; i < n; i++)
		(void)move_address(l, a, v[i].addr, v[i].before);
}

static enum status fail_undo(
    struct ledger *l, struct arena *a, int64_t item, struct diag *d)
{
	struct item_row *rows;
	size_t n = item ? items_get(l->store, a, ITEMS_ONE, item, &rows) : 0;
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	if (item && !n)
		return diag_fail(d, STATUS_NOINPUT, "there is no item %lld",
		    (long long)item);
	if (item)
		return diag_fail(d, STATUS_NOINPUT,
		    "there is no change of %lld to take back", (long long)item);
	return diag_fail(d, STATUS_NOINPUT, "there is no change to take back");
}

enum status ledger_undo(struct ledger *l, struct arena *a, int64_t item,
    struct stamp now, struct diag *d, const char **what_r, int64_t *item_r)
{
	enum status status = change_start(l, d);
	struct change c;

	if (status != STATUS_OK)
		return status;
	if (change_last(l->store, a, item, &c)) {
		change_undo(l->store, &c, now);
		if (c.kind == CHANGE_EVENT || c.kind == CHANGE_MAIL)
			ledger_touch(l, c.thread);
		if (c.kind == CHANGE_SETTING)
			give_back(l, a, c.id);
		if (c.kind == CHANGE_TALK)
			outside_note_talk(l, c.person, c.at);
	} else {
		status = fail_undo(l, a, item, d);
	}
	status = change_finish(l, status, d);
	if (status == STATUS_OK) {
		*what_r = describe(a, &c);
		*item_r = c.kind == CHANGE_EVENT || c.kind == CHANGE_MAIL
			      ? c.item
			      : 0;
	}
	return status;
}

enum status ledger_mute(struct ledger *l, int64_t person, int64_t thread,
    struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);

	if (status != STATUS_OK)
		return status;
	if (thread) {
		int64_t found = thread_resolve(l->store, thread);

		if (!found && store_status(l->store, d) == STATUS_OK)
			status = diag_fail(d, STATUS_NOINPUT,
			    "there is no thread t%lld", (long long)thread);
		thread = found;
	}
	if (status == STATUS_OK)
		change_mute(l->store, change_add(l->store, CHANGE_MUTE, now),
		    person, thread);
	return change_finish(l, status, d);
}

enum status ledger_talked(
    struct ledger *l, int64_t person, struct stamp when, struct diag *d)
{
	enum status status = change_start(l, d);

	if (status != STATUS_OK)
		return status;
	change_talk(
	    l->store, change_add(l->store, CHANGE_TALK, when), person, when);
	outside_note_talk(l, person, when);
	return change_finish(l, status, d);
}

enum status ledger_dismiss(
    struct ledger *l, int64_t sid, struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);

	if (status != STATUS_OK)
		return status;
	if (suggestion_exists(l->store, sid)) {
		change_outcome(l->store,
		    change_add(l->store, CHANGE_OUTCOME, now), sid, false, now);
	} else {
		status = store_status(l->store, d);
		if (status == STATUS_OK)
			status = diag_fail(d, STATUS_NOINPUT,
			    "there is no suggestion s%lld", (long long)sid);
	}
	return change_finish(l, status, d);
}

/* The item or thread that a key ends with: "call i12", "call t7". */
static int64_t key_number(const char *key, char kind)
{
	const char *word = strrchr(key, ' ');
	int64_t n = 0;

	if (!word || word[1] != kind)
		return 0;
	for (word += 2; *word >= '0' && *word <= '9' && n < INT32_MAX; word++)
		n = 10 * n + (*word - '0');
	return *word ? 0 : n;
}

enum status ledger_taken(
    struct ledger *l, const char *key, struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);
	int64_t item = key_number(key, 'i'), id;
	struct suggestion unasked = {.key = key,
	    .items = &item,
	    .n_items = 1,
	    .thread = key_number(key, 't'),
	    .who = {"", "", 0}};

	if (status != STATUS_OK)
		return status;
	id = suggestion_find(l->store, key);
	if (!id)
		id = suggestion_add(l->store, &unasked, now, 0);
	change_outcome(
	    l->store, change_add(l->store, CHANGE_OUTCOME, now), id, true, now);
	return change_finish(l, status, d);
}

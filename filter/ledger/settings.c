/* SPDX-License-Identifier: ISC */
/*
 * The user's word about people: what they are called, how they want to be
 * met, which addresses are theirs; and when the user is away.
 */
#include "ledger/settings.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/str.h"
#include "ledger/private.h"
#include "store/changes.h"
#include "store/settings.h"

#include <stdlib.h>
#include <string.h>

enum status ledger_set_traits(struct ledger *l, int64_t person,
    const struct traits *traits, struct stamp now, struct diag *d)
{
	const struct setting all[] = {
	    {person, 0, SETTING_NAME, traits->name},
	    {person, 0, SETTING_ZONE, traits->zone},
	    {person, 0, SETTING_PREFERS, traits->prefers},
	};
	enum status status = change_start(l, d);

	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i].value)
			setting_add(l->store,
			    change_add(l->store, CHANGE_SETTING, now), &all[i],
			    0);
	return change_finish(l, STATUS_OK, d);
}

enum status ledger_set_grace(struct ledger *l, int64_t person, int64_t item,
    int minutes, struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);
	struct setting x = {person, item, SETTING_GRACE, ""};
	struct arena *a;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	if (minutes >= 0)
		x.value = arena_printf(a, "%d", minutes);
	setting_add(l->store, change_add(l->store, CHANGE_SETTING, now), &x, 0);
	arena_free(a);
	return change_finish(l, STATUS_OK, d);
}

static void touch_person_of(struct ledger *l, struct arena *a, const char *addr)
{
	int64_t *threads;
	size_t n = address_threads(l->store, a, addr, &threads);

	for (size_t i = 0; i < n; i++)
		ledger_touch(l, threads[i]);
}

int64_t move_address(
    struct ledger *l, struct arena *a, const char *addr, int64_t person)
{
	int64_t before;

	/* Its letters settle no longer what is with whose it was ... */
	touch_person_of(l, a, addr);
	before = address_move(l->store, addr, person);
	/* ... but what is with whose it is now. */
	touch_person_of(l, a, addr);
	outside_forget(l);
	return before;
}

enum status ledger_alias(struct ledger *l, int64_t person,
    const char *const *addresses, size_t n, struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);
	struct arena *a;
	int64_t change;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	change = change_add(l->store, CHANGE_SETTING, now);
	for (size_t i = 0; i < n; i++) {
		int64_t before = move_address(l, a, addresses[i], person);
		struct setting x = {person, 0,
		    person ? SETTING_ALIAS : SETTING_APART, addresses[i]};

		setting_add(l->store, change, &x, before);
	}
	arena_free(a);
	return change_finish(l, STATUS_OK, d);
}

/* ---- joining by name */

/* Words of a name beyond initials and what stands in brackets. */
#define MOST_WORDS 8

struct called {
	const char *key; /* its words, sorted: "Lee, Ann" is "Ann Lee" */
	const struct address_row *row;
};

static int by_word(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	size_t n = x->len_bytes < y->len_bytes ? x->len_bytes : y->len_bytes;
	int order = memcmp(x->data, y->data, n);

	return order ? order
		     : (x->len_bytes > y->len_bytes) -
			   (x->len_bytes < y->len_bytes);
}

static bool is_word_byte(char c)
{
	return str_alpha(c) || str_digit(c) || c == '\'' || c & '\x80';
}

/*
 * The words of a full name as a key, NULL when it is none: at least two
 * words of two bytes, and one of three that stands in the address, so that
 * what many machines call themselves joins nothing.
 */
static const char *full_name(struct arena *a, const struct address_row *row)
{
	size_t len = strlen(row->name), n = 0, at;
	char *name = arena_strdup(a, row->name);
	struct span words[MOST_WORDS];
	const char *host = strchr(row->addr, '@'), *key = "";
	bool fits = false;

	len = fold_text(name, name, len);
	name[len] = '\0';
	name[strcspn(name, "(<[@/")] = '\0';
	for (at = 0; name[at];) {
		size_t from = at;

		while (is_word_byte(name[at]))
			at++;
		if (at - from > 1 && n < MOST_WORDS)
			words[n++] = (struct span){name + from, at - from};
		at += at == from;
	}
	if (n < 2 || !host)
		return NULL;
	qsort(words, n, sizeof(*words), by_word);
	for (size_t i = 0; i < n; i++) {
		const char *word =
		    arena_strndup(a, words[i].data, words[i].len_bytes);

		fits = fits || (words[i].len_bytes > 2 &&
				   str_find(row->addr,
				       (size_t)(host - row->addr), word));
		key = arena_printf(a, "%s %s", key, word);
	}
	return fits ? key : NULL;
}

static int by_key(const void *a, const void *b)
{
	const struct called *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	if (!order)
		order = (x->row->person > y->row->person) -
			(x->row->person < y->row->person);
	return order ? order : strcmp(x->row->addr, y->row->addr);
}

void ledger_join(struct ledger *l)
{
	struct arena *a = arena_new();
	struct diag *quiet = diag_new();
	struct address_row *rows;
	size_t n_rows = addresses_get(l->store, a, &rows), n = 0;
	struct called *v = arena_array(a, n_rows, sizeof(*v));
	bool begun = false;

	for (size_t i = 0; i < n_rows; i++) {
		v[n].key =
		    rows[i].is_settled || me_has(&l->config->me, rows[i].addr)
			? NULL
			: full_name(a, &rows[i]);
		v[n].row = &rows[i];
		n += v[n].key != NULL;
	}
	if (n)
		qsort(v, n, sizeof(*v), by_key);
	/* The first of a name is who was known first. */
	for (size_t i = 1, first = 0; i < n; i++) {
		if (strcmp(v[i].key, v[first].key) != 0) {
			first = i;
			continue;
		}
		if (v[i].row->person == v[first].row->person)
			continue;
		if (!begun && change_start(l, quiet) != STATUS_OK)
			break;
		begun = true;
		(void)move_address(l, a, v[i].row->addr, v[first].row->person);
	}
	if (begun)
		(void)change_finish(l, STATUS_OK, quiet);
	diag_free(quiet);
	arena_free(a);
}

enum status ledger_namesakes(struct ledger *l, struct arena *a, struct diag *d,
    const char ***addresses_r, size_t *n_r)
{
	struct address_row *rows;
	size_t n_rows = addresses_get(l->store, a, &rows), n = 0;
	const char **v = arena_array(a, n_rows, sizeof(*v));
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < n_rows; i++) {
		const char *theirs, *mine;
		struct address_row me = rows[i];

		if (rows[i].is_settled || me_has(&l->config->me, rows[i].addr))
			continue;
		me.name = l->config->me.name;
		theirs = full_name(a, &rows[i]);
		mine = full_name(a, &me);
		if (theirs && mine && !strcmp(theirs, mine))
			v[n++] = rows[i].addr;
	}
	*addresses_r = v;
	*n_r = n;
	return STATUS_OK;
}

/* ---- away */

enum status ledger_away(struct ledger *l, struct stamp from, struct stamp until,
    struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);

	if (status != STATUS_OK)
		return status;
	absence_add(
	    l->store, change_add(l->store, CHANGE_AWAY, now), from, until);
	return change_finish(l, STATUS_OK, d);
}

enum status ledger_aways(struct ledger *l, struct arena *a, struct diag *d,
    struct away **aways_r, size_t *n_r)
{
	struct absence *found;
	size_t n = absences_get(l->store, a, &found);
	struct away *v = arena_array(a, n, sizeof(*v));
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < n; i++)
		v[i] = (struct away){
		    found[i].change, found[i].from, found[i].until};
	*aways_r = v;
	*n_r = n;
	return STATUS_OK;
}

enum status ledger_away_end(
    struct ledger *l, int64_t id, struct stamp now, struct diag *d)
{
	enum status status = change_start(l, d);
	struct arena *a;
	struct absence *v;
	size_t n, i = 0;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	n = absences_get(l->store, a, &v);
	while (i < n && v[i].change != id)
		i++;
	if (i < n)
		setting_add(l->store, change_add(l->store, CHANGE_SETTING, now),
		    &(struct setting){.key = SETTING_BACK,
			.value = arena_printf(a, "%lld", (long long)id)},
		    0);
	else
		status = diag_fail(d, STATUS_NOINPUT,
		    "there is no absence %lld", (long long)id);
	arena_free(a);
	return change_finish(l, status, d);
}

/* SPDX-License-Identifier: ISC */
/* Erasing on order and by age; the store's health. */
#include "ledger/upkeep.h"
#include "base/arena.h"
#include "ledger/advice.h"
#include "ledger/private.h"
#include "store/forget.h"
#include "store/messages.h"
#include "store/redact.h"
#include "store/threads.h"

enum status ledger_set_aside(struct arena *a, const char *db, struct stamp now,
    struct diag *d, const char **moved_r)
{
	return store_set_aside(a, db, now, d, moved_r);
}

enum status ledger_check(struct ledger *l, struct diag *d)
{
	return store_check(l->store, d);
}

enum status ledger_size(
    struct ledger *l, struct diag *d, struct ledger_size *size_r)
{
	struct ledger_size size = {.schema = store_schema(l->store),
	    .n_misread = message_misread(l->store),
	    .n_forgotten = store_forgotten(l->store),
	    .is_erasing = store_is_erasing(l->store)};
	enum status status;

	size.n_letters =
	    message_count(l->store, &size.newest_in, &size.newest_out);
	status = store_status(l->store, d);
	if (status == STATUS_OK)
		*size_r = size;
	return status;
}

enum status ledger_forget(struct ledger *l, int64_t person, int64_t item,
    int64_t thread, struct diag *d)
{
	enum status status = ledger_writable(l, d);
	int64_t *threads = NULL;
	struct arena *a;
	size_t n = 0;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	store_begin(l->store);
	if (person)
		n = forget_person(l->store, a, person, &threads);
	else if (item)
		n = forget_item(l->store, a, item, &threads);
	else
		forget_thread(l->store, thread_resolve(l->store, thread));
	for (size_t i = 0; i < n; i++)
		ledger_touch(l, threads[i]);
	status = ledger_finish(l, d);
	/* Only a file that is written anew has no trace left in it. */
	if (status == STATUS_OK)
		status = store_compact(l->store, d);
	arena_free(a);
	return status;
}

enum status ledger_expire(
    struct ledger *l, struct stamp before, struct diag *d, size_t *n_r)
{
	enum status status = ledger_writable(l, d);
	struct arena *a;
	size_t n;

	if (status != STATUS_OK)
		return status;
	a = arena_new();
	store_begin(l->store);
	n = forget_before(l->store, a, before);
	status = ledger_finish(l, d);
	if (status == STATUS_OK && n)
		status = store_compact(l->store, d);
	if (status == STATUS_OK)
		*n_r = n;
	arena_free(a);
	return status;
}

enum status ledger_end_erasing(struct ledger *l, struct diag *d)
{
	enum status status = ledger_writable(l, d);

	if (status == STATUS_OK && store_is_erasing(l->store))
		status = store_compact(l->store, d);
	return status;
}

enum status ledger_names(struct ledger *l, struct arena *a, int64_t person,
    struct diag *d, const char ***names_r, size_t *n_r)
{
	const char **names;
	size_t n = redact_names(l->store, a, person, &names);
	enum status status = store_status(l->store, d);

	if (status != STATUS_OK)
		return status;
	*names_r = names;
	*n_r = n;
	return STATUS_OK;
}

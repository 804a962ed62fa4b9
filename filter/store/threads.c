/* SPDX-License-Identifier: ISC */
/* The numbers of threads: made, merged, listed. */
#include "store/threads.h"
#include "base/arena.h"
#include "store/column.h"

enum {
	ADD,
	MERGE_MESSAGES,
	MERGE_EARLIER,
	MERGE_MUTES,
	MERGE,
	RESOLVE,
	SINCE,
	MUTED,
	STATEMENTS
};

#define IS_MUTED \
	"EXISTS(SELECT 1 FROM mute u JOIN change c ON c.id=u.change" \
	" WHERE u.thread=t.id AND c.undone_s IS NULL)"

static const char *const statements[STATEMENTS] = {
    [ADD] = "INSERT INTO thread DEFAULT VALUES",
    [MERGE_MESSAGES] = "UPDATE message SET thread=?2 WHERE thread=?1",
    [MERGE_EARLIER] = "UPDATE thread SET merged=?2 WHERE merged=?1",
    [MERGE_MUTES] = "UPDATE mute SET thread=?2 WHERE thread=?1",
    [MERGE] = "UPDATE thread SET merged=?2 WHERE id=?1",
    [RESOLVE] = "SELECT coalesce(merged, id) FROM thread WHERE id=?",
    /* What machines alone wrote is listed while something in it is open. */
    [SINCE] = "SELECT t.id, " IS_MUTED ", max(m.date_s) AS last"
	      " FROM thread t JOIN message m ON m.thread=t.id"
	      " WHERE t.id IN (SELECT thread FROM message"
	      "   WHERE date_s>=?1 AND is_automatic=0"
	      "   UNION SELECT x.thread FROM item i"
	      "    JOIN message x ON x.id=i.message"
	      "    WHERE i.hidden=0 AND i.state IN ('open', 'snoozed'))"
	      " GROUP BY t.id ORDER BY last DESC, t.id LIMIT ?2",
    [MUTED] = "SELECT " IS_MUTED " FROM thread t WHERE t.id=?",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_THREADS, i, statements[i]);
}

int64_t thread_add(struct store *s)
{
	struct query q = start(s, ADD);

	return query_insert(&q);
}

void thread_merge(struct store *s, int64_t from, int64_t into)
{
	for (size_t i = MERGE_MESSAGES; i <= MERGE; i++) {
		struct query q = start(s, i);

		query_int(&q, from);
		query_int(&q, into);
		query_run(&q);
	}
}

int64_t thread_resolve(struct store *s, int64_t id)
{
	struct query q = start(s, RESOLVE);
	int64_t found = 0;

	query_int(&q, id);
	if (query_row(&q))
		found = query_get_int(&q);
	query_end(&q);
	return found;
}

size_t threads_since(struct store *s, struct arena *a, struct stamp since,
    size_t limit, struct thread_row **threads_r)
{
	struct query q = start(s, SINCE);
	struct thread_row *v = NULL;
	size_t n = 0, cap = 0;

	query_int(&q, since.utc_s);
	query_int(&q, (int64_t)limit);
	while (query_row(&q)) {
		v = arena_grow(a, v, n, &cap, sizeof(*v));
		v[n].id = query_get_int(&q);
		v[n++].is_muted = query_get_int(&q) != 0;
	}
	*threads_r = v;
	return n;
}

bool thread_is_muted(struct store *s, int64_t id)
{
	struct query q = start(s, MUTED);
	bool muted = false;

	query_int(&q, id);
	if (query_row(&q))
		muted = query_get_int(&q) != 0;
	query_end(&q);
	return muted;
}

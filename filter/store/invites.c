/* SPDX-License-Identifier: ISC */
/*
 * What went out and may be answered: invites, which keep their UID and count
 * their SEQUENCE (RFC 5546, 2.1.4), and digests, whose token is good for one
 * reply.
 */
#include "store/invites.h"
#include "base/arena.h"
#include "store/column.h"

enum { FIND, ADD, MOVE, ADD_DIGEST, ADD_ENTRY, TOKEN, USE, ENTRY, STATEMENTS };

static const char *const statements[STATEMENTS] = {
    [FIND] = "SELECT id, uid, sequence, start_s, start_zone FROM invite"
	     " WHERE key=?",
    [ADD] = "INSERT INTO invite(key, uid, sequence, start_s, start_zone,"
	    " made_s, changed_s) VALUES(?1,?2,0,?3,?4,?5,?5)",
    [MOVE] = "UPDATE invite SET sequence=?, start_s=?, start_zone=?,"
	     " changed_s=? WHERE id=?",
    [ADD_DIGEST] = "INSERT INTO digest(token, made_s) VALUES(?,?)",
    [ADD_ENTRY] = "INSERT INTO digest_entry(digest, number, item,"
		  " suggestion) VALUES(?,?,nullif(?,0),nullif(?,0))",
    [TOKEN] = "SELECT id FROM digest WHERE token=? AND used_s IS NULL",
    [USE] = "UPDATE digest SET used_s=? WHERE id=?",
    [ENTRY] = "SELECT item, suggestion FROM digest_entry"
	      " WHERE digest=? AND number=?",
};

static struct query start(struct store *s, size_t i)
{
	return query_start(s, SQL_INVITES, i, statements[i]);
}

bool invite_find(struct store *s, struct arena *a, const char *key,
    struct invite_row *invite_r)
{
	struct query q = start(s, FIND);

	query_text(&q, key);
	if (!query_row(&q))
		return false;
	invite_r->id = query_get_int(&q);
	invite_r->uid = query_get_text(&q, a);
	invite_r->sequence = query_get_int(&q);
	invite_r->start = query_get_stamp(&q);
	query_end(&q);
	return true;
}

void invite_add(struct store *s, const char *key, const char *uid,
    struct stamp at, struct stamp now)
{
	struct query q = start(s, ADD);

	query_text(&q, key);
	query_text(&q, uid);
	query_stamp(&q, at);
	query_int(&q, now.utc_s);
	query_run(&q);
}

void invite_move(struct store *s, int64_t id, int64_t sequence, struct stamp at,
    struct stamp now)
{
	struct query q = start(s, MOVE);

	query_int(&q, sequence);
	query_stamp(&q, at);
	query_int(&q, now.utc_s);
	query_int(&q, id);
	query_run(&q);
}

int64_t digest_add(struct store *s, const char *token, struct stamp now)
{
	struct query q = start(s, ADD_DIGEST);

	query_text(&q, token);
	query_int(&q, now.utc_s);
	return query_insert(&q);
}

void digest_entry_add(struct store *s, int64_t digest, int64_t number,
    int64_t item, int64_t suggestion)
{
	struct query q = start(s, ADD_ENTRY);

	query_int(&q, digest);
	query_int(&q, number);
	query_int(&q, item);
	query_int(&q, suggestion);
	query_run(&q);
}

int64_t digest_use(struct store *s, const char *token, struct stamp now)
{
	struct query q = start(s, TOKEN);
	int64_t id;

	query_text(&q, token);
	id = query_row(&q) ? query_get_int(&q) : 0;
	query_end(&q);
	if (!id)
		return 0;
	q = start(s, USE);
	query_int(&q, now.utc_s);
	query_int(&q, id);
	query_run(&q);
	return id;
}

bool digest_entry(struct store *s, int64_t digest, int64_t number,
    int64_t *item_r, int64_t *suggestion_r)
{
	struct query q = start(s, ENTRY);
	bool found;

	query_int(&q, digest);
	query_int(&q, number);
	found = query_row(&q);
	if (found) {
		*item_r = query_get_int(&q);
		*suggestion_r = query_get_int(&q);
	}
	query_end(&q);
	return found;
}

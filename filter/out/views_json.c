/* SPDX-License-Identifier: ISC */
/* Briefings and figures as JSON. The names of the fields stay: only add. */
#include "base/buf.h"
#include "model/stats.h"
#include "out/json.h"
#include "out/listing_json.h"

#include <stdio.h>

static void remarks(
    struct json *j, const char *key, const struct remark *v, size_t n)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		json_object(j);
		json_key(j, "date");
		json_stamp(j, v[i].date, true);
		json_key(j, "thread");
		if (v[i].thread)
			json_int(j, v[i].thread);
		else
			json_null(j);
		json_key(j, "subject");
		json_string(j, *v[i].subject ? v[i].subject : NULL);
		json_key(j, "text");
		json_string(j, *v[i].text ? v[i].text : NULL);
		json_end(j);
	}
	json_end(j);
}

void list_briefing_json(struct buf *out, const struct briefing *b,
    const struct item *items, size_t n, struct stamp now)
{
	struct json j;

	json_init(&j, out);
	json_object(&j);
	json_person_fields(&j, &b->person);
	json_key(&j, "away_until");
	json_stamp(&j, b->away_until, b->away_until.utc_s != 0);
	json_key(&j, "items");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_item_fields(&j, &items[i], now);
		json_end(&j);
	}
	json_end(&j);
	remarks(&j, "talks", b->talks, b->n_talks);
	remarks(&j, "mind", b->mind, b->n_mind);
	remarks(&j, "threads", b->threads, b->n_threads);
	json_end(&j);
	buf_char(out, '\n');
}

static void side(struct json *j, const char *key, const struct promises *p,
    int64_t reply_s, size_t n_replies)
{
	json_key(j, key);
	json_object(j);
	json_key(j, "kept");
	json_int(j, (int64_t)p->kept);
	json_key(j, "late");
	json_int(j, (int64_t)p->late);
	json_key(j, "unsettled");
	json_int(j, (int64_t)p->unsettled);
	json_key(j, "moved");
	json_int(j, (int64_t)p->moved);
	json_key(j, "reply_hours");
	if (reply_s > 0)
		json_double(j, (double)reply_s / 3600);
	else
		json_null(j);
	json_key(j, "replies");
	json_int(j, (int64_t)n_replies);
	json_end(j);
}

static void sides(struct json *j, const struct stats_month *m)
{
	side(j, "mine", &m->mine, m->my_reply_s, m->my_replies);
	side(j, "theirs", &m->theirs, m->reply_s, m->n_replies);
}

void list_stats_json(struct buf *out, const struct stats *s)
{
	struct json j;

	json_init(&j, out);
	json_object(&j);
	sides(&j, &s->all);
	json_key(&j, "months");
	json_array(&j);
	for (size_t i = 0; i < s->n_months; i++) {
		char month[16];
		const struct stats_month *m = &s->months[i];

		(void)snprintf(
		    month, sizeof(month), "%04d-%02d", m->year, m->month);
		json_object(&j);
		json_key(&j, "month");
		json_string(&j, month);
		sides(&j, m);
		json_end(&j);
	}
	json_end(&j);
	json_key(&j, "people");
	json_array(&j);
	for (size_t i = 0; i < s->n_people; i++) {
		json_object(&j);
		json_person_fields(&j, &s->people[i]);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	buf_char(out, '\n');
}

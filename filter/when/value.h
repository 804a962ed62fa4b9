/* SPDX-License-Identifier: ISC */
#ifndef WHEN_VALUE_H
#define WHEN_VALUE_H

#include "base/civil.h"
#include "model/act.h"
#include "model/dates.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DAY_S 86400

/* What was known when the text was written. */
struct scene {
	struct stamp reference;
	int64_t today; /* local day of the reference */
	int now_s;     /* local second of that day */
	int year, month;
	int weekday; /* 1 Monday */
	enum date_order order;
	struct days_off *days_off; /* or NULL */
};

/* A day, several days, a time of day, or both. */
struct moment {
	bool has_date, has_clock;
	int64_t day, day_end; /* has_date: local days [day, day_end) */
	int64_t due_day;      /* the day that counts, when has_due_day */
	enum grain grain;     /* of the date */
	int year, month, dom, weekday; /* as they were named, else 0 */
	int second; /* has_clock: of the day; may pass midnight */
	int until;  /* is_part: where the part of the day ends */
	enum grain clock_grain;
	bool has_due_day;
	bool is_part;       /* "morning" */
	bool is_half_known; /* before or after noon is no question */
	bool is_edge;       /* "the end of": "before" takes nothing off */
	bool is_any_week;   /* a weekday that no word puts into a week */
	int said_weekday;   /* that was said beside the date, else 0 */
	bool has_zone;
	int zone_min;
	enum date_summer summer;
};

/* A length of time; all of its parts count, in this order. */
struct span_of_time {
	int months, days, workdays;
	int64_t seconds;
};

/* What a phrase or a word has come to mean in this scene. */
struct value {
	enum date_type type;
	int a, b;   /* as in struct date_value */
	int digits; /* DATE_NUMBER: how many were written, 0 in words */
	bool is_weak;
	struct span_of_time span; /* DATE_SPAN */
	struct moment from, to;   /* DATE_TIME; to when is_range */
	bool is_range, is_between;
	bool is_before, is_after, is_past, is_vague, is_same, is_nothing;
	bool is_again, is_each;
};

/* What a phrase makes its value of. */
struct parts {
	const struct value *const *v;
	size_t n;
	bool has_words; /* it has words beside its parts' */
};

void value_of_word(
    const struct scene *s, const struct date_entry *e, struct value *v_r);
void value_of_constant(
    const struct scene *s, struct date_value c, struct value *v_r);
/*
 * Applies op. False when the parts make no sense together (a 31st of June,
 * 25 o'clock): the phrase then does not match.
 */
bool value_apply(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r);
/* The i-th part of that type, from 0, or NULL. */
const struct value *part(const struct parts *p, enum date_type type, size_t i);

/* The groups of operations, each in its file. False as above. */
bool apply_number(enum date_op op, const struct parts *p, struct value *v_r);
bool apply_day(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r);
bool apply_period(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r);
bool apply_span(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r);
bool apply_clock(enum date_op op, const struct parts *p, struct value *v_r);
bool apply_join(const struct scene *s, enum date_op op, const struct parts *p,
    struct value *v_r);

/* The whole unit that holds day, shifted by n units. False for hours. */
bool moment_period(
    const struct scene *s, enum date_unit unit, int n, struct moment *m_r);
/* One day. */
struct moment moment_day(int64_t day);
/* The date m, no year named: moved by whole years; false for 29 February. */
bool moment_move_years(struct moment *m, int years);
int64_t monday_of(int64_t day);
/*
 * n Mondays to Fridays on, or back, that are not off; day itself does not
 * count.
 */
int64_t add_workdays(const struct scene *s, int64_t day, int n);
/* m moved by a length of time, forth (sign 1) or back (-1). */
struct moment moment_add(
    const struct scene *s, struct moment m, struct span_of_time by, int sign);
struct moment moment_now(const struct scene *s);

/* The time expression that v stands for; false when it stands for none. */
bool value_settle(
    const struct scene *s, const struct value *v, struct time_expr *t_r);

#endif

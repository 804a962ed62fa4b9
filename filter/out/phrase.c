/* SPDX-License-Identifier: ISC */
/*
 * Fills in the texts of a wording and says dates in its words. Text of mail
 * that goes in was made printable by who passes it.
 */
#include "out/phrase.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define HOUR_S 3600

static const char *value_of(
    const struct phrase_slot *slots, const char *name, size_t n)
{
	for (; slots && slots->name; slots++)
		if (strlen(slots->name) == n && !strncmp(slots->name, name, n))
			return slots->value ? slots->value : "";
	return "";
}

/* The slot at s, "${name}" or "${name:one:many}"; returns its length. */
static size_t fill(
    struct buf *out, const char *s, const struct phrase_slot *slots)
{
	const char *name = s + 2;
	size_t n = strcspn(name, ":}"), total = strcspn(s, "}") + 1;
	const char *value = value_of(slots, name, n), *one, *many;

	if (name[n] != ':') {
		buf_puts(out, value);
		return total;
	}
	one = name + n + 1;
	n = strcspn(one, ":}");
	many = one[n] == ':' ? one + n + 1 : one;
	if (strcmp(value, "1") != 0) {
		one = many;
		n = strcspn(one, "}");
	}
	buf_append(out, one, n);
	return total;
}

char *phrase(struct arena *a, const struct wording *w, enum wording_key key,
    const struct phrase_slot *slots)
{
	const char *s = w && w->text[key] ? w->text[key] : "";
	struct buf out = BUF_EMPTY;
	char *text;

	while (*s) {
		size_t n = strcspn(s, "$");

		buf_append(&out, s, n);
		s += n;
		if (*s && s[1] == '{') {
			s += fill(&out, s, slots);
		} else if (*s) {
			buf_char(&out, '$');
			s++;
		}
	}
	text = arena_strdup(a, buf_text(&out));
	buf_release(&out);
	return text;
}

char *phrase_n(
    struct arena *a, const struct wording *w, enum wording_key key, int64_t n)
{
	return phrase(a, w, key,
	    (const struct phrase_slot[]){
		{"n", arena_printf(a, "%lld", (long long)n)}, {0}});
}

/* The i-th blank-separated word of a text, "" beyond its end. */
static const char *nth_word(
    struct arena *a, const struct wording *w, enum wording_key key, int i)
{
	const char *s = w && w->text[key] ? w->text[key] : "";

	for (; i > 0 && *s; i--) {
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
	return arena_strndup(a, s, strcspn(s, " "));
}

const char *phrase_day(
    struct arena *a, const struct wording *w, struct stamp t, struct stamp now)
{
	struct civil c = civil_from_stamp(t), today = civil_from_stamp(now);
	int weekday = civil_weekday(civil_day_of(t));
	const struct phrase_slot slots[] = {
	    {"weekday", nth_word(a, w, WORDING_WEEKDAYS, weekday - 1)},
	    {"day", arena_printf(a, "%d", c.day)},
	    {"month", nth_word(a, w, WORDING_MONTHS, c.month - 1)},
	    {"year", arena_printf(a, "%d", c.year)},
	    {0},
	};

	return phrase(
	    a, w, c.year == today.year ? WORDING_DAY : WORDING_DAY_YEAR, slots);
}

const char *phrase_time(
    struct arena *a, const struct wording *w, struct stamp t)
{
	struct civil c = civil_from_stamp(t);

	return phrase(a, w, WORDING_TIME,
	    (const struct phrase_slot[]){
		{"hour", arena_printf(a, "%02d", c.hour)},
		{"minute", arena_printf(a, "%02d", c.minute)}, {0}});
}

static bool has_time(const struct due *due)
{
	return due->grain == GRAIN_MINUTE || due->grain == GRAIN_HOUR;
}

const char *phrase_due(struct arena *a, const struct wording *w,
    const struct due *due, struct stamp now)
{
	const char *day;

	if (!due->is_set)
		return phrase(a, w, WORDING_NO_DATE, NULL);
	day = phrase_day(a, w, due->at, now);
	if (!has_time(due))
		return day;
	return phrase(a, w, WORDING_DAY_TIME,
	    (const struct phrase_slot[]){
		{"day", day}, {"time", phrase_time(a, w, due->at)}, {0}});
}

/* A number of days in the unit that people would use. */
static const char *span_days(
    struct arena *a, const struct wording *w, int64_t days)
{
	if (days < 14)
		return phrase_n(a, w, WORDING_DAYS, days);
	if (days < 60)
		return phrase_n(a, w, WORDING_WEEKS, days / 7);
	if (days < 730)
		return phrase_n(a, w, WORDING_MONTH_SPAN, days / 30);
	return phrase_n(a, w, WORDING_YEARS, days / 365);
}

static const char *with_span(struct arena *a, const struct wording *w,
    enum wording_key key, const char *span)
{
	return phrase(
	    a, w, key, (const struct phrase_slot[]){{"span", span}, {0}});
}

/* The local day of t as somebody in now's offset counts it. */
static int64_t day_for(struct stamp t, struct stamp now)
{
	return civil_day_of((struct stamp){t.utc_s, now.zone_min});
}

/* Today (days 0) or tomorrow, and when. */
static const char *soon(struct arena *a, const struct wording *w,
    const struct due *due, int64_t days, int zone_min)
{
	const struct stamp here = {due->at.utc_s, zone_min};
	bool today = days <= 0;

	if (!has_time(due))
		return phrase(
		    a, w, today ? WORDING_TODAY : WORDING_TOMORROW, NULL);
	return phrase(a, w, today ? WORDING_TODAY_TIME : WORDING_TOMORROW_TIME,
	    (const struct phrase_slot[]){
		{"time", phrase_time(a, w, here)}, {0}});
}

const char *phrase_due_relative(struct arena *a, const struct wording *w,
    const struct due *due, struct stamp now)
{
	int64_t days, late_s;

	if (!due->is_set && due->is_vague && due->text && *due->text)
		return phrase(a, w, WORDING_VAGUE,
		    (const struct phrase_slot[]){
			{"text", utf8_printable(a, due->text, 16)}, {0}});
	if (!due->is_set)
		return phrase(a, w, WORDING_NO_DATE, NULL);
	/* A day is a day where it was said; an instant is one everywhere. */
	days = has_time(due) ? day_for(due->at, now) : civil_day_of(due->at);
	days -= civil_day_of(now);
	late_s = now.utc_s - due->at.utc_s;
	if (late_s > 0 && days >= 0)
		return with_span(a, w, WORDING_LATE,
		    phrase_n(
			a, w, WORDING_HOURS, (late_s + HOUR_S - 1) / HOUR_S));
	if (late_s > 0)
		return with_span(a, w, WORDING_LATE, span_days(a, w, -days));
	if (days <= 1)
		return soon(a, w, due, days, now.zone_min);
	return with_span(a, w, WORDING_IN, span_days(a, w, days));
}

const char *phrase_item_due(struct arena *a, const struct wording *w,
    const struct item *it, struct stamp now)
{
	struct due due = it->due;

	/* Days off, leave or grace: it is late from another day on. */
	if (due.is_set && due.at.utc_s < now.utc_s &&
	    it->late_utc_s >= now.utc_s) {
		due.at.utc_s = it->late_utc_s;
		due.grain = GRAIN_DAY;
	}
	return phrase_due_relative(a, w, &due, now);
}

const char *phrase_ago(
    struct arena *a, const struct wording *w, struct stamp t, struct stamp now)
{
	int64_t days = civil_day_of(now) - day_for(t, now);

	if (!t.utc_s)
		return phrase(a, w, WORDING_NO_DATE, NULL);
	if (days <= 0)
		return phrase(a, w, WORDING_TODAY, NULL);
	return with_span(a, w, WORDING_AGO, span_days(a, w, days));
}

const char *phrase_zone(struct arena *a, const struct wording *w, int zone_min)
{
	int z = abs(zone_min);

	return phrase(a, w, WORDING_ZONE,
	    (const struct phrase_slot[]){
		{"offset", arena_printf(a, "%c%02d:%02d",
			       zone_min < 0 ? '-' : '+', z / 60, z % 60)},
		{0}});
}

const char *phrase_who(struct arena *a, const struct mailbox *who)
{
	const char *name = utf8_printable(a, who->name, 0);
	const char *comma = strchr(name, ',');

	if (!*name)
		return utf8_printable(a, who->addr, 0);
	/* "Berg, Anna" reads badly in a sentence; "Berg, Inc." does not. */
	if (comma && comma[1] == ' ' && comma[2] && !strpbrk(comma + 1, ",."))
		return arena_printf(
		    a, "%s %.*s", comma + 2, (int)(comma - name), name);
	return name;
}

const char *phrase_first(struct arena *a, const struct mailbox *who)
{
	const char *name = utf8_printable(a, who->name, 0);
	const char *comma = strchr(name, ',');
	size_t first;

	/* "Berg, Anna": the first name comes last. */
	if (comma) {
		name = comma + 1;
		name += strspn(name, " ");
	}
	if (!*name || strchr(name, '@'))
		return "";
	first = strcspn(name, " ");
	/* Initials and titles greet nobody: "J. Smith" stays whole. */
	if ((first < 3 && strchr(name, '.')) ||
	    (first && name[first - 1] == '.'))
		return name;
	return arena_strndup(a, name, first);
}

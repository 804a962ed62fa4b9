/* SPDX-License-Identifier: ISC */
/*
 * Dates of headers, read word by word in whatever order they come. This is
 * the syntax of mail; dates in prose belong to when/.
 */
#include "mail/date.h"
#include "base/fold.h"
#include "base/str.h"
#include "mail/words.h"

#include <stdint.h>
#include <string.h>

#define UNSET (-1)
/* No zone is farther from Greenwich. */
#define FARTHEST_ZONE_MIN (14 * 60)
/* The longest name of a month, folded. */
#define MONTH_BYTES 32

struct reading {
	const struct reading_words *words;
	int year, month, day;
	int hour, minute, second;
	int zone_min;
	bool has_time, has_zone, is_pm, is_am;
	bool is_year_first; /* before the day */
	bool is_month_sure; /* no mere likeness of "mar" and "mardi" */
	bool is_month_late; /* behind the day */
};

struct zone_name {
	const char *name;
	int zone_min;
};

/* RFC 5322, 4.3, and the abbreviations that mailers send most. */
static const struct zone_name zones[] = {{"ut", 0}, {"utc", 0}, {"gmt", 0},
    {"z", 0}, {"wet", 0}, {"est", -300}, {"edt", -240}, {"cst", -360},
    {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"ast", -240}, {"adt", -180},
    {"nst", -210}, {"ndt", -150}, {"bst", 60}, {"west", 60}, {"cet", 60},
    {"met", 60}, {"mez", 60}, {"cest", 120}, {"mest", 120}, {"mesz", 120},
    {"eet", 120}, {"eest", 180}, {"msk", 180}, {"msd", 240}, {"hkt", 480},
    {"sgt", 480}, {"jst", 540}, {"kst", 540}, {"aest", 600}, {"aedt", 660},
    {"nzst", 720}, {"nzdt", 780}};

/* Whether s is, or begins like, one of these: three letters each. */
static int place_in(const char *names, const char *s, size_t len_bytes)
{
	for (int i = 0; len_bytes >= 3 && names[i * 3]; i++)
		if (str_lower(s[0]) == names[i * 3] &&
		    str_same_n(s, names + i * 3, 3))
			return i + 1;
	return UNSET;
}

/* The month that the word is, or begins like; *sure_r: it is just that. */
static int month_of(
    const struct reading *r, const char *s, size_t len_bytes, bool *sure_r)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec",
			  weekdays[] = "montuewedthufrisatsun";
	char fold[MONTH_BYTES];
	int like = place_in(months, s, len_bytes), month = 0;

	*sure_r = len_bytes == 3;
	if (*sure_r && (like != UNSET || place_in(weekdays, s, 3) != UNSET))
		return like;
	if (r->words && len_bytes <= sizeof(fold))
		month =
		    words_month(r->words, fold, fold_text(fold, s, len_bytes));
	*sure_r = month > 0;
	return month ? month : like;
}

/*
 * "mar., 2 juin" is in June: a weekday may look like a month, but stands
 * before the day, or is not just a month's name.
 */
static bool takes_month(const struct reading *r, bool sure)
{
	if (r->month == UNSET)
		return true;
	return r->year == UNSET && !r->has_time && sure &&
	       (!r->is_month_late || !r->is_month_sure);
}

static void read_word(struct reading *r, const char *s, size_t n)
{
	bool sure;
	int month = month_of(r, s, n, &sure);

	if (month != UNSET) {
		if (!takes_month(r, sure))
			return;
		r->month = month;
		r->is_month_sure = sure;
		r->is_month_late = r->day != UNSET;
		return;
	}
	if (n == 2 && str_same_n(s + 1, "m", 1)) {
		r->is_pm = r->is_pm || str_lower(s[0]) == 'p';
		r->is_am = r->is_am || str_lower(s[0]) == 'a';
		return;
	}
	if (n == 3 && str_same_n(s, "dst", 3) && r->has_zone)
		r->zone_min += 60; /* "MET DST" */
	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
		if (!r->has_zone && strlen(zones[i].name) == n &&
		    str_same_n(s, zones[i].name, n)) {
			r->zone_min = zones[i].zone_min;
			r->has_zone = true;
		}
}

/* Digits from *s on, at most 5; returns how many there were. */
static size_t digits(const char *s, int *value_r)
{
	size_t n = 0;

	*value_r = 0;
	for (; str_digit(s[n]); n++)
		if (n < 5)
			*value_r = *value_r * 10 + (s[n] - '0');
	return n;
}

/* "+0200", "-02:00", "+2" at s; returns the bytes read. */
static size_t read_offset(struct reading *r, const char *s)
{
	int sign = s[0] == '-' ? -1 : 1, hours, minutes = 0, v;
	size_t n = digits(s + 1, &v), more;

	if (n >= 3) {
		hours = v / 100;
		minutes = v % 100;
	} else {
		hours = v;
		more = s[n + 1] == ':' ? digits(s + n + 2, &v) : 0;
		if (more) {
			minutes = v;
			n += more + 1;
		}
	}
	r->zone_min = sign * (hours * 60 + minutes);
	r->has_zone = true;
	if (minutes > 59 || r->zone_min > FARTHEST_ZONE_MIN ||
	    r->zone_min < -FARTHEST_ZONE_MIN)
		r->zone_min = 0;
	return n + 1;
}

/*
 * "19:18:39", "10.00.00", "9:30", "9: 3: 0": h is read; returns the bytes
 * of the rest.
 */
static size_t read_time(struct reading *r, int h, const char *s)
{
	char mark = s[0];
	size_t used = 1 + strspn(s + 1, " "), next;

	r->has_time = true;
	r->hour = h;
	used += digits(s + used, &r->minute);
	next = used + 1 + (s[used] == mark ? strspn(s + used + 1, " ") : 0);
	if (s[used] == mark && str_digit(s[next]))
		used = next + digits(s + next, &r->second);
	if ((s[used] == '.' || s[used] == ',') && str_digit(s[used + 1]))
		used += 1 + digits(s + used + 1, &h); /* fractions */
	return used;
}

static int full_year(int year, size_t n_digits)
{
	/* RFC 5322, 4.3; five digits are 1900 and a three-digit count. */
	if (n_digits == 2)
		return year < 50 ? 2000 + year : 1900 + year;
	if (n_digits == 3)
		return 1900 + year;
	if (n_digits == 5 && year >= 19100 && year < 19200)
		return 2000 + year - 19100;
	return year;
}

/* "5/17/2000", "17.5.2000", "2000/5/17": a month by number. */
static size_t read_numeric(
    struct reading *r, int first, size_t n_first, const char *s)
{
	int second, third = 0;
	char mark = s[0];
	size_t n = digits(s + 1, &second), m = 0, used = 1 + n;

	if (s[used] == mark && str_digit(s[used + 1]))
		m = digits(s + used + 1, &third);
	if (!n || !m)
		return 0;
	used += 1 + m;
	if (n_first == 4) {
		r->year = first;
		r->month = second;
		r->day = third;
		return used;
	}
	r->year = full_year(third, m);
	/* The slash is American; elsewhere the day comes first. */
	if (mark == '/' ? first <= 12 : second > 12) {
		r->month = first;
		r->day = second;
	} else {
		r->day = first;
		r->month = second;
	}
	return used;
}

static int two_digits(const char *s)
{
	return (s[0] - '0') * 10 + s[1] - '0';
}

/*
 * Digits that nothing parts: "20260601", "093000", "0930 GMT" (RFC 733,
 * 3.1), and a zone that lost its sign, "09:30:00 0200".
 */
static bool read_joined(struct reading *r, const char *s, size_t n)
{
	bool has_date = r->year != UNSET && r->day != UNSET;

	if (n == 8 && !has_date) {
		r->year = two_digits(s) * 100 + two_digits(s + 2);
		r->month = two_digits(s + 4);
		r->day = two_digits(s + 6);
	} else if ((n == 4 || n == 6) && has_date && !r->has_time) {
		r->has_time = true;
		r->hour = two_digits(s);
		r->minute = two_digits(s + 2);
		r->second = n == 6 ? two_digits(s + 4) : 0;
	} else if (n == 4 && has_date && !r->has_zone &&
		   two_digits(s) * 60 <= FARTHEST_ZONE_MIN &&
		   two_digits(s + 2) < 60) {
		r->has_zone = true;
		r->zone_min = two_digits(s) * 60 + two_digits(s + 2);
	} else {
		return false;
	}
	return true;
}

/* A run of digits and what belongs to it; returns the bytes read. */
static size_t read_number(struct reading *r, const char *s)
{
	int v;
	size_t n = digits(s, &v), used;

	if (!r->has_time && n <= 2 && s[n] == ':' &&
	    str_digit(s[n + 1 + strspn(s + n + 1, " ")]))
		return n + read_time(r, v, s + n);
	if (read_joined(r, s, n))
		return n;
	if (r->month == UNSET && r->day == UNSET && s[n] &&
	    strchr("-/.", s[n]) && str_digit(s[n + 1])) {
		used = read_numeric(r, v, n, s + n);
		if (used)
			return n + used;
	}
	if (!r->has_time && r->day != UNSET && n <= 2 && s[n] == '.' &&
	    str_digit(s[n + 1]) && r->year != UNSET)
		return n + read_time(r, v, s + n);
	if (n <= 2 && r->day == UNSET) {
		r->day = v;
	} else if (n <= 2 && r->is_year_first && r->month == UNSET) {
		r->month = r->day; /* as all who begin with the year do */
		r->day = v;
	} else if (r->year == UNSET && n <= 5) {
		r->year = full_year(v, n);
		r->is_year_first = r->day == UNSET;
	}
	return n;
}

static bool finish(struct reading *r, struct stamp *t_r)
{
	struct civil c;
	bool is_midnight = r->hour == 24 && !r->minute && !r->second;

	if (r->is_pm && r->hour < 12)
		r->hour += 12;
	else if (r->is_am && r->hour == 12)
		r->hour = 0;
	if (r->second == 60)
		r->second = 59;
	if (r->year < 1900 || r->year > 9999 || r->month < 1 || r->month > 12 ||
	    r->day < 1 || (r->hour > 23 && !is_midnight) || r->minute > 59 ||
	    r->second > 59 || r->day > civil_month_length(r->year, r->month))
		return false;
	c = (struct civil){
	    r->year, r->month, r->day, r->hour, r->minute, r->second};
	if (!r->has_time)
		c.hour = 12;
	*t_r = civil_to_stamp(c, r->zone_min);
	return true;
}

/* The letters from s on; those beyond ASCII count, whatever they are. */
static size_t word_bytes(const char *s)
{
	size_t n = 0;

	while (str_alpha(s[n]) || (unsigned char)s[n] >= 0x80)
		n++;
	return n;
}

bool date_parse(
    const struct reading_words *words, const char *s, struct stamp *t_r)
{
	struct reading r = {
	    .words = words, .year = UNSET, .month = UNSET, .day = UNSET};
	const char *start = s;

	while (*s) {
		size_t n = word_bytes(s);

		if (n == 1 && str_lower(*s) == 't' && str_digit(s[1])) {
			s++; /* ISO 8601 */
		} else if (n) {
			read_word(&r, s, n);
			s += n;
		} else if ((*s == '+' || *s == '-') && r.has_time &&
			   (!r.has_zone || !r.zone_min) && str_digit(s[1])) {
			s += read_offset(&r, s);
		} else if (str_digit(*s)) {
			s += read_number(&r, s);
		} else {
			s++;
		}
		if (s - start > 200)
			break;
	}
	return finish(&r, t_r);
}

/* SPDX-License-Identifier: ISC */
/*
 * Reads dates.lang: "order", "word" and "phrase" entries into the tables of
 * model/dates.h. What the phrases mean is no business of this file; it sees
 * to it that every name is known and that no phrase begins with itself.
 */
#include "rule/dates.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/lines.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_SLOTS   1024 /* a power of two; English has 550 words */
#define NO_SYMBOL     UINT16_MAX
#define LONGEST_CLASS 40
#define NEAR_MIN      (24 * 60)

static struct date_word *slot(
    struct date_words *w, const char *form, size_t len)
{
	uint64_t key = date_form_key(form, len);
	size_t i = date_key_hash(key) & (w->n_slots - 1);

	for (; w->slots[i].form; i = (i + 1) & (w->n_slots - 1))
		if (w->slots[i].key == key && w->slots[i].len_bytes == len &&
		    !memcmp(w->slots[i].form, form, len))
			break;
	return &w->slots[i];
}

static void grow_slots(struct date_words *w)
{
	struct date_word *old = w->slots;
	size_t n = w->n_slots;

	w->n_slots = n ? n * 2 : FIRST_SLOTS;
	w->slots = arena_array(w->arena, w->n_slots, sizeof(*w->slots));
	for (size_t i = 0; i < n; i++)
		if (old[i].form)
			*slot(w, old[i].form, old[i].len_bytes) = old[i];
}

static struct date_word *word_at(
    struct date_words *w, const char *form, size_t len)
{
	struct date_word *at;

	if (w->n_words * 4 >= w->n_slots * 3)
		grow_slots(w);
	at = slot(w, form, len);
	if (!at->form) {
		at->form = arena_strndup(w->arena, form, len);
		at->len_bytes = len;
		at->key = date_form_key(form, len);
		w->n_words++;
	}
	return at;
}

static void add_entry(
    struct date_words *w, struct date_word *at, struct date_entry e)
{
	struct date_entry *copy = arena_alloc(w->arena, sizeof(*copy));

	*copy = e;
	copy->next = at->entries;
	at->entries = copy;
	w->symbols[e.symbol].has_words = true;
	w->symbols[e.symbol].has_values |= e.value.type != DATE_NONE;
}

/* The symbol of that name, made if need be; NO_SYMBOL when full. */
static uint16_t symbol_of(
    struct date_words *w, struct lines *in, const char *name, size_t len)
{
	struct date_word *at = word_at(w, name, len);
	struct date_symbol *s;

	if (at->symbol)
		return (uint16_t)(at->symbol - 1);
	if (w->n_symbols == LIMIT_DATE_SYMBOLS) {
		lines_complain(in, 0, "too many different words in phrases");
		return NO_SYMBOL;
	}
	s = &w->symbols[w->n_symbols++];
	s->name = at->form;
	at->symbol = (uint16_t)w->n_symbols;
	/* A literal is its own only word. */
	if (name[0] != '<' || len == 1)
		add_entry(w, at,
		    (struct date_entry){
			.symbol = (uint16_t)(w->n_symbols - 1)});
	return (uint16_t)(w->n_symbols - 1);
}

struct date_words *dates_new(struct arena *a)
{
	struct date_words *w = arena_alloc(a, sizeof(*w));
	struct lines nowhere = {.arena = a};

	w->arena = a;
	w->symbols = arena_array(a, LIMIT_DATE_SYMBOLS, sizeof(*w->symbols));
	grow_slots(w);
	w->any_number = symbol_of(w, &nowhere, "<int>", 5);
	w->symbols[w->any_number].has_words = true;
	w->top = symbol_of(w, &nowhere, "<time>", 6);
	return w;
}

/* "HH:MM" or "HH:MM:SS" as seconds, from the front of s. */
static const char *clock_value(const char *s, int *seconds_r)
{
	char *end;
	long v = strtol(s, &end, 10), total = v * 3600;

	if (!str_digit(*s) || v > 24 || *end != ':')
		return NULL;
	for (int scale = 60; *end == ':' && scale; scale /= 60) {
		s = end + 1;
		v = strtol(s, &end, 10);
		if (!str_digit(*s) || v > 59)
			return NULL;
		total += v * scale;
	}
	*seconds_r = (int)total;
	return end;
}

static bool integer(const char *s, int low, int high, int *v_r)
{
	char *end;
	long v = strtol(s, &end, 10);

	if (end == s || *end || v < low || v > high)
		return false;
	*v_r = (int)v;
	return true;
}

static bool fraction_value(const char *s, struct date_value *v_r)
{
	char *end;
	long n = strtol(s, &end, 10);

	v_r->b = 1;
	v_r->a = (int)n;
	if (end == s || n < -1000000 || n > 1000000)
		return false;
	return !*end || (*end == '/' && integer(end + 1, 1, 1000, &v_r->b));
}

/* "week", or "week*2". */
static bool unit_value(struct lines *in, const char *s, struct date_value *v_r)
{
	const char *star = strchr(s, '*');
	const char *name =
	    star ? arena_strndup(in->arena, s, (size_t)(star - s)) : s;

	v_r->a = (int)date_unit_from_name(name);
	v_r->b = 1;
	return v_r->a < DATE_UNITS &&
	       (!star || integer(star + 1, 1, 1000, &v_r->b));
}

static bool part_value(const char *s, struct date_value *v_r)
{
	const char *end = clock_value(s, &v_r->a);

	if (!end || *end != '-')
		return false;
	end = clock_value(end + 1, &v_r->b);
	v_r->a /= 60;
	v_r->b /= 60;
	if (v_r->b <= v_r->a) /* the night ends on the next day */
		v_r->b += 24 * 60;
	return end && !*end;
}

/* "+01:00", with "/eu" or "/us" behind it where summer time applies. */
static bool zone_value(const char *s, struct date_value *v_r)
{
	int seconds, sign = *s == '-' ? -1 : 1;
	const char *end;

	if (*s != '+' && *s != '-')
		return false;
	end = clock_value(s + 1, &seconds);
	if (!end || seconds >= NEAR_MIN * 60)
		return false;
	v_r->a = sign * seconds / 60;
	v_r->b = SUMMER_NONE;
	if (!strcmp(end, "/us"))
		v_r->b = SUMMER_US;
	else if (!strcmp(end, "/eu"))
		v_r->b = SUMMER_EU;
	else
		return !*end;
	return true;
}

static bool clock_of_day(const char *s, struct date_value *v_r)
{
	const char *end = clock_value(s, &v_r->a);

	return end && !*end;
}

static const struct {
	const char *name;
	enum date_type type;
	int low, high; /* for plain integers */
} types[] = {
    {"number", DATE_NUMBER, 0, 0},
    {"weekday", DATE_WEEKDAY, 1, 7},
    {"month", DATE_MONTH, 1, 12},
    {"unit", DATE_UNIT, 0, 0},
    {"shift", DATE_SHIFT, -2, 2},
    {"edge", DATE_EDGE, 0, 0},
    {"day", DATE_DAY, -366, 366},
    {"part", DATE_PART, 0, 0},
    {"clock", DATE_CLOCK, 0, 0},
    {"half", DATE_HALF, 0, 1},
    {"zone", DATE_ZONE, 0, 0},
};

/* "TYPE:VALUE"; false after a complaint. */
static bool read_value(struct lines *in, const char *s, struct date_value *v_r)
{
	size_t len = strcspn(s, ":"), i;
	const char *v = s + len + (s[len] == ':');
	bool good;

	*v_r = (struct date_value){DATE_NONE, 0, 0};
	if (!strcmp(s, "-"))
		return true;
	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strlen(types[i].name) == len &&
		    !strncmp(types[i].name, s, len))
			break;
	if (i == sizeof(types) / sizeof(types[0])) {
		lines_complain(in, (size_t)(s - in->rest),
		    "there is no kind of value '%.*s'", (int)len, s);
		return false;
	}
	v_r->type = types[i].type;
	if (v_r->type == DATE_NUMBER)
		good = fraction_value(v, v_r);
	else if (v_r->type == DATE_UNIT)
		good = unit_value(in, v, v_r);
	else if (v_r->type == DATE_EDGE)
		good = (v_r->a = (int)date_edge_from_name(v)) < DATE_EDGES;
	else if (v_r->type == DATE_PART)
		good = part_value(v, v_r);
	else if (v_r->type == DATE_CLOCK)
		good = clock_of_day(v, v_r);
	else if (v_r->type == DATE_ZONE)
		good = zone_value(v, v_r);
	else
		good = integer(v, types[i].low, types[i].high, &v_r->a);
	if (!good)
		lines_complain(in, (size_t)(v - in->rest),
		    "'%s' is not a value for %s", v, types[i].name);
	return good;
}

/* "<name>" of the class, or NO_SYMBOL after a complaint. */
static uint16_t class_symbol(struct date_words *w, struct lines *in, char *name)
{
	if (name && str_alpha(name[0])) {
		char form[LONGEST_CLASS + 3];
		size_t len = strlen(name);

		if (len > LONGEST_CLASS) {
			lines_complain(in, 0, "the class's name is too long");
			return NO_SYMBOL;
		}
		form[0] = '<';
		memcpy(form + 1, name, len + 1);
		form[len + 1] = '>';
		return symbol_of(w, in, form, len + 2);
	}
	lines_complain(in, 0, "a class is missing");
	return NO_SYMBOL;
}

static void add_phrase(struct date_words *w, uint16_t symbol,
    struct date_phrase *p, const struct lines *in)
{
	struct date_symbol *s = &w->symbols[symbol];

	p->file = in->file;
	p->line = in->line;
	if (s->last)
		s->last->next = p;
	else
		s->phrases = p;
	s->last = p;
	w->n_phrases++;
}

static bool phrases_full(const struct date_words *w, const struct lines *in)
{
	if (w->n_phrases < LIMIT_DATE_PHRASES)
		return false;
	lines_complain(in, 0, "too many phrases");
	return true;
}

/* A form of several words is a phrase of literals with a constant. */
static bool add_long_form(struct date_words *w, struct lines *in,
    uint16_t symbol, char *form, struct date_value value)
{
	struct date_phrase *p = arena_alloc(w->arena, sizeof(*p));
	char *at = form;

	if (phrases_full(w, in))
		return false;
	p->op = OP_VALUE;
	p->items = arena_array(w->arena, DATE_ITEMS, sizeof(*p->items));
	p->items[p->n_items++].value = value;
	while (*at && p->n_items < DATE_ITEMS) {
		struct date_item *item = &p->items[p->n_items++];
		size_t len = strcspn(at, " ");

		item->symbols[0] = symbol_of(w, in, at, len);
		if (item->symbols[0] == NO_SYMBOL)
			return false;
		item->n_symbols = 1;
		at += len + strspn(at + len, " ");
	}
	add_phrase(w, symbol, p, in);
	return true;
}

static bool add_form(struct date_words *w, struct lines *in, uint16_t symbol,
    char *form, struct date_value value)
{
	struct date_entry e = {.symbol = symbol, .value = value};
	size_t len = strlen(form);

	if (strchr(form, ' '))
		return add_long_form(w, in, symbol, form, value);
	for (; len > 1; len--) {
		if (form[len - 1] == '?')
			e.is_weak = true;
		else if (form[len - 1] == '^')
			e.is_name = true;
		else if (form[len - 1] == '.')
			e.has_dot = true;
		else
			break;
	}
	/* "a" counts one and is everywhere. */
	e.is_key = value.type != DATE_NONE &&
		   (value.type != DATE_NUMBER || !e.is_weak);
	add_entry(w, word_at(w, form, len), e);
	return true;
}

/* word CLASS VALUE FORM... */
static bool read_word(struct date_words *w, struct lines *in)
{
	char *rest = in->rest, *form;
	uint16_t symbol = class_symbol(w, in, lines_word(in, &rest));
	const char *text;
	struct date_value value;
	size_t n = 0;

	if (symbol == NO_SYMBOL)
		return false;
	text = lines_word(in, &rest);
	if (!text) {
		lines_complain(in, 0, "a value is missing");
		return false;
	}
	if (!read_value(in, text, &value))
		return false;
	for (; (form = lines_word(in, &rest)); n++)
		if (!add_form(w, in, symbol, form, value))
			return false;
	if (!n)
		lines_complain(in, 0, "no word follows");
	return n > 0;
}

static bool read_item(struct date_words *w, struct lines *in, char *text,
    struct date_item *item_r)
{
	size_t len = strlen(text), at = (size_t)(text - in->rest);

	if (text[0] == '=')
		return read_value(in, text + 1, &item_r->value);
	if (text[0] == '~') {
		item_r->is_tight = true;
		text++;
		len--;
	}
	if (text[0] == '&' && len > 1) {
		item_r->is_ahead = true;
		text++;
		len--;
	}
	if (len > 1 && text[len - 1] == '?') {
		item_r->is_optional = true;
		text[--len] = '\0';
	}
	while (*text) {
		size_t n = 0;
		uint16_t symbol;

		while (text[n] && text[n] != '|')
			n++;
		if (!n || item_r->n_symbols == DATE_ITEM_SYMBOLS) {
			lines_complain(in, at, "%s in '%s'",
			    n ? "too many choices" : "an empty choice", text);
			return false;
		}
		symbol = symbol_of(w, in, text, n);
		if (symbol == NO_SYMBOL)
			return false;
		item_r->symbols[item_r->n_symbols++] = symbol;
		text += n + (text[n] == '|');
	}
	return item_r->n_symbols > 0;
}

/* A phrase of mere words is known by the last that it must have. */
static void mark_key(
    struct date_words *w, const struct date_item *items, size_t n)
{
	const struct date_item *last = NULL;

	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < items[i].n_symbols; k++)
			if (w->symbols[items[i].symbols[k]].name[0] == '<')
				return;
		if (items[i].n_symbols && !items[i].is_optional)
			last = &items[i];
	}
	for (int k = 0; last && k < last->n_symbols; k++)
		w->symbols[last->symbols[k]].is_key = true;
}

/* phrase CLASS OP: ITEM... */
static bool read_phrase(struct date_words *w, struct lines *in)
{
	struct date_phrase *p = arena_alloc(w->arena, sizeof(*p));
	struct date_item items[DATE_ITEMS] = {0};
	char *rest = in->rest, *text;
	uint16_t symbol = class_symbol(w, in, lines_word(in, &rest));
	bool must = false;

	text = symbol == NO_SYMBOL ? NULL : lines_word(in, &rest);
	if (symbol == NO_SYMBOL || phrases_full(w, in))
		return false;
	if (text && *text && text[strlen(text) - 1] == ':')
		text[strlen(text) - 1] = '\0';
	p->op = text ? date_op_from_name(text) : DATE_OPS;
	if (p->op == DATE_OPS) {
		lines_complain(in, text ? (size_t)(text - in->rest) : 0,
		    "there is no meaning '%s'", text ? text : "");
		return false;
	}
	while ((text = lines_word(in, &rest))) {
		if (p->n_items == DATE_ITEMS) {
			lines_complain(in, (size_t)(text - in->rest),
			    "more than %d parts", DATE_ITEMS);
			return false;
		}
		if (!read_item(w, in, text, &items[p->n_items]))
			return false;
		must |= items[p->n_items].n_symbols > 0 &&
			!items[p->n_items].is_optional &&
			!items[p->n_items].is_ahead;
		p->n_items++;
	}
	mark_key(w, items, p->n_items);
	if (!must) {
		lines_complain(in, 0,
		    "a phrase needs a part that is not "
		    "optional");
		return false;
	}
	p->items = arena_array(w->arena, p->n_items, sizeof(*p->items));
	memcpy(p->items, items, p->n_items * sizeof(*items));
	add_phrase(w, symbol, p, in);
	return true;
}

static bool read_order(struct date_words *w, struct lines *in)
{
	static const char *const names[] = {[ORDER_MDY] = "mdy",
	    [ORDER_DMY] = "dmy",
	    [ORDER_YMD] = "ymd",
	    [ORDER_LOCAL] = "local"};

	for (int i = ORDER_MDY; i <= ORDER_LOCAL; i++)
		if (!strcmp(in->rest, names[i])) {
			w->order = (enum date_order)i;
			return true;
		}
	lines_complain(in, 0, "the order is one of mdy, dmy, ymd and local");
	return false;
}

bool dates_line(struct date_words *w, struct lines *in)
{
	if (!strcmp(in->keyword, "word"))
		return read_word(w, in);
	if (!strcmp(in->keyword, "phrase"))
		return read_phrase(w, in);
	if (!strcmp(in->keyword, "order"))
		return read_order(w, in);
	diag_at(in->diag, in->file, in->line, 1,
	    "'%s' is not one of word, phrase and order", in->keyword);
	return false;
}

struct date_words *dates_read(struct arena *a, struct lines *in)
{
	struct date_words *w = dates_new(a);

	while (lines_next(in))
		(void)dates_line(w, in);
	dates_finish(w, in->diag);
	return w;
}

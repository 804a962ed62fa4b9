/* SPDX-License-Identifier: ISC */
/* The "[...]" of a pattern: which characters it stands for. */
#include "rule/literal_class.h"
#include "base/str.h"

#include <string.h>

/* A "[...]" as it is read. */
struct class
{
	const char *at;
	bool *is_in;    /* by byte, in lower case */
	bool is_spelt;  /* all its members are in is_in */
	bool may_range; /* a "-" now makes a range from last */
	char last;
};

static void add_range(struct class *k, int from, int to)
{
	for (int c = from; c <= to; c++)
		k->is_in[(unsigned char)str_lower((char)c)] = true;
}

/* Reads what follows a backslash. */
static void class_escape(struct class *k)
{
	char c = *k->at ? *k->at++ : 0;

	if (c == 'd') {
		add_range(k, '0', '9');
		k->may_range = false;
		return;
	}
	k->is_spelt = k->is_spelt && c && !str_alpha(c) && !str_digit(c) &&
		      (unsigned char)c < 0x80;
	k->may_range = true;
	k->last = c;
	add_range(k, (unsigned char)c, (unsigned char)c);
}

/* Reads one member; a range's end is read as the member after it. */
static void class_member(struct class *k)
{
	char c = *k->at++;
	const char *end;

	if (c == '[' && *k->at == ':') {
		end = strstr(k->at, ":]");
		k->is_spelt = false;
		k->at = end ? end + 2 : k->at;
	} else if (c == '-' && k->may_range && *k->at != ']') {
		if ((unsigned char)*k->at < 0x80)
			add_range(k, k->last, *k->at - 1);
		k->is_spelt = k->is_spelt && *k->at != '\\' && *k->at != '[';
	} else if (c == '\\') {
		class_escape(k);
	} else {
		k->is_spelt = k->is_spelt && (unsigned char)c < 0x80;
		k->may_range = true;
		k->last = c;
		add_range(k, (unsigned char)c, (unsigned char)c);
	}
}

bool literal_class(const char **at, bool *is_in, bool *is_closed_r)
{
	struct class k = {.at = *at + 1, .is_in = is_in, .is_spelt = true};

	if (*k.at == '^') {
		k.is_spelt = false;
		k.at++;
	}
	for (bool first = true; *k.at && (first || *k.at != ']'); first = false)
		class_member(&k);
	*is_closed_r = *k.at == ']';
	*at = k.at + *is_closed_r;
	return k.is_spelt && *is_closed_r;
}

/* SPDX-License-Identifier: ISC */
/* Command lines by table: parsing them and saying how they are used. */
#include "cmd/arguments.h"
#include "base/arena.h"
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

static size_t count(const char **values)
{
	size_t n = 0;

	while (values && values[n])
		n++;
	return n;
}

static void add(struct arena *a, const char ***values, const char *value)
{
	size_t n = count(*values);
	const char **more = arena_array(a, n + 2, sizeof(*more));

	if (*values)
		memcpy(more, *values, n * sizeof(*more));
	more[n] = value;
	*values = more;
}

/* The option that word ("--json", "--for=30", "-c") names, or -1. */
static int find(const struct command_option *options, const char *word)
{
	const char *name = word + (word[1] == '-' ? 2 : 1);
	size_t n = strcspn(name, "=");

	for (int i = 0; options[i].name; i++)
		if (strlen(options[i].name) == n &&
		    !strncmp(options[i].name, name, n) &&
		    (word[1] == '-') == (n > 1))
			return i;
	return -1;
}

static enum status one_option(struct arena *a,
    const struct command_option *options, int argc, char **argv, int *at,
    struct diag *d, struct arguments *args)
{
	const char *word = argv[*at], *value = strchr(word, '=');
	int i = find(options, word);

	if (i < 0)
		return diag_fail(
		    d, STATUS_USAGE, "there is no option '%s'", word);
	if (args->values[i] && !options[i].repeats)
		return diag_fail(
		    d, STATUS_USAGE, "option '%s' is given twice", word);
	if (!options[i].value && value)
		return diag_fail(d, STATUS_USAGE,
		    "option '--%s' takes no value", options[i].name);
	if (options[i].value && value) {
		value++;
	} else if (options[i].value) {
		if (*at + 1 >= argc)
			return diag_fail(d, STATUS_USAGE,
			    "option '%s' needs a value: %s", word,
			    options[i].value);
		value = argv[++*at];
	}
	add(a, &args->values[i], value ? value : "");
	return STATUS_OK;
}

enum status arguments_parse(struct arena *a,
    const struct command_option *options, int argc, char **argv,
    bool stop_at_word, struct diag *d, struct arguments *args_r)
{
	static const struct command_option none[] = {{0}};
	bool only_words = false;

	*args_r = (struct arguments){0};
	args_r->words =
	    arena_array(a, (size_t)argc + 1, sizeof(*args_r->words));
	for (int i = 0; i < argc; i++) {
		bool is_word = only_words || argv[i][0] != '-' || !argv[i][1];
		enum status status;

		if (!is_word && !strcmp(argv[i], "--")) {
			only_words = true;
			continue;
		}
		if (is_word) {
			args_r->words[args_r->n_words++] = argv[i];
			only_words = only_words || stop_at_word;
			continue;
		}
		status = one_option(
		    a, options ? options : none, argc, argv, &i, d, args_r);
		if (status != STATUS_OK)
			return status;
	}
	return STATUS_OK;
}

void arguments_usage(struct buf *out, const struct command *c)
{
	buf_printf(out, "usage: rapport %s", c->name);
	for (const struct command_option *o = c->options; o && o->name; o++)
		buf_printf(out, " [--%s%s%s]%s", o->name, o->value ? " " : "",
		    o->value ? o->value : "", o->repeats ? "..." : "");
	if (c->operands && *c->operands)
		buf_printf(out, " %s", c->operands);
	buf_printf(out, "\n%s\n", c->text);
	for (const struct command_option *o = c->options; o && o->name; o++) {
		char left[64];

		(void)snprintf(left, sizeof(left), "--%s%s%s", o->name,
		    o->value ? " " : "", o->value ? o->value : "");
		buf_printf(out, "  %-18s %s\n", left, o->text);
	}
}

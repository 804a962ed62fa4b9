/* SPDX-License-Identifier: ISC */
/*
 * Reads the rule folders: each folder of a folder is a language, whose
 * files the readers of their kinds take in, in the order of their names.
 */
#include "rule/rules.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/image.h"
#include "base/limits.h"
#include "base/lines.h"
#include "rule/dates.h"
#include "rule/reading.h"
#include "rule/ruleset.h"
#include "rule/wording.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Names in one folder; a language has a dozen files. */
#define LIMIT_ENTRIES 500

/* Entries of a folder without hidden ones, sorted; they live in the arena. */
struct entries {
	const char **names;
	size_t n, cap;
};

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool list_folder(struct rules *r, const char *path, struct entries *e)
{
	const struct dirent *entry;
	DIR *dir;

	/* Before it is read: a change in between must be seen later. */
	rules_note_source(r, path);
	dir = opendir(path);
	*e = (struct entries){.n = 0};
	if (!dir) {
		if (errno != ENOENT && errno != ENOTDIR)
			diag_warn(r->diag, "cannot open '%s': %s", path,
			    strerror(errno));
		return false;
	}
	while (e->n < LIMIT_ENTRIES && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		e->names = arena_grow(
		    r->arena, e->names, e->n, &e->cap, sizeof(*e->names));
		e->names[e->n++] = arena_strdup(r->arena, entry->d_name);
	}
	(void)closedir(dir);
	if (e->n)
		qsort(e->names, e->n, sizeof(*e->names), compare);
	return true;
}

static struct ruleset *add_language(struct rules *r, const char *name)
{
	struct ruleset *s = ruleset_find(r, name);

	if (s && !strcmp(s->language.name, name))
		return s;
	r->sets = arena_grow(
	    r->arena, r->sets, r->n_sets, &r->cap_sets, sizeof(*r->sets));
	s = &r->sets[r->n_sets++];
	*s = (struct ruleset){.language.name = name};
	return s;
}

static bool ends_in(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);

	return n > m && !strcmp(name + n - m, ending);
}

/* Hands the lines of a language file to the reader of its kind. */
static void read_language(struct rules *r, struct ruleset *s, const char *name,
    const char *path, const struct buf *text)
{
	struct language *l = &s->language;
	struct lines in;

	lines_init(
	    &in, r->arena, r->diag, path, buf_text(text), text->len_bytes);
	if (!strcmp(name, "reading.lang")) {
		if (!r->reading)
			r->reading = reading_new(r->arena);
		while (lines_next(&in))
			(void)reading_line(r->reading, &in);
	} else if (!strcmp(name, "dates.lang")) {
		if (!l->dates)
			l->dates = dates_new(r->arena);
		while (lines_next(&in))
			(void)dates_line(l->dates, &in);
	} else if (!strcmp(name, "wording.lang")) {
		if (!l->wording)
			l->wording = wording_new(r->arena);
		while (lines_next(&in))
			(void)wording_line(l->wording, &in);
	}
}

/* What can only be tied together when every file is there. */
static void link_language(struct rules *r, struct ruleset *s)
{
	ruleset_link(r, s);
	/* Quotes come in any language: one table for all of them. */
	s->language.reading = r->reading;
	if (s->language.dates)
		dates_finish(s->language.dates, r->diag);
}

static enum status read_file(
    struct rules *r, struct ruleset *s, const char *name, const char *path)
{
	struct buf text = BUF_EMPTY;
	enum status status;

	rules_note_source(r, path);
	status = file_read(path, LIMIT_RULE_FILE_BYTES, r->diag, &text);
	if (status == STATUS_OK && ends_in(name, ".rules"))
		ruleset_read(r, s, path, buf_text(&text), text.len_bytes);
	else if (status == STATUS_OK)
		read_language(r, s, name, path, &text);
	buf_release(&text);
	return status;
}

static void read_folder(struct rules *r, const char *name, const char *path)
{
	struct entries files;
	struct ruleset *s = NULL;

	if (!list_folder(r, path, &files))
		return;
	for (size_t i = 0; i < files.n; i++) {
		const char *file = files.names[i];

		if (!ends_in(file, ".rules") && !ends_in(file, ".lang"))
			continue;
		if (!s)
			s = add_language(r, name);
		/* A file that cannot be read was complained about. */
		(void)read_file(r, s, file, file_join(r->arena, path, file));
	}
}

static struct rules *new_rules(
    const char *const *dirs, size_t n_dirs, unsigned flags, struct diag *d)
{
	struct arena *a = flags & RULES_KEEP ? image_new() : NULL;
	bool is_image = a != NULL;
	struct rules *r;

	if (!a)
		a = arena_new();
	r = arena_alloc(a, sizeof(*r));
	r->arena = a;
	r->diag = d;
	r->flags = flags;
	r->is_image = is_image;
	r->dirs = arena_array(a, n_dirs, sizeof(*r->dirs));
	r->n_dirs = n_dirs;
	for (size_t i = 0; i < n_dirs; i++)
		r->dirs[i] = arena_strdup(a, dirs[i]);
	return r;
}

static bool scores(const struct ruleset *s)
{
	for (size_t i = 0; i < s->n_rules; i++)
		for (size_t k = 0; k < ACT_KINDS; k++)
			if (s->rules[i].scores[k] > 0)
				return true;
	return false;
}

/* Files of what finds acts may be gone where those of dates are left. */
static bool all_score(const struct rules *r)
{
	for (size_t i = 0; i < r->n_sets; i++) {
		const struct language *l = &r->sets[i].language;

		if ((l->dates || l->wording) && !scores(&r->sets[i]))
			return false;
	}
	return true;
}

bool rules_are_whole(const struct rules *r)
{
	return r->is_whole;
}

enum status rules_load(const char *const *dirs, size_t n_dirs, unsigned flags,
    struct diag *d, struct rules **rules_r)
{
	struct rules *r = new_rules(dirs, n_dirs, flags, d);
	size_t complaints = diag_count(d);

	for (size_t i = 0; i < n_dirs; i++) {
		struct entries languages;

		if (!list_folder(r, dirs[i], &languages))
			continue;
		for (size_t k = 0; k < languages.n; k++)
			read_folder(r, languages.names[k],
			    file_join(r->arena, dirs[i], languages.names[k]));
	}
	if (!r->n_sets) {
		rules_free(r);
		return diag_fail(d, STATUS_CONFIG, "no rules found in '%s'",
		    n_dirs ? dirs[0] : "");
	}
	for (size_t i = 0; i < r->n_sets; i++)
		link_language(r, &r->sets[i]);
	recognize_link(r);
	r->has_complaints = diag_count(d) != complaints;
	r->is_whole = !r->has_complaints && all_score(r);
	*rules_r = r;
	return STATUS_OK;
}

enum status rules_add_file(
    struct rules *r, const char *language, const char *path)
{
	struct ruleset *s = ruleset_find(r, language);
	enum status status = read_file(r, s, "x.rules", path);

	if (status == STATUS_OK)
		ruleset_link(r, s);
	return status;
}

void rules_free(struct rules *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->n_sets; i++) {
		struct ruleset *s = &r->sets[i];

		for (size_t k = 0; k < s->n_rules; k++)
			regex_free(s->rules[k].regex);
	}
	regex_room_free(r->room);
	if (r->is_image)
		image_free(r->arena);
	else
		arena_free(r->arena);
}

void rules_prefer(struct rules *r, const char *language)
{
	r->preferred = language;
}

void rules_days_off(struct rules *r, struct days_off *off)
{
	for (size_t i = 0; i < r->n_sets; i++)
		if (r->sets[i].language.dates)
			r->sets[i].language.dates->days_off = off;
	r->days_off = off;
}

const struct language *rules_language(const struct rules *r, const char *name)
{
	const struct ruleset *s = ruleset_find(r, name);

	return s ? &s->language : NULL;
}

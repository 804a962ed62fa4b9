/* SPDX-License-Identifier: ISC */
/*
 * Keeps the rules as an image, for deliveries: reading and compiling them
 * costs several times what the rest of a delivery does.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/image.h"
#include "base/mem.h"
#include "rule/rules.h"
#include "rule/ruleset.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void examine(struct source *s)
{
	struct stat st;

	s->is_there = stat(s->path, &st) == 0;
	if (!s->is_there)
		return;
	s->device = (uint64_t)st.st_dev;
	s->inode = (uint64_t)st.st_ino;
	s->size = (uint64_t)st.st_size;
	s->modified = st.st_mtim;
	s->changed = st.st_ctim;
}

void rules_note_source(struct rules *r, const char *path)
{
	struct source *s;

	r->sources = arena_grow(r->arena, r->sources, r->n_sources,
	    &r->cap_sources, sizeof(*r->sources));
	s = &r->sources[r->n_sources++];
	*s = (struct source){.path = arena_strdup(r->arena, path)};
	examine(s);
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* Whether every file and folder is still what it was when it was read. */
static bool is_current(const struct rules *r)
{
	for (size_t i = 0; i < r->n_sources; i++) {
		const struct source *was = &r->sources[i];
		struct source is = {.path = was->path};

		examine(&is);
		if (is.is_there != was->is_there || is.device != was->device ||
		    is.inode != was->inode || is.size != was->size ||
		    !same_time(is.modified, was->modified) ||
		    !same_time(is.changed, was->changed))
			return false;
	}
	return true;
}

/*
 * Moves compiled patterns into the image. A bad one stays as it was written,
 * to be complained about when it is needed.
 */
static bool freeze(struct arena *a, struct ruleset *s)
{
	struct regex **all = mem_alloc(s->n_rules, sizeof(struct regex *));
	size_t n = 0;
	bool ok;

	for (size_t i = 0; i < s->n_rules; i++)
		if (s->rules[i].regex)
			all[n++] = s->rules[i].regex;
	ok = regex_freeze(a, all, n);
	n = 0;
	for (size_t i = 0; i < s->n_rules; i++) {
		struct rule *rule = &s->rules[i];

		rule->is_limited = false;
		if (rule->regex)
			rule->regex = all[n++];
		else
			rule->state = PATTERN_UNTRIED;
	}
	free(all);
	return ok;
}

enum status rules_keep(struct rules *r, const char *path, struct diag *d)
{
	struct diag *own = r->diag;
	struct days_off *days_off = r->days_off;
	const char *preferred;
	enum status status;

	if (!r->is_image || r->is_kept || r->has_complaints)
		return STATUS_OK;
	rules_compile(r);
	for (size_t i = 0; i < r->n_sets; i++)
		ruleset_index(r, &r->sets[i]);
	for (size_t i = 0; i < r->n_sets; i++)
		if (!freeze(r->arena, &r->sets[i]))
			return STATUS_OK;
	if (!is_current(r))
		return STATUS_OK;
	/* Neither of them lies in the image. */
	regex_room_free(r->room);
	r->room = NULL;
	r->diag = NULL;
	preferred = r->preferred;
	r->preferred = NULL;
	r->is_kept = true;
	regex_version(r->library, sizeof(r->library));
	if (days_off)
		rules_days_off(r, NULL);
	status = image_write(r->arena, r, path, d);
	r->diag = own;
	r->preferred = preferred;
	if (days_off)
		rules_days_off(r, days_off);
	return status;
}

static bool same_dirs(
    const struct rules *r, const char *const *dirs, size_t n_dirs)
{
	if (r->n_dirs != n_dirs)
		return false;
	for (size_t i = 0; i < n_dirs; i++)
		if (strcmp(r->dirs[i], dirs[i]) != 0)
			return false;
	return true;
}

/* Another PCRE2, after an upgrade, may lay patterns out in another way. */
static bool same_library(const struct rules *r)
{
	char library[sizeof(r->library)];

	regex_version(library, sizeof(library));
	return !strncmp(library, r->library, sizeof(library));
}

struct rules *rules_kept(
    const char *path, const char *const *dirs, size_t n_dirs, struct diag *d)
{
	struct arena *a;
	struct rules *r = image_open(path, &a);

	if (!r)
		return NULL;
	if (!same_library(r) || !same_dirs(r, dirs, n_dirs) || !is_current(r)) {
		image_free(a);
		return NULL;
	}
	r->diag = d;
	return r;
}

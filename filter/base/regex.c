/* SPDX-License-Identifier: ISC */
/* The only user of PCRE2. Every match is bounded. */
#include "base/regex.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct regex_room {
	pcre2_match_data *data;
	pcre2_match_context *context;
};

struct regex {
	pcre2_code *code;
	bool is_frozen; /* all of it lies in an arena */
};

/* Groups of a pattern that matches can tell of. */
#define GROUPS 32

static uint32_t options(unsigned flags)
{
	uint32_t o = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C;

	if (flags & REGEX_CASELESS)
		o |= PCRE2_CASELESS;
	if (flags & REGEX_MULTILINE)
		o |= PCRE2_MULTILINE;
	if (flags & REGEX_DOTALL)
		o |= PCRE2_DOTALL;
	if (flags & REGEX_UNICODE)
		o |= PCRE2_UCP;
	if (flags & REGEX_EXTENDED)
		o |= PCRE2_EXTENDED;
	return o;
}

struct regex_room *regex_room_new(void)
{
	struct regex_room *room = mem_alloc(1, sizeof(*room));

	room->data = pcre2_match_data_create(GROUPS, NULL);
	room->context = pcre2_match_context_create(NULL);
	if (!room->data || !room->context)
		mem_fail("out of memory");
	pcre2_set_match_limit(room->context, LIMIT_REGEX_MATCH);
	pcre2_set_depth_limit(room->context, LIMIT_REGEX_DEPTH);
	pcre2_set_heap_limit(room->context, LIMIT_REGEX_HEAP_KIB);
	return room;
}

void regex_room_free(struct regex_room *room)
{
	if (!room)
		return;
	pcre2_match_context_free(room->context);
	pcre2_match_data_free(room->data);
	free(room);
}

/* Takes over a compiled pattern. */
static struct regex *wrap(pcre2_code *code)
{
	struct regex *re = mem_alloc(1, sizeof(*re));

	re->code = code;
	return re;
}

struct regex *regex_new(const char *pattern, unsigned flags, char *error,
    size_t error_size, size_t *offset_r)
{
	int code = 0;
	PCRE2_SIZE offset = 0;
	pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)pattern,
	    PCRE2_ZERO_TERMINATED, options(flags), &code, &offset, NULL);

	if (!compiled) {
		if (pcre2_get_error_message(
			code, (PCRE2_UCHAR *)error, error_size) < 0)
			(void)snprintf(error, error_size, "error %d", code);
		*offset_r = offset;
		return NULL;
	}
	/* Without JIT support the interpreter does the same, slower. */
	if (flags & REGEX_JIT)
		(void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
	return wrap(compiled);
}

void regex_free(struct regex *re)
{
	if (!re || re->is_frozen)
		return;
	pcre2_code_free(re->code);
	free(re);
}

/*
 * What all of PCRE2's objects begin with, in every version so far
 * (pcre2_memctl): how they were allocated. Only freeing them asks for that.
 */
struct origin {
	void *(*take)(PCRE2_SIZE size, void *arena);
	void (*leave)(void *p, void *arena);
	void *arena;
};

static void *take_of_arena(PCRE2_SIZE size, void *arena)
{
	return arena_alloc(arena, size);
}

/* It stays where it is, but without pointers to this program. */
static void leave_in_arena(void *p, void *arena)
{
	(void)arena;
	memset(p, 0, sizeof(struct origin));
}

static bool is_from(const pcre2_code *code, const struct arena *a)
{
	struct origin o;

	memcpy(&o, code, sizeof(o));
	return o.take == take_of_arena && o.leave == leave_in_arena &&
	       o.arena == a;
}

/* Puts into the arena what PCRE2 made of patterns to store them. */
static bool unpack(
    struct arena *a, const uint8_t *bytes, struct regex **all, size_t n)
{
	pcre2_general_context *context =
	    pcre2_general_context_create(take_of_arena, leave_in_arena, a);
	pcre2_code **codes = mem_alloc(n, sizeof(pcre2_code *));
	bool ok = context && pcre2_serialize_decode(codes, (int32_t)n, bytes,
				 context) == (int32_t)n;

	for (size_t i = 0; ok && i < n; i++)
		ok = is_from(codes[i], a);
	for (size_t i = 0; ok && i < n; i++) {
		leave_in_arena(codes[i], a);
		regex_free(all[i]);
		all[i] = arena_alloc(a, sizeof(*all[i]));
		*all[i] = (struct regex){codes[i], true};
	}
	free(codes);
	pcre2_general_context_free(context);
	return ok;
}

bool regex_freeze(struct arena *a, struct regex **all, size_t n)
{
	const pcre2_code **codes = mem_alloc(n, sizeof(pcre2_code *));
	uint8_t *bytes = NULL;
	PCRE2_SIZE size;
	bool ok;

	for (size_t i = 0; i < n; i++)
		codes[i] = all[i]->code;
	ok = !n || (n <= INT32_MAX &&
		       pcre2_serialize_encode(codes, (int32_t)n, &bytes, &size,
			   NULL) == (int32_t)n &&
		       unpack(a, bytes, all, n));
	pcre2_serialize_free(bytes);
	free(codes);
	return ok;
}

void regex_version(char *version_r, size_t size_bytes)
{
	char version[64] = ""; /* PCRE2 writes at most 24, with the date */

	(void)pcre2_config(PCRE2_CONFIG_VERSION, version);
	(void)snprintf(version_r, size_bytes, "%s", version);
}

static enum regex_result match(const struct regex *re, struct regex_room *room,
    struct span text, size_t start, uint32_t how, struct regex_span *span_r,
    size_t n)
{
	const PCRE2_SIZE *v;
	size_t set;
	int rc = pcre2_match(re->code, (PCRE2_SPTR)text.data, text.len_bytes,
	    start, PCRE2_NO_UTF_CHECK | how, room->data, room->context);

	if (rc == PCRE2_ERROR_NOMATCH)
		return REGEX_NO_MATCH;
	/* Its bytes were damaged, in a file perhaps: what can be believed? */
	if (rc == PCRE2_ERROR_BADMAGIC || rc == PCRE2_ERROR_BADMODE ||
	    rc == PCRE2_ERROR_INTERNAL)
		abort();
	if (rc < 0)
		return REGEX_LIMIT;
	v = pcre2_get_ovector_pointer(room->data);
	set = rc ? (size_t)rc : GROUPS; /* 0: it has more */
	for (size_t i = 0; i < n; i++) {
		span_r[i] = (struct regex_span){(size_t)-1, (size_t)-1};
		if (i < set)
			span_r[i] = (struct regex_span){v[2 * i], v[2 * i + 1]};
	}
	return REGEX_MATCH;
}

enum regex_result regex_match(const struct regex *re, struct regex_room *room,
    const char *subject, size_t len_bytes, size_t start,
    struct regex_span *span_r, size_t n)
{
	return match(
	    re, room, (struct span){subject, len_bytes}, start, 0, span_r, n);
}

enum regex_result regex_match_at(const struct regex *re,
    struct regex_room *room, const char *subject, size_t len_bytes, size_t at,
    struct regex_span *span_r, size_t n)
{
	return match(re, room, (struct span){subject, len_bytes}, at,
	    PCRE2_ANCHORED, span_r, n);
}

int regex_group(const struct regex *re, const char *name)
{
	int n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return n < 0 ? -1 : n;
}

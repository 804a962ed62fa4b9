/* SPDX-License-Identifier: ISC */
/* The only user of PCRE2. Every match is bounded. */
#include "base/regex.h"
#include "base/arena.h"
#include "base/limits.h"
#include "base/mem.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
};

static uint32_t options(unsigned flags)
{
	uint32_t o = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C;

	if (flags & REGEX_CASELESS)
		o |= PCRE2_CASELESS;
	if (flags & REGEX_MULTILINE)
		o |= PCRE2_MULTILINE;
	if (flags & REGEX_DOTALL)
		o |= PCRE2_DOTALL;
	if (flags & REGEX_EXTENDED)
		o |= PCRE2_EXTENDED;
	return o;
}

/* Takes over a compiled pattern. */
static struct regex *wrap(pcre2_code *code)
{
	struct regex *re = mem_alloc(1, sizeof(*re));

	re->code = code;
	re->data = pcre2_match_data_create_from_pattern(code, NULL);
	re->context = pcre2_match_context_create(NULL);
	if (!re->data || !re->context)
		mem_fail("out of memory");
	pcre2_set_match_limit(re->context, LIMIT_REGEX_MATCH);
	pcre2_set_depth_limit(re->context, LIMIT_REGEX_DEPTH);
	pcre2_set_heap_limit(re->context, LIMIT_REGEX_HEAP_KIB);
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
	if (!re)
		return;
	pcre2_match_context_free(re->context);
	pcre2_match_data_free(re->data);
	pcre2_code_free(re->code);
	free(re);
}

const void *regex_freeze(struct arena *a, const struct regex *re)
{
	const pcre2_code *code = re->code;
	uint8_t *bytes;
	PCRE2_SIZE size;
	void *frozen;

	if (pcre2_serialize_encode(&code, 1, &bytes, &size, NULL) != 1)
		return NULL;
	frozen = arena_alloc(a, size);
	memcpy(frozen, bytes, size);
	pcre2_serialize_free(bytes);
	return frozen;
}

struct regex *regex_thaw(const void *frozen)
{
	pcre2_code *code;

	if (pcre2_serialize_decode(&code, 1, frozen, NULL) != 1)
		return NULL;
	return wrap(code);
}

static enum regex_result match(const struct regex *re, const char *subject,
    size_t len_bytes, size_t start, uint32_t how, struct regex_span *span_r,
    size_t n)
{
	const PCRE2_SIZE *v;
	uint32_t pairs;
	int rc = pcre2_match(re->code, (PCRE2_SPTR)subject, len_bytes, start,
	    PCRE2_NO_UTF_CHECK | how, re->data, re->context);

	if (rc == PCRE2_ERROR_NOMATCH)
		return REGEX_NO_MATCH;
	if (rc < 0)
		return REGEX_LIMIT;
	v = pcre2_get_ovector_pointer(re->data);
	pairs = pcre2_get_ovector_count(re->data);
	for (size_t i = 0; i < n; i++) {
		span_r[i] = (struct regex_span){(size_t)-1, (size_t)-1};
		if (i < pairs && i < (size_t)rc)
			span_r[i] = (struct regex_span){v[2 * i], v[2 * i + 1]};
	}
	return REGEX_MATCH;
}

enum regex_result regex_match(const struct regex *re, const char *subject,
    size_t len_bytes, size_t start, struct regex_span *span_r, size_t n)
{
	return match(re, subject, len_bytes, start, 0, span_r, n);
}

enum regex_result regex_match_at(const struct regex *re, const char *subject,
    size_t len_bytes, size_t at, struct regex_span *span_r, size_t n)
{
	return match(re, subject, len_bytes, at, PCRE2_ANCHORED, span_r, n);
}

int regex_group(const struct regex *re, const char *name)
{
	int n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return n < 0 ? -1 : n;
}

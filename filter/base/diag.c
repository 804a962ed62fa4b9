/* SPDX-License-Identifier: ISC */
/* A list of complaints. Printing it is the business of cmd/. */
#include "base/diag.h"
#include "base/arena.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* A file with ten thousand bad lines must not print ten thousand times. */
#define MOST_COMPLAINTS 200

struct diag {
	struct arena *arena;
	const char **text;
	size_t n, cap;
	size_t n_complaints; /* those that were left out too */
};

struct diag *diag_new(void)
{
	struct diag *d = mem_alloc(1, sizeof(*d));

	d->arena = arena_new();
	return d;
}

void diag_free(struct diag *d)
{
	if (!d)
		return;
	arena_free(d->arena);
	free(d);
}

__attribute__((format(printf, 3, 0))) static void add(
    struct diag *d, const char *where, const char *fmt, va_list ap)
{
	char text[1024];

	(void)vsnprintf(text, sizeof(text), fmt, ap);
	d->text =
	    arena_grow(d->arena, d->text, d->n, &d->cap, sizeof(*d->text));
	d->text[d->n++] = arena_printf(
	    d->arena, "%s%s", where, utf8_printable(d->arena, text, 0));
}

/* A complaint, of which there may be too many. */
__attribute__((format(printf, 3, 0))) static void complain(
    struct diag *d, const char *where, const char *fmt, va_list ap)
{
	d->n_complaints++;
	if (d->n_complaints <= MOST_COMPLAINTS)
		add(d, where, fmt, ap);
	else if (d->n_complaints == MOST_COMPLAINTS + 1)
		diag_fail(d, STATUS_OK, "more complaints are left out");
}

enum status diag_fail(struct diag *d, enum status status, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(d, "", fmt, ap);
	va_end(ap);
	return status;
}

void diag_warn(struct diag *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain(d, "", fmt, ap);
	va_end(ap);
}

void diag_at(struct diag *d, const char *file, int line, int column,
    const char *fmt, ...)
{
	char where[4200];
	va_list ap;

	if (column > 0)
		(void)snprintf(
		    where, sizeof(where), "%s:%d:%d: ", file, line, column);
	else
		(void)snprintf(where, sizeof(where), "%s:%d: ", file, line);
	va_start(ap, fmt);
	complain(d, where, fmt, ap);
	va_end(ap);
}

size_t diag_count(const struct diag *d)
{
	return d->n;
}

const char *diag_text(const struct diag *d, size_t i)
{
	return d->text[i];
}

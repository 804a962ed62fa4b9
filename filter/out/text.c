/* SPDX-License-Identifier: ISC */
/* Lays text out: wrapped lines, columns, HTML escapes. */
#include "out/text.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#define GAP_CELLS 2
/* So much of the last column, and of a name, can be read. */
#define LEAST_CELLS      30
#define LEAST_NAME_CELLS 14

static void blanks(struct buf *out, size_t n)
{
	while (n--)
		buf_char(out, ' ');
}

static size_t cells_of(struct arena *a, const char *s, size_t len)
{
	return utf8_cells(arena_strndup(a, s, len));
}

static void wrap_line(struct arena *a, struct buf *out, const char *line,
    size_t len, size_t cells)
{
	size_t indent = strspn(line, " "), column, i;
	bool begun = false;

	indent = indent < len ? indent : len;
	buf_append(out, line, indent);
	column = i = indent;
	if (len - i > 2 && !strncmp(line + i, "- ", 2))
		indent += 2;
	while (i < len) {
		size_t n = strcspn(line + i, " \n"), w;

		n = n < len - i ? n : len - i;
		w = cells_of(a, line + i, n);
		if (begun && column + 1 + w > cells) {
			buf_char(out, '\n');
			blanks(out, indent);
			column = indent;
		} else if (begun) {
			buf_char(out, ' ');
			column++;
		}
		buf_append(out, line + i, n);
		column += w;
		begun = true;
		i += n;
		i += strspn(line + i, " ");
	}
}

void text_wrap(struct buf *out, const char *text, size_t cells)
{
	struct arena *a = arena_new();

	while (*text) {
		size_t n = strcspn(text, "\n");

		wrap_line(a, out, text, n, cells);
		text += n;
		if (*text) {
			buf_char(out, '\n');
			text++;
		}
	}
	arena_free(a);
}

char *text_wrapped(struct arena *a, const char *text, size_t cells)
{
	struct buf out = BUF_EMPTY;
	char *copy;

	text_wrap(&out, text, cells);
	copy = arena_strdup(a, buf_text(&out));
	buf_release(&out);
	return copy;
}

void text_html(struct buf *out, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '&':
			buf_puts(out, "&amp;");
			break;
		case '<':
			buf_puts(out, "&lt;");
			break;
		case '>':
			buf_puts(out, "&gt;");
			break;
		case '"':
			buf_puts(out, "&quot;");
			break;
		default:
			buf_char(out, *text);
		}
	}
}

void table_init(struct table *t, struct arena *a,
    const struct table_column *columns, size_t n_columns)
{
	*t = (struct table){
	    .arena = a, .columns = columns, .n_columns = n_columns};
}

void table_row(struct table *t, const char *const *cells)
{
	t->rows = arena_grow(
	    t->arena, t->rows, t->n_rows, &t->cap_rows, sizeof(*t->rows));
	for (size_t i = 0; i < t->n_columns; i++)
		t->rows[t->n_rows][i] = utf8_printable(
		    t->arena, cells[i] ? cells[i] : "", t->columns[i].most);
	t->n_rows++;
}

/* A row whose other cells are NULL. */
void table_heading(struct table *t, const char *text)
{
	t->rows = arena_grow(
	    t->arena, t->rows, t->n_rows, &t->cap_rows, sizeof(*t->rows));
	t->rows[t->n_rows++][0] = utf8_printable(t->arena, text, 0);
}

static bool is_heading(const char *const *cells)
{
	return !cells[1];
}

static size_t column_width(const struct table *t, size_t c)
{
	size_t widest = utf8_cells(t->columns[c].title);

	for (size_t r = 0; r < t->n_rows; r++) {
		size_t w =
		    is_heading(t->rows[r]) ? 0 : utf8_cells(t->rows[r][c]);

		widest = w > widest ? w : widest;
	}
	return widest;
}

/* What is shown of a table: a width for each column, 0 for one that went. */
struct layout {
	size_t widths[TABLE_COLUMNS];
	size_t last;  /* the column that is cut to what is left */
	size_t width; /* of the terminal, 0: nothing is cut */
};

static size_t last_shown(const struct layout *y, size_t n_columns)
{
	while (n_columns > 1 && !y->widths[n_columns - 1])
		n_columns--;
	return n_columns - 1;
}

/* How many columns of the terminal are too few. */
static size_t missing(const struct layout *y, size_t n_columns)
{
	size_t last = last_shown(y, n_columns), need = y->widths[last];

	need = need < LEAST_CELLS ? need : LEAST_CELLS;
	for (size_t c = 0; c < last; c++)
		need += y->widths[c] ? y->widths[c] + GAP_CELLS : 0;
	return need > y->width ? need - y->width : 0;
}

/* The column that goes next; n_columns when none may. */
static size_t next_to_go(const struct table *t, const struct layout *y)
{
	size_t found = t->n_columns;

	for (size_t c = 0; c < t->n_columns; c++)
		if (t->columns[c].goes && y->widths[c] &&
		    (found == t->n_columns ||
			t->columns[c].goes < t->columns[found].goes))
			found = c;
	return found;
}

static struct layout lay_out(const struct table *t, size_t width)
{
	struct layout y = {.width = width};
	size_t go;

	/* last_shown() counts on it: every table has a column. */
	assert(t->n_columns && t->n_columns <= TABLE_COLUMNS);
	for (size_t c = 0; c < t->n_columns; c++)
		y.widths[c] = column_width(t, c);
	while (width && missing(&y, t->n_columns) &&
	       (go = next_to_go(t, &y)) < t->n_columns)
		y.widths[go] = 0;
	y.last = last_shown(&y, t->n_columns);
	for (size_t c = 0; width && c < y.last; c++) {
		size_t too_few = missing(&y, t->n_columns), w = y.widths[c];

		if (!t->columns[c].most || w <= LEAST_NAME_CELLS)
			continue;
		y.widths[c] = w > LEAST_NAME_CELLS + too_few ? w - too_few
							     : LEAST_NAME_CELLS;
	}
	return y;
}

static void write_row(const struct table *t, struct buf *out,
    const char *const *cells, const struct layout *y)
{
	size_t used = 0;

	for (size_t c = 0; c <= y->last; c++) {
		size_t room = y->widths[c], w;
		const char *cell = cells[c];

		if (!room)
			continue;
		/* A narrow terminal shows at least a word or two. */
		if (c == y->last)
			room = y->width > used + 12 ? y->width - used : 12;
		if (y->width)
			cell = utf8_printable(t->arena, cell, room);
		if (c == y->last && !t->columns[c].is_right) {
			buf_puts(out, cell);
			break;
		}
		w = utf8_cells(cell);
		if (t->columns[c].is_right)
			blanks(out, y->widths[c] - w);
		buf_puts(out, cell);
		if (c == y->last)
			break;
		if (!t->columns[c].is_right)
			blanks(out, y->widths[c] - w);
		blanks(out, GAP_CELLS);
		used += y->widths[c] + GAP_CELLS;
	}
	while (out->len_bytes && out->data[out->len_bytes - 1] == ' ')
		out->data[--out->len_bytes] = '\0';
	buf_char(out, '\n');
}

void table_write(const struct table *t, struct buf *out, size_t width)
{
	const char *titles[TABLE_COLUMNS] = {0};
	struct layout y = lay_out(t, width);

	for (size_t c = 0; c < t->n_columns; c++)
		titles[c] = t->columns[c].title;
	write_row(t, out, titles, &y);
	for (size_t r = 0; r < t->n_rows; r++)
		if (is_heading(t->rows[r]))
			buf_printf(out, "\n%s\n", t->rows[r][0]);
		else
			write_row(t, out, t->rows[r], &y);
}

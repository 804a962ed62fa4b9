/* SPDX-License-Identifier: ISC */
/* rapport.conf(5): the line-based file into struct config. */
#include "cmd/config.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/lines.h"
#include "base/str.h"

#include <string.h>

enum status config_read(
    struct arena *a, const char *path, struct diag *d, struct config *config_r)
{
	struct buf text = BUF_EMPTY;
	struct lines in;
	enum status status;
	size_t cap = 0;

	config_defaults(config_r);
	status = file_read(path, LIMIT_CONFIG_BYTES, d, &text);
	if (status != STATUS_OK)
		goto out;
	lines_init(&in, a, d, path, buf_text(&text), text.len_bytes);
	while (lines_next(&in)) {
		struct me *me = &config_r->me;

		if (!strcmp(in.keyword, "name")) {
			me->name = in.rest;
		} else if (!strcmp(in.keyword, "address")) {
			me->addresses = arena_grow(a, me->addresses,
			    me->n_addresses, &cap, sizeof(*me->addresses));
			for (char *s = in.rest; *s; s++)
				*s = str_lower(*s);
			me->addresses[me->n_addresses++] = in.rest;
		}
	}
out:
	buf_release(&text);
	return status;
}

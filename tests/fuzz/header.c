/* SPDX-License-Identifier: ISC */
/* Fuzzes the reading of headers: splitting, people, dates, subjects. */
#include "mail/header.h"
#include "base/arena.h"
#include "check.h"
#include "mail/fields.h"
#include "model/letter.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *exact = fuzz_exact(data, size), *from_line;
	size_t start = header_start(a, exact, size, &from_line);
	struct letter l = {.message_id = "",
	    .subject = "",
	    .topic = "",
	    .date = FUZZ_ARRIVAL,
	    .from = {"", ""},
	    .text = ""};
	struct header h;

	must(start <= size, "the header begins behind the end");
	header_split(a, exact + start, size - start, &h);
	must(h.body <= size - start, "the body begins behind the end");
	fields_read(a, fuzz_words(), &h, from_line, FUZZ_ARRIVAL, &l);
	if (!l.message_id[0])
		fields_make_id(
		    a, &h, exact + start + h.body, size - start - h.body, &l);
	free(exact); /* the letter borrows nothing */
	check_header(&l);
	arena_free(a);
	return 0;
}

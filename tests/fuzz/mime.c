/* SPDX-License-Identifier: ISC */
/* Fuzzes mail_read(): whole messages, above all their MIME structure. */
#include "base/arena.h"
#include "check.h"
#include "mail/read.h"
#include "model/letter.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	char *exact = fuzz_exact(data, size);
	struct letter *l =
	    mail_read(a, fuzz_words(), exact, size, FUZZ_ARRIVAL);

	free(exact); /* the letter borrows nothing */
	check_header(l);
	check_body(l);
	(void)mail_new_text(a, l);
	arena_free(a);
	return 0;
}

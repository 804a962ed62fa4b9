/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes what tells new text from quotes, forwards and signatures, and what
 * cuts it into sentences. The first byte says how the text was flowed.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "mail/charset.h"
#include "mail/plain.h"
#include "mail/read.h"
#include "mail/sentence.h"
#include "mail/zone.h"
#include "model/letter.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	/* Letters: plain text, as the seeds are. */
	unsigned how = size && data[0] < '0' ? data[0] : 0;
	struct plain_format format = {how & 1, how & 2};
	struct buf text = BUF_EMPTY;
	struct letter l = {.message_id = "",
	    .subject = "Re: The boat",
	    .topic = "The boat",
	    .date = FUZZ_ARRIVAL,
	    .from = {"Ann Lee", "ann@example.org"}};
	char *exact = fuzz_exact(data, size);
	const char *read;
	size_t len;

	read = charset_decode(a, NULL, exact, size, &len);
	free(exact);
	plain_append(&text, read, len, format);
	l.text =
	    fuzz_exact((const uint8_t *)buf_text(&text), text.len_bytes + 1);
	l.text_len = text.len_bytes;
	exact = (char *)l.text;
	zones_find(a, fuzz_words(), &l);
	sentences_find(a, fuzz_words(), &l);
	check_body(&l);
	(void)mail_new_text(a, &l);
	free(exact);
	buf_release(&text);
	arena_free(a);
	return 0;
}

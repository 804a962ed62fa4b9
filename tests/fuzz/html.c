/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes the reading of HTML: as text with marker lines, then what of it is
 * new; and what is done without the HTML module.
 */
#include "mail/html.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "check.h"
#include "mail/charset.h"
#include "mail/read.h"
#include "mail/sentence.h"
#include "mail/tags.h"
#include "mail/zone.h"
#include "model/letter.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct letter l = {.message_id = "",
	    .subject = "",
	    .topic = "",
	    .date = FUZZ_ARRIVAL,
	    .from = {"Ann Lee", "ann@example.org"}};
	struct buf bare = BUF_EMPTY;
	char *exact = fuzz_exact(data, size), *html;
	size_t len;

	/* What it is given is valid UTF-8. */
	html = charset_decode(a, "utf-8", exact, size, &len);
	free(exact);
	exact = fuzz_exact((const uint8_t *)html, len);
	l.text = html_to_text(a, exact, len, &l.text_len);
	must(l.text, "there is no HTML module");
	must(strlen(l.text) == l.text_len, "the rendering holds a NUL");
	must(utf8_valid(l.text, l.text_len), "the rendering is not UTF-8");
	tags_strip(&bare, exact, len);
	must(utf8_valid(buf_text(&bare), bare.len_bytes),
	    "the text without tags is not UTF-8");
	free(exact);
	zones_find(a, fuzz_words(), &l);
	sentences_find(a, fuzz_words(), &l);
	check_body(&l);
	(void)mail_new_text(a, &l);
	buf_release(&bare);
	arena_free(a);
	return 0;
}

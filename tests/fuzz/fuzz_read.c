/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes mail_read(). With libFuzzer (clang -fsanitize=fuzzer) this is the
 * target; compiled with -DREPLAY it reads each file that is named. What
 * must hold beside no crash: valid UTF-8 without NULs, zones that cover the
 * text, sentences inside it.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "mail/read.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds, const char *what)
{
	if (holds)
		return;
	(void)fprintf(stderr, "fuzz_read: %s\n", what);
	abort();
}

static void check_text(const char *s, const char *what)
{
	must(s && utf8_valid(s, strlen(s)), what);
}

static void check_people(const struct mailbox *m, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		check_text(m[i].name, "a name is not UTF-8");
		must(m[i].addr != NULL, "an address is missing");
	}
}

static void check_zones(const struct letter *l)
{
	size_t at = 0;

	for (size_t i = 0; i < l->n_zones; i++) {
		must(l->zones[i].offset == at, "zones leave a gap");
		at += l->zones[i].len_bytes;
	}
	must(at == l->text_len, "zones do not cover the text");
	for (size_t i = 0; i < l->n_sentences; i++) {
		const struct sentence *s = &l->sentences[i];

		must(s->offset <= at && s->len_bytes <= at - s->offset,
		    "a sentence lies outside the text");
		check_text(s->text, "a sentence is not UTF-8");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct stamp arrival = {1795305600, 60};
	struct arena *a = arena_new();
	char *exact = malloc(size ? size : 1);
	struct letter *l;

	if (!exact)
		abort();
	if (size)
		memcpy(exact, data, size);
	l = mail_read(a, NULL, exact, size, arrival);
	free(exact); /* the letter borrows nothing */
	must(strlen(l->text) == l->text_len, "the text holds a NUL");
	check_text(l->text, "the text is not UTF-8");
	check_text(l->subject, "the subject is not UTF-8");
	check_text(l->topic, "the topic is not UTF-8");
	must(l->message_id[0] != '\0', "there is no Message-ID");
	check_people(&l->from, 1);
	check_people(l->to, l->n_to);
	check_people(l->cc, l->n_cc);
	check_people(l->reply_to, l->n_reply_to);
	for (size_t i = 0; i < l->n_attachments; i++) {
		check_text(l->attachments[i].name, "a file name is not UTF-8");
		must(l->attachments[i].type != NULL, "a type is missing");
	}
	check_zones(l);
	(void)mail_new_text(a, l);
	arena_free(a);
	return 0;
}

#ifdef REPLAY
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		static uint8_t data[1024 * 1024];
		FILE *f = fopen(argv[i], "rb");
		size_t n;

		if (!f) {
			(void)fprintf(stderr, "cannot open '%s'\n", argv[i]);
			return 66;
		}
		n = fread(data, 1, sizeof(data), f);
		(void)fclose(f);
		(void)LLVMFuzzerTestOneInput(data, n);
	}
	return 0;
}
#endif

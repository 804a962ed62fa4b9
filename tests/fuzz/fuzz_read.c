/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes mail_read() with the phrases of rules/ in the working directory:
 * `make fuzz` links it with libFuzzer, `make check` with replay.c. What must
 * hold beside no crash: valid UTF-8 without NULs or marker lines, zones that
 * cover the text, sentences inside it.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "mail/html.h"
#include "mail/read.h"
#include "model/language.h"
#include "rule/rules.h"

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

/* Read once and kept: reading them takes longer than any message. */
static const struct reading_words *words(void)
{
	static struct rules *rules;
	const char *dir = "rules";

	if (!rules)
		must(rules_load(&dir, 1, 0, diag_new(), &rules) == STATUS_OK,
		    "there is no rules/ here");
	return rules_language(rules, "en")->reading;
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
	l = mail_read(a, words(), exact, size, arrival);
	free(exact); /* the letter borrows nothing */
	must(strlen(l->text) == l->text_len, "the text holds a NUL");
	must(!strchr(l->text, HTML_MARK), "a marker is left in the text");
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

/* SPDX-License-Identifier: ISC */
/*
 * What fuzz targets share: what must hold beside no crash. Text is valid
 * UTF-8 without NULs or marker lines, zones cover it, sentences lie inside.
 */
#include "check.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "mail/html.h"
#include "model/language.h"
#include "model/letter.h"
#include "rule/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void must(bool holds, const char *what)
{
	if (holds)
		return;
	(void)fprintf(stderr, "fuzz: %s\n", what);
	abort();
}

const struct reading_words *fuzz_words(void)
{
	/* Read once and kept: reading them takes longer than any message. */
	static struct rules *rules;
	const char *dir = "rules";

	if (!rules)
		must(rules_load(&dir, 1, 0, diag_new(), &rules) == STATUS_OK,
		    "there is no rules/ here");
	return rules_language(rules, NULL)->reading;
}

char *fuzz_exact(const uint8_t *data, size_t size)
{
	char *exact = malloc(size ? size : 1);

	must(exact, "out of memory");
	if (size)
		memcpy(exact, data, size);
	return exact;
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

void check_header(const struct letter *l)
{
	check_text(l->subject, "the subject is not UTF-8");
	check_text(l->topic, "the topic is not UTF-8");
	must(l->message_id[0] != '\0', "there is no Message-ID");
	check_people(&l->from, 1);
	check_people(l->to, l->n_to);
	check_people(l->cc, l->n_cc);
	check_people(l->reply_to, l->n_reply_to);
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
		must(strlen(s->text) == s->text_len, "a sentence has a NUL");
		must(s->answers == SENTENCE_ANSWERS_NOTHING ||
			 s->answers < l->n_quoted,
		    "a sentence answers a question that is not there");
	}
	for (size_t i = 0; i < l->n_quoted; i++) {
		const struct quoted_text *q = &l->quoted[i];

		must(q->offset <= at && q->len_bytes <= at - q->offset,
		    "a question lies outside the text");
		must(q->zone < l->n_zones, "a question lies in no zone");
		check_text(q->text, "a question is not UTF-8");
	}
}

void check_body(const struct letter *l)
{
	must(strlen(l->text) == l->text_len, "the text holds a NUL");
	must(!strchr(l->text, HTML_MARK), "a marker is left in the text");
	check_text(l->text, "the text is not UTF-8");
	for (size_t i = 0; i < l->n_attachments; i++) {
		check_text(l->attachments[i].name, "a file name is not UTF-8");
		must(l->attachments[i].type != NULL, "a type is missing");
	}
	check_zones(l);
}

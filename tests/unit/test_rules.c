/* SPDX-License-Identifier: ISC */
/* Rule files: what they may say, what is complained about, the prefilter. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "mail/read.h"
#include "model/language.h"
#include "model/letter.h"
#include "rule/match.h"
#include "rule/rules.h"
#include "rule/ruleset.h"
#include "rulebook.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct rule_result match(
    struct rulebook *f, const char *text, uint32_t facts)
{
	struct rule_input in = {.facts = facts};
	struct rule_result r;

	in.texts[TARGET_SENTENCE] = rules_plain(f->arena, text, strlen(text));
	rules_match(f->arena, f->rules, "xx", &in, &r);
	return r;
}

static void near(double got, double want)
{
	assert_true(got > want - 0.001 && got < want + 0.001);
}

static void scores_and_bias_make_a_confidence(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f,
	    "bias request -2\nrequest A /send/\nscore A 3\n"
	    "request B /now/i\nscore B -1\nrequest C /never/\n",
	    0);
	near(match(&f, "send it", 0).confidence[ACT_REQUEST], 0.7311);
	near(match(&f, "send it NOW", 0).confidence[ACT_REQUEST], 0.5);
	near(match(&f, "nothing", 0).confidence[ACT_REQUEST], 0);
	/* Evidence against alone is no evidence. */
	assert_false(match(&f, "now", 0).is_spoken_for[ACT_REQUEST]);
	rulebook_remove(&f);
}

static void a_score_may_be_of_one_act(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f,
	    "request,question A /x/\nscore A 2\nscore A question -1\n"
	    "score A meeting 1\n",
	    0);
	near(match(&f, "x", 0).confidence[ACT_REQUEST], 0.8808);
	assert_false(match(&f, "x", 0).is_spoken_for[ACT_QUESTION]);
	assert_true(match(&f, "x", 0).is_spoken_for[ACT_MEETING]);
	rulebook_remove(&f);
}

static void macros_stand_in_patterns_and_macros(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f,
	    "define A (?:red|blue)\ndefine B ${A} car\n"
	    "request R /my ${B}s/\n",
	    0);
	assert_true(match(&f, "my blue cars", 0).is_spoken_for[ACT_REQUEST]);
	assert_false(match(&f, "my cars", 0).is_spoken_for[ACT_REQUEST]);
	rulebook_remove(&f);
}

static void expressions_join_rules_and_facts(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f,
	    "part __A /a/\npart __B /b/\n"
	    "request R (__A || IS_REPLY) && !__B\n",
	    0);
	assert_true(match(&f, "a", 0).is_spoken_for[ACT_REQUEST]);
	assert_true(match(&f, "x", FACT_IS_REPLY).is_spoken_for[ACT_REQUEST]);
	assert_false(match(&f, "x", 0).is_spoken_for[ACT_REQUEST]);
	assert_false(match(&f, "a b", 0).is_spoken_for[ACT_REQUEST]);
	rulebook_remove(&f);
}

static void a_group_names_who_must_act(void **state)
{
	struct rulebook f;
	struct rule_result r;

	(void)state;
	rulebook_write(&f,
	    "who sender I\nwho recipient you\n"
	    "commitment C /(?<who>\\w+) will/\n",
	    0);
	r = match(&f, "then Tom will call", 0);
	assert_int_equal(r.n_hits, 1);
	assert_int_equal(rules_who(f.rules, "xx", r.hits[0].who), WHO_NAMED);
	r = match(&f, "i will call", 0);
	assert_int_equal(rules_who(f.rules, "xx", r.hits[0].who), WHO_SENDER);
	rulebook_remove(&f);
}

static void nothing_rules_say_so(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f, "nothing N /^dear/i\nrequest R /dear/i\n", 0);
	assert_true(match(&f, "Dear Ann", 0).is_nothing);
	assert_false(match(&f, "my dear", 0).is_nothing);
	rulebook_remove(&f);
}

static void typographic_apostrophes_are_plain(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f, "request R /i'll \"x\"/\n", 0);
	assert_true(
	    match(&f, "i\u2019ll \u201cx\u201d", 0).is_spoken_for[ACT_REQUEST]);
	rulebook_remove(&f);
}

static void a_later_file_replaces_and_rescores(void **state)
{
	struct rulebook f;
	char *path;
	static const char more[] = "request A /two/\nscore B 2\n";

	(void)state;
	rulebook_write(&f, "request A /one/\nrequest B /three/\n", 0);
	path = arena_printf(f.arena, "%s/xx/b.rules", f.dir);
	assert_int_equal(
	    file_write_atomic(path, more, strlen(more), f.diag), STATUS_OK);
	assert_int_equal(rules_add_file(f.rules, "xx", path), STATUS_OK);
	assert_false(match(&f, "one", 0).is_spoken_for[ACT_REQUEST]);
	assert_true(match(&f, "two", 0).is_spoken_for[ACT_REQUEST]);
	near(match(&f, "three", 0).confidence[ACT_REQUEST], 0.8808);
	rulebook_remove(&f);
}

static void bad_entries_are_placed_and_skipped(void **state)
{
	static const struct {
		const char *line, *complaint;
	} cases[] = {
	    {"requets R /x/", ":2:1: 'requets' is neither"},
	    {"request,foo R /x/", ":2:1: 'request,foo' is neither"},
	    {"request", ":2:"},
	    {"request R", "needs a /pattern/"},
	    {"request R /x", "no closing '/'"},
	    {"request R /x/q", ":2:14: a pattern's flags"},
	    {"request 9R /x/", "cannot be the name"},
	    {"request HAS_DATE /x/", "cannot be the name"},
	    {"request R /(x/", "rule R: missing closing"},
	    {"request R /${NO}/", ":2:12: no such macro"},
	    {"define M ${M}", "no such macro"},
	    {"request R GOOD &&", "should stand here"},
	    {"request R NOBODY", ":2:11: no rule or fact"},
	    {"request R (GOOD", "')' should stand here"},
	    {"request R GOOD GOOD", "'&&' or '||'"},
	    {"request R R", "leads back to itself"},
	    {"score GOOD x", ":2:12: a number"},
	    {"score GOOD 1000", "a number"},
	    {"score GOOD nan", "a number"},
	    {"score GOOD foo 1", "no act has this name"},
	    {"score NOBODY 1", "no rule has the name 'NOBODY'"},
	    {"bias foo 1", "no act has this name"},
	    {"describe NOBODY x", "no rule has the name"},
	    {"who me I", "'sender' or 'recipient'"},
	    {"test GOOD maybe x", "'ok' or 'fail'"},
	    {"test GOOD ok +FOO x", "no fact has this name"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct rulebook f;
		char text[256];

		(void)snprintf(text, sizeof(text),
		    "# first\n%s\nrequest GOOD /good/\n", cases[i].line);
		rulebook_write(&f, text, RULES_EXAMPLES);
		rules_compile(f.rules);
		assert_int_equal(diag_count(f.diag), 1);
		if (!strstr(diag_text(f.diag, 0), cases[i].complaint))
			fail_msg(
			    "%s gives %s", cases[i].line, diag_text(f.diag, 0));
		assert_true(match(&f, "good", 0).is_spoken_for[ACT_REQUEST]);
		rulebook_remove(&f);
	}
}

static void circles_of_expressions_are_refused(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f, "part __A __B\npart __B __C\npart __C __A\n", 0);
	assert_true(diag_count(f.diag) >= 1);
	(void)match(&f, "x", 0);
	rulebook_remove(&f);
}

static void no_language_is_an_error(void **state)
{
	const char *dirs[] = {"/nonexistent/rules"};
	struct diag *d = diag_new();
	struct rules *r = NULL;

	(void)state;
	assert_int_equal(rules_load(dirs, 1, 0, d, &r), STATUS_CONFIG);
	assert_null(r);
	diag_free(d);
}

static const struct needs *no_macro(void *context, const char *name, size_t len)
{
	(void)context;
	(void)name;
	(void)len;
	return NULL;
}

/* "<" and ">" for word boundaries, "^" for the beginning, "~" for more. */
static void put_literals(char *out, const struct literals *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct literal *s = &l->items[i];

		(void)strcat(out, i ? "|" : "");
		(void)strcat(out, s->flags & LITERAL_FIRST ? "^" : "");
		(void)strcat(out, s->flags & LITERAL_WORD_START ? "<" : "");
		(void)strncat(out, s->text, s->len_bytes);
		(void)strcat(out, s->flags & LITERAL_WORD_END ? ">" : "");
		(void)strcat(out, s->flags & LITERAL_CUT ? "~" : "");
	}
}

static void needs_are_found_or_given_up(void **state)
{
	static const struct {
		const char *pattern;
		const char *needs; /* start & set & set / other branch */
	} cases[] = {
	    {"\\bsend it\\b", "<send it>"},
	    {"(?:I|we)'ll (?:send|mail)",
		"i'll send|i'll mail|we'll send|we'll mail"},
	    {"colou?r", "colour|color"},
	    {"ab+cde", "ab~ & cde"},
	    {"abc*def", "abc~|abdef~ & def"},
	    {"(?:call me)? now please", "call me now please| now please"},
	    {"x{2,}yes", "x~ & yes"},
	    {"a.bcd", "a~ & bcd"},
	    {"analy[sz]e", "analyse|analyze"},
	    {"[^abc]def[]x]ghij", "~ & def]ghij|defxghij"},
	    {"[[:alpha:]]def", "~ & def"},
	    {"[a-z]def", "~ & def"},
	    {"[A-C]", "a|b|c"},
	    {"^one|two$", "^<one / two>"},
	    {"want (?:\\w+ )?call", "want ~ & <call"},
	    {"want (?:\\w+)?call", "want ~ & call"},
	    {"want (?:\\w+ |\\d+)?call", "want ~ & call"},
	    {"want (?:\\w+ |[0-9,]-)*call", "want ~ & <call"},
	    {"want (?=a)\\s*call", "want ~ & <call"},
	    {"want\\s*call", "want~ & call"},
	    {"want\\W+call", "want~ & <call"},
	    {"want\\D+call", "want~ & call"},
	    {"want .*\\bcall", "want ~ & <call"},
	    {"\\w+(?:, )?call", "~ & , call|call"},
	    {"one|.tw?", "one / ~"},
	    {"(?!never)say", "say"},
	    {"(?<=never )say", "say"},
	    {"(?<who>tom|he) will", "tom will|he will"},
	    {"(?:we .* meet|he calls)", "we ~|he calls~ &  meet|he calls"},
	    {"\\$5", "$5"},
	    {"\\x{2013}abc", "~ & abc"},
	    {"\\Qabc\\E", ""},
	    {"abc\\x41", ""},
	    {"x(?i:AB)c", "xabc"},
	    {"x(?-i:AB)c", "xabc"},
	    {"(?i)abc", ""},
	    {"(?x: a b)c", ""},
	    {"(*UTF)abc", ""},
	    {"abc\\1", ""},
	    {"abc[", ""},
	    {"abc[\\", ""},
	    {"abc\\", ""},
	    {"abc{,3}", ""},
	    {"(abc", ""},
	    {"(?<abc", ""},
	    {"abc)", ""},
	    {"*abc", ""},
	    {"stra\xC3\x9F?"
	     "enbahn",
		"stra~ & enbahn"},
	    {"ABC", "abc"},
	    {"${X}abc", ""},
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct pattern_needs p;
		char got[512] = "";

		(void)literals_find(a, cases[i].pattern, 0, no_macro, NULL, &p);
		for (size_t k = 0; k < p.n; k++) {
			(void)strcat(got, k ? " / " : "");
			put_literals(got, &p.branches[k].start);
			for (size_t s = 0; s < p.branches[k].n_sets; s++) {
				(void)strcat(got, " & ");
				put_literals(got, &p.branches[k].sets[s]);
			}
		}
		assert_string_equal(got, cases[i].needs);
	}
	arena_free(a);
}

static void matches_begin_where_the_literals_are(void **state)
{
	static const struct {
		const char *text;
		size_t start; /* -1: no match */
	} cases[] = {
	    {"they will call, we will call", 16},
	    {"We'll call.", 0},
	    {"owe will call", (size_t)-1},
	    {"we will recall, so we will", (size_t)-1},
	    {"we call; we will. We will call. We will call", 18},
	    {"we will we will we will we will we will we will we will "
	     "we will we will we will call",
		72},
	    {"we will", (size_t)-1},
	    {"", (size_t)-1},
	};
	struct rulebook f;

	(void)state;
	rulebook_write(&f, "request R /\\bwe(?: will|'ll) call\\b/i\n", 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct rule_result r = match(&f, cases[i].text, 0);

		assert_int_equal(r.n_hits, cases[i].start != (size_t)-1);
		if (r.n_hits)
			assert_int_equal(r.hits[0].span.start, cases[i].start);
	}
	rulebook_remove(&f);
}

static void a_matcher_forgets_the_sentence_before(void **state)
{
	struct rulebook f;
	struct matcher *m;
	struct rule_result r;
	struct rule_input in = {.facts = 0};

	(void)state;
	rulebook_write(&f,
	    "request R /send/\nbulk B subject /news/\nmeeting M B && R\n", 0);
	m = rules_matcher(f.arena, f.rules, "xx");
	in.texts[TARGET_SUBJECT] = rules_plain(f.arena, "news", 4);
	in.texts[TARGET_SENTENCE] = rules_plain(f.arena, "send it", 7);
	rules_match_next(m, &in, &r);
	assert_int_equal(r.n_hits, 3);
	assert_int_equal(r.hits[2].target, TARGET_SENTENCE);
	assert_int_equal(r.hits[2].span.end, 4);
	in.texts[TARGET_SENTENCE] = rules_plain(f.arena, "keep it", 7);
	rules_match_next(m, &in, &r);
	assert_int_equal(r.n_hits, 1);
	in.texts[TARGET_SUBJECT] = rules_plain(f.arena, "olds", 4);
	in.texts[TARGET_SENTENCE] = rules_plain(f.arena, "now send", 8);
	rules_match_next(m, &in, &r);
	assert_int_equal(r.n_hits, 1);
	assert_int_equal(r.hits[0].span.start, 4);
	rulebook_remove(&f);
}

static void evidence_against_nothing_is_no_hit(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f,
	    "request A /send/\nrequest B /never/\nscore B -1\n"
	    "bulk C /never/\nscore C -1\n",
	    0);
	assert_int_equal(match(&f, "never", 0).n_hits, 1);
	assert_int_equal(match(&f, "never send", 0).n_hits, 3);
	rulebook_remove(&f);
}

static void odd_capitals_pass_the_prefilter(void **state)
{
	struct rulebook f;

	(void)state;
	rulebook_write(&f, "request R /task/i\n", 0);
	assert_true(match(&f, "ta\u017f\u212a", 0).is_spoken_for[ACT_REQUEST]);
	rulebook_remove(&f);
}

static struct rules *shipped(struct arena *a, struct diag *d, unsigned flags)
{
	const char *source = getenv("SOURCE");
	const char *dirs[1];
	struct rules *r = NULL;

	dirs[0] = file_join(a, source ? source : ".", "rules");
	assert_int_equal(
	    rules_load(dirs, 1, flags | RULES_EXAMPLES, d, &r), STATUS_OK);
	return r;
}

/* Two sets of the shipped rules, with and without the prefilter. */
struct both {
	struct arena *arena;
	struct rules *with, *without;
	struct ruleset *set;
};

static void assert_agree(const struct both *b, const char *text, uint32_t facts)
{
	struct rule_input in = {.facts = facts};
	struct rule_result x, y;

	for (int t = 0; t < TARGETS; t++)
		in.texts[t] = rules_plain(b->arena, text, strlen(text));
	rules_match(b->arena, b->with, "en", &in, &x);
	rules_match(b->arena, b->without, "en", &in, &y);
	assert_int_equal(x.n_hits, y.n_hits);
	for (size_t k = 0; k < x.n_hits; k++) {
		assert_string_equal(x.hits[k].name, y.hits[k].name);
		assert_int_equal(x.hits[k].span.start, y.hits[k].span.start);
		assert_int_equal(x.hits[k].span.end, y.hits[k].span.end);
	}
}

/* Every sentence of a letter. */
static void assert_agree_on_mail(const struct both *b, const char *path)
{
	struct diag *d = diag_new();
	struct buf text = BUF_EMPTY;
	struct stamp now = {1772000000, 0};
	const struct letter *l;

	assert_int_equal(file_read(path, 1 << 20, d, &text), STATUS_OK);
	l = mail_read(b->arena, rules_language(b->with, "en")->reading,
	    buf_text(&text), text.len_bytes, now);
	for (size_t i = 0; i < l->n_sentences; i++)
		assert_agree(b, l->sentences[i].text, (uint32_t)i * 0x9E3779);
	buf_release(&text);
	diag_free(d);
}

static void prefilter_changes_no_result(void **state)
{
	static const char *const folders[] = {
	    "tests/sample/inbox", "tests/sample/sent", "tests/mail"};
	struct diag *d = diag_new();
	struct both b = {.arena = arena_new()};
	const char *source = getenv("SOURCE");

	(void)state;
	source = source ? source : ".";
	b.with = shipped(b.arena, d, 0);
	b.without = shipped(b.arena, d, RULES_NO_PREFILTER);
	b.set = ruleset_find(b.with, "en");
	assert_true(b.set->n_examples > 400);
	for (size_t i = 0; i < b.set->n_examples; i++)
		assert_agree(
		    &b, b.set->examples[i].text, b.set->examples[i].facts);
	assert_agree_on_mail(
	    &b, file_join(b.arena, source, "tests/bench/message.eml"));
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		char *folder = file_join(b.arena, source, folders[i]);
		DIR *dir = opendir(folder);
		const struct dirent *entry;

		assert_non_null(dir);
		while ((entry = readdir(dir)))
			if (strstr(entry->d_name, ".eml"))
				assert_agree_on_mail(&b,
				    file_join(b.arena, folder, entry->d_name));
		(void)closedir(dir);
	}
	assert_int_equal(diag_count(d), 0);
	rules_free(b.with);
	rules_free(b.without);
	diag_free(d);
	arena_free(b.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(scores_and_bias_make_a_confidence),
	    cmocka_unit_test(a_score_may_be_of_one_act),
	    cmocka_unit_test(macros_stand_in_patterns_and_macros),
	    cmocka_unit_test(expressions_join_rules_and_facts),
	    cmocka_unit_test(a_group_names_who_must_act),
	    cmocka_unit_test(nothing_rules_say_so),
	    cmocka_unit_test(typographic_apostrophes_are_plain),
	    cmocka_unit_test(a_later_file_replaces_and_rescores),
	    cmocka_unit_test(bad_entries_are_placed_and_skipped),
	    cmocka_unit_test(circles_of_expressions_are_refused),
	    cmocka_unit_test(no_language_is_an_error),
	    cmocka_unit_test(needs_are_found_or_given_up),
	    cmocka_unit_test(matches_begin_where_the_literals_are),
	    cmocka_unit_test(a_matcher_forgets_the_sentence_before),
	    cmocka_unit_test(evidence_against_nothing_is_no_hit),
	    cmocka_unit_test(odd_capitals_pass_the_prefilter),
	    cmocka_unit_test(prefilter_changes_no_result),
	};

	return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}

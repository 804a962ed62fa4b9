/* SPDX-License-Identifier: ISC */
/*
 * analysis N RULES MAILBOX: CPU time of reading the messages of a mailbox and
 * of detection in them, per message, in a process that is warm.
 *
 * Each of N rounds takes all messages through each kind of work in turn:
 * mail_read(), libetpan's mailmime_parse() alone on the same bytes, and
 * detection with the prefilter and without, patterns compiled as import does
 * (JIT) and as a delivery does. Prints the medians over the rounds, and those
 * of the ratios to the first kind of their group. Messages that libetpan
 * must not be shown (mail/guard.h) are left out of both kinds of reading.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "engine/detect.h"
#include "mail/folder.h"
#include "mail/guard.h"
#include "mail/read.h"
#include "model/language.h"
#include "rule/rules.h"

#include <libetpan/mailmime.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct message {
	const char *bytes;
	size_t len_bytes;
	const struct letter *letter;
	bool is_parsed; /* libetpan can stand it */
};

enum work { READ, PARSE, JIT, JIT_ALL, PLAIN, PLAIN_ALL, WORKS };

static const struct {
	const char *name;
	enum work first; /* of its group */
	unsigned rules;  /* enum rules_flags */
} works[WORKS] = {
    [READ] = {"mail_read(): header, MIME, zones, sentences", PARSE, 0},
    [PARSE] = {"mailmime_parse() of libetpan: MIME structure", PARSE, 0},
    [JIT] = {"detection as in import", JIT, RULES_JIT},
    [JIT_ALL] = {"... without the prefilter", JIT,
	RULES_JIT | RULES_NO_PREFILTER},
    [PLAIN] = {"detection as in a delivery, warm", PLAIN, 0},
    [PLAIN_ALL] = {"... without the prefilter", PLAIN, RULES_NO_PREFILTER},
};

struct bench {
	struct arena *arena;
	struct diag *diag;
	const char *rules_dir;
	const struct reading_words *words;
	struct rules *rules[WORKS];
	struct message *messages;
	size_t n, cap, n_parsed, n_sentences;
	size_t bytes, parsed_bytes;
};

static const struct stamp now = {1772000000, 0};

static void fail(const char *what)
{
	(void)fprintf(stderr, "analysis: %s\n", what);
	exit(1);
}

static double cpu_us(void)
{
	struct timespec t = {0};

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static struct rules *load(struct bench *b, unsigned flags)
{
	struct rules *r;

	if (rules_load(&b->rules_dir, 1, flags, b->diag, &r) != STATUS_OK)
		fail("no rules");
	return r;
}

/* Whether libetpan may see it just as it is. */
static bool can_parse(const struct message *m)
{
	struct arena *a = arena_new();
	struct buf copy = BUF_EMPTY;
	struct guard_log log;
	bool can;

	buf_append(&copy, m->bytes, m->len_bytes);
	can = !memchr(buf_text(&copy), '\0', copy.len_bytes) &&
	      guard_check(a, copy.data, copy.len_bytes, &log) == GUARD_FINE;
	buf_release(&copy);
	arena_free(a);
	return can;
}

static void keep(struct bench *b, const struct folder_message *from)
{
	struct message *m;

	if (!from->len_bytes)
		return;
	b->messages = arena_grow(
	    b->arena, b->messages, b->n, &b->cap, sizeof(*b->messages));
	m = &b->messages[b->n++];
	*m = (struct message){
	    arena_strndup(b->arena, from->bytes, from->len_bytes),
	    from->len_bytes, NULL, false};
	m->letter = mail_read(b->arena, b->words, m->bytes, m->len_bytes, now);
	m->is_parsed = can_parse(m);
	b->bytes += m->len_bytes;
	b->n_sentences += m->letter->n_sentences;
	if (m->is_parsed) {
		b->n_parsed++;
		b->parsed_bytes += m->len_bytes;
	}
}

static void open_mailbox(struct bench *b, const char *path)
{
	struct folder_message m;
	struct folder *f;

	if (folder_open(path, b->words, b->diag, &f) != STATUS_OK)
		fail("cannot open the mailbox");
	while (folder_next(f, b->diag, &m))
		keep(b, &m);
	folder_close(f);
	if (!b->n_parsed)
		fail("there is no message in it");
}

static void work_on(struct bench *b, enum work w, const struct message *m)
{
	const struct me nobody = {.name = ""};
	struct mailmime *tree = NULL;
	struct arena *a;
	size_t at = 0;

	if (w == PARSE) {
		if (m->is_parsed && mailmime_parse(m->bytes, m->len_bytes, &at,
					&tree) == MAILIMF_NO_ERROR)
			mailmime_free(tree);
		return;
	}
	a = arena_new();
	if (w != READ)
		(void)detect(a, b->rules[w], m->letter, &nobody, DIRECTION_IN);
	else if (m->is_parsed)
		(void)mail_read(a, b->words, m->bytes, m->len_bytes, now);
	arena_free(a);
}

static double pass(struct bench *b, enum work w)
{
	double from = cpu_us();

	for (size_t i = 0; i < b->n; i++)
		work_on(b, w, &b->messages[i]);
	return cpu_us() - from;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_value);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static void report(
    const struct bench *b, const double (*times)[WORKS], size_t rounds)
{
	double *v = calloc(rounds, sizeof(*v));

	for (int w = 0; v && w < WORKS; w++) {
		bool reads = w == READ || w == PARSE;
		double ratio, us;

		for (size_t r = 0; r < rounds; r++)
			v[r] = times[r][w] / times[r][works[w].first];
		ratio = median(v, rounds);
		for (size_t r = 0; r < rounds; r++)
			v[r] = times[r][w];
		us = median(v, rounds);
		(void)printf("%9.1f us %8.1f MB/s %7.2f x  %s\n",
		    us / (double)(reads ? b->n_parsed : b->n),
		    (double)(reads ? b->parsed_bytes : b->bytes) / us, ratio,
		    works[w].name);
	}
	free(v);
}

int main(int argc, char **argv)
{
	int rounds = argc == 4 ? atoi(argv[1]) : 0;
	struct bench b = {.arena = arena_new(), .diag = diag_new()};
	double(*times)[WORKS];

	if (rounds < 1)
		fail("usage: analysis N RULES MAILBOX");
	b.rules_dir = argv[2];
	for (int w = JIT; w < WORKS; w++)
		b.rules[w] = load(&b, works[w].rules);
	b.words = rules_language(b.rules[JIT], NULL)->reading;
	open_mailbox(&b, argv[3]);
	times = calloc((size_t)rounds, sizeof(*times));
	if (!times)
		fail("out of memory");
	/* One pass unmeasured: it compiles patterns. */
	for (int r = -1; r < rounds; r++)
		for (int w = 0; w < WORKS; w++) {
			double us = pass(&b, (enum work)w);

			if (r >= 0)
				times[r][w] = us;
		}
	(void)printf("%zu messages, %.2f MB, %zu sentences of new text; "
		     "%zu messages in the first two lines\n",
	    b.n, (double)b.bytes / 1e6, b.n_sentences, b.n_parsed);
	report(&b, (const double(*)[WORKS])times, (size_t)rounds);
	free(times);
	for (int w = JIT; w < WORKS; w++)
		rules_free(b.rules[w]);
	diag_free(b.diag);
	arena_free(b.arena);
	return 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * stages N MESSAGE DB RULES ADDRESS: where the CPU time of a delivery goes.
 *
 * Each of N rounds forks, so that nothing is warm that would not be in a
 * new process, and measures the stages of one delivery, whose rules an earlier
 * one kept. Recording reads and detects anew, warm: what that takes is
 * measured as well and taken off. Prints the median of each stage in ms.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "engine/detect.h"
#include "ledger/ledger.h"
#include "mail/read.h"
#include "model/language.h"
#include "rule/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum stage { FORK, RULES, OPEN, READ, DETECT, COMMIT, CLOSE, STAGES };

static const char *const names[STAGES] = {"fork and end",
    "map the rules that an earlier delivery kept", "open the store",
    "read the message", "detect, with what it needs of the patterns",
    "thread, record and commit", "close"};

struct bench {
	const char *db, *rules;
	char kept[4096]; /* file of the rules */
	struct config config;
	struct buf message;
	struct diag *diag;
};

static double cpu_ms(clockid_t clock)
{
	struct timespec t = {0};

	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1e6;
}

/* The time since *from, which becomes the present. */
static double lap(double *from)
{
	double now = cpu_ms(CLOCK_PROCESS_CPUTIME_ID), took = now - *from;

	*from = now;
	return took;
}

static struct rules *load(const struct bench *b)
{
	struct rules *r = rules_kept(b->kept, &b->rules, 1, b->diag);

	if (!r &&
	    rules_load(&b->rules, 1, RULES_KEEP, b->diag, &r) != STATUS_OK)
		return NULL;
	return r;
}

/* Leaves what the first delivery leaves to the others. */
static bool prepare_rules(const struct bench *b)
{
	struct rules *r = load(b);

	return r && rules_keep(r, b->kept, b->diag) == STATUS_OK;
}

/* Reads and detects; the times that they took are added. */
static void understand(const struct bench *b, struct rules *rules,
    struct stamp now, double *read_ms, double *detect_ms)
{
	struct arena *a = arena_new();
	double from = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
	const struct letter *letter =
	    mail_read(a, rules_language(rules, "en")->reading,
		buf_text(&b->message), b->message.len_bytes, now);

	*read_ms += lap(&from);
	(void)detect(a, rules, letter, &b->config.me, DIRECTION_IN);
	*detect_ms += lap(&from);
	arena_free(a);
}

static bool deliver(const struct bench *b, struct stamp now, double *stage)
{
	struct ledger_setup setup = {.db = b->db, .config = &b->config};
	double from = cpu_ms(CLOCK_PROCESS_CPUTIME_ID), again = 0;
	struct ledger *ledger;
	enum recorded recorded;

	setup.rules = load(b);
	if (!setup.rules)
		return false;
	stage[RULES] = lap(&from);
	if (ledger_open(&setup, b->diag, &ledger) != STATUS_OK)
		return false;
	stage[OPEN] = lap(&from);
	understand(b, setup.rules, now, &stage[READ], &stage[DETECT]);
	understand(b, setup.rules, now, &again, &again);
	(void)lap(&from);
	if (ledger_record(ledger, buf_text(&b->message), b->message.len_bytes,
		DIRECTION_IN, now, b->diag, &recorded) != STATUS_OK)
		return false;
	stage[COMMIT] = lap(&from) - again;
	ledger_close(ledger);
	stage[CLOSE] = lap(&from);
	return recorded == RECORDED_NEW;
}

/* Runs a step in a child of its own: 0, or its failure. */
static int in_child(const struct bench *b, struct stamp now, double *stage)
{
	int state = -1;
	pid_t pid = fork();

	if (pid == 0)
		_exit(stage ? !deliver(b, now, stage) : !prepare_rules(b));
	return pid < 0 || waitpid(pid, &state, 0) < 0 ? -1 : state;
}

/* The message with the round in the place of "@ID@". */
static void prepare(struct bench *b, const char *text, int round)
{
	const char *at;

	buf_clear(&b->message);
	while ((at = strstr(text, "@ID@")) != NULL) {
		buf_append(&b->message, text, (size_t)(at - text));
		buf_printf(&b->message, "%d.%ld.s", round, (long)getpid());
		text = at + 4;
	}
	buf_puts(&b->message, text);
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void report(const double (*rounds)[STAGES], size_t n)
{
	double *v = calloc(n, sizeof(*v));

	for (size_t s = 0; v && s < STAGES; s++) {
		for (size_t i = 0; i < n; i++)
			v[i] = rounds[i][s];
		qsort(v, n, sizeof(*v), by_value);
		(void)printf("%7.3f ms  %s\n", v[n / 2], names[s]);
	}
	free(v);
}

int main(int argc, char **argv)
{
	int n = argc == 6 ? atoi(argv[1]) : 0;
	struct bench b = {.diag = diag_new()};
	struct buf text = BUF_EMPTY;
	struct stamp now = {(int64_t)time(NULL), 0};
	double(*rounds)[STAGES];

	if (n < 1 || file_read(argv[2], 1 << 20, b.diag, &text) != STATUS_OK) {
		(void)fputs(
		    "usage: stages N MESSAGE DB RULES ADDRESS\n", stderr);
		return 64;
	}
	b.db = argv[3];
	b.rules = argv[4];
	config_defaults(&b.config);
	b.config.me.addresses = (const char **)&argv[5];
	b.config.me.n_addresses = 1;
	(void)snprintf(b.kept, sizeof(b.kept), "%s.stages", b.db);
	rounds = mmap(NULL, (size_t)n * sizeof(*rounds), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (rounds == MAP_FAILED)
		return 71;
	if (in_child(&b, now, NULL)) {
		(void)fputs("stages: the rules cannot be kept\n", stderr);
		return 70;
	}
	for (int r = 0; r < n; r++) {
		double from;

		prepare(&b, text.data, r);
		from = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
		if (in_child(&b, now, rounds[r])) {
			(void)fputs("stages: a delivery failed\n", stderr);
			return 70;
		}
		rounds[r][FORK] = lap(&from);
	}
	report((const double(*)[STAGES])rounds, (size_t)n);
	buf_release(&b.message);
	buf_release(&text);
	diag_free(b.diag);
	return 0;
}

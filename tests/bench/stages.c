/* SPDX-License-Identifier: ISC */
/*
 * stages N MESSAGE DB RULES ADDRESS: where the CPU time of a delivery goes.
 *
 * Each of N rounds forks, so that nothing is warm that would not be in a
 * new process, and measures the stages of one delivery. Recording reads and
 * detects anew: the commit's share is what is left when these are taken off.
 * Prints the median of each stage in ms.
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

enum stage { FORK, RULES, OPEN, READ, DETECT, RECORD, CLOSE, STAGES };

static const char *const names[STAGES] = {"fork and end", "load the rules",
    "open the store", "read the message", "detect (first use of the rules)",
    "read, detect (again) and commit", "close"};

struct bench {
	const char *db, *rules;
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

static bool deliver(struct bench *b, struct stamp now, double *stage)
{
	struct arena *a = arena_new();
	struct ledger_setup setup = {.db = b->db, .config = &b->config};
	double from = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
	const struct language *language;
	struct ledger *ledger;
	struct letter *letter;
	enum recorded recorded;

	if (rules_load(&b->rules, 1, 0, b->diag, &setup.rules) != STATUS_OK)
		return false;
	stage[RULES] = lap(&from);
	if (ledger_open(&setup, b->diag, &ledger) != STATUS_OK)
		return false;
	stage[OPEN] = lap(&from);
	language = rules_language(setup.rules, "en");
	letter = mail_read(a, language->reading, buf_text(&b->message),
	    b->message.len_bytes, now);
	stage[READ] = lap(&from);
	(void)detect(a, setup.rules, letter, &b->config.me, DIRECTION_IN);
	stage[DETECT] = lap(&from);
	if (ledger_record(ledger, buf_text(&b->message), b->message.len_bytes,
		DIRECTION_IN, now, b->diag, &recorded) != STATUS_OK)
		return false;
	stage[RECORD] = lap(&from);
	ledger_close(ledger);
	stage[CLOSE] = lap(&from);
	return recorded == RECORDED_NEW;
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
	rounds = mmap(NULL, (size_t)n * sizeof(*rounds), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (rounds == MAP_FAILED)
		return 71;
	for (int r = 0; r < n; r++) {
		double from;
		int state = -1;
		pid_t pid;

		prepare(&b, text.data, r);
		from = cpu_ms(CLOCK_PROCESS_CPUTIME_ID);
		pid = fork();
		if (pid == 0)
			_exit(!deliver(&b, now, rounds[r]));
		if (pid < 0 || waitpid(pid, &state, 0) < 0 || state) {
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

/* SPDX-License-Identifier: ISC */
/*
 * cpu N MESSAGE COMMAND...: CPU time of commands that read a message.
 *
 * Each of N rounds runs every COMMAND (words split at blanks) in turn, with
 * MESSAGE on stdin, in which every "@ID@" is the number of the round, so that
 * each round's message is a new one. Prints the median of user and system time
 * of each command with its children, in ms, and the median over the rounds
 * of its ratio to the first command. A command that fails ends it all.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_COMMANDS 8
#define MOST_WORDS    16
#define MESSAGE_BYTES (1024 * 1024)

static void fail(const char *what)
{
	(void)fprintf(stderr, "cpu: %s\n", what);
	exit(1);
}

/* An unlinked file with the message of this round, at its beginning. */
static int message_of(const char *text, int round)
{
	char path[] = "/tmp/rapport-bench.XXXXXX";
	struct buf b = BUF_EMPTY;
	const char *at;
	int fd = mkstemp(path);

	if (fd < 0 || unlink(path) < 0)
		fail("cannot create a file in /tmp");
	while ((at = strstr(text, "@ID@")) != NULL) {
		buf_append(&b, text, (size_t)(at - text));
		buf_printf(&b, "%d.%ld", round, (long)getpid());
		text = at + 4;
	}
	buf_puts(&b, text);
	if (!file_write_all(fd, buf_text(&b), b.len_bytes))
		fail("cannot write the message");
	buf_release(&b);
	return fd;
}

static double ms(struct timeval t)
{
	return (double)t.tv_sec * 1000 + (double)t.tv_usec / 1000;
}

/* Becomes the command. */
static void become(const char *command)
{
	char *copy = mem_strdup(command), *words[MOST_WORDS + 1] = {NULL};
	size_t n = 0;

	for (char *w = strtok(copy, " "); w && n < MOST_WORDS;
	     w = strtok(NULL, " "))
		words[n++] = w;
	if (n)
		(void)execvp(words[0], words);
}

static double run(const char *command, int message)
{
	struct rusage used;
	int state = -1;
	pid_t pid = fork();

	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY);

		if (lseek(message, 0, SEEK_SET) == 0 &&
		    dup2(message, STDIN_FILENO) >= 0 &&
		    dup2(null, STDOUT_FILENO) >= 0)
			become(command);
		_exit(126);
	}
	if (pid < 0 || wait4(pid, &state, 0, &used) < 0)
		fail("cannot run a command");
	if (!WIFEXITED(state) || WEXITSTATUS(state) > 3)
		fail(command);
	return ms(used.ru_utime) + ms(used.ru_stime);
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

/* v is scratch for n values. */
static void report(const char *command, const double *first,
    const double *times, size_t n, double *v)
{
	double time, ratio;

	memcpy(v, times, n * sizeof(*v));
	time = median(v, n);
	for (size_t i = 0; i < n; i++)
		v[i] = times[i] / first[i];
	ratio = median(v, n);
	(void)printf("%7.2f ms %6.2f x  %.100s\n", time, ratio, command);
}

int main(int argc, char **argv)
{
	int rounds = argc > 3 ? atoi(argv[1]) : 0, n = argc - 3;
	struct diag *d = diag_new();
	struct buf text = BUF_EMPTY;
	double *times[MOST_COMMANDS], *ratio;

	if (rounds < 1 || n > MOST_COMMANDS ||
	    file_read(argv[2], MESSAGE_BYTES, d, &text) != STATUS_OK)
		fail("usage: cpu N MESSAGE COMMAND...");
	for (int c = 0; c < n; c++)
		times[c] = mem_alloc((size_t)rounds, sizeof(double));
	for (int r = 0; r < rounds; r++) {
		int message = message_of(buf_text(&text), r);

		for (int c = 0; c < n; c++)
			times[c][r] = run(argv[3 + c], message);
		(void)close(message);
	}
	ratio = mem_alloc((size_t)rounds, sizeof(double));
	for (int c = 0; c < n; c++)
		report(argv[3 + c], times[0], times[c], (size_t)rounds, ratio);
	for (int c = 0; c < n; c++)
		free(times[c]);
	free(ratio);
	buf_release(&text);
	diag_free(d);
	return 0;
}

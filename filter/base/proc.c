/* SPDX-License-Identifier: ISC */
/*
 * Child processes: a part of ourselves under limits, which may die without
 * harm, and commands that are fed a message. Nothing here knows mail.
 */
#define _DEFAULT_SOURCE /* RLIMIT_AS, WCOREDUMP */
#include "base/proc.h"
#include "base/buf.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Sanitizers reserve terabytes of address space: no such limit for them. */
#if defined(__SANITIZE_ADDRESS__)
#define LIMITS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMITS_MEMORY 0
#endif
#endif
#ifndef LIMITS_MEMORY
#define LIMITS_MEMORY 1
#endif

/* The code of a child that could not even begin; as sh has it. */
#define EXIT_NOT_RUN 126

int64_t proc_clock_ms(void)
{
	struct timespec t = {0};

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void limit(int resource, long long value)
{
	struct rlimit r;

	if (getrlimit(resource, &r) < 0)
		return;
	if (r.rlim_max == RLIM_INFINITY || r.rlim_max > (rlim_t)value)
		r.rlim_max = (rlim_t)value;
	r.rlim_cur = r.rlim_max;
	(void)setrlimit(resource, &r);
}

static void apply_limits(const struct proc_limits *limits)
{
	limit(RLIMIT_CORE, 0);
	if (limits->cpu_s)
		limit(RLIMIT_CPU, limits->cpu_s);
	if (limits->memory_bytes && LIMITS_MEMORY)
		limit(RLIMIT_AS, limits->memory_bytes);
	/* Should the parent die, the child must not live on for ever. */
	if (limits->wall_ms)
		(void)alarm((unsigned)limits->wall_ms / 1000 + 1);
}

static void reset_signals(bool keep_mask)
{
	static const int ended_by[] = {
	    SIGALRM, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCHLD};
	sigset_t none;

	for (size_t i = 0; i < sizeof(ended_by) / sizeof(*ended_by); i++)
		(void)signal(ended_by[i], SIG_DFL);
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	(void)sigemptyset(&none);
	if (!keep_mask)
		(void)sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool detach(void)
{
	int fd = open("/dev/null", O_RDWR);
	bool ok = fd >= 0;

	for (int i = 0; ok && i <= 2; i++)
		ok = dup2(fd, i) == i;
	if (fd > 2)
		(void)close(fd);
	return ok;
}

static const int interrupts[] = {SIGINT, SIGTERM, SIGHUP};
#define INTERRUPTS (sizeof(interrupts) / sizeof(*interrupts))

void proc_block_signals(bool block)
{
	sigset_t set;

	(void)sigemptyset(&set);
	for (size_t i = 0; i < INTERRUPTS; i++)
		(void)sigaddset(&set, interrupts[i]);
	(void)sigprocmask(block ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

/* The pending one of them, or 0. */
static int interrupt(void)
{
	sigset_t set;

	if (sigpending(&set) < 0)
		return 0;
	for (size_t i = 0; i < INTERRUPTS; i++)
		if (sigismember(&set, interrupts[i]) == 1)
			return interrupts[i];
	return 0;
}

bool proc_is_interrupted(void)
{
	return interrupt() != 0;
}

void proc_drop_signals(void)
{
	int sig;

	/* Ignoring a pending signal discards it (POSIX, 2.4.3). */
	while ((sig = interrupt()) != 0) {
		(void)signal(sig, SIG_IGN);
		(void)signal(sig, SIG_DFL);
	}
}

/* How often a waiting parent looks for signals that it must send on. */
#define TICK_MS 100

/*
 * Reads until the child closes its end; false when wall_ms ran out. Waits
 * in ticks only when there are signals to pass on.
 */
static bool collect(int fd, pid_t pid, const struct proc_limits *limits,
    size_t max_bytes, struct buf *out)
{
	int64_t end = proc_clock_ms() + limits->wall_ms;
	bool passed = !limits->passes_signals;

	for (;;) {
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int64_t left = limits->wall_ms ? end - proc_clock_ms() : -1;
		char chunk[1024];
		ssize_t n;

		if (limits->wall_ms && left <= 0)
			return false;
		if (!passed && interrupt()) {
			(void)kill(pid, interrupt());
			passed = true;
		}
		if (!passed && (left < 0 || left > TICK_MS))
			left = TICK_MS;
		if (poll(&p, 1, (int)left) <= 0)
			continue;
		n = read(fd, chunk, sizeof(chunk));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return true;
		if ((size_t)n > max_bytes)
			n = (ssize_t)max_bytes;
		buf_append(out, chunk, (size_t)n);
		max_bytes -= (size_t)n;
	}
}

static int wait_for(pid_t pid)
{
	int state = -1;

	while (waitpid(pid, &state, 0) < 0)
		if (errno != EINTR)
			return -1;
	return state;
}

enum proc_end proc_run(const struct proc_limits *limits, proc_body *body,
    void *context, size_t max_bytes, struct buf *report_r, int *code_r)
{
	int ends[2], state;
	bool in_time;
	pid_t pid;

	if (pipe(ends) < 0)
		return PROC_NOT_RUN;
	(void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	(void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	pid = fork();
	if (pid == 0) {
		(void)close(ends[0]);
		reset_signals(limits->passes_signals);
		apply_limits(limits);
		_exit(detach() ? body(context, ends[1]) : EXIT_NOT_RUN);
	}
	(void)close(ends[1]);
	if (pid < 0) {
		(void)close(ends[0]);
		return PROC_NOT_RUN;
	}
	in_time = collect(ends[0], pid, limits, max_bytes, report_r);
	(void)close(ends[0]);
	if (!in_time)
		(void)kill(pid, SIGKILL);
	state = wait_for(pid);
	if (state >= 0 && WIFEXITED(state)) {
		*code_r = WEXITSTATUS(state);
		return PROC_DONE;
	}
	return in_time ? PROC_KILLED : PROC_TIMEOUT;
}

unsigned proc_hold_standard(void)
{
	unsigned closed = 0;

	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) >= 0)
			continue;
		closed |= 1U << fd;
		/* The lowest free descriptor is this one. */
		(void)open("/dev/null", O_RDWR);
	}
	return closed;
}

/* The child of proc_feed(): becomes the command. */
static void become(const char *command, int in)
{
	int null = open("/dev/null", O_WRONLY);

	reset_signals(false);
	(void)signal(SIGPIPE, SIG_DFL);
	(void)signal(SIGXFSZ, SIG_DFL);
	if (dup2(in, STDIN_FILENO) < 0 || null < 0 ||
	    dup2(null, STDOUT_FILENO) < 0)
		_exit(EXIT_NOT_RUN);
	(void)execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(EXIT_NOT_RUN);
}

static enum status judge(const char *command, int state, struct diag *d)
{
	if (state >= 0 && WIFEXITED(state) && WEXITSTATUS(state) == 0)
		return STATUS_OK;
	if (state >= 0 && WIFEXITED(state))
		return diag_fail(d,
		    WEXITSTATUS(state) == STATUS_TEMPFAIL ? STATUS_TEMPFAIL
							  : STATUS_UNAVAILABLE,
		    "'%s' failed with exit status %d", command,
		    WEXITSTATUS(state));
	return diag_fail(
	    d, STATUS_UNAVAILABLE, "'%s' was ended by a signal", command);
}

enum status proc_feed(
    const char *command, const char *bytes, size_t len_bytes, struct diag *d)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	int ends[2], state;
	pid_t pid;

	if (pipe(ends) < 0)
		return diag_fail(
		    d, STATUS_OSERR, "cannot make a pipe: %s", strerror(errno));
	(void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	pid = fork();
	if (pid == 0) {
		(void)close(ends[1]);
		become(command, ends[0]);
	}
	(void)close(ends[0]);
	if (pid < 0) {
		(void)close(ends[1]);
		return diag_fail(
		    d, STATUS_OSERR, "cannot fork: %s", strerror(errno));
	}
	(void)sigaction(SIGPIPE, &ignore, &before);
	(void)file_write_all(ends[1], bytes, len_bytes);
	(void)close(ends[1]);
	state = wait_for(pid);
	(void)sigaction(SIGPIPE, &before, NULL);
	return judge(command, state, d);
}

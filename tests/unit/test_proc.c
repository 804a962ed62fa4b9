/* SPDX-License-Identifier: ISC */
/* Children: how they end, what they may report, what they are held to. */
#include "base/buf.h"
#include "base/proc.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

/* What the child is to do: the context of body(). */
enum deed { EXIT, SPEAK, CRASH, HANG, SPIN, WRITE_OUT, CORE };

static int body(void *context, int report)
{
	struct rlimit core = {1, 1};

	switch (*(const enum deed *)context) {
	case EXIT:
		return 42;
	case SPEAK:
		return write(report, "hello", 5) == 5 ? 0 : 1;
	case CRASH:
		(void)!write(report, "last words", 10);
		(void)raise(SIGSEGV);
		return 0;
	case HANG:
		for (;;)
			(void)pause();
	case SPIN:
		for (volatile unsigned i = 0;; i++)
			;
	case WRITE_OUT:
		return write(STDOUT_FILENO, "x", 1) == 1 &&
			       read(STDIN_FILENO, &core, 1) == 0
			   ? 0
			   : 1;
	case CORE:
		(void)getrlimit(RLIMIT_CORE, &core);
		return core.rlim_max == 0 ? 0 : 1;
	}
	return 1;
}

static void expect(enum deed deed, struct proc_limits limits, enum proc_end end,
    int code, const char *report)
{
	struct buf b = BUF_EMPTY;
	int got = -1;

	/* A sanitizer would report what is done on purpose. */
	(void)signal(SIGSEGV, SIG_DFL);
	assert_int_equal(proc_run(&limits, body, &deed, 8, &b, &got), end);
	assert_int_equal(got, code);
	assert_string_equal(buf_text(&b), report);
	buf_release(&b);
}

static void the_code_of_a_child_is_told(void **state)
{
	(void)state;
	expect(EXIT, (struct proc_limits){0}, PROC_DONE, 42, "");
}

static void a_report_arrives(void **state)
{
	(void)state;
	expect(SPEAK, (struct proc_limits){0}, PROC_DONE, 0, "hello");
}

static void a_crash_is_told_and_the_report_cut(void **state)
{
	(void)state;
	expect(CRASH, (struct proc_limits){0}, PROC_KILLED, -1, "last wor");
}

static void what_hangs_is_ended(void **state)
{
	int64_t start = proc_clock_ms();

	(void)state;
	expect(
	    HANG, (struct proc_limits){.wall_ms = 200}, PROC_TIMEOUT, -1, "");
	assert_true(proc_clock_ms() - start >= 200);
}

static void what_spins_is_ended(void **state)
{
	(void)state;
	expect(SPIN, (struct proc_limits){.cpu_s = 1}, PROC_KILLED, -1, "");
}

static void a_child_has_no_terminal(void **state)
{
	(void)state;
	expect(WRITE_OUT, (struct proc_limits){0}, PROC_DONE, 0, "");
}

static void a_child_leaves_no_core(void **state)
{
	(void)state;
	expect(CORE, (struct proc_limits){0}, PROC_DONE, 0, "");
}

static void a_command_is_fed_and_judged(void **state)
{
	static const struct {
		const char *command;
		enum status status;
	} cases[] = {
	    {"cat", STATUS_OK},
	    {"test \"$(cat)\" = fodder", STATUS_OK},
	    {"true", STATUS_OK},
	    {"false", STATUS_UNAVAILABLE},
	    {"cat; exit 75", STATUS_TEMPFAIL},
	    {"/nowhere/sendmail -t 2>/dev/null", STATUS_UNAVAILABLE},
	    {"kill -9 $$", STATUS_UNAVAILABLE},
	};
	size_t n = 1 << 20;
	char *much = malloc(n);

	(void)state;
	memset(much, 'x', n);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct diag *d = diag_new();

		assert_int_equal(proc_feed(cases[i].command, "fodder", 6, d),
		    cases[i].status);
		assert_int_equal(diag_count(d), cases[i].status != STATUS_OK);
		diag_free(d);
	}
	/* More than a pipe holds, for one that does not read it. */
	assert_int_equal(proc_feed("true", much, n, NULL), STATUS_OK);
	free(much);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_code_of_a_child_is_told),
	    cmocka_unit_test(a_report_arrives),
	    cmocka_unit_test(a_crash_is_told_and_the_report_cut),
	    cmocka_unit_test(what_hangs_is_ended),
	    cmocka_unit_test(what_spins_is_ended),
	    cmocka_unit_test(a_child_has_no_terminal),
	    cmocka_unit_test(a_child_leaves_no_core),
	    cmocka_unit_test(a_command_is_fed_and_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
/*
 * rapport scan: detects without store or configuration, in messages or in
 * single sentences. Every input gives its line of output.
 */
#include "out/scan.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cmd/command.h"
#include "engine/detect.h"
#include "mail/read.h"
#include "rule/rules.h"
#include "when/when.h"

#include <stdio.h>
#include <string.h>

/* From here on it pays to compile the rules for speed. */
#define MANY_FILES 30

enum option {
	OPTION_JSON,
	OPTION_ALL,
	OPTION_ME,
	OPTION_TEXT,
	OPTION_LINES,
	OPTION_DATE
};

static const struct command_option options[] = {
    [OPTION_JSON] = {"json", NULL, "one JSON object a line", false},
    [OPTION_ALL] = {"all", NULL, "also what is below the threshold", false},
    [OPTION_ME] = {"me", "ADDR", "an address of the user", true},
    [OPTION_TEXT] = {"text", NULL, "print the new text and no more", false},
    [OPTION_LINES] = {"lines", NULL, "each line is a sentence", false},
    [OPTION_DATE] = {"date", "TIME", "when the lines were written", false},
    {0},
};

struct scan {
	struct session *session;
	const struct language *language;
	struct me me;
	double threshold;
	bool json, text;
};

static enum status print(struct scan *s, const struct buf *out)
{
	if (fwrite(out->data, 1, out->len_bytes, stdout) != out->len_bytes)
		return diag_fail(s->session->diag, STATUS_IOERR,
		    "cannot write to standard output");
	return STATUS_OK;
}

static enum status report(
    struct scan *s, struct arena *a, const struct scanned *found)
{
	struct buf out = BUF_EMPTY;
	enum status status;

	if (s->text) {
		if (found->text && found->text[0])
			buf_printf(&out, "%s\n", found->text);
	} else if (s->json) {
		scan_json(&out, found);
	} else {
		scan_text(a, &out, found);
	}
	status = print(s, &out);
	buf_release(&out);
	return status;
}

static enum direction direction_of(const struct scan *s, const struct letter *l)
{
	if (!s->me.n_addresses)
		return DIRECTION_UNKNOWN;
	return me_has(&s->me, l->from.addr) ? DIRECTION_OUT : DIRECTION_IN;
}

static enum status scan_file(struct scan *s, const char *path)
{
	struct arena *a = arena_new();
	struct buf bytes = BUF_EMPTY;
	struct scanned found = {.name = path, .threshold = s->threshold};
	struct letter *l;
	enum status status, printed;

	status = file_read(path, LIMIT_MESSAGE_BYTES, s->session->diag, &bytes);
	if (status == STATUS_OK) {
		l = mail_read(a, s->language->reading, buf_text(&bytes),
		    bytes.len_bytes, s->session->now);
		found.letter = l;
		found.text = mail_new_text(a, l);
		found.error = l->error;
		found.direction = direction_of(s, l);
		found.findings =
		    detect(a, s->session->rules, l, &s->me, found.direction);
	} else {
		size_t n = diag_count(s->session->diag);

		found.error = n ? diag_text(s->session->diag, n - 1) : "";
	}
	printed = report(s, a, &found);
	buf_release(&bytes);
	arena_free(a);
	return printed == STATUS_OK ? status : printed;
}

/* A line alone has no time before it that "then" could mean. */
static size_t named_times(struct time_expr *times, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!times[i].same)
			times[kept++] = times[i];
	return kept;
}

static enum status scan_line(
    struct scan *s, const char *line, size_t len_bytes, struct stamp date)
{
	struct arena *a = arena_new();
	size_t len;
	char *text = utf8_clean(a, line, len_bytes, &len);
	struct letter *l = mail_from_line(a, text, len, date);
	struct time_expr *times = NULL;
	struct scanned found = {
	    .name = "-", .letter = l, .text = text, .threshold = s->threshold};
	const struct language *language;
	enum status status;

	found.findings =
	    detect(a, s->session->rules, l, &s->me, DIRECTION_UNKNOWN);
	language = rules_language(s->session->rules, found.findings->language);
	if (language->dates)
		found.n_times =
		    when_find(a, language->dates, text, len, date, &times);
	found.n_times = named_times(times, found.n_times);
	found.times = times ? times : arena_array(a, 1, sizeof(*times));
	status = report(s, a, &found);
	arena_free(a);
	return status;
}

static enum status scan_lines(struct scan *s, const char *date_text)
{
	struct stamp date = s->session->now;
	struct buf in = BUF_EMPTY;
	const char *at, *end;
	enum status status = STATUS_OK;

	if (date_text)
		status = session_when(s->session, date_text, &date);
	if (status == STATUS_OK)
		status =
		    file_read("-", LIMIT_MESSAGE_BYTES, s->session->diag, &in);
	at = buf_text(&in);
	end = at + in.len_bytes;
	while (status == STATUS_OK && at < end) {
		const char *nl = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((nl ? nl : end) - at);

		if (len && at[len - 1] == '\r')
			len--;
		status = scan_line(s, at, len, date);
		at = nl ? nl + 1 : end;
	}
	buf_release(&in);
	return status;
}

static size_t count(const char **values)
{
	size_t n = 0;

	while (values && values[n])
		n++;
	return n;
}

/* Addresses are compared in lower case. */
static void set_me(struct scan *s, const char **values)
{
	struct arena *a = s->session->arena;

	s->me.name = "";
	s->me.n_addresses = count(values);
	s->me.addresses =
	    arena_array(a, s->me.n_addresses + 1, sizeof(*s->me.addresses));
	for (size_t i = 0; i < s->me.n_addresses; i++) {
		char *addr = arena_strdup(a, values[i]);

		for (char *c = addr; *c; c++)
			*c = str_lower(*c);
		s->me.addresses[i] = addr;
	}
}

static enum status run(struct session *session, const struct arguments *args)
{
	struct scan s = {.session = session,
	    .threshold =
		argument(args, OPTION_ALL) ? 0 : session->config.threshold,
	    .json = argument(args, OPTION_JSON) != NULL,
	    .text = argument(args, OPTION_TEXT) != NULL};
	bool lines = argument(args, OPTION_LINES) != NULL;
	bool many = lines || args->n_words >= MANY_FILES;
	enum status status;

	if (lines && (args->n_words || s.text))
		return diag_fail(session->diag, STATUS_USAGE,
		    "--lines reads standard input and excludes --text");
	if (!lines && argument(args, OPTION_DATE))
		return diag_fail(
		    session->diag, STATUS_USAGE, "--date needs --lines");
	status = session_rules(session, many ? RULES_JIT : RULES_KEEP);
	if (status != STATUS_OK)
		return status;
	s.language = rules_language(session->rules, NULL);
	set_me(&s, args->values[OPTION_ME]);
	if (lines)
		return scan_lines(&s, argument(args, OPTION_DATE));
	if (!args->n_words)
		return scan_file(&s, "-");
	for (size_t i = 0; i < args->n_words; i++) {
		enum status one = scan_file(&s, args->words[i]);

		if (one != STATUS_OK)
			status = one;
		if (one == STATUS_IOERR)
			break;
	}
	return status;
}

const struct command cmd_scan = {
    .name = "scan",
    .operands = "[FILE...]",
    .text = "say what messages or sentences promise and ask",
    .options = options,
    .max_words = SIZE_MAX,
    .run = run,
};

/* SPDX-License-Identifier: ISC */
/*
 * Labelled sentences and messages, for training: what people say that a
 * sentence does is laid beside what rapport reads there. Weighs nothing.
 */
#include "train/labels.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/json_value.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "engine/detect.h"
#include "mail/read.h"
#include "rule/match.h"
#include "rule/rules.h"
#include "train/training.h"

#include <string.h>

#define LIMIT_LABEL_BYTES ((size_t)256 * 1024 * 1024)
#define COLUMNS           4

/* People split text in other places: this share of the words will do. */
#define SAME_PLACE 0.7

/*
 * When single sentences were written is not known. One Monday morning for
 * all of them: the same labels must give the same weights on every day.
 */
static const struct stamp some_monday = {983804400, -360};

/* An act as labelled. */
struct gold {
	const char *sentence;
	enum act_kind act;
	bool is_weak;
};

static uint64_t hash(const char *text, size_t len_bytes)
{
	uint64_t h = 14695981039346656037U; /* FNV-1a */

	for (size_t i = 0; i < len_bytes; i++)
		h = (h ^ (unsigned char)str_lower(text[i])) * 1099511628211U;
	return h;
}

static bool is_word_byte(char c)
{
	return str_alpha(c) || str_digit(c) || c == '\'' ||
	       (unsigned char)c >= 0x80;
}

/* Cuts text into words; returns how many. */
static size_t words_of(struct arena *a, const char *text, struct span **words_r)
{
	struct span *words = NULL;
	size_t n = 0, cap = 0;

	while (*text) {
		size_t len = 0;

		while (is_word_byte(text[len]))
			len++;
		if (len) {
			words = arena_grow(a, words, n, &cap, sizeof(*words));
			words[n++] = (struct span){text, len};
		}
		text += len + (text[len] != '\0');
	}
	*words_r = words;
	return n;
}

/* How many words two texts share; 0 when they are not the same place. */
static size_t overlap(struct arena *a, const char *x, const char *y)
{
	struct span *xs, *ys;
	size_t n_x = words_of(a, x, &xs), n_y = words_of(a, y, &ys);
	size_t shorter = n_x < n_y ? n_x : n_y, shared = 0;

	for (size_t i = 0; i < n_x; i++)
		for (size_t k = 0; k < n_y; k++) {
			if (ys[k].len_bytes != xs[i].len_bytes ||
			    !str_same_n(
				ys[k].data, xs[i].data, xs[i].len_bytes))
				continue;
			shared++;
			ys[k].len_bytes = 0; /* counts once */
			break;
		}
	return (double)shared >= SAME_PLACE * (double)shorter ? shared : 0;
}

/* The acts that people do not tell apart, or itself. */
static enum act_kind sister(enum act_kind act)
{
	return act == ACT_REQUEST    ? ACT_QUESTION
	       : act == ACT_QUESTION ? ACT_REQUEST
				     : act;
}

static bool says(const struct rule_result *r, enum act_kind act)
{
	return !r->is_nothing && r->is_spoken_for[act];
}

/* ---- messages */

/* A letter as rapport reads it, and what its sentences truly do. */
struct read_letter {
	struct arena *arena;
	const struct letter *letter;
	struct hearing heard;
	enum truth (*truth)[TRAINED_ACTS]; /* by sentence */
};

/* That a sentence does an act is not to be learnt, nor that it does not. */
static void leave_open(enum truth *truth)
{
	if (*truth == TRUTH_NO)
		*truth = TRUTH_UNDECIDED;
}

/*
 * Lays one labelled act on the sentence that says it. Others that share its
 * words, fragments mostly, stay open. False when nothing there speaks for
 * it.
 */
static bool place(struct read_letter *r, const struct gold *g)
{
	enum act_kind kinds[] = {g->act, sister(g->act)};
	enum truth *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < r->heard.n; i++) {
		const struct rule_result *result = r->heard.results[i];
		size_t shared = overlap(
		    r->arena, r->letter->sentences[i].text, g->sentence);

		if (!shared)
			continue;
		leave_open(&r->truth[i][kinds[0]]);
		leave_open(&r->truth[i][kinds[1]]);
		if (shared <= most)
			continue;
		if (says(result, kinds[0]))
			best = &r->truth[i][kinds[0]];
		else if (says(result, kinds[1]))
			best = &r->truth[i][kinds[1]];
		else
			continue;
		most = shared;
	}
	if (best && !g->is_weak)
		*best = TRUTH_YES;
	return best != NULL;
}

static void add_letter(struct labels *l, struct arena *a,
    const struct letter *letter, const struct gold *gold, size_t n_gold)
{
	struct me nobody = {.name = ""};
	struct read_letter r = {.arena = a,
	    .letter = letter,
	    .heard = detect_hearing(
		a, l->rules, letter, &nobody, DIRECTION_UNKNOWN)};
	uint64_t group = hash(letter->topic, strlen(letter->topic));

	if (strcmp(r.heard.language, l->language) != 0)
		return;
	l->n_messages++;
	if (r.heard.is_bulk)
		r.heard.n = 0;
	r.truth = arena_array(a, r.heard.n + 1, sizeof(*r.truth));
	for (size_t i = 0; i < n_gold; i++)
		if (!place(&r, &gold[i]) && !gold[i].is_weak)
			training_miss(
			    l->training, gold[i].act, LABELS_MESSAGES);
	for (size_t i = 0; i < r.heard.n; i++)
		training_add(l->training, r.heard.results[i], r.truth[i],
		    LABELS_MESSAGES, group);
}

/* Of one labelled message; what has no known act is left out. */
static size_t gold_of(
    struct arena *a, const struct json_value *label, struct gold **gold_r)
{
	const struct json_value *acts = json_value_get(label, "acts");
	struct gold *gold = NULL;
	size_t n = 0, cap = 0;

	for (const struct json_value *v = acts ? acts->first : NULL; v;
	     v = v->next) {
		enum act_kind act = act_from_name(json_value_text(v, "act"));

		if (act >= TRAINED_ACTS)
			continue;
		gold = arena_grow(a, gold, n, &cap, sizeof(*gold));
		gold[n++] = (struct gold){
		    .sentence = json_value_text(v, "sentence"),
		    .act = act,
		    .is_weak = !strcmp(json_value_text(v, "strength"), "weak")};
	}
	*gold_r = gold;
	return n;
}

/* A header field; line ends would end it. */
static void put_field(struct buf *out, const char *name, const char *value)
{
	if (!*value)
		return;
	buf_printf(out, "%s: ", name);
	for (; *value; value++)
		buf_char(out, str_space(*value) ? ' ' : *value);
	buf_char(out, '\n');
}

/* The message as bytes: that of its file, or put together of its fields. */
static enum status message_bytes(struct labels *l, const char *dir,
    const struct json_value *v, struct buf *out)
{
	static const struct {
		const char *member, *field;
	} fields[] = {
	    {"from", "From"},
	    {"to", "To"},
	    {"cc", "Cc"},
	    {"subject", "Subject"},
	    {"date", "Date"},
	    {"message_id", "Message-ID"},
	};
	const char *file = json_value_text(v, "file");

	if (*file)
		return file_read(
		    *file == '/' ? file : file_join(l->arena, dir, file),
		    LIMIT_MESSAGE_BYTES, l->diag, out);
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		put_field(
		    out, fields[i].field, json_value_text(v, fields[i].member));
	buf_puts(out, "MIME-Version: 1.0\n"
		      "Content-Type: text/plain; charset=utf-8\n"
		      "Content-Transfer-Encoding: 8bit\n\n");
	buf_puts(out, json_value_text(v, "body"));
	return STATUS_OK;
}

static void add_message(struct labels *l, const char *dir,
    const struct json_value *message, const struct json_value *label)
{
	const struct language *language = rules_language(l->rules, l->language);
	struct arena *a = arena_new();
	struct buf bytes = BUF_EMPTY;
	struct gold *gold;
	size_t n_gold = gold_of(a, label, &gold);

	if (json_value_is_true(label, "bulk"))
		n_gold = 0;
	if (message_bytes(l, dir, message, &bytes) == STATUS_OK)
		add_letter(l, a,
		    mail_read(a, language->reading, buf_text(&bytes),
			bytes.len_bytes, some_monday),
		    gold, n_gold);
	buf_release(&bytes);
	arena_free(a);
}

/* ---- files by the line */

struct file {
	const char *path;
	struct buf text;
	const char *at;
	int line;
};

static enum status open_file(struct labels *l, const char *path, struct file *f)
{
	enum status status;

	*f = (struct file){.path = path, .text = BUF_EMPTY};
	status = file_read(path, LIMIT_LABEL_BYTES, l->diag, &f->text);
	f->at = buf_text(&f->text);
	return status;
}

/* The next line that is not empty; false at the end. */
static bool next_line(struct file *f, struct span *line_r)
{
	const char *end = buf_text(&f->text) + f->text.len_bytes;

	while (f->at < end) {
		const char *nl = memchr(f->at, '\n', (size_t)(end - f->at));

		*line_r = str_trim(f->at, (size_t)((nl ? nl : end) - f->at));
		f->at = nl ? nl + 1 : end;
		f->line++;
		if (line_r->len_bytes)
			return true;
	}
	return false;
}

/* Every line of a JSON Lines file, as the elements of an array. */
static enum status read_objects(
    struct labels *l, const char *path, struct json_value *all_r)
{
	struct json_value **tail = &all_r->first;
	struct span line;
	struct file f;
	enum status status = open_file(l, path, &f);

	*all_r = (struct json_value){.kind = JSON_ARRAY};
	while (status == STATUS_OK && next_line(&f, &line)) {
		const struct json_value *v =
		    json_value_read(l->arena, line.data, line.len_bytes);

		if (!*json_value_text(v, "id")) {
			diag_at(l->diag, path, f.line, 1,
			    "a JSON object with an \"id\" should stand here");
			continue;
		}
		*tail = arena_alloc(l->arena, sizeof(**tail));
		**tail = *v;
		tail = &(*tail)->next;
	}
	buf_release(&f.text);
	return status;
}

static enum status read_messages(struct labels *l, const char *path)
{
	size_t stem = strlen(path) - strlen(".jsonl");
	const char *dir = file_dir(l->arena, path);
	struct json_value messages, labels;
	enum status status = read_objects(l, path, &messages);

	if (status == STATUS_OK)
		status = read_objects(l,
		    arena_printf(
			l->arena, "%.*s.labels.jsonl", (int)stem, path),
		    &labels);
	if (status != STATUS_OK)
		return status;
	for (const struct json_value *m = messages.first; m; m = m->next) {
		const struct json_value *v = labels.first;

		while (v && strcmp(json_value_text(v, "id"),
				json_value_text(m, "id")) != 0)
			v = v->next;
		if (v)
			add_message(l, dir, m, v);
	}
	return STATUS_OK;
}

/* ---- sentences */

/* Whether an act is what somebody who labels `request` means by it. */
static bool is_asking(enum act_kind act)
{
	return act == ACT_REQUEST || act == ACT_QUESTION ||
	       act == ACT_MEETING || act == ACT_DEADLINE;
}

/*
 * "No" denies each act of the kind; "Yes" says of none which it is: that is
 * the most likely one.
 */
static void truth_of_line(const struct rule_result *r, enum act_kind act,
    bool yes, enum truth *truth_r)
{
	enum act_kind best = act;

	for (int k = 0; k < TRAINED_ACTS; k++) {
		enum act_kind kind = (enum act_kind)k;
		bool is_meant =
		    kind == act || (act == ACT_REQUEST && is_asking(kind));

		truth_r[k] = TRUTH_UNDECIDED;
		if (!is_meant || !says(r, kind))
			continue;
		if (!yes)
			truth_r[k] = TRUTH_NO;
		else if (!says(r, best) ||
			 r->confidence[kind] > r->confidence[best])
			best = kind;
	}
	if (yes)
		truth_r[best] = TRUTH_YES;
}

static void add_sentence(struct labels *l, struct span text, enum act_kind act,
    bool yes, struct span id)
{
	struct me nobody = {.name = ""};
	enum truth truth[TRAINED_ACTS];
	struct arena *a = arena_new();
	struct hearing h;
	size_t len, group = id.len_bytes;
	char *clean = utf8_clean(a, text.data, text.len_bytes, &len);

	h = detect_hearing(a, l->rules,
	    mail_from_line(a, clean, len, some_monday), &nobody,
	    DIRECTION_UNKNOWN);
	/* Sentence 3 of message 1-2 is 1-2.3. */
	while (group && id.data[group - 1] != '.')
		group--;
	if (h.n && !strcmp(h.language, l->language)) {
		l->n_sentences++;
		truth_of_line(h.results[0], act, yes, truth);
		if (!h.is_bulk)
			training_add(l->training, h.results[0], truth,
			    LABELS_SENTENCES,
			    hash(id.data, group ? group : id.len_bytes));
	}
	arena_free(a);
}

/* ID, act, Yes or No or -, sentence; a tab between them. */
static bool read_row(struct labels *l, struct span line)
{
	struct span cells[COLUMNS];
	const char *end = line.data + line.len_bytes;
	char name[16];
	enum act_kind act;
	bool yes;

	for (int i = 0; i < COLUMNS; i++) {
		const char *tab =
		    i + 1 < COLUMNS
			? memchr(line.data, '\t', (size_t)(end - line.data))
			: end;

		if (!tab)
			return false;
		cells[i] = (struct span){line.data, (size_t)(tab - line.data)};
		line.data = tab + (tab < end);
	}
	if (cells[1].len_bytes >= sizeof(name))
		return false;
	memcpy(name, cells[1].data, cells[1].len_bytes);
	name[cells[1].len_bytes] = '\0';
	act = act_from_name(name);
	if (act >= TRAINED_ACTS)
		return false;
	if (cells[2].len_bytes == 1 && cells[2].data[0] == '-')
		return true;
	yes = cells[2].len_bytes == 3 && str_same_n(cells[2].data, "yes", 3);
	if (!yes &&
	    !(cells[2].len_bytes == 2 && str_same_n(cells[2].data, "no", 2)))
		return false;
	add_sentence(l, cells[3], act, yes, cells[0]);
	return true;
}

static enum status read_sentences(struct labels *l, const char *path)
{
	struct span line;
	struct file f;
	enum status status = open_file(l, path, &f);

	while (status == STATUS_OK && next_line(&f, &line))
		if (!read_row(l, line))
			diag_at(l->diag, path, f.line, 1,
			    "a line is ID, act, Yes, No or -, and a "
			    "sentence, with tabs between them");
	buf_release(&f.text);
	return status;
}

static bool ends_in(const char *s, const char *ending)
{
	size_t n = strlen(s), m = strlen(ending);

	return n > m && !strcmp(s + n - m, ending);
}

enum status labels_read(struct labels *l, const char *path)
{
	if (ends_in(path, ".labels.jsonl"))
		return STATUS_OK;
	if (ends_in(path, ".jsonl"))
		return read_messages(l, path);
	if (ends_in(path, ".tsv"))
		return read_sentences(l, path);
	return diag_fail(l->diag, STATUS_USAGE,
	    "'%s' ends in neither .tsv nor .jsonl", path);
}

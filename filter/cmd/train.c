/* SPDX-License-Identifier: ISC */
/* rapport rules train: from labels to a file of weights, and what it is
 * worth. The fitting itself is train/training.c. */
#include "cmd/train.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/paths.h"
#include "model/language.h"
#include "out/text.h"
#include "rule/rules.h"
#include "train/labels.h"
#include "train/training.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define WEIGHTS_FILE "95-weights.rules"

static const char *const set_names[LABEL_SETS] = {
    [LABELS_MESSAGES] = "messages",
    [LABELS_SENTENCES] = "sentences",
};

/* Wilson's score interval for a share, 95 % (Wilson 1927). */
static void interval(size_t n, size_t right, double *low_r, double *high_r)
{
	double z = 1.96, m = (double)n, p = (double)right / m;
	double middle = p + z * z / (2 * m);
	double reach = z * sqrt(p * (1 - p) / m + z * z / (4 * m * m));

	*low_r = fmax(0, (middle - reach) / (1 + z * z / m));
	*high_r = fmin(1, (middle + reach) / (1 + z * z / m));
}

static const char *share(struct arena *a, size_t part, size_t rest)
{
	if (!(part + rest))
		return "-";
	return arena_printf(a, "%.3f", (double)part / (double)(part + rest));
}

static void write_calibration(struct arena *a, struct buf *out,
    const struct calibration *c, const char *title)
{
	static const struct table_column columns[] = {{"confidence", 0, 0, 0},
	    {"entries", 1, 0, 0}, {"right", 1, 0, 0}, {"share", 1, 0, 0},
	    {"95 % interval", 0, 0, 0}};
	struct table table;

	table_init(&table, a, columns, 5);
	for (size_t i = 0; i < CALIBRATION_BINS; i++) {
		double low, high;
		const char *cells[5];

		if (!c->n[i])
			continue;
		interval(c->n[i], c->right[i], &low, &high);
		cells[0] = arena_printf(a, "%.1f to %.1f",
		    (double)i / CALIBRATION_BINS,
		    (double)(i + 1) / CALIBRATION_BINS);
		cells[1] = arena_printf(a, "%zu", c->n[i]);
		cells[2] = arena_printf(a, "%zu", c->right[i]);
		cells[3] = share(a, c->right[i], c->n[i] - c->right[i]);
		cells[4] = arena_printf(a, "%.3f to %.3f", low, high);
		table_row(&table, cells);
	}
	buf_printf(out, "\n%s\n\n", title);
	table_write(&table, out, 0);
}

/* Columns of precision and recall, one pair for each judgement. */
static void write_outcomes(struct arena *a, struct buf *out,
    const struct judgement *const *j, size_t n,
    const struct table_column *columns)
{
	struct table table;

	table_init(&table, a, columns, 3 + 3 * n);
	for (int set = 0; set < LABEL_SETS; set++)
		for (int act = 0; act < TRAINED_ACTS; act++) {
			const struct outcome *o = &j[0]->outcomes[set][act];
			const char *cells[TABLE_COLUMNS];
			size_t m = 0;

			if (!(o->right + o->wrong + o->missed))
				continue;
			cells[m++] = act_name((enum act_kind)act);
			cells[m++] = set_names[set];
			cells[m++] =
			    arena_printf(a, "%zu", o->right + o->missed);
			for (size_t i = 0; i < n; i++) {
				o = &j[i]->outcomes[set][act];
				cells[m++] = share(a, o->right, o->wrong);
				cells[m++] = share(a, o->right, o->missed);
				cells[m++] = arena_printf(a, "%.1f", o->loss);
			}
			table_row(&table, cells);
		}
	table_write(&table, out, 0);
}

static void report_check(
    struct arena *a, struct buf *out, const struct judgement *j)
{
	static const struct table_column columns[] = {{"act", 0, 0, 0},
	    {"in", 0, 0, 0}, {"labels", 1, 0, 0}, {"precision", 1, 0, 0},
	    {"recall", 1, 0, 0}, {"loss", 1, 0, 0}};

	write_outcomes(a, out, &j, 1, columns);
	for (int set = 0; set < LABEL_SETS; set++)
		write_calibration(a, out, &j->calibrations[set],
		    arena_printf(a, "Calibration in %s:", set_names[set]));
}

static void report_fit(struct arena *a, struct buf *out,
    const struct judgement *by_hand, const struct fit *f)
{
	static const struct table_column columns[] = {{"act", 0, 0, 0},
	    {"in", 0, 0, 0}, {"labels", 1, 0, 0},
	    {"scores: precision", 1, 0, 0}, {"recall", 1, 0, 0},
	    {"loss", 1, 0, 0}, {"weights: precision", 1, 0, 0},
	    {"recall", 1, 0, 0}, {"loss", 1, 0, 0}};
	const struct judgement *held_out[] = {by_hand, &f->held_out};

	buf_printf(out,
	    "Cross-validated in %d parts; loss is the log loss:\n\n",
	    TRAINING_FOLDS);
	write_outcomes(a, out, held_out, 2, columns);
	for (int set = 0; set < LABEL_SETS; set++)
		write_calibration(a, out, &f->held_out.calibrations[set],
		    arena_printf(
			a, "Calibration in %s, held out:", set_names[set]));
	buf_puts(out, "\n");
	for (int act = 0; act < TRAINED_ACTS; act++)
		if (f->is_better[act])
			buf_printf(out, "%s: weights, pull %g\n",
			    act_name((enum act_kind)act), f->pulls[act]);
		else
			buf_printf(out, "%s: the scores are better\n",
			    act_name((enum act_kind)act));
}

static void put_weight(
    struct buf *out, const char *name, int act, double weight, double score)
{
	if (score < 0 || score > 0)
		buf_printf(out, "weight %s %s %.2f from %.4g\n", name,
		    act_name((enum act_kind)act), weight, score);
}

/*
 * The weights as a rule file: also those that are their scores, for a file
 * of the user's own is read over the installed one.
 */
static void put_weights(struct session *s, const struct labels *l,
    const struct fit *f, struct buf *out)
{
	const double *bias = rules_bias(s->rules, l->language);
	struct rule_info *list;
	size_t n = rules_list(s->rules, s->arena, &list);

	buf_printf(out,
	    "# Fitted by `rapport rules train` to %zu messages and %zu "
	    "sentences; see\n# rapport-rules(5). Fit anew rather than edit: "
	    "a score that is changed by hand\n# holds, whatever stands "
	    "here.\n",
	    l->n_messages, l->n_sentences);
	for (int act = 0; act < TRAINED_ACTS; act++) {
		size_t rule = 0;

		buf_puts(out, "\n");
		for (size_t i = 0; i < n; i++)
			if (!strcmp(list[i].language, l->language))
				put_weight(out, list[i].name, act,
				    f->weights[act][rule++],
				    (double)list[i].scores[act]);
		put_weight(out, "bias", act, f->weights[act][rule], bias[act]);
	}
}

static enum status write_weights(struct session *s, const struct labels *l,
    const struct fit *f, const char *path, struct buf *report)
{
	const char *dir = paths_user_rules(s->arena);
	struct buf out = BUF_EMPTY;
	enum status status = STATUS_OK;

	if (!path && !dir)
		return diag_fail(s->diag, STATUS_CONFIG,
		    "no home directory: say where to write with --output");
	if (!path) {
		dir = file_join(s->arena, dir, l->language);
		path = file_join(s->arena, dir, WEIGHTS_FILE);
		status = file_make_dir(dir, s->diag);
	}
	if (status == STATUS_OK) {
		put_weights(s, l, f, &out);
		status = file_write_atomic(
		    path, buf_text(&out), out.len_bytes, s->diag);
	}
	if (status == STATUS_OK)
		buf_printf(report, "\nwritten: %s\n", path);
	buf_release(&out);
	return status;
}

static enum status train(struct session *s, const struct train_order *order,
    const struct labels *l, struct buf *report)
{
	struct judgement now = training_judge(l->training);
	struct fit f;

	buf_printf(report, "%zu messages, %zu sentences\n\n", l->n_messages,
	    l->n_sentences);
	if (order->check) {
		report_check(s->arena, report, &now);
		return STATUS_OK;
	}
	f = training_fit(l->training, s->arena);
	report_fit(s->arena, report, &now, &f);
	return write_weights(s, l, &f, order->output, report);
}

enum status train_run(struct session *s, const struct train_order *order)
{
	struct labels l = {.arena = s->arena, .diag = s->diag};
	struct buf report = BUF_EMPTY;
	enum status status =
	    session_rules(s, RULES_JIT | (order->check ? 0U : RULES_BY_HAND));

	if (status != STATUS_OK)
		return status;
	if (!order->n_files)
		return diag_fail(
		    s->diag, STATUS_USAGE, "train needs files with labels");
	l.rules = s->rules;
	l.language = rules_language(s->rules, order->language)->name;
	if (order->language && strcmp(l.language, order->language) != 0)
		return diag_fail(s->diag, STATUS_USAGE,
		    "no rules are there for the language '%s'",
		    order->language);
	l.training = training_new(s->arena, s->rules, l.language);
	for (size_t i = 0; i < order->n_files && status == STATUS_OK; i++)
		status = labels_read(&l, order->files[i]);
	if (status == STATUS_OK && !(l.n_messages + l.n_sentences))
		status =
		    diag_fail(s->diag, STATUS_DATA, "no labels were found");
	if (status == STATUS_OK)
		status = train(s, order, &l, &report);
	(void)fputs(buf_text(&report), stdout);
	buf_release(&report);
	return status;
}

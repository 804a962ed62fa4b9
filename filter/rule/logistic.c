/* SPDX-License-Identifier: ISC */
/*
 * Fits weights to what was labelled. Knows of rows and features alone: what
 * they are is rules and sentences to others.
 */
#include "rule/logistic.h"
#include "base/mem.h"

#include <math.h>
#include <stdlib.h>

#define MOST_SWEEPS 500
#define CLOSE       1e-5 /* no weight moved by more in a sweep: done */
#define LONGEST     1.0  /* a Newton step can overshoot far from the end */

double logistic(double sum)
{
	return 1 / (1 + exp(-sum));
}

/* The rows turned around: in which each feature is on. */
struct columns {
	size_t *start; /* of feature i; n + 1 of them */
	size_t *rows;
};

static struct columns turn(
    const struct logistic_row *rows, size_t n_rows, size_t n_weights)
{
	struct columns c = {.start = mem_alloc(n_weights + 2, sizeof(size_t))};

	/* Counted two places on, so that filling leaves the starts right. */
	for (size_t i = 0; i < n_rows; i++)
		for (size_t k = 0; k < rows[i].n_on; k++)
			c.start[rows[i].on[k] + 2]++;
	for (size_t i = 2; i < n_weights + 2; i++)
		c.start[i] += c.start[i - 1];
	c.rows = mem_alloc(c.start[n_weights + 1] + 1, sizeof(size_t));
	for (size_t i = 0; i < n_rows; i++)
		for (size_t k = 0; k < rows[i].n_on; k++)
			c.rows[c.start[rows[i].on[k] + 1]++] = i;
	return c;
}

/* By how much one weight should move, the others as they are. */
static double step(const struct logistic_row *rows, const struct columns *c,
    const double *sums, const struct logistic_prior *prior, size_t feature,
    double weight)
{
	double slope = prior->pull * (weight - prior->mean);
	double bend = prior->pull, moved;

	for (size_t k = c->start[feature]; k < c->start[feature + 1]; k++) {
		const struct logistic_row *row = &rows[c->rows[k]];
		double p = logistic(sums[c->rows[k]]);

		slope += row->counts * (p - row->is_true);
		bend += row->counts * p * (1 - p);
	}
	moved = fmax(-LONGEST, fmin(LONGEST, -slope / bend));
	return fmax(prior->low, fmin(prior->high, weight + moved)) - weight;
}

void logistic_fit(const struct logistic_row *rows, size_t n_rows,
    const struct logistic_prior *priors, size_t n_weights, double *weights_r)
{
	struct columns c = turn(rows, n_rows, n_weights);
	double *sums = mem_alloc(n_rows + 1, sizeof(*sums)), largest = 1;

	for (size_t i = 0; i < n_weights; i++)
		weights_r[i] = priors[i].mean;
	for (size_t i = 0; i < n_rows; i++)
		for (size_t k = 0; k < rows[i].n_on; k++)
			sums[i] += weights_r[rows[i].on[k]];
	for (int sweep = 0; sweep < MOST_SWEEPS && largest > CLOSE; sweep++) {
		largest = 0;
		for (size_t i = 0; i < n_weights; i++) {
			double moved;

			if (c.start[i] == c.start[i + 1])
				continue;
			moved =
			    step(rows, &c, sums, &priors[i], i, weights_r[i]);
			weights_r[i] += moved;
			largest = fmax(largest, fabs(moved));
			for (size_t k = c.start[i]; k < c.start[i + 1]; k++)
				sums[c.rows[k]] += moved;
		}
	}
	free(c.start);
	free(c.rows);
	free(sums);
}

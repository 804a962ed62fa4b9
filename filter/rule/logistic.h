/* SPDX-License-Identifier: ISC */
#ifndef RULE_LOGISTIC_H
#define RULE_LOGISTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Features that are there or not: a list of their indexes for each row. */
struct logistic_row {
	const uint16_t *on; /* without repetition */
	size_t n_on;
	double counts; /* as how many rows; 0 leaves it out */
	bool is_true;
};

/* What is believed of a weight before any row is seen. */
struct logistic_prior {
	double mean;
	double low, high; /* it stays between them; low <= mean <= high */
	double pull;      /* inverse variance, > 0 */
};

/*
 * Weights w that minimize
 *	sum counts * -log P(is_true) + sum pull / 2 * (w - mean)^2,
 * P being the logistic function of the sum of the weights that are on:
 * L2-regularized logistic regression shrunk towards given means, by cyclic
 * coordinate descent with Newton steps (Genkin, Lewis, Madigan 2007). The
 * problem is convex; the same rows give the same weights, in any order but
 * for rounding. weights_r has n_weights elements, as priors.
 */
void logistic_fit(const struct logistic_row *rows, size_t n_rows,
    const struct logistic_prior *priors, size_t n_weights, double *weights_r);

/* 1 / (1 + exp(-sum)). */
double logistic(double sum);

#endif

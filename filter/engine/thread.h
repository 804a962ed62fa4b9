/* SPDX-License-Identifier: ISC */
#ifndef ENGINE_THREAD_H
#define ENGINE_THREAD_H

#include "model/thread.h"

#include <stdbool.h>

/*
 * Whether two letters belong to one thread by themselves: one refers to the
 * other, both refer to the same third, or a reply shares topic and people
 * within LIMIT_SUBJECT_THREAD_DAYS. Symmetric, so that a thread is a
 * connected component and the order of arrival does not matter.
 */
bool thread_joins(const struct note *a, const struct note *b);

/*
 * Whether late, which quotes words of early and refers to nothing, belongs to
 * its thread: they share people, and it was written within
 * LIMIT_SUBJECT_THREAD_DAYS.
 */
bool thread_quotes(const struct note *late, const struct note *early);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef MODEL_TODO_H
#define MODEL_TODO_H

#include "model/item.h"

/* An item as other programs are told of it. */
struct todo {
	struct item item;
	const struct item *first; /* that the thread began with, or NULL: this
				     one */
	int sequence;             /* grows with every change, from 0 */
	struct stamp modified;    /* when it last changed */
	bool is_gone;             /* later mail showed that it was none */
};

#endif

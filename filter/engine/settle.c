/* SPDX-License-Identifier: ISC */
#include "engine/settle.h"

size_t settle(struct arena *a, const struct note *notes, size_t n_notes,
    const struct order *orders, size_t n_orders, const struct config *config,
    struct life **lives_r)
{
	(void)a, (void)notes, (void)n_notes, (void)orders, (void)n_orders,
	    (void)config;
	*lives_r = NULL;
	return 0;
}

struct thread thread_summary(struct arena *a, const struct note *notes,
    size_t n_notes, const struct life *lives, size_t n_lives,
    const struct config *config, struct stamp now)
{
	(void)a, (void)lives, (void)n_lives, (void)config, (void)now;
	return (struct thread){
	    .subject = n_notes ? notes[0].topic : "", .n_messages = n_notes};
}

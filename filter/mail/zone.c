/* SPDX-License-Identifier: ISC */
/* Tells new text from quoted text. */
#include "mail/zone.h"
#include "base/arena.h"
#include "model/letter.h"

void zones_find(
    struct arena *a, const struct reading_words *words, struct letter *l)
{
	(void)words;
	l->zones = arena_array(a, 1, sizeof(*l->zones));
	l->zones[0] = (struct zone){ZONE_NEW, 0, l->text_len, 0};
	l->n_zones = l->text_len ? 1 : 0;
}

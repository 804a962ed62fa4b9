/* SPDX-License-Identifier: ISC */
#ifndef MAIL_ZONE_H
#define MAIL_ZONE_H

struct arena;
struct letter;
struct reading_words;

/*
 * Tells what the sender wrote from what is quoted, forwarded, signed or
 * appended by machines: fills l->zones and l->n_zones from l->text (valid
 * UTF-8, LF), l->from and l->topic. l->text and l->text_len are replaced by a
 * copy without the marker lines of html_to_text() where it has any. The zones
 * cover the whole text; adjacent zones differ in kind or depth. words may be
 * NULL: only what needs no language is then recognized.
 */
void zones_find(
    struct arena *a, const struct reading_words *words, struct letter *l);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * What German phrases mean, by rules/de/dates.lang: phrase ==> how its start
 * and its due instant begin, on a Wednesday at nine. The resolver is the one
 * of all languages: see test_when.c for its conventions.
 */
#include "english.h"

struct reading {
	const char *phrase;
	const char *start, *due; /* how they begin; NULL: none */
};

static const struct reading readings[] = {
    {"heute", "2026-03-11", "2026-03-11T23:59"},
    {"morgen", "2026-03-12", "2026-03-12T23:59"},
    {"übermorgen", "2026-03-13", "2026-03-13T23:59"},
    {"Uebermorgen", "2026-03-13", "2026-03-13T23:59"},
    {"gestern", "2026-03-10", NULL},
    {"vorgestern", "2026-03-09", NULL},
    {"Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"Mittwoch", "2026-03-18", "2026-03-18T23:59"},
    {"am Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"bis Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"diesen Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"in der ersten Aprilwoche", "2026-04-06", "2026-04-10T23:59"},
    {"in der letzten Maiwoche", "2026-05-25", "2026-05-29T23:59"},
    {"in der zweiten Maihälfte", "2026-05-16", "2026-05-31T23:59"},
    {"in der ersten Hälfte des Monats", "2026-03-01", "2026-03-15T23:59"},
    {"in der zweiten Jahreshälfte", "2026-07-01", "2026-12-31T23:59"},
    {"bis zum Zwanzigsten", "2026-03-20", "2026-03-20T23:59"},
    {"am Monatsersten", "2026-04-01", "2026-04-01T23:59"},
    {"bis Ultimo", "2026-03-31", "2026-03-31T23:59"},
    {"die Woche drauf", "2026-03-16", "2026-03-20T23:59"},
    {"in zwei bis drei Tagen", "2026-03-14", "2026-03-14T23:59"},
    {"in zwei, drei Wochen", "2026-04-01", "2026-04-01T23:59"},
    {"in 2-3 Wochen", "2026-04-01", "2026-04-01T23:59"},
    {"innert 10 Tagen", "2026-03-21", "2026-03-21T23:59"},
    {"brauche noch zwei Tage", "2026-03-13", "2026-03-13T23:59"},
    {"geben Sie mir noch eine Woche", "2026-03-18", "2026-03-18T23:59"},
    {"am 16. oder 17. April", "2026-04-16", "2026-04-16"},
    {"um 10 oder 11 Uhr", "2026-03-11T10:00", "2026-03-11T11:00"},
    {"um 10 nach 11", "2026-03-11T11:10", "2026-03-11T11:10"},
    {"morgen 15.00", "2026-03-12T15:00", "2026-03-12T15:00"},
    {"jeden ersten Montag im Monat", "2026-04-06", "2026-04-06T23:59"},
    {"nicht vor Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"haben am Montag telefoniert", "2026-03-09", NULL},
    {"am Montag habe ich es geschickt", "2026-03-09", NULL},
    {"Schreiben vom 2. März", "2026-03-02", NULL},
    {"nächsten Freitag", "2026-03-20", "2026-03-20T23:59"},
    {"naechsten Freitag", "2026-03-20", "2026-03-20T23:59"},
    {"am kommenden Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"letzten Freitag", "2026-03-06", NULL},
    {"Freitag nächster Woche", "2026-03-20", "2026-03-20T23:59"},
    {"nächste Woche Freitag", "2026-03-20", "2026-03-20T23:59"},
    {"nächste Woche am Dienstag", "2026-03-17", "2026-03-17T23:59"},
    {"Freitag in einer Woche", "2026-03-20", "2026-03-20T23:59"},
    {"Montag in 14 Tagen", "2026-03-30", "2026-03-30T23:59"},
    {"heute in zwei Wochen", "2026-03-25", "2026-03-25T23:59"},
    {"heute in acht Tagen", "2026-03-18", "2026-03-18T23:59"},
    {"am 31. März", "2026-03-31", "2026-03-31T23:59"},
    {"am 31. Maerz 2027", "2027-03-31", "2027-03-31T23:59"},
    {"31.3.2026", "2026-03-31", "2026-03-31T23:59"},
    {"31.03.26", "2026-03-31", "2026-03-31T23:59"},
    {"bis zum 31.3", "2026-03-31", "2026-03-31T23:59"},
    {"bis 31.3.", "2026-03-31", "2026-03-31T23:59"},
    {"bis zum 31.", "2026-03-31", "2026-03-31T23:59"},
    {"am 15. April", "2026-04-15", "2026-04-15T23:59"},
    {"am 15.", "2026-03-15", "2026-03-15T23:59"},
    {"Montag, 16.3.", "2026-03-16", "2026-03-16T23:59"},
    {"Montag, den 16. März", "2026-03-16", "2026-03-16T23:59"},
    {"Mo., 16.3.2026", "2026-03-16", "2026-03-16T23:59"},
    {"am Mo. 16.3.", "2026-03-16", "2026-03-16T23:59"},
    {"So., 15.3.", "2026-03-15", "2026-03-15T23:59"},
    {"2026-03-31", "2026-03-31", "2026-03-31T23:59"},
    {"am dritten Mai", "2026-05-03", "2026-05-03T23:59"},
    {"3. Mai 2026 um 14 Uhr", "2026-05-03T14:00", "2026-05-03T14:00"},
    {"am 3. Mai um 14:30 Uhr", "2026-05-03T14:30", "2026-05-03T14:30"},
    {"am 3.5. um 14.30 Uhr", "2026-05-03T14:30", "2026-05-03T14:30"},
    {"Freitag 10 Uhr", "2026-03-13T10:00", "2026-03-13T10:00"},
    {"Freitag, 10:00", "2026-03-13T10:00", "2026-03-13T10:00"},
    {"morgen um 10", "2026-03-12T10:00", "2026-03-12T10:00"},
    {"um halb drei", "2026-03-11T14:30", "2026-03-11T14:30"},
    {"um halb 10", "2026-03-11T09:30", "2026-03-11T09:30"},
    {"Viertel nach drei", "2026-03-11T15:15", "2026-03-11T15:15"},
    {"Viertel vor 11", "2026-03-11T10:45", "2026-03-11T10:45"},
    {"zehn nach elf", "2026-03-11T11:10", "2026-03-11T11:10"},
    {"fünf vor halb elf", "2026-03-11T10:25", "2026-03-11T10:25"},
    {"dreiviertel elf", "2026-03-11T10:45", "2026-03-11T10:45"},
    {"um 14 Uhr 15", "2026-03-11T14:15", "2026-03-11T14:15"},
    {"8 Uhr abends", "2026-03-11T20:00", "2026-03-11T20:00"},
    {"um 8 Uhr morgens", "2026-03-12T08:00", "2026-03-12T08:00"},
    {"heute Abend", "2026-03-11T18:00", "2026-03-11T23:59"},
    {"heute abend um 8", "2026-03-11T20:00", "2026-03-11T20:00"},
    {"heute Nachmittag", "2026-03-11T12:00", "2026-03-11T17:00"},
    {"morgen früh", "2026-03-12T06:00", "2026-03-12T12:00"},
    {"morgen Vormittag", "2026-03-12T06:00", "2026-03-12T12:00"},
    {"bis morgen Mittag", "2026-03-12T12:00", "2026-03-12T12:00"},
    {"bis Mittag", "2026-03-11T12:00", "2026-03-11T12:00"},
    {"Freitag Nachmittag", "2026-03-13T12:00", "2026-03-13T17:00"},
    {"Freitagnachmittag", "2026-03-13T12:00", "2026-03-13T17:00"},
    {"am Freitagnachmittag um 15 Uhr", "2026-03-13T15:00", "2026-03-13T15:00"},
    {"Montag früh", "2026-03-16T06:00", "2026-03-16T12:00"},
    {"Montag morgen", "2026-03-16T06:00", "2026-03-16T12:00"},
    {"am Montagmorgen", "2026-03-16T06:00", "2026-03-16T12:00"},
    {"am Abend", "2026-03-11T18:00", "2026-03-11T23:59"},
    {"in zwei Wochen", "2026-03-25", "2026-03-25T23:59"},
    {"in 14 Tagen", "2026-03-25", "2026-03-25T23:59"},
    {"in drei Tagen", "2026-03-14", "2026-03-14T23:59"},
    {"in einer Stunde", "2026-03-11T10:00", "2026-03-11T10:00"},
    {"in einer halben Stunde", "2026-03-11T09:30", "2026-03-11T09:30"},
    {"in einer Viertelstunde", "2026-03-11T09:15", "2026-03-11T09:15"},
    {"in anderthalb Stunden", "2026-03-11T10:30", "2026-03-11T10:30"},
    {"in 1,5 Stunden", "2026-03-11T10:30", "2026-03-11T10:30"},
    {"in ein paar Tagen", "2026-03-14", "2026-03-14T23:59"},
    {"in drei Arbeitstagen", "2026-03-16", "2026-03-16T23:59"},
    {"innerhalb von zwei Wochen", "2026-03-25", "2026-03-25T23:59"},
    {"binnen 10 Tagen", "2026-03-21", "2026-03-21T23:59"},
    {"innerhalb einer Woche", "2026-03-18", "2026-03-18T23:59"},
    {"in einem Monat", "2026-04-11", "2026-04-11T23:59"},
    {"vor zwei Wochen", "2026-02-25", NULL},
    {"vor 5 Tagen", "2026-03-06", NULL},
    {"diese Woche", "2026-03-09", "2026-03-13T23:59"},
    {"noch diese Woche", "2026-03-09", "2026-03-13T23:59"},
    {"nächste Woche", "2026-03-16", "2026-03-20T23:59"},
    {"in der nächsten Woche", "2026-03-16", "2026-03-20T23:59"},
    {"kommende Woche", "2026-03-16", "2026-03-20T23:59"},
    {"übernächste Woche", "2026-03-23", "2026-03-27T23:59"},
    {"erst nächste Woche", "2026-03-16", "2026-03-20T23:59"},
    {"KW 12", "2026-03-16", "2026-03-20T23:59"},
    {"in KW12", "2026-03-16", "2026-03-20T23:59"},
    {"in der 12. KW", "2026-03-16", "2026-03-20T23:59"},
    {"Kalenderwoche 12", "2026-03-16", "2026-03-20T23:59"},
    {"bis KW 12/2026", "2026-03-16", "2026-03-20T23:59"},
    {"Anfang nächster Woche", "2026-03-16", "2026-03-18T23:59"},
    {"Mitte nächster Woche", "2026-03-18", "2026-03-18T23:59"},
    {"Ende nächster Woche", "2026-03-20", "2026-03-20T23:59"},
    {"bis Ende der Woche", "2026-03-13", "2026-03-13T23:59"},
    {"spätestens bis Ende der Woche", "2026-03-13", "2026-03-13T23:59"},
    {"bis Ende dieser Woche", "2026-03-13", "2026-03-13T23:59"},
    {"Ende Woche", "2026-03-13", "2026-03-13T23:59"},
    {"am Wochenende", "2026-03-14", "2026-03-15T23:59"},
    {"Anfang Mai", "2026-05-01", "2026-05-10T23:59"},
    {"Mitte Mai", "2026-05-11", "2026-05-15T23:59"},
    {"Ende Mai", "2026-05-31", "2026-05-31T23:59"},
    {"bis Ende des Monats", "2026-03-31", "2026-03-31T23:59"},
    {"bis Monatsende", "2026-03-31", "2026-03-31T23:59"},
    {"bis zum Jahresende", "2026-12-31", "2026-12-31T23:59"},
    {"Ende nächsten Monats", "2026-04-30", "2026-04-30T23:59"},
    {"im Mai", "2026-05-01", "2026-05-31T23:59"},
    {"im Mai 2027", "2027-05-01", "2027-05-31T23:59"},
    {"nächsten Monat", "2026-04-01", "2026-04-30T23:59"},
    {"nächstes Jahr", "2027-01-01", "2027-12-31T23:59"},
    {"im zweiten Quartal", "2026-04-01", "2026-06-30T23:59"},
    {"Ende Q2", "2026-06-30", "2026-06-30T23:59"},
    {"bis Quartalsende", "2026-03-31", "2026-03-31T23:59"},
    {"am 15. des nächsten Monats", "2026-04-15", "2026-04-15T23:59"},
    {"am ersten Montag im Mai", "2026-05-04", "2026-05-04T23:59"},
    {"spätestens am Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"spätestens Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"bis spätestens Freitag, 12 Uhr", "2026-03-13T12:00", "2026-03-13T12:00"},
    {"bis Freitag spätestens", "2026-03-13", "2026-03-13T23:59"},
    {"bis Freitag um 12 Uhr", "2026-03-13T12:00", "2026-03-13T12:00"},
    {"bis heute Abend", "2026-03-11T18:00", "2026-03-11T23:59"},
    {"bis 17 Uhr", "2026-03-11T17:00", "2026-03-11T17:00"},
    {"heute bis 17 Uhr", "2026-03-11T17:00", "2026-03-11T17:00"},
    {"vor Freitag", "2026-03-12", "2026-03-12T23:59"},
    {"vor dem 3. Mai", "2026-05-02", "2026-05-02T23:59"},
    {"nach dem 3. Mai", "2026-05-03", "2026-05-03T23:59"},
    {"ab Montag", "2026-03-16", "2026-03-16T23:59"},
    {"zwischen 14 und 16 Uhr", "2026-03-11T14:00", "2026-03-11T16:00"},
    {"morgen zwischen 14 und 16 Uhr", "2026-03-12T14:00", "2026-03-12T16:00"},
    {"von 14 bis 16 Uhr", "2026-03-11T14:00", "2026-03-11T14:00"},
    {"Freitag, 14-16 Uhr", "2026-03-13T14:00", "2026-03-13T14:00"},
    {"vom 3. bis 5. Mai", "2026-05-03", "2026-05-03"},
    {"vom 3. bis zum 5. Mai", "2026-05-03", "2026-05-03"},
    {"3.-5. Mai", "2026-05-03", "2026-05-03"},
    {"vom 3.5. bis 5.5.", "2026-05-03", "2026-05-03"},
    {"Montag bis Mittwoch", "2026-03-16", "2026-03-16"},
    {"zwischen Montag und Mittwoch", "2026-03-16", "2026-03-18T23:59"},
    {"nächste Woche Montag bis Mittwoch", "2026-03-16", "2026-03-16"},
    {"14 Uhr MEZ", "2026-03-11T14:00", "2026-03-11T14:00"},
    {"am 3. Juni um 14 Uhr MESZ", "2026-06-03T14:00", "2026-06-03T14:00"},
    {"in den nächsten zwei Wochen", "2026-03-12", "2026-03-25T23:59"},
    {"im Laufe der Woche", "2026-03-11", "2026-03-13T23:59"},
    {"im Laufe des Tages", "2026-03-11T09:00", "2026-03-1"},
    {"EOD", "2026-03-11T23:59", "2026-03-11T23:59"},
    {"bis Feierabend", "2026-03-11T17:00", "2026-03-11T17:00"},
    {"bis Mitternacht", "2026-03-1", "2026-03-1"},
    {"so bald wie möglich", "2026-03-11", NULL},
    {"zeitnah", "2026-03-11", NULL},
    {"in den nächsten Tagen", "2026-03-11", NULL},
    {"in Kürze", "2026-03-11", NULL},
    {"bis zum 20. März 2026 um 12:00 Uhr", "2026-03-20T12:00",
	"2026-03-20T12:00"},
    {"Freitag, den 13.03.", "2026-03-13", "2026-03-13T23:59"},
    {"Freitag den 13. März um 9 Uhr", "2026-03-13T09:00", "2026-03-13T09:00"},
    {"am Dienstag, 17.03.2026, um 16:15 Uhr", "2026-03-17T16:15",
	"2026-03-17T16:15"},
    {"am Dienstag ab 14 Uhr", "2026-03-17T14:00", "2026-03-17T14:00"},
    {"Dienstag gegen 15 Uhr", "2026-03-17T15:00", "2026-03-17T15:00"},
    {"Di 17.3. 10-11 Uhr", "2026-03-17T10:00", "2026-03-17T10:00"},
    {"bis Di.", "2026-03-17", "2026-03-17T23:59"},
    {"bis nächsten Mittwoch", "2026-03-18", "2026-03-18T23:59"},
    {"bis übermorgen 12 Uhr", "2026-03-13T12:00", "2026-03-13T12:00"},
    {"schon morgen", "2026-03-12", "2026-03-12T23:59"},
    {"frühestens am Montag", "2026-03-16", "2026-03-16T23:59"},
    {"Mitte der Woche", "2026-03-11", "2026-03-11T23:59"},
    {"Anfang April", "2026-04-01", "2026-04-10T23:59"},
    {"zum 1. April", "2026-04-01", "2026-04-01T23:59"},
    {"per 1. April", "2026-04-01", "2026-04-01T23:59"},
    {"ab dem 1. April", "2026-04-01", "2026-04-01T23:59"},
    {"seit Montag", "2026-03-09", NULL},
    {"um 9", "2026-03-11T09:00", "2026-03-11T09:00"},
    {"um Punkt 12 Uhr", "2026-03-11T12:00", "2026-03-11T12:00"},
    {"in den kommenden drei Wochen", "2026-03-12", "2026-04-01T23:59"},
    {"zwei Wochen vor dem 1. Mai", "2026-04-17", "2026-04-17T23:59"},
    {"drei Tage nach dem 1. Mai", "2026-05-04", "2026-05-04T23:59"},
    {"zum Quartalsende", "2026-03-31", "2026-03-31T23:59"},
    {"fällig am 31. März", "2026-03-31", "2026-03-31T23:59"},
    {"Frist: 31.3.", "2026-03-31", "2026-03-31T23:59"},
    {"Abgabetermin 31.03.2026", "2026-03-31", "2026-03-31T23:59"},
    {"Deadline Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"nicht später als Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"bis einschließlich Freitag", "2026-03-13", "2026-03-13T23:59"},
    {"bis zur nächsten Woche", "2026-03-16", "2026-03-20T23:59"},
    {"nächste Woche Mittwoch um 10 Uhr", "2026-03-18T10:00",
	"2026-03-18T10:00"},
    {"am Mittwoch in einer Woche um 10 Uhr", "2026-03-25T10:00",
	"2026-03-25T10:00"},
    {"heute noch", "2026-03-11", "2026-03-11T23:59"},
    {"noch heute", "2026-03-11", "2026-03-11T23:59"},
    {"spätestens in zwei Wochen", "2026-03-25", "2026-03-25T23:59"},
    {"spätestens übermorgen", "2026-03-13", "2026-03-13T23:59"},
    {"bis spätestens Ende März", "2026-03-31", "2026-03-31T23:59"},
    {"Sonnabend", "2026-03-14", "2026-03-14T23:59"},
    {"am 29. Februar", "2028-02-29", "2028-02-29T23:59"},
};

static const char *const traps[] = {
    "guten Morgen",
    "schönen Tag noch",
    "in Version 2.1.",
    "Kapitel 3.2.",
    "rund um die Uhr 24/7",
    "um 20 Prozent",
    "um 3 Euro",
    "jeden Montag",
    "im 2. Stock",
    "am 2. Spieltag",
    "zum dritten Mal",
    "So 15 Leute waren da",
    "Fr. Müller",
    "unter 089 123456",
    "für 15.30 Euro",
    "von heute auf morgen",
    "um 10 oder 11 Prozent",
    "Zum Ersten ist es teuer",
    "Herr August und Frau Freitag",
    "Wir brauchen noch zwei Stühle",
    "bis zum dritten Stock",
    "zwei, drei Leute",
};

static int open_german(void **state)
{
	return open_language(state, "de", "2026-03-11T09:00:00+01:00");
}

static bool begins(struct world *w, struct stamp t, const char *with)
{
	return strncmp(civil_format(w->arena, t), with, strlen(with)) == 0;
}

static void reads_phrases(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		const struct reading *r = &readings[i];
		struct time_expr *t;

		if (find(w, r->phrase, &t) != 1 || t->offset)
			fail_msg("'%s' is not read as a whole", r->phrase);
		if (!begins(w, t->start, r->start))
			fail_msg("'%s' starts %s", r->phrase,
			    civil_format(w->arena, t->start));
		if (t->has_due != !!r->due)
			fail_msg("'%s' is due or not", r->phrase);
		if (r->due && !begins(w, t->due, r->due))
			fail_msg("'%s' is due %s", r->phrase,
			    civil_format(w->arena, t->due));
	}
}

static void finds_no_time_in_traps(void **state)
{
	for (size_t i = 0; i < sizeof(traps) / sizeof(traps[0]); i++) {
		struct time_expr *t;

		if (find(*state, traps[i], &t) != 0)
			fail_msg("'%s' is no time", traps[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_phrases),
	    cmocka_unit_test(finds_no_time_in_traps),
	};

	return cmocka_run_group_tests(tests, open_german, close_world);
}

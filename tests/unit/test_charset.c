/* SPDX-License-Identifier: ISC */
/* Text without a label, or with a wrong one: charset and text ==> text. */
#include "base/arena.h"
#include "mail/charset.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct example {
	const char *charset; /* that the text is sent in */
	const char *text;    /* in UTF-8 */
};

/* Labels that say nothing, or that mailers put on anything. */
static const char *const labels[] = {
    NULL, "us-ascii", "x-unknown", "iso-8859-1", "windows-1252"};

static size_t encode(
    const char *charset, const char *text, char *out, size_t room)
{
	iconv_t cd = iconv_open(charset, "UTF-8");
	char *in = (char *)text, *to = out;
	size_t n = strlen(text), left = room;

	assert_true(cd != (iconv_t)-1);
	assert_int_not_equal(iconv(cd, &in, &n, &to, &left), (size_t)-1);
	assert_int_not_equal(iconv(cd, NULL, NULL, &to, &left), (size_t)-1);
	assert_int_equal(n, 0);
	iconv_close(cd);
	return room - left;
}

/* Each text in its charset, under each of the labels, is read as it was. */
static void check(const struct example *table, size_t n)
{
	char bytes[2000];

	for (size_t i = 0; i < n; i++) {
		size_t len = encode(
		    table[i].charset, table[i].text, bytes, sizeof(bytes));

		for (size_t k = 0; k < sizeof(labels) / sizeof(*labels); k++) {
			struct arena *a = arena_new();
			size_t got_len;
			const char *got =
			    charset_decode(a, labels[k], bytes, len, &got_len);

			if (strcmp(got, table[i].text) != 0)
				fail_msg("%s as %s:\n%s\n==> %s",
				    table[i].charset,
				    labels[k] ? labels[k] : "none",
				    table[i].text, got);
			assert_int_equal(got_len, strlen(got));
			arena_free(a);
		}
	}
}

#define CHECK(table) check(table, sizeof(table) / sizeof(*(table)))

static void east_asian_text_needs_no_label(void **state)
{
	static const struct example table[] = {
	    {"GB18030", "你好，请在星期五以前把合同寄给我。谢谢！"},
	    {"GB18030", "会议改到下午三点"},
	    {"GB18030", "Anna，报告(report)明天发给你，see you。"},
	    {"BIG5", "您好，請在星期五以前把合約寄給我。謝謝！"},
	    {"EUC-JP", "金曜日までに契約書を送ってください。"},
	    {"EUC-JP", "来週の会議について"},
	    {"CP932", "金曜日までに契約書を送ってください。"},
	    {"CP932", "見積もりの件、了解しました。ありがとうございます。"},
	    {"EUC-KR", "금요일까지 계약서를 보내 주세요. 감사합니다."},
	    {"ISO-2022-JP", "金曜日までに契約書を送ってください。"},
	    {"ISO-2022-KR", "금요일까지 계약서를 보내 주세요."}};

	(void)state;
	CHECK(table);
}

static void other_scripts_are_told_from_latin(void **state)
{
	static const struct example table[] = {
	    {"CP1255", "שלום רב, אשלח לך את החוזה ביום שישי. תודה"},
	    {"CP1256", "مرحبا، سأرسل لك العقد يوم الجمعة. شكرا جزيلا"},
	    {"ISO-8859-6", "مرحبا، سأرسل لك العقد يوم الجمعة. شكرا جزيلا"},
	    {"CP1251", "Добрый день, пришлю договор в пятницу."},
	    {"CP1251", "вот наша машина, а вот мой дом и твоя школа"},
	    {"KOI8-R", "Добрый день, пришлю договор в пятницу."},
	    {"CP1253", "Καλημέρα, θα στείλω το συμβόλαιο την Παρασκευή."}};

	(void)state;
	CHECK(table);
}

static void central_european_letters_are_told_from_western(void **state)
{
	static const struct example table[] = {
	    {"CP1250", "Dzień dobry, umowę wyślę w piątek. Proszę też "
		       "o potwierdzenie, że było dużo błędów i została "
		       "wysłana późno."},
	    {"ISO-8859-2", "Dzień dobry, umowę wyślę w piątek. Proszę też "
			   "o potwierdzenie, że było dużo błędów i została "
			   "wysłana późno."},
	    {"CP1250", "Dobrý den, smlouvu pošlu v pátek. Příští týden bych "
		       "měl mít čas, můžeme si zavolat."},
	    {"ISO-8859-2", "Dobrý den, smlouvu pošlu v pátek. Příští týden "
			   "bych měl mít čas, můžeme si zavolat."},
	    {"CP1250", "Dobrý deň, zmluvu vám pošlem v piatok. Ďakujem za "
		       "trpezlivosť, budúci týždeň môžeme telefonovať."},
	    {"CP1250", "Poštovani, ugovor šaljem u petak. Molim vas još malo "
		       "strpljenja, možemo se čuti idući tjedan. Šteta što "
		       "niste mogli doći, žao mi je."},
	    {"CP1254",
		"Merhaba, sözleşmeyi cuma günü göndereceğim. Lütfen "
		"bana toplantının saatini yazın, çok teşekkürler, görüşmek "
		"için bekliyorum, iyi çalışmalar."}};

	(void)state;
	CHECK(table);
}

static void western_text_stays_western(void **state)
{
	static const struct example table[] = {
	    {"CP1252", "Schöne Grüße aus München! Können Sie mir bis Freitag "
		       "die Übersicht schicken? Das wäre großartig, natürlich "
		       "auch früher. Jürgen Groß fährt über Österreich."},
	    {"CP1252", "ÄNDERUNG: ÖFFNUNGSZEITEN ÜBER OSTERN, GRÖSSE ÄHNLICH, "
		       "ÄRZTE ÜBLICHERWEISE ÖFTER, ÜBUNG"},
	    {"CP1252", "Être à l’heure, c’est déjà être prêt : où êtes-vous ? "
		       "Le cœur de l’œuvre, ça ira, élève zélé. Noël, naïf."},
	    {"CP1252", "¿Dónde está el señor Núñez? ¡Qué lástima! Mañana "
		       "enviaré la información, según acordó José María."},
	    {"CP1252", "Però è già così: perché non può più venire lunedì? "
		       "Verrà giovedì, c’è tempo, sarà laggiù. È tutto."},
	    {"CP1252", "Não, amanhã não dá: a reunião é à tarde, às três. "
		       "Você já pôs a informação lá? Obrigação é obrigação."},
	    {"CP1252", "På fredag får du åtta förslag på räkningar; vänligen "
		       "översätt dem så går det bättre."},
	    {"CP1252", "Kære Jørgen, jeg sender både øl og æbler på søndag. "
		       "Det bliver næppe før påske, så må vi sørge for nåde."},
	    {"CP1252", "Sæl Þóra, ég sendi þér samninginn á föstudaginn. Við "
		       "þurfum að ræða þetta, það er mjög áríðandi. Bíð spök."},
	    {"CP1252", "Hyvää päivää, lähetän sopimuksen perjantaina. Näin "
		       "tämä täytyy tehdä, älä jätä sitä myöhempään."},
	    {"CP1252", "Tere, saadan lepingu reedel. Õhtul võime rääkida, "
		       "küll jõuab. Žürii kõneles Šotimaast, šašlõkk ja "
		       "žanr, šokk."},
	    {"CP1252", "Grüße: Žižek, Šešelj, Žagar, Škoda und Müller "
		       "wären da, schön für Köln, größer als üblich, ähnlich "
		       "böse, müde, süß."},
	    /* What old converters made of quotes. */
	    {"CP1252", "I¿m sure it isn¿t late, we¿ll see, you¿re right, "
		       "they¿ve said so, he¿s in, she¿d go."},
	    {"CP1252", "L¹été, c¹est déjà là ; l¹école, d¹où l¹idée, "
		       "qu¹elle n¹a pas gâchée, j¹espère, à côté, très près."},
	    /* Figures and ornaments. */
	    {"CP1252", "12 m³ à 3 £, 5 m³ à 4 £, 7 m³ à 5 £, 1 m³ à 2 £, 3 m³"},
	    {"CP1252", "°°°°°°°°°°°°°°°° ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ »»»»»»»»»»»»»»»»"},
	    {"CP1252", "ÉÍÍÍÍÍÍÍÍÍÍÍÍ» º ab º ÈÍÍÍÍÍÍÍÍÍÍÍÍ¼"},
	    {"CP1252", "“Quite,” she said – “it’s €5…” ‘No’ ™ ® © §§ 3, 4"},
	    {"CP1252", "é"}, {"CP1252", "Ça été réglé à Orléans, déjà"}};

	(void)state;
	CHECK(table);
}

struct bytes {
	const char *label, *bytes, *text;
};

static void check_bytes(const struct bytes *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena *a = arena_new();
		size_t len;
		const char *got = charset_decode(a, table[i].label,
		    table[i].bytes, strlen(table[i].bytes), &len);

		if (strcmp(got, table[i].text) != 0)
			fail_msg("%s: {%s}\n==> {%s}",
			    table[i].label ? table[i].label : "none",
			    table[i].bytes, got);
		arena_free(a);
	}
}

#define CHECK_BYTES(table) check_bytes(table, sizeof(table) / sizeof(*(table)))

static void hz_is_read(void **state)
{
	static const struct bytes table[] = {
	    {"hz-gb-2312", "Hi ~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.",
		"Hi 己所不欲，勿施於人。Bye."},
	    {"HZ", "~{VPND~}\n~{VPND~}", "中文\n中文"},
	    {"hz-gb-2312", "one ~~ tilde~\n here", "one ~ tilde here"},
	    /* Bad: never closed, half a pair, a lone tilde, bytes of 8 bits. */
	    {"hz-gb-2312", "~{VPND\nplain", "中文\nplain"},
	    {"hz-gb-2312", "~{VPN~} ok", "中N ok"},
	    {"hz-gb-2312", "~{VPN", "中N"}, {"hz-gb-2312", "a ~b ~", "a ~b ~"},
	    {"hz-gb-2312", "~{", ""}, {"hz-gb-2312", "~}~}~{~{~}x", "x"},
	    {"hz-gb-2312", "~{V \x81~}", "V \xef\xbf\xbd"}};

	(void)state;
	CHECK_BYTES(table);
}

static void a_bad_byte_does_not_unmake_utf8(void **state)
{
	static const struct bytes table[] = {
	    {NULL, "Grüße, schöne Wünsche\xc3",
		"Grüße, schöne Wünsche\xef\xbf\xbd"},
	    {"iso-8859-1", "金曜日までに契約書を送\xe3\x81",
		"金曜日までに契約書を送\xef\xbf\xbd\xef\xbf\xbd"},
	    {NULL, "\xff金曜日までに契約書を",
		"\xef\xbf\xbd金曜日までに契約書を"},
	    {NULL, "\xc3\xa9 or \xe9 or \xe8", "Ã© or é or è"}};

	(void)state;
	CHECK_BYTES(table);
}

static void what_is_too_short_or_too_mixed_is_western(void **state)
{
	static const struct bytes table[] = {
	    {NULL, "\xc4\xe3\xba\xc3", "ÄãºÃ"}, /* two characters of GB 2312 */
	    {NULL, "\xe1\xec\xe5", "áìå"},
	    {NULL, "\xb3\xb3\xb3\xb3\xb3\xb3\xb3\xb3\xb3\xb3\xb3\xb3",
		"³³³³³³³³³³³³"},
	    {NULL, "\xa4\xa4 a\xa4 \xb0\xa1z \xe4\xf6\xfc\xc4 \xa4q",
		"¤¤ a¤ °¡z äöüÄ ¤q"},
	    {"iso-8859-1", "\x1b[31mred\x1b[0m caf\xe9",
		"\x1b[31mred\x1b[0m café"},
	    {NULL, "", ""}};

	(void)state;
	CHECK_BYTES(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(east_asian_text_needs_no_label),
	    cmocka_unit_test(other_scripts_are_told_from_latin),
	    cmocka_unit_test(central_european_letters_are_told_from_western),
	    cmocka_unit_test(western_text_stays_western),
	    cmocka_unit_test(hz_is_read),
	    cmocka_unit_test(a_bad_byte_does_not_unmake_utf8),
	    cmocka_unit_test(what_is_too_short_or_too_mixed_is_western)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

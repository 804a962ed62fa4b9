/* SPDX-License-Identifier: ISC */
/* HTML as text, and whose text it is. */
#include "base/arena.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "mail/html.h"
#include "model/letter.h"
#include "tongue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct example {
	const char *html, *want;
};

/* Rendered text with "/" for line ends and without markers. */
static void text_is_rendered(void **state)
{
	static const struct example table[] = {
	    {"<p>One</p><p>Two", "One//Two/"},
	    {"a<br>b<br/>c", "a/b/c/"},
	    {"<div>a<br></div><div>b</div>", "a/b/"},
	    {"<div>a</div><div><br></div><div>b</div>", "a//b/"},
	    {"<ul><li>tea<li><p>milk</p></ul>", "- tea/- milk/"},
	    {"<table><tr><td>a<td>b</tr><tr><td>c</table>", "a\tb/c/"},
	    {"see <a href='http://x.example'>the  \n page</a>.",
		"see the page./"},
	    {"&lt;5 &amp; 5&nbsp;&#8364; &eacute;",
		"<5 & 5 \xe2\x82\xac \xc3\xa9/"},
	    {"<pre>a\n  b\n\nc</pre>", "a/  b//c/"},
	    {"<title>t</title><style>p{}</style><p>a</p><script>x</script>",
		"a/"},
	    {"<div style='display: none'>pre</div><p>a</p>", "a/"},
	    {"<p hidden>pre</p><span style=\"font-size:0px\">x</span>a", "a/"},
	    {"<!-- c --><!--[if mso]><p>no</p><![endif]--><p>a</p>", "a/"},
	    {"a<o:p></o:p> b", "a b/"},
	    {"<![if !supportLists]>- <![endif]>a", "- a/"},
	    {"a\x07"
	     "b",
		"ab/"},
	    {"", ""},
	    {"<", ""},
	    {"</div></p></b>", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();
		size_t len = 0;
		char *text =
		    html_to_text(a, table[i].html, strlen(table[i].html), &len);

		assert_non_null(text);
		for (size_t k = 0; k < len; k++)
			text[k] = text[k] == '\n' ? '/' : text[k];
		/* A lone "<" may be text or nothing. */
		if (strcmp(table[i].html, "<") != 0)
			assert_string_equal(text, table[i].want);
		arena_free(a);
	}
}

static void quotes_of_mail_programs_are_not_new(void **state)
{
	static const struct example table[] = {
	    {"Yes.<div class='gmail_quote'><div class='gmail_attr'>On 4 May "
	     "Ida wrote:<br></div><blockquote class='gmail_quote'>Lunch?"
	     "</blockquote></div>",
		"Yes."},
	    {"<div class='gmail_quote'><div class='gmail_attr'>On 4 May Ida "
	     "wrote:</div><blockquote class='gmail_quote'>When?</blockquote>"
	     "<div>Noon.</div><blockquote class='gmail_quote'>Where?"
	     "</blockquote><div>Here.</div></div>",
		"Noon. Here."},
	    {"<div class='moz-cite-prefix'>Am 4.5. schrieb Ida:</div>"
	     "<blockquote type='cite'><p>Essen?</p></blockquote><p>Ja.</p>",
		"Ja."},
	    {"<p>Yes.</p><div id='appendonsend'></div><hr>"
	     "<div id='divRplyFwdMsg'><b>Von:</b> Ida</div><p>Essen?</p>",
		"Yes."},
	    {"<p>Yes.</p><div style='border:none;border-top:solid #E1E1E1 "
	     "1.0pt'><p><b>From:</b> Ida &lt;ida@x.example&gt;<br><b>Sent:</b>"
	     " Tuesday<br><b>Subject:</b> Lunch</p></div><p>Lunch?</p>",
		"Yes."},
	    {"<p>Yes.</p><div class='yahoo_quoted'>Ida:<div>Lunch?</div></div>",
		"Yes."},
	    {"<p>Yes.</p><div class='moz-signature'>-- <br>Ida</div>", "Yes."},
	    {"<p>Yes.</p><div class='x_gmail_signature'>Ida Long<br>X Ltd"
	     "</div>",
		"Yes."},
	    {"Yes.<br><br><blockquote>Lunch?</blockquote>", "Yes."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct arena *a = arena_new();
		size_t len = 0;
		char *text =
		    html_to_text(a, table[i].html, strlen(table[i].html), &len);

		assert_string_equal(
		    tongue_new_text(a, tongue_letter(a, text)), table[i].want);
		arena_free(a);
	}
}

static void a_cited_passage_stays(void **state)
{
	const char *html = "<p>The rules say:</p><blockquote><p>No dogs.</p>"
			   "</blockquote><p>So leave him.</p>";
	struct arena *a = arena_new();
	size_t len = 0;
	char *text = html_to_text(a, html, strlen(html), &len);

	(void)state;
	assert_string_equal(tongue_new_text(a, tongue_letter(a, text)),
	    "The rules say: No dogs. So leave him.");
	arena_free(a);
}

/* Forgotten ends, deep nests, endless text, broken attributes. */
static void hostile_documents_are_bounded(void **state)
{
	static const char *const units[] = {"<div>", "<blockquote>", "<p",
	    "</x>", "<b><i>", "word ", "&amp;", "&#x;", "<li>", "<a href=\"",
	    "<table><tr><td>", "<!--", "<br>", "<pre>\n", "\xc3\xa9",
	    "<div class='gmail_quote'>", "<![if x]>", "&", "<style>"};
	const size_t n = 20000;

	(void)state;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		struct arena *a = arena_new();
		size_t len = strlen(units[i]), text_len = 0;
		char *html = arena_alloc(a, n * len + 8), *text;

		for (size_t k = 0; k < n; k++)
			memcpy(html + k * len, units[i], len);
		text = html_to_text(a, html, n * len, &text_len);
		assert_non_null(text);
		assert_true(text_len <= LIMIT_TEXT_BYTES);
		assert_true(utf8_valid(text, text_len));
		assert_int_equal(strlen(text), text_len);
		arena_free(a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_is_rendered),
	    cmocka_unit_test(quotes_of_mail_programs_are_not_new),
	    cmocka_unit_test(a_cited_passage_stays),
	    cmocka_unit_test(hostile_documents_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

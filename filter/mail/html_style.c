/* SPDX-License-Identifier: ISC */
/*
 * What an HTML element means in mail: how it is set, whether it is hidden,
 * and which mail program's container for quotes or signatures it is. The
 * names come from the programs' own output; they are no language's words.
 */
#include "mail/html_style.h"
#include "base/str.h"

#include <string.h>

/* A style attribute beyond this is no longer looked at. */
#define STYLE_BYTES 1000

struct name_entry {
	const char *name;
	enum html_display display;
};

static const struct name_entry elements[] = {
    {"address", HTML_BLOCK},
    {"article", HTML_BLOCK},
    {"aside", HTML_BLOCK},
    {"audio", HTML_NOTHING},
    {"blockquote", HTML_PARAGRAPH},
    {"body", HTML_BLOCK},
    {"br", HTML_BREAK},
    {"caption", HTML_BLOCK},
    {"center", HTML_BLOCK},
    {"dd", HTML_BLOCK},
    {"dir", HTML_BLOCK},
    {"div", HTML_BLOCK},
    {"dl", HTML_BLOCK},
    {"dt", HTML_BLOCK},
    {"fieldset", HTML_BLOCK},
    {"footer", HTML_BLOCK},
    {"form", HTML_BLOCK},
    {"h1", HTML_PARAGRAPH},
    {"h2", HTML_PARAGRAPH},
    {"h3", HTML_PARAGRAPH},
    {"h4", HTML_PARAGRAPH},
    {"h5", HTML_PARAGRAPH},
    {"h6", HTML_PARAGRAPH},
    {"header", HTML_BLOCK},
    {"hr", HTML_BLOCK},
    {"li", HTML_ENTRY},
    {"main", HTML_BLOCK},
    {"math", HTML_NOTHING},
    {"ol", HTML_PARAGRAPH},
    {"p", HTML_PARAGRAPH},
    {"pre", HTML_PRE},
    {"script", HTML_NOTHING},
    {"section", HTML_BLOCK},
    {"select", HTML_NOTHING},
    {"style", HTML_NOTHING},
    {"svg", HTML_NOTHING},
    {"table", HTML_BLOCK},
    {"td", HTML_CELL},
    {"template", HTML_NOTHING},
    {"th", HTML_CELL},
    {"title", HTML_NOTHING},
    {"tr", HTML_BLOCK},
    {"ul", HTML_PARAGRAPH},
    {"video", HTML_NOTHING},
    {"xml", HTML_NOTHING},
};

/* Classes and ids of containers; a trailing "*" matches any ending. */
static const struct {
	const char *name;
	enum html_mark mark;
} containers[] = {
    /* Gmail */
    {"gmail_quote", HTML_MARK_REPLY},
    {"gmail_quote_container", HTML_MARK_REPLY},
    {"gmail_attr", HTML_MARK_ATTRIBUTION},
    {"gmail_signature*", HTML_MARK_SIGNATURE},
    /* Thunderbird */
    {"moz-cite-prefix", HTML_MARK_ATTRIBUTION},
    {"moz-forward-container", HTML_MARK_QUOTE},
    {"moz-email-headers-table", HTML_MARK_REST},
    {"moz-signature", HTML_MARK_SIGNATURE},
    /* Outlook in all its forms */
    {"olk_src_body_section", HTML_MARK_QUOTE},
    {"divrplyfwdmsg", HTML_MARK_REST},
    {"appendonsend", HTML_MARK_REST},
    {"mail-editor-reference-message-container", HTML_MARK_REST},
    {"ms-outlook-mobile-reference-message", HTML_MARK_REST},
    {"ms-outlook-mobile-signature", HTML_MARK_SIGNATURE},
    {"ms-outlook-ios-signature", HTML_MARK_SIGNATURE},
    {"signature", HTML_MARK_SIGNATURE},
    {"stopspelling", HTML_MARK_REST},
    /* Yahoo */
    {"yahoo_quoted*", HTML_MARK_QUOTE},
    {"yahoo-signature", HTML_MARK_SIGNATURE},
    {"ymail_android_signature*", HTML_MARK_SIGNATURE},
    /* Apple */
    {"applemailsignature", HTML_MARK_SIGNATURE},
    /* Proton, Tuta, Zimbra, Zoho, Roundcube, Spark, Front, HubSpot */
    {"protonmail_quote", HTML_MARK_REPLY},
    {"protonmail_signature_block*", HTML_MARK_SIGNATURE},
    {"tutanota_quote", HTML_MARK_QUOTE},
    {"zwchr", HTML_MARK_REST},
    {"zmail_extra*", HTML_MARK_QUOTE},
    {"reply-intro", HTML_MARK_ATTRIBUTION},
    {"bloop_sign*", HTML_MARK_SIGNATURE},
    {"spark_quote", HTML_MARK_QUOTE},
    {"front-blockquote", HTML_MARK_QUOTE},
    {"hs_reply", HTML_MARK_QUOTE},
    {"quoted-mail", HTML_MARK_QUOTE},
    {"mailmaster_reply*", HTML_MARK_QUOTE},
};

static enum html_display display_of(const char *name)
{
	size_t from = 0, to = sizeof(elements) / sizeof(elements[0]);

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int c = strcmp(name, elements[mid].name);

		if (c == 0)
			return elements[mid].display;
		if (c < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return HTML_INLINE;
}

static const char *attribute(const char *const *attrs, const char *name)
{
	for (; attrs && attrs[0]; attrs += 2)
		if (str_same(attrs[0], name))
			return attrs[1] ? attrs[1] : "";
	return NULL;
}

/* The mark of one class or id; Outlook on the web prefixes "x_". */
static enum html_mark mark_of_token(const char *s, size_t len)
{
	while (len > 2 && str_same_n(s, "x_", 2)) {
		s += 2;
		len -= 2;
	}
	for (size_t i = 0; i < sizeof(containers) / sizeof(containers[0]);
	     i++) {
		const char *name = containers[i].name;
		size_t n = strlen(name);
		bool open = name[n - 1] == '*';

		n -= open;
		if ((open ? len >= n : len == n) && str_same_n(s, name, n))
			return containers[i].mark;
	}
	return 0;
}

static enum html_mark mark_of_tokens(const char *s)
{
	enum html_mark mark = 0;

	while (s && *s && !mark) {
		size_t n = strcspn(s, " \t\r\n");

		mark = mark_of_token(s, n);
		s += n;
		s += strspn(s, " \t\r\n");
	}
	return mark;
}

/* The style attribute in lower case without blanks. */
static void squeeze(const char *style, char *out, size_t size)
{
	size_t n = 0;

	for (; style && *style && n + 2 < size; style++)
		if (!str_space(*style))
			out[n++] = str_lower(*style);
	out[n++] = ';';
	out[n] = '\0';
}

static bool has(const char *style, const char *what)
{
	return strstr(style, what) != NULL;
}

static bool is_hidden(const char *style, const char *const *attrs)
{
	return attribute(attrs, "hidden") || has(style, "display:none") ||
	       has(style, "visibility:hidden") || has(style, "mso-hide:all") ||
	       has(style, "font-size:0;") || has(style, "font-size:0px") ||
	       has(style, "max-height:0;") || has(style, "max-height:0px") ||
	       has(style, "opacity:0;");
}

/* A quote as programs write it; others are citations or indents. */
static enum html_mark mark_of_blockquote(
    const char *style, const char *const *attrs)
{
	const char *type = attribute(attrs, "type");

	if ((type && str_same(type, "cite")) || attribute(attrs, "cite") ||
	    has(style, "border-left"))
		return HTML_MARK_QUOTE;
	return HTML_MARK_BLOCK;
}

struct html_style html_style_of(const char *name, const char *const *attrs)
{
	struct html_style s = {.display = display_of(name)};
	char style[STYLE_BYTES];
	const char *quote;

	squeeze(attribute(attrs, "style"), style, sizeof(style));
	if (s.display == HTML_NOTHING || is_hidden(style, attrs)) {
		s.display = HTML_NOTHING;
		return s;
	}
	s.mark = mark_of_tokens(attribute(attrs, "class"));
	if (!s.mark)
		s.mark = mark_of_tokens(attribute(attrs, "id"));
	if (str_same(name, "blockquote"))
		s.mark = s.mark == HTML_MARK_REPLY ? HTML_MARK_QUOTE
			 : s.mark                  ? s.mark
				  : mark_of_blockquote(style, attrs);
	quote = attribute(attrs, "name");
	/* GMX and web.de */
	if (!s.mark && quote && str_same(quote, "quote") &&
	    str_same(name, "div"))
		s.mark = HTML_MARK_QUOTE;
	if (!s.mark && attribute(attrs, "data-signatureblock"))
		s.mark = HTML_MARK_SIGNATURE;
	if (!s.mark && (str_same(name, "hr") ||
			   (has(style, "border-top") && has(style, "solid"))))
		s.mark = HTML_MARK_RULE;
	s.has_end =
	    s.mark && s.mark != HTML_MARK_RULE && s.mark != HTML_MARK_REST;
	return s;
}

/* SPDX-License-Identifier: ISC */
/*
 * The only user of libxml2, and a module of its own since loading it costs
 * more than reading a letter. It hands the parser's events on through one
 * entry; what they mean is the matter of html.c.
 */
#include "mail/html_module.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/*
 * The parser searches its open elements at each end tag: bounded, since a
 * document of forgotten ends would make that quadratic.
 */
#define OPEN_ELEMENTS 1000

struct parse {
	const struct html_sink *sink;
	htmlParserCtxtPtr ctxt;
	int open;
};

static void go_on(struct parse *p, bool wanted)
{
	if (!wanted)
		xmlStopParser(p->ctxt);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attrs)
{
	struct parse *p = user;

	p->open++;
	go_on(p, p->open < OPEN_ELEMENTS &&
		     p->sink->start(p->sink->user, (const char *)name,
			 (const char *const *)attrs));
}

static void on_end(void *user, const xmlChar *name)
{
	struct parse *p = user;

	p->open--;
	go_on(p, p->sink->end(p->sink->user, (const char *)name));
}

static void on_text(void *user, const xmlChar *text, int len)
{
	struct parse *p = user;

	go_on(p, p->sink->text(p->sink->user, (const char *)text, (size_t)len));
}

__attribute__((visibility("default"))) void html_module_parse(
    const struct html_sink *sink, const char *html, size_t len_bytes)
{
	struct parse p = {.sink = sink};
	htmlSAXHandler sax;

	memset(&sax, 0, sizeof(sax));
	sax.startElement = on_start;
	sax.endElement = on_end;
	sax.characters = on_text;
	sax.ignorableWhitespace = on_text;
	p.ctxt = htmlCreatePushParserCtxt(
	    &sax, &p, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (!p.ctxt)
		return;
	/* What <meta> says of the charset was true before decoding. */
	(void)htmlCtxtUseOptions(
	    p.ctxt, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET |
			HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
	(void)htmlParseChunk(p.ctxt, html, (int)len_bytes, 0);
	(void)htmlParseChunk(p.ctxt, html, 0, 1);
	if (p.ctxt->myDoc)
		xmlFreeDoc(p.ctxt->myDoc);
	htmlFreeParserCtxt(p.ctxt);
}

/* SPDX-License-Identifier: ISC */
/*
 * Exchange's Thread-Index and Thread-Topic: 22 bytes in base64, of which the
 * last 16 are the conversation's GUID, and 5 more for each reply ([MS-OXOMSG]
 * 2.2.1.3). It becomes one more reference, so that letters of a conversation
 * share one also where a gateway took their References away. Under a changed
 * topic it is another conversation, as it is to Exchange.
 */
#include "mail/conversation.h"
#include "base/arena.h"
#include "base/str.h"
#include "mail/header.h"
#include "model/reference.h"

#include <stdint.h>
#include <string.h>

/* Characters of the base64: of the time, of the GUID but its last 2 bits, of
   a first letter's index with its padding. */
#define TIME_CHARS  8
#define GUID_CHARS  21
#define FIRST_CHARS 32

static size_t base64_length(const char *s)
{
	size_t n = 0;

	while (str_alpha(s[n]) || str_digit(s[n]) || s[n] == '+' || s[n] == '/')
		n++;
	return n;
}

/* FNV-1a of the topic, but for case and white space. */
static uint64_t topic_hash(const char *topic)
{
	uint64_t h = 0xcbf29ce484222325U;

	for (; *topic; topic++)
		if (!str_space(*topic))
			h = (h ^ (unsigned char)str_lower(*topic)) *
			    0x100000001b3U;
	return h;
}

const char *conversation_id(struct arena *a, const struct header *h,
    const char *topic, bool *is_reply_r)
{
	const char *index = header_value(h, "Thread-Index"), *said;
	size_t n;

	if (!index)
		return NULL;
	index += strspn(index, " \t");
	n = base64_length(index);
	if (n < TIME_CHARS + GUID_CHARS)
		return NULL;
	said = header_value(h, "Thread-Topic");
	/* One in encoded words is the subject's in another dress. */
	if (said && !strstr(said, "=?"))
		topic = said;
	*is_reply_r = n > FIRST_CHARS;
	return arena_printf(a, "%.*s.%016llx%s", GUID_CHARS, index + TIME_CHARS,
	    (unsigned long long)topic_hash(topic), CONVERSATION_DOMAIN);
}

/* SPDX-License-Identifier: ISC */
/* What a mailbox tells about the name of its owner. */
#include "model/mailbox.h"
#include "base/arena.h"
#include "base/str.h"

#include <string.h>

#define MOST_PARTS 3

enum naming mailbox_naming(const char *name, const char *addr)
{
	size_t n = strlen(name), local = strcspn(addr, "@");

	if (!n || strchr(name, '@'))
		return NAMING_NONE;
	if (strchr(name, ' '))
		return NAMING_FULL;
	/* The one may be a piece of the other: "more" of mmore@. */
	for (size_t i = 0; i < local && n <= local - i; i++)
		if (str_same_n(addr + i, name, n))
			return NAMING_AGAIN;
	return local && local < n && str_same_n(name, addr, local)
		   ? NAMING_AGAIN
		   : NAMING_WORD;
}

/* Bytes of the letters at s. */
static size_t letters(const char *s)
{
	size_t n = 0;

	while (str_alpha(s[n]))
		n++;
	return n;
}

const char *mailbox_shown_name(struct arena *a, const char *addr)
{
	size_t local = strcspn(addr, "@"), at = 0, len = 0, parts = 0;
	char *name = arena_alloc(a, local + 1);

	while (at < local) {
		size_t n = letters(addr + at);
		bool is_last = addr[at + n] == '@';

		if (n < 1 + (size_t)is_last || ++parts > MOST_PARTS)
			return "";
		if (len)
			name[len++] = ' ';
		memcpy(name + len, addr + at, n);
		if (name[len] >= 'a' && name[len] <= 'z')
			name[len] = (char)(name[len] - 'a' + 'A');
		len += n;
		at += n;
		if (at == local)
			break;
		if (addr[at] != '.' && addr[at] != '_')
			return "";
		at++;
	}
	name[len] = '\0';
	return parts > 1 && at == local ? name : "";
}

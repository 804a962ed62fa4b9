/* SPDX-License-Identifier: ISC */
/* Defaults of the configuration; cmd/config.c reads the file. */
#include "model/config.h"

#include <string.h>

bool me_has(const struct me *me, const char *addr)
{
	for (size_t i = 0; i < me->n_addresses; i++)
		if (!strcmp(me->addresses[i], addr))
			return true;
	return false;
}

void config_defaults(struct config *c)
{
	*c = (struct config){
	    .me = {.name = ""},
	    .language = "en",
	    .threshold = 0.5,
	    .sendmail = "/usr/sbin/sendmail -t -i",
	    .work_from_min = 9 * 60,
	    .work_to_min = 18 * 60,
	    .workdays = 0x1f,
	    .grace_hours = 0,
	    .barrage = 6,
	    .reply_days = 3,
	    .silence_days = 90,
	    .call_min = 30,
	    .call_where = "",
	};
}

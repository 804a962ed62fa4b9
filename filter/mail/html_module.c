/* SPDX-License-Identifier: ISC */
/* The only user of libxml2, behind one entry. */
#include <libxml/HTMLparser.h>

int html_module_placeholder(void);
int html_module_placeholder(void)
{
	return 0;
}

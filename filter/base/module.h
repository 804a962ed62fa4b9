/* SPDX-License-Identifier: ISC */
#ifndef BASE_MODULE_H
#define BASE_MODULE_H

struct diag;

/*
 * The private modules hold what is costly to load (libxml2, libical). They
 * are looked for in the running program's own directory, then in
 * ../lib/rapport beside it, nowhere else: neither the environment nor the
 * working directory has a say.
 *
 * Returns the address of a symbol in the module "NAME.so", which is opened
 * on first use and stays open until the process ends. NULL, with a text in
 * d unless d is NULL, when the module or the symbol is not there.
 */
void *module_symbol(const char *name, const char *symbol, struct diag *d);

#endif

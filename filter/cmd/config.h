/* SPDX-License-Identifier: ISC */
#ifndef CMD_CONFIG_H
#define CMD_CONFIG_H

#include "base/diag.h"
#include "model/config.h"

#include <stdbool.h>

struct arena;

/*
 * Reads rapport.conf(5). STATUS_NOINPUT when there is no such file. A bad
 * line is complained about with its place and leaves the default.
 */
enum status config_read(
    struct arena *a, const char *path, struct diag *d, struct config *config_r);

/* Whether s has the form of an address: one that mail could be sent to. */
bool config_is_address(const char *s);

#endif

/* SPDX-License-Identifier: ISC */
/* The table of commands, in the order of the manual. */
#include "cmd/command.h"

#include <stddef.h>

extern const struct command cmd_filter, cmd_flush, cmd_import, cmd_rules,
    cmd_scan;

const struct command *const commands[] = {
    &cmd_filter,
    &cmd_import,
    &cmd_scan,
    &cmd_rules,
    &cmd_flush,
    NULL,
};

/* SPDX-License-Identifier: ISC */
/* The table of commands, in the order of the manual. */
#include "cmd/command.h"

#include <stddef.h>

const struct command *const commands[] = {
    NULL,
};

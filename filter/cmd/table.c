/* SPDX-License-Identifier: ISC */
/* The table of commands, in the order of the manual. */
#include "cmd/command.h"

#include <stddef.h>

extern const struct command cmd_filter, cmd_flush, cmd_import, cmd_rules,
    cmd_scan;
extern const struct command cmd_ack, cmd_call, cmd_digest, cmd_export, cmd_list,
    cmd_nudge, cmd_people, cmd_show, cmd_suggest, cmd_threads;

const struct command *const commands[] = {
    &cmd_filter,
    &cmd_import,
    &cmd_list,
    &cmd_show,
    &cmd_suggest,
    &cmd_threads,
    &cmd_people,
    &cmd_call,
    &cmd_ack,
    &cmd_nudge,
    &cmd_digest,
    &cmd_scan,
    &cmd_rules,
    &cmd_export,
    &cmd_flush,
    NULL,
};

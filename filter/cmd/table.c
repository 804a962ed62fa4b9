/* SPDX-License-Identifier: ISC */
/* The table of commands, in the order of the manual. */
#include "cmd/command.h"

#include <stddef.h>

extern const struct command cmd_init, cmd_filter, cmd_import;
extern const struct command cmd_list, cmd_show, cmd_search, cmd_agenda,
    cmd_export;
extern const struct command cmd_done, cmd_drop, cmd_wrong, cmd_snooze, cmd_due,
    cmd_undo;
extern const struct command cmd_suggest, cmd_dismiss, cmd_threads, cmd_people,
    cmd_brief, cmd_stats, cmd_talked, cmd_person, cmd_alias, cmd_grace,
    cmd_away, cmd_mute, cmd_forget;
extern const struct command cmd_call, cmd_ack, cmd_nudge, cmd_digest;
extern const struct command cmd_backtest, cmd_scan, cmd_rules;
extern const struct command cmd_flush, cmd_doctor;

const struct command *const commands[] = {
    &cmd_init,
    &cmd_filter,
    &cmd_import,
    &cmd_list,
    &cmd_show,
    &cmd_search,
    &cmd_agenda,
    &cmd_done,
    &cmd_drop,
    &cmd_wrong,
    &cmd_snooze,
    &cmd_due,
    &cmd_undo,
    &cmd_suggest,
    &cmd_dismiss,
    &cmd_threads,
    &cmd_people,
    &cmd_brief,
    &cmd_stats,
    &cmd_talked,
    &cmd_person,
    &cmd_alias,
    &cmd_grace,
    &cmd_away,
    &cmd_mute,
    &cmd_forget,
    &cmd_call,
    &cmd_ack,
    &cmd_nudge,
    &cmd_digest,
    &cmd_backtest,
    &cmd_scan,
    &cmd_rules,
    &cmd_export,
    &cmd_flush,
    &cmd_doctor,
    NULL,
};

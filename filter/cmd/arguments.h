/* SPDX-License-Identifier: ISC */
#ifndef CMD_ARGUMENTS_H
#define CMD_ARGUMENTS_H

#include "base/diag.h"
#include "cmd/command.h"

struct buf;

/*
 * Sorts argv[0..argc) into the values of the options in the table and the
 * operands. "--name value" and "--name=value"; "--" ends the options; with
 * stop_at_word the first operand ends them too, and it and all that follows
 * are operands. STATUS_USAGE with a text in d.
 */
enum status arguments_parse(struct arena *a,
    const struct command_option *options, int argc, char **argv,
    bool stop_at_word, struct diag *d, struct arguments *args_r);

/* "usage: rapport NAME ..." and the options, a line each. */
void arguments_usage(struct buf *out, const struct command *c);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef CMD_PATHS_H
#define CMD_PATHS_H

struct arena;

/*
 * Where rapport's files are (XDG Base Directory). given is what the command
 * line says, or NULL. Each is NULL when no home directory can be found.
 */
const char *paths_home(void); /* the home directory itself */
const char *paths_config(struct arena *a, const char *given);
const char *paths_db(struct arena *a, const char *given);
const char *paths_user_rules(struct arena *a);
/* rules/ beside the program, else the installed ones. Never NULL. */
const char *paths_rules(struct arena *a, const char *program_dir);
/* Beside the store: rules_keep()'s file, which spares reading the rules. */
const char *paths_kept_rules(struct arena *a, const char *db);

/* Where the days off of holiday files are kept: "DB.holidays". */
const char *paths_days_off(struct arena *a, const char *db);

#endif

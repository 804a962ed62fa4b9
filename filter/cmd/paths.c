/* SPDX-License-Identifier: ISC */
/*
 * Where rapport's files are. Mail systems run the filter with hardly any
 * environment, so a missing HOME falls back on the password database.
 */
#include "cmd/paths.h"
#include "base/arena.h"
#include "base/file.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

const char *paths_home(void)
{
	const char *dir = getenv("HOME");
	const struct passwd *pw;

	if (dir && *dir)
		return dir;
	pw = getpwuid(getuid());
	return pw ? pw->pw_dir : NULL;
}

/* $variable/rapport, or fallback/rapport under the home directory. */
static const char *folder(
    struct arena *a, const char *variable, const char *fallback)
{
	const char *dir = getenv(variable);

	/* The XDG specification ignores relative paths. */
	if (!dir || *dir != '/') {
		const char *h = paths_home();

		if (!h)
			return NULL;
		dir = file_join(a, h, fallback);
	}
	return file_join(a, dir, "rapport");
}

const char *paths_config(struct arena *a, const char *given)
{
	const char *dir;

	if (given)
		return given;
	given = getenv("RAPPORT_CONFIG");
	if (given && *given)
		return given;
	dir = folder(a, "XDG_CONFIG_HOME", ".config");
	return dir ? file_join(a, dir, "config") : NULL;
}

const char *paths_db(struct arena *a, const char *given)
{
	const char *dir;

	if (given)
		return given;
	dir = folder(a, "XDG_DATA_HOME", ".local/share");
	return dir ? file_join(a, dir, "rapport.db") : NULL;
}

const char *paths_user_rules(struct arena *a)
{
	const char *dir = folder(a, "XDG_CONFIG_HOME", ".config");

	return dir ? file_join(a, dir, "rules") : NULL;
}

const char *paths_rules(struct arena *a, const char *program_dir)
{
	const char *beside = file_join(a, program_dir, "rules");

	if (access(beside, R_OK | X_OK) == 0)
		return beside;
	return file_join(a, program_dir, "../share/rapport/rules");
}

const char *paths_kept_rules(struct arena *a, const char *db)
{
	return arena_printf(a, "%s.rules", db);
}

const char *paths_days_off(struct arena *a, const char *db)
{
	return arena_printf(a, "%s.holidays", db);
}

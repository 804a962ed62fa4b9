/* SPDX-License-Identifier: ISC */
/*
 * Where the process meets the outside: the clock, the user's time zone, the
 * place of the program, the umask. Everything else gets them as arguments.
 */
#define _DEFAULT_SOURCE /* tm_gmtoff */
#include "cmd/command.h"

#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct stamp present(void)
{
	struct timespec t = {0};
	struct stamp now = {0};
	struct tm local;

	if (clock_gettime(CLOCK_REALTIME, &t) == 0)
		now.utc_s = t.tv_sec;
	if (localtime_r(&t.tv_sec, &local))
		now.zone_min = (int)(local.tm_gmtoff / 60);
	return now;
}

/* The directory of the running program, "." if it cannot be told. */
static const char *program_dir(char *path, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", path, size - 1);
	char *slash;

	if (n <= 0)
		return ".";
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (slash)
		*slash = '\0';
	return path;
}

int main(int argc, char **argv)
{
	char path[PATH_MAX];

	(void)umask(077);
	return command_main(
	    argc, argv, present(), program_dir(path, sizeof(path)));
}

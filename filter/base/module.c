/* SPDX-License-Identifier: ISC */
/*
 * Finds and opens the program's private modules. A module that is asked for
 * twice is opened once: the dynamic linker counts, nothing is kept here.
 */
#include "base/module.h"
#include "base/diag.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The folder of the running program, without the final slash. */
static bool program_dir(char *dir, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", dir, size - 1);
	char *slash;

	if (n <= 0)
		return false;
	dir[n] = '\0';
	slash = strrchr(dir, '/');
	if (!slash)
		return false;
	*slash = '\0';
	return true;
}

static void *module_open(const char *name, struct diag *d)
{
	static const char *const places[] = {"", "/../lib/rapport"};
	char dir[PATH_MAX], path[PATH_MAX + 64];
	void *handle = NULL;
	char why[PATH_MAX + 256] = ""; /* dlerror()'s goes with the next call */

	if (!program_dir(dir, sizeof(dir))) {
		if (d)
			diag_warn(d, "cannot tell where the program lies");
		return NULL;
	}
	for (size_t i = 0; i < 2 && !handle; i++) {
		int n = snprintf(
		    path, sizeof(path), "%s%s/%s.so", dir, places[i], name);

		if (n < 0 || (size_t)n >= sizeof(path))
			continue;
		handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
		if (!handle && (!*why || access(path, F_OK) == 0)) {
			const char *reason = dlerror();

			(void)snprintf(
			    why, sizeof(why), "%s", reason ? reason : "");
		}
	}
	if (!handle && d)
		diag_warn(d, "cannot load the module '%s': %s", name,
		    *why ? why : "no such file");
	return handle;
}

void *module_symbol(const char *name, const char *symbol, struct diag *d)
{
	void *handle = module_open(name, d), *address;

	if (!handle)
		return NULL;
	address = dlsym(handle, symbol);
	if (!address && d)
		diag_warn(d, "the module '%s' has no '%s'", name, symbol);
	return address;
}

/* SPDX-License-Identifier: ISC */
/*
 * Images: an arena in a mapping at a fixed address, and the file of it. The
 * file is believed because it is the user's own, names the build id of the
 * running program and was searched for stray pointers when it was written.
 */
#define _GNU_SOURCE /* MAP_FIXED_NOREPLACE, dl_iterate_phdr */
#include "base/image.h"
#include "base/arena.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Far from where Linux puts programs, libraries, heaps and stacks, and from
 * what the sanitizers reserve.
 */
#if UINTPTR_MAX > 0xFFFFFFFF
#define IMAGE_ADDRESS ((void *)0x2B5000000000)
#else
#define IMAGE_ADDRESS NULL /* no room that is surely free */
#endif
/* The rules need 2 MB; pages that are not used cost nothing. */
#define IMAGE_BYTES ((size_t)64 * 1024 * 1024)

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0 /* a hint then, and what comes is checked */
#endif

#define BUILD_ID_BYTES 32
#define MAGIC          "rapport\1"

struct header {
	char magic[8];
	unsigned char program[BUILD_ID_BYTES]; /* its build id */
	size_t length_bytes;                   /* of the file */
	void *root;
	struct arena *arena;
};

#define ARENA_OFFSET 128 /* beyond the header */

_Static_assert(sizeof(struct header) <= ARENA_OFFSET, "ARENA_OFFSET");

/* Finds the build id among a segment's notes. */
static bool find_id(const char *notes, size_t len, unsigned char *id)
{
	while (len >= sizeof(ElfW(Nhdr))) {
		ElfW(Nhdr) n;
		size_t name, total;

		memcpy(&n, notes, sizeof(n));
		name = sizeof(n) + (n.n_namesz + 3U) / 4 * 4;
		total = name + (n.n_descsz + 3U) / 4 * 4;
		if (total > len)
			return false;
		if (n.n_type == NT_GNU_BUILD_ID && n.n_namesz == 4 &&
		    !memcmp(notes + sizeof(n), "GNU", 4) && n.n_descsz >= 8) {
			memcpy(id, notes + name,
			    n.n_descsz < BUILD_ID_BYTES ? n.n_descsz
							: BUILD_ID_BYTES);
			return true;
		}
		notes += total;
		len -= total;
	}
	return false;
}

struct search {
	unsigned char *id;
	bool found;
};

static int look_at(struct dl_phdr_info *info, size_t size, void *context)
{
	struct search *s = context;

	(void)size;
	for (int i = 0; i < info->dlpi_phnum && !s->found; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];

		if (p->p_type == PT_NOTE)
			s->found = find_id(
			    (const char *)(info->dlpi_addr + p->p_vaddr),
			    p->p_memsz, s->id);
	}
	return 1; /* the program comes first; libraries do not matter */
}

static bool build_id(unsigned char id[BUILD_ID_BYTES])
{
	struct search s = {.id = id};

	memset(id, 0, BUILD_ID_BYTES);
	(void)dl_iterate_phdr(look_at, &s);
	return s.found;
}

/* Maps length_bytes at the address; fd -1: fresh memory. */
static void *map(int fd, size_t length_bytes)
{
	int kind = fd < 0 ? MAP_ANONYMOUS | MAP_NORESERVE : 0;
	void *p;

	if (!IMAGE_ADDRESS)
		return NULL;
	p = mmap(IMAGE_ADDRESS, length_bytes, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_FIXED_NOREPLACE | kind, fd, 0);
	if (p == MAP_FAILED)
		return NULL;
	if (p != IMAGE_ADDRESS) {
		(void)munmap(p, length_bytes);
		return NULL;
	}
	return p;
}

struct arena *image_new(void)
{
	unsigned char id[BUILD_ID_BYTES];
	struct header *h = build_id(id) ? map(-1, IMAGE_BYTES) : NULL;

	if (!h)
		return NULL;
	memcpy(h->magic, MAGIC, sizeof(h->magic));
	memcpy(h->program, id, sizeof(h->program));
	h->length_bytes = IMAGE_BYTES;
	h->arena =
	    arena_new_at((char *)h + ARENA_OFFSET, IMAGE_BYTES - ARENA_OFFSET);
	return h->arena;
}

void image_free(struct arena *a)
{
	struct header *h = IMAGE_ADDRESS;

	arena_free(a);
	/* Of an image from a file, the rest of this is not mapped. */
	(void)munmap(h, IMAGE_BYTES);
}

/* Mappings that a word of the image must not point into. */
#define MOST_RANGES 256

struct ranges {
	uintptr_t from[MOST_RANGES], to[MOST_RANGES];
	size_t n;
};

/* Sanitizers' tables are huge, and many a number looks like being there. */
#define LARGEST_RANGE_BYTES (UINT64_C(1) << 40)
/*
 * AddressSanitizer's heap, which it keeps mapped here and there over four
 * terabytes, and the table behind it. Nothing else lies there.
 */
#define SANITIZER_FROM UINT64_C(0x600000000000)
#define SANITIZER_TO   UINT64_C(0x650000000000)
/*
 * Below are numbers, and AddressSanitizer's tables; where there is room for
 * the image, neither this program nor what it loads is mapped there.
 */
#define LOWEST_ADDRESS UINT64_C(0x10007fff8000)
/*
 * Two numbers of 32 bits side by side, the first below this, look like a
 * pointer too. A true one ends in so little once in 256 runs: addresses are
 * drawn anew for each, so that it is found in the others.
 */
#define LARGEST_NUMBER (UINT64_C(1) << 24)

static bool read_ranges(struct ranges *r)
{
	FILE *f = fopen("/proc/self/maps", "re");
	char line[4096 + 100];
	bool ok = f;

	r->n = 0;
	while (f && fgets(line, sizeof(line), f)) {
		uintmax_t from, to;
		char readable;

		if (sscanf(line, "%" SCNxMAX "-%" SCNxMAX " %c", &from, &to,
			&readable) != 3 ||
		    readable != 'r')
			continue;
		if (from < LOWEST_ADDRESS || to - from > LARGEST_RANGE_BYTES ||
		    (from >= SANITIZER_FROM && to <= SANITIZER_TO) ||
		    from == (uintptr_t)IMAGE_ADDRESS)
			continue;
		ok = ok && r->n < MOST_RANGES;
		if (!ok)
			break;
		r->from[r->n] = (uintptr_t)from;
		r->to[r->n++] = (uintptr_t)to;
	}
	if (f)
		(void)fclose(f);
	return ok && r->n > 0;
}

/* The first word that points out of the image, or NULL. */
static const uintptr_t *stray(
    const struct ranges *r, const uintptr_t *word, size_t n_words)
{
	for (; n_words; word++, n_words--) {
		if (*word < LOWEST_ADDRESS ||
		    (*word & UINT32_MAX) < LARGEST_NUMBER ||
		    *word - (uintptr_t)IMAGE_ADDRESS < IMAGE_BYTES)
			continue;
		for (size_t i = 0; i < r->n; i++)
			if (*word >= r->from[i] && *word < r->to[i])
				return word;
	}
	return NULL;
}

enum status image_write(
    struct arena *a, void *root, const char *path, struct diag *d)
{
	struct header *h = IMAGE_ADDRESS;
	size_t used = arena_seal(a);
	const uintptr_t *word;
	struct ranges ranges;

	if (!used)
		return diag_fail(
		    d, STATUS_SOFTWARE, "'%s' would be too large", path);
	h->root = root;
	h->length_bytes = ARENA_OFFSET + used;
	if (!read_ranges(&ranges))
		return diag_fail(d, STATUS_SOFTWARE,
		    "cannot tell what of memory can be kept");
	word = stray(
	    &ranges, (const uintptr_t *)h, h->length_bytes / sizeof(uintptr_t));
	if (word)
		return diag_fail(d, STATUS_SOFTWARE,
		    "'%s' cannot be kept: a stray pointer at %#zx", path,
		    (size_t)((const char *)word - (const char *)h));
	return file_write_atomic(path, (const char *)h, h->length_bytes, d);
}

/* Whether the file is the user's own, this program's, and whole. */
static bool fits(int fd, size_t *length_r)
{
	unsigned char id[BUILD_ID_BYTES];
	struct header h;
	struct stat st;

	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) ||
	    st.st_uid != geteuid() || st.st_mode & (S_IWGRP | S_IWOTH))
		return false;
	if (pread(fd, &h, sizeof(h), 0) != (ssize_t)sizeof(h))
		return false;
	*length_r = h.length_bytes;
	return !memcmp(h.magic, MAGIC, sizeof(h.magic)) && build_id(id) &&
	       !memcmp(h.program, id, sizeof(id)) &&
	       h.length_bytes >= ARENA_OFFSET &&
	       h.length_bytes <= IMAGE_BYTES &&
	       (uintmax_t)st.st_size == h.length_bytes;
}

void *image_open(const char *path, struct arena **arena_r)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct header *h = NULL;
	size_t length;

	if (fd < 0)
		return NULL;
	if (fits(fd, &length))
		h = map(fd, length);
	(void)close(fd);
	if (!h)
		return NULL;
	*arena_r = h->arena;
	return h->root;
}

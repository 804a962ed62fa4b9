/* SPDX-License-Identifier: ISC */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_BYTES 32

/* The digest of a short text (FIPS 180-4, 6.2). */
void sha256(const char *data, size_t len_bytes, uint8_t digest[SHA256_BYTES]);

#endif

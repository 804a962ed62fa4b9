/* SPDX-License-Identifier: ISC */
/* Shows a fuzz target nothing, then each file that is named. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "check.h"

int main(int argc, char **argv)
{
	struct diag *d = diag_new();
	struct buf b = BUF_EMPTY;
	enum status status = STATUS_OK;

	(void)LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
	for (int i = 1; i < argc && status == STATUS_OK; i++) {
		buf_clear(&b);
		status = file_read(argv[i], LIMIT_MESSAGE_BYTES, d, &b);
		if (status == STATUS_OK)
			(void)LLVMFuzzerTestOneInput(
			    (const uint8_t *)buf_text(&b), b.len_bytes);
	}
	buf_release(&b);
	diag_free(d);
	return (int)status;
}

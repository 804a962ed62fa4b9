#!/bin/sh
# SPDX-License-Identifier: ISC
# Runs every cmocka program and passes its TAP on, one test a program.
set -u
n=0
cd "$SOURCE" || exit 1
set -- "$MODULES"/unit/test_*
echo "1..$#"
for program in "$@"; do
	n=$((n + 1))
	[ -x "$program" ] || continue
	case $program in *.d | *.o) continue ;; esac
	if out=$(CMOCKA_MESSAGE_OUTPUT=TAP "$program" 2>&1); then
		echo "ok $n - ${program##*/}"
	else
		echo "not ok $n - ${program##*/}"
		printf '%s\n' "$out" | sed 's/^/# /'
	fi
done

#!/bin/sh
# SPDX-License-Identifier: ISC
# Each folder of filter/ may include only what lies below it, and each
# library has one owner. Prints every violation and fails if there is one.
set -u
cd "$(dirname "$0")/.." || exit 1
bad=0
list=$(mktemp)
trap 'rm -f "$list"' EXIT

complain() {
	echo "layers: $*"
	bad=1
}

# allowed FOLDER "FOLDERS IT MAY INCLUDE"
allowed() {
	for file in filter/"$1"/*.[ch]; do
		[ -e "$file" ] || continue
		sed -n 's|^#include "\([a-z]*\)/.*|\1|p' "$file" | sort -u \
			>"$list"
		while read -r to; do
			case " $1 $2 " in
			*" $to "*) ;;
			*) complain "$file includes $to/" ;;
			esac
		done <"$list"
	done
}

allowed base ""
allowed model "base"
for leaf in mail when rule store calendar; do
	allowed "$leaf" "base model"
done
allowed engine "base model rule when"
allowed train "base model rule mail engine"
allowed ledger "base model engine mail store rule calendar"
allowed out "base model mail calendar"
allowed cmd "base model when rule mail engine train ledger out calendar"

# owned HEADER-PATTERN FILES
owned() {
	pattern=$1
	shift
	grep -lE "^#include <($pattern)" -r filter >"$list"
	while read -r file; do
		case " $* " in
		*" $file "* | *" ${file%/*}/ "*) ;;
		*) complain "$file includes <$pattern>" ;;
		esac
	done <"$list"
}

owned 'pcre2' filter/base/regex.c
owned 'sqlite3' filter/store/
owned 'libetpan' filter/mail/
owned 'libxml' filter/mail/html_module.c
owned 'libical' filter/calendar/

# Only main.c reads the clock and the environment's zone.
grep -lE '(^|[^a-z_])(time|gettimeofday|localtime_r|localtime|tzset)\(' \
	-r filter --include='*.c' >"$list"
while read -r file; do
	[ "$file" = filter/main.c ] || complain "$file reads the clock"
done <"$list"

find filter tests -name '*.[ch]' >"$list"
while read -r file; do
	lines=$(wc -l <"$file")
	[ "$lines" -le 600 ] || complain "$file has $lines lines"
done <"$list"
exit $bad

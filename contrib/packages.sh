#!/bin/sh
# SPDX-License-Identifier: ISC
# Installs what rapport needs from Debian 12: `build` to build and run it,
# `test` for `make check`, `lint` for `make lint`, `bench` for `make bench`,
# each with what comes before it. Does nothing when all of it is there.
set -eu

build='gcc make libc6-dev pkg-config libetpan-dev libical-dev libpcre2-dev
	libsqlite3-dev libxml2-dev'
test="$build libcmocka-dev mandoc notmuch perl procmail procps python3 python3-icalendar
	sqlite3"
lint="$test clang clang-format clang-tidy codespell cppcheck shellcheck"
bench="$test bogofilter"

case ${1:-} in
build) want=$build ;;
test) want=$test ;;
lint) want=$lint ;;
bench) want=$bench ;;
*)
	echo "usage: $0 build|test|lint|bench" >&2
	exit 64
	;;
esac

missing=
for package in $want; do
	dpkg-query -W -f '${Status}' "$package" 2>/dev/null |
		grep -q '^install ok installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || {
		echo "$0: as root, install:$missing" >&2
		exit 77
	}
	as_root=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
# shellcheck disable=SC2086 # a list of packages
$as_root apt-get install -q -y --no-install-recommends $missing

#!/bin/sh
# SPDX-License-Identifier: ISC
# Installs what is needed, builds rapport, and sends the sample mailbox of
# tests/sample/ through the real filter, one message after the other as a
# mail system would; then shows what became of it. Touches no mail and no
# configuration of yours: everything happens in a temporary directory.
set -eu
cd "$(dirname "$0")/.."

sh contrib/packages.sh build
make -s -j"$(nproc)"

home=$(mktemp -d "${TMPDIR:-/tmp}/rapport-demo.XXXXXX")
trap 'rm -rf "$home"' EXIT
export HOME="$home" TZ=Europe/Berlin
unset XDG_CONFIG_HOME XDG_DATA_HOME RAPPORT_CONFIG

rapport() {
	./rapport --now '2026-03-09T09:00:00+01:00' "$@"
}

say() {
	printf '\n=== %s\n\n' "$*"
}

rapport --quiet init --name 'Mara Lindqvist' \
	--address mara@lindqvist.example \
	--address mara.lindqvist@quayside.example

find tests/sample -name '*.eml' | sort -t/ -k4 >"$home/messages"
while read -r message; do
	case $message in
	*/sent/*) way=--outgoing ;;
	*) way=--incoming ;;
	esac
	rapport filter $way <"$message"
done <"$home/messages"
n=$(wc -l <"$home/messages")
say "$n messages went through 'rapport filter'. rapport list:"
rapport list
say "rapport threads"
rapport threads
say "rapport suggest"
rapport suggest
say "rapport digest: the nightly mail"
rapport digest --text

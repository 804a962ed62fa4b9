# SPDX-License-Identifier: ISC
# shellcheck shell=sh disable=SC2034 # for the tests that read it
# For tests of commands: a home of their own, and TAP. Usage:
#	. "$SOURCE/tests/cli/lib.sh"
#	plan 2
#	is "$(run list)" "" 'an empty store lists nothing'
#	exits 64 'a wrong option is a usage error' list --bogus
# RAPPORT is the program, SOURCE the top of the tree. $home is removed at the
# end; $out and $err hold what the last run() or exits() printed.

set -u
home=$(mktemp -d "${TMPDIR:-/tmp}/rapport-test.XXXXXX")
trap 'rm -rf "$home"' EXIT
trap 'exit 1' INT TERM HUP
HOME=$home
TZ=UTC
LC_ALL=C.UTF-8
export HOME TZ LC_ALL
unset XDG_CONFIG_HOME XDG_DATA_HOME RAPPORT_CONFIG
: "${RAPPORT:?}" "${SOURCE:?}"
tests=0

# The present of the tests; a test may set another.
now='2026-03-09T09:00:00+01:00'
config="$home/.config/rapport/config"
data="$home/.local/share/rapport"

plan() {
	echo "1..$1"
}

# ok STATUS NAME: a test that passed if STATUS is 0.
ok() {
	tests=$((tests + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tests - $2"
	else
		echo "not ok $tests - $2"
	fi
	return "$1"
}

# Several lines of explanation under a failed test.
explain() {
	printf '%s\n' "$1" | sed 's/^/#   /'
}

# is GOT WANTED NAME
is() {
	if [ "$1" = "$2" ]; then
		ok 0 "$3"
	else
		ok 1 "$3"
		echo "# got:"
		explain "$1"
		echo "# wanted:"
		explain "$2"
	fi
}

# has TEXT PART NAME
has() {
	case $1 in
	*"$2"*) ok 0 "$3" ;;
	*)
		ok 1 "$3"
		echo "# '$2' is not in:"
		explain "$1"
		;;
	esac
}

# lacks TEXT PART NAME
lacks() {
	case $1 in
	*"$2"*)
		ok 1 "$3"
		echo "# '$2' is in:"
		explain "$1"
		;;
	*) ok 0 "$3" ;;
	esac
}

rapport() {
	"$RAPPORT" --now "$now" "$@"
}

# Runs a command; leaves $out, $err and $code.
run() {
	out=$(rapport "$@" 2>"$home/stderr")
	code=$?
	err=$(cat "$home/stderr")
}

# exits CODE NAME ARGUMENT...
exits() {
	want=$1
	name=$2
	shift 2
	run "$@"
	is "$code" "$want" "$name" || explain "$err"
}

# A configuration for Mara of the sample mailbox, and an empty store.
setup() {
	rapport --quiet init --name 'Mara Lindqvist' \
		--address mara@lindqvist.example \
		--address mara.lindqvist@quayside.example
}

# deliver incoming|outgoing: one message on standard input.
deliver() {
	rapport filter "--$1"
}

# letter FROM TO SUBJECT DATE ID [HEADER...]: a message whose text is stdin.
letter() {
	printf 'From: %s\nTo: %s\nSubject: %s\nDate: %s\nMessage-ID: <%s>\n' \
		"$1" "$2" "$3" "$4" "$5"
	shift 5
	[ $# = 0 ] || printf '%s\n' "$@"
	printf '\n'
	cat
}

#!/bin/sh
# SPDX-License-Identifier: ISC
# The command line itself: help, wrong words, exit codes.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

commands='init filter import list show done drop wrong snooze due undo
	suggest dismiss threads people talked mute forget call ack nudge digest
	scan rules export flush doctor'
# shellcheck disable=SC2086 # words on purpose
set -- $commands
plan $((14 + 2 * $#))

exits 64 'no command is a usage error'
has "$err" 'no command' 'and says so'
exits 64 'an unknown command is one too' frobnicate
has "$err" "there is no command 'frobnicate'" 'and is named'
exits 64 'an unknown option is one' --bogus list
has "$err" "there is no option '--bogus'" 'and is named'
exits 64 'an option without its value is one' --db
has "$err" 'needs a value' 'and says what is missing'
exits 0 '--version is fine' --version
has "$out" 'rapport ' 'and prints the version'
exits 0 '--help is fine' --help
missing=
for c in $commands; do
	case $out in *"  $c "*) ;; *) missing="$missing $c" ;; esac
done
is "$missing" '' 'and lists every command of the manual'
exits 64 'a time that is none is a usage error' --now yesteryear list
exits 75 'but a delivery never gives another code than 75' filter --bogus

for c in $commands; do
	exits 0 "$c --help is fine" "$c" --help
	has "$out" "usage: rapport $c" "and says how $c is used"
done

#!/bin/sh
# SPDX-License-Identifier: ISC
# What the user says about items, suggestions, people and threads.
# shellcheck source=tests/cli/lib.sh
# shellcheck disable=SC1010 # done is a word here
. "$SOURCE/tests/cli/lib.sh"

plan 47
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'

# state ID: the word for what has become of an item.
state() {
	rapport show "$1" | sed -n '1s/.*, //p'
}

setup
letter "$mara" "$tom" 'Harbour survey' 'Mon, 02 Mar 2026 09:00:00 +0100' \
	a@lindqvist.example <<EOF | deliver outgoing
I will send you the survey by Friday.
EOF
letter "$tom" "$mara" 'Crane contract' 'Mon, 02 Mar 2026 10:00:00 +0100' \
	b@reyes.example <<EOF | deliver incoming
Please send me the crane contract by March 6.
EOF
letter "$tom" "$mara" 'Tide tables' 'Mon, 02 Mar 2026 11:00:00 +0100' \
	c@reyes.example <<EOF | deliver incoming
I will send you the tide tables by Thursday.
EOF
is "$(state 1) $(state 2) $(state 3)" 'overdue overdue overdue' \
	'three items are late'

exits 0 'done closes' done 1
has "$out" '1 done: ' 'and says so'
is "$(state 1)" done 'and the item is done'
exits 0 'undo takes it back' undo
has "$out" 'taken back: done 1' 'and says what'
is "$(state 1)" overdue 'and the item is late again'
exits 66 'an item that is not there is named' done 99
has "$err" 'no item 99' 'by its number'
exits 64 'a word that is no number too' done x7
has "$err" "'x7'" 'as it was typed'
exits 66 'the others are done all the same' done 99 1 i3
is "$(state 1) $(state 3)" 'done done' 'both of them'
exits 0 'each is undone by itself' undo
is "$(state 1) $(state 3)" 'done overdue' 'the last one first'
exits 64 'done needs an item' done
exits 0 'drop lets go' drop 3
is "$(state 3)" dropped 'of an item'
exits 0 'wrong does too' wrong 1
is "$(state 1)" dropped 'of what never was one'
run undo
run undo

exits 0 'due takes a phrase without quotes' due 2 next tuesday
has "$out" '2026-03-17' 'and resolves it'
is "$(state 2)" open 'and the item is late no more'
exits 64 'but no nonsense' due 2 yesteryear
exits 66 'nor for nothing' due 99 friday
exits 0 'snooze hides' snooze 2 2026-03-12T08:00:00+01:00
is "$(state 2)" snoozed 'an item'
now='2026-03-12T09:00:00+01:00'
is "$(state 2)" open 'until then'
now='2026-03-09T09:00:00+01:00'
exits 64 'not into the past' snooze 2 2026-03-01T08:00:00+01:00

run suggest --json
sid=$(printf %s "$out" | tr '{' '\n' | sed -n 's/.*"id":\([0-9]*\),.*/\1/p' |
	sed -n 1p)
ok "$([ -n "$sid" ]; echo $?)" 'there is something to do'
exits 0 'which can be dismissed' dismiss "s$sid"
run suggest --json
lacks "$out" "\"id\":$sid," 'and is gone'
exits 66 'what is not suggested cannot be' dismiss s999
exits 64 'nor can an item' dismiss 3

exits 0 'talked takes part of a name' talked tomas
has "$out" 'tomas@reyes.example' 'and says with whom'
exits 0 'and when' talked tomas yesterday
has "$out" '2026-03-08' 'looking back'
exits 64 'but not ahead' talked tomas tomorrow
exits 66 'nor with nobody' talked zacharias

exits 0 'mute takes a person' mute tomas@reyes.example
run suggest
is "$out" '' 'and is obeyed'
exits 66 'but no stranger' mute zacharias
exits 66 'and no thread that is not there' mute t99

exits 0 'forget takes an item' forget 1
exits 66 'which is gone for good' show 1
exits 66 'and cannot be forgotten twice' forget 1

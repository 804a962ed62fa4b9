#!/bin/sh
# SPDX-License-Identifier: ISC
# The last change, by hand or by mail, taken back.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 40
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'

# state ID: as JSON has it.
state() {
	rapport show "$1" --json | sed -n 's/.*"state":"\([a-z]*\)".*/\1/p'
}

setup
exits 66 'nothing happened' undo
letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' a@x.example \
	<<EOF | deliver incoming
Could you please send me the valve list by March 20?
I will send you the pump data by March 20.
EOF
exits 66 'that a letter opened items is no change' undo
run 'done' 2
letter "$mara" "$tom" 'Re: Pumps' 'Tue, 03 Mar 2026 09:00:00 +0100' \
	b@x.example 'In-Reply-To: <a@x.example>' <<EOF | deliver outgoing
Here is the valve list you asked for.
EOF
is "$(state 1) $(state 2)" 'done done' 'one was closed by mail, one by hand'
exits 0 'undo' undo
has "$out" 'taken back: fulfilled 1, by a letter from mara@' \
	'takes back what came last, and says so'
is "$(state 1) $(state 2)" 'open done' 'that alone'
run show 1
has "$out" 'fulfilled, undone' 'the history keeps it'

deliver outgoing <<EOF
From: $mara
To: $tom
Subject: Re: Pumps
Date: Tue, 03 Mar 2026 09:00:00 +0100
Message-ID: <b@x.example>
In-Reply-To: <a@x.example>

Here is the valve list you asked for.
EOF
letter "$tom" "$mara" 'Re: Pumps' 'Wed, 04 Mar 2026 09:00:00 +0100' \
	c@x.example 'In-Reply-To: <b@x.example>' <<EOF | deliver incoming
The harbour is quiet today.
EOF
is "$(state 1)" open 'no copy and no later letter brings it back'
exits 0 'once more' undo
has "$out" 'taken back: done 2' 'takes back the order before'
is "$(state 1) $(state 2)" 'open open' 'both are open'
exits 66 'and then there is nothing' undo

letter "$mara" "$tom" 'Re: Pumps' 'Thu, 05 Mar 2026 09:00:00 +0100' \
	d@x.example 'In-Reply-To: <a@x.example>' <<EOF | deliver outgoing
Here is the valve list, the right one.
EOF
is "$(state 1)" 'done' 'another letter closes it all the same'
run drop 2
exits 0 'one item' undo 1
is "$(state 1) $(state 2)" 'open dropped' 'can be asked for'
exits 66 'until nothing changed it' undo 1
exits 0 'while others wait' undo
is "$(state 2)" open 'for theirs'
exits 64 'an item is a number' undo t1

letter "$tom" "$mara" 'Re: Pumps' 'Fri, 06 Mar 2026 09:00:00 +0100' \
	e@x.example 'In-Reply-To: <a@x.example>' <<EOF | deliver incoming
I need until April 3 for the pump data.
EOF
run show 2 --json
has "$out" '"due":"2026-04-03' 'a letter moves a date'
exits 0 'undo' undo
has "$out" 'revised 2' 'names it'
run show 2 --json
has "$out" '"due":"2026-03-20' 'and moves it back'
run grace 2 3d
run undo 2
has "$out" 'grace 2' 'what was said of an item is a change of it'
run 'done' 2
exits 0 'done again' undo 2
is "$(state 2)" open 'and undone again'
exits 66 'there is no such item' undo 99
has "$err" 'no item 99' 'which is said'

# What changes nothing is an order all the same: no other goes in its place.
run 'done' 1
run 'done' 2
run 'done' 2
exits 0 'what was said twice' undo
has "$out" 'taken back: done 2' 'is taken back once'
has "$out" '2 done: ' 'and where the item stands is said'
run undo
has "$out" '2 open, due ' 'until both are taken back'
run alias tomas@reyes.example tomas@reyes.example
exits 0 'an alias that was so already' undo
has "$out" 'alias tomas@reyes.example' 'is taken back'
run away 2026-03-05 2026-03-11
run away
id=$(echo "$out" | awk '{print $1}')
run away --end "$id"
exits 0 'an absence that was called off' undo
has "$out" "taken back: away --end $id" 'is taken back'
run away
has "$out" '2026-03-05 to 2026-03-11' 'to be there again'
run undo
has "$out" 'taken back: away 2026-03-05 to' 'until it is taken back itself'
run due 2 friday
run undo
has "$out" 'taken back: due 2' 'orders have the names of their commands'
is "$(state 1)" 'done' 'and what came before is left'

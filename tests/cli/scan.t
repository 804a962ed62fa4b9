#!/bin/sh
# SPDX-License-Identifier: ISC
# rapport scan: its contract, without a store or a configuration.
. "$SOURCE/tests/cli/lib.sh"
plan 21

message() {
	printf 'From: Ann <ann@a.example>\nTo: ben@b.example\nSubject: x\n'
	printf 'Date: Mon, 2 Mar 2026 10:00:00 +0100\nMessage-ID: <%s>\n\n' "$1"
	printf '%s\n' "$2"
}
message m1@a.example "I'll send you the draft by Friday." >"$home/1.eml"
message m2@a.example 'Hello.' >"$home/2.eml"

run scan --json "$home/1.eml"
is "$code" 0 'scan works without a configuration'
has "$out" '"message_id":"m1@a.example","date":"2026-03-02T10:00:00+01:00","direction":null,"bulk":false' \
	'a message has its fields'
has "$out" '"act":"commitment"' 'a promise is found'
has "$out" '"due":"2026-03-06T23:59:59+01:00","grain":"day","due_text":"by Friday"' \
	'with its due date'
has "$out" '"rules":["I_WILL' 'and the rules that found it'
[ ! -e "$data" ]
ok $? 'nothing is stored'

run scan --json "$home/1.eml" "$home/none.eml" "$home/2.eml"
is "$(echo "$out" | wc -l | tr -d ' ')" 3 'each file has a line'
is "$code" 66 'a missing file is an error'
has "$(echo "$out" | sed -n 2p)" '"error":' 'and its line says so'
has "$(echo "$out" | sed -n 3p)" 'm2@a.example' 'the order is kept'

run scan --json --me ANN@a.example "$home/1.eml"
has "$out" '"direction":"out"' 'mail from --me is outgoing'
run scan --json --me ben@b.example "$home/1.eml"
has "$out" '"direction":"in"' 'other mail is incoming'

is "$(rapport scan --text "$home/1.eml")" "I'll send you the draft by Friday." \
	'--text prints the new text alone'
out=$(rapport scan --json <"$home/1.eml")
has "$out" 'm1@a.example' 'standard input is read when there is no file'
out=$(printf '' | rapport scan --json)
is "$(echo "$out" | wc -l | tr -d ' ')" 1 'an empty message has its line'

lines() {
	rapport scan --lines --json --date 2026-03-02T10:00:00+01:00
}
out=$(printf 'Can you call me tomorrow?\n\n\377\376 x\nlast' | lines)
is "$(echo "$out" | wc -l | tr -d ' ')" 4 'each line gives an object'
has "$out" '"times":[{"text":"tomorrow","offset":16,"start":"2026-03-03T00:00:00+01:00"' \
	'with its times'
has "$out" '"act":"request"' 'and its acts'

out=$(printf 'We will need more time.\n' | lines)
lacks "$out" 'commitment' 'what is below the threshold is left out'
out=$(printf 'We will need more time.\n' |
	rapport scan --lines --json --all --date 2026-03-02T10:00:00+01:00)
has "$out" 'commitment' '--all shows it'
exits 64 'a file and --lines exclude each other' scan --lines "$home/1.eml"

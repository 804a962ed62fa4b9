#!/bin/sh
# SPDX-License-Identifier: ISC
# Meetings that recur (RFC 5545, 3.8.5): the next of them is what is due,
# those that are over were talks; single ones are moved, called off, declined
# (RFC 5546, RECURRENCE-ID).
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 31
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'
ann='Ann Sand <ann@sand.example>'
serial=0

# part METHOD LINE...: a calendar part about the weekly meeting.
part() {
	printf 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:%s\n' \
		"$1"
	shift
	printf 'BEGIN:VEVENT\nUID:weekly\nDTSTAMP:20260301T090000Z\n'
	printf 'SUMMARY:Weekly pumps\nORGANIZER:mailto:tomas@reyes.example\n'
	printf '%s\n' "$@"
	printf 'END:VEVENT\nEND:VCALENDAR\n'
}

# says FROM WAY DAY METHOD LINE...: a letter of that day of March with it.
says() {
	from=$1 way=$2 day=$3 method=$4
	serial=$((serial + 1))
	to=$mara
	[ "$way" = incoming ] || to=$tom
	shift 4
	part "$method" "$@" | letter "$from" "$to" 'Weekly pumps' \
		"$day Mar 2026 09:00:00 +0100" "$serial@x.example" \
		'MIME-Version: 1.0' \
		"Content-Type: text/calendar; method=$method" |
		deliver "$way"
}
invited() {
	says "$tom" incoming 2 REQUEST 'DTSTART:20260304T090000Z' \
		'DTEND:20260304T093000Z' "$@"
}
yes='ATTENDEE;PARTSTAT=ACCEPTED:mailto:mara@lindqvist.example'
no='ATTENDEE;PARTSTAT=DECLINED:mailto:mara@lindqvist.example'

# at TIME: sets $due: when the meeting is, as the list has it.
at() {
	now=$1
	due=$(rapport list --all --json |
		sed -n 's/.*"due":"\([^"]*\)".*/\1/p')
}
talks() {
	sqlite3 "$data/rapport.db" "SELECT group_concat(
		strftime('%d', at_s, 'unixepoch'), ' ') FROM talk"
}
again() {
	rm -f "$data"/rapport.db*
	now='2026-03-03T09:00:00+01:00'
}

setup
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
at 2026-03-03T09:00:00+01:00
is "$due" '2026-03-04T10:00:00+01:00' \
	'the first is due before it'
at 2026-03-05T09:00:00+01:00
is "$due" '2026-03-11T10:00:00+01:00' \
	'then the next'
has "$(rapport list)" 'Weekly pumps' 'which is still open'
has "$(rapport agenda)" '10:00' 'and on the agenda'
is "$(talks)" '' 'what was not accepted was no talk'
says "$mara" outgoing 3 REPLY "$yes"
at 2026-03-19T09:00:00+01:00
is "$due" '2026-03-25T10:00:00+01:00' \
	'the last of the series is due after the third'
is "$(talks)" '04 11 18' 'each that is over was a talk'
has "$(rapport brief tomas)" 'talks        1 day ago' 'the newest is the last'
at 2026-04-01T09:00:00+01:00
is "$due" '2026-03-25T10:00:00+01:00' \
	'after the series it stays with the last'
lacks "$(rapport list)" 'Weekly pumps' 'which is over'
is "$(talks)" '04 11 18 25' 'and all were talks'

again
invited 'RRULE:FREQ=WEEKLY;COUNT=4' 'EXDATE:20260311T090000Z'
at 2026-03-05T09:00:00+01:00
is "$due" '2026-03-18T10:00:00+01:00' \
	'days that are left out are'

again
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
says "$mara" outgoing 3 REPLY "$yes"
says "$tom" incoming 5 CANCEL 'RECURRENCE-ID:20260311T090000Z' \
	'DTSTART:20260311T090000Z'
at 2026-03-06T09:00:00+01:00
is "$due" '2026-03-18T10:00:00+01:00' \
	'one that is called off is left out'
says "$tom" incoming 6 REQUEST 'RECURRENCE-ID:20260318T090000Z' \
	'DTSTART:20260317T130000Z' 'DTEND:20260317T133000Z'
at 2026-03-07T09:00:00+01:00
is "$due" '2026-03-17T14:00:00+01:00' \
	'one that is moved is at its new time'
at 2026-03-17T18:00:00+01:00
is "$due" '2026-03-25T10:00:00+01:00' \
	'and not at the old'
is "$(talks)" '04 17' 'so are the talks'
says "$mara" outgoing 18 REPLY 'RECURRENCE-ID:20260325T090000Z' "$no"
run list
lacks "$out" 'Weekly pumps' 'one that the user declines is not to come'
at 2026-04-01T09:00:00+01:00
is "$(talks)" '04 17' 'and was no talk'

again
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
says "$ann" incoming 5 CANCEL 'RECURRENCE-ID:20260311T090000Z' \
	'DTSTART:20260311T090000Z'
at 2026-03-06T09:00:00+01:00
is "$due" '2026-03-11T10:00:00+01:00' \
	'nobody else calls one off'

again
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
says "$mara" outgoing 3 REPLY "$yes"
at 2026-03-12T09:00:00+01:00
says "$tom" incoming 13 CANCEL 'DTSTART:20260304T090000Z' 'SEQUENCE:1'
at 2026-04-01T09:00:00+01:00
is "$(talks)" '04 11' 'when the rest is called off the talks before stay'
has "$(rapport list --all)" 'Dropped (1)' 'and the series is dropped'

again
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
says "$tom" incoming 5 REQUEST 'DTSTART:20260305T140000Z' \
	'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2' 'SEQUENCE:1'
at 2026-03-06T09:00:00+01:00
is "$due" '2026-03-19T15:00:00+01:00' \
	'a series that is changed is the new one'

again
invited 'RRULE:FREQ=WEEKLY'
at 2026-12-24T12:00:00+01:00
is "$due" '2026-12-30T10:00:00+01:00' \
	'one without an end goes on'
invited 'RRULE:FREQ=SECONDLY'
at 2026-03-03T09:00:00+01:00
is "$due" '2026-03-04T10:00:00+01:00' \
	'one that is none of people is met once'

again
invited "RRULE:FREQ=DAILY;BYSECOND=$(seq -s, 0 59);BYMINUTE=$(seq -s, 0 59)"
at 2026-03-03T09:00:00+01:00
is "$due" '2026-03-04T10:00:00+01:00' 'nor one of every second of a day'

again
invited 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'
at 2026-03-03T09:00:00+01:00
is "$due" '2026-03-04T10:00:00+01:00' \
	'a day that never comes is none'
again
invited 'RRULE:FREQ=NEVER;COUNT=-3'
at 2026-03-03T09:00:00+01:00
is "$due" '2026-03-04T10:00:00+01:00' \
	'a rule that makes no sense is none'

# whoever is to come soon is not called
again
letter "$tom" "$mara" 'Data' 'Mon, 23 Feb 2026 09:00:00 +0100' l@x.example \
	<<EOF | deliver incoming
I will send you the pump data by Friday.
EOF
now='2026-03-13T09:00:00+01:00'
has "$(rapport suggest)" 'call: Tomas' 'who is late is called'
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
lacks "$(rapport suggest)" 'call: Tomas' 'unless the next of a series is near'

# in any order
again
says "$mara" outgoing 3 REPLY "$yes"
says "$tom" incoming 6 REQUEST 'RECURRENCE-ID:20260318T090000Z' \
	'DTSTART:20260317T130000Z' 'DTEND:20260317T133000Z'
invited 'RRULE:FREQ=WEEKLY;COUNT=4'
at 2026-03-13T09:00:00+01:00
is "$due" '2026-03-17T14:00:00+01:00' \
	'what changes one can come before the series'
at 2026-04-01T09:00:00+01:00
is "$(talks)" '04 11 17 25' 'and so can the answer'

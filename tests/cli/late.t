#!/bin/sh
# SPDX-License-Identifier: ISC
# When something is late: days off from an .ics file, and being away.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 43
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'

# state ID: as JSON has it.
state() {
	rapport show "$1" --json | sed -n 's/.*"state":"\([a-z]*\)".*/\1/p'
}

# event UID SUMMARY LINE...
event() {
	printf 'BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:%s\r\n' "$1" "$2"
	shift 2
	printf '%s\r\n' 'DTSTAMP:20200101T000000Z' "$@" 'END:VEVENT'
}

setup
letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' a@x.example \
	<<EOF | deliver incoming
I will send you the pump data by Friday.
EOF
letter "$mara" "$tom" 'Valves' 'Mon, 02 Mar 2026 09:00:00 +0100' b@x.example \
	<<EOF | deliver outgoing
I will send you the valve data by Friday.
EOF
now='2026-03-07T09:00:00+01:00'
is "$(state 1) $(state 2)" 'overdue overdue' \
	'what was due on Friday is late on Saturday'

{
	printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n'
	event carnival 'Harbour day' 'DTSTART;VALUE=DATE:20150306' \
		'RRULE:FREQ=YEARLY' 'TRANSP:TRANSPARENT'
	event meeting 'A meeting is no holiday' \
		'DTSTART:20260309T090000Z' 'DTEND:20260309T170000Z'
	event cancelled 'Nor is what was called off' \
		'DTSTART;VALUE=DATE:20260310' 'STATUS:CANCELLED'
	event week 'Several days' 'DTSTART;VALUE=DATE:20260316' \
		'DTEND;VALUE=DATE:20260318'
	printf 'END:VCALENDAR\r\n'
} >"$home/holidays.ics"
echo "holidays $home/holidays.ics" >>"$config"
is "$(state 1) $(state 2)" 'open open' 'unless Friday was a holiday'
lacks "$(rapport list)" ' late' 'and the list says so'
has "$(rapport list)" 'in 2 days' 'with the time that there is'
kept="$data/rapport.db.holidays"
[ -f "$kept" ]
ok $? 'the days are kept beside the store'
has "$(cat "$kept")" '2026-03-06' 'the yearly one in every year'
has "$(cat "$kept")" '2016-03-06' 'from its first'
lacks "$(cat "$kept")" '2014-03-06' 'and not before'
has "$(cat "$kept")" '2026-03-17' 'all of several days'
lacks "$(cat "$kept")" '2026-03-18' 'without the day after'
lacks "$(cat "$kept")" '2026-03-09' 'no meeting'
lacks "$(cat "$kept")" '2026-03-10' 'nothing that is cancelled'
is "$(stat -c %a "$kept")" 600 'for the user alone'
first=$(stat -c %i "$kept")
run list
is "$(stat -c %i "$kept")" "$first" 'and are not made anew each time'
now='2026-03-10T09:00:00+01:00'
is "$(state 1)" overdue 'late it is after the next working day'
run agenda
has "$out" '(day off)' 'the agenda shows days off'

printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n' \
	>"$home/holidays.ics"
now='2026-03-07T09:00:00+01:00'
is "$(state 1)" overdue 'a changed file is read again'
echo 'not a calendar' >"$home/holidays.ics"
exits 0 'a broken file ends nothing' list
has "$err" 'holidays.ics' 'but is named'
rm "$home/holidays.ics"
exits 0 'nor does a missing one' list
has "$err" 'holidays.ics' 'which is named, too'
sed -i '/^holidays/d' "$config"

exits 0 'the user is away' away 2026-03-05 2026-03-11
has "$out" 'from 2026-03-05 to 2026-03-11' 'both days included'
is "$(state 1) $(state 2)" 'overdue open' 'and has time, others have not'
now='2026-03-13T09:00:00+01:00'
is "$(state 2)" overdue 'until the first day back is over'
now='2026-03-09T09:00:00+01:00'
run away
has "$out" '2026-03-05 to 2026-03-11, now' 'absences are listed'
id=$(echo "$out" | awk '{print $1}')
run away --json
has "$out" '"to":"2026-03-11"' 'as JSON, too'
exits 0 'and can be called off' away --end "$id"
is "$(state 2)" overdue 'which is to be late again'
exits 66 'but once' away --end "$id"
exits 64 'an absence does not end before it begins' away 2026-03-11 2026-03-05
exits 64 'nor is it any word' away sometimes
exits 0 'a phrase will do' away 'next week'
has "$out" 'from 2026-03-16 to 2026-03-2' 'and means all of it'

# Nobody is written to while they are away.
# shellcheck disable=SC2016 # for sendmail's shell
echo 'sendmail cat >>"$HOME/sent"' >>"$config"
now='2026-03-16T22:00:00+01:00'
exits 0 'while the user is away' digest --send
[ -e "$home/sent" ]
is $? 1 'no digest is sent'
now='2026-03-24T22:00:00+01:00'
exits 0 'on return' digest --send
[ -s "$home/sent" ]
ok $? 'there is one'

# Business days are counted without holidays, by the filter too.
now='2026-05-05T09:00:00+01:00'
{
	printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n'
	event day 'Harbour day' 'DTSTART;VALUE=DATE:20150507' \
		'RRULE:FREQ=YEARLY' 'TRANSP:TRANSPARENT'
	printf 'END:VCALENDAR\r\n'
} >"$home/holidays.ics"

# promises ID
promises() {
	letter "$mara" "$tom" "Matter $1" 'Tue, 05 May 2026 09:00:00 +0100' \
		"$1@x.example" <<EOF | deliver outgoing
I will send you report $1 in three business days.
EOF
	sqlite3 "$data/rapport.db" "SELECT date(due_s, 'unixepoch') FROM item
		JOIN message m ON m.id=item.message
		WHERE m.message_id='$1@x.example'"
}
is "$(promises p)" 2026-05-08 'three days on is Friday'
echo "holidays $home/holidays.ics" >>"$config"
is "$(promises q)" 2026-05-08 'a delivery does not read calendars'
run list
is "$(promises r)" 2026-05-11 'but what a command has kept of them'
is "$(promises s)" 2026-05-11 'with kept rules, too'
run list
exits 0 'and a person means the same' due 1 in three business days

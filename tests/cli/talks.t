#!/bin/sh
# SPDX-License-Identifier: ISC
# Talks by invitation: `call` writes one, the answer to it is read (RFC 5546,
# RFC 6047), and what was accepted and is over was a talk.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 38
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyés <tomas@reyes.example>'
now='2026-03-04T09:00:00+01:00'

# answer METHOD PARTSTAT ID [SED-SCRIPT]: Tom's answer to $home/invite.
answer() {
	letter "$tom" "$mara" "$1: Pumps" 'Wed, 04 Mar 2026 10:00:00 +0100' \
		"$3" 'MIME-Version: 1.0' 'Auto-Submitted: auto-generated' \
		"Content-Type: text/calendar; method=$1; charset=utf-8" <<EOF
$(sed -e "s/METHOD:REQUEST/METHOD:$1/" -e "s/NEEDS-ACTION/$2/" \
		${4:+-e "$4"} "$home/invite")
EOF
}

# The calendar part of the message in $out.
calendar_of() {
	printf '%s\n' "$out" | python3 -c '
import email, sys
for part in email.message_from_file(sys.stdin).walk():
    if part.get_content_type() == "text/calendar":
        sys.stdout.write(part.get_payload(decode=True).decode())
'
}

setup
letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' a@x.example \
	<<EOF | deliver incoming
Could we talk about the pumps this week?
EOF
run call 1
calendar_of >"$home/invite"
has "$(cat "$home/invite")" 'UID:' 'call writes an invitation'

answer REPLY ACCEPTED other@x.example 's/^UID:.*/UID:unknown@x.example/' |
	deliver incoming
lacks "$(rapport list)" 'Call:' 'an answer to another invitation is none'
answer REPLY ACCEPTED yes@x.example | deliver incoming
run list
has "$out" 'tomorrow 10:00' 'an answer finds its invitation, by the UID'
run show 2
has "$out" 'accepted' 'and says what it was'
has "$out" 'with      Tomas Reyés <tomas@reyes.example>' 'and whose'
has "$out" '(tomorrow 10:00)' 'the time is the one that was proposed'
run show 2 --json
has "$out" '"kind":"meeting","owner":"them"' 'so it is in JSON'

now='2026-03-05T10:29:00+01:00'
lacks "$(rapport list --all)" 'Done (2)' 'it is no talk before it is over'
now='2026-03-05T10:30:00+01:00'
has "$(rapport list --all)" 'Done (2)' 'when it is, it settled what was asked'
has "$(rapport show 1)" 'fulfilled, by a talk' 'and that says so'
run brief tomas
has "$out" 'talks        today' 'brief knows the talk'
is "$(rapport people --json | grep -c '2026-03-05T10:00:00+01:00')" 1 \
	'and so do people'
has "$(rapport suggest)" 'A recap of who does what' 'a recap is suggested'
run undo 2
has "$out" 'accepted 2, by a letter from tomas@reyes.example' \
	'the answer can be taken back'
lacks "$(rapport list --all)" 'Done (2)' 'and then it was no talk'

# as each of the other answers
again() {
	rm -f "$data"/rapport.db*
	now='2026-03-04T09:00:00+01:00'
	rapport --quiet init --force --name 'Mara Lindqvist' \
		--address mara@lindqvist.example
	rapport call tomas@reyes.example >/dev/null 2>&1
	letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' \
		a@x.example <<EOF | deliver incoming
The pumps are fine.
EOF
	run call tomas@reyes.example
	calendar_of >"$home/invite"
}

again
answer REPLY DECLINED no@x.example | deliver incoming
run list --all
has "$out" 'Dropped (1)' 'who declines will not come'
has "$(rapport show 1)" 'declined' 'and that is told'
now='2026-03-06T10:30:00+01:00'
has "$(rapport brief tomas)" 'talks        never' 'nor was it a talk'

again
answer COUNTER TENTATIVE other@x.example \
	's/^DTSTART:.*/DTSTART:20260306T130000Z/; s/^DTEND:.*/DTEND:20260306T133000Z/' |
	deliver incoming
has "$(rapport show 1)" 'conflicting to Friday 6 March, 14:00' \
	'another time that is proposed is told'
has "$(rapport show 1)" 'or        Friday 6 March, 14:00' 'beside the first'

again
answer REPLY ACCEPTED room@x.example 's/^ATTENDEE;/ATTENDEE;CUTYPE=ROOM;/' |
	deliver incoming
lacks "$(rapport show 1 2>/dev/null)" 'accepted' 'a room agrees to nothing'

again
answer REPLY ACCEPTED yes@x.example 's/^DTSTART.*//; s/^DTEND.*//' |
	deliver incoming
has "$(rapport list)" 'tomorrow 10:00' \
	'an answer that names no time is to that of the invitation'
run call tomas@reyes.example --at '2026-03-06T11:00:00+01:00'
has "$(calendar_of)" 'SEQUENCE:1' 'a call at another time is a change of it'

again
answer REPLY ACCEPTED yes@x.example 's/^BEGIN:VEVENT/BEGIN:VTODO/' |
	deliver incoming
answer REPLY ACCEPTED bad@x.example 's/^UID.*//' | deliver incoming
answer REPLY ACCEPTED bad2@x.example 's/^BEGIN.*//' | deliver incoming
answer NONSENSE ACCEPTED bad3@x.example | deliver incoming
run list --all
is "$(printf '%s\n' "$out" | grep -c 'Call:')" 0 \
	'calendar parts that cannot be read are no meetings'

# invites ID DTSTART [LINE]: an invitation by Tom, who writes in New York.
invites() {
	letter "$tom" "$mara" "Invitation $1" \
		'Mon, 02 Mar 2026 09:00:00 -0500' "$1@x.example" \
		'MIME-Version: 1.0' \
		'Content-Type: text/calendar; method=REQUEST' <<EOF | deliver incoming
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:$1
DTSTAMP:20260302T090000Z
$2
SUMMARY:About $1
ORGANIZER:MAILTO:Tomas@Reyes.example
${3:-CLASS:PUBLIC}
END:VEVENT
END:VCALENDAR
EOF
}

# when ABOUT: the line of the list.
when() {
	rapport list --all | grep "About $1" | sed 's/^ *[0-9]*  //; s/  .*//'
}

again
invites utc 'DTSTART:20260305T140000Z'
is "$(when utc)" 'tomorrow 15:00' 'a time in UTC is shown as it is here'
invites zone 'DTSTART;TZID=America/New_York:20260305T090000'
is "$(when zone)" 'tomorrow 15:00' 'so is one of a zone'
invites local 'DTSTART:20260305T090000'
is "$(when local)" 'tomorrow 15:00' \
	'a local time is one where the letter was written'
invites day 'DTSTART;VALUE=DATE:20260304'
is "$(when day)" 'today' 'a day lasts until its end'
invites instance 'DTSTART:20260305T140000Z' 'RECURRENCE-ID:20260305T140000Z'
is "$(when instance)" 'tomorrow 15:00' \
	'who is invited to one of a series alone is invited to that'

# what is suggested when they are late
late() {
	again
	letter "$tom" "$mara" 'Data' 'Mon, 02 Mar 2026 10:00:00 +0100' \
		late@x.example <<EOF | deliver incoming
I will send you the pump data by Tuesday.
EOF
	now='2026-03-04T11:00:00+01:00'
}
late
has "$(rapport suggest)" 'call: Tomas' 'who is late is called'
answer REPLY DECLINED no@x.example | deliver incoming
has "$(rapport suggest)" 'check-in: Tomas' 'who declined a call is written to'
has "$(rapport suggest)" 'would rather not talk' 'and that is said'
late
answer REPLY ACCEPTED yes@x.example | deliver incoming
lacks "$(rapport suggest)" 'call: Tomas' 'with whom a talk is set it can wait'

# nothing of it stays
again
answer REPLY ACCEPTED yes@x.example 's/^SUMMARY.*/SUMMARY:Zirconium/' |
	deliver incoming
has "$(rapport list)" 'Zirconium' 'the words of a calendar are kept'
run forget 1
run doctor --trace Zirconium
is "$code" 0 'until the meeting is forgotten'
again
answer REPLY ACCEPTED yes@x.example 's/^SUMMARY.*/SUMMARY:Zirconium/' |
	deliver incoming
rapport forget tomas@reyes.example >/dev/null
run doctor --trace reyes
is "$code" 0 'or the person is, and no address stays'
run doctor --trace zirconium
is "$code" 0 'nor any word'

# talked
exits 66 'a talk with somebody unknown is refused' talked nobody@x.example

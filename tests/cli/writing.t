#!/bin/sh
# SPDX-License-Identifier: ISC
# Lists, drafts, invites, the digest: judged by other programs.
. "$SOURCE/tests/cli/lib.sh"
plan 53

judge() {
	# Debian's own has python3-icalendar.
	/usr/bin/python3 "$SOURCE/tests/cli/judge.py" "$@"
}

anna='Anna Berg <anna@berg.example>'
mara='Mara Lindqvist <mara@lindqvist.example>'

# ---- nothing yet

setup
run list
is "$out$err" '' 'an empty ledger lists nothing'
run list --json
is "$out" '[]' 'and is an empty array'
run digest
is "$out$code" 0 'there is no digest about nothing'
run digest --send
is "$out$code" 0 'and none is sent'
exits 66 'an item that is not there' show 1
exits 64 'a word that is no ID' show x
exits 66 'nobody to call' call nobody@nowhere.example

# ---- two letters: one promise of each side, the first one late

printf 'sendmail cat >%s/sent\n' "$home" >>"$config"
letter "$mara" "$anna" 'Budget' 'Mon, 2 Mar 2026 10:00:00 +0100' \
	one@lindqvist.example <<'END' | deliver outgoing
Hi Anna,

I will send you the secret figures by Wednesday.

Mara
END
letter "$anna" "$mara" 'Logo' 'Mon, 2 Mar 2026 11:00:00 -0500' \
	two@berg.example <<'END' | deliver incoming
Hi Mara,

I will send you the new logo by Friday, 20 March.

Anna
END
mine=$(rapport list --json --mine | sed 's/.*"id":\([0-9]*\).*/\1/')
theirs=$(rapport list --json --theirs | sed 's/.*"id":\([0-9]*\).*/\1/')

run list
has "$out" '5 days late' 'what is late says by how much'
has "$out" 'Anna Berg' 'and with whom it is'
is "$(rapport list --json | judge keys)" \
	"confidence conflict created due grain id kind message_id owner presumed rules source \
state subject thread what who" 'list --json has the fields of the contract'
exits 64 'mine and theirs exclude each other' list --mine --theirs
exits 64 'also for search' search --mine --theirs plan
exits 64 'and for the agenda' agenda --mine --theirs
run show "$mine"
has "$out" 'one@lindqvist.example' 'show names the message'
has "$(rapport show --json "$mine")" '"history":[{"event":"opened"' \
	'show --json has the history'
has "$(rapport suggest)" "> rapport ack $mine" 'suggest says what to type'
is "$(rapport suggest --json | judge keys)" \
	'command id items kind thread who why' \
	'suggest --json has the fields of the contract'
has "$(rapport threads)" 'Budget' 'threads are listed'
has "$(rapport people)" 'anna@berg.example' 'people are listed'

# ---- ack

run ack "$mine"
is "$code" 0 'an acknowledgement is printed'
has "$out" '[say when]' 'with places to fill in'
is "$(printf '%s\n' "$out" | judge mail)" "From: $mara
To: $anna
Subject: Re: Budget
In-Reply-To: <one@lindqvist.example>
References: <one@lindqvist.example>
text/plain" 'it is a reply in its thread'
exits 64 'an acknowledgement without a date is not sent' ack "$mine" --send
exits 64 'nor one with a date that has passed' \
	ack "$mine" --by 2026-03-01T10:00:00+01:00 --reason x --send
exits 64 'what is theirs cannot be acknowledged' ack "$theirs"
printf 'sendmail false\n' >>"$config"
exits 69 'a sendmail that fails is told' \
	ack "$mine" --by 2026-03-12T17:00:00+01:00 --reason 'I was ill.' --send
lacks "$(rapport show --json "$mine")" acknowledged \
	'and nothing is recorded then'
printf 'sendmail cat >%s/sent\n' "$home" >>"$config"
exits 0 'an acknowledgement is sent' \
	ack "$mine" --by 2026-03-12T17:00:00+01:00 --reason 'I was ill.' --send
has "$(judge text <"$home/sent")" 'Thursday 12 March, 17:00' \
	'it says when'
has "$(judge text <"$home/sent")" 'I was ill.' 'and why'
has "$(judge mail <"$home/sent")" 'X-Rapport: draft' \
	'what was sent is not read again'
has "$(rapport show --json "$mine")" \
	'"due":"2026-03-12T17:00:00+01:00"' 'the new date holds'
lacks "$(rapport list --overdue)" secret 'and nothing is late any more'
is "$(rapport list --mine --json | grep -o '"id"' | wc -l)" 1 \
	'the acknowledgement is no new promise'

# ---- nudge

run nudge "$theirs"
has "$(printf '%s\n' "$out" | judge text)" 'How is it coming along?' \
	'a nudge asks how it goes'
exits 64 'what is mine cannot be nudged' nudge "$mine"
exits 0 'a nudge is sent' nudge "$theirs" --send
has "$(rapport show --json "$theirs")" '"event":"nudged"' 'and recorded'
run nudge anna
has "$out" 'What we agreed' 'after a talk there is a recap'

# ---- call

run call "$theirs"
is "$(printf '%s\n' "$out" | judge mail | tail -5)" 'multipart/mixed
multipart/alternative
text/plain
text/calendar
application/ics' 'an invite is laid out as RFC 6047 asks'
invite=$(printf '%s\n' "$out" | judge invite)
has "$invite" 'method REQUEST
VEVENT []' 'icalendar reads it'
has "$invite" 'DTSTART  2026-03-10 ' 'it is on the next working day'
has "$invite" 'mailto:anna@berg.example' 'it invites her'
has "$invite" 'SUMMARY  Call: Logo' 'it has a purpose'
lacks "$out" 'secret' 'nobody'\''s sentences are in it'
lacks "$out" 'new logo' 'not even those of the matter itself'
has "$(rapport call "$theirs" --at 2026-03-11T10:00:00+01:00 | judge invite)" \
	'SEQUENCE  1' 'another time is a change of the same invite'
exits 64 'a call in the past is refused' \
	call "$theirs" --at 2026-03-01T10:00:00+01:00
exits 64 'so is one without an end' call "$theirs" --for 0
exits 0 'an invite is sent' call "$theirs" --send
has "$(rapport show --json "$theirs")" '"event":"called"' 'and recorded'

# ---- digest, export

now='2026-03-13T20:00:00+01:00'
is "$(rapport digest | judge mail)" 'From: rapport <mara@lindqvist.example>
To: Mara Lindqvist <mara@lindqvist.example>
Subject: 1 of yours is late, 1 in all
Auto-Submitted: auto-generated
X-Rapport: digest
multipart/alternative
text/plain
text/html' 'the digest is a message to myself'
has "$(rapport export --ics | judge ics)" 'VTODO []' 'icalendar reads to-dos'

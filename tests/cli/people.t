#!/bin/sh
# SPDX-License-Identifier: ISC
# People: whose addresses are whose, what is known of them, and what the user
# says of them.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 68
mara='Mara Lindqvist <mara@lindqvist.example>'
work='Tomas Reyes <tomas.reyes@harbour.example>'
home_tom='"Reyes, Tomas" <tomas@reyes.example>'

# json KEY: of the first object in $out.
json() {
	printf %s "$out" | python3 -c '
import json, sys
v = json.load(sys.stdin)
v = v[0] if isinstance(v, list) else v
for key in sys.argv[1].split("."):
    v = v[int(key)] if key.isdigit() else v[key]
print(v)' "$1"
}

setup
exits 0 'without mail there is nobody' people
is "$out" '' 'and nothing is listed'
exits 66 'nor can anybody be briefed about' brief tomas

letter "$work" "$mara" 'Crane' 'Mon, 02 Mar 2026 09:00:00 -0500' a@x.example \
	<<EOF | deliver incoming
I will send you the crane drawings by Wednesday.
EOF
letter "$mara" "$work" 'Re: Crane' 'Mon, 02 Mar 2026 17:00:00 +0100' \
	b@x.example 'In-Reply-To: <a@x.example>' <<EOF | deliver outgoing
I will send you the permit by Thursday.
EOF
letter "$home_tom" "$mara" 'Re: Crane' 'Wed, 04 Mar 2026 10:00:00 -0500' \
	c@x.example 'In-Reply-To: <b@x.example>' <<EOF | deliver incoming
The winch is a problem. Could you please call the supplier?
EOF
letter 'Tomas Reyes <info@elsewhere.example>' "$mara" 'Hello' \
	'Wed, 04 Mar 2026 17:00:00 +0100' d@x.example <<EOF | deliver incoming
The harbour is quiet today.
EOF

exits 0 'people are listed' people --json
is "$(json addresses)" "['info@elsewhere.example']" \
	'an address that has nothing of the name is not joined by it'
exits 0 'but those that do are' brief reyes.example --json
is "$(json addresses)" \
	"['tomas.reyes@harbour.example', 'tomas@reyes.example']" \
	'whichever way round the name is written'
is "$(json utc_offset_minutes)" -300 'the offset is that of the last letter'
is "$(json theirs_late) $(json mine_late)" '1 1' 'both are late'
is "$(json late) $(json my_late)" '1 1' 'and their promises count as late'
is "$(json replies)" 1 'a reply from either address is a reply'
has "$(json mind)" 'winch' 'what troubles them is on their mind'

exits 0 'a briefing is for reading, too' brief reyes.example
has "$out" 'Tomas Reyes' 'with the name'
has "$out" '(UTC-05:00)' 'the local time there'
has "$out" 'the permit' 'what is owed to them'
has "$out" 'crane drawings' 'and what they owe'
has "$out" 'you within' 'and how fast mail is answered'

exits 0 'the user knows another address' alias reyes.example \
	Info@Elsewhere.example
has "$out" 'info@elsewhere.example' 'and is shown all of them'
run people --json
is "$(printf %s "$out" | grep -o '"id"' | wc -l | tr -d ' ')" 1 \
	'it is one person now'
exits 0 'which can be undone' undo
has "$out" 'taken back: alias' 'in so many words'
run people --json
is "$(printf %s "$out" | grep -o '"id"' | wc -l | tr -d ' ')" 2 \
	'they are two again'
exits 64 'apart from a person are addresses' alias --apart reyes.example
exits 0 'a joined address can be set apart' alias --apart reyes.example \
	tomas@reyes.example
run people
run people --json
is "$(printf %s "$out" | grep -o '"id"' | wc -l | tr -d ' ')" 3 \
	'and stays so, whatever its name'
run undo
exits 64 'what is no address is refused' alias reyes.example nonsense
exits 64 'so is one of the user' alias reyes.example mara@lindqvist.example
exits 66 'and nobody has no alias' alias zacharias a@b.example

exits 0 'a person can be described' person harbour.example \
	--zone America/New_York --prefers call --name 'Tom the crane'
exits 0 'which a briefing shows' brief 'tom the'
has "$out" 'America/New_York' 'the zone'
has "$out" 'prefers to talk' 'the way'
has "$out" 'Tom the crane <' 'and the name'
exits 64 'a zone must exist' person harbour.example --zone Mars/Olympus
exits 64 'a way too' person harbour.example --prefers pigeon
exits 64 'and something must be said' person harbour.example
run undo
run undo
run undo
run brief harbour.example
lacks "$out" 'prefers to talk' 'undo takes it back'

exits 0 'a person can have grace' grace harbour.example 10d
run list --json
lacks "$out" '"owner":"them","who":{"name":"Tomas Reyes","address":"tomas.reyes@harbour.example"},"what":"I will send you the crane drawings by Wednesday.","due":"2026-03-04T23:59:59-05:00","grain":"day","state":"overdue"' \
	'and is late no more'
exits 0 'undo takes it back' undo
run show 1 --json
is "$(json state)" overdue 'late again'
exits 0 'an item can have grace' grace 1 5d
run show 1 --json
is "$(json state)" open 'for some working days'
now='2026-03-12T09:00:00+01:00'
run show 1 --json
is "$(json state)" overdue 'and not for ever'
exits 0 'none takes it away' grace 1 none
exits 64 'grace is a time' grace 1 soon
exits 66 'of something that there is' grace 99 2d

exits 0 'figures' stats --json
is "$(json mine.late) $(json theirs.late)" '1 1' 'count both sides'
is "$(json months.0.month)" 2026-03 'month by month'
run stats
has "$out" '░' 'with bars'
LC_ALL=C run stats
lacks "$out" '░' 'in ASCII where the terminal has no more'
exits 66 'with nobody there are none' stats --with zacharias

# What is known of people counts in what is suggested.
letter "$work" "$mara" 'Moorings' 'Fri, 06 Mar 2026 10:00:00 -0500' \
	moor@x.example <<EOF | deliver incoming
I will send you the plan of the moorings by Tuesday.
EOF
run suggest --json
has "$out" '"kind":"call","who":{"name":"Tomas Reyes"' \
	'who is late is to be called'
run person harbour.example --prefers record
run suggest --json
lacks "$out" '"kind":"call","who":{"name":"Tomas Reyes"' \
	'but not who wants a record'
has "$out" '"kind":"check-in","who":{"name":"Tomas Reyes"' \
	'who is written to'
run undo
run call reyes.example
has "$out" 'for you 10:00' 'an invitation knows the zone of their letters'
run person harbour.example --zone Asia/Tokyo
run call reyes.example
has "$out" 'for you 17:00' 'and one that the user said'
letter 'Mara Lindqvist <lindqvist.mara@other.example>' "$work" 'Note' \
	'Wed, 04 Mar 2026 18:00:00 +0100' f@x.example <<EOF | deliver incoming
This is from somewhere else.
EOF
exits 0 'doctor' doctor
has "$out" 'lindqvist.mara@other.example bears your name' \
	'finds addresses that may be the user'

# An alias settles what its letters deliver.
letter 'T. <boat@sea.example>' "$mara" 'Re: Crane' \
	'Thu, 05 Mar 2026 10:00:00 +0100' g@x.example \
	'In-Reply-To: <b@x.example>' <<EOF | deliver incoming
Here are the crane drawings.
EOF
run show 1 --json
is "$(json state)" overdue 'a stranger keeps nobody'"'s promise"
run alias harbour.example boat@sea.example
run show 1 --json
is "$(json state)" 'done' 'unless it is the same person'
run undo
run show 1 --json
is "$(json state)" overdue 'which can be taken back'

# Names that no header gives.
letter 'xy12@dock.example' "$mara" 'Rope' 'Thu, 05 Mar 2026 11:00:00 +0100' \
	h@x.example <<EOF | deliver incoming
I will send you the rope list tomorrow.

Best regards,
Ida Holm
EOF
letter "$mara" 'xy12@dock.example' 'Sails' 'Thu, 05 Mar 2026 12:00:00 +0100' \
	i@x.example <<EOF | deliver outgoing
Could you please send me the sail plan?
EOF
letter "$mara" 'nils.berg@dock.example' 'Oars' \
	'Thu, 05 Mar 2026 12:00:00 +0100' j@x.example <<EOF | deliver outgoing
Could you please send me the oars?
EOF
run list rope --json
is "$(json who.name)" 'Ida Holm' 'who signs a letter is called so'
run list sail --json
is "$(json who.name)" 'Ida Holm' 'also where the address is all there is'
run list oars --json
is "$(json who.name)" 'Nils Berg' 'and else as the address shows'

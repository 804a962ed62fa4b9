#!/bin/sh
# SPDX-License-Identifier: ISC
# An archive replayed in a store that is thrown away.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 30
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'
TMPDIR="$home/tmp"
export TMPDIR
mkdir "$TMPDIR" "$home/mail"

# letters: in no order of time, as archives are.
letter "$tom" "$mara" 'Re: Pumps' 'Thu, 05 Mar 2026 09:00:00 +0100' \
	c@x.example 'In-Reply-To: <b@x.example>' >"$home/mail/1.eml" <<EOF
I need until Tuesday for the pump data.
EOF
letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' \
	a@x.example >"$home/mail/2.eml" <<EOF
Could you please send me the valve list by Wednesday?
I will send you the pump data by Friday.
EOF
letter "$mara" "$tom" 'Re: Pumps' 'Tue, 03 Mar 2026 09:00:00 +0100' \
	b@x.example 'In-Reply-To: <a@x.example>' >"$home/mail/3.eml" <<EOF
Here is the valve list you asked for.
EOF

exits 78 'without a configuration nobody is the user' backtest "$home/mail"
exits 0 'but --me will do' backtest --me mara@lindqvist.example "$home/mail"
has "$out" '2026-03-02' 'the days are told'
before=${out%%2026-03-03*}
has "$before" 'the valve list by Wednesday' 'what was asked on the first'
has "$before" 'opened' 'is opened on it'
lacks "$before" 'fulfilled' 'and closed later'
has "$out" 'by "Here is the valve list you asked for." in "Re: Pumps" <b@x.example>' \
	'by a sentence of a letter'
has "$out" 'revised' 'a date that moved is told'
has "$out" 'due Tuesday 10 March' 'with the new one'
has "$out" '3 letters: 2 opened, 1 closed, 1 revised' 'and the sums'
is "$(ls "$TMPDIR")" '' 'nothing of it stays'
[ -e "$data/rapport.db" ]
is $? 1 'and no store is made'

setup
first=$(cksum <"$data/rapport.db")
exits 0 'with a configuration' backtest "$home/mail/2.eml" "$home/mail/1.eml" \
	"$home/mail/3.eml" "$home/mail"
has "$out" '3 letters: 2 opened, 1 closed, 1 revised' \
	'order and copies change nothing'
is "$(cksum <"$data/rapport.db")" "$first" 'the real store is not touched'
has "$(rapport list --json)" '[]' 'and still empty'

exits 0 'as JSON' backtest --json "$home/mail"
is "$(printf %s "$out" | python3 -c '
import json, sys
v = json.load(sys.stdin)
print(v["closed"], [e["event"] for e in v["events"]], len(v["open"]))')" \
	"1 ['opened', 'opened', 'fulfilled', 'revised'] 1" 'it has all of it'

for n in 1 2 3 4 5 6 7 8; do
	letter "$tom" "$mara" "Matter $n" "Fri, 06 Mar 2026 0$n:00:00 +0100" \
		"m$n@x.example" >"$home/mail/m$n.eml" <<EOF
I will send you report number $n by Monday.
EOF
done
exits 0 'a sample' backtest --sample 3 "$home/mail"
wanted=$(for n in 1 2 3 4 5 6 7 8; do
	printf 'm%s@x.example' $n | sha256sum | sed "s/ .*/ m$n@x.example/"
done; printf 'a@x.example' | sha256sum | sed 's/ .*/ a@x.example/')
wanted=$(printf '%s\n' "$wanted" | sort | sed -n '1,3s/.* //p')
is "$(printf '%s\n' "$out" | sed -n '/^open /,/^$/s/.*<\(.*\)>/\1/p')" \
	"$wanted" 'has the lowest SHA-256 of what is still open'
has "$out" 'closed (1)' 'and all where there are few'
run backtest --sample 3 --json "$home/mail"
has "$out" '"revised":[{' 'as JSON, too'

exits 66 'a path must be there' backtest "$home/nowhere"
has "$err" 'nowhere' 'and is named'
exits 64 'a sample is a number' backtest --sample some "$home/mail"
exits 64 'an address is one' backtest --me mara "$home/mail"
printf '\377\376\000nonsense' >"$home/junk"
exits 0 'junk ends nothing' backtest "$home/junk" "$home/mail"
is "$(ls "$TMPDIR")" '' 'and nothing stays of any of these'

# A draft that names nobody is no reason to stop.
printf 'Subject: Draft\n\nStill to be written.\n' >"$home/draft"
exits 0 'a letter without From is read, too' backtest "$home/draft"
has "$out" '1 letter: 0 opened' 'and counted'

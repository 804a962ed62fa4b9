#!/bin/sh
# SPDX-License-Identifier: ISC
# To-dos for other programs, judged by another implementation of iCalendar.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

python=
for p in python3 /usr/bin/python3; do
	"$p" -c 'import icalendar' 2>/dev/null && python=$p && break
done
if [ -z "$python" ]; then
	echo '1..0 # SKIP there is no python3-icalendar'
	exit 0
fi
plan 28
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'

# judge FILE: a line for each to-do, by UID; complaints too.
judge() {
	"$python" - "$1" <<'EOF'
import sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
for key in ("prodid", "version"):
    assert calendar.get(key), key
assert "method" not in calendar
lines = []
for t in calendar.walk("VTODO"):
    if t.errors:
        print("complaint", t.errors)
    due = t.get("due")
    kind = "" if due is None else due.params.get("VALUE", "DATE-TIME")
    lines.append(" ".join([str(t["uid"]), "seq", str(t["sequence"]),
        str(t["status"]), kind,
        t["last-modified"].dt.strftime("%Y%m%dT%H%M%S"),
        "of " + str(t["related-to"]) if "related-to" in t else "",
        "| " + str(t["summary"])]))
    assert str(t["class"]) == "PRIVATE" and "dtstamp" in t
print("\n".join(lines))
EOF
}

setup
exits 0 'an empty ledger is an empty calendar' export --ics
printf '%s\n' "$out" >"$home/empty.ics"
is "$(judge "$home/empty.ics")" '' 'that can be read'

letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' a@x.example \
	<<EOF | deliver incoming
Could you please send me the valve list, the "blue" one; soon \ or later?
I will send you the pump data by Friday.
EOF
letter "$mara" "$tom" 'Survey' 'Mon, 02 Mar 2026 10:00:00 +0100' b@x.example \
	<<EOF | deliver outgoing
I will call you on Tuesday, March 10 at 15:00.
EOF
exits 0 'to-dos' export --ics
printf '%s\n' "$out" >"$home/one.ics"
one=$(judge "$home/one.ics")
is "$(echo "$one" | grep -c '^rapport-')" 3 'are three'
has "$(echo "$one" | grep pump)" '| Tomas Reyes: I will' \
	'what others owe says who'
has "$(grep -c '^CATEGORIES:commitment,waiting-for' "$home/one.ics")" 1 \
	'and that it is waited for'
is "$(echo "$one" | grep -c complaint)" 0 'without complaint'
has "$one" 'the valve list, the "blue" one; soon \ or later?' \
	'text comes out as it went in'
has "$(echo "$one" | grep pump)" ' DATE ' 'a day is a day'
has "$(echo "$one" | grep March)" ' DATE-TIME ' 'a time a time'
valve=$(echo "$one" | grep valve | cut -d' ' -f1)
has "$(echo "$one" | grep pump)" "of $valve" \
	'what one thread holds is related'
lacks "$(echo "$one" | grep March)" ' of ' 'and nothing else'
is "$(echo "$one" | grep -c 'seq 0 NEEDS-ACTION')" 3 'nothing has changed yet'
now='2026-03-09T10:00:00+01:00'
run export --ics
is "$out" "$(cat "$home/one.ics")" 'unchanged, the bytes are the same'

run 'done' 1
exits 0 'after a change' export --ics
printf '%s\n' "$out" >"$home/two.ics"
two=$(judge "$home/two.ics")
is "$(echo "$two" | cut -d' ' -f1 | sort)" \
	"$(echo "$one" | cut -d' ' -f1 | sort)" 'the UIDs are the same'
has "$(echo "$two" | grep valve)" 'seq 1 COMPLETED' 'the change is counted'
has "$(echo "$two" | grep valve)" '20260309T090000' 'and dated'
is "$(echo "$two" | grep -v valve)" "$(echo "$one" | grep -v valve)" \
	'the others are untouched'
run undo
run export --ics
printf '%s\n' "$out" >"$home/three.ics"
has "$(judge "$home/three.ics" | grep valve)" 'seq 2 NEEDS-ACTION' \
	'undoing is another change'
run wrong 1
run export --ics
printf '%s\n' "$out" >"$home/four.ics"
has "$(judge "$home/four.ics" | grep valve)" 'CANCELLED' \
	'what never was one is cancelled'

exits 0 'a folder' export --vdir "$home/vdir"
has "$out" '3 to-dos' 'has a file for each'
is "$(find "$home/vdir" -name 'rapport-*.ics' | wc -l | tr -d ' ')" 3 \
	'named for its UID'
run due 2 friday
run export --vdir "$home/vdir"
has "$out" '1 of them new or changed' 'of which those that changed are written'
is "$(find "$home/vdir" -type f | wc -l | tr -d ' ')" 3 'in their place'
exits 64 'only one form at a time' export --ics --json
exits 73 'a folder must be possible' export --vdir "$home/one.ics/x"

#!/bin/sh
# SPDX-License-Identifier: ISC
# Minutes, lists of actions and short answers: who does what by when, though
# nobody says "please" or "I will".
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"
plan 15

mirjam='Mirjam Vos <mirjam@vos.example>'
tom='Tom Ott <tom@ott.example>'
now='2026-07-02T12:00:00+02:00'
rapport --quiet init --name 'Mirjam Vos' --address mirjam@vos.example

letter "$tom" "$mirjam" 'Minutes' 'Thu, 02 Jul 2026 09:00:00 +0200' a@x.example \
	<<EOF | deliver incoming
The minutes of the committee.

Who       What                              When
Mirjam    renew the insurance               10 July
all       comment on the code of conduct    30 July

- Mirjam: quotes for the cellar by 13 July
- me: draft of the floor plan by 8 July
- Roof - Mirjam to chase the builder.
- Mirjam: on holiday until 20 July

Next call on Tuesday 14 July at 9:30.
There will be no staff meeting this Friday.
The brochure goes to press on 21 July.
EOF
letter "$tom" "$mirjam" 'Protokoll' 'Thu, 02 Jul 2026 10:00:00 +0200' b@x.example \
	<<EOF | deliver incoming
Hallo Mirjam, hier die Aufgaben aus der Sitzung:

Wer       Was                          Bis wann
Mirjam    Angebote einholen            16. Juli

Den Schlüssel werfe ich dir am Samstag in den Kasten.
EOF
letter "$mirjam" "$tom" 'Re: cellar' 'Thu, 02 Jul 2026 11:00:00 +0200' c@x.example \
	<<EOF | deliver outgoing
Hi Tom,

haven't reached the builder yet, will try again tomorrow.

Photos to me by 9 July would make me happy.

Will took the key.
EOF

run list --all --json
# item WHAT KIND OWNER DUE NAME
item() {
	found=$(printf '%s\n' "$out" | sed 's/},{"id"/},\n{"id"/g' |
		grep -F -- "$1" | grep -F "\"kind\":\"$2\"" |
		grep -F "\"owner\":\"$3\"" | grep -cF "\"due\":$4")
	is "$found" 1 "$5"
}
item 'renew the insurance' request me '"2026-07-10' 'a row of a table'
item 'comment on the code' request me '"2026-07-30' 'a row for all'
item 'quotes for the cellar' request me '"2026-07-13' 'a noun in a list'
item 'draft of the floor plan' commitment them '"2026-07-08' "the writer's own"
item 'chase the builder' request me null 'the thing first'
lacks "$out" 'on holiday' 'where somebody is is no task'
item 'Next call' meeting me '"2026-07-14T09:30' 'the next call'
lacks "$out" 'no staff meeting' 'a meeting that will not be is none'
item 'goes to press' deadline me '"2026-07-21' 'what goes to press'
item 'Angebote einholen' request me '"2026-07-16' 'a row of a German table'
lacks "$out" 'Bis wann' 'whose head asks nothing'
item 'werfe ich dir' commitment them '"2026-07-04' 'the German present'
item 'will try again' commitment me '"2026-07-03' 'a promise without its subject'
item 'Photos to me' request them '"2026-07-09' 'a wish without a verb'
lacks "$out" 'took the key' 'Will is a man, too'

#!/bin/sh
# SPDX-License-Identifier: ISC
# Minutes, lists of actions and short answers: who does what by when, though
# nobody says "please" or "I will".
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"
plan 40

mirjam='Mirjam Vos <mirjam@vos.example>'
tom='Tom Ott <tom@ott.example>'
now='2026-07-02T12:00:00+02:00'
rapport --quiet init --name 'Mirjam Vos' --address mirjam@vos.example

# mail ID SUBJECT: a letter from Tom to Mirjam, its text from stdin.
mail() {
	letter "$tom" "$mirjam" "$2" 'Thu, 02 Jul 2026 11:30:00 +0200' \
		"$1@x.example" | deliver incoming
}

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

mail d 'Actions' <<EOF
Hi Mirjam,

as agreed on Monday:

* I write the tender (by 8 July)
* You compare the bids (by 15 July)
* Order sand and gravel - TO
* Update the site plan - MV
* Zoe to paint the gate
* Mirjam to unblock the drain
* Close the gate account - Mirjam - done

To do for you:
- the old keys
- move the bicycles by 17 July

Mirjam:
 - rebook the crane
Tom:
 - rebook the digger

I will be in on Monday.

| # | Action           | Owner  | Due    | Status |
|---|------------------|--------|--------|--------|
| 1 | Renew the permit | Mirjam | 21 Jul | open   |
| 2 | Pay the surveyor | Tom    | 22 Jul | open   |
| 3 | Fence the yard   | Mirjam | 23 Jul | done   |
EOF
run list --all --json
item 'the tender' commitment them '"2026-07-08' "the writer's own, in the present"
item 'compare the bids' request me '"2026-07-15' "the reader's"
item 'sand and gravel' commitment them null "the writer's initials"
item 'Update the site plan' request me null "the reader's initials"
lacks "$out" 'paint the gate' "what somebody else is to do"
item 'unblock the drain' request me null 'any verb'
lacks "$out" 'gate account' 'what is done'
item 'the old keys' request me null 'a thing that is wanted'
item 'move the bicycles' request me '"2026-07-17' 'a task that is'
item 'rebook the crane' request me null 'below a name'
item 'rebook the digger' commitment them null "below the writer's name"
item 'Renew the permit' request me '"2026-07-21' 'a row whose owner is in its middle'
item 'Pay the surveyor' commitment them '"2026-07-22' "and the writer's"
lacks "$out" 'Fence the yard' 'a row that is done'

mail e 'Cats' <<EOF
Mirjam:

1. The cats are well.
2. Zoe said she would come.
3. The food is nearly gone.

Questions:
- none
Zoe:
- loves it here

What we need from you is patience.
EOF
run list --all --json
for quiet in 'are well' 'would come' 'nearly gone' 'none' 'loves it' 'patience'; do
	lacks "$out" "$quiet" "no task: $quiet"
done

letter "$mirjam" "$tom" 'Actions' 'Thu, 02 Jul 2026 12:00:00 +0200' f@x.example \
	<<EOF | deliver outgoing
Next steps:

MV to measure the attic by 9 July
Tom to sweep the chimney by 10 July

What I need from you:
- the plumber's number
My tasks:
- hire a lorry
EOF
run list --all --json
item 'measure the attic' commitment me '"2026-07-09' "the user's own initials"
item 'sweep the chimney' request them '"2026-07-10' 'the other side, by name'
item "plumber's number" request them null 'what the user wants'
item 'hire a lorry' commitment me null 'what the user undertakes'
lacks "$out" '"what":"My tasks:"' 'a head is no task'

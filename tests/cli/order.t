#!/bin/sh
# SPDX-License-Identifier: ISC
# The ledger is the same whatever order mail comes in: imported at once,
# delivered one by one as it was written, backwards, shuffled, or half and
# half. LETTERS=N takes more of them.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 8
letters=240
# A sanitized program takes its time for each.
! grep -q __asan_init "$RAPPORT" || letters=80
mail=$home/mail
mkdir "$mail"
perl "$SOURCE/tests/cli/order.pl" "$mail" "${LETTERS:-$letters}"
now='2026-01-10T09:00:00+01:00'

# A store of its own for each.
begin() {
	RAPPORT_CONFIG=$home/$1/config
	XDG_DATA_HOME=$home/$1
	export RAPPORT_CONFIG XDG_DATA_HOME
	mkdir "$home/$1"
	setup
}

# deliver_each: files named on stdin.
deliver_each() {
	while read -r file; do
		case $file in
		*.out) deliver outgoing <"$file" ;;
		*) deliver incoming <"$file" ;;
		esac || echo "not delivered: $file"
	done
}

# Who has two addresses is known when people are listed.
ledger() {
	rapport people >"$home/people"
	rapport list --all --json | perl "$SOURCE/tests/cli/order.pl"
}

shuffled() {
	perl -e 'srand 7; print sort { rand(2) < 1 ? -1 : 1 } <>'
}

begin whole
rapport --quiet import --incoming "$mail"/*.in
rapport --quiet import --outgoing "$mail"/*.out
ledger >"$home/whole.json"
n=$(grep -c '"state":"done"' "$home/whole.json")
[ "$n" -gt 4 ]
ok $? "enough of it is done ($n)"

same() {
	ledger >"$home/this.json"
	is "$(diff "$home/whole.json" "$home/this.json")" '' "$1"
}

begin in-order
printf '%s\n' "$mail"/* | deliver_each
same 'delivered one by one, in order'
rapport list --json | grep -o '"id":[0-9]*' | cut -d: -f2 >"$home/ids"
while read -r id; do
	rapport --quiet snooze "$id" 'in two weeks'
done <"$home/ids"
while read -r _; do
	rapport --quiet undo
done <"$home/ids"
same 'after what is open was snoozed, and that was taken back'

begin backwards
printf '%s\n' "$mail"/* | sort -r | deliver_each
same 'delivered one by one, backwards'

begin shuffled
printf '%s\n' "$mail"/* | shuffled | deliver_each
same 'delivered one by one, shuffled'

begin halves
printf '%s\n' "$mail"/*[02468].* | deliver_each
rapport --quiet import --incoming "$mail"/*[13579].in
rapport --quiet import --outgoing "$mail"/*[13579].out
same 'the half delivered, the others imported'

begin late
rapport --quiet import --incoming "$mail"/*[13579].in
rapport --quiet import --outgoing "$mail"/*[13579].out
printf '%s\n' "$mail"/*[02468].* | deliver_each
same 'the half imported, the others delivered late'
rapport --quiet alias --apart ana ana.ortiz@home.example
rapport --quiet undo
same 'after an address was given away and taken back'

#!/bin/sh
# SPDX-License-Identifier: ISC
# German mail through the filter: each letter is read by the rules of its
# language, and what it does to earlier ones is seen.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"
plan 35

letters="$SOURCE/tests/german"
rapport --quiet init --name 'Anna Köster' --address anna@koester.example
failed=
for f in "$letters"/*.eml; do
	case $f in
	*-in.eml) deliver incoming <"$f" || failed="$failed $f" ;;
	*) deliver outgoing <"$f" || failed="$failed $f" ;;
	esac
done
is "$failed" '' 'every letter is taken'

# language N: of the N-th letter, as it was kept.
language() {
	sqlite3 "$data/rapport.db" "SELECT language FROM message
		WHERE message_id LIKE 'g$1@%'"
}
is "$(language 01)$(language 02)$(language 05)$(language 16)" dededede \
	'German is recognized, also without umlauts and in HTML'
is "$(language 14)$(language 15)" enen 'English too, with German around it'
is "$(language 21)" '' 'French is none that is known'
is "$(language 22)" de 'a single word is in the language of its quote'

run list --all --json
# has_item NAME PART...: one item has all parts.
has_item() {
	name=$1
	shift
	found=$(printf '%s\n' "$out" | sed 's/},{"id"/},\n{"id"/g')
	for part; do
		found=$(printf '%s\n' "$found" | grep -F -- "$part")
	done
	[ -n "$found" ]
	ok $? "$name" || explain "$out"
}
has_item 'what was asked is likely done by what was sent' \
	'"owner":"me"' 'Kannst du mir die bis Freitag schicken?' \
	'"due":"2026-03-06T23:59:59+01:00"' '"presumed":"2026-03-05'
has_item 'so is what was promised' 'Die Zahlen bekommst du' \
	'"owner":"me"' '"kind":"commitment"' '"state":"done"'
has_item 'what is put off has its new date' 'Den Text schreibe ich dir' \
	'"owner":"them"' '"due":"2026-03-20T23:59:59+01:00"' '"state":"open"'
has_item 'a date has full stops and ends no sentence' \
	'geben Sie mir bis zum 13.3. Bescheid, ob Sie einverstanden sind.' \
	'"due":"2026-03-13T23:59:59+01:00"'
has_item 'a present tense promises' 'Ich schaue ihn mir am Wochenende an' \
	'"kind":"commitment"' '"owner":"me"'
has_item 'separable verbs are seen' 'Die Reisekosten reiche ich noch nach' \
	'"kind":"commitment"'
has_item 'half past two is half three' 'Ich rufe dich um 14:30 Uhr an.' \
	'"due":"2026-03-10T14:30:00+01:00"'
has_item 'never mind' 'schick mir doch bitte noch das Logo' \
	'"state":"dropped"'
has_item 'an inline answer answers' 'wann müssen wir den Stand anmelden?' \
	'"state":"done"'
has_item 'another promises' 'Mach ich.' '"kind":"commitment"'
has_item 'a meeting is on a day that wraps' 'der 11. März, um 14 Uhr' \
	'"kind":"meeting"' '"due":"2026-03-11T14:00:00+01:00"'
has_item 'a reminder is a request for today' 'noch heute mitteilen' \
	'"due":"2026-03-09T23:59:59+01:00"'
has_item 'wie besprochen and a day: a promise' 'am Dienstagvormittag zu.' \
	'"owner":"them"' '"due":"2026-03-10T12:00:00+01:00"'
has_item 'raw ISO 8859-1' 'spätestens am 20. März beim Amt' \
	'"due":"2026-03-20T23:59:59+01:00"'
has_item 'English in between' 'could you send me the list of participants' \
	'"due":"2026-03-09T23:59:59'
lacks "$out" 'Rabatt' 'an advert asks nothing'
lacks "$out" 'viens' 'nor does what nobody understood'
lacks "$out" 'stehe ich Ihnen gern' 'nor a polite formula'

out=$(rapport scan --json "$letters/21-in.eml")
has "$out" '"language":null' 'scan says that it knows no such language'
out=$(printf 'Das schicke ich dir bis Freitag.\nI will call you.\n' |
	rapport scan --lines --json --date 2026-03-02T10:00:00+01:00)
has "$out" '"language":"de"' 'each line has its own'

# says TEXT: what each line of it does, by the rules of its language.
says() {
	out=$(printf '%s\n' "$1" |
		rapport scan --lines --date 2026-03-02T10:00:00+01:00)
}
says 'Die Suppe koche ich, Brot bringt Paul.'
has "$out" commitment 'a promise of any verb, the thing first'
says 'Die Suppe mag ich, das Brot kaufte ich gestern.'
lacks "$out" commitment 'what one likes or did is none'
says 'Bitte leeren Sie die Tonne.'
has "$out" request 'an order of any verb'
says 'Bitte entschuldigen Sie den Lärm.'
lacks "$out" request 'but not of that one'
says 'sag mal, wo steht nochmal die tonne'
has "$out" question 'a question without its mark'
says 'Wer soll denn das alles wegräumen?'
lacks "$out" question 'and a mark without its question'

# id_of TEXT: the number of the item whose sentence holds it.
id_of() {
	rapport list --all --json | sed 's/},{"id"/},\n{"id"/g' |
		grep -F -- "$1" | sed 's/^[^0-9]*\([0-9]*\).*/\1/'
}
run ack "$(id_of 'melde mich am Montag')" --by 'friday'
has "$out" 'Neuer Termin: Freitag, 13. M' 'a draft is in its thread'\''s language'
lacks "$out" 'Hallo Dr.,' 'which calls nobody by a title alone'
run ack "$(id_of 'send you the list by Friday')"
has "$out" 'Hello Paul,' 'English is answered in English'
run call "$(id_of 'koennen wir naechste Woche')" --at 'tomorrow 15:00'
has "$out" 'Dienstag, 10. M=C3=A4rz, 15:00 bis 15:30 Uhr' 'so is an invitation'

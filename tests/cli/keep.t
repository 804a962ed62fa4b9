#!/bin/sh
# SPDX-License-Identifier: ISC
# The rules that a delivery keeps for the next one.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

# A sanitizer's own tables look like pointers to what searches for strays.
if grep -q __asan_init "$RAPPORT"; then
	echo '1..0 # SKIP a sanitized program may keep nothing'
	exit 0
fi
plan 15
setup
kept="$data/rapport.db.rules"
mine="$home/.config/rapport/rules/en"
n=0

# send TEXT: delivers a message with that text; leaves $code and $err.
send() {
	n=$((n + 1))
	echo "$1" | letter 'Bob <bob@example.org>' mara@lindqvist.example \
		"Matter $n" 'Mon, 9 Mar 2026 08:00:00 +0100' \
		"keep$n@example.org" >"$home/letter"
	run filter --incoming <"$home/letter"
}

# stamp: tells one kept file from the next.
stamp() {
	ls -i "$kept" 2>&1
}

send 'Could you please send me the first report by Friday?'
is "$code$err" 0 'a delivery succeeds'
is "$(stat -c %a "$kept")" 600 'and keeps the rules, for the user alone'
first=$(stamp)
send 'Could you please send me the second report by Friday?'
is "$code$err" 0 'so does the next'
is "$(stamp)" "$first" 'which has nothing to keep'
mv "$kept" "$home/whole"
send 'Could you please send me the third report by Friday?'
ok "$(cmp "$kept" "$home/whole" >&2; echo $?)" \
	'nothing in it depends on where its writer lay in memory'
run list
has "$out" 'first report' 'what was read from files is in the ledger'
has "$out" 'second report' 'and what was done by the kept rules'

mkdir -p "$mine"
echo 'request MY_ZEBRA /zebras are hungry/i' >"$mine/my.rules"
echo 'score MY_ZEBRA 9' >>"$mine/my.rules"
send 'The zebras are hungry.'
run list
has "$out" 'zebras' 'a rule of the user counts in the next delivery'
lacks "$(stamp)" "$first" 'the rules are kept anew'

echo 'nonsense' >>"$mine/my.rules"
send 'Nothing at all.'
has "$err" 'nonsense' 'a bad rule is complained about'
send 'Nothing, again.'
has "$err" 'nonsense' 'each time'
rm -r "$mine"
send 'Nothing, a third time.'
is "$code$err" 0 'until it is gone'

# What a disk may do: an eighth of the file is gone.
wrong=
crashes=0
for part in 0 1 2 3 4 5 6 7; do
	[ -e "$kept" ] || wrong="$wrong $part is not kept,"
	cp "$kept" "$home/whole"
	some=$(($(wc -c <"$home/whole") / 8))
	{
		head -c $((part * some)) "$home/whole"
		tr '\0' '\377' </dev/zero | head -c "$some"
		tail -c "+$((part * some + some + 1))" "$home/whole"
	} >"$kept"
	send "Could you please send me report number 1$part by Friday?"
	[ "$code" = 0 ] || wrong="$wrong $part exits $code,"
	case $err in *kept\ for\ later*) crashes=$((crashes + 1)) ;; esac
	[ -z "$err" ] || [ ! -e "$kept" ] || wrong="$wrong $part stays,"
	rm -f "$kept"
	send 'Nothing new.'
	[ "$code$err" = 0 ] || wrong="$wrong then $part gives $code $err,"
done
is "$wrong" '' 'a damaged file does not stop mail'
[ "$crashes" -gt 0 ]
ok $? 'even if it makes the analysis crash'
run list --all
is "$(echo "$out" | grep -c 'report number 1')" 8 'and no message is lost'

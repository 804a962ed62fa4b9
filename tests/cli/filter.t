#!/bin/sh
# SPDX-License-Identifier: ISC
# What callers of the filter rely on: bytes, exit status, time.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 44
mkdir "$home/letters"
perl "$SOURCE/tests/cli/letters.pl" "$home/letters" 40
one="$home/letters/0000.eml"
spool="$data/rapport.db.spool"

# feed FILE ARGUMENT...: the filter with FILE on standard input; leaves $code,
# $home/got and $home/stderr.
feed() {
	input=$1
	shift
	rapport filter "$@" <"$input" >"$home/got" 2>"$home/stderr"
	code=$?
}

waiting() {
	find "$spool" -name '[0-9]*' 2>/dev/null | wc -l | tr -d ' '
}

# before there is a configuration
feed "$one" --incoming
is "$code" 0 'without a configuration the tap still exits 0'
is "$(waiting)" 1 'and keeps the message'
feed "$one" --passthrough
is "$code" 0 'as does --passthrough'
perl "$SOURCE/tests/cli/same.pl" "$one" "$home/got"
ok $? 'which hands the message on'
setup
feed "$home/letters/0002.eml"
is "$(waiting)" 0 'what was kept is taken in once there is one'

bad=
noisy=
for f in "$home"/letters/*.eml; do
	feed "$f" --passthrough
	[ "$code" = 0 ] && perl "$SOURCE/tests/cli/same.pl" "$f" \
		"$home/got" || bad="$bad ${f##*/}"
	feed "$f" --incoming
	[ "$code" = 0 ] && [ ! -s "$home/got" ] && [ ! -s "$home/stderr" ] ||
		noisy="$noisy ${f##*/}"
done
is "$bad" '' '--passthrough changes no byte of any kind of message'
is "$noisy" '' 'a tap prints nothing for any of them'
is "$(waiting)" 0 'and all of them could be recorded'

feed "$one" --passthrough
is "$(head -n 1 "$home/got")" 'X-Rapport-Status: known' \
	'the added header says what became of the message'
feed "$home/letters/0004.eml" --passthrough
is "$(sed -n 2p "$home/got")" 'X-Rapport-Status: known' \
	'it stands after an mbox separator'
feed "$home/letters/0001.eml" --passthrough
is "$(head -n 1 "$home/got" | od -An -c | tr -d ' \n' | tail -c 4)" \
	'\r\n' 'and ends its line as the message does'

: >"$home/empty"
feed "$home/empty" --passthrough
is "$code$(wc -c <"$home/got" | tr -d ' ')" 00 'nothing in, nothing out'
feed "$home/empty"
is "$code" 0 'and nothing to record'
printf 'no header at all\n\n\0\n' >"$home/junk"
feed "$home/junk" --passthrough
cmp -s "$home/junk" "$home/got"
ok $? 'what is no message goes through as it is'
is "$code" 0 'with status 0'
printf '\n\nbody\n' >"$home/blank"
feed "$home/blank" --passthrough
cmp -s "$home/blank" "$home/got"
ok $? 'so does what begins with its body'

# 20 MB, more than is held in memory
{
	cat "$one"
	head -c 20000000 /dev/zero | tr '\0' 'x' | fold -w 76
} >"$home/big"
feed "$home/big" --passthrough
is "$code" 0 'a message of 20 MB goes through'
perl "$SOURCE/tests/cli/same.pl" "$home/big" "$home/got"
ok $? 'byte for byte'
feed "$home/big" --incoming
is "$code" 0 'and is taken by the tap'
rm "$home/big"

# outputs that fail
rapport filter --passthrough <"$one" >/dev/full 2>"$home/stderr"
is $? 75 'a full disk behind --passthrough is 75'
rapport filter --passthrough <"$one" >&- 2>"$home/stderr"
is $? 75 'a closed standard output too'
rapport filter <"$one" >&- 2>&-
is $? 0 'which a tap does not need'
head -c 3000000 /dev/zero | tr '\0' 'x' | fold -w 76 >"$home/long"
cat "$one" "$home/long" >"$home/piped"
code=$({ {
	rapport filter --passthrough <"$home/piped" 2>"$home/stderr"
	echo $? >&3
} | head -c 1 >/dev/null; } 3>&1)
is "$code" 75 'a reader that goes away is 75, not a signal'

# inputs that fail
rapport filter <&- >"$home/got" 2>"$home/stderr"
is $? 75 'a closed standard input is 75'
rapport filter --passthrough <"$home" >"$home/got" 2>"$home/stderr"
is $? 75 'a folder as standard input is 75'
is "$(cat "$home/got")" '' 'without output'

# arguments that are wrong
feed "$one" --incoming --outgoing
is "$code" 75 'both directions are 75, which mail systems retry'
feed "$one" --nonsense
is "$code" 75 'an unknown option is 75'
is "$(cat "$home/got")" '' 'without output'
rapport --db "$home/junk/x.db" filter <"$one" 2>"$home/stderr"
is $? 75 'a tap that can keep the message nowhere is 75'
lacks "$(cat "$home/stderr")" 'plan' 'and shows nothing of it'
rapport --db "$home/junk/x.db" filter --passthrough <"$one" \
	>"$home/got" 2>"$home/stderr"
is $? 0 'with --passthrough that is 0'
perl "$SOURCE/tests/cli/same.pl" "$one" "$home/got"
ok $? 'since the message goes on'

# time
start=$(date +%s)
{
	cat "$one"
	sleep 9
} | {
	rapport filter --passthrough >"$home/got" 2>"$home/stderr"
	echo $? >"$home/code"
	date +%s >"$home/end"
}
is "$(cat "$home/code")" 75 'standard input that does not end is 75'
ok $((!($(cat "$home/end") - start < 8))) 'in less than 8 seconds'
is "$(cat "$home/got")" '' 'without output'
mkfifo "$home/fifo"
"$RAPPORT" filter <"$home/fifo" >"$home/got" 2>"$home/stderr" &
pid=$!
exec 4>"$home/fifo"
cat "$one" >&4
sleep 1
kill -TERM "$pid"
wait "$pid"
is $? 75 'being told to end is 75'
exec 4>&-

# the ledger
letter 'Ana Ortiz <ana@harbour.example>' mara@lindqvist.example Plan \
	'Mon, 2 Mar 2026 10:00:00 +0100' ask.1@harbour.example \
	>"$home/ask" <<'END'
Could you send me the plan by Friday?
END
feed "$home/ask" --incoming
is "$code" 0 'a request is taken'
has "$(rapport list --all)" 'plan' 'and listed'
before=$(rapport list --all --json)
feed "$home/ask" --incoming
feed "$home/ask" --incoming --passthrough
is "$(rapport list --all --json)" "$before" 'the same message counts once'
is "$(find "$data" -type f ! -perm 600 | wc -l | tr -d ' ')" 0 \
	'all that is kept is for the user alone'

# what is amiss
mkdir -p "$home/.config/rapport/rules/en"
yes 'no such keyword' | head -n 400 >"$home/.config/rapport/rules/en/10.rules"
feed "$home/ask"
is "$code" 0 'bad rules keep no message away'
has "$(cat "$home/stderr")" '10.rules:1:' 'and the first of them is named'
sqlite3 "$data/rapport.db" 'PRAGMA user_version = 9999'
feed "$home/ask"
has "$(cat "$home/stderr")" 'newer rapport' \
	'what keeps it from being recorded is said before bad rules'

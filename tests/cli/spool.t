#!/bin/sh
# SPDX-License-Identifier: ISC
# Stores that cannot be written: the message is kept and taken in later.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 36
setup
db="$data/rapport.db"
mkdir "$home/letters"
perl "$SOURCE/tests/cli/letters.pl" "$home/letters" 60
one="$home/letters/0000.eml"

waiting() {
	find "$db.spool" -name '[0-9]*' 2>/dev/null | wc -l | tr -d ' '
}

# feed FILE ARGUMENT...: leaves $code.
feed() {
	input=$1
	shift
	rapport filter "$@" <"$input" >"$home/got" 2>"$home/stderr"
	code=$?
}

known() {
	rapport --quiet filter --passthrough <"$1" | tr -d '\r' |
		sed -n 's/^X-Rapport-Status: //p'
}

# lock: another process holds the store's write lock; unlock ends that.
lock() {
	mkfifo "$home/sql"
	sqlite3 "$db" <"$home/sql" >"$home/locked" 2>&1 &
	locker=$!
	exec 5>"$home/sql"
	echo 'BEGIN EXCLUSIVE; SELECT 1;' >&5
	until [ -s "$home/locked" ]; do sleep 0.1; done
}

unlock() {
	exec 5>&-
	wait "$locker"
	rm -f "$home/sql" "$home/locked"
}

# locked
lock
feed "$one" --outgoing
is "$code" 0 'with a locked store the tap exits 0'
is "$(waiting)" 1 'and the message waits in the spool'
has "$(ls "$db.spool")" '.out.' 'with its direction in its name'
has "$(cat "$home/stderr")" 'kept for later' 'which is said'
lacks "$(cat "$home/stderr")" 'plan' 'without a word of the message'
cmp -s "$one" "$db.spool"/[0-9]*
ok $? 'it is kept byte for byte'
unlock
exits 75 'doctor calls that a problem' doctor
has "$out" '1 waiting' 'and counts'
feed "$home/letters/0002.eml" --incoming
is "$code$(waiting)" 00 'the next run takes it in'
is "$(known "$one")" known 'so that it is known'

# a child that dies in the middle
lock
"$RAPPORT" --now "$now" filter <"$home/letters/0003.eml" 2>"$home/stderr" &
pid=$!
turns=0
until child=$(pgrep -P "$pid") || [ $turns = 100 ]; do
	turns=$((turns + 1))
	sleep 0.1
done
sleep 0.3
kill -KILL "$child"
wait "$pid"
is $? 0 'a child that is killed in the middle costs nothing'
is "$(waiting)" 1 'the message waits'
has "$(cat "$home/stderr")" 'crashed' 'and the cause is said'
unlock
exits 0 'flush takes it in' flush
has "$out" '1 taken in, 0 waiting' 'and says so'
is "$(known "$home/letters/0003.eml")" known 'so that it is known'
exits 0 'with nothing to do, flush is fine' flush

# a full disk: no file may grow beyond what the store has already
rapport --quiet import "$home/letters"
letter ann@harbour.example mara@lindqvist.example Full \
	'Mon, 2 Mar 2026 10:00:00 +0100' full.1@harbour.example \
	>"$home/full" <<'END'
I will send it tomorrow.
END
before=$(cksum <"$db")
(
	ulimit -f 16
	rapport filter --incoming <"$home/full" 2>"$home/stderr"
)
is $? 0 'with a full disk the tap exits 0 while the spool has room'
is "$(waiting)" 1 'and the message waits'
(
	ulimit -f 0
	rapport filter --incoming <"$home/full" 2>/dev/null
)
is $? 75 'without any room it is 75, not a signal'
(
	ulimit -f 0
	rapport filter --passthrough <"$home/full" 2>/dev/null
) | perl -e 'local $/; print length(<STDIN>) > 100 ? 0 : 1' >"$home/got"
is "$(cat "$home/got")" 0 'where --passthrough still hands it on'
is "$(cksum <"$db")" "$before" 'the store is as it was'
exits 0 'flush takes it in when there is room' flush
is "$(known "$home/full")" known 'so that it is known'

# a newer store
sqlite3 "$db" 'PRAGMA user_version' >"$home/version"
sqlite3 "$db" 'PRAGMA user_version = 9999'
before=$(cksum <"$db")
sed 's/full.1/newer.1/' "$home/full" >"$home/newer"
feed "$home/newer"
is "$code$(waiting)" 01 'with a newer store the message waits'
is "$(cksum <"$db")" "$before" 'and the store is not touched'
exits 78 'flush says what is wrong' flush
has "$err" 'newer' 'and why'
sqlite3 "$db" "PRAGMA user_version = $(cat "$home/version")"
exits 0 'after that it takes the message in' flush

# a damaged store
head -c 8192 "$db" | tr '\000-\377' 'x' >"$home/garbage"
cp "$home/garbage" "$db"
sed 's/full.1/damaged.1/' "$home/full" >"$home/damaged"
feed "$home/damaged" --incoming
is "$code" 0 'with a damaged store the tap exits 0'
cmp -s "$home/garbage" "$db".damaged-*
ok $? 'the store is set aside as it was'
is "$(known "$home/damaged")" known 'the message is in a new one'
has "$(rapport doctor)" 'set aside' 'doctor tells'
rm "$db".damaged-*
rapport --quiet import "$home/letters"
perl -e 'print "y" x 4096 for 1 .. 60' |
	dd of="$db" bs=4096 seek=1 conv=notrunc 2>/dev/null
sed 's/full.1/middle.1/' "$home/full" >"$home/middle"
feed "$home/middle" --incoming
is "$code" 0 'with a store damaged in the middle too'
is "$(known "$home/middle")" known 'the message is not lost'

# what is in the folder by chance
mkdir -p "$db.spool"
echo 'not ours' >"$db.spool/README"
exits 0 'other files in the spool are left alone' flush

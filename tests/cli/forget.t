#!/bin/sh
# SPDX-License-Identifier: ISC
# What was forgotten is in no byte of any file; grep judges, and doctor.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 41
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'
ann='Ann Sand <ann@sand.example>'

# nowhere TEXT: nor is it in any file of the data directory. (In the rules that
# were made ready it may be by chance: there two words meet.)
nowhere() {
	grep -rqiaF --exclude='*.db.rules' -e "$1" "$data"
	is $? 1 "no '$1' is left in any file"
}

# fill: letters of Tom, of Ann about Tom, and of both.
fill() {
	letter "$tom" "$mara" 'Xylophones' 'Mon, 02 Mar 2026 09:00:00 +0100' \
		a@x.example <<EOF | deliver incoming
I will send you the xylophone by Wednesday.
EOF
	letter "$mara" "$tom" 'Re: Xylophones' \
		'Mon, 02 Mar 2026 12:00:00 +0100' b@x.example \
		'In-Reply-To: <a@x.example>' <<EOF | deliver outgoing
I will send you the mallets by Thursday.
EOF
	letter "$ann" "$mara" 'Dinner with Tomas Reyes' \
		'Mon, 02 Mar 2026 13:00:00 +0100' c@x.example "Cc: $tom" \
		<<EOF | deliver incoming
Could you please send TOMAS REYES the zither (tomas@reyes.example)?
EOF
}

setup
fill
run people
run search xylophone
has "$out" 'xylophone' 'it can be searched for'
run talked tomas@reyes.example
run mute tomas@reyes.example
run alias tomas@reyes.example zorro@masked.example
run person tomas@reyes.example --name 'Tom the Bold'
run grace tomas@reyes.example 3d
run call tomas@reyes.example
run suggest
run digest
exits 65 'doctor finds what is there' doctor --trace xylophone
has "$out" 'rapport.db' 'and says where'
exits 64 'it cannot look for nothing' doctor --trace ''

# A message that waits, and one that was given up.
mkdir -p "$data/rapport.db.spool"
letter "$tom" "$mara" 'Later' 'Mon, 02 Mar 2026 14:00:00 +0100' d@x.example \
	>"$data/rapport.db.spool/1772400000.+60.in.aaaaaa" <<EOF
The glockenspiel waits.
EOF
letter "$tom" "$mara" 'Later' 'Mon, 02 Mar 2026 14:00:00 +0100' e@x.example \
	>"$data/rapport.db.spool/1772400001.+60.in.bbbbbb.bad" <<EOF
The glockenspiel was given up.
EOF
letter "$ann" "$mara" 'Later' 'Mon, 02 Mar 2026 14:00:00 +0100' f@x.example \
	>"$data/rapport.db.spool/1772400002.+60.in.cccccc" <<EOF
I will send you the cake by Friday.
EOF

exits 0 'a person is forgotten' forget tomas@reyes.example
has "$out" 'removed 2 waiting messages' 'with what waits'
for text in xylophone mallets reyes 'the bold' zorro glockenspiel; do
	nowhere "$text"
done
exits 0 'doctor agrees' doctor --trace reyes --trace xylophone
has "$out" "no trace of 'reyes'" 'in so many words'
run doctor
has "$out" 'forgotten, nothing left to erase' 'and says that all is done'
is "$(ls "$data/rapport.db.spool")" '1772400002.+60.in.cccccc' \
	'what others wrote waits on'
exits 0 'the rest' list --json
has "$out" 'the zither' 'of what others wrote stays'
has "$out" 'send [...] the zither' 'without the name'
has "$out" 'Dinner with [...]' 'in the subject, too'
run undo
lacks "$out" 'reyes' 'undo has nothing of it'
rm "$data/rapport.db.spool/"*
fill
nowhere xylophone
nowhere reyes
is "$(sqlite3 "$data/rapport.db" 'PRAGMA foreign_key_check;
	PRAGMA integrity_check')" ok 'the store is sound'

# What an interrupted erasing leaves is known, and ended at night.
sqlite3 "$data/rapport.db" "INSERT INTO meta VALUES('erasing', 1)"
exits 75 'an interrupted erasing' doctor
has "$out" 'traces of what was forgotten' 'is a problem'
run digest
exits 0 'which the digest ends' doctor

# Damaged stores are not rapport's to change.
touch "$data/rapport.db.damaged-20260101T000000"
exits 0 'an item is forgotten' forget 3
has "$err" 'damaged-20260101T000000' 'and of a store that was set aside is warned'
nowhere zither

letter "$ann" "$mara" 'The marimba' 'Mon, 02 Mar 2026 13:00:00 +0100' g@x.example \
	<<EOF | deliver incoming
It is beautiful.
EOF
echo 'keep-days 30' >>"$config"
now='2026-03-20T09:00:00+01:00'
run digest
exits 65 'what is young stays' doctor --trace marimba
now='2026-05-20T09:00:00+01:00'
run digest
nowhere marimba

# What an erased letter has settled in another thread stays settled.
rm -rf "$data" "$home/.config"
now='2026-03-09T09:00:00+01:00'
setup
letter "$tom" "$mara" 'Pumps' 'Mon, 02 Mar 2026 09:00:00 +0100' h@x.example \
	<<EOF | deliver incoming
Could you please send me the certificate of the valve inspection by March 20?
EOF
letter "$mara" "$tom" 'Papers' 'Tue, 03 Mar 2026 09:00:00 +0100' i@x.example \
	<<EOF | deliver outgoing
Attached is the certificate of the valve inspection, with the euphonium.
EOF
run list --all
has "$out" 'Done (1)' 'a letter elsewhere closed it'
run forget t2
nowhere euphonium
letter "$tom" "$mara" 'Re: Pumps' 'Wed, 04 Mar 2026 09:00:00 +0100' \
	j@x.example 'In-Reply-To: <h@x.example>' <<EOF | deliver incoming
The harbour is quiet today.
EOF
run show 1
has "$out" 'request, done' 'it is so still when its thread is read again'
has "$out" 'fulfilled, by an erased letter' 'and says why'
exits 0 'it can be taken back' undo
has "$out" 'fulfilled 1, by an erased letter' 'by that name'
run show 1
has "$out" 'request, open' 'and is open again'
exits 66 'once' undo
letter "$mara" "$tom" 'Papers' 'Tue, 03 Mar 2026 09:00:00 +0100' i@x.example \
	<<EOF | deliver outgoing
Attached is the certificate of the valve inspection, with the euphonium.
EOF
run show 1
has "$out" 'request, open' 'no copy of the letter closes it'

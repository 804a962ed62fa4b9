#!/bin/sh
# SPDX-License-Identifier: ISC
# Letters that came while rules were broken or gone: known, and read again.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 17
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'

# A program of the test's own, with rules beside it.
mkdir "$home/bin" "$home/mail"
cp "$RAPPORT" "$home/bin/rapport"
RAPPORT="$home/bin/rapport"
rules="$home/bin/rules"
cp -r "$SOURCE/rules" "$rules"

# ask NAME: a request, kept as mail is and delivered.
ask() {
	letter "$tom" "$mara" "The $1" 'Mon, 02 Mar 2026 09:00:00 +0100' \
		"$1@x.example" >"$home/mail/$1" <<EOF
Could you please send me the $1 list by March 20?
EOF
	deliver incoming <"$home/mail/$1" 2>/dev/null
}

setup
ask valve
run doctor
lacks "$out" 'were broken' 'with sound rules there is nothing to read again'

# Garbage.
for file in "$rules"/en/*.rules; do
	echo 'no such keyword' >"$file"
done
ask pump
is "$(rapport list 2>/dev/null | grep -c 'list by')" 1 \
	'without rules nothing is found'
run doctor
has "$out" '1 message was read while rules were broken' 'doctor knows of it'
has "$out" "'rapport import'" 'and what to do'
run import --incoming "$home/mail"
run doctor
has "$out" '1 message was read while' 'an import with the same rules is no help'
is "$(rapport list 2>/dev/null | grep -c 'list by')" 1 \
	'and takes nothing from what was read well'

# Gone, where dates and wording are left.
rm "$rules"/en/*.rules
ask shaft
run doctor
has "$out" '2 messages were read while' 'files that are gone are known, too'

# Back again.
rm -r "$rules"
cp -r "$SOURCE/rules" "$rules"
ask anchor
run doctor
has "$out" '2 messages were read while' 'that rules are back changes nothing yet'
exits 0 'the next import' import "$home/mail"
is "$out" '4 messages: 0 new, 4 known' 'knows them'
is "$(rapport list | grep -c 'list by')" 4 'and reads them again'
run doctor
lacks "$out" 'while rules were broken' 'then all is well'
has "$out" 'sound, 4 messages' 'and each is there once'
run 'done' 1 2 3 4
run import "$home/mail"
is "$(rapport list | grep -c 'list by')" 0 'what was ordered since stays'

# What the wiring said of a letter holds when it is read again.
echo 'no such keyword' >"$rules/en/99-more.rules"
letter "$mara" "$tom" 'Cranes' 'Tue, 03 Mar 2026 09:00:00 +0100' o@x.example \
	'Received: from here by there; Tue, 03 Mar 2026 09:00:00 +0100' \
	>"$home/mail/out" <<EOF
I will send you the crane list by March 20.
EOF
deliver outgoing <"$home/mail/out" 2>/dev/null
rm "$rules/en/99-more.rules"
run import "$home/mail"
run list --mine
has "$out" 'crane list' 'what was outgoing stays so'
run doctor
has "$out" '1 message was read while' 'a copy of less weight does not replace it'
run import --outgoing "$home/mail/out"
run doctor
lacks "$out" 'while rules were broken' 'one of the same does'

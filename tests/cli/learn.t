#!/bin/sh
# SPDX-License-Identifier: ISC
# What wrong and done teach: items of the same rules are trusted less, or
# more, as long as the marks stand.
# shellcheck source=tests/cli/lib.sh
# shellcheck disable=SC1010 # done is a word here
. "$SOURCE/tests/cli/lib.sh"
plan 22

mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'

# A rule of one's own that is none too sure, 0.69: a bias of one's own keeps
# fitted ones out.
setup
mkdir -p "$home/.config/rapport/rules/en"
cat >"$home/.config/rapport/rules/en/mine.rules" <<'EOF'
request QUUX /\bquux\b/i
score QUUX 2.7
bias request -1.9
EOF

# quux N: a letter that says so.
quux() {
	letter "$tom" "$mara" "Topic $1" \
		"Mon, 02 Mar 2026 10:0$1:00 +0100" "q$1@reyes.example" <<EOF |
The quux number $1.
EOF
		deliver incoming
}

confidence() {
	rapport show --json "$1" | sed 's/.*"confidence":\([^,]*\).*/\1/'
}

learnt() {
	rapport show "$1" | sed -n 's/^learnt *//p'
}

count() {
	rapport list --json | grep -o '"id":' | wc -l | tr -d ' '
}

for i in 1 2 3 4 5 6 7; do
	quux $i
done
before=$(confidence 7)
is "$(count)" 7 'seven items are there'
is "$(learnt 7)" '' 'and nothing was learnt'

run wrong 1
is "$(learnt 7)" \
	'QUUX, by your word 1 wrong and 0 done: confidence moved by -0.41' \
	'a wrong item makes others of its rule less certain, and show says so'
after=$(confidence 7)
ok "$(awk "BEGIN { print !($after < $before && $after > 0.5) }")" \
	'gently'
has "$(rapport show --json 7)" '"learnt":-0.4055' 'in JSON too'
is "$(count)" 6 'one wrong item hides no other'
run undo
is "$(confidence 7)" "$before" 'undo takes back what it taught'
is "$(learnt 7)" '' 'all of it'

run wrong 1 2 3
is "$(count)" 0 'several hide them, when they are no more certain'
run list --all
has "$out" 'number 7' 'list --all still has them'
run suggest --json
lacks "$out" '"items":[7]' 'nothing is suggested about them'
quux 8
is "$(count)" 0 'it holds for new mail'
quux 7
is "$(count)" 0 'and for mail that comes again'
run due 4 friday
has "$(rapport list)" 'number 4' 'what one has given orders about stays'
is "$(learnt 4)" 'QUUX, by your word 3 wrong and 0 done' \
	'and its confidence is not moved'
run undo
is "$(count)" 0 'until that is undone'

run undo
ok "$(test "$(count)" -gt 0; echo $?)" 'one mark less brings them back'
run 'done' 4
run 'done' 5
has "$(learnt 7)" '2 wrong and 2 done' 'done counts for the rule'
low=$(confidence 7)
run undo
run undo
ok "$(awk "BEGIN { print !($low > $(confidence 7)) }")" \
	'and makes others more certain'
run drop 4
has "$(learnt 7)" '2 wrong and 0 done' 'drop says nothing'
exits 0 'wrong once more' wrong 3 3
has "$(learnt 7)" '3 wrong and 0 done' 'an item counts once'

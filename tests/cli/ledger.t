#!/bin/sh
# SPDX-License-Identifier: ISC
# Whose mail proves what, which mail is mined, and what is left of it in the
# file; sqlite3 judges where the program's own word would not do.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 28
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'
store="$data/rapport.db"
date='Mon, 02 Mar 2026 09:00:00 +0100'

# sql STATEMENT
sql() {
	sqlite3 "$store" "$1"
}

# sends WAY FROM TO ID TEXT [HEADER...]
sends() {
	way=$1 from=$2 to=$3 id=$4 text=$5
	shift 5
	printf '%s\n' "$text" |
		letter "$from" "$to" "Matter of $id" "$date" "$id@x.example" \
			"$@" | deliver "$way"
}

# items ID: owner and sentence of what a letter opened.
items() {
	sql "SELECT owner || ': ' || what FROM item
		JOIN message m ON m.id=item.message
		WHERE hidden=0 AND m.message_id='$1@x.example'"
}

setup
promise='I will send you the survey by Friday.'

sends incoming "$mara" "$tom" own "$promise"
is "$(items own)" '' 'what comes in From me promises nothing'
sends outgoing "$mara" "$tom" own "$promise"
is "$(items own)" "me: $promise" 'until the outgoing copy comes'
sends incoming "$mara" "$tom" own "$promise"
is "$(items own)" "me: $promise" 'and again that proves nothing'
is "$(sql "SELECT count(*), direction FROM message")" '1|out' \
	'the three are one letter'

sends incoming "$tom" "$mara" theirs "$promise"
is "$(items theirs)" "them: $promise" 'a promise to me is theirs'
sends incoming "$tom" "$mara" away 'I will be back on Monday.' \
	'Auto-Submitted: auto-replied'
is "$(items away)" '' 'an automatic reply is not mined'
sends incoming "$tom" "$mara" news 'Please send us your survey by Friday.' \
	'List-Id: <news.reyes.example>' 'Precedence: bulk' \
	'List-Unsubscribe: <https://reyes.example/off>'
is "$(items news)" '' 'a newsletter is not mined'
sends incoming "$tom" 'crew@lists.example' crew \
	'Can you send me the tide tables?' 'List-Id: <crew.lists.example>' \
	'List-Post: <mailto:crew@lists.example>'
is "$(items crew)" '' 'a list does not ask me'
sends incoming "$tom" 'crew@lists.example' crew2 \
	'Mara, can you send me the tide tables?' \
	'List-Id: <crew.lists.example>' \
	'List-Post: <mailto:crew@lists.example>'
is "$(items crew2)" 'me: Mara, can you send me the tide tables?' \
	'unless it does so by name'
sends incoming "$tom" 'crew@lists.example' crew3 \
	'I have asked Mara too. Can you send me the tide tables?' \
	'List-Id: <crew.lists.example>' \
	'List-Post: <mailto:crew@lists.example>'
is "$(items crew3)" '' 'and not because the name is in it'
is "$(sql 'SELECT count(*) FROM message')" 7 'all of it is recorded'

is "$(sql 'PRAGMA journal_mode; PRAGMA integrity_check')" 'delete
ok' 'the store is sound and keeps a rollback journal'
is "$(find "$data" -name '*-journal' -size +0)" '' \
	'and leaves nothing in its journal'

# what a configured age erases
sends incoming "$tom" "$mara" xylophone 'The weather is fine here.'
echo 'keep-days 1' >>"$config"
now='2026-03-02T20:00:00+01:00'
run digest --text
grep -q xylophone "$store"
ok $? 'what is younger than the age to keep stays'
now='2026-03-09T09:00:00+01:00'
run digest --text
grep -q xylophone "$store"
is $? 1 'older threads are gone from the file'
is "$(items theirs)" "them: $promise" 'but not those with something open'

exits 0 'a thread is forgotten' forget t1
exits 0 'a person is forgotten' forget tomas@reyes.example
for text in survey reyes tide Tomas Friday; do
	grep -q "$text" "$store"
	is $? 1 "no '$text' is left in the file"
done
sends incoming "$tom" "$mara" theirs "$promise"
is "$(items theirs)" '' 'and the same letter does not bring it back'

# An answer that comes before what it answers.
sends outgoing "$mara" "$tom" after 'Will do.' 'In-Reply-To: <ahead@x.example>'
number=$(rapport list | awk '/Will do/ { print $1 }')
run show "$number"
has "$out" 'commitment, open' 'a promise by itself is one'
sends incoming "$tom" "$mara" ahead 'Could you send me the rota by Friday?'
run show "$number"
has "$out" 'commitment, withdrawn' 'until it turns out to be a yes to a request'
run show "$number" --json
has "$out" '"withdrawn":true' 'which JSON says, too'

sql 'PRAGMA user_version=999'
exits 78 'a newer store is refused' list

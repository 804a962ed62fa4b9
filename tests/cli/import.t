#!/bin/sh
# SPDX-License-Identifier: ISC
# Mail that is already there: Maildir, mbox, files and folders of them.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 39
setup
cd "$home" || exit 1

# mail ID FROM TEXT
mail() {
	letter "$2" someone@else.example "$1" \
		'Mon, 2 Mar 2026 10:00:00 +0100' "$1@test.example" <<END
$3
END
}

separator='From ann@harbour.example Mon Mar  2 10:00:00 2026'
promise='I will send you the plan tomorrow.'

# what it is not
exits 64 'a path is needed' import
exits 64 'mail goes one way' import --incoming --outgoing x
exits 66 'a missing path is an error' import nowhere
has "$err" "cannot open 'nowhere'" 'which is named'
head -c 1000 /dev/zero >zeros
exits 0 'a file that is no mail is skipped' import zeros
has "$err" "'zeros' is not mail" 'with a word'
: >empty
exits 0 'an empty file is an empty mailbox' import empty
is "$out" '0 messages: 0 new, 0 known' 'and nothing is new'
is "$err" '' 'without complaint'

# one file, and the rest when something is wrong
mail one ann@harbour.example "$promise" >one.eml
exits 66 'what can be read is read' import nowhere one.eml zeros
is "$out" '1 message: 1 new, 0 known' 'although the rest cannot'
exits 0 'a second time is fine' import one.eml
is "$out" '1 message: 0 new, 1 known' 'and a message counts once'
is "$err" '' 'no progress is shown but on a terminal'
mail two ann@harbour.example "$promise" >two.eml
exits 0 '--quiet says nothing' --quiet import two.eml
is "$out$err" '' 'at all'

# a Maildir
mkdir -p md/cur md/new md/tmp md/.Sent/cur md/.Sent/new md/.Sent/tmp
mail m1 ann@harbour.example "$promise" >md/cur/1:2,S
mail m2 bob@harbour.example "$promise" >md/new/2
mail m3 bob@harbour.example "$promise" >md/tmp/3
mail m4 mara@lindqvist.example "$promise" >md/.Sent/cur/4:2,S
echo 3 >md/dovecot-uidlist
exits 0 'a Maildir is read' import md
is "$out" '3 messages: 3 new, 0 known' 'but not its tmp nor its indexes'
is "$err" '' 'without complaint'
has "$(rapport list --all --mine --json)" 'm4@test.example' \
	'what lies in a folder of sent mail is mine'

# From mine outside such a folder
mail claim mara@lindqvist.example "$promise" >claim.eml
{
	echo 'Received: from mx.example by home.example; Mon, 2 Mar 2026'
	cat claim.eml
} | sed 's/claim@/forged@/' >forged.eml
rapport --quiet import claim.eml forged.eml
has "$(rapport list --all --mine --json)" 'claim@test.example' \
	'From mine and never delivered is mine'
lacks "$(rapport list --all --mine --json)" 'forged@test.example' \
	'From mine but delivered proves nothing'
rapport --quiet import --outgoing forged.eml
has "$(rapport list --all --mine --json)" 'forged@test.example' \
	'unless I say so'

# mbox
{
	echo "$separator"
	mail b1 ann@harbour.example 'x

>From me
From here on it is prose.

From the start: 12 things.'
	echo
	echo "$separator"
	mail b2 ann@harbour.example 'no blank line follows'
	echo "$separator"
	mail b3 ann@harbour.example 'x' | sed 's/$/\r/'
	echo
	echo "$separator"
	printf 'Content-Length: 99999\n'
	mail b4 ann@harbour.example 'a Content-Length that lies'
	echo
	body="quoted mail follows

$separator
From: nobody@nowhere.example
Message-ID: <inner@test.example>

$promise
"
	echo "$separator"
	printf 'Content-Length: %s\n' "${#body}"
	printf 'From: ann@harbour.example\nMessage-ID: <b5@test.example>\n\n'
	printf '%s' "$body"
	echo
	echo "$separator"
	mail b6 ann@harbour.example 'no final newline' | head -c -1
} >box
exits 0 'an mbox is read' import box
is "$out" '6 messages: 6 new, 0 known' 'and cut where its messages end'
sed 's/$/\r/' box | sed 's/@test/@crlf/' >crlf
exits 0 'one with CRLF too' import crlf
has "$out" '7 new' 'where a Content-Length that is wrong now says nothing'

# a folder of all of these
mkdir -p tree/a tree/b
cp box tree/a/archive
cp one.eml tree/b/1
cp -r md tree/b/md
cp zeros tree/b/picture.png
ln -s .. tree/b/loop
exits 0 'a folder of all of these is walked' import tree
is "$out" '10 messages: 0 new, 10 known' 'without end and without tmp'
has "$err" "'tree/b/picture.png' is not mail" 'with a word on what is none'

# What looks like a field is not always one.
echo 'root:x:0:0:root:/root:/bin/sh' >passwd
printf 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' >meeting.ics
run import passwd meeting.ics
is "$out" '0 messages: 0 new, 0 known' 'a table is no mail, nor is a calendar'
has "$err" "'meeting.ics' is not mail" 'and both are named'

# interrupted
perl -e 'for (1 .. 30000) {
	print "From a\@b.example Mon Mar  2 10:00:00 2026\n",
	"From: a\@b.example\nMessage-ID: <many.$_\@test.example>\n",
	"Subject: n $_\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\n",
	"Could you send me plan $_ by Friday?\n\n";
}' >many
# A shell lets its background jobs ignore SIGINT: undo that.
perl -e '$SIG{INT} = "DEFAULT"; exec @ARGV' "$RAPPORT" --now "$now" \
	import many >out 2>err &
pid=$!
begun() {
	sqlite3 -cmd '.timeout 9000' "$data/rapport.db" \
		"SELECT count(*) FROM message WHERE message_id LIKE 'many.%'"
}
while kill -0 "$pid" && [ "$(begun)" = 0 ]; do :; done
kill -INT "$pid"
wait "$pid"
is $? 75 'Ctrl-C ends an import'
has "$(cat err)" 'interrupted' 'with a word'
done=$(sed -n 's/^[0-9]* messages: \([0-9]*\) new.*/\1/p' out)
ok $((!(done > 0 && done < 30000))) 'in the middle'
head -n 280 many >some
exits 0 'it can be taken up again' import some
has "$out" '35 known' 'and what was done is there'

# damaged or locked stores
sqlite3 "$data/rapport.db" 'PRAGMA user_version = 9999'
exits 78 'a newer store is refused' import one.eml
has "$err" 'newer' 'and said to be one'

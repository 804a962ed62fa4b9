#!/bin/sh
# SPDX-License-Identifier: ISC
# What is in the ledger, seen by what to do, by week and by word.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 72
mara='Mara Lindqvist <mara@lindqvist.example>'
tom='Tomas Reyes <tomas@reyes.example>'
ann='Ann Sørensen <ann@sorensen.example>'

# sends WAY FROM TO ID DAY TEXT
sends() {
	printf '%s\n' "$6" | letter "$2" "$3" "Matter of $4" \
		"$5 Mar 2026 09:00:00 +0100" "$4@x.example" | deliver "$1"
}

# line PART: the number of the first line of $out with it.
line() {
	printf '%s\n' "$out" | grep -n -F -e "$1" | sed -n '1s/:.*//p'
}

# before PART PART NAME
before() {
	[ "$(line "$1")" -lt "$(line "$2")" ] 2>/dev/null
	ok $? "$3" || explain "$out"
}

setup
exits 0 'an empty ledger' list
is "$out" '' 'lists nothing'
exits 0 'has an agenda all the same' agenda
has "$out" 'nothing is due' 'which says so'
exits 0 'finds nothing' search crane
is "$out" '' 'silently'
run search --json crane
is "$out" '[]' 'or as an empty array'
exits 0 'and has no figures' stats
is "$out" '' 'to show'

sends incoming "$tom" "$mara" crane 'Mon, 02' \
	'I will send you the crane survey by Wednesday.'
sends outgoing "$mara" "$tom" permit 'Mon, 02' \
	'I will send you the harbour permit by Thursday.'
sends outgoing "$mara" "$ann" budget 'Mon, 02' \
	'I will send you the draft budget by March 11.'
sends incoming "$ann" "$mara" menu 'Mon, 02' \
	'I will send you the menu for the opening by March 20.'
sends incoming "$ann" "$mara" photo 'Mon, 02' \
	'Could you please send me a photo of the façade?'

run list
before 'permit' 'crane survey' 'mine that is late comes first'
before 'crane survey' 'draft budget' 'then theirs, before what is due'
before 'draft budget' 'the menu' 'what is next before what is later'
before 'the menu' 'façade' 'what has no date last'
has "$out" "rapport ack ID" 'each with what to do'
run list --theirs
lacks "$out" 'permit' 'the waiting-for list has nothing of mine'
has "$out" 'crane survey' 'but what I wait for'
run list --json
has "$out" '"state":"overdue"' 'JSON is one array as before'

exits 0 'the agenda' agenda
before 'Late' 'Week 11' 'begins with what is late'
before 'draft budget' 'Week 12' 'has each item in its week'
before 'Week 12' 'the menu' 'in order'
has "$out" 'Wednesday 11 March' 'with its day'
lacks "$out" 'façade' 'and nothing without a date'
run agenda --weeks 1
lacks "$out" 'the menu' 'as many weeks as wanted'
exits 64 'none is not a number of weeks' agenda --weeks 0
run agenda --with ann --json
lacks "$out" 'crane' 'with one person alone'

exits 0 'search' search HARBOUR
has "$out" 'permit' 'finds a word in any case'
run search facade
has "$out" 'façade' 'and without its accents'
run search surv
has "$out" 'crane' 'by its beginning'
run search sorensen menu
has "$out" 'menu' 'by person and word'
run search crane permit
is "$out" '' 'all words must be there'
run search '"budget draft"'
is "$out" '' 'words in quotes stand in that order'
run search -- send -crane
lacks "$out" 'crane' 'a minus leaves out'
has "$out" 'permit' 'and the rest stays'
run 'done' 2
run search permit
has "$out" 'permit' 'what is done is found'
run search --open permit
is "$out" '' 'unless only open items are wanted'
exits 0 'no operator of the index' search 'what:"x" OR (NEAR'
exits 64 'and no empty search' search
has "$(find "$data" -type f | sort)" 'rapport.db' 'the store is there'
lacks "$(sqlite3 "$data/rapport.db" .schema)" 'fts' \
	'and no index in it'
exits 0 'calm threads' threads --hot
sends outgoing "$mara" "$ann" ended 'Mon, 02' 'The paint is blue.'
letter "$ann" "$mara" 'Re: Matter of ended' '3 Mar 2026 09:00:00 +0100' \
	fine@x.example 'References: <ended@x.example>' <<EOF | deliver incoming
A fine colour it is.
EOF
run threads --ended
has "$out" 'Matter of ended' 'a thread in which nobody owes a step has ended'
lacks "$out" 'Matter of photo' 'unlike one in which somebody does'
lacks "$out" 'Matter of menu' 'or one that only one side wrote'
letter 'News <news@shop.example>' "$mara" 'Our shop' \
	'Tue, 03 Mar 2026 09:00:00 +0100' news@x.example 'Precedence: bulk' \
	<<EOF | deliver incoming
Everything must go.
EOF
run threads
lacks "$out" 'Our shop' 'what machines wrote is no thread to look at'
has "$out" 'Matter of menu' 'unlike what people wrote'

# on a terminal of 80 columns, with names that have more bytes than columns
terminal() {
	COLUMNS='' python3 - "$RAPPORT" --now "$now" "$@" <<'EOF'
import fcntl, os, pty, struct, sys, termios, unicodedata
pid, fd = pty.fork()
if not pid:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.execv(sys.argv[1], sys.argv[1:])
text = b""
while True:
    try:
        more = os.read(fd, 65536)
    except OSError:
        break
    if not more:
        break
    text += more
os.waitpid(pid, 0)
for line in text.decode().splitlines():
    cells = sum(0 if unicodedata.combining(c) else
        2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
    if cells > 80:
        print("too long:", end=" ")
    print(line)
EOF
}

now='2026-04-10T09:00:00+02:00'
long='Přemysl Čarnogurský-Müller z Horních Počernic 山田太郎 <p@cernice.example>'
for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
	sends incoming "$long" "$mara" "undated$n" 'Mon, 30' \
		"Could you please send me drawing number $n of the façade of the customs house and of everything that belongs to it?"
done
sends outgoing "$mara" "$long" due 'Mon, 30' \
	'I will send you the drawings of the façade of the customs house and of everything that belongs to it by 12 April 2026.'
sends outgoing "$mara" "$long" stale 'Mon, 02' 'I will send you the old plan by March 4.'
run brief cernice
lacks "$out" 'old plan' 'what is likely settled comes last'
has "$out" "and 4 more: 'rapport list --mine --with WHO'" 'with what is left out'
# A system without /dev/pts has none to show them on.
if python3 -c 'import pty; pty.openpty()' 2>/dev/null; then
	skip=
else
	skip=' # SKIP there are no terminals'
fi
sends outgoing "$mara" "$long" late 'Mon, 02' \
	'I will send you the new plan by 28 July 2026.'
for command in list threads people agenda 'search drawing' stats suggest \
	'brief cernice'; do
	# shellcheck disable=SC2086 # a command and its argument
	out=${skip:-$(terminal $command)}
	has "$out" ' ' "there is something to see of '$command'$skip"
	lacks "$out" 'too long' "80 columns hold '$command'$skip"
done
out=${skip:-$(terminal search zeppelin)}
is "$out" "${skip:-(nothing)}" "and are told that there is nothing$skip"
has "$(rapport list)" "without a date (10 of 12: 'rapport list --mine')" \
	'an overview has the newest of what has no date'
has "$(rapport list)" "Settled? 'rapport done ID' or 'drop ID' (2)" \
	'and last what is likely settled'
has "$(rapport list --presumed)" 'old plan' 'which --presumed has'
lacks "$(rapport list --presumed)" 'drawing number' 'alone'
has "$(rapport show "$(rapport list --json 'old plan' |
	sed -n 's/.*"id":\([0-9]*\).*/\1/p')")" \
	'settled?  likely since 2026-03-30' 'and show says since when'
is "$(rapport list --mine | grep -c 'drawing number')" 12 'and --mine has all'

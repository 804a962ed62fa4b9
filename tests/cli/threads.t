#!/bin/sh
# SPDX-License-Identifier: ISC
# Threads are those of notmuch for all letters that have references or are
# referred to, over a generated mailbox, imported whole and in ten pieces in
# other orders. MAILBOX=DIR compares a folder of mail of one's own instead.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

if ! command -v notmuch >/dev/null; then
	echo '1..0 # SKIP notmuch is not installed'
	exit 0
fi
plan 4
setup
mail=${MAILBOX:-$home/mail}
[ -n "${MAILBOX:-}" ] || perl "$SOURCE/tests/cli/threads.pl" "$mail"

# ---- notmuch's: "thread message-id", a line each

NOTMUCH_CONFIG=$home/notmuch-config
export NOTMUCH_CONFIG
printf '[database]\npath=%s\n[user]\nprimary_email=mara@lindqvist.example\n' \
	"$mail" >"$NOTMUCH_CONFIG"
notmuch new --quiet 2>"$home/notmuch-errors"
notmuch search --output=threads '*' | while read -r thread; do
	notmuch search --output=messages --exclude=false "$thread" |
		sed "s/^id:/$thread /"
done | sort -k 2 >"$home/theirs"

# Our threads, those that hang together by references alone: what goes by
# subject, people and time is ours to judge.
ours() {
	sqlite3 -separator ' ' "$data/rapport.db" "SELECT thread, message_id
		FROM message m WHERE refs<>'' OR message_id IN
		(SELECT message_id FROM reference)" | sort -k 2
}

# Pairs of neighbours that are together in one and apart in the other.
compare() {
	join -j 2 "$home/theirs" "$home/ours" | perl -we '
		my (%first, %theirs, %ours, $n);
		while (<>) {
			my ($id, $a, $b) = split;
			push @{$theirs{$a}}, [$id, $b];
			push @{$ours{$b}}, [$id, $a];
		}
		for (["apart here", \%theirs], ["together here", \%ours]) {
			my ($what, $threads) = @$_;
			for my $t (sort keys %$threads) {
				my %other;
				push @{$other{$_->[1]}}, $_->[0]
					for @{$threads->{$t}};
				next if keys %other < 2;
				my @ids = map { $other{$_}[0] } sort keys %other;
				print "$what: @ids\n";
			}
		}'
}

rapport --quiet import --incoming "$mail"
ours >"$home/ours"
count=$(join -j 2 "$home/theirs" "$home/ours" | wc -l)
[ "$count" -gt 0 ]
ok $? "$count letters have references or are referred to"
is "$(compare)" '' 'the same threads as notmuch'

cp "$home/theirs" "$home/kept"
sed 's/^[^ ]*/one/' "$home/kept" >"$home/theirs"
has "$(compare)" 'apart here' 'which others would not be'
cp "$home/kept" "$home/theirs"

rm "$data"/rapport.db*
rapport --quiet init --force --name "Mara Lindqvist" --address mara@lindqvist.example
find "$mail" -type f ! -path '*/.notmuch/*' | sort -t. -k2,2n -k1,1 >"$home/files"
for i in 7 2 9 0 5 3 8 1 6 4; do
	mkdir -p "$home/piece$i/new" "$home/piece$i/cur" "$home/piece$i/tmp"
	awk "NR % 10 == $i" "$home/files" | while read -r f; do
		cp "$f" "$home/piece$i/new/"
	done
	rapport --quiet import --incoming "$home/piece$i"
done
ours >"$home/ours"
is "$(compare)" '' 'and in any order of arrival'

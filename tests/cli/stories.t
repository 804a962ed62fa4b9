#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# Tells the stories of tests/stories to the program, each in other orders and
# with letters twice: the truth at the end is as the story says, and the
# ledger is the same each time. tests/stories/README.md has the notation.
use strict;
use warnings;
use File::Copy qw(copy);
use File::Temp qw(tempdir);
use JSON::PP;

my $rapport = $ENV{RAPPORT} or die "RAPPORT is not set\n";
my $source = $ENV{SOURCE} or die "SOURCE is not set\n";
my $orders = $ENV{STORY_ORDERS} // 1; # `make stories` takes 20
my @files = @ARGV ? @ARGV : sort glob "$source/tests/stories/*.story";

# One of so many orders is imported, the others delivered letter by letter.
my $IMPORTED = 3;

my %people = (
	me => 'Mia Berg <mia@home.example>',
	mia => 'Mia Berg <mia.berg@office.example>',
	tom => 'Tom Hill <tom@work.example>',
	ann => 'Ann Lee <ann@work.example>',
	bob => 'Bob Stone <bob@mill.example>',
	zoe => 'Zoe Marsh <zoe@coast.example>',
);
my %name = map { $people{$_} =~ /<(.*)>/ ? ($1 => $_) : () } keys %people;

my $home = tempdir(CLEANUP => 1);
@ENV{qw(HOME TZ LC_ALL)} = ($home, 'UTC', 'C.UTF-8');
delete @ENV{qw(XDG_CONFIG_HOME XDG_DATA_HOME RAPPORT_CONFIG)};
my $db = "$home/.local/share/rapport/rapport.db";

# ---- the notation

# "2 09:00" or "2": day of March 2026, a Sunday the 1st; 32 is 1 April.
sub stamp {
	my ($day, $time) = @_;
	my $month = $day > 31 ? 4 : $day < 1 ? 2 : 3;

	$day += $month == 4 ? -31 : $month == 2 ? 28 : 0;
	return (sprintf('2026-%02d-%02d', $month, $day), $time // '09:00');
}

sub date_header {
	my ($date, $time) = stamp(@_);
	my ($m, $d) = $date =~ /-(\d+)-(\d+)/;
	my $ordinal = $m == 4 ? $d + 31 : $m == 2 ? $d - 28 : $d;

	return sprintf '%s, %02d %s 2026 %s:00 +0000',
		(qw(Sun Mon Tue Wed Thu Fri Sat))[($ordinal - 1) % 7], $d,
		(qw(- Jan Feb Mar Apr))[$m], $time;
}

sub boxes {
	return join ', ', map { $people{$_} // die "who is '$_'?\n" }
		split /[ ,]+/, $_[0];
}

# A calendar part (RFC 5546): of REPLY and COUNTER the reader is the organizer.
sub calendar {
	my ($from, $to, $method, $uid, $day, $time, $sequence, $says) = @_;
	my ($organizer, $attendee) = ($from, $to);
	my ($date, $start) = stamp($day, $time);
	my $at = "${date}T$start" =~ s/[-:]//gr;

	($organizer, $attendee) = ($to, $from)
		if $method eq 'REPLY' || $method eq 'COUNTER';
	$says //= 'NEEDS-ACTION';
	return join "\r\n", 'BEGIN:VCALENDAR', 'VERSION:2.0',
		'PRODID:-//story//EN', "METHOD:$method", 'BEGIN:VEVENT',
		"UID:$uid\@story.example", 'SEQUENCE:' . ($sequence // 0),
		'DTSTAMP:20260301T090000Z', "DTSTART:${at}00Z",
		'DURATION:PT30M', "SUMMARY:Call about $uid",
		'ORGANIZER:mailto:' . address($organizer),
		(map { "ATTENDEE;PARTSTAT=$says:mailto:" . address($_) }
			split /, /, $attendee),
		'END:VEVENT', 'END:VCALENDAR', '';
}

sub address {
	return $people{$_[0]} =~ /<(.*)>/ ? $1 : die "who is '$_[0]'?\n";
}

sub letter {
	my ($line) = @_;
	my ($head, $subject, @options) = split /\s*\|\s*/, $line;
	my ($id, $day, $time, $from, $to, $cc) = $head =~
		m{^(\S+) (-?\d+) (\d\d:\d\d) (\w+) > ([\w, ]+?)(?: / ([\w, ]+))?$}
		or die "cannot read '$line'\n";
	my %l = (id => $id, out => $from eq 'me', body => '', headers => [
		"From: $people{$from}", 'To: ' . boxes($to),
		$cc ? 'Cc: ' . boxes($cc) : (), "Subject: $subject",
		'Date: ' . date_header($day, $time),
		"Message-ID: <$id\@story.example>"]);

	for (@options) {
		if (/^< (.*)/) {
			push @{$l{headers}}, 'References: ' . join ' ',
				map { "<$_\@story.example>" } split ' ', $1;
		} elsif (/^file (.*)/) {
			$l{file} = $1;
		} elsif (/^calendar (.*)/) {
			$l{calendar} = calendar($from, $to, split ' ', $1);
		} elsif ($_ eq 'in' || $_ eq 'out') {
			$l{out} = $_ eq 'out';
		} elsif (/^[A-Z][\w-]+: /) {
			push @{$l{headers}}, $_;
		} else {
			die "unknown option '$_'\n";
		}
	}
	unshift @{$l{headers}}, 'Return-Path: <x@relay.example>' if !$l{out};
	return \%l;
}

sub bytes {
	my ($l) = @_;
	my $text = $l->{body};

	return join "\n", @{$l->{headers}}, 'MIME-Version: 1.0',
		'Content-Type: multipart/alternative; boundary="part"', '',
		'--part', 'Content-Type: text/plain', '', $text, '--part',
		'Content-Type: text/calendar; charset=utf-8', '',
		"$l->{calendar}\n--part--\n"
		if $l->{calendar};
	return join("\n", @{$l->{headers}}, '', $text) if !$l->{file};
	return join "\n", @{$l->{headers}}, 'MIME-Version: 1.0',
		'Content-Type: multipart/mixed; boundary="part"', '', '--part',
		'Content-Type: text/plain', '', $text, '--part',
		"Content-Type: application/pdf; name=\"$l->{file}\"",
		"Content-Disposition: attachment; filename=\"$l->{file}\"",
		'Content-Transfer-Encoding: base64', '', 'JVBERi0xLjQK',
		"--part--\n";
}

sub read_stories {
	my ($file) = @_;
	my (@stories, $story, $part);

	open my $in, '<', $file or die "cannot open '$file': $!\n";
	while (<$in>) {
		chomp;
		next if /^#/;
		if (/^story: (.*)/) {
			$story = {name => $1, letters => [], truth => [],
				now => '9', do => [], suggest => [], threads => [],
				expect_threads => 0, expect_suggest => 0};
			push @stories, $story;
		} elsif (/^now (\d+)(?: (\d\d:\d\d))?$/) {
			$story->{now} = join 'T', stamp($1, $2);
			$part = $story->{truth};
		} elsif (/^do (.*)/) {
			push @{$story->{do}}, $1;
		} elsif (/^(suggest|threads)$/) {
			$part = $story->{$1};
			$story->{"expect_$1"} = 1;
		} elsif (/^\t(.*)/) {
			if (ref $part eq 'ARRAY') {
				push @$part, $1;
			} else {
				$part->{body} .= "$1\n";
			}
		} elsif (/\S/) {
			$part = letter($_);
			push @{$story->{letters}}, $part;
		} elsif (ref $part eq 'HASH') {
			$part->{body} .= "\n" if $part->{body} ne '';
		}
	}
	return @stories;
}

# ---- telling

sub rapport {
	my ($now, @arguments) = @_;
	my $pid = open my $out, '-|';

	die "cannot fork: $!\n" if !defined $pid;
	if (!$pid) {
		exec $rapport, '--quiet', '--now', "${now}:00Z", @arguments or
			die "cannot run $rapport: $!\n";
	}
	local $/ = undef;
	my $text = <$out>;
	close $out or die "rapport @arguments failed with $?\n";
	return $text // '';
}

sub deliver {
	my ($now, $l) = @_;

	open my $to, '|-', $rapport, '--quiet', '--now', "${now}:00Z",
		'filter', $l->{out} ? '--outgoing' : '--incoming'
		or die "cannot run $rapport: $!\n";
	print $to bytes($l);
	close $to or die "rapport filter failed with $?\n";
}

sub import_letters {
	my ($now, @letters) = @_;
	my $file = "$home/letters.mbox";

	open my $to, '>', $file or die "cannot write '$file': $!\n";
	for my $l (@letters) {
		my $text = bytes($l) =~ s/^From /> From /gmr;
		print $to "From story Mon Mar  2 09:00:00 2026\n$text\n";
	}
	close $to;
	rapport($now, 'import', $file);
}

# An empty store, made once.
sub start {
	if (!-e "$home/empty.db") {
		rapport('2026-03-01T09:00', 'init', '--name', 'Mia Berg',
			'--address', 'mia@home.example', '--address',
			'mia.berg@office.example');
		copy($db, "$home/empty.db") or die "cannot copy: $!\n";
	}
	# The rules that a delivery made ready say nothing of any letter.
	unlink grep { $_ ne "$db.rules" } glob "$db*";
	copy("$home/empty.db", $db) or die "cannot copy: $!\n";
	chmod 0600, $db;
}

sub sql {
	open my $out, '-|', 'sqlite3', $db, $_[0] or die "no sqlite3: $!\n";
	local $/ = undef;
	my $text = <$out>;
	close $out or die "sqlite3 failed\n";
	return $text // '';
}

# Replaces "WORDS" by the number of the item that has them.
sub run_command {
	my ($line) = @_;
	my ($day, $time, $command) = $line =~ /^(\d+)(?: (\d\d:\d\d))?: (.*)/
		or die "cannot read 'do $line'\n";

	$command =~ s{"([^"]*)"}{
		sql("SELECT id FROM item WHERE hidden=0 AND what LIKE '%$1%'")
			=~ s/\s+//gr
	}ge;
	rapport(join('T', stamp($day, $time)), split ' ', $command);
}

# Everything that follows from the mail, whatever its numbers are.
sub ledger {
	return sql(<<'SQL');
SELECT 'thread', group_concat(id, ' ') FROM
 (SELECT thread, message_id AS id FROM message ORDER BY message_id)
 GROUP BY thread ORDER BY 2;
SELECT m.message_id, i.sentence, i.kind, i.owner, a.addr, i.what, i.due_s,
 i.due_text, i.first_s, i.state, i.snoozed_s, i.closed_s, i.accepted,
 i.nudges, i.nudged_s, i.confidence FROM item i
 JOIN message m ON m.id=i.message LEFT JOIN address a ON a.id=i.who
 WHERE hidden=0 ORDER BY 1, 2, 3;
SELECT m.message_id, i.sentence, i.kind, e.kind, e.at_s, e.text, e.due_s,
 x.message_id FROM event e JOIN item i ON i.id=e.item
 JOIN message m ON m.id=i.message LEFT JOIN message x ON x.id=e.message
 WHERE hidden=0 AND void=0 ORDER BY 1, 2, 3, e.at_s, e.position, e.kind;
SQL
}

# ---- truth

sub day_of {
	my ($due) = @_;
	my ($m, $d, $hm) = $due =~ /^\d+-(\d+)-(\d+)T(\d\d:\d\d)/;

	$d += 31 if $m == 4;
	return $d + 0;
}

sub items {
	my ($now) = @_;
	my $items = decode_json(rapport($now, 'list', '--all', '--json'));

	return map {
		my $who = $name{$_->{who}{address}} // $_->{who}{address};
		{line => join(' ', $_->{state}, $_->{kind}, $_->{owner}, $who,
			defined $_->{due} ? 'due ' . day_of($_->{due}) : (),
			$_->{conflict} ? 'or ' . day_of($_->{conflict}) : (),
			$_->{presumed} ? 'likely settled' : ()),
		what => $_->{what}}
	} sort { $a->{created} cmp $b->{created} or $a->{id} <=> $b->{id} }
		grep { $_->{confidence} >= 0.5 } @$items;
}

# Each expected line is met by one item, and none is left.
sub differences {
	my ($story) = @_;
	my @got = items($story->{now});
	my @wrong;

	for my $line (@{$story->{truth}}) {
		my ($want, $words) = $line =~ /^(.*?)(?: "(.*)")?$/;
		my ($i) = grep {
			$got[$_]{line} eq $want && (!defined $words ||
				index($got[$_]{what}, $words) >= 0)
		} 0 .. $#got;

		if (defined $i) {
			splice @got, $i, 1;
		} else {
			push @wrong, "wanted: $line" if $line ne 'nothing';
		}
	}
	push @wrong, map { "got: $_->{line} \"$_->{what}\"" } @got;
	push @wrong, suggest_differences($story) if $story->{expect_suggest};
	push @wrong, thread_differences($story) if $story->{expect_threads};
	return @wrong;
}

sub suggest_differences {
	my ($story) = @_;
	my $list = decode_json(rapport($story->{now}, 'suggest', '--json'));
	my @got = map { "$_->{kind} " . ($name{$_->{who}{address}} // '?') }
		@$list;
	my $got = join "\n", sort @got;
	my $want = join "\n", sort grep { $_ ne 'nothing' } @{$story->{suggest}};

	return $got eq $want ? () : ("suggested: $got", "not: $want");
}

sub thread_differences {
	my ($story) = @_;
	my $list = decode_json(rapport($story->{now}, 'threads', '--json'));
	my @got = map {
		$_->{subject} . ': ' . $_->{messages} .
			($_->{next} ? " next $_->{next}" : '')
	} @$list;
	my $got = join "\n", sort @got;
	my $want = join "\n", sort @{$story->{threads}};

	return $got eq $want ? () : ("threads: $got", "not: $want");
}

# ---- orders

# A small generator: the same orders in every run.
my $seed;
sub roll {
	$seed = ($seed * 1664525 + 1013904223) % 2**32;
	return ($seed >> 8) % $_[0];
}

sub shuffle {
	my @letters = @_;

	push @letters, map { $_[roll(scalar @_)] } 1 .. roll(@_ + 1);
	for (my $i = @letters; $i > 1; $i--) {
		my $k = roll($i);
		@letters[$i - 1, $k] = @letters[$k, $i - 1];
	}
	return @letters;
}

sub tell_story {
	my ($story, $way, @letters) = @_;

	start();
	if ($way eq 'deliver') {
		deliver($story->{now}, $_) for @letters;
	} else {
		my $half = roll(scalar @letters);
		import_letters($story->{now}, @letters[0 .. $half]);
		import_letters($story->{now},
			@letters[$half + 1 .. $#letters])
			if $half < $#letters;
	}
	run_command($_) for @{$story->{do}};
}

my @stories = map { read_stories($_) } @files;
my $n = 0;

$| = 1;
print '1..', 2 * @stories, "\n";
for my $story (@stories) {
	my @letters = @{$story->{letters}};
	my (@wrong, $first, $other);

	$seed = 7;
	tell_story($story, 'deliver', @letters);
	@wrong = differences($story);
	$first = ledger();
	print @wrong ? 'not ok ' : 'ok ', ++$n, " - $story->{name}\n";
	print map { s/^/#   /gmr . "\n" } @wrong;
	for my $i (1 .. $orders) {
		my @order = shuffle(@letters);

		tell_story($story,
			($i + $n) % $IMPORTED ? 'deliver' : 'import', @order);
		# Whatever is looked at: meetings that are over become talks.
		rapport($story->{now}, 'list');
		my $ledger = ledger();
		next if $ledger eq $first;
		$other = "order $i: " . join(' ', map { $_->{id} } @order) .
			"\n$ledger";
		last;
	}
	print defined $other ? 'not ok ' : 'ok ', ++$n,
		" - ... in any order", $orders ? '' : ' # SKIP no others told',
		"\n";
	print map { s/^/#   /gmr . "\n" } "$first", $other
		if defined $other;
}

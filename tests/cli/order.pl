#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# order.pl DIR N: writes N letters of two months to DIR, a file each, named by
# date. Promises are kept, put off and talked about under other subjects, by
# people with two addresses, weeks later: what one letter does depends on many
# others. The same N gives the same bytes.
#
# order.pl: what 'rapport list --all --json' says on stdin, a line an item,
# without the numbers that tell the order of arrival.
use strict;
use warnings;
use JSON::PP;

if (!@ARGV) {
	local $/ = undef;
	my (%first, @lines);
	my $json = JSON::PP->new->canonical;
	my @items = @{$json->decode(<STDIN>)};

	for my $it (@items) {
		my $old = \$first{$it->{thread}};
		$$old = $it->{message_id}
			if !defined $$old || $it->{message_id} lt $$old;
	}
	for my $it (@items) {
		delete $it->{id};
		$it->{thread} = $first{$it->{thread}};
		push @lines, $json->encode($it);
	}
	print map { "$_\n" } sort @lines;
	exit;
}

my ($dir, $n) = @ARGV;
my $mara = ['Mara Lindqvist', 'mara@lindqvist.example'];
my @people = (
	['Ana Ortiz', 'ana@harbour.example', 'ana.ortiz@home.example'],
	['Bo Lindgren', 'bo@mill.example', 'bo.lindgren@home.example'],
	['Cy Dunnett', 'cy@field.example'],
	['Dora Falk', 'dora@print.example'],
);
my @things = ('harbour survey', 'crane manual', 'printing invoice',
	'garden layout', 'training schedule', 'timber catalogue',
	'heating checklist', 'lease agreement');
my @texts = (
	("I will send you the %s by Friday.") x 3,
	"I'll get the %s to you next week.",
	("Could you please send me the %s by Thursday?") x 2,
	'Please review the %s by next Tuesday.',
	('Attached is the %s.') x 3,
	'I sent the %s this morning.',
	'Thank you for sending the %s.',
	'I need until Wednesday for the %s, sorry.',
	'Never mind about the %s, it is not needed any more.',
	'Can we have a call on Wednesday at 3pm about the %s?',
	'It was good talking to you on the phone about the %s.',
	'I will be out of the office until Monday the 20th.',
	'Thanks, that is fine.',
	'Yes, will do.',
	'There is no news of any kind here.',
);
my @days = qw(Sun Mon Tue Wed Thu Fri Sat);
my $seed = 5;
my $minutes = 8 * 60; # since Monday, 1 September 2025
my @threads;

sub roll {
	$seed = ($seed * 1664525 + 1013904223) % 2**32;
	return ($seed >> 8) % $_[0];
}

sub date {
	my $day = int($minutes / 1440);
	return sprintf '%s, %02d %s 2025 %02d:%02d:00 +0200',
		$days[($day + 1) % 7], $day < 30 ? $day + 1 : $day - 29,
		$day < 30 ? 'Sep' : 'Oct', $minutes / 60 % 24, $minutes % 60;
}

for my $i (0 .. $n - 1) {
	$minutes += 40 + roll(int(2 * 55 * 1440 / $n) - 80);
	my $thread = @threads && roll(2) ? $threads[-1 - roll(
			@threads > 20 ? 20 : scalar @threads)] : undef;
	if (!$thread) {
		$thread = {who => $people[roll(scalar @people)], ids => [],
			subject => "Matter $i"};
		push @threads, $thread;
	}
	my ($name, @addrs) = @{$thread->{who}};
	my $them = [$name, $addrs[roll(3) ? 0 : -1]];
	my $out = roll(2);
	my ($from, $to) = $out ? ($mara, $them) : ($them, $mara);
	my $thing = $things[roll(scalar @things)];
	my $text = $texts[roll(scalar @texts)] =~ s{%s}{$thing}r;
	my $file = $text =~ /\AAttached/ && roll(2) ? $thing =~ s/ /-/r : '';
	my $first = $to->[0] =~ s/ .*//r;
	my $id = sprintf '<order.%03d@test.example>', $i;
	my @head = ("From: $from->[0] <$from->[1]>", "To: $to->[0] <$to->[1]>",
		'Subject: ' . (@{$thread->{ids}} ? 'Re: ' : '') .
			$thread->{subject},
		'Date: ' . date(), "Message-ID: $id", 'MIME-Version: 1.0');
	push @head, "References: @{$thread->{ids}}" if @{$thread->{ids}};
	push @{$thread->{ids}}, $id;
	my $body = "Hello $first,\n\n$text\n";
	if ($file) {
		push @head, 'Content-Type: multipart/mixed; boundary=b';
		$body = "--b\n\n$body\n--b\nContent-Type: application/pdf\n" .
			"Content-Disposition: attachment; " .
			"filename=$file.pdf\n\nx\n--b--\n";
	}
	my $path = sprintf '%s/%03d.%s', $dir, $i, $out ? 'out' : 'in';
	open my $f, '>:raw', $path or die "cannot create '$path': $!\n";
	print {$f} join("\n", @head), "\n\n", $body;
	close $f or die "cannot write '$path': $!\n";
}

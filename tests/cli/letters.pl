#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# letters.pl DIR [N]: writes N (200) messages to DIR, one a file. Every kind of
# bytes that mail comes with is there; the same N gives the same bytes.
use strict;
use warnings;

my ($dir, $n) = @ARGV;
$n //= 200;
my @people = ('Ana Ortiz <ana@harbour.example>',
	'"Bo, Lin" <bo@mill.example>', 'cy@field.example');
my @texts = (
	"Could you send me the plan by Friday?\n",
	"I will call the printers tomorrow.\n",
	"Thanks, that is all I need.\n",
	"The draft is attached.\n\nLet me know what you think.\n",
	"Sorry, I need until next Wednesday for the numbers.\n",
);

sub head {
	my ($i, @more) = @_;
	my $who = $people[$i % @people];
	my $day = 2 + $i % 26;
	my $time = sprintf '%02d:%02d', $i % 24, $i % 60;
	return join("\n", "From: $who", 'To: mara@lindqvist.example',
		"Subject: About plan " . $i % 40,
		sprintf('Date: Mon, %02d Feb 2026 %s:00 +0100', $day, $time),
		"Message-ID: <letter.$i\@test.example>", @more) . "\n\n";
}

sub mime {
	my ($i, $type, $body, @more) = @_;
	return head($i, 'MIME-Version: 1.0', "Content-Type: $type", @more) .
		$body;
}

# Each takes the number and the text, and gives the message.
my @kinds = (
	sub { head($_[0]) . $_[1] },
	sub { (head($_[0]) . $_[1]) =~ s/\n/\r\n/gr },
	sub { (head($_[0]) . $_[1]) =~ s/\n\z//r },
	sub { (head($_[0]) . $_[1]) =~ s/\n/\r\n/gr =~ s/\r\n\z//r },
	sub { "From ana\@harbour.example Mon Feb  2 09:00:00 2026\n" .
		head($_[0]) . $_[1] },
	sub { head($_[0]) . "A NUL: \0.\n$_[1]" },
	sub { head($_[0], "X-Eight: \xe4\xff") . "\xe9\xe8 latin\n$_[1]" },
	sub { head($_[0]) . "From here on it is different.\n.\n..\n$_[1]" },
	sub { head($_[0]) . 'x' x 5000 . "\n$_[1]" },
	sub { head($_[0]) . "$_[1]\n\n\n \t\n" },
	sub { head($_[0]) =~ s/\n\n\z/\n/r },
	sub { mime($_[0], 'text/html; charset=utf-8',
		"<p>$_[1]</p>\n<blockquote>old</blockquote>\n") },
	sub { mime($_[0], 'multipart/mixed; boundary="b=_1"',
		"--b=_1\n\n$_[1]--b=_1\n" .
		"Content-Type: application/pdf; name=plan.pdf\n" .
		"Content-Transfer-Encoding: base64\n\n" .
		"JVBERi0x\n" x 200 . "--b=_1--\n") },
	sub { mime($_[0], 'multipart/mixed; boundary="never"', $_[1]) },
	sub { mime($_[0], 'multipart/mixed; boundary="\""', $_[1]) },
	sub { mime($_[0], 'text/plain; charset=utf-8',
		"Gr=C3=BC=C3=9Fe\n$_[1]",
		'Content-Transfer-Encoding: quoted-printable') },
	sub { head($_[0], 'References: <letter.0@test.example>',
		'In-Reply-To: <letter.0@test.example>') .
		"On Monday Mara wrote:\n> Can you come?\n\nYes.\n$_[1]" },
	sub { head($_[0], 'X-Folded: one', "\ttwo", '  three') . $_[1] },
	sub { head($_[0], 'a line that is no header') . $_[1] },
	sub { head($_[0], 'X-Rapport-Status: recorded') . $_[1] },
);

for my $i (0 .. $n - 1) {
	my $text = $texts[int($i / @kinds) % @texts];
	my $path = sprintf '%s/%04d.eml', $dir, $i;
	open my $out, '>:raw', $path or die "cannot create '$path': $!\n";
	print {$out} $kinds[$i % @kinds]->($i, $text);
	close $out or die "cannot write '$path': $!\n";
}

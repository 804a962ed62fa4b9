#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# archive.pl FILE...: adds to each letter as many words as people write, of a
# vocabulary as wide as theirs: the word of rank r is used 1/r as often as the
# first, as in any language. What is trained with such letters is as large as
# after some weeks of use.
use strict;
use warnings;

my $VOCABULARY = 30_000;
my $WORDS = 150; # of a letter
my @syllables = map { my $c = $_; map { "$c$_" } qw(a e i o u) }
	qw(b d f g k l m n p r s t v z);

sub word {
	my ($rank) = @_;
	my $word = '';

	for (my $n = $rank + @syllables; $n > 0; $n = int($n / @syllables)) {
		$word .= $syllables[$n % @syllables];
	}
	return $word;
}

srand 1; # the same letters each time
for my $file (@ARGV) {
	open my $out, '>>', $file or die "cannot open '$file': $!\n";
	for (1 .. $WORDS / 10) {
		print {$out} join(' ', map {
			word(int exp(rand() * log $VOCABULARY))
		} 1 .. 10), "\n";
	}
	close $out or die "cannot write '$file': $!\n";
}

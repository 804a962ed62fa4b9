#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# same.pl BEFORE AFTER: exits 0 when AFTER is BEFORE, byte for byte, with at
# most X-Rapport headers put in as one run: after a leading "From " line if
# there is one, else first.
use strict;
use warnings;

my ($before, $after) = map {
	open my $in, '<:raw', $_ or die "cannot open '$_': $!\n";
	local $/ = undef;
	<$in> // '';
} @ARGV;
my $eol = $before =~ /\A[^\n]*\r\n/ ? "\r\n" : "\n";
my $first = $before =~ /\A(From [^\n]*\n)/ ? $1 : '';
my $rest = substr $before, length $first;

exit 0 if $after eq $before;
exit 1 if $after !~ s/\A\Q$first\E//;
exit 1 if $after !~ s/\A(?:X-Rapport-[A-Za-z]+: [^\r\n]*\Q$eol\E)+//;
exit($after eq $rest ? 0 : 1);

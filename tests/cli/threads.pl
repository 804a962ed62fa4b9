#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# threads.pl DIR [N]: writes N (60) conversations to DIR/new and DIR/cur of a
# Maildir, as References tie them together in the wild: whole and cut short,
# In-Reply-To alone or with words around it, folded, parents that are missing,
# letters that join two conversations, replies before their parents, the same
# letter twice. The same N gives the same bytes.
use strict;
use warnings;

my ($dir, $n) = @ARGV;
$n //= 60;
mkdir $_ or die "cannot make '$_': $!\n" for $dir, map { "$dir/$_" }
	qw(cur new tmp);

my @people = ('Ana Ortiz <ana@harbour.example>', 'Bo Lin <bo@mill.example>',
	'Cy Dunn <cy@field.example>', 'Mara Lindqvist <mara@lindqvist.example>');
my @words = qw(tide table survey harbour crane budget plan fair stand paint);
my $seed = 11;
my $written = 0;

sub roll {
	$seed = ($seed * 1664525 + 1013904223) % 2**32;
	return ($seed >> 8) % $_[0];
}

sub put {
	my ($l) = @_;
	my $file = sprintf '%s/%s/%06d.%d.test', $dir, roll(2) ? 'new' : 'cur',
		roll(1_000_000), ++$written;

	$file .= ':2,S' if $file =~ m{/cur/};
	open my $out, '>', $file or die "cannot write '$file': $!\n";
	print $out "Return-Path: <x\@relay.example>\n",
		map({ "$_: $l->{$_}\n" } grep { defined $l->{$_} }
		qw(From To Subject Date Message-ID In-Reply-To References)),
		"\n$l->{body}\n";
	close $out;
}

# The References of a reply, as clients make them.
sub refer_to {
	my ($l, $parent, $kind) = @_;
	my @refs = (@{$parent->{refs}}, $parent->{id});

	if ($kind == 0) { # in reply to, alone
		$l->{'In-Reply-To'} = "<$parent->{id}>";
		@refs = ($parent->{id});
	} elsif ($kind == 1) { # with words
		$l->{'In-Reply-To'} = "Message of \"Mon, 2 Feb 2026\" " .
			"from Ana <ana\@harbour.example>\n\t<$parent->{id}>";
		$l->{References} = join "\n ", map { "<$_>" } @refs;
	} elsif ($kind == 2) { # cut short: the first and the last two
		@refs = @refs[0, -2, -1] if @refs > 3;
		$l->{References} = join ' ', map { "<$_>" } @refs;
	} elsif ($kind == 3) { # without blanks between
		$l->{References} = join '', map { "<$_>" } @refs;
		$l->{'In-Reply-To'} = "<$parent->{id}>";
	} else {
		$l->{References} = join "\n\t", map { "<$_>" } @refs;
		$l->{'In-Reply-To'} = "<$parent->{id}>";
	}
	$l->{refs} = [@refs];
}

my @roots;
for my $c (1 .. $n) {
	my @thread;
	my $topic = join ' ', map { $words[roll(scalar @words)] } 1 .. 2;

	for my $i (0 .. roll(9)) {
		my $day = 1 + ($c + $i) % 27;
		my %l = (From => $people[roll(4)], To => $people[roll(4)],
			Subject => ($i ? 'Re: ' : '') . "About the $topic $c",
			Date => sprintf('%02d Feb 2026 %02d:%02d:00 +0100', $day,
				8 + $i % 12, $c % 60),
			id => "c$c.l$i\@threads.example", refs => [],
			body => "Letter $i of conversation $c.");

		$l{'Message-ID'} = "<$l{id}>";
		$l{Subject} = "Quite another matter $c" if $i && !roll(8);
		refer_to(\%l, $thread[roll(scalar @thread)], roll(6)) if @thread;
		# One that joins this conversation and an earlier one.
		if (@roots && $i && !roll(30)) {
			my $other = $roots[roll(scalar @roots)];

			$l{References} = "<$other->{id}> " .
				($l{References} // "<$thread[-1]{id}>");
		}
		push @thread, \%l;
		push @roots, \%l if !$i;
	}
	for my $l (@thread) {
		put($l) if $l != $thread[0] || roll(5); # parents are missing
		put($l) if !roll(20);                   # and letters come twice
	}
}

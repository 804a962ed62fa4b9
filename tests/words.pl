#!/usr/bin/perl
# SPDX-License-Identifier: ISC
# words.pl: tells every string of the layers that read, detect and resolve
# which is a word or a phrase of a language in rules/. There must be none:
# what a language says belongs into its files. Comments are passed over.
# A string is looked at as a whole and word by word; one of many words is a
# complaint, which is for who writes rules, and only looked at as a whole.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);

# Names that formats have, by file: of mail (RFC 5322, 2045, 2183, 3834, what
# mailers put into zones and HTML), of charsets, and of rule files.
my %format = (
	'filter/mail/address.c' => 'in',
	'filter/mail/body.c' => 'start attachment subject',
	'filter/mail/charset.c' => 'ks ms le be',
	'filter/mail/compose.c' =>
		'mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct
		nov dec from to cc subject message-id in-reply-to references mime-version attachment',
	'filter/mail/date.c' =>
		'utc gmt wet est edt cst cdt mst mdt pst pdt ast bst cet mez cest mesz
		eet eest msk hkt sgt jst kst aest aedt',
	'filter/mail/embedded.c' => 'end attachment',
	'filter/mail/encode.c' => 'from',
	'filter/mail/fields.c' =>
		'from sender resent-from reply-to return-path delivered-to message-id
		references in-reply-to received date subject to cc',
	'filter/mail/folder.c' => 'sent',
	'filter/mail/forward.c' => 'from date subject to cc',
	'filter/mail/guard.c' => 'content-type',
	'filter/mail/header.c' =>
		'from to cc bcc subject date message-id in-reply-to references reply-to
		sender received return-path delivered-to mime-version x-mailer',
	'filter/mail/html.c' => 'if br lt',
	'filter/mail/html_style.c' => 'br dir dl hr pre tr ul android reply all',
	'filter/mail/kind.c' =>
		'list-unsubscribe received return-path delivered-to content-type no',
	'filter/mail/part.c' =>
		'content-type content-transfer-encoding yes attachment',
	'filter/mail/subject.c' => 're',
	'filter/mail/tags.c' => 'br tr pre ul hr paragraph np lt',
	'filter/engine/advise.c' => 'hello',
	'filter/rule/dates.c' => 'weekday month day time half too no an',
	'filter/rule/examples.c' => 'should not',
	'filter/rule/format.c' => 'from ok sender previous subject too who',
	'filter/rule/literals.c' => 'is',
	'filter/rule/reading.c' => 'wrote on quoting months disclaimer an too',
	'filter/rule/ruleset.c' =>
		'is has in date first last to cc who by past reply forward yours
		attachment',
);
my %word;

sub add {
	for my $form (@_) {
		my $w = lc $form;
		$w =~ s/[.?^]+$//;
		$word{$w} = 1 if $w =~ /\p{L}.*\p{L}/;
	}
}

for my $file (glob('rules/*/*')) {
	open my $in, '<', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	$text =~ s/^#.*\n//gm;
	$text =~ s/\n[ \t]+/ /g;
	for (split /\n/, $text) {
		if ($file =~ /reading\.lang$/ && /^\S+\s+(.*)/) {
			add(map { s/^\s+|\s+$//gr } split /\|/, $1);
		} elsif (/^word \S+ (?!- )\S+ (.*)/) { # "-": what stands beside times
			my $forms = $1;
			add($1) while $forms =~ s/"([^"]*)"//;
			add(split ' ', $forms);
		} elsif (/^common (.*)/) {
			add(split ' ', $1);
		}
	}
}
die "no words in rules/\n" if keys %word < 500;

my $bad = 0;
for my $file (glob('filter/{mail,when,engine,rule}/*.c')) {
	open my $in, '<', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	my $lines = 0;
	$text =~ s{/\*.*?\*/}{$& =~ s/[^\n]//gr}gse;
	$text =~ s/^#.*$//gm;
	while ($text =~ /"((?:[^"\\\n]|\\.)*)"/g) {
		my $string = lc $1;
		my $line = 1 + (substr($text, 0, $-[0]) =~ tr/\n//);
		my @parts = split /[^\p{L}'-]+/, $string;
		@parts = () if @parts >= 4;
		unshift @parts, $string;
		for my $part (@parts) {
			next unless $word{$part};
			next if grep { $_ eq $part }
				split ' ', $format{$file} // '';
			print "$file:$line: \"$1\" holds '$part', a word of rules/\n";
			$bad++;
			last;
		}
	}
}
exit($bad > 0);

#!/bin/sh
# SPDX-License-Identifier: ISC
# Which of my addresses a letter was meant for, when To does not say it.
. "$SOURCE/tests/cli/lib.sh"
plan 5

setup

# draft FIELD: who answers a request that came to an alias with that field.
draft() {
	rm -rf "$data"
	printf '%s\n' 'From: Anna Berg <anna@berg.example>' "$1" \
		'To: Office <office@shop.example>' \
		'Subject: Offer' 'Message-ID: <one@berg.example>' \
		'Date: Mon, 2 Mar 2026 10:00:00 +0100' '' \
		'Hi Mara,' '' 'Can you please send me the offer by Wednesday?' |
		deliver incoming
	id=$(rapport list --json | sed 's/.*"id":\([0-9]*\).*/\1/')
	rapport ack "$id" | sed -n 's/^From: .*<\(.*\)>.*/\1/p'
}

second=mara.lindqvist@quayside.example

is "$(draft 'X-Nothing: x')" mara@lindqvist.example \
	'without a trace the first address answers'
is "$(draft "Delivered-To: $second")" "$second" \
	'Delivered-To tells the address that answers'
is "$(draft "X-Original-To: $second")" "$second" 'and so does X-Original-To'
is "$(draft "Envelope-To: <$second>")" "$second" 'and Envelope-To'
is "$(draft "Resent-To: Mara <$second>")" "$second" \
	'and Resent-To, when it was sent on'

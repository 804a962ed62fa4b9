#!/bin/sh
# SPDX-License-Identifier: ISC
# Stores and files that are not what they should be: an error each, no harm.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 26
setup
db="$data/rapport.db"

exits 0 'doctor finds a new set-up in order' doctor
has "$out" 'no incoming mail yet' 'and notes what never came'
lacks "$out" PROBLEM 'which is no problem'
letter ann@harbour.example mara@lindqvist.example Plan \
	'Mon, 2 Mar 2026 10:00:00 +0100' ask.1@harbour.example <<'END' |
Could you send me the plan by Friday?
END
	deliver incoming
has "$(rapport doctor)" 'incoming mail, the last of 2026-03-02' \
	'it says when mail last came in'
now='2026-04-09T09:00:00+01:00'
has "$(rapport doctor)" 'no incoming mail for 38 days' 'and that it ceased'
now='2026-03-09T09:00:00+01:00'

# a damaged store
cp "$db" "$home/keep"
head -c 5000 /dev/zero | tr '\0' 'x' >"$db"
before=$(cksum <"$db")
exits 65 'a damaged store is an error' list
has "$err" "$db" 'which names it'
exits 65 'for doctor too' doctor
has "$out" PROBLEM 'which calls it a problem'
is "$(cksum <"$db")" "$before" 'looking changes nothing'

# another program's, and a newer one
rm "$db"
sqlite3 "$db" 'CREATE TABLE mine (x); PRAGMA application_id = 7'
before=$(cksum <"$db")
exits 78 "another program's database is refused" list
rapport filter </dev/null
printf 'Subject: x\n\nx\n' | rapport filter 2>/dev/null
is "$(cksum <"$db")" "$before" 'and never touched'
rm "$db"
cp "$home/keep" "$db"
sqlite3 "$db" 'PRAGMA user_version = 9999'
exits 78 'a newer store is refused' list
has "$err" 'newer' 'and called so'
cp "$home/keep" "$db"

# no store, no folder, no permission
rm "$db"
exits 66 'no store is an error' list
mkdir "$db"
exits 78 'a folder for a store too' list
rmdir "$db"
exits 0 'flush makes the store anew' flush
exits 78 'a configuration that is not there is an error' \
	-c "$home/nowhere" doctor
cp "$config" "$home/lacking"
printf 'calendar %s/nowhere.ics\nlanguage xx\n' "$home" >>"$home/lacking"
exits 78 'what the configuration names and is not there' \
	-c "$home/lacking" doctor
has "$out" "cannot open '$home/nowhere.ics'" 'is a problem: a calendar'
has "$out" "no rules for your language, 'xx'" 'or a language'

# rules
mkdir -p "$home/.config/rapport/rules/en"
printf 'rule\nfrobnicate x\n' >"$home/.config/rapport/rules/en/own.rules"
run doctor
has "$out" 'own.rules:' 'doctor names the place of a bad rule'
ok $((code == 0)) 'and its status tells'
letter ann@harbour.example mara@lindqvist.example Plan \
	'Mon, 2 Mar 2026 10:00:00 +0100' ask.2@harbour.example <<'END' |
Could you send me the plan by Friday?
END
	rapport filter 2>"$home/stderr"
is $? 0 'mail is recorded all the same'
has "$(rapport list 2>/dev/null)" 'plan' 'by the other rules'
rm -r "$home/.config/rapport/rules"

RAPPORT_CONFIG=/dev/null
export RAPPORT_CONFIG
exits 78 'an empty configuration is an error' list

#!/bin/sh
# SPDX-License-Identifier: ISC
# rapport rules train: labels in, weights and what they are worth out.
. "$SOURCE/tests/cli/lib.sh"
plan 23

# Sentences: "good" asks, "bad" does not.
mine="$home/.config/rapport/rules/en"
mkdir -p "$mine"
cat >"$mine/mine.rules" <<'EOF_RULES'
request GOOD /\bquux\b/i
score GOOD 2.2
request BAD /\bquuz\b/i
score BAD 2.2
EOF_RULES
i=0
while [ $i -lt 60 ]; do
	printf '%s\trequest\tYes\tThe quux it is, %s.\n' "a$i.1" "$i"
	printf '%s\trequest\tNo\tThe quuz it is, %s.\n' "b$i.1" "$i"
	i=$((i + 1))
done >"$home/s.tsv"

run rules train "$home/s.tsv"
is "$code" 0 'sentences train' || explain "$err"
has "$out" '0 messages, 120 sentences' 'and are counted'
has "$out" 'request: weights' 'weights that are better are said to be'
has "$out" 'commitment: the scores are better' \
	'where nothing was labelled the scores are'
weights="$mine/95-weights.rules"
good=$(sed -n 's/^weight GOOD request \(.*\) from 2.2$/\1/p' "$weights")
bad=$(sed -n 's/^weight BAD request \(.*\) from 2.2$/\1/p' "$weights")
ok "$(awk "BEGIN { print !($good > 2.2 && $bad < 2.2 && $bad > 0) }")" \
	'the weights are written for the user, with their signs'
first=$(cat "$weights")
run rules train "$home/s.tsv"
is "$(cat "$weights")" "$first" 'the same labels give the same weights'
run rules check
is "$out" 'no complaints' 'the weights are read'
run rules list
has "$out" "GOOD                     request +$(printf %.2f "$good")" \
	'and stand in for scores'
echo 'score GOOD 3' >"$mine/zz-later.rules"
run rules list
has "$out" 'GOOD                     request +3.00' \
	'a score that is changed holds'
run rules check
has "$out" '1 weights lapsed' 'and that is said'
rm "$mine/zz-later.rules"

run rules train --check "$home/s.tsv"
has "$out" 'Calibration in sentences' 'what is there can be judged'
is "$(cat "$weights")" "$first" 'and is left as it is'

# Messages: one by its fields, one by its file.
mkdir "$home/mail"
printf 'From: a@example.org\nTo: b@example.org\nSubject: y\n\n%s\n' \
	'I shall send the tender on Monday. It rains.' >"$home/mail/1.eml"
cat >"$home/m.jsonl" <<'EOF_MAIL'
{"id": "1", "from": "a@example.org", "to": "b@example.org", "subject": "x", "date": "Mon, 2 Mar 2026 10:00:00 +0100", "body": "Could you send me the key?\nThanks!"}
{"id": "2", "file": "mail/1.eml"}
EOF_MAIL
cat >"$home/m.labels.jsonl" <<'EOF_LABELS'
{"id": "2", "bulk": false, "acts": [{"sentence": "I shall send the tender on Monday.", "act": "commitment", "strength": "clear"}]}
{"id": "1", "bulk": false, "acts": [{"sentence": "Could you send me the key?", "act": "request", "strength": "clear"}]}
EOF_LABELS
run rules train --check "$home"/m*.jsonl
is "$code" 0 'messages are read with the labels beside them' || explain "$err"
has "$out" '2 messages, 0 sentences' 'by fields and by file'
has "$out" 'commitment  messages       1' 'and their acts are found'

printf 'x\tfrobnicate\tYes\tDo it.\nx\trequest\tYes\n' >"$home/bad.tsv"
cat "$home/s.tsv" >>"$home/bad.tsv"
run rules train --check "$home/bad.tsv"
has "$err" "bad.tsv:1:1: a line is ID, act" 'a bad line is complained about'
has "$err" "bad.tsv:2:1: a line is ID, act" 'each'
has "$out" '120 sentences' 'and skipped'
exits 64 'a language without rules is a usage error' \
	rules train --language xx "$home/s.tsv"
exits 65 'in a language without labels there is nothing to train' \
	rules train --language de "$home/m.jsonl"
exits 66 'labels that are not there are an error' rules train "$home/no.tsv"
exits 64 'no labels at all are a usage error' rules train
exits 64 'so is a file of another kind' rules train "$home/mail/1.eml"

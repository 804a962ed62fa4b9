#!/bin/sh
# SPDX-License-Identifier: ISC
# rapport rules: the shipped rules pass their examples, the user's override.
. "$SOURCE/tests/cli/lib.sh"
plan 15

run rules test
is "$code" 0 'every example of the shipped rules holds' || explain "$out"
has "$out" ' 0 failed; 0 rules without one' 'and each rule has one'
run rules check
is "$code" 0 'the shipped rules give no complaint' || explain "$err"
for language in en de; do
	cat "$SOURCE/rules/$language/"*.rules |
		sed -n 's/^describe \([A-Z_0-9]*\) .*/\1/p' | sort | uniq -d
done >"$home/twice"
is "$(cat "$home/twice")" '' 'and none of them replaces another'
run rules list
has "$out" 'I_WILL_DO' 'rules are listed'
has "$out" 'commitment +' 'with their scores'

mine="$home/.config/rapport/rules/en"
mkdir -p "$mine"
cat >"$mine/mine.rules" <<'EOF'
request SHIP_IT /\bship it\b/i
score SHIP_IT 4
describe SHIP_IT our way to ask for a release
test SHIP_IT ok Ship it!
test SHIP_IT fail The ship sails.
score I_WILL_DO 0
score I_WILL 0
EOF
run rules test
is "$code" 0 "the user's own rules are tested too"
scan() {
	rapport scan --lines --json --date 2026-03-02T10:00:00+01:00
}
has "$(echo 'Ship it' | scan)" '"rules":["SHIP_IT"]' 'and take effect'
lacks "$(echo 'I shall prepare it.' | scan)" commitment \
	'a score of nothing switches a rule off'

echo 'test SHIP_IT ok Sell it!' >>"$mine/mine.rules"
run rules test
is "$code" 65 'an example that fails is an error'
has "$out" 'mine.rules:8: SHIP_IT: should match: Sell it!' 'at its place'

echo 'request BAD /(/' >"$home/bad.rules"
run rules check "$home/bad.rules"
is "$code" 78 'a bad pattern is an error of configuration'
has "$err" 'bad.rules:1:13: rule BAD:' 'at its place'
exits 66 'a missing file is an error' rules check "$home/none.rules"
exits 64 'an unknown word is a usage error' rules frobnicate

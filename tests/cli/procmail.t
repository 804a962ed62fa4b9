#!/bin/sh
# SPDX-License-Identifier: ISC
# The real procmail delivers messages through the filter as a tap and with
# --passthrough. What arrives is compared byte for byte with what arrives
# without it, and with cat in its place: procmail itself ends filtered mail
# with an empty line.
# RAPPORT_LETTERS says how many (200).
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

if ! command -v procmail >/dev/null; then
	echo '1..0 # SKIP procmail is not installed'
	exit 0
fi
plan 8
setup
n=${RAPPORT_LETTERS:-200}
mkdir "$home/letters" "$home/box"
perl "$SOURCE/tests/cli/letters.pl" "$home/letters" "$n"

# rc NAME RECIPE: a procmail configuration that ends in $home/box/NAME.N/.
rc() {
	{
		echo 'SHELL=/bin/sh'
		echo "DEFAULT=$home/box/$1.\$N/"
		echo "LOGFILE=$home/$1.log"
		printf '%s\n' "$2"
	} >"$home/$1.rc"
}

# deliver_all NAME [sort option]
deliver_all() {
	find "$home/letters" -name '*.eml' | sort ${2:+"$2"} |
		while IFS= read -r file; do
			number=${file##*/}
			procmail N="${number%.eml}" "$home/$1.rc" <"$file" ||
				echo "$file"
		done
}

# differing NAME REFERENCE: what arrived other than in the reference.
differing() {
	for f in "$home"/letters/*.eml; do
		number=${f##*/}
		number=${number%.eml}
		cat "$home/box/$2.$number"/new/* >"$home/want"
		cat "$home/box/$1.$number"/new/* >"$home/got"
		if [ "$1" = tap ]; then
			cmp -s "$home/want" "$home/got"
		else
			perl "$SOURCE/tests/cli/same.pl" "$home/want" \
				"$home/got"
		fi || echo "$number"
	done
}

ledger() {
	rapport list --all --json | sed 's/},{"id":/}\n{"id":/g' |
		sed 's/"id":[0-9]*,//; s/"thread":[0-9]*,//; s/^\[//; s/]$//' |
		sort
}

rc plain ''
rc cat ':0 fw
| cat'
# procmail sets HOME from the password file.
rc tap ":0 cw
| $RAPPORT -c $config --db $data/rapport.db --now $now filter --incoming"
rc pass ":0 fw
| $RAPPORT -c $config --db $data/rapport.db --now $now filter --incoming \\
	--passthrough"

deliver_all plain
deliver_all cat
is "$(deliver_all tap)" '' "procmail delivers $n messages through the tap"
is "$(differing tap plain)" '' 'and not a byte is changed'
once=$(ledger)
ok "$([ -n "$once" ]; echo $?)" 'the ledger has something'
is "$(deliver_all pass)" '' 'procmail delivers them with --passthrough'
is "$(differing pass cat)" '' 'and at most X-Rapport headers are added'
is "$(ledger)" "$once" 'a second delivery changes nothing in the ledger'
is "$(cat "$home/tap.log" "$home/pass.log" | grep -c -i 'fail\|rapport:')" \
	0 'the log has no failure'

rm -r "$data" "$home/box" "$config"
mkdir "$home/box"
setup
deliver_all tap -r >/dev/null
is "$(ledger)" "$once" 'the other order gives the same ledger'

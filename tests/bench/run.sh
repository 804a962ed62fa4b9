#!/bin/sh
# SPDX-License-Identifier: ISC
# run.sh BUILD: CPU time of one delivered message, against bogofilter with a
# trained database where that is installed, and where it goes; then reading
# and detection alone, of the sample and of BENCH_MAIL, and whether the
# prefilter changes what is found there. ROUNDS (200).
# The message is like much mail that people write: 8.5 KB, of which 2 KB are
# the header, 2.3 KB new text with a promise, a request and a meeting (people
# write one or two of these in a letter), and the rest quoted letters.
set -eu
build=${1:?usage: run.sh BUILD}
rounds=${ROUNDS:-200}
here=$(dirname "$0")
rapport=$build/rapport
message=$here/message.eml
home=$(mktemp -d /tmp/rapport-bench.XXXXXX)
trap 'rm -rf "$home"' EXIT
HOME=$home
export HOME
unset XDG_CONFIG_HOME XDG_DATA_HOME RAPPORT_CONFIG

# Both know some months of mail: bogofilter's FAQ asks for several thousand
# messages to train it with.
mkdir "$home/letters"
perl "$here/../cli/letters.pl" "$home/letters" "${LETTERS:-3000}"
perl "$here/archive.pl" "$home"/letters/*.eml
"$rapport" --quiet init --name 'Mara Lindqvist' --address mara@lindqvist.example
"$rapport" --quiet import "$home/letters" 2>"$home/log"
set -- true "$rapport --version" \
	"$rapport --quiet filter --passthrough --incoming"
if command -v bogofilter >/dev/null; then
	mkdir "$home/bogo"
	for f in "$home"/letters/*.eml; do
		case $f in
		*[02468].eml) kind=ham ;;
		*) kind=spam ;;
		esac
		{
			echo 'From x@y.example Thu Jan  1 00:00:00 1970'
			cat "$f"
			echo
		} >>"$home/$kind.mbox"
	done
	bogofilter -d "$home/bogo" -M -n <"$home/ham.mbox"
	bogofilter -d "$home/bogo" -M -s <"$home/spam.mbox"
	set -- "bogofilter -d $home/bogo -p -e" "$@"
fi

echo "CPU of a process with its children: median of $rounds rounds, and of the"
echo 'ratios to the first line:'
"$build/bench/cpu" "$rounds" "$message" "$@"
echo
echo 'CPU of the stages of a delivery, inside the process:'
"$build/bench/stages" "$rounds" "$message" "$home/.local/share/rapport/rapport.db" \
	"$build/rules" mara@lindqvist.example

# Reading and detection alone; fewer rounds of many messages.
alone() {
	echo
	echo "CPU a message, and ratios in their group: $1"
	"$build/bench/analysis" "$2" "$build/rules" "$1"
}
alone "$here/../sample" 40
[ -n "${BENCH_MAIL-}" ] || exit 0
alone "$BENCH_MAIL" 5
echo
echo 'The same with the prefilter and without, in:'
case $BENCH_MAIL in
/*) ;;
*) BENCH_MAIL=$PWD/$BENCH_MAIL ;;
esac
SOURCE=$here/../.. "$build/unit/test_prefilter" "$BENCH_MAIL" 2>&1 |
	grep -e messages -e ERROR -e error -e PASSED -e FAILED

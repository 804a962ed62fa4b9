#!/bin/sh
# SPDX-License-Identifier: ISC
# Setting up: the configuration, the store, and what is wrong with either.
# shellcheck source=tests/cli/lib.sh
. "$SOURCE/tests/cli/lib.sh"

plan 41
db="$data/rapport.db"

exits 78 'without a configuration, commands say so' list
has "$err" 'rapport init --address' 'and how to make one'
exits 64 'init needs an address' init </dev/null
has "$err" '--address' 'and asks for it only on a terminal'
for a in '' ann '@x' 'ann@' 'a b@x' 'Ann <ann@x>' 'a@x,b@x'; do
	exits 64 "'$a' is not an address" init --address "$a"
done
exits 64 'a name has no line breaks' init --address a@x --name 'a
sendmail evil'
is "$(find "$home" -name config)" '' 'none of which wrote anything'

exits 0 'init works' init --name 'Mara Öst' --address Mara@Lindqvist.example \
	--address mara@work.example
has "$out" "$config" 'and says what it wrote'
has "$(cat "$config")" 'name Mara Öst' 'the name is there'
has "$(cat "$config")" 'address mara@work.example' 'and every address'
is "$(stat -c %a "$config" "$db" "$data" | tr '\n' ' ')" '600 600 700 ' \
	'for the user alone'
exits 0 'the store is there' list
is "$err" '' 'and the configuration without fault'
sed 's/^#\([a-z]\)/\1/' "$config" >"$home/all"
exits 0 'every line that is commented out is right' -c "$home/all" list
is "$err" '' 'without complaint'

before=$(cksum <"$config")
exits 73 'a second init overwrites nothing' init --address other@x.example
has "$err" '--force' 'but says how it would'
is "$(cksum <"$config")" "$before" 'indeed'
exits 0 '--force does' init --force --address other@x.example
has "$(cat "$config")" 'other@x.example' 'it'
exits 0 '-c and --db say where' -c "$home/c/conf" --db "$home/d/e/my.db" \
	init --address me@x.example
ok "$([ -f "$home/c/conf" ] && [ -f "$home/d/e/my.db" ]; echo $?)" \
	'and folders are made'
exits 73 'a folder that cannot be made is an error' -c "$home/all/x/conf" \
	init --address me@x.example
has "$err" "$home/all" 'which is named'

# wrong lines
cat >"$home/wrong" <<'END'
address me@x.example
frobnicate 12
threshold 1.5
workdays mon-frei
hours 18:00-9:00
grace
 many
barrage 0
address nobody
END
exits 0 'wrong lines do not stop a command' -c "$home/wrong" list
for c in "wrong:2:1: there is no keyword 'frobnicate'" \
	"wrong:3:11: 'threshold' takes" "wrong:4:10: 'mon-frei' is no day" \
	"wrong:5:7: 'hours' takes" "wrong:6:7: 'grace' takes" \
	"wrong:8:9: 'barrage' takes" \
	"wrong:9:9: 'nobody' is not a mail address"; do
	has "$err" "$home/$c" "but: $c"
done
printf 'name Me\n' >"$home/nobody"
exits 78 'a configuration without an address is useless' \
	-c "$home/nobody" list
has "$err" 'names no address' 'and says so'

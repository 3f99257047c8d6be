#!/usr/bin/env bash
# ./dev with apt-get and dpkg-query played by others: what it installs, when, and what it says.
# usage: dev_test.sh PROJECT
set -euo pipefail
project=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"

# The players: a package is installed if it is listed in the file; apt-get notes what it is asked.
cat >"$scratch/bin/dpkg-query" <<EOF
#!/bin/sh
for package; do :; done
grep -qx -- "\$package" "$scratch/installed" && echo 'install ok installed'
EOF
cat >"$scratch/bin/apt-get" <<EOF
#!/bin/sh
echo "\$*" >>"$scratch/asked"
[ ! -e "$scratch/broken" ] || { echo 'E: no network'; exit 100; }
EOF
printf '#!/bin/sh\necho 0\n' >"$scratch/bin/id"
chmod +x "$scratch"/bin/*

check() { # what, condition...
    local what=$1
    shift
    "$@" || { echo "not so: $what"; cat "$scratch/said"; exit 1; }
    echo "$what"
}
dev() { PATH="$scratch/bin:$PATH" TMPDIR=$scratch "$project/dev" "$@" >"$scratch/said" 2>&1; }
said() { grep -q -- "$1" "$scratch/said"; }
asked() { grep -q -- "$1" "$scratch/asked"; }

: >"$scratch/installed"
: >"$scratch/asked"
check "setup installs what is missing" dev setup
check "it names the packages before" said 'dev:     cmake g++ ninja-build '
check "it refreshes the lists first" asked ' update$'
check "it asks for no recommended packages" asked 'install --no-install-recommends cmake g++ '
check "the reference programs are among them" asked ' hledger ledger '

tr ' ' '\n' <"$scratch/asked" | grep -v '^-' >"$scratch/installed"
: >"$scratch/asked"
check "setup succeeds when all is there" dev setup
check "it asks apt for nothing then" test ! -s "$scratch/asked"
check "it says so" said 'everything is installed'

sed -i '/^hledger$/d' "$scratch/installed"
check "setup installs one missing package" dev setup
check "and only that one" asked 'install --no-install-recommends hledger$'

touch "$scratch/broken"
check "a failing apt fails setup" eval '! dev setup'
check "its last words are shown" said 'E: no network'

check "help succeeds" dev help
check "help names the command demo" said '^  demo '
check "an unknown command fails" eval '! dev frobnicate'
check "and is named" said 'no such command: frobnicate'

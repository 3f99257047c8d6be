#!/usr/bin/env bash
# What a dearer or cheaper sauna brings: its price from -30% to +50%, one csv on standard output.
# Usage: sweep.sh BOOK [CELLBOOK]
set -euo pipefail

usage() {
    echo "usage: sweep.sh BOOK [CELLBOOK]"
    echo "the sauna's price from -30% to +50% in steps of 10, as csv:"
    echo "change_percent and the columns of whatif, for the sauna's figures and households' welfare"
}
if [[ ${1:-} == -h || ${1:-} == --help ]]; then
    usage
    exit 0
fi
if (($# < 1 || $# > 2)); then
    usage >&2
    exit 2
fi
book=$1
cellbook=${2:-cellbook}
if [[ ! -e $book ]]; then
    echo "sweep.sh: there is no $book; examples/san-pedro/whole/book makes one" >&2
    exit 1
fi
if ! command -v "$cellbook" > /dev/null; then
    echo "sweep.sh: there is no program $cellbook" >&2
    exit 1
fi

# Whole or nothing: a csv that stops in the middle would look finished.
scratch=$(mktemp)
trap 'rm -f "$scratch"' EXIT
for percent in -30 -20 -10 +0 +10 +20 +30 +40 +50; do
    header=$([[ -s $scratch ]] || echo yes)
    "$cellbook" -f "$book" whatif --set "price.sauna=$percent%" --draws 0 -O csv |
        awk -F, -v percent="${percent#+}" -v header="$header" '
            NR == 1 { if (header) print "change_percent," $0; next }
            $1 ~ /^product\.sauna\./ || $1 == "households.ev" { print percent "," $0 }
        ' >> "$scratch"
done
cat "$scratch"

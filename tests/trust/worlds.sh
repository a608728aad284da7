#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The laws on random worlds, and some of these worlds through mgz itself.
#
#     tests/trust/worlds.sh [--worlds N] [--seed S] [--through M] [--record]
#
# N worlds of at most 500 regions from seed S on (500 from 1); M of at most 60 regions through mgz
# (12). One world again: build/ci/tests/laws/random_worlds --only SEED [--largest 60]. Needs a build
# (MGZ_BUILD, else build/ci) with the targets mgz and random_worlds, and python3-gdal.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${MGZ_BUILD:-$root/build/ci}
worlds=500 seed=1 through=12 record=no
while [ $# -gt 0 ]; do
    case $1 in
        --worlds) worlds=$2; shift ;;
        --seed) seed=$2; shift ;;
        --through) through=$2; shift ;;
        --record) record=yes ;;
        *) sed -n '3,9p' "$0" >&2; exit 2 ;;
    esac
    shift
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$build/tests/laws/random_worlds" --worlds "$worlds" --first "$seed" --summary "$work/laws.json"
seeds=$(seq "$seed" $((seed + through - 1)))
# shellcheck disable=SC2086  # several words
/usr/bin/python3 "$here/worlds_outputs.py" --random-worlds "$build/tests/laws/random_worlds" \
    --mgz "$build/tools/mgz" $seeds > "$work/outputs.json" || { cat "$work/outputs.json"; exit 1; }
python3 "$here/worlds_record.py" "$work/laws.json" "$work/outputs.json" "$worlds" "$seed" "$record"

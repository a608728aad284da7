#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Every reader under libFuzzer with AddressSanitizer and UndefinedBehaviorSanitizer (tests/fuzz).
#
#   tests/trust/fuzz.sh [--seconds S] [--jobs N] [--record] [TARGET...]
#
# Gives each target S seconds (60), N at a time (2); no TARGET means all. What makes a reader crash,
# hang or eat memory is kept in build/fuzz/found/ and ends the campaign with an error: mend the
# reader, then move the file to tests/fuzz/crashes/TARGET/ under a name that tells. The inputs that
# reached new code stay in build/fuzz/grown/ for the next time. They are tried first, within the S
# seconds: a target that got no further, on a slow or busy machine, has tried nothing new, and that
# is an error too.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=60 jobs=2 record=no targets=()
while [ $# -gt 0 ]; do
    case $1 in
    --seconds) seconds=$2 && shift 2 ;;
    --jobs) jobs=$2 && shift 2 ;;
    --record) record=yes && shift ;;
    -*) sed -n '3,12p' "$0" >&2 && exit 2 ;;
    *) targets+=("$1") && shift ;;
    esac
done
if [ ${#targets[@]} -eq 0 ]; then
    for folder in tests/fuzz/corpus/*/; do targets+=("$(basename "$folder")"); done
fi

command -v clang++-14 >/dev/null || { echo "fuzz: clang++-14 is not installed" >&2 && exit 1; }
cmake --preset fuzz --log-level=WARNING >/dev/null
out=build/fuzz
cmake --build --preset fuzz --parallel 2 >$out/build.log || { tail -40 $out/build.log >&2 && exit 1; }

program=$out/tests/fuzz/mgz_fuzz
mkdir -p $out/found $out/grown $out/logs
TMPDIR=$(mktemp -d /dev/shm/mgz-fuzz.XXXXXX)  # what a crash leaves behind goes with it
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
{ MGZ_FUZZ_TARGET=words $program; cat tests/fuzz/words.dict; } >$out/words.dict

# One target, to its end; libFuzzer's own status.
fuzz_one() {
    local target=$1
    mkdir -p "$out/grown/$target" "tests/fuzz/crashes/$target"
    MGZ_FUZZ_TARGET=$target $program \
        -max_total_time="$seconds" -rss_limit_mb=2560 -timeout=20 -max_len=16384 \
        -detect_leaks=0 -print_final_stats=1 -dict=$out/words.dict \
        -artifact_prefix="$out/found/$target-" \
        "$out/grown/$target" "tests/fuzz/corpus/$target" "tests/fuzz/crashes/$target" \
        >"$out/logs/$target" 2>&1
}

faults=0
for ((first = 0; first < ${#targets[@]}; first += jobs)); do
    running=()
    for target in "${targets[@]:first:jobs}"; do
        fuzz_one "$target" &
        running+=("$target:$!")
    done
    for one in "${running[@]}"; do
        if ! wait "${one#*:}"; then
            faults=$((faults + 1))
            echo "fuzz: ${one%:*} broke; see $out/logs/${one%:*} and $out/found/" >&2
        fi
    done
done
rmdir tests/fuzz/crashes/* 2>/dev/null || true

lines=()
for target in "${targets[@]}"; do
    log=$out/logs/$target
    tries=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    edges=$(grep -o 'cov: [0-9]*' "$log" | tail -1 | grep -o '[0-9]*' || true)
    files=$({ find "tests/fuzz/crashes/$target" -type f 2>/dev/null || true; } | wc -l)
    seeds=$(sed -n 's/^INFO: seed corpus: files: \([0-9]*\).*/\1/p' "$log")
    if [ "${tries:-0}" -le $((${seeds:-0} + 1)) ]; then
        faults=$((faults + 1))
        echo "fuzz: $target had no time beyond its ${seeds:-0} seeds; give more seconds" >&2
    fi
    printf '%-10s %10s tries, %6s edges reached, %2s earlier finds tried\n' \
        "$target" "${tries:-?}" "${edges:-?}" "$files"
    lines+=("reader: $target"
        "${tries:-0} tries in $seconds s, ${edges:-0} edges reached, $files earlier finds tried"
        "no crash, no hang, no broken promise"
        "tests/trust/fuzz.sh --seconds $seconds $target")
done
[ $faults -eq 0 ] || { echo "fuzz: $faults readers broke or had no time" >&2 && exit 1; }
if [ $record = yes ]; then tests/trust/record.py fuzz "Fuzzing" "${lines[@]}"; fi

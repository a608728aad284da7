#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The fast tests under AddressSanitizer with UndefinedBehaviorSanitizer, and under ThreadSanitizer
# (clang, with archer, which knows OpenMP); a run of the program under valgrind.
#     tests/trust/sanitizers.sh [--record] [address] [thread] [valgrind]     all three unless named
# Any finding ends it with status 1; each keeps a record of its own. Half an hour on two cores, most of it building.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cd -- "$root"
jobs=$(nproc)
record=0
chosen=()
for word in "$@"; do
    case $word in
        --record) record=1 ;;
        address | thread | valgrind) chosen+=("$word") ;;
        *) sed -n '3,6s/^# //p' "$0" >&2; exit 2 ;;
    esac
done
[[ ${#chosen[@]} -gt 0 ]] || chosen=(address thread valgrind)

# keep NAME WHAT MEASURED OUTCOME: prints it, and keeps it as a record of its own.
keep()
{
    printf '%s: %s: %s\n' "$2" "$3" "$4"
    [[ $record -eq 0 ]] || tests/trust/record.py "sanitizers_$1" "Sanitizers: $1" "$2" "$3" "$4" \
        "tests/trust/sanitizers.sh $1"
}

# passed PRESET [CTEST ARGUMENT]...: builds it, runs its fast tests, prints "N of N tests".
passed()
{
    local summary
    cmake --preset "$1" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=8 --log-level=WARNING >&2 || return 1
    cmake --build --preset "$1" --parallel "$jobs" -- -k 0 >&2 || return 1
    ctest --test-dir "build/$1" -L fast --parallel "$jobs" --output-on-failure "${@:2}" >"build/$1/fast.log" ||
        { tail -n 60 "build/$1/fast.log" >&2; return 1; }
    summary=$(grep -E 'tests passed' "build/$1/fast.log")
    [[ $summary =~ 0\ tests\ failed\ out\ of\ ([0-9]+) ]] || return 1
    printf '%s tests\n' "${BASH_REMATCH[1]}"
}

for what in "${chosen[@]}"; do
    case $what in
        address)
            export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
            export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
            export LSAN_OPTIONS=print_suppressions=0:suppressions=$root/tests/trust/lsan.supp
            count=$(passed asan-ubsan)
            keep address "AddressSanitizer, UndefinedBehaviorSanitizer, leaks" "$count" "no finding"
            ;;
        thread)
            # The short form of fuzzing limits the address space, which this one needs all of.
            archer=$(find /usr/lib/llvm-* -name libarcher.so | sort | head -n 1)
            count=$(OMP_TOOL_LIBRARIES=$archer OMP_NUM_THREADS=4 \
                TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1" passed tsan -E '^fuzz: ')
            keep thread "ThreadSanitizer with archer, 4 threads" "$count" "no race"
            ;;
        valgrind)
            # The release program itself; leaks that it causes count as errors.
            cmake --preset release --log-level=WARNING >&2
            cmake --build --preset release --target mgz --parallel "$jobs" >&2
            folder=$(mktemp -d)
            OMP_NUM_THREADS=1 valgrind --quiet --error-exitcode=9 --leak-check=full \
                --errors-for-leak-kinds=definite --suppressions=tests/trust/valgrind.supp \
                build/release/tools/mgz run baseline --to 2004 --set output.map_year=2004 \
                --set 'output.years=[2003, 2004]' --set output.cell_m=2000 --replicates 1 \
                --threads 1 -o "$folder/out" >/dev/null
            rm -rf "$folder"
            keep valgrind "valgrind memcheck, a run of two years with all outputs" "1 run" "no error, no leak"
            ;;
    esac
done

#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Static analysis of all sources of the program: clang-tidy after .clang-tidy, cppcheck, shellcheck.
#     tests/trust/analysis.sh [--record]
# Any warning ends it with status 1. Some twenty minutes on two cores.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cd -- "$root"
jobs=$(nproc)
sources=$(git ls-files 'geo/*.cpp' 'sim/*.cpp' 'tools/*.cpp')
count=$(wc -l <<<"$sources")

# Each file by itself: a unity build would hide what a file lacks.
cmake --preset dev -DCMAKE_UNITY_BUILD=OFF --log-level=WARNING >/dev/null
# The flags are those of g++, of which clang does not know all.
faults=0
xargs -P "$jobs" -n 4 clang-tidy-14 -p build/dev --quiet --warnings-as-errors='*' \
    --extra-arg=-Wno-unknown-warning-option <<<"$sources" 2>/dev/null || faults=$((faults + 1))
cppcheck --project=build/dev/compile_commands.json -j "$jobs" --quiet --error-exitcode=1 \
    --std=c++20 --enable=warning,performance,portability --inline-suppr \
    --suppressions-list=tests/trust/cppcheck.supp --file-filter='geo/*' \
    --file-filter='sim/*' --file-filter='tools/*' || faults=$((faults + 1))
mapfile -t scripts < <(git ls-files '*.sh' .ci/run)
shellcheck -x -P SCRIPTDIR -S warning "${scripts[@]}" || faults=$((faults + 1))
[[ $faults -eq 0 ]] || { echo "analysis: $faults of 3 programs found something" >&2 && exit 1; }

if [[ ${1:-} == --record ]]; then
    tests/trust/record.py analysis "Static analysis" \
        "clang-tidy 14, checks and reasons in .clang-tidy" "$count files" "no warning" \
        "tests/trust/analysis.sh" \
        "cppcheck: warning, performance, portability" "$count files" "no warning" \
        "tests/trust/analysis.sh" \
        "shellcheck" "${#scripts[@]} scripts" "no warning" "tests/trust/analysis.sh"
fi

#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Lines and branches of geo and sim that the tests reach (gcov, gcovr).
#     tests/trust/coverage.sh [--record] [CTEST ARGUMENT]...      tests labelled fast or cli unless told
# Branches that only an exception takes are left out: every call in C++ has one. What is not reached
# stands in build/coverage/uncovered.txt. Half an hour on two cores.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cd -- "$root"
jobs=$(nproc)
record=0
[[ ${1:-} == --record ]] && { record=1; shift; }
# Every program that was counted writes its counts into the build folder when it ends: tests that watch
# what is written, refuse it or look for the build folder in the program would see that.
chosen=(-L '^(fast|cli)$'
    -E '^cli: (what the program may do|a machine that refuses|an installation|an output folder)')
[[ $# -gt 0 ]] && chosen=("$@")

cmake --preset coverage --log-level=WARNING >/dev/null
cmake --build --preset coverage --parallel "$jobs"
find build/coverage -name '*.gcda' -delete
ctest --test-dir build/coverage --parallel "$jobs" --output-on-failure "${chosen[@]}"
gcovr --root . --object-directory build/coverage --filter 'geo/' --filter 'sim/' \
    --exclude-throw-branches --exclude-unreachable-branches -j "$jobs" \
    --exclude-directories '.*CompilerId.*' \
    --json-summary build/coverage/summary.json --txt build/coverage/uncovered.txt build/coverage
lines=()
for part in geo sim; do
    measured=$(python3 - "$part" build/coverage/summary.json <<'PYTHON'
import json
import sys
part, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    files = [at for at in json.load(file)["files"] if at["filename"].startswith(part + "/")]
def share(what):
    reached = sum(at[what + "_covered"] for at in files)
    of = sum(at[what + "_total"] for at in files)
    return f"{100 * reached / of:.1f}% of {of:,} {'lines' if what == 'line' else 'branches'}"
print(share("line") + ", " + share("branch"))
PYTHON
    )
    lines+=("$part" "$measured" "what is not reached, and why, stands below" "tests/trust/coverage.sh")
done
if [[ $record -eq 1 ]]; then
    tests/trust/record.py coverage "Coverage" "${lines[@]}"
else
    printf '%s\n' "${lines[@]}"
fi

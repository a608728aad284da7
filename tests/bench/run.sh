#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Prints how long the long things take: the least of five runs each, and where the tests keep a
# clear version how many times longer that takes. Builds what it needs.
#     tests/bench/run.sh [folder to build in, default build/bench]
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=${1:-$root/build/bench}
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DMGZ_BENCHMARKS=ON \
    --log-level=WARNING >/dev/null
cmake --build "$build" --target bench_mgz --parallel "$(nproc)" >/dev/null

"$build/tests/bench/bench_mgz" --benchmark_repetitions=5 --benchmark_min_time=0.2 \
    --benchmark_format=json 2>/dev/null |
    python3 -c '
import json, sys
least = {}
for run in json.load(sys.stdin)["benchmarks"]:
    if run["run_type"] != "iteration":
        continue
    name, time = run["run_name"], run["cpu_time"]
    if name not in least or time < least[name][0]:
        least[name] = (time, run["time_unit"])
for name, (time, unit) in least.items():
    if name.endswith("_reference"):
        continue
    row = f"{name:28s} {time:10.2f} {unit}"
    if name + "_reference" in least:
        clear = least[name + "_reference"][0]
        row += f"   clear version {clear:10.2f} {unit}, {clear / time:.1f} times"
    print(row)
'

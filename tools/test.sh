#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Builds everything with warnings as errors and runs the tests. Arguments go to ctest:
#     tools/test.sh -L fast        only the fast tests
#     tools/test.sh -R catchment   only tests with this in their name
# May be run again and from any folder. The last lines are the summary of ctest.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/packages.sh"
need_known_system
cd -- "$root"
jobs=$(nproc)

echo "1/4 packages"
need_packages "${MGZ_BUILD_PACKAGES[@]}" "${MGZ_TEST_PACKAGES[@]}"
want_packages "${MGZ_WISHED_PACKAGES[@]}"

echo "2/4 building with warnings as errors"
cmake --preset ci --log-level=WARNING >/dev/null
cmake --build --preset ci --parallel "$jobs"

# A second compiler must give the same bytes; the test that compares them looks for this build.
if clang=$(find_clang); then
    echo "3/4 building mgz with ${clang##*/}"
    cmake --preset clang -DCMAKE_CXX_COMPILER="$clang" --log-level=WARNING >/dev/null
    cmake --build --preset clang --target mgz --parallel "$jobs"
else
    echo "3/4 no clang++ here: the tests that compare two compilers are skipped"
fi

echo "4/4 testing"
# Fresh systems take minutes and a network: only on request (docs/development.md).
chosen=(--label-exclude '^fresh$')
[[ ${MGZ_FRESH_ROOT_TESTS:-0} == 1 ]] && chosen=()
# One more at a time than there are cores: those about clusters mostly wait.
ctest --test-dir build/ci --output-on-failure --parallel "$((jobs + 1))" "${chosen[@]}" "$@"

#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# A bare Debian in a temporary folder, a clone of this checkout in it (what is committed, nothing
# else), and tools/quickstart.sh or tools/test.sh run there:
#     MGZ_FRESH_ROOT_TESTS=1 tests/house/fresh_root.sh [bookworm|trixie] [quickstart|test|packages]
# "packages" stops after packages and configuring. Needs root, debootstrap and a network: packages
# come from where the host's own apt gets them. Takes 5 to 40 minutes and 3 GB below TMPDIR.
# MGZ_FRESH_ROOT_KEEP=DIR copies the out/ folder of the run to DIR.
# shellcheck disable=SC2317,SC2016  # functions called through timed; text expanded inside
set -euo pipefail

suite=${1:-bookworm}
what=${2:-quickstart}
source_tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
source "$source_tree/tests/house/bare_system.sh"

[[ ${MGZ_FRESH_ROOT_TESTS:-0} == 1 ]] || skip "set MGZ_FRESH_ROOT_TESTS=1 to build a fresh system"
need_bare_system
case $what in
    quickstart | test | packages) ;;
    *) echo "usage: fresh_root.sh [bookworm|trixie] [quickstart|test|packages]" >&2; exit 2 ;;
esac

own_mounts "${BASH_SOURCE[0]}" "$suite" "$what"
begin_bare_system

echo "A fresh $suite; then $what on $(git -C "$source_tree" rev-parse --short HEAD)."
timed "debootstrap" make_system
[[ $failed -eq 0 ]] || exit 1

# A space in the path: users have them.
clone="/srv/a folder/mgz"
mkdir -p "$system${clone%/*}"
git clone --quiet --no-hardlinks "$source_tree" "$system$clone"

if [[ $what == packages ]]; then
    timed "packages" inside bash -c 'cd "$1"; source tools/packages.sh; need_known_system
        need_packages "${MGZ_BUILD_PACKAGES[@]}" "${MGZ_TEST_PACKAGES[@]}"
        want_packages "${MGZ_WISHED_PACKAGES[@]}"' bash "$clone"
    timed "configure" inside bash -c 'cd "$1" && cmake --preset ci' bash "$clone"
else
    # From another folder, twice: the scripts must find their way, and may be run again.
    timed "tools/$what.sh" inside bash "$clone/tools/$what.sh"
    [[ $failed -ne 0 ]] || timed "tools/$what.sh, again" inside bash "$clone/tools/$what.sh"
    if [[ $what == quickstart && ! -s $system$clone/out/baseline/shortage.gpkg ]]; then
        echo "quickstart made no map"
        failed=1
    fi
fi
du -sh --one-file-system "$system" | awk '{ print "== size of the system: " $1 }'
if [[ -n ${MGZ_FRESH_ROOT_KEEP:-} && -d $system$clone/out ]]; then
    mkdir -p "$MGZ_FRESH_ROOT_KEEP"
    cp -r "$system$clone/out/." "$MGZ_FRESH_ROOT_KEEP/"
fi
exit "$failed"

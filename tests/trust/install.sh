#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# From a build to an installed package and back: makes the .deb twice, has lintian judge it, installs it
# with apt in a bare Debian of the release it was built on, works with it there as an ordinary user,
# removes it and looks for remains; then installs the libraries and builds a program on them.
#     tests/trust/install.sh [--build FOLDER] [--record]
# FOLDER is a Release build (build/release, which is built first). Needs root, debootstrap, lintian and
# a network; packages come from where the host's own apt gets them. Some minutes and 2 GB below TMPDIR.
# shellcheck disable=SC2317,SC2016  # functions called through timed; text expanded inside
set -euo pipefail

source_tree=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
source "$source_tree/tests/house/bare_system.sh"
suite=$(. /etc/os-release && echo "${VERSION_CODENAME:?}")
build=$source_tree/build/release
record=0
words=("$@")
while [[ $# -gt 0 ]]; do
    case $1 in
        --build) build=$(cd -- "$2" && pwd); shift 2 ;;
        --record) record=1; shift ;;
        *) echo "usage: install.sh [--build FOLDER] [--record]" >&2; exit 2 ;;
    esac
done
need_bare_system
command -v lintian >/dev/null || skip "lintian is not installed"
own_mounts "${BASH_SOURCE[0]}" "${words[@]}"
begin_bare_system
cd -- "$source_tree"
figures=$work/figures  # a file for each, as what measures them runs in subshells
mkdir -p "$figures"

build_program()
{
    if [[ $build == "$source_tree/build/release" ]]; then
        cmake --preset release -DMGZ_TESTS=OFF --log-level=WARNING >/dev/null
    fi
    cmake --build "$build" --target mgz --parallel "$(nproc)" >"$work/build.log" ||
        { tail -n 20 "$work/build.log"; return 1; }
}

make_package() # make_package FOLDER
{
    (cd "$build" && cpack -G DEB -B "$1" >"$work/cpack.log" 2>&1) ||
        { tail -n 20 "$work/cpack.log"; return 1; }
    ls "$1"/*.deb
}

# A second time after a pause: no clock may be in it.
package()
{
    make_package "$work/first"
    sleep 2
    make_package "$work/second" >/dev/null
    cmp "$work"/first/*.deb "$work"/second/*.deb
    cp "$work"/first/*.deb "$work/"
    stat -c %s "$work"/*.deb >"$figures/bytes"
    dpkg-deb --fsys-tarfile "$work"/mgz_*.deb | tar -x -C "$(mktemp -d -p "$work" tree-XXXX)"
    # -a: in whatever file, as text or not.
    if grep -rqaF "$source_tree" "$work"/tree-*; then
        echo "the package contains the path of the source tree"
        return 1
    fi
}

judge()
{
    lintian --info --tag-display-limit 0 --allow-root --fail-on error,warning \
        "$work"/mgz_*.deb | tee "$work/lintian.txt"
    grep -c '^E:' "$work/lintian.txt" >"$figures/errors" || true
    grep -c '^W:' "$work/lintian.txt" >"$figures/warnings" || true
    sed -n '/^[^ #]/p' packaging/lintian-overrides | wc -l >"$figures/overrides"
}

# Everything but what apt and logs keep for themselves, and what is no file of the system.
files_of_system()
{
    (cd "$system" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./sys -o -path ./tmp \
        -o -path ./srv -o -path ./var/log -o -path ./var/cache/apt -o -path ./var/lib/apt \) \
        -prune -o -print | sort)
}

prepare()
{
    inside apt-get update -q >"$work/apt.log" 2>&1
    inside apt-get install -q -y --no-install-recommends man-db bash passwd >>"$work/apt.log" 2>&1
    inside useradd --create-home --home-dir /srv/someone someone
    cp "$work"/mgz_*.deb "$system/srv/"
    chmod 644 "$system"/srv/mgz_*.deb
}

install_package()
{
    files_of_system >"$work/before"
    inside sh -c 'apt-get install -q -y --no-install-recommends /srv/mgz_*.deb' \
        >>"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log"; return 1; }
    files_of_system >"$work/installed"
    inside dpkg -L mgz | sed 's/^/./' | sort >"$work/of_mgz"
    inside dpkg --verify mgz
    inside dpkg-query -W -f '${Package}\n' | wc -l >"$figures/packages"
}

as_user() # as_user COMMAND LINE: in an empty folder of his own, in a shell that knows nothing of mgz
{
    inside runuser -u someone -- env HOME=/srv/someone \
        bash -c 'mkdir -p ~/empty && cd ~/empty && eval "$1"' bash "$1"
}

use()
{
    local start=$SECONDS
    as_user 'mgz run baseline -o out'
    echo $((SECONDS - start)) >"$figures/seconds"
    as_user 'mgz map out -o map.png && mgz export out -o tables.xlsx && mgz report out -o one.html'
    as_user 'mgz explain out --region ZK27 >explained.txt && test -s explained.txt'
    as_user 'file=$(head -c 8 map.png | od -An -tx1) && test "$file" = " 89 50 4e 47 0d 0a 1a 0a"'
    as_user 'man -P cat mgz | grep -q "mgz - geographic simulation"'
    as_user 'man -P cat mgz-sweep-plan | grep -q "mgz-sweep-plan"'
    as_user 'source /usr/share/bash-completion/completions/mgz
        COMP_WORDS=(mgz run basel) COMP_CWORD=2; _mgz; test "${COMPREPLY[*]}" = baseline'
    as_user 'test -s /usr/share/zsh/vendor-completions/_mgz'
    as_user 'ls out | wc -l' >"$figures/outputs"
    # A program elsewhere, with its data elsewhere: the same figures.
    "$build/tools/mgz" run baseline -o "$work/here" >/dev/null
    cmp "$work/here/regions.csv" "$system/srv/someone/empty/out/regions.csv"
    cmp "$work/here/shortage.gpkg" "$system/srv/someone/empty/out/shortage.gpkg"
}

remove_package()
{
    inside apt-get purge -q -y mgz >>"$work/apt.log" 2>&1
    files_of_system >"$work/after"
    # What was there while mgz was installed, without its own files.
    comm -23 "$work/installed" "$work/of_mgz" | grep -v '/var/lib/dpkg/info/mgz\.' >"$work/expected"
    comm -13 "$work/expected" "$work/after" | grep -vxFf "$work/before" >"$work/remains" || true
    wc -l <"$work/remains" >"$figures/remains"
    cat "$work/remains"
    if [[ -s $work/remains ]] || inside dpkg-query -W mgz 2>/dev/null; then return 1; fi
}

# Moved after it was installed: nothing in it may know where it stood.
build_on_libraries()
{
    cmake --install "$build" --prefix "$work/first place" >/dev/null
    mv "$work/first place" "$work/another place"
    local start=$SECONDS
    {
        cmake -S tests/trust/consumer -B "$work/consumer" -DCMAKE_BUILD_TYPE=Release \
            -DCMAKE_PREFIX_PATH="$work/another place" && cmake --build "$work/consumer"
    } >"$work/consumer.log" 2>&1 || { tail -n 30 "$work/consumer.log"; return 1; }
    echo $((SECONDS - start)) >"$figures/consumer"
    [[ $("$work/consumer/geo_only") == baseline ]]
    "$work/consumer/consumer" "$work/another place/share/mgz" | tee "$work/said"
    grep -q '^31 regions' "$work/said"
    if grep -rqaF "$source_tree" "$work/another place"; then
        echo "the installed libraries contain the path of the source tree"
        return 1
    fi
}

steps=(
    "build:build_program" "package, twice the same bytes:package" "lintian:judge"
    "debootstrap:make_system" "preparing the system:prepare" "apt install:install_package"
    "an ordinary user:use" "apt purge:remove_package" "libraries:build_on_libraries")
for step in "${steps[@]}"; do
    timed "${step%%:*}" "${step#*:}"
    [[ $failed -eq 0 ]] || exit 1
done

value() { tr -d ' \n' <"$figures/$1"; }
[[ $record -eq 1 ]] || exit 0
again="tests/trust/install.sh"
release=$(. /etc/os-release && echo "$PRETTY_NAME")
tests/trust/record.py install "Installation" \
    "Debian package" "$(value bytes) bytes, made twice; lintian: $(value errors) errors, $(value warnings) warnings, $(value overrides) overrides" \
    "both times the same bytes; no path of the source tree in it" "$again" \
    "installed with apt in a bare system" "$release, the release it was built on and the only one tried; $(value packages) packages afterwards" \
    "every file as packaged (dpkg --verify)" "$again" \
    "used by an ordinary user there" "baseline with all its replicates in $(value seconds) s, $(value outputs) outputs; map, workbook, report, explain, man, completion" \
    "regions.csv and shortage.gpkg the same bytes as from the build folder" "$again" \
    "removed with apt purge" "$(value remains) files left behind" "no remains" "$again" \
    "libraries, in a folder that was moved" "two programs found mgz::sim and mgz::geo with find_package, built in $(value consumer) s" \
    "one replicate of the baseline ran from the libraries alone" "$again"

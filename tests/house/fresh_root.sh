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

skip() { echo "skipped: $1"; exit 77; }
[[ ${MGZ_FRESH_ROOT_TESTS:-0} == 1 ]] || skip "set MGZ_FRESH_ROOT_TESTS=1 to build a fresh system"
[[ $(id -u) -eq 0 ]] || skip "only root can build a fresh system"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
case $what in
    quickstart | test | packages) ;;
    *) echo "usage: fresh_root.sh [bookworm|trixie] [quickstart|test|packages]" >&2; exit 2 ;;
esac

# A mount namespace of our own: whatever happens, no mount outlives this script.
if [[ ${MGZ_FRESH_ROOT_UNSHARED:-0} != 1 ]]; then
    export MGZ_FRESH_ROOT_UNSHARED=1
    exec unshare --mount --propagation private -- bash "${BASH_SOURCE[0]}" "$suite" "$what"
fi

work=$(mktemp -d)
system=$work/system
clean_up()
{
    local mounted
    for mounted in "$system/dev" "$system/proc"; do
        if mountpoint -q "$mounted"; then umount -l "$mounted"; fi
    done
    # Never delete through a mount that would not go.
    if grep -qF " $work/" /proc/self/mountinfo; then
        echo "still mounted, so not deleted: $work" >&2
    else
        rm -rf --one-file-system -- "$work"
    fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

failed=0
timed() # timed WHAT COMMAND...: runs it in a subshell that stops at the first error; sets failed
{
    local name=$1 start=$SECONDS status
    shift
    set +e
    (set -e; "$@")
    status=$?
    set -e
    echo "== $name: $((SECONDS - start)) s, status $status"
    [[ $status -eq 0 ]] || failed=1
}

# The host's first mirror for its own release, whatever it is.
host_suite=$(. /etc/os-release && echo "${VERSION_CODENAME:?}")
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
    awk -v suite="$host_suite" '$2 == suite { print $1; exit }')
[[ -n $mirror ]] || skip "the host's apt names no mirror for $host_suite (try apt-get update)"

# Makes apt in the new system reach the network as it does on the host: proxies, certificates,
# and the host's sources with its release replaced.
copy_network_settings()
{
    local file
    cp -L /etc/resolv.conf /etc/hosts "$system/etc/"
    apt-config dump Acquire | grep -E '^Acquire::(https?|Retries|Check-|Languages)' \
        >"$system/etc/apt/apt.conf.d/90host" || true
    mkdir -p "$system/etc/ssl" "$system/usr/local/share"
    # A certificate folder may hold dangling links: copy what can be copied.
    cp -rL /etc/ssl/certs "$system/etc/ssl/" 2>/dev/null || true
    cp -rL /usr/local/share/ca-certificates "$system/usr/local/share/" 2>/dev/null || true
    rm -f "$system/etc/apt/sources.list"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources}; do
        # Only Debian's own: other sources have keys and releases of their own.
        if [[ -f $file ]] && grep -qE "[ :]$host_suite(-|\$| )" "$file"; then
            sed "s/\b$host_suite\b/$suite/g" "$file" >"$system/etc/apt/${file#/etc/apt/}"
        fi
    done
}

make_system()
{
    if ! debootstrap --variant=minbase "$suite" "$system" "$mirror" >"$work/debootstrap.log"; then
        tail -n 20 "$work/debootstrap.log"
        exit 1
    fi
    # No init here, so no service may start.
    printf '#!/bin/sh\nexit 101\n' >"$system/usr/sbin/policy-rc.d"
    chmod +x "$system/usr/sbin/policy-rc.d"
    copy_network_settings
    mount -t proc proc "$system/proc"
    mount --rbind /dev "$system/dev"
    mount --make-rslave "$system/dev"
}

# Of the host's environment only what concerns the network; a terminal would invite questions.
inside()
{
    local -a settings
    mapfile -t settings < <(env | grep -iE '^(https?|no)_proxy=' || true)
    env -i "${settings[@]}" HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        chroot "$system" "$@" </dev/null
}

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

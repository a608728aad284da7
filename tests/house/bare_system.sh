# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# A bare Debian in a temporary folder, for fresh_root.sh and tests/trust/install.sh, which source this.
# Given: suite (bookworm, trixie). Needs root and debootstrap; packages come from where the host's own
# apt gets them. Sets work (a temporary folder), system (the root within) and failed (0 until a timed
# command fails). The caller has a mount namespace of its own: see own_mounts.
# shellcheck disable=SC2016,SC2034,SC2154  # text expanded inside; what the caller has and uses

skip() { echo "skipped: $1"; exit 77; }

need_bare_system()
{
    [[ $(id -u) -eq 0 ]] || skip "only root can build a fresh system"
    command -v debootstrap >/dev/null || skip "debootstrap is not installed"
}

# own_mounts SCRIPT ARGUMENT...: runs the script again in a mount namespace of its own, so that whatever
# happens no mount outlives it. Returns when it is there already.
own_mounts()
{
    [[ ${MGZ_FRESH_ROOT_UNSHARED:-0} != 1 ]] || return 0
    export MGZ_FRESH_ROOT_UNSHARED=1
    exec unshare --mount --propagation private -- bash "$@"
}

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

# Where packages come from, and where the system will be: goes away when the script ends.
begin_bare_system()
{
    # The host's first mirror for its own release, whatever it is.
    host_suite=$(. /etc/os-release && echo "${VERSION_CODENAME:?}")
    mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
        awk -v suite="$host_suite" '$2 == suite { print $1; exit }')
    [[ -n $mirror ]] || skip "the host's apt names no mirror for $host_suite (try apt-get update)"
    work=$(mktemp -d)
    system=$work/system
    failed=0
    trap clean_up EXIT
    trap 'exit 130' INT TERM
}

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

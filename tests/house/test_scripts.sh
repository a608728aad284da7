#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# The functions of tools/packages.sh, tried with stand-ins for dpkg-query,
# apt-get, id and sudo. Run as: test_scripts.sh ROOT_OF_THE_TREE
set -uo pipefail

root=$(cd -- "$1" && pwd)
box=$(mktemp -d)
trap 'rm -rf -- "$box"' EXIT
failed=0

check() # check WHAT EXPECTED FOUND
{
    if [[ $3 == "$2" ]]; then
        echo "ok: $1"
    else
        printf 'FAILED: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"
        failed=1
    fi
}

stand_in() # stand_in NAME: a command whose body comes from stdin
{
    mkdir -p "$box/bin"
    { echo '#!/usr/bin/env bash'; cat; } >"$box/bin/$1"
    chmod +x "$box/bin/$1"
}

# A system with two packages, that offers a third; apt-get writes down what it is asked.
export MGZ_TEST_BOX=$box
stand_in dpkg-query <<'END'
case ${!#} in present | other) printf installed ;; *) exit 1 ;; esac
END
stand_in apt-cache <<'END'
[[ $2 == offered ]] && printf 'offered:\n  Candidate: 1.2\n' || printf '%s:\n  Candidate: (none)\n' "$2"
END
stand_in apt-get <<'END'
echo "apt-get $*" >>"$MGZ_TEST_BOX/asked"
END
stand_in sudo <<'END'
exit 1
END

asked() # asked UID FUNCTION PACKAGE...: what apt-get was asked; then output and exit status
{
    local user=$1
    shift
    stand_in id <<<"echo $user"
    : >"$box/asked"
    local said status=0
    said=$(PATH="$box/bin:$PATH" bash -c 'source "$0/tools/packages.sh"; "$@"' "$root" "$@" 2>&1) ||
        status=$?
    printf '%s|%s|%s' "$(tr '\n' ';' <"$box/asked")" "$said" "$status"
}

check "nothing missing: nothing done, no root needed" "||0" "$(asked 1000 need_packages present 'absent|other')"
check "missing, not root: one sentence, status 2" \
    "|These packages are missing and only root can install them: absent a or b.|2" \
    "$(asked 1000 need_packages absent present 'a|b')"
check "missing, root: the alternative on offer is installed" \
    "apt-get update -q;apt-get install -q -y --no-install-recommends offered absent;|    installing 2 packages and what they need|0" \
    "$(asked 0 need_packages 'first|offered' absent present)"
check "wished and missing, not root: goes on" \
    "|    some tests will be skipped, as these are missing: absent|0" \
    "$(asked 1000 want_packages absent present)"

system() # system TEXT: exit status of need_known_system for this os-release, and what it says
{
    printf '%s\n' "$1" >"$box/os-release"
    (
        source "$root/tools/packages.sh"
        need_known_system "$box/os-release"
    ) 2>&1
    echo "$?"
}
check "Debian 13 is known" "0" "$(system $'ID=debian\nVERSION_ID="13"')"
check "Ubuntu 24.04 is known" "0" "$(system $'ID=ubuntu\nVERSION_ID="24.04"')"
check "Fedora is refused" \
    "This script knows Debian 12, Debian 13 and Ubuntu 24.04; this system is 'fedora 40'. docs/development.md lists what to install to build by hand.
2" "$(system $'ID=fedora\nVERSION_ID=40')"

exit "$failed"

# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# The one place that names the system packages, and says which systems are known. Sourced by
# quickstart.sh and test.sh; defines values and functions, does nothing by itself.
# "a|b" means: a if the system offers it, else b.
# shellcheck disable=SC2034  # the lists are used where this file is sourced

# To build and run mgz.
MGZ_BUILD_PACKAGES=(
    g++ cmake ninja-build git ca-certificates
    libgdal-dev libgeos-dev libeigen3-dev libspdlog-dev libfmt-dev
    libcli11-dev libtomlplusplus-dev nlohmann-json3-dev librandom123-dev
    libssl-dev zlib1g-dev libnlopt-cxx-dev libboost-dev libsqlite3-dev libpugixml-dev
    libpango1.0-dev pkg-config fonts-liberation
    gdal-bin
)

# To build and run its tests.
MGZ_TEST_PACKAGES=(catch2 libbenchmark-dev python3)

# Without one of these some tests are skipped, and say so.
MGZ_WISHED_PACKAGES=(
    "clang-14|clang" "libomp-14-dev|libomp-dev" "clang-format-14|clang-format"
    python3-gdal python3-jsonschema util-linux slurm-wlm munge valgrind python3-qgis qgis-server
    "chromium-headless-shell|chromium|chromium-browser" fonts-dejavu-core fonts-noto-color-emoji
    zsh man-db mandoc
)
# A Node.js that did not come from the system brings an npm of its own, beside which the system's
# cannot be installed.
command -v npm >/dev/null || MGZ_WISHED_PACKAGES+=(nodejs npm)

# need_known_system [OS_RELEASE_FILE]: refuse systems on which nobody tried the scripts.
need_known_system()
{
    local file=${1:-/etc/os-release} system
    # In a subshell: the file sets many variables.
    # shellcheck disable=SC1090
    system=$(. "$file" 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-}") || system=""
    case $system in
        "debian 12" | "debian 13" | "ubuntu 24.04") return 0 ;;
    esac
    echo "This script knows Debian 12, Debian 13 and Ubuntu 24.04; this system is" \
        "'${system:-unknown}'. docs/development.md lists what to install to build by hand." >&2
    exit 2
}

is_installed()
{
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# missing_packages PACKAGE...: prints those of which no alternative is installed.
missing_packages()
{
    local wanted package
    local -a alternatives
    for wanted in "$@"; do
        IFS='|' read -ra alternatives <<<"$wanted"
        for package in "${alternatives[@]}"; do
            is_installed "$package" && continue 2
        done
        printf '%s\n' "$wanted"
    done
}

# Sets AS_ROOT to the words that make a command run as root. Fails if there are none.
find_root()
{
    AS_ROOT=(env)
    if [[ $(id -u) -ne 0 ]]; then
        sudo -n true 2>/dev/null || return 1
        AS_ROOT=(sudo -n env)
    fi
    AS_ROOT+=(DEBIAN_FRONTEND=noninteractive LC_ALL=C)
}

# Prints the first alternative that the system offers; the last when it offers none.
choose_alternative()
{
    local package policy
    local -a alternatives
    IFS='|' read -ra alternatives <<<"$1"
    for package in "${alternatives[@]}"; do
        policy=$(LC_ALL=C apt-cache policy "$package" 2>/dev/null) || true
        [[ $policy =~ Candidate:\ [0-9] ]] && break
    done
    printf '%s\n' "$package"
}

# install_packages PACKAGE...: quiet unless something goes wrong. REQUIRES: find_root succeeded.
install_packages()
{
    local wanted log
    local -a chosen=()
    log=$(mktemp)
    if ! "${AS_ROOT[@]}" apt-get update -q >"$log" 2>&1; then
        echo "The list of packages could not be refreshed; trying with the old one." >&2
    fi
    for wanted in "$@"; do
        chosen+=("$(choose_alternative "$wanted")")
    done
    if ! "${AS_ROOT[@]}" apt-get install -q -y --no-install-recommends "${chosen[@]}" \
        >>"$log" 2>&1; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        echo "Installing packages failed; the lines above say why." >&2
        return 1
    fi
    rm -f "$log"
}

# need_packages PACKAGE...: does nothing when all are there; else installs them as root; else
# names the missing ones and ends with status 2.
need_packages()
{
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return 0
    if ! find_root; then
        echo "These packages are missing and only root can install them: ${missing[*]//|/ or }." >&2
        exit 2
    fi
    echo "    installing ${#missing[@]} packages and what they need"
    install_packages "${missing[@]}" || exit 1
}

# want_packages PACKAGE...: as need_packages, but goes on without them.
want_packages()
{
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return 0
    if find_root; then
        echo "    installing ${#missing[@]} packages for further tests"
        install_packages "${missing[@]}" && return 0
    fi
    echo "    some tests will be skipped, as these are missing: ${missing[*]//|/ or }"
}

# Prints the name of a clang++ that can be used; fails when there is none.
find_clang()
{
    command -v clang++-14 || command -v clang++
}

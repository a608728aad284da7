# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# Which processes belong to a cluster of local_cluster.sh, and ending those and no others. Sourced by
# it; defines functions, does nothing by itself. $dir is the folder of the cluster, $base the one
# that its daemons use.
# shellcheck disable=SC2154  # both are set where this file is sourced

# --- who was started ----------------------------------------------------------------------------
# DIR/daemons has a line per daemon: name, pid, when it was started. A pid that another process got
# since then has another start, so it is never taken for ours.

start_of() # start_of PID: ticks between boot and its start; fails when there is no such process
{
    local line
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    local -a fields
    read -ra fields <<<"${line##*) }"       # the name in brackets may hold anything
    [[ ${fields[0]} != Z ]] || return 1     # dead, and its parent has not looked yet
    printf '%s\n' "${fields[19]}"
}

note() # note NAME PID
{
    sed -i "/^$1 /d" "$dir/daemons"
    printf '%s %s %s\n' "$1" "$2" "$(start_of "$2" || echo gone)" >>"$dir/daemons"
}

pid_of() # pid_of NAME: its pid when it lives, else fails
{
    local name pid start
    [[ -e $dir/daemons ]] || return 1
    while read -r name pid start; do
        if [[ $name == "$1" && $(start_of "$pid") == "$start" ]]; then
            printf '%s\n' "$pid"
            return 0
        fi
    done <"$dir/daemons"
    return 1
}

end() # end NAME SIGNAL: waits until it is gone; after ten seconds it is killed
{
    local pid i
    pid=$(pid_of "$1") || return 0
    kill "-$2" "$pid" 2>/dev/null || true
    for ((i = 0; i < 100; i++)); do
        pid_of "$1" >/dev/null || return 0
        sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
}

# --- processes of jobs --------------------------------------------------------------------------

environment_has() # environment_has PID NAME=VALUE
{
    grep -qzFx -- "$2" "/proc/$1/environ" 2>/dev/null
}

# Each job of a node has a keeper (slurmstepd), known by its socket in the spool folder of the node:
# its words and its environment are its own to change.
keepers_on() # keepers_on NODE: pids
{
    local socket process fd
    local -A ours=()
    while read -r socket; do
        ours["socket:[$socket]"]=1
    done < <(awk -v folder="$base/spool.$1/" 'index($8, folder) == 1 { print $7 }' /proc/net/unix)
    ((${#ours[@]} > 0)) || return 0
    for process in /proc/[0-9]*; do
        [[ -O $process && $(cat "$process/comm" 2>/dev/null) == slurmstepd ]] || continue
        for fd in "$process"/fd/*; do
            if [[ -n ${ours[$(readlink "$fd" || echo none)]:-} ]]; then
                printf '%s\n' "${process#/proc/}"
                break
            fi
        done
    done
}

# A job knows its node and this cluster's configuration.
jobs_on() # jobs_on NODE: pids
{
    local process pid
    for process in /proc/[0-9]*; do
        pid=${process#/proc/}
        [[ -O $process ]] || continue
        if environment_has "$pid" "SLURMD_NODENAME=$1" &&
            environment_has "$pid" "SLURM_CONF=$base/slurm.conf"; then
            printf '%s\n' "$pid"
        fi
    done
}

with_descendants() # with_descendants PID...: these and all below them
{
    local -a found=("$@")
    local i child
    for ((i = 0; i < ${#found[@]}; i++)); do
        while read -r child; do
            found+=("$child")
        done < <(ps -o pid= --ppid "${found[i]}")
    done
    ((${#found[@]} == 0)) || printf '%s\n' "${found[@]}"
}

kill_jobs_on() # kill_jobs_on NODE: again until nothing is left that could start more
{
    local i pid
    local -a roots all
    for ((i = 0; i < 50; i++)); do
        mapfile -t roots < <(keepers_on "$1" && jobs_on "$1")
        ((${#roots[@]} > 0)) || return 0
        mapfile -t all < <(with_descendants "${roots[@]}")
        # In order: a keeper that saw its job die would report that it ended, and nothing is lost.
        for pid in "${all[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
        sleep 0.1
    done
    echo "local_cluster.sh: some processes of jobs on $1 did not end: ${roots[*]}" >&2
}

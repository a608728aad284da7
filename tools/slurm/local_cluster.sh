#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# A real Slurm with two nodes on this machine alone, to learn with and to test with:
#     tools/slurm/local_cluster.sh start DIR [--memory MB]
#     eval "$(tools/slurm/local_cluster.sh env DIR)"    sbatch, squeue and mgz now mean this cluster
#     tools/slurm/local_cluster.sh status DIR
#     tools/slurm/local_cluster.sh lose DIR n2         as a power cut: the node and its jobs are gone
#     tools/slurm/local_cluster.sh recover DIR n2
#     tools/slurm/local_cluster.sh stop DIR
# Needs the packages slurm-wlm and munge; no root, no configuration of the system, no network beyond
# 127.0.0.1. It has its own munge key, socket and ports: a Slurm of this machine stays as it is, and
# several of these may run, each with a DIR. DIR holds logs and who was started.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/processes.sh"
export PATH="$PATH:/usr/sbin:/sbin" LC_ALL=C  # the daemons are not on an ordinary user's path

readonly nodes=(n1 n2)
readonly wait_s=90  # most seconds for the nodes to become idle; a few on an idle machine

fail() # fail STATUS SENTENCE
{
    echo "local_cluster.sh: $2" >&2
    exit "$1"
}

usage()
{
    fail 2 "use it as: local_cluster.sh start DIR [--memory MB] | stop DIR | status DIR | env DIR | \
lose DIR NODE | recover DIR NODE"
}

# --- the parts of the cluster -------------------------------------------------------------------

free_port()
{
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    printf '%s\n' "$port"
}

write_configuration() # write_configuration MEMORY_MB
{
    local host user version
    host=$(uname -n)
    host=${host%%.*}
    user=$(id -un)
    cat >"$base/slurm.conf" <<END
ClusterName=mgz
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CryptoType=crypto/munge
AuthInfo=socket=$base/munge/socket
MailProg=/bin/true
StateSaveLocation=$base/state
SlurmdSpoolDir=$base/spool.%n
SlurmctldPidFile=$base/slurmctld.pid
SlurmdPidFile=$base/slurmd.%n.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
MpiDefault=none
ReturnToService=2
SlurmdTimeout=60
SlurmctldTimeout=60
KillWait=5
JobRequeue=1
SchedulerParameters=sched_interval=2,bf_interval=2
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1 RealMemory=$1
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(free_port) CPUs=1 RealMemory=$1
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
END
    # Newer releases look for cgroups unless told not to; older ones do not know the word.
    version=$(slurmd -V)
    version=${version#slurm* }
    : >"$base/cgroup.conf"
    ((${version%%.*} < 24)) || echo "CgroupPlugin=disabled" >"$base/cgroup.conf"
}

# In the background and away from this terminal; not holding the lock of this script.
launch() # launch NAME COMMAND...
{
    local name=$1
    shift
    SLURM_CONF=$base/slurm.conf setsid "$@" </dev/null >>"$dir/$name.log" 2>&1 9>&- &
    note "$name" $!
    disown
}

launch_munge()
{
    mkdir -m 0711 "$base/munge"
    (umask 377 && head -c 1024 /dev/urandom >"$base/munge/key")
    launch munged munged --foreground --key-file "$base/munge/key" \
        --socket "$base/munge/socket" --pid-file "$base/munge/pid" \
        --log-file "$base/munge/log" --seed-file "$base/munge/seed" --num-threads 4
    local i
    for ((i = 0; i < 100; i++)); do
        [[ ! -S $base/munge/socket ]] || return 0
        pid_of munged >/dev/null || return 1
        sleep 0.1
    done
    return 1
}

launch_node() # launch_node NODE
{
    mkdir -p "$base/spool.$1"
    launch "$1" slurmd -D -N "$1"
}

# What sinfo says of a node: idle, mixed, down, ...; without the mark of one that does not answer.
state_of() # state_of NODE
{
    local state
    state=$(SLURM_CONF=$base/slurm.conf sinfo -h -N -n "$1" -o %T 2>/dev/null) || return 1
    printf '%s\n' "${state%\*}"
}

wait_for_node() # wait_for_node NODE: until it takes jobs
{
    local until=$((SECONDS + wait_s)) state
    while ((SECONDS < until)); do
        state=$(state_of "$1") || state=""
        case $state in idle | mixed | allocated | completing) return 0 ;; esac
        pid_of slurmctld >/dev/null && pid_of "$1" >/dev/null || return 1
        sleep 0.2
    done
    return 1
}

running()
{
    [[ -n $base && -d $base ]] && pid_of munged >/dev/null && pid_of slurmctld >/dev/null
}

# Also of half a cluster, or of one that a reboot ended.
take_down()
{
    local node
    # Killed, not asked: a slurmd that ends waits for its jobs.
    for node in "${nodes[@]}"; do end "$node" KILL; done
    if [[ -n $base ]]; then
        for node in "${nodes[@]}"; do kill_jobs_on "$node"; done
    fi
    end slurmctld TERM
    end munged TERM
    # Only a folder that start made.
    [[ $base != */mgz-slurm.* ]] || rm -rf -- "$base"
    rm -f -- "$dir/daemons" "$dir/base"
    base=""
}

# --- commands -----------------------------------------------------------------------------------

show_environment()
{
    printf 'export SLURM_CONF=%q\n' "$base/slurm.conf"
}

need_programs()
{
    local program
    for program in munged slurmctld slurmd sinfo scontrol; do
        command -v "$program" >/dev/null ||
            fail 2 "$program is not installed; on Debian: apt install slurm-wlm munge"
    done
    for program in setsid flock ps; do
        command -v "$program" >/dev/null ||
            fail 2 "$program is not installed; on Debian: apt install util-linux procps"
    done
}

try_start() # try_start MEMORY_MB
{
    # munged insists that everybody can reach its socket, and sockets have short names: so not in
    # DIR, which may be anywhere.
    base=$(mktemp -d -p /tmp mgz-slurm.XXXXXX)
    printf '%s\n' "$base" >"$dir/base"
    chmod 0711 "$base"
    mkdir "$base/state"
    : >"$dir/daemons"
    write_configuration "$1"
    local node
    launch_munge || return 1
    launch slurmctld slurmctld -D
    for node in "${nodes[@]}"; do launch_node "$node"; done
    for node in "${nodes[@]}"; do wait_for_node "$node" || return 1; done
}

start() # start MEMORY_MB
{
    if running; then
        show_environment
        return 0
    fi
    take_down
    rm -f -- "$dir"/{munged,slurmctld,n1,n2}.log
    trap take_down EXIT
    trap 'exit 130' INT TERM HUP
    # Another program may take a port between looking and listening; not three times.
    local attempt
    for attempt in 1 2 3; do
        if try_start "$1"; then
            trap - EXIT
            show_environment
            return 0
        fi
        take_down
        grep -qs "Address already in use" "$dir"/{slurmctld,n1,n2}.log || break
    done
    tail -n 3 "$dir"/*.log >&2 || true
    fail 1 "the cluster did not start (attempt $attempt); the last words of its parts are above, \
all of them in $dir/*.log"
}

status()
{
    if ! running; then
        echo "No cluster runs in $dir."
        return 1
    fi
    local name
    for name in munged slurmctld "${nodes[@]}"; do
        printf '%-10s %s\n' "$name" "$(pid_of "$name" || echo "does not run")"
    done
    SLURM_CONF=$base/slurm.conf sinfo -N -o "%8N %10T %5c %8m %E"
}

need_node() # need_node WORD
{
    running || fail 2 "no cluster runs in $dir; begin with: local_cluster.sh start $dir"
    [[ " ${nodes[*]} " == *" $1 "* ]] || fail 2 "there is no node '$1'; the nodes are ${nodes[*]}"
}

# Killing slurmd alone would lose nothing: its jobs would live on and report.
lose()
{
    need_node "$1"
    end "$1" KILL
    kill_jobs_on "$1"
    SLURM_CONF=$base/slurm.conf scontrol update "nodename=$1" state=down reason=lost
}

recover()
{
    need_node "$1"
    pid_of "$1" >/dev/null || launch_node "$1"
    # Slurm refuses to resume a node that is up already.
    SLURM_CONF=$base/slurm.conf scontrol update "nodename=$1" state=resume 2>/dev/null || true
    wait_for_node "$1" || fail 1 "node $1 did not come back; $dir/$1.log may say why"
}

command=${1:-}
[[ $# -ge 2 && -n $2 ]] || usage
case $command in
    start) need_programs && mkdir -p -- "$2" ;;
    stop | status | env | lose | recover)
        [[ -d $2 ]] || fail 2 "there is no folder $2, so no cluster was started in it" ;;
    *) usage ;;
esac
dir=$(cd -- "$2" && pwd)
base=$(cat "$dir/base" 2>/dev/null || true)
shift 2
exec 9>"$dir/lock"
flock 9  # one at a time

case $command in
    start)
        memory=1500
        if [[ $# -gt 0 ]]; then
            [[ $# -eq 2 && $1 == --memory && $2 =~ ^[1-9][0-9]{2,6}$ ]] || usage
            memory=$2
        fi
        start "$memory"
        ;;
    stop) [[ $# -eq 0 ]] || usage; take_down ;;
    status) [[ $# -eq 0 ]] || usage; status ;;
    env)
        [[ $# -eq 0 ]] || usage
        running || fail 2 "no cluster runs in $dir; begin with: local_cluster.sh start $dir"
        show_environment
        ;;
    lose) [[ $# -eq 1 ]] || usage; lose "$1" ;;
    recover) [[ $# -eq 1 ]] || usage; recover "$1" ;;
esac

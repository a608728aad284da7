#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The machine fails under every command: disks that fill up, calls of the system that are refused,
limits, closed streams, files cut short, folders that may not be used. Each trial must end with exit
status 0 and the bytes of an undisturbed run, or with 1 or 2, one sentence and nothing left behind.

    tests/trust/faults.py [SECTION...] [--record]

Needs strace, unshare and prlimit; as root also setpriv, to become somebody else.
"""

import os
import random

import faults_files
from ground import MAKERS, TELLERS, Judge, campaign, words_of

CHANCE = random.Random(20261128)

# sh -c ... SIZE GROUND WORDS...: what was left on a disk of that size comes back in GROUND/back.
ON_DISK = """
size=$1; ground=$2; shift 2
mount -t tmpfs -o size="${size}k" tmpfs "$ground/disk" || exit 99
"$@"; status=$?
cp -a "$ground/disk/." "$ground/back/"; exit $status
"""


def size_below(path):
    if not os.path.isdir(path):
        return os.path.getsize(path)
    return sum(size_below(os.path.join(path, name)) for name in os.listdir(path))


def full_disk(ground, points=5):
    """A tmpfs of every size up to what the result takes."""
    judge = Judge()
    for folder in ("disk", "back"):
        os.mkdir(ground.path(folder))
    ground.look_again()
    for name in MAKERS:
        ground.mgz(*words_of(name))
        total = sum(size_below(ground.path(at)) for at in ground.made_names()) // 1024 + 8
        ground.tidy()
        for point in range(points):
            size = max(4, int(total * (point + CHANCE.random()) / points))
            done = ground.mgz(*words_of(name, "disk/"), wrapped=[
                "unshare", "--mount", "--map-root-user", "sh", "-c", ON_DISK, "sh", str(size),
                ground.folder])
            judge.weigh(f"{name} on a disk of {size} KiB", done, ground, name, where="back",
                        same=False, leaves=["new.toml.log"])
    return judge


# Which calls are refused with what, and when in the life of the program: from the call at which it
# looks for its data on ("own"), so that the loader is spared.
# strace counts each kind of call by itself, so that a set would be refused more than once.
REFUSALS = [("write", "ENOSPC"), ("write", "EIO"), ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"),
            ("fsync", "EIO"), ("close", "EIO"), ("read", "EIO"), ("pread64", "EIO"),
            ("openat", "EIO"), ("openat", "EMFILE"), ("openat", "EACCES"), ("mkdir", "ENOSPC"),
            ("mkdir", "EROFS"), ("rename", "EIO"), ("renameat2", "EIO"), ("renameat2", "EXDEV"),
            ("newfstatat", "EIO"), ("lseek", "EIO"), ("getdents64", "EIO"), ("ftruncate", "EIO")]
# Whose files get their names one after another, each whole: a refusal then leaves those before it.
SEVERAL = ("sweep collect", "sweep collect gpkg", "calibrate")


def counts_of(ground, name, log):
    """Of each set of calls: how many the program makes before it looks for its data, and in all; of
    the thread that makes most of them."""
    names = ",".join({calls for calls, _ in REFUSALS})
    ground.mgz(*words_of(name), wrapped=["strace", "-f", "-qq", "-o", log, "-e",
                                         f"trace=readlink,{names}"])
    ground.tidy()
    first, counts = {}, {}
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            thread, _, call = line.partition(" ")
            if "/proc/self/exe" in call:
                first = dict(counts)
            for calls in {calls for calls, _ in REFUSALS}:
                if call.strip().split("(")[0] in calls.split(","):
                    counts[calls, thread] = counts.get((calls, thread), 0) + 1
    os.remove(log)
    most = {}
    for (calls, _), count in counts.items():
        most[calls] = max(most.get(calls, 0), count)
    return {calls: (max((n for (at, _), n in first.items() if at == calls), default=0), count)
            for calls, count in most.items()}


def refused_calls(ground, points=1):
    """One call of the system fails; which one is drawn."""
    judge = Judge()
    for name in [*MAKERS, *TELLERS]:
        counts = counts_of(ground, name, ground.folder + ".strace")
        for calls, error in REFUSALS:
            before, last = counts.get(calls, (0, 0))
            for number in CHANCE.sample(range(before + 1, last + 1), min(points, last - before)):
                done = ground.mgz(*words_of(name), wrapped=[
                    "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}", "-e",
                    f"inject={calls}:error={error}:when={number}"])
                # Each thread counts by itself: the sentence may be the call that is refused next.
                if calls == "write" and (done.returncode, done.stderr) == (1, ""):
                    done.stderr = "mgz: not to be heard\n"
                whole = [at for at, is_ in ground.made().items() if name in SEVERAL and
                         ground.expected[name][2].get(at) == is_]
                judge.weigh(f"{name}, {calls} number {number}: {error}", done, ground, name,
                            same=False, leaves=["new.toml.log", *whole])
    if judge.refused == 0:
        judge.fault("no call was refused: no test")
    return judge


LIMITS = [("fsize", [0, 500, 20000, 150000]), ("nofile", [3, 5, 6, 8, 12]),
          ("stack", [65536, 262144])]


def limits(ground):
    """Size of files, number of open files, stack."""
    judge = Judge()
    for name in [*MAKERS, *TELLERS]:
        for limit, sizes in LIMITS:
            for size in sizes:
                done = ground.mgz(*words_of(name), wrapped=["prlimit", f"--{limit}={size}"])
                judge.weigh(f"{name} with --{limit}={size}", done, ground, name,
                            leaves=["new.toml.log"])
    return judge


def memory(ground, points=9):
    """Address space, from too little for its libraries to enough."""
    judge = Judge()
    for name in [*MAKERS, *TELLERS]:
        low, high = 60, 900
        for point in range(points):
            size = int((low + (high - low) * point / points + CHANCE.uniform(0, 40)) * 2 ** 20)
            done = ground.mgz(*words_of(name), wrapped=["prlimit", f"--as={size}"])
            judge.weigh(f"{name} in {size >> 20} MiB", done, ground, name,
                        leaves=["new.toml.log"])
    return judge


def stream_commands():
    return ["run", "sweep status", "check", "report"]


def streams(ground):
    """Standard streams that are closed or full."""
    judge = Judge()
    for name in stream_commands():
        for shell in ['exec "$@" >&-', 'exec "$@" >/dev/full', 'exec "$@" 2>&-',
                      'exec "$@" 2>/dev/full', 'exec "$@" <&-', 'exec "$@" <&- >&- 2>&-',
                      'exec "$@" -vv 2>/dev/full', 'exec "$@" -vv 2>&-']:
            done = ground.mgz(*words_of(name), wrapped=["sh", "-c", shell, "sh"])
            made = ground.made()
            what = f"{name}: {shell}"
            judge.tried += 1
            _, said, files = ground.expected[name]
            if made not in ({}, files):
                judge.fault(f"{what} makes {made.keys()}")
            silent = ">&-" in shell.replace("2>&-", "") or ">/dev/full" in shell.replace(
                "2>/dev/full", "")
            if done.returncode != (1 if silent else 0):
                judge.fault(f"{what}: status {done.returncode} {done.stderr[:300]!r}")
            if silent and "2>" not in shell and done.stderr != \
                    "mgz: standard output cannot be written to\n":
                judge.fault(f"{what} says {done.stderr[:300]!r}")
            if not silent and done.stdout != said and name != "run":
                judge.fault(f"{what} prints {done.stdout[:300]!r}")
            judge.refused += silent
            judge.fine += not silent
            ground.tidy()
    return judge


def environments(ground):
    nowhere = ground.path("nowhere")
    odd = {
        "HOME": [None, nowhere, ""], "TMPDIR": [nowhere, "/proc", ""], "PATH": [None, ""],
        "PROJ_DATA": [nowhere], "PROJ_LIB": [nowhere, "/dev/null"], "PROJ_NETWORK": ["ON"],
        "PROJ_DEBUG": ["3"], "GDAL_DATA": [nowhere], "GDAL_DRIVER_PATH": [nowhere],
        "CPL_DEBUG": ["ON"], "CPL_LOG": ["/dev/full"], "CPL_LOG_ERRORS": ["ON"],
        "CPL_TMPDIR": [nowhere], "CPL_TIMESTAMP": ["ON"], "GDAL_CACHEMAX": ["0", "1"],
        "GDAL_NUM_THREADS": ["ALL_CPUS", "x"], "GDAL_SKIP": ["GTiff", "GPKG"],
        "OGR_SKIP": ["GeoJSON"], "GDAL_DISABLE_READDIR_ON_OPEN": ["TRUE", "EMPTY_DIR"],
        "OGR_SQLITE_PRAGMA": ["page_size=512"], "OGR_SQLITE_SYNCHRONOUS": ["x"],
        "OGR_SQLITE_JOURNAL": ["WAL"], "OGR_SQLITE_CACHE": ["1"], "OGR_CURRENT_DATE": ["x"],
        "OGR_GEOJSON_MAX_OBJ_SIZE": ["0.0001"], "GTIFF_FORCE_RGBA": ["YES"],
        "GDAL_TIFF_INTERNAL_MASK": ["YES"], "GDAL_TIFF_OVR_BLOCKSIZE": ["64"],
        "OGR_CT_OP_SELECTION": ["BEST_ACCURACY"], "OGR_CT_FORCE_TRADITIONAL_GIS_ORDER": ["YES"],
        "OSR_DEFAULT_AXIS_MAPPING_STRATEGY": ["TRADITIONAL_GIS_ORDER"],
        "OGR_ENABLE_PARTIAL_REPROJECTION": ["TRUE"], "SHAPE_ENCODING": ["CP1252"],
        "GPKG_FOREIGN_KEYS_ENABLED": ["x"], "FONTCONFIG_FILE": [nowhere, "/dev/null"],
        "G_MESSAGES_DEBUG": ["all"], "XDG_CACHE_HOME": ["/proc"], "LD_BIND_NOW": ["1"],
        "MALLOC_PERTURB_": ["165"], "MGZ_DATA": [nowhere, "/", ""], "SQLITE_TMPDIR": [nowhere],
    }
    return [(key, value) for key, values in odd.items() for value in values]


def surroundings(ground):
    """Variables that GDAL, PROJ, SQLite, fontconfig and the C library look at."""
    judge = Judge()
    for key, value in environments(ground):
        for name in ["run", "sweep collect gpkg", "map png", "data import"]:
            wrapped = ["env", "-u", key] if value is None else ["env", f"{key}={value}"]
            done = ground.mgz(*words_of(name), wrapped=wrapped)
            # Which fonts there are is the machine's business, and a picture shows it.
            same = not (name == "map png" and key.startswith(("FONT", "HOME", "XDG")))
            judge.weigh(f"{name} with {key}={value}", done, ground, name, same=same)
    return judge


SECTIONS = {"disk": ("disks that fill up", full_disk),
            "calls": ("calls of the system that are refused", refused_calls),
            "limits": ("limits on files, open files and stack", limits),
            "memory": ("limits on memory", memory),
            "streams": ("standard streams closed or full", streams),
            "variables": ("variables of libraries", surroundings),
            "cut": ("files cut short or missing", faults_files.cut),
            "closed": ("files and folders that may not be used", faults_files.closed),
            "taken": ("outputs whose name is taken", faults_files.taken)}


if __name__ == "__main__":
    campaign("faults", "Faults of the machine", __doc__, SECTIONS)

# SPDX-License-Identifier: EUPL-1.2
"""The part of faults.py that is about files: cut short, missing, closed to the user, in the way."""

import os
import random
import shutil

from ground import MAKERS, SENTENCE, Judge, cli, content, without_warnings, words_of

CHANCE = random.Random(20261128)

# Folder or file -> the commands that read it.
READERS = {
    "own/areas.geojson": ["run", "data import", "check"], "own/settlements.csv": ["run", "check"],
    "own/centres.csv": ["run"], "own/employers.csv": ["run"], "own/travel.csv": ["run"],
    "own/projection.csv": ["run"], "own/pilot.geojson": ["compare"], "own/scenario.toml": ["run"],
    "own/plan.toml": ["compare"], "study.toml": ["sweep plan"], "targets.toml": ["calibrate"],
    "ran": ["report", "map svg", "export", "explain"], "compared": ["map pdf", "report"],
    "swept": ["sweep status", "sweep collect", "sensitivity"],
}


def files_at(path):
    if not os.path.isdir(path):
        return [path]
    return sorted(os.path.join(place, name) for place, _, names in os.walk(path) for name in names)


def lengths(size, most):
    """Of these so many: nothing, a few bytes, the middle, all but the end, anywhere."""
    drawn = {0, 1, 17, size // 3, size * 2 // 3, size - 40, size - 2, CHANCE.randrange(size + 1)}
    within = sorted(length for length in drawn if 0 <= length < size)
    return CHANCE.sample(within, min(most, len(within)))


def shapefile_words(ground):
    """The same country with areas as a shapefile, GeoPackage and FlatGeobuf."""
    folder = ground.path("maps")
    os.mkdir(folder)
    for name in ("areas.shp", "areas.gpkg", "areas.fgb"):
        cli.ogr2ogr(os.path.join(folder, name), ground.path("own/areas.geojson"))
    return {name: ["check", "own/scenario.toml", "--set", f"geography.regions=maps/{name}"]
            for name in ("areas.shp", "areas.gpkg", "areas.fgb")}


def judge_damaged(ground, judge, what, done, words_made):
    """Status 0 is allowed: a table without its last rows is a table."""
    judge.tried += 1
    made = ground.made()
    if done.returncode == 0:
        judge.fine += 1
    elif done.returncode in (1, 2) and SENTENCE.match(done.stderr):
        judge.refused += 1
        if any(name not in words_made for name in made):
            judge.fault(f"{what}: refused, and leaves {list(made)}")
    else:
        judge.fault(f"{what}: status {done.returncode}: {done.stderr[:300]!r}")
    ground.tidy()


def cut(ground):
    """Every file of every kind, at several lengths, and without it."""
    judge = Judge()
    maps = shapefile_words(ground)
    for at in [*READERS, "maps"]:
        for path in files_at(ground.path(at)):
            stem = os.path.basename(path).split(".")[0]
            readers = [words_of(name) for name in READERS.get(at, [])] or [
                words for name, words in maps.items() if os.path.basename(path).startswith(
                    name[:-4]) and (name.endswith(".shp") == (os.path.splitext(path)[1] in (
                        ".shp", ".shx", ".dbf", ".prj", ".cpg"))) and (
                            name.endswith(".shp") or path.endswith(name))]
            kept = path + ".kept"
            shutil.copy2(path, kept)
            most = 8 if len(readers) == 1 else 1
            for length in [*lengths(os.path.getsize(path), most), None]:
                if length is None:
                    os.remove(path)
                else:
                    os.truncate(path, length)
                for words in readers:
                    what = f"{' '.join(words)} with {os.path.relpath(path, ground.folder)} " \
                           f"{'missing' if length is None else f'cut to {length}'}"
                    done = ground.mgz(*words)
                    done.stderr = without_warnings(done.stderr)
                    judge_damaged(ground, judge, what, done, ["new.toml.log"])
                shutil.copy2(kept, path)
            os.remove(kept)
    shutil.rmtree(ground.path("maps"))
    ground.look_again()
    return judge


SOMEBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def closed(ground):
    """Inputs that may not be read, folders that may not be written to, by somebody who is not root."""
    judge = Judge()
    wrapped = SOMEBODY if os.geteuid() == 0 else []
    if ground.mgz("--version", wrapped=wrapped).returncode != 0:
        raise RuntimeError("another user than root cannot run the program where it was built")
    for at, readers in READERS.items():
        for path in [*files_at(ground.path(at)), *([ground.path(at)] if os.path.isdir(
                ground.path(at)) else [])]:
            mode = os.stat(path).st_mode
            os.chmod(path, 0)
            os.chmod(ground.folder, 0o777)
            for name in readers:
                done = ground.mgz(*words_of(name), wrapped=wrapped)
                done.stderr = without_warnings(done.stderr)
                judge_damaged(ground, judge, f"{name}, {os.path.relpath(path, ground.folder)} "
                              "closed", done, ["new.toml.log"])
            os.chmod(path, mode)
    os.chmod(ground.folder, 0o755)
    ground.look_again()
    for name in MAKERS:
        done = ground.mgz(*words_of(name), wrapped=wrapped)
        judge.weigh(f"{name} into a folder that is closed", done, ground, name)
    return judge


def obstacles(ground):
    """Name -> how to put it in the way."""
    def folder_with(path):
        os.mkdir(path)
        with open(os.path.join(path, "thesis.txt"), "w", encoding="utf-8") as file:
            file.write("Years of work.\n")
    return {
        "a file": lambda path: shutil.copy(ground.path("study.toml"), path),
        "an empty folder": os.mkdir,
        "a folder with a thesis": folder_with,
        "a link to a file": lambda path: (shutil.copy(ground.path("study.toml"),
                                                      ground.path("new-other")),
                                          os.symlink("new-other", path)),
        "a link to a folder": lambda path: os.symlink("own", path),
        "a link to nothing": lambda path: os.symlink("nothing", path),
        "a link to itself": lambda path: os.symlink(os.path.basename(path), path),
        "a pipe": os.mkfifo,
        "a device": lambda path: os.mknod(path, 0o20666, os.makedev(1, 7)),
    }


def taken(ground):
    """Something stands where the output shall come: it stays as it is."""
    judge = Judge()
    for name in MAKERS:
        (out,) = [word for word in words_of(name) if word.startswith("new")]
        for what, put in obstacles(ground).items():
            if what == "a device" and os.geteuid() != 0:
                continue
            put(ground.path(out))
            before = shape(ground.path(out))
            done = ground.mgz(*words_of(name))
            judge.tried += 1
            # What writes without asking replaces a plain file, as its page says.
            replaces = what in ("a link to nothing", "a link to itself") if name == "calibrate" \
                else what in ("a file", "a link to a file", "a link to nothing",
                              "a link to itself") and name in (
                                  "validate", "sweep collect", "sweep collect gpkg")
            if replaces and (done.returncode, done.stderr) == (ground.expected[name][0], ""):
                judge.fine += 1
            elif done.returncode in (1, 2) and SENTENCE.match(done.stderr):
                judge.refused += 1
                if shape(ground.path(out)) != before:
                    judge.fault(f"{name}, {what} at {out}: is changed")
                left = [at for at in ground.made_names() if at not in (out, "new-other")]
                if left:
                    judge.fault(f"{name}, {what} at {out}: leaves {left}")
            else:
                judge.fault(f"{name}, {what} at {out}: status {done.returncode} "
                            f"{done.stderr[:300]!r}")
            ground.tidy()
            for path in ground.touched():
                judge.fault(f"{name}, {what} at {out}: changed {path}")
    return judge


def shape(path):
    if os.path.isdir(path) and not os.path.islink(path):
        return content(path)
    status = os.lstat(path)
    return (status.st_mode, status.st_size, os.path.islink(path) and os.readlink(path))

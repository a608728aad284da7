#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz reproduce: what a manifest vouches for is made again, byte for byte, and whatever is not as it
was is told in one sentence.
"""

import hashlib
import json
import os
import re
import shutil

import cli
import with_runs
from with_runs import WithRuns, read_json, sha256

AS_WRITTEN = "give a manifest as mgz wrote it"


def setUpModule():
    with_runs.make_runs()


class Reproduce(WithRuns):
    def test_same(self):
        said = self.succeeds("reproduce", "run/manifest.json")
        self.assertRegex(said, r'^"Two banks of a river": 2 replicates, seed 5, made by mgz \S+ \(git'
                               r" \S+\)\nreproduced: 26 files are the same, byte for byte\n$")
        self.assertEqual(sorted(os.listdir(self.folder)), ["own", "plain", "plans", "run"])

    def test_kept(self):
        self.without_paths("run")
        self.succeeds("reproduce", "run", "--inputs", "own", "-o", "again")
        one, other = (cli.data_files(self.path(name)) for name in ("run", "again"))
        self.assertEqual([name for name in one if one[name] != other.get(name)], [])
        self.refuses("run: holds run/manifest.json, which the run reads; give another folder",
                     "reproduce", "run", "--inputs", "own", "-o", "run", "--force")

    def test_comparison(self):
        self.without_paths("plans")
        said = self.succeeds("reproduce", "plans", "--inputs", "own", "-o", "again")
        self.assertIn('"Two banks of a river", "Fewer": 2 replicates, seed 5', said)
        one, other = (cli.data_files(self.path(name)) for name in ("plans", "again"))
        for files in (one, other):
            for name in ["scenario-scenario.toml", "scenario-less.toml"]:
                del files[name]
        self.assertEqual([name for name in one if one[name] != other.get(name)], [])

    def test_another_seed(self):
        self.change(lambda manifest: manifest.update(seed=6))
        said = self.differs("run")
        self.assertRegex(said, r"(?m)^regions\.csv +[0-9a-f]{12}, \d+ bytes +[0-9a-f]{12}, \d+ bytes$")
        self.assertIn("The same version made it, from the same inputs: either the manifest was", said)

    def test_another_version(self):
        def change(manifest):
            manifest["program"]["revision"] = "0000000"
            manifest["outputs"][0]["sha256"] = "0" * 64
        self.change(change)
        run = read_json(self.path("run/run.json"))
        run["libraries"]["gdal"] = "1.0.0"
        self.write("run/run.json", json.dumps(run))
        said = self.differs("run")
        self.assertIn("25 of 26 files are the same, 1 differ", said)
        self.assertIn("(git 0000000), this is mgz ", said)
        self.assertRegex(said, r'This program stands on gdal \S+ instead of "1\.0\.0"\.')

    def test_file_that_is_no_longer_made(self):
        self.change(lambda manifest: manifest["outputs"].append(
            {"file": "forecast.csv", "sha256": "0" * 64, "size": 9}))
        self.assertRegex(self.differs("run"), r"(?m)^forecast\.csv +0{12}, 9 bytes +missing$")


class Inputs(WithRuns):
    def refuses_run(self, sentence, *words):
        self.refuses(sentence, "reproduce", "run", *words)

    def test_missing(self):
        os.remove(self.path("run/run.json"))
        self.refuses_run("areas.geojson: the file of geography.regions is not in run; name its folder "
                         "with --inputs")

    def test_changed(self):
        old = sha256(self.path("own/travel.csv"))
        with open(self.path("own/travel.csv"), "a", encoding="utf-8") as file:
            file.write("\n")
        self.without_paths("run")
        new = sha256(self.path("own/travel.csv"))
        self.refuses_run(f"{self.path('own/travel.csv')}: is not the file that was read for "
                         f"inputs.travel: its SHA-256 starts with {new[:12]} instead of {old[:12]}; "
                         "name the folder of the right one with --inputs", "--inputs", "own")

    def test_the_one_that_fits_is_taken(self):
        shutil.copytree(self.path("own"), self.path("run"), dirs_exist_ok=True)
        with open(self.path("run/travel.csv"), "a", encoding="utf-8") as file:
            file.write("\n")
        self.succeeds("reproduce", "run", "--inputs", "run", "--inputs", "own")

    def test_no_folder(self):
        self.refuses_run("nowhere: is no folder; name one that holds inputs", "--inputs", "nowhere")

    def test_data_of_another_version(self):
        """What comes with the program is looked for in its own folder."""
        data = self.path("data")
        for part in ["shapefiles", "scenarios", "report/dist"]:
            shutil.copytree(os.path.join(cli.ROOT, part), os.path.join(data, part))
        path = os.path.join(data, "shapefiles/regions.dbf")
        old = sha256(path)
        with open(path, "r+b") as file:
            file.seek(-3, os.SEEK_END)
            file.write(b"X")
        self.refuses_for_data(path, old)

    def refuses_for_data(self, path, old):
        program = read_json(self.path("plain/manifest.json"))["program"]
        self.refuses(f"{path}: is not the file that was read for geography.regions: its SHA-256 "
                     f"starts with {sha256(path)[:12]} instead of {old[:12]}; take it from mgz "
                     f"{program['version']} (git {program['revision']}), which wrote the manifest, "
                     "and set MGZ_DATA", "reproduce", "plain", env={"MGZ_DATA": self.path("data")})


class Hostile(WithRuns):
    def refuses_change(self, sentence, change, folder="run"):
        """One change at a time of a good manifest."""
        with open(self.path(f"{folder}/manifest.json"), "rb") as file:
            good = file.read()
        self.change(change, folder)
        self.refuses(f"{folder}/manifest.json{sentence}", "reproduce", folder)
        with open(self.path(f"{folder}/manifest.json"), "wb") as file:
            file.write(good)

    def test_not_a_manifest(self):
        which = "give the manifest.json that mgz run or compare left"
        self.refuses(f"nowhere: there is no such file; {which}", "reproduce", "nowhere")
        self.refuses(f"own/manifest.json: there is no such file; {which}", "reproduce", "own")
        for text, wrong in [("[" * 100000, "is nested deeper than 64"),
                            ('{"a": "\\ud800"}', "is not an object of JSON")]:
            self.write("m.json", text)
            self.refuses(f"m.json: {wrong}; {which}", "reproduce", "m.json")
        self.write("m.json", '{"format": "mgz manifest", "format_version": 2}')
        self.refuses("m.json: is of format_version 2, and this program reads versions up to 1; use a "
                     "later release of mgz (mgz --version tells which one this is)",
                     "reproduce", "m.json")
        os.mkfifo(self.path("pipe"))
        self.refuses(f"pipe: is not a file; {which}", "reproduce", "pipe")

    def test_fields(self):
        """Each field by itself: tests/sim/output/manifest_file_test.cpp."""
        self.refuses_change(f": outputs[1].file is not the name of a file without a folder; "
                            f"{AS_WRITTEN}", lambda m: m["outputs"][1].update(file="../x.csv"))
        self.refuses_change(f": scenarios[1].name is not named once only; {AS_WRITTEN}",
                            lambda m: m["scenarios"][1].update(name=m["scenarios"][0]["name"]),
                            "plans")

    def set_text(self, change):
        def apply(manifest):
            manifest["scenario"]["text"] = change(manifest["scenario"]["text"])
        return apply

    def test_scenario(self):
        text = ", the scenario's text"
        self.refuses_change(f"{text}, line 1: inherits from another scenario; give the whole scenario",
                            self.set_text(lambda t: 'inherits = "baseline"\n' + t))
        for path in ["/etc/passwd", "../own/areas.geojson", "/vsicurl/http://example.org/a.gpkg"]:
            self.refuses_change(
                f"{text}: geography.regions is not one of the inputs that the manifest lists; {AS_WRITTEN}",
                self.set_text(lambda t, p=path: t.replace("areas.geojson", p)))
        self.refuses_change(
            f"{text}: interventions.area is not one of the inputs that the manifest lists; {AS_WRITTEN}",
            self.set_text(lambda t: t.replace("pilot.geojson", "/dev/zero")))
        self.refuses_change(f'{text}: there is no key "\\u001b"; {AS_WRITTEN}',
                            lambda m: m["scenario"]["origins"].update({"\u001b": "x"}))
        self.refuses_change(f"{text}, line 1: title has the wrong kind of value; give text in quotes",
                            self.set_text(lambda t: "title = 1\n"))
        for bad in ["title = ", "\u0000", "title = " + "[" * 10000]:
            self.change(self.set_text(lambda t, b=bad: b))
            done = self.mgz("reproduce", "run")
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertRegex(done.stderr, r"^mgz: run/manifest\.json, the scenario's text, line 1, "
                                          r"column \d+: .*correct the TOML\n$")

    def test_other_kinds(self):
        self.change(lambda m: m.update(format="mgz sweep manifest"))
        self.refuses("run/manifest.json: is of a sweep, which may take days; run its study again with "
                     "mgz sweep, or use --check", "reproduce", "run")
        self.succeeds("reproduce", "run", "--check")
        self.change(lambda m: m.update(format="mgz sensitivity manifest"))
        self.refuses("run/manifest.json: is of a sensitivity analysis, which its sweep decides; run mgz "
                     "sensitivity on the sweep again, or use --check", "reproduce", "run")
        self.change(lambda m: m.update(format="x"))
        self.refuses(f"run/manifest.json: format is not that of a manifest of mgz; {AS_WRITTEN}",
                     "reproduce", "run")


class Check(WithRuns):
    def test_as_it_was(self):
        for folder in ["run", "plans"]:
            said = self.succeeds("reproduce", f"{folder}/manifest.json", "--check")
            self.assertRegex(said, rf"^\d+ files are as {folder}/manifest.json says, byte for byte\n$")

    def test_a_lost_digit(self):
        path = self.path("run/regions.csv")
        size = os.path.getsize(path)
        with open(path, "r+b") as file:
            file.truncate(size - 2)
        os.remove(self.path("run/care.csv"))
        with open(self.path("run/shortage_so.tif"), "r+b") as file:
            file.seek(-1, os.SEEK_END)
            last = file.read(1)
            file.seek(-1, os.SEEK_END)
            file.write(bytes([last[0] ^ 1]))
        said = self.differs("run", "--check")
        self.assertRegex(said, rf"(?m)^regions\.csv +[0-9a-f]{{12}}, {size} bytes +"
                               rf"[0-9a-f]{{12}}, {size - 2} bytes$")
        self.assertRegex(said, r"(?m)^care\.csv +[0-9a-f]{12}, \d+ bytes +missing$")
        self.assertIn("\nshortage_so.tif ", said)
        self.assertIn("23 of 26 files are the same, 3 differ", said)

    def test_needs_nothing_else(self):
        self.refuses("reproduce: --check makes nothing and needs no inputs; leave out -o and --inputs, "
                     "or --check", "reproduce", "run", "--check", "-o", "again")


class Record(WithRuns):
    def test_manifest_and_run_json_tell_what_made_it(self):
        run, manifest = (read_json(self.path(f"run/{name}.json")) for name in ("run", "manifest"))
        self.assertEqual(run["program"], manifest["program"])
        self.assertIn(run["build"]["type"], ["Release", "RelWithDebInfo"])
        self.assertIn("-ffp-contract=off", run["build"]["flags"])
        self.assertLessEqual({"boost", "cli11", "eigen", "fmt", "gdal", "geos", "libc", "nlohmann_json",
                              "nlopt", "openssl", "proj", "pugixml", "spdlog", "sqlite",
                              "tomlplusplus"}, set(run["libraries"]))
        for name, version in run["libraries"].items():
            self.assertRegex(version, r"^\d+\.\d+", name)
        lines = [hashlib.sha256(manifest["scenario"]["text"].encode()).hexdigest(),
                 *(entry["sha256"] for entry in manifest["inputs"])]
        case = hashlib.sha256("".join(line + "\n" for line in lines).encode()).hexdigest()
        self.assertEqual(manifest["case_sha256"], case)

    def test_maps_carry_the_short_form(self):
        cli.need("gdalinfo")
        for folder, files in [("run", ["shortage.gpkg", "access_so.tif"]),
                              ("plans", ["difference.gpkg", "difference_so.tif"])]:
            manifest = read_json(self.path(f"{folder}/manifest.json"))
            for name in files:
                path = self.path(f"{folder}/{name}")
                words = ["gdalinfo", path] if name.endswith(".tif") else ["ogrinfo", "-ro", path]
                said = cli.run(*words[1:], program=words[0]).stdout
                for label in [f"MGZ_VERSION={manifest['program']['version']}", "SEED=5",
                              "REPLICATES=2", f"CASE_SHA256={manifest['case_sha256']}"]:
                    self.assertIn(label, said, name)
                self.assertNotIn(manifest["program"]["revision"], said)


class Published(cli.Case):
    """docs/published: a test of results, so that README.md shows what the program makes."""

    def test_the_map_of_the_readme(self):
        folder = os.path.join(cli.ROOT, "docs/published/shortage")
        with open(os.path.join(cli.ROOT, "docs/published/README.md"), encoding="utf-8") as file:
            self.assertIn("(shortage/manifest.json)", file.read())
        done = self.mgz("reproduce", folder)
        self.assertEqual(done.stderr, "")
        moved = re.findall(r"(?m)^(\S+) +[0-9a-f]{12}, \d+ bytes ", done.stdout)
        self.assertEqual(done.returncode, 1 if moved else 0, done.stdout)
        # Other releases of GDAL may pack maps and rasters otherwise.
        self.assertEqual([name for name in moved if not name.endswith((".gpkg", ".tif", ".geojson"))],
                         [], "results moved; docs/development.md tells how to renew them")


if __name__ == "__main__":
    cli.main()

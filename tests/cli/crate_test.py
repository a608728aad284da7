#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz export --crate: the folder as archives read it, after RO-Crate 1.1 and Process Run Crate 0.5."""

import datetime
import os
import urllib.parse

import cli
import with_runs
from with_runs import WithRuns, read_json, sha256


def setUpModule():
    with_runs.make_runs()


class Crate(WithRuns):
    def crate(self, folder):
        self.succeeds("export", folder, "--crate")
        return read_json(self.path(f"{folder}/ro-crate-metadata.json"))

    def check_profile(self, crate, folder):
        """What RO-Crate 1.1 and Process Run Crate 0.5 require."""
        self.assertEqual(crate["@context"], ["https://w3id.org/ro/crate/1.1/context",
                                             "https://w3id.org/ro/terms/workflow-run/context"])
        things = {thing["@id"]: thing for thing in crate["@graph"]}
        self.assertEqual(len(things), len(crate["@graph"]), "an @id stands for one thing")
        descriptor, root = things["ro-crate-metadata.json"], things["./"]
        self.assertEqual(descriptor["@type"], "CreativeWork")
        self.assertEqual(descriptor["conformsTo"], {"@id": "https://w3id.org/ro/crate/1.1"})
        self.assertEqual(descriptor["about"], {"@id": "./"})
        self.assertEqual(root["@type"], "Dataset")
        profile = things[root["conformsTo"]["@id"]]
        self.assertEqual((profile["@id"], profile["@type"]),
                         ("https://w3id.org/ro/wfrun/process/0.5", "CreativeWork"))
        for name in ["name", "description", "license"]:
            self.assertTrue(root[name])
        datetime.datetime.fromisoformat(root["datePublished"].replace("Z", "+00:00"))
        self.check_links(crate, things)
        action = things[root["mentions"]["@id"]]
        self.assertEqual(action["@type"], "CreateAction")
        for name in ["name", "description", "startTime", "endTime"]:
            self.assertTrue(action[name])
        program = things[action["instrument"]["@id"]]
        self.assertEqual((program["@type"], program["name"]), ("SoftwareApplication", "mgz"))
        self.assertTrue(program["softwareVersion"])
        self.assertEqual(action["result"], root["hasPart"])
        self.check_files([things[part["@id"]] for part in root["hasPart"]], folder)
        return things, action

    def check_links(self, crate, things):
        """Whatever is referred to is there."""
        def walk(value):
            if isinstance(value, dict):
                if set(value) == {"@id"} and value["@id"] != "https://w3id.org/ro/crate/1.1":
                    self.assertIn(value["@id"], things)
                value = list(value.values())
            if isinstance(value, list):
                for item in value:
                    walk(item)
        walk(crate["@graph"])

    def check_files(self, files, folder):
        """Each file of the folder is there, and is what it is said to be."""
        for file in files:
            self.assertEqual(file["@type"], "File")
            path = self.path(f"{folder}/{urllib.parse.unquote(file['@id'])}")
            self.assertEqual((file["contentSize"], file["sha256"]),
                             (str(os.path.getsize(path)), sha256(path)))
            self.assertRegex(file["encodingFormat"], r"^(text|application|image)/[\w.+-]+")
            self.assertNotIn("octet-stream", file["encodingFormat"])
        self.assertEqual({file["name"] for file in files} | {"ro-crate-metadata.json"},
                         set(os.listdir(self.path(folder))))

    def test_of_a_run(self):
        crate = self.crate("run")
        things, action = self.check_profile(crate, "run")
        manifest = read_json(self.path("run/manifest.json"))
        inputs = [(things[part["@id"]]["name"], things[part["@id"]]["sha256"])
                  for part in action["object"]]
        self.assertEqual(inputs, [(entry["file"], entry["sha256"]) for entry in manifest["inputs"]])
        self.assertTrue(things["./"]["license"].startswith("None is stated"))
        self.refuses("run/ro-crate-metadata.json: exists; give another file or --force",
                     "export", "run", "--crate")
        self.succeeds("reproduce", "run", "--check")

    def test_of_a_comparison_and_of_default_data(self):
        self.check_profile(self.crate("plans"), "plans")
        things, _ = self.check_profile(self.crate("plain"), "plain")
        self.assertEqual(things["./"]["license"],
                         {"@id": "https://creativecommons.org/licenses/by/4.0/"})
        self.assertIn("Default geography: CBS, CC BY 4.0", things["./"]["description"])

    def test_refusals(self):
        self.refuses("export: needs either a workbook to make or --crate; name one with -o, or add "
                     "--crate", "export", "run")
        os.remove(self.path("plans/run.json"))
        self.refuses("plans/run.json: does not tell when and how the run was made; give a whole folder "
                     "that mgz run or compare made", "export", "plans", "--crate")
        with open(self.path("run/regions.csv"), "a", encoding="utf-8") as file:
            file.write("\n")
        self.refuses("run/regions.csv: is not as mgz left it; mgz reproduce --check tells more",
                     "export", "run", "--crate")


if __name__ == "__main__":
    cli.main()

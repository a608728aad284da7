#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""An installation of the program: moved, called from elsewhere, free of the source tree, and with a
list of its parts that holds together. tests/trust/install.sh tries the package and the libraries.
"""

import json
import os
import shutil
import tempfile

import cli

BUILD = os.path.dirname(os.path.dirname(cli.PROGRAM))
EPOCH = {**os.environ, "SOURCE_DATE_EPOCH": "1769860800"}  # 31 January 2026


class Installed(cli.Case):
    @classmethod
    def setUpClass(cls):
        cli.need("cmake")
        folder = tempfile.mkdtemp(prefix="mgz-install-")
        cls.addClassCleanup(shutil.rmtree, folder)
        first, cls.prefix = os.path.join(folder, "first"), os.path.join(folder, "second place")
        done = cli.run("--install", BUILD, "--component", "program", "--prefix", first,
                       program="cmake", env=EPOCH)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        os.rename(first, cls.prefix)

    def at(self, *parts):
        return os.path.join(self.prefix, *parts)

    def test_works_after_a_move_and_through_a_link(self):
        os.symlink(self.at("bin", "mgz"), self.path("link"))
        for program in [self.at("bin", "mgz"), self.path("link")]:
            done = cli.run("scenarios", program=program, cwd=self.folder)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(f"The files are in {self.at('share', 'mgz')}/scenarios.", done.stdout)
        words = ["run", "baseline", *cli.QUICK]
        self.succeeds(*words, "-o", "here")
        done = cli.run(*words, "-o", "there", program=self.path("link"), cwd=self.folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(cli.files_below(self.path("here"))["shortage.gpkg"],
                         cli.files_below(self.path("there"))["shortage.gpkg"])

    def test_says_so_when_its_data_are_gone(self):
        os.mkdir(self.path("bin"))
        alone = shutil.copy(self.at("bin", "mgz"), self.path("bin"))
        done = cli.run("scenarios", program=alone, cwd=self.folder)
        self.assertEqual((done.returncode, done.stderr),
                         (2, "mgz: the folder with shapefiles and scenarios is not found; set the "
                             "environment variable MGZ_DATA to it\n"))

    def test_nothing_knows_the_source_tree_or_the_build(self):
        files = cli.files_below(self.prefix)
        for name in ["bin/mgz", "share/mgz/shapefiles/regions.shp", "share/doc/mgz/README.md",
                     "share/mgz/report/dist/report.html", "share/doc/mgz/copyright",
                     "share/doc/mgz/docs/guide.md", "share/man/man1/mgz-sweep-plan.1",
                     "share/bash-completion/completions/mgz", "share/zsh/site-functions/_mgz"]:
            self.assertIn(name, list(files))
        telling = [name for name, content in files.items()
                   if cli.ROOT.encode() in content or BUILD.encode() in content]
        self.assertEqual(telling, [])

    def test_the_list_of_parts(self):
        cli.need("dpkg-query")
        with open(self.at("share", "doc", "mgz", "mgz.spdx.json"), encoding="utf-8") as file:
            parts = json.load(file)
        check_spdx(self, parts)
        packages = {at["name"]: at for at in parts["packages"]}
        self.assertEqual(packages["mgz"]["licenseDeclared"], "EUPL-1.2")
        how = {at["relatedSpdxElement"]: at["relationshipType"] for at in parts["relationships"]}
        # Some that are there wherever it is built; versions are those of the system.
        for name, relation in [("libeigen3-dev", "STATIC_LINK"), ("libcli11-dev", "STATIC_LINK"),
                               ("nlohmann-json3-dev", "STATIC_LINK"), ("echarts", "CONTAINS"),
                               ("librandom123-dev", "STATIC_LINK"), ("libc6", "DYNAMIC_LINK"),
                               ("zrender", "CONTAINS"), ("tslib", "CONTAINS")]:
            self.assertEqual(how[packages[name]["SPDXID"]], relation, name)
        linked = [at for at, relation in how.items() if relation == "DYNAMIC_LINK"]
        needed = cli.run("-d", self.at("bin", "mgz"), program="readelf").stdout.count("(NEEDED)")
        self.assertTrue(needed / 2 < len(linked) <= needed, linked)
        self.assertTrue(any("libgdal" in at for at in linked), linked)
        self.assertNotIn("catch2", packages)  # what only tests use


def check_spdx(test, parts):
    """What SPDX 2.3 demands: fields, forms of ids, licences and dates; nothing refers to nothing."""
    test.assertEqual((parts["spdxVersion"], parts["dataLicense"], parts["SPDXID"]),
                     ("SPDX-2.3", "CC0-1.0", "SPDXRef-DOCUMENT"))
    test.assertRegex(parts["documentNamespace"], r"^https://[^\s#]+$")
    test.assertEqual(parts["creationInfo"]["created"], "2026-01-31T12:00:00Z")
    for creator in parts["creationInfo"]["creators"]:
        test.assertRegex(creator, r"^(Tool|Organization): \S")
    ids = [at["SPDXID"] for at in parts["packages"]]
    test.assertEqual(len(ids), len(set(ids)))
    for at in parts["packages"]:
        test.assertRegex(at["SPDXID"], r"^SPDXRef-[A-Za-z0-9.-]+$")
        for field in ["name", "versionInfo", "downloadLocation", "copyrightText"]:
            test.assertTrue(at[field], at)
        for field in ["licenseConcluded", "licenseDeclared"]:
            test.assertRegex(at[field], r"^(NOASSERTION|[A-Za-z0-9.-]+)$")
        test.assertIs(at["filesAnalyzed"], False)
        for reference in at.get("externalRefs", []):
            test.assertRegex(reference["referenceLocator"], r"^pkg:(deb/\w+|npm)/[^@\s]+@[^\s]+$")
    known = {*ids, "SPDXRef-DOCUMENT"}
    for at in parts["relationships"]:
        test.assertLessEqual({at["spdxElementId"], at["relatedSpdxElement"]}, known)
    described = [at["relatedSpdxElement"] for at in parts["relationships"]
                 if at["relationshipType"] == "DESCRIBES"]
    test.assertEqual(described, ["SPDXRef-mgz"])
    related = {at[end] for at in parts["relationships"]
               for end in ("spdxElementId", "relatedSpdxElement")}
    test.assertEqual(related, known)


if __name__ == "__main__":
    cli.main()

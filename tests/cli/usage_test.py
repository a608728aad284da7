#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Words of the command line: help, version, every way to get them wrong, and what only prints."""

import os
import re
import resource
import stat

import cli

HELP = "mgz run --help tells more"


class Help(cli.Case):
    def test_program(self):
        text = self.succeeds("--help")
        for command in ["run", "check", "scenarios", "parameters", "data", "validate", "calibrate",
                        "explain", "sweep", "sensitivity", "initiatives"]:
            self.assertRegex(text, rf"(?m)^  {command} +[A-Z]")

    def test_every_command_tells_its_options(self):
        for command, option in [("run", "--replicates"), ("check", "--set"),
                                ("parameters", "--markdown"), ("validate", "--json"),
                                ("explain", "--physician"), ("calibrate", "--resume"),
                                ("sensitivity", "--resamples"),
                                ("data import", "--code"), ("data synthesise", "--scale")]:
            self.assertIn(option, self.succeeds(*command.split(), "--help"))

    def test_version_names_the_revision(self):
        self.assertRegex(self.succeeds("--version"), r"^mgz \d+\.\d+\.\d+ \(git [0-9a-z-]+\)\n$")


class Wrong(cli.Case):
    def test_no_command(self):
        self.refuses("no command is given; the commands are run, compare, validate, calibrate, "
                     "explain, sweep, sensitivity, report, map, export, reproduce, check, scenarios, "
                     "parameters, initiatives, data, completion, manual")
        self.refuses("data: no command is given; the commands are columns, import, "
                     "synthesise", "data")

    def test_unknown_command(self):
        self.refuses("there is no command 'rnu'; did you mean 'run'?", "rnu", "baseline")
        self.refuses("data: there is no command 'imprt'; did you mean 'import'?", "data", "imprt")

    def test_unknown_option(self):
        self.refuses("run: there is no option --replicats; did you mean --replicates?",
                     "run", "baseline", "--replicats", "5")
        self.refuses(f"run: there is no option -q; {HELP}", "run", "baseline", "-q")

    def test_words_missing_or_too_many(self):
        self.refuses(f"run: SCENARIO is missing; {HELP}", "run")
        self.refuses(f"run: 'two' is one word too many; {HELP}", "run", "one", "two")
        self.refuses(f"run: --replicates needs a value; {HELP}", "run", "baseline", "--replicates")
        self.refuses("run: no output folder is given; name one with -o, or add --dry-run",
                     "run", "baseline")

    def test_values(self):
        for option, value, low, high in [("--replicates", "0", 1, 100000),
                                         ("--replicates", "1.5", 1, 100000),
                                         ("--seed", "-1", 0, 4294967295),
                                         ("--threads", "many", 1, 4096),
                                         ("--to", "1999", 2003, 2100)]:
            self.refuses(f"run: {option}: '{value}' is not a whole number from {low} to {high}; "
                         f"{HELP}", "run", "baseline", "-o", "out", option, value)
        self.refuses(f"run: --lang: 'fr' is unknown; give en or nl; {HELP}",
                     "run", "baseline", "-o", "out", "--lang", "fr")
        self.refuses(f"run: --seed is given more than once; {HELP}",
                     "run", "baseline", "--seed", "1", "--seed", "2", "-o", "out")
        self.refuses("--set settlement.size: is not key=value; for example --set "
                     "settlement.size=0.5", "check", "baseline", "--set", "settlement.size")


class Printing(cli.Case):
    def test_parameters(self):
        text = self.succeeds("parameters", "settlement")
        self.assertIn("settlement.distance_exponent", text)
        self.assertNotIn("careers.", text)
        self.assertIn("careers.so.stock", self.succeeds("parameters"))
        self.refuses("setlement: is not a group of parameters; the groups are general, geography, "
                     "inputs, world, training, need, careers, settlement, care, duty, support, "
                     "overflow, costs, cooperation, initiatives, output",
                     "parameters", "setlement")

    def test_parameters_as_markdown_have_one_width(self):
        text = self.succeeds("parameters", "--markdown")
        rows = [line for line in text.splitlines() if line.startswith("|")]
        self.assertGreater(len(rows), 100)
        for row in rows:
            self.assertEqual(len(re.findall(r"(?<!\\)\|", row)), 9, row)

    def test_scenarios(self):
        text = self.succeeds("scenarios")
        for name in ["baseline", "nulls/home", "nulls/rootedness", "nulls/size", "nulls/training"]:
            self.assertRegex(text, rf"(?m)^{name}$")

    def test_columns(self):
        text = self.succeeds("data", "columns")
        self.assertRegex(text, r"(?m)^geography\.settlements$")
        self.assertRegex(text, r"(?m)^  pop_85p +number +inhabitants +required")

    def test_full_stdout_is_a_failure(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = cli.subprocess.run([cli.PROGRAM, "scenarios"], stdout=full,
                                      stderr=cli.subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.stderr, "mgz: standard output cannot be written to\n")
        self.assertEqual(done.returncode, 1)


class DataFolder(cli.Case):
    def test_variable_decides(self):
        os.symlink(cli.SHAPES, self.path("shapefiles"))
        os.mkdir(self.path("scenarios"))
        self.write("scenarios/mine.toml", 'title = "Mine"\n')
        text = self.succeeds("scenarios", env={"MGZ_DATA": self.folder})
        self.assertTrue(text.startswith("mine\n    Mine\n"), text)

    def test_variable_wrong(self):
        self.refuses(f"MGZ_DATA ({self.folder}): is not a folder with shapefiles and scenarios; "
                     "correct this environment variable, or unset it",
                     "check", "baseline", env={"MGZ_DATA": self.folder})


class Inherit(cli.Case):
    def test_a_ready_scenario(self):
        file = self.write("mine.toml", 'inherits = "baseline"\n[settlement]\nload = 0.3\n')
        fitted = rf"# {cli.ROOT}/scenarios/fitted.toml"
        text = self.succeeds("check", file)
        self.assertRegex(text, rf"(?m)^settlement\.load = 0\.3 +# {file}$")
        self.assertRegex(text, rf"(?m)^settlement\.size = [\d.]+ +{fitted}$")

    def test_no_such_scenario(self):
        file = self.write("mine.toml", 'title = "Mine"\ninherits = "basline"\n')
        self.refuses(f'{file}, line 2: there is no scenario "basline" to inherit: neither '
                     f'{self.path("basline.toml")} nor {cli.ROOT}/scenarios/basline.toml is a '
                     'file; did you mean "baseline"?', "check", file)


class Check(cli.Case):
    def test_origins(self):
        parent = self.write("parent.toml", "[settlement]\nsize = 0.6\nload = 0.4\n")
        child = self.write("child.toml", 'inherits = "parent"\n[settlement]\nload = 0.3\n')
        text = self.succeeds("check", child, "--set", "world.seed=5")
        for line in [rf"settlement.size = 0\.6 +# {parent}", rf"settlement.load = 0\.3 +# {child}",
                     r"world.seed = 5 +# --set", r"settlement.housing = 0\.3 +# default"]:
            self.assertRegex(text, rf"(?m)^{line}$")
        self.assertIn("31 regions, 56 subregions, 4067 settlements", text)
        self.assertRegex(text, r"(?m)^#   overlaps +none$")
        self.assertTrue(text.endswith("The scenario can be run.\n"))

    def test_overlap_is_reported_by_code(self):
        # The second area stands on the first one's eastern half.
        squares = cli.json_of_squares([("A", 5.0, 5.2), ("B", 5.1, 5.3), ("C", 5.5, 5.6)])
        self.write("squares.geojson", squares)
        text = self.succeeds("data", "import", "regions", "squares.geojson", "-o", "squares.gpkg")
        self.assertRegex(text, r"(?m)^  overlaps \(1\)  A and B: \d+\.\d\d km2$")
        self.assertRegex(text, r"(?m)^  alone \(1\)     C touches no other$")


class DryRun(cli.Case):
    def test_says_what_would_be_done_and_writes_nothing(self):
        os.chmod(self.folder, stat.S_IRUSR | stat.S_IXUSR)
        self.addCleanup(os.chmod, self.folder, stat.S_IRWXU)
        text = self.succeeds("run", "baseline", "-o", "out", "--dry-run", "--seed", "7")
        self.assertEqual(os.listdir(self.folder), [])
        for line in ["years +2003 to 2040, 152 quarters", "places +31 regions, 56 subregions, .*",
                     "employers +4900 gp_practice, .*", "replicates +20, seed 7",
                     r"time +about \d+ s", r"disk +about \d+ MB", r"memory +about \d+ MB", "output +out"]:
            self.assertRegex(text, rf"(?m)^{line}$")

    def test_estimate_of_bytes_is_near(self):
        words = ["run", "baseline", "-o", "out", *cli.YEARS, "--replicates", "1"]
        said = self.succeeds(*words, "--dry-run")
        self.succeeds(*words)
        megabytes = int(re.search(r"about (\d+) MB", said)[1])
        found = sum(map(len, cli.files_below(self.path("out")).values())) / 1e6
        self.assertTrue(found / 2 <= megabytes <= 2 * found, (megabytes, found))
        memory = int(re.search(r"memory +about (\d+) MB", said)[1])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
        self.assertTrue(peak / 2 <= memory <= 3 * peak, (memory, peak))

    def test_more_than_the_memory_is_refused_before_it_begins(self):
        pages, page = (os.sysconf(name) for name in ("SC_PHYS_PAGES", "SC_PAGE_SIZE"))
        if pages * page > 180e9:
            self.skipTest("this machine could do it")
        for word in (["-o", "out"], ["--dry-run"]):
            done = self.mgz("run", "baseline", *word, "--replicates", "100000")
            self.assertRegex(done.stderr, r"\Amgz: memory: 100000 replicates of 31 regions, .*, 2003 "
                             r"to 2040, take about 2\d\d GB, and this machine has about \d+ GB; it "
                             r"needs fewer of them, fewer years, a smaller world or another "
                             r"machine\n\Z")
            self.assertEqual((done.returncode, done.stdout, os.listdir(self.folder)), (2, "", []))

    def test_more_memory_for_a_comparison_than_there_is(self):
        pages, page = (os.sysconf(name) for name in ("SC_PHYS_PAGES", "SC_PAGE_SIZE"))
        if pages * page > 90e9:
            self.skipTest("this machine could do it")
        for word in (["-o", "out"], ["--dry-run"]):
            done = self.mgz("compare", "baseline", "task_shifting", *word, "--replicates", "100000")
            self.assertRegex(done.stderr, r"\Amgz: memory: 100000 replicates of 31 regions, .*, 2003 "
                             r"to 2040, each in 2 scenarios take about \d+ GB, and this machine "
                             r"has about \d+ GB; it needs fewer of them, fewer scenarios or years, "
                             r"a smaller world or another machine\n\Z")
            self.assertEqual((done.returncode, done.stdout, os.listdir(self.folder)), (2, "", []))

    def test_estimate_of_memory_of_a_comparison_is_near(self):
        words = ["compare", "baseline", "task_shifting", "--replicates", "2", "--to", "2027",
                 "--set", "output.years=[2023, 2027]", "--set",
                 "output.cell_m=2000"]
        said = self.succeeds(*words, "--dry-run")
        self.succeeds(*words, "-o", "out")
        memory = int(re.search(r"memory +about (\d+) MB", said)[1])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
        self.assertTrue(peak / 2 <= memory <= 3 * peak, (memory, peak))

    def test_finds_what_would_stop_a_run(self):
        self.refuses("--set: settlement.size is 9; give 0 to 3 (1)",
                     "run", "baseline", "--dry-run", "--set", "settlement.size=9")


if __name__ == "__main__":
    cli.main()

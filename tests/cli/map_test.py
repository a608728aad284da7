#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz map: what it draws is what the tables say, as PNG, SVG and PDF, and what it cannot draw it
refuses with one sentence."""

import os
import struct
import subprocess
import xml.etree.ElementTree as xml
import zlib

import cli

SVG = "{http://www.w3.org/2000/svg}"
# Of shortage: breaks and ColorBrewer's YlOrRd, as in sim/show/classes.cpp.
BREAKS = [0.025, 0.05, 0.10, 0.15, 0.20, 0.30]
COLOURS = ["#ffffb2", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#b10026"]
# Long enough for shortage to differ between regions.
YEARS = ["--to", "2023", "--set", "output.map_year=2023", "--set", "output.years=[2003, 2023]",
         "--set", "output.cell_m=4000"]


def colour_of(shortage):
    return COLOURS[sum(shortage >= limit for limit in BREAKS)]


class Drawn:
    """An SVG: its areas and texts."""

    def __init__(self, path):
        self.root = xml.parse(path).getroot()
        self.width = float(self.root.get("viewBox").split()[2])

    def of_class(self, start):
        """Code -> paths of items whose class begins so."""
        found = {}
        for path in self.root.iter(SVG + "path"):
            name = path.get("class") or ""
            if name.startswith(start + " "):
                found.setdefault(name[len(start) + 1:], []).append(path)
        return found

    def colours(self):
        return {code: next(p.get("fill") for p in paths if p.get("fill").startswith("#"))
                for code, paths in self.of_class("area").items()}

    def hatched(self):
        return {code for code, paths in self.of_class("area").items()
                if any(p.get("fill").startswith("url(#hatch") for p in paths)}

    def texts(self, name=None):
        return [text.text for text in self.root.iter(SVG + "text")
                if name is None or text.get("class") == name]


def rings_of(path):
    return [[tuple(map(float, point.split(","))) for point in ring.split()]
            for ring in path.get("d").replace("Z", "").split("M")[1:]]


def point_inside(rings):
    """In the middle of the widest part of a line through the middle of the largest ring."""
    largest = max(rings, key=lambda ring: max(y for _, y in ring) - min(y for _, y in ring))
    y = (max(y for _, y in largest) + min(y for _, y in largest)) / 2 + 0.013
    crossings = sorted(x1 + (y - y1) / (y2 - y1) * (x2 - x1) for ring in rings
                       for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1])
                       if (y1 < y) != (y2 < y))
    left, right = max(zip(crossings[::2], crossings[1::2]), key=lambda pair: pair[1] - pair[0])
    return (left + right) / 2, y, right - left


class Pixels:
    """A PNG of 8-bit RGB, without interlace."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        at, packed = 8, b""
        while at < len(data):
            size, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + size]
            if kind == b"IHDR":
                self.width, self.height, depth, colour = struct.unpack(">IIBB", body[:10])
                assert (depth, colour) == (8, 2)
            elif kind == b"IDAT":
                packed += body
            at += size + 12
        self.rows = self.unfiltered(zlib.decompress(packed))

    def unfiltered(self, raw):
        stride, rows, above = 3 * self.width, [], bytearray(3 * self.width)
        for start in range(0, len(raw), stride + 1):
            kind, row = raw[start], bytearray(raw[start + 1:start + 1 + stride])
            for i in range(stride):
                a, b = (row[i - 3] if i >= 3 else 0), above[i]
                c = above[i - 3] if i >= 3 else 0
                nearest = min((a, b, c), key=lambda value: abs(a + b - c - value))
                row[i] = (row[i] + (0, a, b, (a + b) // 2, nearest)[kind]) & 255
            rows.append(row)
            above = row
        return rows

    def at(self, x, y):
        return "#" + self.rows[int(y)][3 * int(x):3 * int(x) + 3].hex()


class OfRun(cli.Case):
    """Maps of one run, made once."""

    @classmethod
    def setUpClass(cls):
        cls.runs = cli.tempfile.mkdtemp(prefix="mgz-map-")
        cls.addClassCleanup(cli.shutil.rmtree, cls.runs, ignore_errors=True)
        cls.out = os.path.join(cls.runs, "out")
        done = cli.mgz("run", "baseline", *YEARS, "--replicates", "1", "-o", cls.out, cwd=cls.runs)
        assert done.returncode == 0, done.stderr

    def figures(self, table="regions.csv", profession="huisarts_so", indicator="shortage", year="2023"):
        return {row["code"]: float(row["mean"]) for row in cli.table(f"{self.out}/{table}")
                if (row["profession"], row["indicator"], row["year"]) == (profession, indicator, year)}

    def draw(self, name, *words):
        self.assertEqual(self.succeeds("map", self.out, "-o", name, *words), "")
        return self.path(name)

    def test_every_region_has_the_colour_of_its_class(self):
        expected = {code: colour_of(mean) for code, mean in self.figures().items()}
        self.assertGreaterEqual(len(set(expected.values())), 3)
        drawn = Drawn(self.draw("a.svg"))
        self.assertEqual(drawn.colours(), expected)
        self.assertEqual(drawn.hatched(), set())
        self.assertEqual(drawn.texts("title"), ["Shortage of GPs and elderly care physicians, 2023"])
        self.assertIn("Default geography: CBS, CC BY 4.0", " ".join(drawn.texts("source")))
        for year, of_year in (("2003", self.figures(year="2003")), ("2023", self.figures())):
            self.assertEqual(Drawn(self.draw(f"{year}.svg", "--year", year)).colours(),
                             {code: colour_of(mean) for code, mean in of_year.items()})

    def test_pixels_of_regions_have_the_colours_too(self):
        drawn = Drawn(self.draw("a.svg", "--labels", "0"))
        pixels = Pixels(self.draw("a.png", "--labels", "0", "--width", "900px"))
        self.assertEqual(pixels.width, 900)
        scale, looked_at = pixels.width / drawn.width, 0
        for code, paths in drawn.of_class("area").items():
            x, y, room = point_inside(rings_of(paths[0]))
            if room < 12:
                continue  # a mark may hide a small region
            looked_at += pixels.at(scale * x, scale * y) == drawn.colours()[code]
        self.assertGreaterEqual(looked_at, 20)

    def test_labels_are_the_largest_and_as_many_as_asked_for(self):
        figures = self.figures()
        largest = sorted(figures, key=figures.get)[-4:]
        drawn = Drawn(self.draw("a.svg", "--labels", "4"))
        labels = {text.get("class") for text in drawn.root.iter(SVG + "text")
                  if (text.get("class") or "").startswith("label")}
        self.assertEqual(labels, {f"label {code}" for code in largest})
        for code in largest:
            self.assertIn(f"{100 * figures[code]:.1f}%", drawn.texts(f"label {code}"))

    def test_other_figures_subregions_and_dutch(self):
        drawn = Drawn(self.draw("a.svg", "--indicator", "vacancies", "--profession", "so",
                                "--level", "subregion", "--lang", "nl", "--labels", "3"))
        figures = self.figures("subregions.csv", "so", "vacancies")
        self.assertEqual(set(drawn.colours()), set(figures))
        by_colour = {}
        for code, colour in drawn.colours().items():
            by_colour.setdefault(colour, []).append(figures[code])
        spans = sorted((min(values), max(values)) for values in by_colour.values())
        for (_, below), (above, _) in zip(spans, spans[1:]):
            self.assertLess(below, above, "classes are apart")
        self.assertEqual(drawn.texts("title"), ["Vacatures, specialisten ouderengeneeskunde (SO), 2023"])
        self.assertIn("gesimuleerd, één replicatie", " ".join(drawn.texts("subtitle")))
        of_care = Drawn(self.draw("c.svg", "--indicator", "crisis", "--title", "A <b> title"))
        self.assertEqual(of_care.texts("title"), ["A <b> title"])
        self.assertEqual(len(of_care.colours()), 31)

    def test_the_same_bytes_twice(self):
        for extension in ("png", "svg", "pdf"):
            first, second = self.draw(f"a.{extension}"), self.draw(f"b.{extension}")
            with open(first, "rb") as one, open(second, "rb") as other:
                self.assertEqual(one.read(), other.read(), extension)

    def test_a_pdf_opens_and_is_as_wide_as_asked_for(self):
        cli.need("pdftoppm")
        self.draw("a.pdf", "--width", "85mm")
        subprocess.run(["pdftoppm", "-r", "254", "-png", self.path("a.pdf"), self.path("page")],
                       check=True, timeout=60)
        pages = [name for name in os.listdir(self.folder) if name.startswith("page")]
        self.assertEqual(len(pages), 1)
        self.assertAlmostEqual(Pixels(self.path(pages[0])).width, 850, delta=2)

    def test_what_is_there_is_not_replaced_unless_told(self):
        self.draw("a.svg")
        done = self.mgz("map", self.out, "-o", "a.svg")
        self.assertEqual(done.returncode, 2)
        self.assertIn("a.svg", done.stderr)
        self.draw("a.svg", "--force")

    def test_refusals(self):
        out = self.out
        self.refuses(f"{out}: has no indicator 'shortge' of regions; did you mean 'shortage'?",
                     "map", out, "--indicator", "shortge", "-o", "a.png")
        self.refuses(f"{out}: knows shortage not in 2030; give one of its years: 2003 to 2023",
                     "map", out, "--year", "2030", "-o", "a.png")
        self.refuses("a.gif: is no kind of picture that mgz makes; end its name in .png, .svg or .pdf",
                     "map", out, "-o", "a.gif")
        self.refuses("--width: '3cm' is no width of a picture; give 60mm to 600mm, or 300px to 8000px",
                     "map", out, "-o", "a.png", "--width", "3cm")
        self.refuses(f"{out}: has no shortage of profession 'arts'; give one of: avg, huisarts, "
                     "huisarts_so, so", "map", out, "--profession", "arts", "-o", "a.png")
        self.refuses(f"{out}: crisis is of no profession; leave --profession out",
                     "map", out, "--indicator", "crisis", "--profession", "so", "-o", "a.png")
        self.refuses(f"{out}: holds no differences: it is of a run; give a folder that mgz compare "
                     "made, or leave --difference out", "map", out, "--difference", "-o", "a.png")
        self.refuses("--scenario: a run has one scenario; leave --scenario out",
                     "map", out, "--scenario", "baseline", "-o", "a.png")


class OfComparison(cli.Case):
    @classmethod
    def setUpClass(cls):
        cls.runs = cli.tempfile.mkdtemp(prefix="mgz-map-")
        cls.addClassCleanup(cli.shutil.rmtree, cls.runs, ignore_errors=True)
        cls.out = os.path.join(cls.runs, "out")
        more = os.path.join(cls.runs, "more.toml")
        with open(more, "w", encoding="utf-8") as file:
            file.write('inherits = "baseline"\ntitle = "Need <b> doubles"\n'
                       "[need.so]\ngrowth = 0.06\n")
        other = os.path.join(cls.runs, "other.toml")
        with open(other, "w", encoding="utf-8") as file:
            file.write('inherits = "baseline"\ntitle = "Roots matter less"\n'
                       "[settlement]\nhome_weight = 0.5\n")
        done = cli.mgz("compare", "baseline", more, other, *YEARS, "--replicates", "4", "-o", cls.out, cwd=cls.runs)
        assert done.returncode == 0, done.stderr

    def effects(self, scenario):
        return {row["code"]: (float(row["effect_p05"]), float(row["effect_p95"]))
                for row in cli.table(f"{self.out}/differences.csv")
                if (row["scenario"], row["year"], row["level"], row["profession"], row["indicator"])
                == (scenario, "2023", "region", "huisarts_so", "shortage")}

    def draw(self, *words):
        self.assertEqual(self.succeeds("map", self.out, "-o", "a.svg", "--force", *words), "")
        return Drawn(self.path("a.svg"))

    def test_hatched_is_what_is_uncertain_and_outlined_what_is_certain(self):
        seen = set()
        for scenario in ("more", "other"):
            drawn = self.draw("--difference", "--scenario", scenario)
            uncertain = {code for code, (low, high) in self.effects(scenario).items()
                         if low <= 0 <= high}
            certain = set(self.effects(scenario)) - uncertain
            self.assertEqual(drawn.hatched(), uncertain)
            self.assertEqual(set(drawn.of_class("certain")), certain)
            seen |= {len(uncertain) > 0, len(certain) == 0}
        self.assertEqual(len(seen), 2, "both kinds were looked at")

    def test_scenarios_stand_beside_each_other(self):
        both = self.draw("--difference")
        self.assertEqual(both.texts("panel"), ["Need <b> doubles", "Roots matter less"])
        self.assertEqual({len(paths) for paths in both.of_class("certain").values()} - {1, 2}, set())
        levels = self.draw()
        self.assertEqual(len(levels.texts("panel")), 3)
        figures = {row["code"]: float(row["mean"]) for row in cli.table(f"{self.out}/figures.csv")
                   if (row["scenario"], row["year"], row["level"], row["profession"], row["indicator"])
                   == ("more", "2023", "region", "huisarts_so", "shortage")}
        drawn = self.draw("--scenario", "more")
        self.assertEqual(drawn.colours(), {c: colour_of(mean) for c, mean in figures.items()})

    def test_refusals(self):
        self.refuses("--scenario: there is no 'mor'; did you mean 'more'?",
                     "map", self.out, "--difference", "--scenario", "mor", "-o", "a.png")
        self.refuses(f"{self.out}: has no indicator 'vacances' of regions; did you mean 'vacancies'?",
                     "map", self.out, "--difference", "--indicator", "vacances", "-o", "a.png")


if __name__ == "__main__":
    cli.main()

#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz export: the workbook holds what the tables hold, numbers as numbers and text as text."""

import os
import shutil
import xml.etree.ElementTree as xml
import zipfile

import cli

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Workbook:
    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            names = [sheet.get("name") for sheet in
                     xml.fromstring(file.read("xl/workbook.xml")).iter(MAIN + "sheet")]
            shared = ["".join(item.itertext()).strip() for item in
                      xml.fromstring(file.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
            self.sheets = {name: self.rows(file.read(f"xl/worksheets/sheet{i}.xml"), shared)
                           for i, name in enumerate(names, 1)}
            self.formulas = sum(file.read(name).count(b"<f") for name in file.namelist()
                                if "worksheets" in name)

    @staticmethod
    def rows(sheet, shared):
        """Cells by their column letters: text as text, numbers as float."""
        rows = []
        for row in xml.fromstring(sheet).iter(MAIN + "row"):
            cells = {}
            for cell in row.iter(MAIN + "c"):
                value = cell.find(MAIN + "v").text.strip()
                letters = cell.get("r").rstrip("0123456789")
                cells[letters] = shared[int(value)] if cell.get("t") == "s" else float(value)
            rows.append(cells)
        return rows


def letters(index):
    return chr(ord("A") + index) if index < 26 else letters(index // 26 - 1) + letters(index % 26)


class Export(cli.Case):
    @classmethod
    def setUpClass(cls):
        cls.runs = cli.tempfile.mkdtemp(prefix="mgz-export-")
        cls.addClassCleanup(shutil.rmtree, cls.runs, ignore_errors=True)
        cls.out = os.path.join(cls.runs, "out")
        done = cli.mgz("run", "baseline", *cli.QUICK, "-o", cls.out, cwd=cls.runs)
        assert done.returncode == 0, done.stderr

    def check_sheet(self, rows, path):
        table = cli.table(path)
        with open(path, encoding="utf-8") as file:
            columns = file.readline().strip().split(",")
        self.assertEqual([rows[0][letters(i)] for i in range(len(columns))], columns)
        if not table:
            self.assertEqual([row for row in rows[1:] if row], [])
            return 0
        self.assertEqual(len(rows), len(table) + 1)
        numbers = 0
        for row, expected in zip(rows[1:], table):
            for i, column in enumerate(columns):
                found = row.get(letters(i), "")
                if isinstance(found, float):
                    numbers += 1
                    self.assertAlmostEqual(found, float(expected[column]),
                                           delta=1e-9 * max(1, abs(found)))
                else:
                    self.assertEqual(found, expected[column].strip(), (path, column))
        return numbers

    def test_every_table_is_a_sheet_with_what_it_holds(self):
        printed = self.succeeds("export", self.out, "-o", "a.xlsx")
        book = Workbook(self.path("a.xlsx"))
        tables = [name[:-4] for name in os.listdir(self.out) if name.endswith(".csv")]
        self.assertEqual(sorted(book.sheets), sorted(tables))
        self.assertEqual(list(book.sheets)[-1], "dictionary")
        for name in tables:
            numbers = self.check_sheet(book.sheets[name], f"{self.out}/{name}.csv")
            rows = len(cli.table(f"{self.out}/{name}.csv"))
            self.assertEqual(numbers > 0, rows > 0, name)
            self.assertIn(f"{rows} rows  {name}\n", printed)

    def test_the_same_bytes_twice(self):
        self.succeeds("export", self.out, "-o", "a.xlsx")
        self.succeeds("export", self.out, "-o", "b.xlsx")
        with open(self.path("a.xlsx"), "rb") as a, open(self.path("b.xlsx"), "rb") as b:
            self.assertEqual(a.read(), b.read())

    def test_text_that_looks_like_a_formula_stays_text(self):
        self.write("dictionary.csv", "file,layer,position,column,code,type,unit,meaning\n"
                                     "t.csv,,1,name,,text,-,Name.\nt.csv,,2,x,,real,1,Number.\n")
        self.write("t.csv", "name,x\n=1+1,2.5\nof:=1+1,\n@SUM(A1),1e300\n")
        self.succeeds("export", ".", "-o", "a.xlsx")
        book = Workbook(self.path("a.xlsx"))
        self.assertEqual(book.formulas, 0)
        self.assertEqual([row.get("A") for row in book.sheets["t"]],
                         ["name", "=1+1", "of:=1+1", "@SUM(A1)"])
        self.assertEqual([row.get("B") for row in book.sheets["t"]], ["x", 2.5, None, 1e300])

    def test_refusals(self):
        self.refuses("a.xls: is no kind of workbook that mgz makes; end its name in .xlsx",
                     "export", self.out, "-o", "a.xls")
        which = "give a folder that mgz run, compare or sensitivity made, or a collected sweep"
        self.refuses(f"nowhere: there is no such folder; {which}", "export", "nowhere", "-o", "a.xlsx")
        self.refuses(f".: has no dictionary.csv; {which}", "export", ".", "-o", "a.xlsx")
        self.write("dictionary.csv", "file,layer,position,column,code,type,unit,meaning\n"
                                     "t.csv,,1,name,,text,-,Name.\nt.csv,,2,x,,real,1,Number.\n")
        self.write("t.csv", "name,x\na,many\n")
        self.refuses("./t.csv, row 2, column x: 'many' is not what its dictionary says; give a folder "
                     "as mgz left it", "export", ".", "-o", "a.xlsx")
        self.write("t.csv", "name,x\n" + "a,1\n" * 1048576)
        self.refuses("./t.csv: has 1048577 rows, and a sheet of a workbook holds 1048576; open the CSV "
                     "file with a program for statistics or databases", "export", ".", "-o", "a.xlsx")


if __name__ == "__main__":
    cli.main()

#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""docs/model.md and docs/data.md say what the program says: the tables of parameters, the order of
the steps, a section for each file of the model, keys and values in the text.

    check_model_doc.py ROOT MGZ               exit status 1 with a line per difference
    check_model_doc.py ROOT MGZ --write       put the tables of MGZ into docs/model.md
    check_model_doc.py ROOT MGZ --self-test   does it find faults that are planted?
"""

import os
import re
import subprocess
import sys

import house

MODEL, DATA = "docs/model.md", "docs/data.md"
TABLE = re.compile(r"<!-- parameters: (\w+) -->\n(.*?)<!-- end -->\n", re.DOTALL)
ROW = re.compile(r"^\| `([^`]+)` \| (.*) \|$", re.MULTILINE)
STEP = re.compile(r"^    (?:const auto )?(?:\w+ = )?(\w+)\(", re.MULTILINE)
GROUPS = ("geography|inputs|world|training|need|careers|settlement|care|duty|support|overflow|costs|"
          "cooperation|initiatives|output")
KEY = re.compile(rf"`((?:{GROUPS})\.(?!csv`)[\w.]+)(?: = ([^`]+))?`")
FEWEST_WORDS = 30  # less is a heading, not a description


class Facts:
    """What the documents are held against."""

    def __init__(self, root, mgz):
        groups = re.findall(r"^### (\w+)$", self.ask(mgz), re.MULTILINE)
        self.tables = {group: self.ask(mgz, group) for group in groups}
        self.columns = subprocess.run([mgz, "data", "columns"], check=True, capture_output=True,
                                      text=True).stdout
        source = house.text(root, "sim/model/simulation.cpp")
        body = re.search(r"^void advance_quarter\(.*?^}", source, re.MULTILINE | re.DOTALL)
        self.steps = STEP.findall(body[0]) if body else []
        self.files = [f"sim/model/{name}" for name in sorted(os.listdir(f"{root}/sim/model"))
                      if name.endswith(".cpp")]

    @staticmethod
    def ask(mgz, *group):
        return subprocess.run([mgz, "parameters", "--markdown", *group], check=True,
                              capture_output=True, text=True).stdout

    def parameters(self):
        """Key -> cells after it: default, unit, range, basis, source, applies, meaning."""
        rows = (row for table in self.tables.values() for row in ROW.findall(table))
        return {key: re.split(r"(?<!\\) \| ", cells) for key, cells in rows}


def check_registry(facts):
    """A dash means that there is nothing to say: of text no unit and range, of inner works no
    source. Everything else must say it."""
    for key, cells in facts.parameters().items():
        if len(cells) != 7:
            yield f"{key}: {len(cells)} cells in its row"
            continue
        default, unit, span, basis, source = cells[:5]
        is_text = default.startswith(('`"', '`["'))
        for name, value, may_lack in [("unit", unit, is_text), ("range", span, is_text),
                                      ("source", source, basis == "technical")]:
            if not value.strip() or (value.strip() == "-" and not may_lack):
                yield f"{key} has no {name}"


def check_tables(model, facts):
    found = dict(TABLE.findall(model))
    for group, table in facts.tables.items():
        if group not in found:
            yield f"{MODEL}: no table '<!-- parameters: {group} -->'"
            continue
        ours, theirs = found[group].split("\n"), table.split("\n")
        for line in [x for x in theirs if x not in ours]:
            yield f"{MODEL}: the table of {group} lacks: {line}"
        for line in [x for x in ours if x not in theirs]:
            yield f"{MODEL}: the table of {group} has what the program does not say: {line}"
        if sorted(ours) == sorted(theirs) and ours != theirs:
            yield f"{MODEL}: the table of {group} is in another order"
    for group in found:
        if group not in facts.tables:
            yield f"{MODEL}: there is no group '{group}' of parameters"


def sections(model):
    """Heading -> its text, up to the next heading of any level."""
    parts = re.split(r"^(##+ .*)$", model, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def check_steps(model, facts):
    schedule = [text for heading, text in sections(model).items()
                if "Process overview and scheduling" in heading]
    if len(schedule) != 1:
        yield f"{MODEL}: no section 'Process overview and scheduling'"
        return
    named = re.findall(r"^\d+\. `(\w+)`", schedule[0], re.MULTILINE)
    if not facts.steps:
        yield "sim/model/simulation.cpp: found no step in advance_quarter"
    if named != facts.steps:
        yield (f"{MODEL}: steps {', '.join(named)}; advance_quarter has "
               f"{', '.join(facts.steps)}")


def check_files(model, facts):
    described = {}
    for heading, text in sections(model).items():
        for name in re.findall(r"^Code: `(.+)`$", text, re.MULTILINE):
            described[name] = heading
            if len(text.split()) < FEWEST_WORDS:
                yield f"{MODEL}: '{heading}' says next to nothing of {name}"
    for name in facts.files:
        if name not in described:
            yield f"{MODEL}: no section with 'Code: `{name}`'"
    for name, heading in described.items():
        if name not in facts.files:
            yield f"{MODEL}: '{heading}' describes {name}, which is not there"


def check_keys(path, text, facts):
    known = facts.parameters()
    prose = TABLE.sub("", text)
    for match in KEY.finditer(prose):
        key, value = match.groups()
        if key not in known:
            yield f"{path}: `{key}` is no parameter"
        elif value is not None and not same(value, known[key][0].strip("`")):
            yield f"{path}: `{key}` is {known[key][0]}, not {value}"


def same(ours, theirs):
    try:
        return float(ours) == float(theirs)
    except ValueError:
        return ours == theirs


def check_columns(data, facts):
    """Every input and every column of `mgz data columns`, under a heading with the input's key."""
    known, title = {}, None
    for line in facts.columns.split("\n"):
        if re.fullmatch(r"[a-z_]+\.[a-z_]+", line):
            title = line
        elif title and line.startswith("  "):
            known.setdefault(title, []).append(line.split()[0])
        else:
            title = None
    if not known:
        yield "mgz data columns: found no input"
    parts = sections(data)
    for title, columns in known.items():
        text = "".join(t for heading, t in parts.items() if f"`{title}`" in heading)
        for column in columns:
            if f"| `{column}` |" not in text:
                yield f"{DATA}: no row for column {column} under a heading with `{title}`"


def problems(model, data, facts):
    return [*check_registry(facts), *check_tables(model, facts), *check_steps(model, facts),
            *check_files(model, facts), *check_keys(MODEL, model, facts),
            *check_keys(DATA, data, facts), *check_columns(data, facts)]


def written(model, facts):
    def table(match):
        return f"<!-- parameters: {match[1]} -->\n{facts.tables[match[1]]}<!-- end -->\n"
    return TABLE.sub(table, model)


def self_test(model, data, facts):
    """Plants one fault after the other; each must give a complaint that names it."""
    lost = next(line for line in model.split("\n") if line.startswith("| `settlement.size` "))
    steps = [f". `{step}`" for step in facts.steps]
    faults = [
        ("a missing parameter", model.replace(lost + "\n", ""), data, "`settlement.size`"),
        ("another default", model.replace(lost, lost.replace("` | `", "` | `9", 1)), data,
         "does not say: | `settlement.size`"),
        ("a table too few", model.replace("<!-- parameters: need -->", ""), data, "need -->"),
        ("a missing step", model.replace(steps[-1], ". "), data, facts.steps[-1]),
        ("two steps swapped", model.replace(steps[0], ". `x`").replace(steps[1], steps[0])
         .replace(". `x`", steps[1]), data, "advance_quarter has"),
        ("a file without a section", model.replace("`sim/model/choice.cpp`", "choice"), data,
         "choice.cpp"),
        ("an unknown key", model + "\n`settlement.sise`\n", data, "`settlement.sise`"),
        ("a wrong value", model + "\n`settlement.rounds = 77`\n", data, "not 77"),
        ("a missing column", model, data.replace("| `pop_85p` |", "| |"), "pop_85p"),
    ]
    failures = [f"refuses what is in order: {p}" for p in problems(model, data, facts)]
    for name, faulty_model, faulty_data, complaint in faults:
        found = problems(faulty_model, faulty_data, facts)
        if not any(complaint in problem for problem in found):
            failures.append(f"misses {name}: {found}")
    mute = Facts.__new__(Facts)
    mute.tables = {"x": "| `x.a` | `1.0` |  | - | assumption | - | from the start | A. |\n"}
    found = list(check_registry(mute))
    if found != ["x.a has no unit", "x.a has no range", "x.a has no source"]:
        failures.append(f"misses a parameter without unit, range and source: {found}")
    house.finish(failures, len(faults) + 1, "planted faults")


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--write"], ["--self-test"]):
        sys.exit(f"usage: {os.path.basename(sys.argv[0])} ROOT MGZ [--write | --self-test]")
    root, mgz = sys.argv[1:3]
    facts = Facts(root, mgz)
    model, data = house.text(root, MODEL), house.text(root, DATA)
    if sys.argv[3:] == ["--write"]:
        with open(os.path.join(root, MODEL), "w", encoding="utf-8") as file:
            file.write(written(model, facts))
        return
    if sys.argv[3:] == ["--self-test"]:
        self_test(model, data, facts)
    found = problems(model, data, facts)
    if any("the table of" in problem for problem in found):
        found.append("renew the tables: tests/house/check_model_doc.py . PATH/TO/mgz --write")
    house.finish(found, len(facts.parameters()), "parameters")


if __name__ == "__main__":
    main()

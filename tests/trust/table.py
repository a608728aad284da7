#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Puts the records of the campaigns into docs/reliability.md, between its two marks.

    tests/trust/table.py            compares; exit status 1 when the page is older than the records
    tests/trust/table.py --write    renews the page
"""

import json
import os
import sys

from record import RECORDS, ROOT

PAGE = os.path.join(ROOT, "docs", "reliability.md")
BEGIN, END = "<!-- records -->", "<!-- end of records -->"
ORDER = ["fuzz", "sanitizers_address", "sanitizers_thread", "sanitizers_valgrind", "analysis",
         "faults", "kills", "surroundings", "paths", "hostile", "worlds", "processors", "reproduce",
         "install", "coverage", "mutations"]


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def section(record):
    rows = [f"| {cell(at['what'])} | {cell(at['measured'])} | {cell(at['outcome'])} "
            f"| `{cell(at['command'])}` |" for at in record["lines"]]
    return "\n".join([f"### {record['title']}", "",
                      f"{record['date']}, revision {record['revision']}, {record['machine']}.", "",
                      "| what | measured | outcome | command |", "|---|---|---|---|", *rows, ""])


def records():
    names = [name[:-5] for name in os.listdir(RECORDS) if name.endswith(".json")]
    known = sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
    for name in known:
        with open(os.path.join(RECORDS, name + ".json"), encoding="utf-8") as file:
            yield json.load(file)


def main():
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    renewed = head + BEGIN + "\n\n" + "\n".join(map(section, records())) + "\n" + END + tail
    if "--write" in sys.argv[1:]:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(renewed)
    elif renewed != page:
        sys.exit("docs/reliability.md is older than tests/trust/records: run tests/trust/table.py --write")


if __name__ == "__main__":
    main()

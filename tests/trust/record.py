#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What a campaign found, kept as a file: records/NAME.json. docs/reliability.md is made of these.

As a module:    record.keep("faults", "Faults", [record.line(...), ...])
From a script:  record.py NAME TITLE WHAT MEASURED OUTCOME COMMAND [WHAT MEASURED OUTCOME COMMAND]...

A campaign counts what it did itself and passes figures, never wishes: a failed campaign keeps no
record and ends with an error.
"""

import datetime
import json
import os
import platform
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RECORDS = os.path.join(HERE, "records")


def line(what, measured, outcome, command):
    """One row of the table. what: a short noun phrase; measured: counts with their units; outcome:
    what came of it; command: runs it again, from the root of the source tree."""
    return {"what": what, "measured": measured, "outcome": outcome, "command": command}


def revision():
    """The commit that was tried, with + when the tree differs from it in more than records."""
    def git(*words):
        return subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True,
                              check=False).stdout
    changed = [at for at in git("status", "--porcelain").splitlines() if "records/" not in at]
    return git("rev-parse", "--short=10", "HEAD").strip() + ("+" if changed else "")


def machine():
    """Processor and number of cores; no name of a host."""
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            named = [at.split(":", 1)[1].strip() for at in file if at.startswith("model name")]
        model = named[0] if named else model
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores"


def keep(name, title, lines):
    """Replaces records/NAME.json."""
    os.makedirs(RECORDS, exist_ok=True)
    record = {"title": title, "date": datetime.date.today().isoformat(), "revision": revision(),
              "machine": machine(), "lines": lines}
    with open(os.path.join(RECORDS, name + ".json"), "w", encoding="utf-8") as file:
        json.dump(record, file, indent=1, ensure_ascii=False)
        file.write("\n")


def main():
    words = sys.argv[1:]
    if len(words) < 6 or (len(words) - 2) % 4 != 0:
        sys.exit(__doc__)
    fields = words[2:]
    keep(words[0], words[1], [line(*fields[at:at + 4]) for at in range(0, len(fields), 4)])


if __name__ == "__main__":
    main()

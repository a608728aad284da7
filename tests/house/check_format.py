#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""C++ files are as clang-format leaves them. Releases of clang-format differ, so one is meant."""

import shutil
import subprocess
import sys

import house

FORMATTER = "clang-format-14"
SKIPPED = 77


def main():
    root = house.root_argument()
    if shutil.which(FORMATTER) is None:
        print(f"skipped: {FORMATTER} is not installed")
        sys.exit(SKIPPED)
    files = [path for path in house.paths(root) if house.is_cpp(path)]
    result = subprocess.run([FORMATTER, "--dry-run", "-Werror", *files],
                            cwd=root, capture_output=True, text=True)
    lines = result.stderr.splitlines()
    wrong = sorted({line.split(":", 1)[0] for line in lines if ": error:" in line})
    if result.returncode != 0 and not wrong:
        sys.exit(result.stderr)
    house.finish([f"{path}: run {FORMATTER} -i on it" for path in wrong], len(files), "C++ files")


if __name__ == "__main__":
    main()

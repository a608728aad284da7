# SPDX-License-Identifier: EUPL-1.2
"""What the checks of the house share: which files there are, and how a check ends."""

import os
import subprocess
import sys

# Folders that hold what is made, not what is written.
MADE = {".git", "build", "out", ".cache", "node_modules", "__pycache__"}


def paths(root):
    """Tracked files below root, relative, sorted; all files when root is no git checkout."""
    if os.path.exists(os.path.join(root, ".git")):
        # The checkout may belong to another user than the one who tests.
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"],
            check=True, capture_output=True).stdout
        found = [os.fsdecode(path) for path in listing.split(b"\0") if path]
        return sorted(p for p in found if os.path.isfile(os.path.join(root, p)))
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [f for f in folders if f not in MADE]
        found += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(found)


def text(root, path):
    """The text of a file, or None when it is not UTF-8 text."""
    with open(os.path.join(root, path), "rb") as file:
        content = file.read()
    try:
        return None if b"\0" in content else content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def is_cpp(path):
    return path.endswith((".h", ".cpp"))


def line_of(content, position):
    return content.count("\n", 0, position) + 1


def root_argument():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit(f"usage: {os.path.basename(sys.argv[0])} ROOT_OF_THE_TREE")
    return sys.argv[1]


def finish(problems, count, what):
    """Prints every problem and ends: 0 when there is none, else 1. Finding no file is a problem."""
    if count == 0:
        problems.append(f"found no {what} to look at")
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems in {count} {what}")
    sys.exit(1 if problems else 0)

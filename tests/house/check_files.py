#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every file in order: licence line, shell syntax, executable bits, no path of somebody's machine,
no address of a package registry, no test whose name CMake takes apart. Long files are reported, not refused.
"""

import os
import re
import subprocess

import house

SOURCE = (".h", ".cpp", ".sh", ".cmake", ".py", ".js", ".mjs", ".ts")
LICENCE = "SPDX-License-Identifier: EUPL-1.2"
LONG = 400

MACHINE_PATH = re.compile(r"(?<![\w.$~})\]/-])/(?:work|root|tmp|home)/")
REGISTRY = re.compile(
    r"https?://[^\s/]*(?:registry|npmjs|pypi|pythonhosted|artifact|mirror|deb\.debian|"
    r"archive\.ubuntu|localhost)|https?://\d+\.\d+\.", re.IGNORECASE)

# CMake's lists part at semicolons: such a test is registered as two that run nothing and pass.
CUT_NAME = re.compile(r'TEST_CASE\(\s*"(?:[^"\\]|\\.)*;')


def is_source(path, content):
    return path.endswith(SOURCE) or os.path.basename(path) == "CMakeLists.txt" \
        or content.startswith("#!")


def executables(root, tree):
    """Tracked modes where there is a checkout, else those of the file system."""
    if os.path.exists(os.path.join(root, ".git")):
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-s", "-z"],
            check=True, capture_output=True).stdout
        entries = [os.fsdecode(entry) for entry in listing.split(b"\0") if entry]
        return {e.split("\t", 1)[1] for e in entries if e.startswith("100755")}
    return {path for path in tree if os.access(os.path.join(root, path), os.X_OK)}


def check_text(path, content):
    if is_source(path, content) and LICENCE not in "\n".join(content.split("\n")[:5]):
        yield f"{path}: no licence line; put '{LICENCE}' in the first five lines"
    for match in MACHINE_PATH.finditer(content):
        yield (f"{path}:{house.line_of(content, match.start())}: '{match[0]}' is a path of one "
               "machine; use a relative path or mktemp")
    for match in REGISTRY.finditer(content):
        yield (f"{path}:{house.line_of(content, match.start())}: '{match[0]}' is the address of a "
               "package registry or a local server")
    for match in CUT_NAME.finditer(content):
        yield (f"{path}:{house.line_of(content, match.start())}: a semicolon in the name of a test; "
               "CMake takes it apart and runs nothing")


def check_script(root, path, content, executable):
    is_script = content.startswith("#!")
    if is_script and path not in executable:
        yield f"{path}: starts with #! but is not executable"
    if path in executable and not is_script:
        yield f"{path}: is executable but does not start with #!"
    if path.endswith(".sh") or re.match(r"#!.*\b(ba)?sh\b", content):
        result = subprocess.run(["bash", "-n", os.path.join(root, path)],
                                capture_output=True, text=True)
        if result.returncode != 0:
            yield f"{path}: {result.stderr.strip()}"


def main():
    root = house.root_argument()
    tree = house.paths(root)
    executable = executables(root, tree)
    problems, looked_at = [], 0
    for path in tree:
        content = house.text(root, path)
        if content is None:
            continue
        looked_at += 1
        problems += check_text(path, content)
        problems += check_script(root, path, content, executable)
        lines = content.count("\n")
        if is_source(path, content) and lines > LONG:
            print(f"note: {path} has {lines} lines; is it still one thing?")
    house.finish(problems, looked_at, "text files")


if __name__ == "__main__":
    main()

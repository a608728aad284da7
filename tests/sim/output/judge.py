# SPDX-License-Identifier: EUPL-1.2
"""What the judges of written files share: programs that must succeed, and a list of complaints."""

import subprocess

problems = []


def check(good, what):
    if not good:
        problems.append(what)


def run(*words):
    """Output of a program that must succeed and complain about nothing."""
    result = subprocess.run(words, capture_output=True, text=True)
    check(result.returncode == 0, f"{' '.join(words)}: exit {result.returncode}")
    check(result.stderr == "", f"{' '.join(words)}: {result.stderr.strip()}")
    return result.stdout

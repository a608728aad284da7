# SPDX-License-Identifier: EUPL-1.2
"""All commands as --help tells them, for tests of what is made from the same commands."""

import dataclasses
import functools
import itertools
import re

import cli


@dataclasses.dataclass
class Command:
    words: list     # ["sweep", "plan"]; [] for mgz itself
    commands: list  # names of what it has below
    options: dict   # "--lang" -> what it takes ("en|nl"), without a default; "" for a flag
    operands: list  # (name, what it takes)


def section(text, title):
    """The first words of the entries under a title of --help."""
    found = re.search(rf"^{title}:\n((?:  .*\n)+)", text, re.MULTILINE)
    return re.findall(r"^  (\S.*?)(?:  .*)?$", found[1], re.MULTILINE) if found else []


def command(words):
    done = cli.mgz(*words, "--help")
    assert done.returncode == 0, done.stderr
    options, operands = {}, []
    for entry in section(done.stdout, "Options"):
        names, _, takes = entry.removesuffix(" REQUIRED").partition(" ")
        options |= {name: takes.removesuffix(" ...").split("=")[0]
                    for name in names.split(",")}
    for entry in section(done.stdout, "Positionals"):
        name, _, takes = entry.removesuffix(" REQUIRED").removesuffix(" ...").partition(" ")
        operands.append((name, takes))
    return Command(words, section(done.stdout, "Subcommands"), options, operands)


@functools.cache
def every_command(words=()):
    """From mgz itself down."""
    first = command(list(words))
    below = [every_command((*words, name)) for name in first.commands]
    return [first, *itertools.chain(*below)]


def literal_words(takes):
    """["en", "nl"] for "en|nl"; [] for the name of a value."""
    return takes.split("|") if re.fullmatch(r"[a-z_]+(\|[a-z_]+)+", takes) else []

#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What bash and zsh propose, for every command there is. bash is asked as it asks itself: the words so
far in COMP_WORDS, the answer in COMPREPLY. zsh is asked at a terminal.
"""

import os
import subprocess

import cli
import commands

# Reads lines of words parted by tabs, the last of them unfinished; answers likewise.
ASK_BASH = r"""
source /dev/stdin <<<"$("$MGZ" completion bash)"
while IFS= read -r line; do
    COMP_WORDS=() rest=$line$'\t'
    while [[ $rest ]]; do COMP_WORDS+=("${rest%%$'\t'*}"); rest=${rest#*$'\t'}; done
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _mgz
    (IFS=$'\t'; printf '%s\n' "${COMPREPLY[*]}")
done <"$1"
"""

# Types each question at a terminal, presses TAB, and keeps what compadd is given in a file of its own.
ASK_ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= path=(${MGZ:h} \$path); cd ${(q)1}; source ./terminal.zsh"

wait_for()
{
    repeat 400; do
        [[ -e $1 ]] && return
        zpty -r -t shell ignored  # or it would wait for somebody to read
        sleep 0.02
    done
}

integer number
wait_for $1/end.0
while IFS= read -r line; do
    (( number += 1 ))
    zpty -w -n shell "$line"$'\t\x06\x15'
    wait_for $1/end.$number
done <$1/questions
zpty -d shell
"""

# In the shell at that terminal. Without functions of one's own that add to compadd, only to see it.
TERMINAL_ZSH = r"""
autoload -Uz compinit && compinit -D -u
source ./_mgz
integer answered=1
compadd()
{
    builtin compadd "$@"
    local status_=$?
    [[ " $* " == *" -"[OAD]" "* ]] && return status_
    local -a given
    builtin compadd -A given "$@"
    print -rl -- $given >>proposed.$answered
    return status_
}
answer() { touch proposed.$answered; : >end.$answered; (( answered += 1 )) }
zle -N answer
zle-line-init() { : >end.0 }  # it listens
zle -N zle-line-init
bindkey '^F' answer
"""


class Bash(cli.Case):
    def setUp(self):
        super().setUp()
        self.write("a plan.toml", "")
        self.write("b.toml", "")

    def proposals(self, questions, **env):
        """Proposals for each list of words, sorted."""
        file = self.write("questions", "".join("\t".join([cli.PROGRAM, *words]) + "\n"
                                               for words in questions))
        done = cli.run("-c", ASK_BASH, "ask", file, program="bash", cwd=self.folder,
                       env={**os.environ, "MGZ": cli.PROGRAM, **env})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        answers = [sorted(filter(None, line.split("\t"))) for line in done.stdout.splitlines()]
        self.assertEqual(len(answers), len(questions))
        return answers

    def expect(self, expected):
        """expected: (words, proposals) for each question."""
        found = self.proposals([words for words, _ in expected])
        for (words, wanted), proposed in zip(expected, found):
            self.assertEqual(proposed, sorted(wanted), words)

    def test_every_command_with_its_options_and_their_words(self):
        expected = []
        for at in commands.every_command():
            expected.append(([*at.words, "-"], at.options))
            if at.commands:
                expected.append(([*at.words, ""], at.commands))
            for name, takes in at.options.items():
                if words := commands.literal_words(takes):
                    expected.append(([*at.words, name, ""], words))
                    expected.append(([*at.words, name, "=", words[0][:1]],
                                     [word for word in words if word[0] == words[0][0]]))
            if at.operands and (words := commands.literal_words(at.operands[0][1])):
                expected.append(([*at.words, ""], words))
        self.assertGreater(len(expected), 40)
        self.expect(expected)

    def test_scenarios_where_one_is_expected(self):
        ready = [line for line in self.succeeds("scenarios").split("\n\n")[0].splitlines()
                 if not line.startswith(" ")]
        self.assertIn("nulls/home", ready)
        files = ["a plan.toml", "b.toml", "questions"]
        questions = [[*at.words, ""] for at in commands.every_command()
                     if at.operands and at.operands[0][0] == "SCENARIO"]
        self.assertGreaterEqual(len(questions), 4)
        self.expect([(words, [*ready, *files]) for words in questions])
        self.expect([(["compare", "baseline", "regional_t"],
                      ["regional_training", "regional_training_added"])])

    def test_names_are_never_run(self):
        os.makedirs(self.path("data/scenarios"))
        os.symlink(cli.SHAPES, self.path("data/shapefiles"))
        self.write("data/scenarios/$(touch run).toml", 'title = "A name"\n')
        self.write("$(touch run) too", "")
        self.assertEqual(self.proposals([["check", "$"]], MGZ_DATA=self.path("data")),
                         [["$(touch run)", "$(touch run) too"]])
        self.assertFalse(os.path.exists(self.path("run")))

    def test_files_where_they_belong(self):
        files = ["a plan.toml", "b.toml", "questions"]
        self.expect([
            (["run", "baseline", "-o", ""], files),
            (["run", "--output", "b"], ["b.toml"]),
            (["run", "baseline", "--set", "geography.regions", "=", "a"], ["a plan.toml"]),
            (["data", "import", "regions", ""], files),
            (["sweep", "run", ""], files),
            (["report", "one", "two", ""], files),
            (["run", "baseline", "--seed", ""], []),
            (["run", "baseline", ""], []),
            (["run", "baseline", "-o", "out", "--force", "--lang", "n"], ["nl"]),
            (["-v", "sw"], ["sweep"]),
        ])


class Zsh(cli.Case):
    def setUp(self):
        super().setUp()
        cli.need("zsh")
        self.script = self.write("_mgz", self.succeeds("completion", "zsh"))

    def test_parses(self):
        done = cli.run("-n", self.script, program="zsh")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_proposes_at_a_terminal(self):
        self.write("terminal.zsh", TERMINAL_ZSH)
        expected = {
            "mgz sw": ["sweep"],
            "mgz sweep ": ["plan", "run", "status", "collect", "extend", "submit"],
            "mgz map out --lang ": ["en", "nl"],
            "mgz data import ": ["regions", "subregions", "settlements"],
            "mgz run baseline --repl": ["--replicates"],
            "mgz compare baseline regional_t": ["regional_training", "regional_training_added"],
            "mgz data import regions _m": ["_mgz"],
        }
        self.write("questions", "".join(line + "\n" for line in expected))
        done = cli.run("-f", "-c", ASK_ZSH, "ask", self.folder, program="zsh",
                       env={**os.environ, "MGZ": cli.PROGRAM, "HOME": self.folder, "TERM": "vt100"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for number, (line, proposals) in enumerate(expected.items(), 1):
            with open(self.path(f"proposed.{number}"), encoding="utf-8") as file:
                self.assertEqual(sorted(filter(None, set(file.read().split("\n")))),
                                 sorted(proposals), line)


if __name__ == "__main__":
    cli.main()

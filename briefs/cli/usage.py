"""Wrong usage: what was wrong with a call, what is nearest, and what there is. The exit code is 2."""

from __future__ import annotations

import argparse
import difflib
import re
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from briefs.cli.printing import tell
from briefs.cli.styles import styled

Options = argparse.Namespace

_NOUNS = {"name": "command", "topic": "command"}
"""What messages call those arguments whose destination is not named after what they are."""

_PLURALS = {"status": "statuses", "priority": "priorities", "block or file": "blocks and files"}
_NONE = {
    "edition": "none, since nothing has been distributed",
    "candidate": "none, since briefs draw has proposed none, or all are decided",
}


_MANY = 24
"""If there are more blocks than these, they are not all told."""

_PLAINER = (
    (r"^argument (\S+): expected (one|at least one) argument$", r"\1 needs a value after it"),
    (r"^argument (\S+): not allowed with argument (\S+)$", r"\2 and \1 exclude each other"),
    (r"^the following arguments are required: (.+)$", r"\1 is missing"),
    (r"^one of the arguments (.+) is required$", r"one of these is missing: \1"),
    (r"^ambiguous option: (\S+) could match (.+)$", r'"\1" is the beginning of several options: \2'),
    (r"^argument (\S+): ", r"\1: "),
)
"""What to say for the messages of argparse."""

_ADVICE = {
    "init": "each report is taken in by itself",
    "build": "for one audience, write --audience {}",
    "fit": "for one audience, write --audience {}",
    "blocks": "for blocks that contain it, write --text {}",
}
"""What is probably meant by a word that a command does not take."""


class Parser(argparse.ArgumentParser):
    """A parser that answers wrong usage in two lines: what is wrong, and where to read what is right."""

    def error(self, message: str) -> NoReturn:
        """Print `message`, and which help to read; exit with 2."""
        for pattern, words in _PLAINER:
            message = re.sub(pattern, words, message)
        self.refuse(message, f"{self.prog} --help says what it can do")

    def refuse(self, message: str, hint: str = "") -> NoReturn:
        """Print `message`, with a `hint` if there is one; exit with 2."""
        with suppress(BrokenPipeError):  # the exit code is told all the same
            tell(f"{styled(f'{self.prog}: error:', 'error')} {message}")
            if hint:
                tell(styled(f"  hint: {hint}", "hint"))
        sys.exit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help, or the version. Raises OSError if it cannot be written, which argparse would not tell."""
        if message:
            print(message, end="", file=file or sys.stderr)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse a value that is no choice of `action`, with the nearest one and all others."""
        if action.choices is not None and value not in action.choices:
            known = list(map(str, action.choices))
            self.refuse(unknown(_NOUNS.get(action.dest, action.dest), [str(value)], known))

    def option_names(self) -> tuple[str, ...]:
        """The options that the command takes, such as `--json`."""
        return tuple(self._option_string_actions)


def usage_error(options: Options, message: str) -> NoReturn:
    """Print what was wrong with the call, in one line; exit with 2."""
    parser: Parser = options.parsers[options.name]
    parser.refuse(message)


def with_choice(options: Options, command: str) -> str:
    """A `command` to be copied, such as `briefs draw`, with the `--project` and `--report` of this call."""
    project = [] if options.is_found else ["--project", str(options.project)]
    report = ["--report", options.report] if getattr(options, "report", None) else []
    return " ".join([command, *map(shlex.quote, (*project, *report))])


def unknown(of: str, names: Sequence[str], known: Sequence[str], audiences: Sequence[str] = ()) -> str:
    """A message: there is no `of`, such as audience, format or report, called one of `names`, but those in `known`.

    If products are unknown only for certain `audiences`, the message says so.
    """
    nouns = _PLURALS.get(of, f"{of}s")
    wrong = ", ".join(f'"{name}"{_meant(name, known)}' for name in names)
    for_them = f" for {', '.join(audiences)}" if audiences else ""
    those = ", ".join(known) or _NONE.get(of, "none, since there are no templates")
    if of.startswith("block") and len(known) > _MANY:
        return f"unknown {of if len(names) == 1 else nouns} {wrong}; briefs blocks lists all {len(known)}"
    if of == "candidate" and len(known) > _MANY:
        return f"unknown {of if len(names) == 1 else nouns} {wrong}; briefs blocks --proposed lists all {len(known)}"
    rule = _rule(names) if of == "audience" else ""
    return f"unknown {of if len(names) == 1 else nouns} {wrong}{for_them}; known {nouns}: {those}{rule}"


def _rule(names: Sequence[str]) -> str:
    """What the names of audiences look like, if one of `names` cannot be one."""
    from briefs.model.edition import NAME_RULE, is_name  # slow to import, and seldom needed

    return "" if all(map(is_name, names)) else f" (a name has {NAME_RULE})"


def _meant(name: str, known: Iterable[str]) -> str:
    near = nearest_name(name, known)
    return f' (did you mean "{near}"?)' if near else ""


def nearest_name(name: str, known: Iterable[str]) -> str:
    """The one of `known` that `name` probably means, whatever the case: the only one that it begins, or the most
    similar; empty if there is none."""
    folded = {one.casefold(): one for one in known}
    begun = [one for one in folded if name and one.startswith(name.casefold())]
    close = begun if len(begun) == 1 else difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def left_over(parser: Parser, extra: Sequence[str]) -> NoReturn:
    """Print that the command of `parser` does not take the first of `extra`; exit with 2."""
    first = extra[0]
    if first.startswith("-"):
        name = first.partition("=")[0]
        parser.error(f'unknown option "{name}"{_meant(name, parser.option_names())}')
    advice = _ADVICE.get(parser.prog.rpartition(" ")[2], "")
    parser.error(f'"{first}" is not expected here{"; " if advice else ""}{advice.format(shlex.quote(first))}')


def check_first(parser: Parser, commands: Mapping[str, Parser], words: Sequence[str]) -> None:
    """Exit with 2, and say why, if the first of `words` is an option that the program does not have before commands."""
    name = words[0].partition("=")[0] if words else ""
    if not name.startswith("-") or any(option.startswith(name) for option in parser.option_names()):
        return
    if owner := next((command for command, its in commands.items() if name in its.option_names()), None):
        parser.error(f"options stand after the command, as in: briefs {owner} {name}")
    left_over(parser, words)

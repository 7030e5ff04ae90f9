"""Arguments of the command line."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from briefs import __version__
from briefs.cli.adding_commands import (
    ONLY,
    Commands,
    add_choice_of_briefs,
    add_choice_of_formats,
    add_command,
    add_no_cache,
    add_status,
)
from briefs.cli.help_texts import ABOUT, BEGIN
from briefs.cli.usage import Options, Parser, check_first, left_over
from briefs.model.formats import FORMATS
from briefs.model.priority import PRIORITIES
from briefs.model.sheet import Paper
from briefs.model.versions import VERSION_FORM

PAPERS: dict[str, Paper] = {paper.lower(): paper for paper in get_args(Paper)}
"""Names of papers on the command line."""

SHELLS = ("bash", "zsh", "fish")


def parse_arguments(arguments: Sequence[str]) -> Options:
    """The options of a call; `command` is the function to run. Wrong usage prints what is right and exits with 2.

    Without any arguments, and for `briefs help`, the command is to print help.
    """
    is_plain = bool(arguments) and arguments[0] in _COMMANDS and arguments[0] != "help"
    parser, commands = _parsers(arguments[:1]) if is_plain else all_parsers()
    check_first(parser, commands, arguments)
    options, extra = parser.parse_known_args(arguments or ["help"])
    if extra:
        left_over(commands[options.name], extra)
    options.parsers = {"": parser, **commands}
    return options


def all_parsers() -> tuple[Parser, dict[str, Parser]]:
    """The parser of the program, and that of each command by its name."""
    return _parsers(_COMMANDS)


def _parsers(names: Iterable[str]) -> tuple[Parser, dict[str, Parser]]:
    """The parser of the program, as far as it knows the commands with these `names`, and that of each of them."""
    parser = Parser(
        prog="briefs",
        description=ABOUT,
        epilog=BEGIN,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefs {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="name")
    for name in names:
        _COMMANDS[name](commands)
    return parser, dict(commands.choices)


def _init(commands: Commands) -> None:
    text = "take a new report in: make its folder, fill in report.yaml, and give it templates to begin with"
    more = (
        "The report may be a Word file, a PDF, a web page, Markdown or plain text. What it says of itself is\n"
        "guessed; each guess is marked as one in report.yaml. Nothing that exists is ever overwritten."
    )
    parser = add_command(commands, "init", text, more, report="")
    parser.set_defaults(writes=True, can_do_without=lambda options: True)
    parser.add_argument("file", type=Path, metavar="FILE", help="the report, as received; the file stays as it is")
    called = "name of its folders in seeds/ and templates/ (default: made of that of the file)"
    parser.add_argument("--name", dest="called", metavar="NAME", help=called)
    parser.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def _build(commands: Commands) -> None:
    more = (
        "Without options, all briefs are built as drafts in all formats. Exit codes: 0 if all\n"
        "is well; 1 if there are errors in the documents or the environment, and nothing was\n"
        "written; 2 if the command was used wrongly."
    )
    parser = add_command(commands, "build", "build briefs into build/", more, ONLY)
    parser.set_defaults(writes=True)
    add_choice_of_briefs(parser)
    add_choice_of_formats(parser)
    add_status(parser, "a draft shows sources and notes for the clearing officer, a cleared edition does not")
    parser.add_argument("--version", metavar="V", type=_version, help="version of the edition (default: house.yaml)")
    parser.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="date of the edition (default: house.yaml)")
    parser.add_argument(
        "--paper",
        type=str.lower,
        choices=PAPERS,
        default="a4",
        metavar="|".join(PAPERS),
        help="paper of PDF and Word files (default: a4)",
    )
    parser.add_argument(
        "--large-print",
        action="store_true",
        help="18 point type, and none below 16, in PDF and Word files, on as many pages as it takes",
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="where to write (default: build/ in the project)")
    parser.add_argument(
        "--since",
        metavar="EDITION",
        help="also show what changed since this version, or this edition by its identifier",
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument(
        "--prune", action="store_true", help="remove built files that are out of date, except those changed by hand"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    add_no_cache(parser)
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("--verbose", action="store_true", help="report every step, and list the units of each brief")
    loudness.add_argument("--quiet", action="store_true", help="print errors only")


def _distribute(commands: Commands) -> None:
    from briefs.cli.distribute_arguments import add_distribute  # as each, only loaded for its own command

    add_distribute(commands, list(PAPERS))


def _fit(commands: Commands) -> None:
    parser = add_command(commands, "fit", "show how briefs fit their pages, unit by unit", report=ONLY)
    add_choice_of_briefs(parser)
    parser.add_argument("--pages", type=_positive, metavar="N", help="show what would stay if briefs had N pages")
    parser.add_argument("--words", type=_positive, metavar="N", help="show what would stay if they had N words")
    add_no_cache(parser)
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _report(commands: Commands) -> None:
    parser = add_command(commands, "report", "print the outline of the report, with addresses and lines")
    parser.add_argument(
        "--diff",
        nargs="?",
        const="",
        metavar="NEW",
        help="show what has become of the passages of blocks since the report was accepted, or in this edition of it",
    )
    add_no_cache(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print the whole tree, or all passages, as JSON")
    how.add_argument("--text", action="store_true", help="print its text as it was read, with the numbers of lines")


def _anchor(commands: Commands) -> None:
    from briefs.cli.anchor_arguments import add_anchor

    add_anchor(commands, _positive)


def _review(commands: Commands) -> None:
    from briefs.cli.review_arguments import add_review

    add_review(commands, _date)


def _blocks(commands: Commands) -> None:
    parser = add_command(commands, "blocks", "list the blocks drawn from the report")
    parser.add_argument(
        "--kind", action="append", type=str.lower, metavar="KIND", help="only blocks of this kind (may be repeated)"
    )
    parser.add_argument(
        "--audience", type=str.lower, metavar="NAME", help="only blocks that are not `never` for this audience"
    )
    parser.add_argument(
        "--priority",
        action="append",
        type=str.lower,
        choices=PRIORITIES,
        metavar="|".join(PRIORITIES),
        help="with --audience: only these (may be repeated)",
    )
    parser.add_argument("--id", metavar="PATTERN", help="only ids that match, e.g. 'es.16.*'")
    parser.add_argument("--text", metavar="WORDS", help="only blocks that contain these words")
    parser.add_argument("--proposed", action="store_true", help="list candidates that nobody has accepted, instead")
    add_no_cache(parser)
    parser.add_argument("--json", action="store_true", help="print the blocks as JSON")


def _show(commands: Commands) -> None:
    text = "show one block; or a built brief, whether it is as it was built, and what a paragraph was made from"
    parser = add_command(commands, "show", text)
    parser.set_defaults(can_do_without=lambda options: options.number is None and is_file_name(options.what))
    parser.add_argument("what", metavar="ID|FILE", help="the id of a block, or a built brief")
    parser.add_argument("number", nargs="?", type=_whole, help="number of a paragraph in the built brief")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _schema(commands: Commands) -> None:
    parser = add_command(commands, "schema", "write JSON Schemas that editors check YAML files with", report="")
    parser.set_defaults(can_do_without=lambda options: options.output is not None)
    parser.add_argument("--output", type=Path, metavar="DIR", help="where to write (default: schemas/ in the project)")


def _reference(commands: Commands) -> None:
    parser = add_command(
        commands, "reference", "write or check a reference document: the look of Word files", report=""
    )
    parser.set_defaults(can_do_without=lambda options: options.new is not None)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument(
        "--new", type=Path, metavar="FILE", help="write a new one, with an example of each style to change in Word"
    )
    action.add_argument("--check", type=Path, metavar="FILE", help="list what would look different from the PDF")
    parser.add_argument("--force", action="store_true", help="with --new: overwrite a file that exists")
    parser.add_argument("--strict", action="store_true", help="with --check: treat warnings as errors")
    parser.add_argument("--json", action="store_true", help="with --check: print the result as JSON")


def _cache(commands: Commands) -> None:
    text = "show what is kept on this computer to save time, or remove it"
    more = "Nothing is lost with it: whatever is asked for again is made again, and is the same."
    parser = add_command(commands, "cache", text, more, report=None)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--clear", action="store_true", help="remove it all, for all projects")
    how.add_argument("--json", action="store_true", help="print it as JSON")


def _completion(commands: Commands) -> None:
    text = "print a script with which a shell completes commands, options and names"
    parser = add_command(commands, "completion", text, report=None)
    parser.add_argument("shell", choices=SHELLS, metavar="|".join(SHELLS), help="the shell that is to complete")


def _help(commands: Commands) -> None:
    parser = add_command(commands, "help", "show what there is, or what a command does", report=None)
    parser.add_argument("topic", nargs="?", metavar="COMMAND", choices=commands.choices, help="the command")


def _elsewhere(name: str) -> Callable[[Commands], None]:
    """A function that adds the command `name`, with the module that has its arguments."""

    def add(commands: Commands) -> None:
        getattr(import_module(f"briefs.cli.{name}_arguments"), f"add_{name}")(commands)

    return add


_COMMANDS: Mapping[str, Callable[[Commands], None]] = MappingProxyType(
    {
        "init": _init,
        "build": _build,
        "preview": _elsewhere("preview"),
        "check": _elsewhere("check"),
        "draw": _elsewhere("draw"),
        "fit": _fit,
        "audit": _elsewhere("audit"),
        "blocks": _blocks,
        "show": _show,
        "report": _report,
        "anchor": _anchor,
        "review": _review,
        "redline": _elsewhere("redline"),
        "distribute": _distribute,
        "send": _elsewhere("send"),
        "publish": _elsewhere("publish"),
        "verify": _elsewhere("verify"),
        "trace": _elsewhere("trace"),
        "reference": _reference,
        "schema": _schema,
        "cache": _cache,
        "completion": _completion,
        "help": _help,
    }
)
"""What adds each command, in the order of the help. A call only needs its own."""


def is_file_name(what: str) -> bool:
    """Whether what `briefs show` is to show is a built brief rather than a block."""
    return Path(what).suffix.lower().removeprefix(".") in FORMATS


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a whole number of 1 or more')
    return int(text)


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]+", text):
        raise argparse.ArgumentTypeError(f'"{text}" is not the number of a paragraph')
    return int(text)


def _date(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        from briefs.model.written_dates import no_date

        raise argparse.ArgumentTypeError(no_date(text)) from None


def _version(text: str) -> str:
    if not re.fullmatch(VERSION_FORM, text):
        hint = "use letters and digits, with dots or hyphens between them"
        raise argparse.ArgumentTypeError(f'"{text}" is not a version: {hint}')
    return text

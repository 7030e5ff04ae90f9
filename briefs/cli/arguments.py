"""Arguments of the command line."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias, get_args

from briefs import __version__
from briefs.model.brief import FORMATS
from briefs.model.sheet import Paper
from briefs.model.versions import VERSION_FORM

Options = argparse.Namespace

PAPERS: dict[str, Paper] = {paper.lower(): paper for paper in get_args(Paper)}
"""Names of papers on the command line."""

SEVERAL = "folder in seeds/, if there are several"
ONLY = "only this report, a folder in seeds/ (default: each that has templates)"


def usage_error(options: Options, message: str) -> NoReturn:
    """Print what was wrong with the call, and the correct usage; exit with 2."""
    options.usage_error(message)
    raise AssertionError("argparse exits")


def unknown_name(
    options: Options, of: str, names: Sequence[str], known: Sequence[str], audiences: Sequence[str] = ()
) -> NoReturn:
    """Print that there are no audiences or products called `names`, and which are `known`; exit with 2.

    `of` is "audience" or "product"; if products are unknown only for certain `audiences`, the message says so.
    """
    unknown, for_them = ", ".join(map(repr, names)), f" for {', '.join(audiences)}" if audiences else ""
    those = ", ".join(known) or "none, since there are no templates"
    usage_error(options, f"unknown {of} {unknown}{for_them}; known {of}s: {those}{_form_of_names(of, names, known)}")


def _form_of_names(of: str, names: Sequence[str], known: Sequence[str]) -> str:
    """What the names of audiences look like, if one of `names` cannot be one, with what was probably meant."""
    from briefs.model.edition import NAME_RULE, is_name, name_like  # slow to import, and seldom needed

    if of != "audience" or all(map(is_name, names)):
        return ""
    meant = [name_like(name) for name in names if not is_name(name) and name_like(name) in known]
    return f" (a name has {NAME_RULE}{f'; did you mean {meant[0]}?' if meant else ''})"


def parse_arguments(arguments: Sequence[str] | None) -> Options:
    """The options of a call; `command` is the function to run. Wrong usage prints the correct one and exits with 2."""
    parser = argparse.ArgumentParser(
        prog="briefs",
        description="From one report, tailored briefs in Word and PDF, every sentence accounted for.",
        epilog="`briefs COMMAND --help` says what a command can do. Begin with `briefs build`.",
    )
    parser.add_argument("--version", action="version", version=f"briefs {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_build(commands)
    _add_fit(commands)
    _add_report(commands)
    _add_blocks(commands)
    _add_show(commands)
    _add_schema(commands)
    _add_reference(commands)
    return parser.parse_args(arguments)


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add(
    commands: Commands, name: str, function: str, text: str, epilog: str = "", report: str = SEVERAL
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text[:1].upper() + text[1:] + ".", epilog=epilog)
    parser.set_defaults(command=_lazy(function), usage_error=parser.error)
    project = parser.add_argument_group("project")
    project.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="folder with seeds/ and templates/ (default: here)"
    )
    if report:
        project.add_argument("--report", metavar="NAME", help=report)
    return parser


class _lazy:
    """A command's function, imported when it runs, so that --help costs nothing."""

    def __init__(self, name: str) -> None:
        self.module, _, self.function = name.partition(":")

    def __call__(self, options: Options) -> int:
        import importlib

        code: int = getattr(importlib.import_module(f"briefs.cli.{self.module}"), self.function)(options)
        return code


def _add_build(commands: Commands) -> None:
    epilog = (
        "Without options, all briefs are built as drafts in all formats. Exit codes: 0 clean; 1 errors in the "
        "documents or the environment, and nothing was written; 2 wrong usage."
    )
    parser = _add(commands, "build", "build:run_build", "build briefs into build/", epilog, ONLY)
    parser.set_defaults(writes=True)
    _add_choice_of_briefs(parser)
    parser.add_argument(
        "--format", action="append", type=str.lower, choices=FORMATS, help="only this format (may be repeated)"
    )
    parser.add_argument(
        "--status",
        type=str.lower,
        choices=("draft", "cleared"),
        default="draft",
        help="a draft shows sources and notes for the clearing officer, a cleared edition does not (default: draft)",
    )
    parser.add_argument("--version", metavar="V", type=_version, help="version of the edition (default: house.yaml)")
    parser.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="date of the edition (default: house.yaml)")
    parser.add_argument(
        "--paper", type=str.lower, choices=PAPERS, default="a4", help="paper of PDF and Word files (default: a4)"
    )
    parser.add_argument(
        "--large-print",
        action="store_true",
        help="18 point type, and none below 16, in PDF and Word files, on as many pages as it takes",
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="where to write (default: build/ in the project)")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument(
        "--prune", action="store_true", help="remove built files that are out of date, except those changed by hand"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument("--verbose", action="store_true", help="report every step, and list the units of each brief")
    loudness.add_argument("--quiet", action="store_true", help="print errors only")


def _add_fit(commands: Commands) -> None:
    parser = _add(commands, "fit", "fit:run_fit", "show how briefs fit their pages, unit by unit", report=ONLY)
    _add_choice_of_briefs(parser)
    parser.add_argument("--pages", type=_positive, metavar="N", help="show what would stay if briefs had N pages")
    parser.add_argument("--words", type=_positive, metavar="N", help="show what would stay if they had N words")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _add_choice_of_briefs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--audience", action="append", type=str.lower, metavar="NAME", help="only this audience (may be repeated)"
    )
    parser.add_argument(
        "--product",
        action="append",
        type=str.lower,
        metavar="NAME",
        help="only this product, such as checklist; brief: the briefs themselves (may be repeated)",
    )


def _add_report(commands: Commands) -> None:
    parser = _add(commands, "report", "report:run_report", "print the outline of the report, with addresses and lines")
    parser.add_argument("--json", action="store_true", help="print the whole tree as JSON")


def _add_blocks(commands: Commands) -> None:
    parser = _add(commands, "blocks", "blocks:run_blocks", "list the blocks drawn from the report")
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
        choices=("must", "should", "could", "never"),
        help="with --audience: only these (may be repeated)",
    )
    parser.add_argument("--id", metavar="PATTERN", help="only ids that match, e.g. 'es.16.*'")
    parser.add_argument("--text", metavar="WORDS", help="only blocks that contain these words")
    parser.add_argument("--json", action="store_true", help="print the blocks as JSON")


def _add_show(commands: Commands) -> None:
    parser = _add(
        commands,
        "show",
        "show:run_show",
        "show one block; or a built brief, whether it is as it was built, and what a paragraph was made from",
    )
    parser.add_argument("what", metavar="ID|FILE", help="the id of a block, or a built brief")
    parser.add_argument("number", nargs="?", type=int, help="number of a paragraph in the built brief")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _add_schema(commands: Commands) -> None:
    parser = _add(
        commands,
        "schema",
        "schema:run_schema",
        "write JSON Schemas that editors check YAML files with",
        report="",
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="where to write (default: schemas/ in the project)")


def _add_reference(commands: Commands) -> None:
    text = "write or check a reference document: the look of Word files"
    parser = _add(commands, "reference", "reference:run_reference", text, report="")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument(
        "--new", type=Path, metavar="FILE", help="write a new one, with an example of each style to change in Word"
    )
    action.add_argument("--check", type=Path, metavar="FILE", help="list what would look different from the PDF")
    parser.add_argument("--force", action="store_true", help="with --new: overwrite a file that exists")
    parser.add_argument("--strict", action="store_true", help="with --check: treat warnings as errors")
    parser.add_argument("--json", action="store_true", help="with --check: print the result as JSON")


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _date(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date of the form YYYY-MM-DD") from None


def _version(text: str) -> str:
    if not re.fullmatch(VERSION_FORM, text):
        hint = "use letters and digits, with dots or hyphens between them"
        raise argparse.ArgumentTypeError(f"{text!r} is not a version: {hint}")
    return text

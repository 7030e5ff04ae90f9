"""Adding a command to the command line: what all of them have in common."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from briefs.cli.help_texts import EXAMPLES
from briefs.cli.usage import Options, Parser
from briefs.model.formats import FORMATS

SEVERAL = "folder in seeds/, if there are several"
ONLY = "only this report, a folder in seeds/ (default: each that has templates)"

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_command(commands: Commands, name: str, text: str, more: str = "", report: str | None = SEVERAL) -> Parser:
    """Add the command `name`, whose function is `run_<name>` in the module of that name.

    `report` is the help on `--report`; empty if the command has no such option, None if it has nothing to do with a
    project. A call of a command that has is refused outside of projects, unless it `can_do_without`.
    """
    examples = "".join(f"\n  {line}" for line in EXAMPLES[name])
    parser = commands.add_parser(
        name,
        help=text,
        description=text[:1].upper() + text[1:] + ".",
        epilog=f"examples:{examples}" + (f"\n\n{more}" if more else ""),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=_lazy(f"{name}:run_{name}"))
    if report is not None:
        parser.set_defaults(can_do_without=lambda options: False)
        project = parser.add_argument_group("project")
        project.add_argument(
            "--project",
            type=Path,
            metavar="DIR",
            help="folder with seeds/ and templates/ (default: the current folder, or the nearest such one above it)",
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


def add_choice_of_briefs(parser: Parser) -> None:
    """Add the options that choose briefs: `--audience` and `--product`."""
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


def add_choice_of_formats(parser: Parser) -> None:
    """Add the option that chooses formats: `--format`."""
    parser.add_argument(
        "--format",
        action="append",
        type=str.lower,
        choices=FORMATS,
        metavar="|".join(FORMATS),
        help="only this format (may be repeated)",
    )


def add_status(parser: Parser, help: str) -> None:
    """Add the option that chooses between drafts and cleared editions; `help` says what for."""
    parser.add_argument(
        "--status",
        type=str.lower,
        choices=("draft", "cleared"),
        default="draft",
        metavar="draft|cleared",
        help=f"{help} (default: draft)",
    )


def add_no_cache(parser: Parser) -> None:
    """Add the option that does without what is kept in the user's cache folder."""
    help = "make everything anew: take nothing from the cache, and keep nothing there"
    parser.add_argument("--no-cache", action="store_true", help=help)

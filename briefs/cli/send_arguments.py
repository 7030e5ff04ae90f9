"""Arguments of `briefs send`."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefs.cli.adding_commands import Commands, add_command
from briefs.cli.copy_lists import copy_list

MORE = (
    "Without --yes-send, it is a rehearsal: the server is asked what it takes, and you see what\n"
    "would go to whom. On a terminal you may then type the number of recipients to send it.\n"
    "Exit codes: 0 if all is well; 1 if not all could be sent; 2 if the command was used wrongly."
)


def add_send(commands: Commands) -> None:
    """Add the command to `commands`."""
    parser = add_command(commands, "send", "send a distribution by mail, or show where sending stands", MORE, "")
    parser.set_defaults(can_do_without=lambda options: options.output is not None and _needs_no_server(options))
    parser.add_argument(
        "editions", nargs="*", metavar="EDITION", help="a folder in build/distribution (default: the only one there)"
    )
    parser.add_argument("--build", type=Path, metavar="DIR", help="the build that was distributed (default: build/)")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where distributions are (default: distribution/ in the build)"
    )
    parser.add_argument("--only", action="append", type=copy_list, metavar="COPY,…", help="only these copies")
    parser.add_argument(
        "--audience", action="append", type=str.lower, metavar="NAME", help="only this audience (may be repeated)"
    )
    parser.add_argument("--yes-send", type=_number, metavar="N", help="send, if it goes to exactly N recipients")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--status", action="store_true", help="show what was sent, refused or is undecided")
    action.add_argument(
        "--resend", action="append", type=copy_list, metavar="COPY,…", help="send these copies once more"
    )
    action.add_argument(
        "--was-sent",
        action="append",
        type=copy_list,
        metavar="COPY,…",
        help="note that undecided copies have arrived",
    )
    action.add_argument("--bounces", type=Path, metavar="FOLDER", help="read which messages came back")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def _needs_no_server(options: argparse.Namespace) -> bool:
    return bool(options.status or options.was_sent or options.bounces)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of recipients')
    return int(text)

"""Arguments of `briefs preview`."""

from __future__ import annotations

import argparse

from briefs.cli.adding_commands import ONLY, Commands, add_choice_of_briefs, add_command


def add_preview(commands: Commands) -> None:
    """Add the command."""
    text = "show the briefs beside the report in a browser, and build them anew whenever a file is saved"
    more = "It ends with Ctrl-C. The page is for you alone: nobody else can open it, on this machine or another."
    parser = add_command(commands, "preview", text, more, ONLY)
    add_choice_of_briefs(parser)
    parser.add_argument("--no-open", action="store_true", help="only print the address, and open no browser")
    port = "where to serve; if it is taken, the next that is free; 0: any (default: 8010)"
    parser.add_argument("--port", type=_port, metavar="N", help=port)
    editor = (
        "what links to files open: vscode, or another editor, or an address with {path} and {line} (default: vscode)"
    )
    parser.add_argument("--editor", metavar="NAME", default="vscode", help=editor)
    parser.add_argument("--quiet", action="store_true", help="print the address and errors only")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f'"{text}" is not a port: a whole number from 0 to 65535')
    return int(text)

"""Arguments of `briefs verify`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.adding_commands import Commands, add_command


def add_verify(commands: Commands) -> None:
    """Add the command."""
    more = (
        "Files are known by what is in them, whatever they are called. Exit codes: 0 if all are\n"
        "unchanged; 1 if one was changed, or nothing is known of it; 2 if the command was used\n"
        "wrongly."
    )
    text = "say of files that turn up what they are, who was given them, and whether they were changed"
    parser = add_command(commands, "verify", text, more, report="")
    parser.set_defaults(can_do_without=lambda options: True)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a PDF, Word or HTML file, or a message")
    parser.add_argument("--build", type=Path, metavar="DIR", help="where briefs were built (default: build/)")
    parser.add_argument(
        "--register",
        action="append",
        type=Path,
        metavar="DIR|FILE",
        help="also look into this register of a distribution, a folder or its register.json (may be repeated)",
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")

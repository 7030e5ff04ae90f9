"""Arguments of `briefs audit`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.adding_commands import ONLY, Commands, add_choice_of_briefs, add_command, add_no_cache


def add_audit(commands: Commands) -> None:
    """Add the command."""
    text = "show what becomes of each block and passage in all briefs, and what is lacking"
    parser = add_command(commands, "audit", text, report=ONLY)
    add_choice_of_briefs(parser)
    parser.add_argument("--build", type=Path, metavar="DIR", help="where briefs were built last (default: build/)")
    add_no_cache(parser)
    output = parser.add_mutually_exclusive_group()
    output.add_argument(
        "--html", type=Path, metavar="FILE", help="write it as one page, with the coverage of the report"
    )
    output.add_argument("--json", action="store_true", help="print it as JSON")

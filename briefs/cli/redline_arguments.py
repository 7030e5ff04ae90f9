"""Arguments of `briefs redline`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.adding_commands import (
    SEVERAL,
    Commands,
    add_choice_of_briefs,
    add_choice_of_formats,
    add_command,
    add_status,
)


def add_redline(commands: Commands) -> None:
    """Add the command."""
    more = (
        "An edition is named by its identifier, as in 'ICMC/CGGM/MIN 0.3 draft'; by its version,\n"
        "with --audience if several briefs have it; or by one of its files. Exit codes: 0 if the\n"
        "redline was written, also if nothing has changed; 1 if there are errors, and nothing was\n"
        "written; 2 if the command was used wrongly."
    )
    text = "show what changed since an edition, in Word with tracked changes, in PDF and in HTML"
    parser = add_command(commands, "redline", text, more, report=SEVERAL)
    parser.set_defaults(writes=True)
    parser.add_argument("old", metavar="OLD", help="the edition to compare with, or a file of it")
    parser.add_argument(
        "new", nargs="?", metavar="NEW", help="the edition that followed, or a file of it (default: as built today)"
    )
    add_choice_of_briefs(parser)
    add_choice_of_formats(parser)
    add_status(parser, "without NEW: compare with the draft or the cleared edition of today")
    parser.add_argument(
        "--keep-marks",
        action="store_true",
        help="OLD is a Word file that came back: what reviewers changed in it stays marked as theirs",
    )
    parser.add_argument(
        "--moves",
        action="store_true",
        help="in Word, mark what moved as moved (default: as deleted and inserted, which every program can read)",
    )
    parser.add_argument("--build", type=Path, metavar="DIR", help="where briefs were built (default: build/)")
    parser.add_argument("--output", type=Path, metavar="DIR", help="where to write (default: build/redlines/)")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")

"""Arguments of `briefs review`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefs.cli.adding_commands import SEVERAL, Commands, add_command


def add_review(commands: Commands, date: Callable[[str], object]) -> None:
    """Add the command; `date` reads a date."""
    more = (
        "On a terminal, it goes through the proposals one by one, and asks what to do with each.\n"
        "Elsewhere, it lists them. Accepted wording is written into blocks and templates at once;\n"
        "decisions are kept in reviews/, so a second round asks only what is new. Exit codes: 0 if\n"
        "all is well; 1 if a file cannot be used, or what was to be accepted cannot be; 2 if the\n"
        "command was used wrongly."
    )
    text = "take back what reviewers changed and commented on in Word files"
    parser = add_command(commands, "review", text, more, SEVERAL)
    parser.set_defaults(outcome="what was decided until then is kept")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="Word files that came back, of one edition")
    parser.add_argument(
        "--against",
        metavar="EDITION",
        help="the edition that was sent: its identifier, or its kept file (default: what the files say)",
    )
    parser.add_argument("--build", type=Path, metavar="DIR", help="where briefs were built (default: build/)")
    what = parser.add_argument_group("instead of asking")
    what.add_argument("--list", action="store_true", help="list the proposals that are still open")
    what.add_argument("--all", action="store_true", help="list also those that have been decided")
    what.add_argument(
        "--accept",
        nargs="+",
        action="extend",
        metavar="ID",
        help="accept these proposals, all or none; ID:2 takes the second wording of a conflict",
    )
    what.add_argument("--reject", nargs="+", action="extend", metavar="ID", help="reject these proposals")
    what.add_argument(
        "--note",
        nargs="+",
        action="extend",
        metavar="ID",
        help="note these proposals: nothing is written, since it is done by hand or needs nothing",
    )
    what.add_argument("--reason", metavar="TEXT", default="", help="why, for those who receive the answer")
    what.add_argument("--date", type=date, metavar="YYYY-MM-DD", help="when it was decided (default: not kept)")
    what.add_argument(
        "--answer",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="FILE.docx",
        help="write the answer to the offices: what became of each proposal and comment",
    )
    what.add_argument("--names", action="store_true", help="name the authors in the answer, not only the files")
    what.add_argument("--status", action="store_true", help="say how far the round is: which offices cleared what")
    what.add_argument("--json", action="store_true", help="print the result as JSON")

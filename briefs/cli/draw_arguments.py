"""Arguments of `briefs draw`."""

from __future__ import annotations

from briefs.cli.adding_commands import Commands, add_command, add_no_cache


def add_draw(commands: Commands) -> None:
    """Add the command."""
    text = "propose blocks: find candidates in the report, and accept or reject them; or accept a new report"
    parser = add_command(commands, "draw", text)
    parser.add_argument("ids", nargs="*", metavar="ID", help="candidates; with --accept-report, blocks")
    parser.add_argument(
        "--kind", action="append", type=str.lower, metavar="KIND", help="only candidates of this kind (may be repeated)"
    )
    parser.add_argument("--at", metavar="ADDRESS", help="only candidates in this part of the report")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be proposed or written, and write nothing"
    )
    action = parser.add_mutually_exclusive_group()
    action.add_argument(
        "--accept", action="store_true", help="move these candidates, or all of --kind, into the files of blocks"
    )
    action.add_argument(
        "--reject", action="store_true", help="remove these candidates, or all of --kind; they are not proposed again"
    )
    action.add_argument(
        "--accept-report",
        action="store_true",
        help="write report.lock: the report is accepted, and so is the wording of the blocks named; others whose "
        "passages have changed are listed",
    )
    action.add_argument(
        "--again",
        action="store_true",
        help="after a new edition of the report: write new anchors for what still stands in it, accept that, and list "
        "the rest",
    )
    add_no_cache(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")

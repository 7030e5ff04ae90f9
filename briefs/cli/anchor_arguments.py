"""Arguments of `briefs anchor`."""

from __future__ import annotations

from collections.abc import Callable

from briefs.cli.adding_commands import SEVERAL, Commands, add_command, add_no_cache


def add_anchor(commands: Commands, number: Callable[[str], int]) -> None:
    """Add the command; `number` reads the number of a line."""
    more = (
        "The words may be copied from Word, from a PDF or from a page: line breaks, hyphens,\n"
        "quotation marks and marks of notes make no difference. Exit codes: 0 if they stand in\n"
        "one place; 1 if in several or in none; 2 if the command was used wrongly."
    )
    text = "print the shortest anchor that names words of the report, to be pasted into a block"
    parser = add_command(commands, "anchor", text, more, report=SEVERAL)
    parser.add_argument(
        "words", nargs="?", metavar="WORDS", help="words of the report; - reads them from standard input"
    )
    parser.add_argument("--in", dest="scope", metavar="PLACE", help="only words in this place: an address or a label")
    parser.add_argument(
        "--file", metavar="FILE[:LINE]", help="the file of the report, and the line of a paragraph in it"
    )
    parser.add_argument("--line", type=number, metavar="N", help="the line of a paragraph in the report")
    add_no_cache(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")

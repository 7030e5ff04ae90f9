"""Arguments of `briefs distribute`."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from briefs.cli.adding_commands import Commands, add_choice_of_briefs, add_command
from briefs.cli.copy_lists import copy_list

MORE = (
    "What is distributed is what was built and cleared: nothing is composed anew. Each edition\n"
    "has a folder with copies, messages, a register, checksums and a list to print. Run again with\n"
    "a longer list, it adds copies: nobody gets another number. `briefs send` sends the messages.\n"
    "Exit codes: 0 if all is well; 1 if something is wrong, and nothing was given out; 2 if the\n"
    "command was used wrongly."
)


def add_distribute(commands: Commands, papers: Collection[str]) -> None:
    """Add the command to `commands`; `papers` are the names of papers on the command line."""
    parser = add_command(commands, "distribute", "make copies and messages for everybody in a list", MORE)
    parser.set_defaults(writes=True)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--recipients", type=Path, metavar="FILE", help="the list: CSV, a workbook (.xlsx), or YAML")
    action.add_argument(
        "--withdraw",
        nargs=2,
        action=_Withdrawal,
        metavar=("EDITION", "COPY,…"),
        help="take back copies that were not sent, as in: --withdraw ICMC-CGGM-MIN_1.0_cleared 17,23",
    )
    action.add_argument(
        "--forget", metavar="EDITION", help="remove everything that names recipients; numbers and hashes stay"
    )
    add_choice_of_briefs(parser)
    parser.add_argument(
        "--for",
        dest="purpose",
        choices=("clearance",),
        metavar="clearance",
        help="give drafts to the offices that clear them (default: the cleared edition, to all others)",
    )
    parser.add_argument(
        "--paper",
        type=str.lower,
        choices=papers,
        default="a4",
        metavar="|".join(papers),
        help="paper of the PDF and Word files that are given out (default: a4)",
    )
    parser.add_argument("--large-print", action="store_true", help="give out the files in large print")
    parser.add_argument(
        "--sign",
        nargs="?",
        const="edition",
        choices=("edition", "each"),
        metavar="edition|each",
        help="sign the PDF of the edition and the list of checksums; with `each`, every copy too (default: edition)",
    )
    parser.add_argument(
        "--passphrase-fd", type=int, metavar="N", help="read the pass phrase of the key from this file descriptor"
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="lay out names that do not fit a line on the workers of this scheduler"
    )
    parser.add_argument("--build", type=Path, metavar="DIR", help="the build to distribute (default: build/)")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: distribution/ in the build)"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON, without names")


class _Withdrawal(argparse.Action):
    """Reads the two values of `--withdraw`: the name of an edition, and numbers of copies."""

    def __call__(self, parser, namespace, values, option_string=None):  # type: ignore[no-untyped-def]  # as argparse says
        edition, numbers = values
        try:
            copies = copy_list(numbers)
        except argparse.ArgumentTypeError as error:
            parser.error(f"argument {option_string}: {error}")
        setattr(namespace, self.dest, (edition, copies))

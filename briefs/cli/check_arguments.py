"""Arguments of `briefs check`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.adding_commands import ONLY, Commands, add_choice_of_briefs, add_command, add_no_cache, add_status


def add_check(commands: Commands) -> None:
    """Add the command."""
    text = "check everything that needs no pages: reports, blocks, templates, and briefs as composed"
    more = "Exit codes: 0 if nothing is wrong; 1 if there are errors, with --strict also for warnings."
    parser = add_command(commands, "check", text, more, ONLY)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="show only what is about these files")
    add_choice_of_briefs(parser)
    add_status(parser, "check what a build with this status checks")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    add_no_cache(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    signing = parser.add_argument_group("signing off")
    signing.add_argument(
        "--sign",
        nargs="*",
        metavar="ID|FILE",
        help="if nothing is wrong, show what changed since it was signed, and sign it: all, or these blocks and files",
    )
    signing.add_argument("--signed-by", metavar="NAME", type=str.strip, help="with --sign: who has read it")

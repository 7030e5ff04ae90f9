"""Arguments of `briefs trace`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.adding_commands import SEVERAL, Commands, add_command


def add_trace(commands: Commands) -> None:
    """Add the command."""
    more = (
        "Exit codes: 0 if each sentence is traced and says what was built; 1 if one was changed,\n"
        "added or is missing, or if no edition is known; 2 if the command was used wrongly."
    )
    text = "say sentence by sentence where a file comes from, and what in it is not what was built"
    parser = add_command(commands, "trace", text, more, report=SEVERAL)
    parser.set_defaults(can_do_without=lambda options: True)
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF, Word or HTML file, also one that came back")
    parser.add_argument("--build", type=Path, metavar="DIR", help="where briefs were built (default: build/)")
    parser.add_argument(
        "--register",
        action="append",
        type=Path,
        metavar="DIR|FILE",
        help="also look into this register of a distribution, a folder or its register.json (may be repeated)",
    )
    parser.add_argument("--changes", action="store_true", help="only what is not as it was built")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")

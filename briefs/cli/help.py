"""`briefs help`."""

from __future__ import annotations

from briefs.cli.usage import Options


def run_help(options: Options) -> int:
    """Print the help of the command that is named, or of the program. Returns the exit code."""
    options.parsers[options.topic or ""].print_help()
    return 0

"""Arguments of `briefs publish`."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from urllib.parse import urlsplit

from briefs.cli.adding_commands import ONLY, Commands, add_choice_of_briefs, add_command


def add_publish(commands: Commands) -> None:
    """Add the command."""
    more = (
        "Only cleared editions are published, and only those whose distribution is General.\n"
        "Addresses of earlier editions in the same folder lead to the current ones."
    )
    text = "write cleared editions as a static folder for a web server: pages, files, a feed"
    parser = add_command(commands, "publish", text, more, ONLY)
    parser.set_defaults(can_do_without=lambda options: options.build is not None)
    add_choice_of_briefs(parser)
    parser.add_argument("--output", type=Path, metavar="DIR", required=True, help="the folder to write")
    parser.add_argument("--build", type=Path, metavar="DIR", help="where briefs were built (default: build/)")
    parser.add_argument("--title", default="", metavar="TEXT", help="heading of the index (default: names the issuer)")
    parser.add_argument(
        "--url", type=_url, metavar="URL", help="where the folder will be, for absolute links in the feed"
    )


def _url(text: str) -> str:
    """An address of a folder on the web, with a slash at its end."""
    try:
        parts = urlsplit(text)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_address = False
    if not is_address or re.search(r"[\s<>\"\\^`{|}]|[^\x21-\x7e]", text):
        raise argparse.ArgumentTypeError(f'"{text}" is not an address such as https://www.example.org/briefs/')
    if parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f'"{text}" is not the address of a folder: leave out what follows ? or #')
    return text if text.endswith("/") else f"{text}/"

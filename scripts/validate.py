"""Check everything in `build/` with independent validators: `python -m scripts.validate [FOLDER]`.

Prints a line for each file and check, and ends with `ok`, or with what failed and exit code 1. It first installs what
it needs into `.venv/validate`; see scripts/validation/tools.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.validation.copies import check_copies
from scripts.validation.pdf import check_pdf
from scripts.validation.published import check_published
from scripts.validation.redlines import check_redlines
from scripts.validation.results import Brief, Result, of_format, read_briefs
from scripts.validation.signed import check_signed
from scripts.validation.tools import ToolFailed, Tools, install
from scripts.validation.web import check_html
from scripts.validation.word import check_word

PROJECT = Path(__file__).parent.parent


def check(folder: Path, briefs: Sequence[Brief], tools: Tools) -> Iterator[Result]:
    """All checks of all formats of the `briefs` in `folder`, and of pages that publish them. Raises ToolFailed."""
    pdfs = of_format(briefs, "pdf")
    yield from check_pdf([brief.path for brief in pdfs], tools)
    yield from check_signed(pdfs, tools)
    yield from check_copies(folder, PROJECT, tools)
    yield from check_word(of_format(briefs, "docx"), pdfs, tools)
    yield from check_html([brief.path for brief in of_format(briefs, "html")], tools)
    yield from check_published(folder, briefs, tools)
    yield from check_redlines(folder, PROJECT, tools)


def main(arguments: Sequence[str]) -> int:
    """Check the folder named in `arguments`, or else `build/`; returns the exit code."""
    folder = Path(arguments[0]) if arguments else PROJECT / "build"
    briefs = read_briefs(folder)
    if not briefs:
        print(f"FAILED: there is nothing in {folder}; first run `make briefs` and `briefs build --status cleared`")
        return 1
    if missing := [brief.path.name for brief in briefs if not brief.path.is_file()]:
        print(f"FAILED: {folder} lacks {', '.join(missing)}; run `make briefs` again")
        return 1
    failed: list[str] = []
    try:
        tools = install(PROJECT / ".venv" / "validate", PROJECT / "templates" / "layout" / "fonts")
        for result in check(folder, briefs, tools):
            print("\n".join(result.lines()), flush=True)
            if result.problems:
                failed.append(f"{result.file} ({result.check})")
    except ToolFailed as error:
        print(f"fail: {error}")
        failed.append("a validator did not run")
    if not any(brief.status == "cleared" for brief in briefs):
        print(f"note: {folder} holds drafts only; pages are compared in cleared editions")
    print(f"FAILED: {'; '.join(failed)}" if failed else "ok")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

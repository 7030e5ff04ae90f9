"""DOCX: the rules of the Open XML SDK, and how LibreOffice handles the file.

LibreOffice lays out each file, which must have the same pages and the same words in the same order as the PDF. Then it
saves the file, which must keep every unit's bookmark, since returned files are read by these.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.validation.results import Brief, Result
from scripts.validation.tools import ToolFailed, Tools
from scripts.validation.wordfile import read_additions, read_bookmarks
from scripts.validation.words import differences, running_words

OFFICES = ("Microsoft365", "Office2013")


def check_word(briefs: Sequence[Brief], pdfs: Sequence[Brief], tools: Tools) -> Iterator[Result]:
    """What the SDK and LibreOffice say about `briefs`, compared with `pdfs` if there are any. Raises ToolFailed."""
    if not briefs:
        return
    for brief in briefs:
        for office in OFFICES:
            yield Result(brief.path.name, f"Open XML SDK, {office}", sdk_problems(brief.path, office, tools))
    siblings = {pdf.edition: pdf for pdf in pdfs}
    with tempfile.TemporaryDirectory() as folder:
        laid_out = _converted(briefs, "pdf", "pdf", Path(folder), tools)
        saved = _converted(briefs, "docx", "docx:MS Word 2007 XML", Path(folder), tools)
        for brief in briefs:
            yield _check_saved(brief, saved[brief.path])
            pages = _pages(laid_out[brief.path], tools)
            sibling = siblings.get(brief.edition)
            if brief.status == "cleared" and brief.budget is not None:
                yield check_pages(brief, len(pages), brief.budget, sibling)
            if sibling is not None:
                yield _check_words(brief, pages, sibling, tools)


def sdk_problems(file: Path, office: str, tools: Tools) -> tuple[str, ...]:
    """What the Open XML SDK says of a Word file, by the rules of a version of Office. Raises ToolFailed."""
    cli = tools.modules / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
    found = json.loads(tools.output(["node", cli, file, "--officeVersion", office], codes=(0, 1)))
    errors = [f"{error.get('path', '')}: {error['description']}" for error in found["errors"]]
    return tuple(errors) if errors or found["ok"] else ("not valid, without a reason",)


def _converted(briefs: Sequence[Brief], suffix: str, target: str, folder: Path, tools: Tools) -> dict[Path, Path]:
    """The files of `briefs` as LibreOffice writes them, all in one go."""
    office = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
    ]
    outcome = folder / f"as-{suffix}"
    tools.output([*office, "--convert-to", target, "--outdir", outcome, *(brief.path for brief in briefs)])
    made = {brief.path: outcome / f"{brief.path.stem}.{suffix}" for brief in briefs}
    if missing := [path.name for path, file in made.items() if not file.is_file()]:
        raise ToolFailed(f"LibreOffice makes no {suffix} of {', '.join(missing)}")
    return made


def _check_saved(brief: Brief, saved: Path) -> Result:
    kept = read_bookmarks(saved)
    lost = [unit for unit in brief.units if f"_{unit}" not in kept]
    problems = (f"lost the bookmarks of {', '.join(lost)}",) if lost else ()
    return Result(brief.path.name, "bookmarks after a save in LibreOffice", problems)


def check_pages(brief: Brief, pages: int, budget: int, pdf: Brief | None) -> Result:
    """Whether a cleared brief has as many pages in LibreOffice as its PDF, and no more than its budget.

    Large print has no budget, and its length depends on the program.
    """
    problems = []
    if pdf is not None and pdf.pages != pages:
        problems.append(f"{_count(pages)} in LibreOffice, {pdf.pages} in the PDF")
    if pages > budget:
        problems.append(f"{_count(pages)} in LibreOffice, the budget is {budget}")
    return Result(brief.path.name, "pages in LibreOffice", tuple(problems))


def _count(pages: int) -> str:
    return f"{pages} page{'s' if pages != 1 else ''}"


def _check_words(brief: Brief, pages: Sequence[str], pdf: Brief, tools: Tools) -> Result:
    additions = read_additions(brief.path)
    problems: list[str] = []
    texts = []
    for name, found in (("LibreOffice", pages), ("the PDF", _pages(pdf.path, tools))):
        text, lost = running_words(found, additions)
        problems += [f'{name} has no note "{" ".join(note)}"' for note in lost]
        texts.append(text)
    problems += differences(texts[0], texts[1], ("LibreOffice", "the PDF"))
    return Result(brief.path.name, "words in LibreOffice and in the PDF", tuple(problems))


def _pages(pdf: Path, tools: Tools) -> list[str]:
    """The text of each page, in the order in which it is written."""
    return tools.output(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"]).split("\f")[:-1]

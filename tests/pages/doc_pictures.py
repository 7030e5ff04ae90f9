"""The pictures in the docs: pages of the briefs and a listing on a terminal, drawn from the shipped briefs.

Reviewers and what they write are invented.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree
from unittest import mock

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from PIL import Image, ImageDraw, ImageFont

from tests.builders import REPOSITORY
from tests.projects import built, run
from tests.word_editing import WordEditor

FOLDER = REPOSITORY / "docs"
LARGEST = 60_000
"""Bytes of a file."""
_RESOLUTION = 80
"""Dots per inch of a page."""
_COLOURS = 128
_FONTS = REPOSITORY / "templates" / "layout" / "fonts"
_SIZE, _LEADING, _MARGIN = 13, 19, 20
"""Size and leading of a listing, and its margin, in pixels."""
_ANSI = re.compile(r"\033\[([\d;]*)m")
_INK: Mapping[str, tuple[str, bool]] = {
    "1;31": ("#a40000", True),
    "1;33": ("#7a4b00", True),
    "36": ("#00606b", False),
    "1": ("#000000", True),
    "2": ("#595959", False),
    "32": ("#006b21", False),
    "31": ("#a40000", False),
}
"""The colour of each style of a terminal, dark enough on white, and whether it is bold."""


def ministers_page(root: Path) -> Image.Image:
    """The first page of the cleared brief."""
    (brief,) = built(REPOSITORY, "ministers", products=("brief",), formats=("pdf",), status="cleared").briefs
    return _page(brief.renditions[0].content, 0)


def review_listing(root: Path) -> Image.Image:
    """What `briefs review` says of two copies of the draft."""
    _project(root)
    (brief,) = built(root, "ministers", products=("brief",), formats=("docx",), output=root / "build").briefs
    sent = brief.renditions[0].content
    legal, policy = WordEditor(sent), WordEditor(sent)
    legal.reword("multiple participants felt", "participants felt", "Maria Sample", "2026-11-25T09:00:00Z")
    policy.reword("multiple participants felt", "many participants felt", "Jon Example", "2026-11-26T09:00:00Z")
    policy.comment(policy.saying("a regular international meeting for ministers"), "Annual?", "Jon Example")
    legal.fill_in("Legal", "Maria Sample", "cleared with comments", "25 November 2026")
    policy.fill_in("Policy", "Jon Example", "cleared", "26 November 2026")
    command = ("review", "legal.docx", "policy.docx")
    (root / command[1]).write_bytes(legal.content())
    (root / command[2]).write_bytes(policy.content())
    out = io.StringIO()
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(root))
        stack.enter_context(mock.patch.dict("os.environ", FORCE_COLOR="1", NO_COLOR=""))
        stack.enter_context(contextlib.redirect_stdout(out))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        assert run(Path(), *command, "--list") == 0
    return _listing(f"\033[1m$ briefs {' '.join(command)}\033[0m\n{out.getvalue()}")


def redline_page(root: Path) -> Image.Image:
    """The page of a redline on which a paragraph is reworded, and another one is left out."""
    _project(root)
    assert run(root, "build", "--audience", "ministers", "--product", "brief", "--format", "pdf") == 0
    _replace(root / "seeds" / "connecting-the-dots" / "blocks" / "benefits.yaml", "own, multiple", "own, many")
    _replace(root / "templates" / "ministers.md", ', "term.doing_more"', "")
    version = ("--version", "0.4", "--since", "0.3")
    assert run(root, "build", "--audience", "ministers", "--product", "brief", "--format", "pdf", *version) == 0
    (pdf,) = (root / "build" / "redlines").glob("*.pdf")
    return _page(pdf.read_bytes(), 1)


PICTURES: Mapping[str, Callable[[Path], Image.Image]] = {
    "ministers-page-1": ministers_page,
    "review": review_listing,
    "redline": redline_page,
}
"""How each picture is drawn, by the name of its file; the folder is for whatever that needs."""


def save(name: str, picture: Image.Image) -> None:
    """Make `picture` the one that the docs show."""
    picture.quantize(_COLOURS).save(FOLDER / f"{name}.png", optimize=True)


def _project(root: Path) -> None:
    for name in ("seeds", "templates"):
        copytree(REPOSITORY / name, root / name)


def _page(pdf: bytes, index: int) -> Image.Image:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        drawn: Image.Image = opened[index].render(scale=_RESOLUTION / 72).to_pil().convert("RGB")
    finally:
        opened.close()
    return drawn


def _listing(text: str) -> Image.Image:
    """Lines with the colours of a terminal, in the type of the briefs."""
    lines = [_runs(line) for line in text.rstrip("\n").expandtabs().split("\n")]
    fonts = {bold: ImageFont.truetype(_FONTS / f"DejaVuSans{'-Bold' * bold}.ttf", _SIZE) for bold in (False, True)}
    widths = [sum(fonts[bold].getlength(words) for words, _, bold in line) for line in lines]
    made = Image.new("RGB", (round(max(widths)) + 2 * _MARGIN, len(lines) * _LEADING + 2 * _MARGIN), "white")
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 0, made.width - 1, made.height - 1), outline="#b0b0b0")
    for number, line in enumerate(lines):
        at: float = _MARGIN
        for words, colour, bold in line:
            draw.text((at, _MARGIN + number * _LEADING), words, colour, fonts[bold])
            at += fonts[bold].getlength(words)
    return made


def _runs(line: str) -> list[tuple[str, str, bool]]:
    """The words of a line with their colours, and whether they are bold."""
    first, *parts = _ANSI.split(line)
    found = [(first, "0"), *zip(parts[1::2], parts[::2], strict=True)]
    return [(words, *_INK.get(code, ("#202020", False))) for words, code in found if words]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} says {old!r} once"
    path.write_text(text.replace(old, new), encoding="utf-8")

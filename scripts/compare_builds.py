"""Compare two builds: `python -m scripts.compare_builds BEFORE AFTER`, with two folders like `build/`.

For anyone who changes the program without wanting to change what it prints. Files are paired by name. For each, it says
whether it has the same bytes; if not, whether it has the same words in the same order and, for a PDF, whether each page
has the same pixels. Pictures are ignored, except with `--figures`. The exit code is 1 if words, pages or pixels differ,
or if files are missing.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
from lxml import etree
from PIL import Image, ImageChops, ImageDraw

SCALE = 1.5
"""Pixels of a point."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCX_TEXT = (f"{W}t", f"{W}noBreakHyphen", f"{W}tab", f"{W}br")


def main() -> int:
    """Say how two builds differ; returns the exit code: 1 if they do not print the same."""
    parser = argparse.ArgumentParser(description="Say what two builds print differently.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--figures", action="store_true", help="pictures must be the same too")
    options = parser.parse_args()
    wrong = 0
    for path in sorted(options.before.glob("*.*")):
        if path.suffix not in (".pdf", ".docx", ".html"):
            continue
        other = options.after / path.name
        if not other.exists():
            found = ["is missing"]
        elif path.read_bytes() == other.read_bytes():
            continue
        else:
            found = list(differences(path, other, options.figures))
        print(f"{path.name}: {'; '.join(found) or 'other bytes, the same print'}{other_parts(path, other)}")
        wrong += bool(found)
    return 1 if wrong else 0


def differences(one: Path, other: Path, figures: bool) -> Iterator[str]:
    """What is printed differently in two files of one format."""
    match one.suffix:
        case ".html":
            yield from _words(html_words(one), html_words(other))
        case ".docx":
            yield from _words(docx_words(one), docx_words(other))
        case _:
            yield from _words(pdf_words(one), pdf_words(other))
            yield from _pixels(one, other, figures)


def other_parts(one: Path, other: Path) -> str:
    """The parts of two Word files that are not the same; nothing for other formats."""
    if one.suffix != ".docx" or not other.exists():
        return ""
    with zipfile.ZipFile(one) as before, zipfile.ZipFile(other) as after:
        names = sorted({*before.namelist(), *after.namelist()})
        shared = {*before.namelist()} & {*after.namelist()}
        return f" ({', '.join(n for n in names if n not in shared or before.read(n) != after.read(n))})"


def html_words(path: Path) -> list[str]:
    """The words of an HTML file, without those in pictures."""
    text = re.sub(r"<(style|svg)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", text)).split()


def _docx_text(element: Any) -> str:
    return "-" if element.tag == f"{W}noBreakHyphen" else str(element.text or " ")


def docx_words(path: Path) -> list[str]:
    """The words of a Word file, part by part."""
    words: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(r"word/(document|footnotes|header\d+|footer\d+)\.xml", name):
                root = etree.fromstring(archive.read(name))
                for paragraph in root.iter(f"{W}p"):
                    words += "".join(map(_docx_text, paragraph.iter(*DOCX_TEXT))).split()
    return words


def pdf_words(path: Path) -> list[str]:
    """The words of a PDF file, page by page."""
    pdf = pypdfium2.PdfDocument(path)
    return [word for page in pdf for word in page.get_textpage().get_text_bounded().split()]


def _words(before: list[str], after: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False) if before != after else None
    for tag, i, j, k, m in matcher.get_opcodes() if matcher else ():
        if tag != "equal":
            yield f"“{' '.join(before[i:j])[:80]}” is now “{' '.join(after[k:m])[:80]}”"


def _pixels(one: Path, other: Path, figures: bool) -> Iterator[str]:
    pages = [list(_drawn(path, figures)) for path in (one, other)]
    if len(pages[0]) != len(pages[1]):
        yield f"{len(pages[0])} pages are now {len(pages[1])}"
    for number, (before, after) in enumerate(zip(*pages, strict=False), start=1):
        box = ImageChops.difference(before, after).getbbox()
        if box is not None:
            left, top, right, bottom = (round(side / SCALE) for side in box)
            yield f"page {number} differs {top} to {bottom} pt from the top, {left} to {right} from the left"


def _drawn(path: Path, figures: bool) -> Iterator[Image.Image]:
    """The pages in pixels; without `figures`, pictures are white."""
    hidden = {} if figures else _boxes(path)
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        image = page.render(scale=SCALE).to_pil().convert("RGB")
        for left, bottom, right, top in hidden.get(number, ()):
            height = image.height / SCALE
            corners = [
                (left - 1) * SCALE,
                (height - top - 1) * SCALE,
                (right + 1) * SCALE,
                (height - bottom + 1) * SCALE,
            ]
            ImageDraw.Draw(image).rectangle(corners, fill="white")
        yield image


def _boxes(path: Path) -> dict[int, list[list[float]]]:
    """The rectangles of pictures, by pages from 0, according to the structure tree."""
    found: dict[int, list[list[float]]] = {}
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

        def walk(element: Any) -> None:
            for kid in element.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                    if kid.S == "/Figure" and "/A" in kid and "/BBox" in kid.A:
                        page = pages[kid.K[0].Pg.objgen]
                        found.setdefault(page, []).append([float(side) for side in kid.A.BBox])
                    walk(kid)

        walk(pdf.Root.StructTreeRoot)
    return found


if __name__ == "__main__":
    sys.exit(main())

"""Pages of briefs as pictures beside this file, small and grey: what they looked like when somebody last accepted them.

Fonts are bundled, but each version of the system's libraries draws them a little differently: letters may stand a third
of a pixel elsewhere; lines, rules, boxes and all but the shortest words may not change.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from PIL import Image, ImageChops, ImageFilter

FOLDER = Path(__file__).parent
RESOLUTION = 50
"""Dots per inch: lines can be told, and most words read."""
LEVELS = 16
"""Shades of grey in the files."""
_BLUR = 1.0
_CONTRAST = 32
"""How much of black and white a pixel may differ by, of 255, after blurring."""
SHARE = 0.00005
"""The share of a page's pixels that may differ by more: a dozen, less than a word has."""
LARGEST = 40_000
"""Bytes of a file."""


def drawn(pdf: bytes) -> list[Image.Image]:
    """The pages of a PDF."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=RESOLUTION / 72, grayscale=True).to_pil().convert("L") for page in opened]
    finally:
        opened.close()
    step = 255 / (LEVELS - 1)
    return [page.point([round(round(value / step) * step) for value in range(256)]) for page in pages]


def accepted(name: str, folder: Path = FOLDER) -> list[Path]:
    """The accepted pages of the brief `name`, in order."""
    return sorted(folder.glob(f"{name}-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))


def accept(name: str, pages: list[Image.Image], folder: Path = FOLDER) -> None:
    """Make `pages` the accepted ones of the brief `name`."""
    for path in accepted(name, folder):
        path.unlink()
    for number, page in enumerate(pages, start=1):
        page.quantize(LEVELS).save(folder / f"{name}-{number}.png", optimize=True)


def compare(name: str, pages: list[Image.Image], output: Path, folder: Path = FOLDER) -> list[str]:
    """How `pages` differ from the accepted ones of the brief `name`; pages that do are left in `output` to look at."""
    files = accepted(name, folder)
    found = []
    if len(files) != len(pages):
        found.append(f"{name} has {len(pages)} pages, {len(files)} are accepted")
    for number, (file, page) in enumerate(zip(files, pages, strict=False), start=1):
        with Image.open(file) as opened:
            share = difference(opened.convert("L"), page)
        if share > SHARE:
            page.save(output / f"{name}-{number}.png")
            found.append(
                f"page {number} of {name} differs from {file.name} in {share:.2%} of its pixels: look at "
                f"{output / file.name}"
            )
    return found


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ enough to be seen; 1 for pages of different sizes."""
    if one.size != other.size:
        return 1.0
    blurred = [image.filter(ImageFilter.GaussianBlur(_BLUR)) for image in (one, other)]
    histogram = ImageChops.difference(*blurred).histogram()
    return sum(histogram[_CONTRAST:]) / (one.width * one.height)

"""The pictures in the docs show what the program makes of the shipped briefs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.pages import SHARE, difference
from tests.pages.doc_pictures import FOLDER, LARGEST, PICTURES, save

DRAWN_BY_A_BROWSER = "preview"
"""By `python -m scripts.preview_picture`, with the fonts of the machine: so no test can draw it again."""
HOW = "if this is meant, look at it and accept it: .venv/bin/pytest tests/pages/test_doc_pictures.py --accept"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each picture; those that need builds and reviews of their own are slow, except when they are accepted."""
    if "picture" in metafunc.fixturenames:
        is_accepting = metafunc.config.getoption("accept")
        marks = [] if is_accepting else [pytest.mark.slow]
        metafunc.parametrize("picture", [pytest.param(name, marks=marks) for name in PICTURES])


def test_the_docs_show_what_the_program_makes(picture: str, tmp_path: Path, is_accepting: bool) -> None:
    drawn = PICTURES[picture](tmp_path)
    if is_accepting:
        save(picture, drawn)
    with Image.open(FOLDER / f"{picture}.png") as opened:
        share = difference(opened.convert("L"), drawn.convert("L"))
    if share > SHARE:
        drawn.save(tmp_path / f"{picture}.png")
    assert share <= SHARE, f"{picture}.png differs in {share:.2%} of its pixels from {tmp_path / picture}.png: {HOW}"


def test_pictures_are_small_and_can_be_made_again() -> None:
    files = {path.stem: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert set(files) == {*PICTURES, DRAWN_BY_A_BROWSER}
    assert files.pop(DRAWN_BY_A_BROWSER) <= 250_000
    assert [name for name, size in files.items() if size > LARGEST] == []

"""A brief in pages: where its units are, and pictures that have the pixels of the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from PIL import Image

from briefs.preview.answers import drawn_pages
from briefs.preview.answers.drawn_pages import NARROWEST, WIDEST, Pictures, pages_view, picture_name
from briefs.preview.messages import NotFound
from briefs.preview.shown.brief_views import PagesView, PageView, UnitBox
from briefs.preview.shown.state_views import SheetName, Variant
from briefs.preview.workshop.held import Held
from briefs.preview.workshop.variants import html_of, laid_out_of, pdf_of
from briefs.render.pdf import pages
from briefs.render.pdf.pages import LaidOut
from tests.preview.answers.quay import CAPTAINS, CLERKS
from tests.projects import built

Shown = tuple[PagesView, Pictures, "pypdfium2.PdfDocument"]


@pytest.fixture(scope="module", params=["a4", pytest.param("letter-large", marks=pytest.mark.slow)])
def shown(held: Held, request: pytest.FixtureRequest) -> Iterator[Shown]:
    """The captains' draft in pages, and its PDF."""
    sheet: SheetName = request.param
    pictures = Pictures()
    view = pages_view(held.briefs[CAPTAINS], Variant(CAPTAINS, "draft", sheet), pictures)
    pdf = pypdfium2.PdfDocument(pdf_of(held.briefs[CAPTAINS], "draft", sheet)[1])
    pdf.init_forms()
    yield view, pictures, pdf
    pdf.close()


def test_pages_are_those_of_the_file(shown: Shown) -> None:
    view, _, pdf = shown
    sizes = [(round(page.width, 2), round(page.height, 2)) for page in view.pages]
    assert sizes == [tuple(round(side, 2) for side in page.get_size()) for page in pdf]


def test_pictures_have_the_pixels_of_the_file(shown: Shown) -> None:
    view, pictures, pdf = shown
    for page, shown_page in zip(pdf, view.pages, strict=True):
        picture = Image.open(BytesIO(pictures.png(shown_page.picture, 400)))
        drawn = page.render(scale=picture.width / page.get_width(), may_draw_forms=True).to_pil()
        assert picture.size == (400, drawn.height)
        assert picture.tobytes() == drawn.convert("RGB").tobytes()


def test_pages_are_laid_out_once_for_each_version_as_long_as_they_can_be_drawn(held: Held) -> None:
    brief, variant, pictures = held.briefs[CAPTAINS], Variant(CAPTAINS, "cleared"), Pictures()
    first = pages_view(brief, variant, pictures)
    assert pages_view(brief, variant, pictures) is first
    other = pages_view(replace(brief, version="other"), variant, pictures)
    assert other.version == "other"
    assert pages_view(replace(brief, version="other"), variant, pictures) is other
    assert {page.picture for page in other.pages}.isdisjoint(page.picture for page in first.pages)
    assert pages_view(brief, variant, pictures) is first  # whose only page is written
    assert pictures.png(first.pages[0].picture, 100) == pictures.png(other.pages[0].picture, 100)


def test_only_pages_that_somebody_looks_at_are_written(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    brief, variant, pictures = held.briefs[CAPTAINS], Variant(CAPTAINS, "draft", "letter-large"), Pictures()
    written: list[int] = []
    write = pages.write_page

    def counted(laid_out: pages.LaidOut, number: int) -> bytes:
        written.append(number)
        return write(laid_out, number)

    monkeypatch.setattr(pages, "write_page", counted)
    first = pages_view(brief, variant, pictures)
    assert written == [1]
    second = first.pages[1].picture
    assert pictures.png(second, 100) == pictures.png(second, 100)
    assert written == [1, 2]
    pages_view(replace(brief, version="next"), variant, pictures)
    assert written == [1, 2, 2]  # what was looked at last
    assert pictures.png(second, 150)  # as long as the next version is on its way
    with pytest.raises(NotFound):
        pictures.png(first.pages[2].picture, 150)
    pages_view(replace(brief, version="last"), variant, pictures)
    assert written == [1, 2, 2, 2]
    with pytest.raises(NotFound):
        pictures.png(second, 200)


def test_what_is_shown_is_what_a_build_writes_byte_for_byte(held: Held, quay: Path) -> None:
    (brief,) = built(quay, "clerks", formats=("pdf", "html")).briefs
    written = {one.format: one.content for one in brief.renditions}
    assert pdf_of(held.briefs[CLERKS], "draft", "a4")[1] == written["pdf"]
    assert html_of(held.briefs[CLERKS], "draft").encode() == written["html"]


def test_every_unit_is_where_its_words_are(shown: Shown) -> None:
    view, _, pdf = shown
    seen = set()
    for number, page in enumerate(view.pages):
        text = pdf[number].get_textpage()
        for unit in page.units:
            words = _within(text, unit, page.width, page.height)
            said = (
                unit.text.removeprefix("Title: ").removeprefix("Heading: ").removeprefix("What the brief summarizes: ")
            )
            if unit.unit not in seen and unit.unit != "u4":  # a picture is drawn as curves, and has no text
                assert words.startswith(said.split("\u00a0")[0][:15]), unit
            seen.add(unit.unit)
        text.close()
    assert {"main > h1", "p.about", "issue", "u1", "u2", "u3", "u4", "u5", "u46"} <= seen


def test_a_note_is_where_it_is_printed_and_not_where_it_is_called(shown: Shown) -> None:
    page = shown[0].pages[0]
    boxes = {unit.unit: unit.box for unit in page.units}
    assert boxes["u46"][1] > 0.8
    assert boxes["u46"][1] > boxes["u1"][3]


def _within(text: pypdfium2.PdfTextPage, unit: UnitBox, width: float, height: float) -> str:
    left, top, right, bottom = unit.box
    box = (left * width - 1, height * (1 - bottom) - 1, right * width + 1, height * (1 - top) + 1)
    words: str = " ".join(text.get_text_bounded(*box).split())
    return words.lstrip("0123456789 ")


@pytest.mark.parametrize(("asked", "width"), [(1, NARROWEST), (250, 250)])
def test_a_picture_has_the_width_that_was_asked_for_within_bounds(shown: Shown, asked: int, width: int) -> None:
    view, pictures, _ = shown
    assert Image.open(BytesIO(pictures.png(view.pages[0].picture, asked))).width == width
    assert WIDEST == 4000


def test_what_is_not_held_is_not_drawn(shown: Shown) -> None:
    view, pictures, pdf = shown
    name = view.pages[0].picture
    file = name.partition("-")[0]
    for wrong in ("", file, f"{file}-0", f"{file}-{len(pdf) + 1}", f"{file}-1/../2", f"{'0' * 32}-1", name + "\n"):
        with pytest.raises(NotFound):
            pictures.png(wrong, 300)


def test_layouts_and_pictures_are_kept_within_bounds(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out = laid_out_of(held.briefs[CAPTAINS], "cleared", "a4")
    monkeypatch.setattr(drawn_pages, "_LAYOUTS", 3)
    monkeypatch.setattr(drawn_pages, "_WITH_BOXES", 1)
    pictures = Pictures()

    def view(brief: str) -> PagesView:
        def made(name: str) -> tuple[PagesView, LaidOut]:
            numbers = range(1, laid_out.pages + 1)
            return PagesView(brief, "v", tuple(PageView(picture_name(name, at), 1, 1, ()) for at in numbers)), laid_out

        return pictures.view("v", Variant(brief), made)

    views = [view(brief) for brief in "abcd"]
    assert sum(one.laid_out is not None for one in pictures._held.values()) == 1
    assert view("b") is views[1]
    first, *others = (one.pages[-1].picture for one in views)
    one, *rest = (pictures.png(name, 100) for name in others)
    assert rest == [one, one]
    with pytest.raises(NotFound):
        pictures.png(first, 100)
    monkeypatch.setattr(drawn_pages, "_ROOM", len(one) * 2 + 2)
    assert len(pictures.png(others[-1], 110)) > len(one)
    assert sum(map(len, pictures._drawn.values())) <= len(one) * 2 + 2

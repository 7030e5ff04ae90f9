"""Trials that are not laid out again have the positions that they would have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.files.user_cache import cache_folder, keep
from briefs.fit.selection import Selection
from briefs.model.document import Document, List, Note
from briefs.model.inline import NoteCall
from briefs.pipeline import known_layouts
from briefs.pipeline.known_layouts import KnownLayouts
from briefs.render.pdf import pages
from briefs.render.pdf.pages import LaidOut, lay_out
from tests.render.builders import document, item, layout, paragraph, section, text, unit

LETTER = layout("letter")
WORDS = st.lists(st.sampled_from(["of", "migration", "co-operation", "É", "—", "☐", "non-governmental"]), max_size=24)
SELECTION = Selection()


def brief(first: str, second: str = "The other paragraph.", more: bool = False) -> Document:
    called = paragraph(first, unit("a", "a", number=1))
    called = replace(called, children=(*called.children, NoteCall("n1")))
    content = (called, paragraph(second, unit("b", "b")), *([paragraph("More.", unit("d", "d"))] if more else ()))
    note = Note("n1", unit("n", "n"), text("A note."), 1)
    return document(section(*content, List((item("An item.", unit("c", "c")),))), notes=(note,))


def measures(laid_out: LaidOut) -> tuple[object, ...]:
    return laid_out.pages, laid_out.fill, laid_out.height, laid_out.units


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """What is laid out."""
    found: list[Document] = []

    def told(one: Document, *others: object) -> LaidOut:
        found.append(one)
        return lay_out(one, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(pages, "lay_out", told)
    return found


def test_a_trial_whose_words_fall_into_lines_alike_is_not_laid_out(counted: list[Document]) -> None:
    known = KnownLayouts("name")
    for one in (brief("Words."), brief("Words.", more=True)):
        known.lay_out(one, LETTER, ())
    known.lay_out_first(brief("Other words."), layout(), ())
    counted.clear()
    for one in (brief("Other words."), brief("Other words.", more=True)):
        found = known.lay_out(one, LETTER, ())
        assert found.rendering is None
        assert measures(found) == measures(lay_out(one, LETTER))
    assert known.lay_out(brief("Other words."), layout(), ()).rendering is not None
    assert not counted


@pytest.mark.parametrize(
    "other",
    [
        brief("Words. " * 30),
        brief("Words.", "Words that nobody has laid out."),
        document(section(paragraph("Words.", unit("a", "a")), heading="Other")),
    ],
    ids=["more lines", "words in no lines yet", "another heading"],
)
def test_everything_else_is_laid_out(other: Document, counted: list[Document]) -> None:
    known = KnownLayouts("name")
    known.lay_out(brief("Words."), LETTER, ())
    known.lay_out_first(brief("Words. " * 30), layout(), ())
    assert known.lay_out(other, LETTER, ()).rendering is not None
    assert counted[-1] == other


def test_other_fonts_and_other_styles_are_laid_out() -> None:
    known, one = KnownLayouts("name"), brief("Words.")
    known.lay_out(one, LETTER, "fonts")
    assert known.lay_out(one, LETTER, "fonts").rendering is None
    assert known.lay_out(one, LETTER, "other fonts").rendering is not None
    assert known.lay_out(one, replace(LETTER, print_css=f"{LETTER.print_css} p {{ margin: 0 }}"), "fonts").rendering
    assert known.lay_out(one, replace(LETTER, accents={}), "fonts").rendering


def test_lines_in_other_fonts_or_styles_say_nothing_of_these() -> None:
    known = KnownLayouts("name")
    known.lay_out(brief("Words."), LETTER, "fonts")
    known.lay_out_first(brief("Other words."), layout(), "other fonts")
    assert known.lay_out(brief("Other words."), LETTER, "fonts").rendering is not None


@pytest.mark.parametrize(
    "css",
    [
        "ul { float: right; width: 30% }",
        "h2::after { content: target-text('#a') }",
        "h2::after { content: 'n\\6f te' }",
    ],
)
def test_where_lines_or_words_depend_on_more_all_is_laid_out(css: str) -> None:
    known, look = KnownLayouts("name"), replace(LETTER, print_css=f"{LETTER.print_css} {css}")
    known.lay_out(brief("Words."), look, ())
    known.lay_out_first(brief("Other words."), replace(look, sheet=layout().sheet), ())
    assert known.lay_out(brief("Other words."), look, ()).rendering is not None


KNOWN = KnownLayouts("name")


@given(WORDS, WORDS, st.booleans())
@settings(max_examples=8)
def test_whatever_the_words_are_positions_are_those_of_a_layout(
    first: list[str], second: list[str], more: bool
) -> None:
    one = brief(f"Words {' '.join(first)}", f"Other {' '.join(second)}", more)
    KNOWN.lay_out_first(one, layout(), ())
    assert measures(KNOWN.lay_out(one, LETTER, ())) == measures(lay_out(one, LETTER))


def test_what_is_known_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    known = KnownLayouts.of("project", "brief")
    known.lay_out(brief("Words."), LETTER, ())
    known.keep(SELECTION, in_cache=True)
    again = KnownLayouts.of("project", "brief")
    assert (again.selection, again.layouts) == (SELECTION, known.layouts)
    assert not KnownLayouts.of("project", "another").layouts
    monkeypatch.setenv("PANGO_LANGUAGE", "fr")
    assert not KnownLayouts.of("project", "brief").layouts
    monkeypatch.delenv("PANGO_LANGUAGE")
    with monkeypatch.context() as patch:
        patch.setattr(known_layouts, "are_as_they_were", lambda states: not states)
        assert not KnownLayouts.of("project", "brief").layouts
    for content in (b"", b"N.", b"damaged"):
        keep("layouts", next(cache_folder("layouts").iterdir()).name, content, 8)
        assert not KnownLayouts.of("project", "brief").layouts


def test_what_had_to_be_changed_for_its_pages_is_not_known() -> None:
    known, one = KnownLayouts("name"), brief("W" * 200)
    assert not known.lay_out(one, LETTER, ()).is_as_written
    assert not known.layouts

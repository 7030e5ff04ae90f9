"""The look of a reference document that an earlier process kept is the look that would be made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.files.kept_objects import packed, unpacked
from briefs.model.diagnostics import BriefsError
from briefs.model.edition import DEFAULT_ACCENT
from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx import render
from briefs.render.reference import kept_look
from briefs.render.reference.kept_look import KeptLook, Unkept, look_of, put_together, taken_apart
from briefs.render.reference.look import Look, read_look
from tests.render.docx.corporate import CORPORATE
from tests.render.docx.samples import BRIEF, starter
from tests.render.reference import houses, letterheads, strangers

LARGE = Sheet(size=18)
REFERENCES: dict[str, Callable[[], bytes]] = {
    **{name: made for name, made in CORPORATE.items() if name != "many sections"},
    "another house": lambda: houses.reference('<w:ind w:left="9000"/>', "<w:b/>"),
    "letterhead": lambda: letterheads.letterhead(letterheads.line(letterheads.words("  The  Office "))),
    "starter": starter,
}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_file_in_the_look_that_was_kept_has_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def again(reference: bytes, sheet: Sheet, accent: str, language: str, letterhead: bool = True) -> Look:
        kept = taken_apart(read_look(reference, sheet, accent, language, letterhead))
        assert isinstance(kept, KeptLook)
        content = packed(kept)
        assert content is not None
        return put_together(unpacked(content), sheet, language)

    reference = REFERENCES[name]()
    sheet, letterhead = (LARGE, False) if name == "letterhead" else (USUAL, True)
    monkeypatch.setattr(render, "look_of", read_look)
    made = render.render_docx(BRIEF, reference, sheet=sheet, letterhead=letterhead)
    monkeypatch.setattr(render, "look_of", again)
    assert render.render_docx(BRIEF, reference, sheet=sheet, letterhead=letterhead) == made


@pytest.mark.parametrize("made", [CORPORATE["many sections"], strangers.everything])
def test_a_look_with_pictures_in_headers_is_not_kept(made: Callable[[], bytes]) -> None:
    assert taken_apart(read_look(made(), USUAL, DEFAULT_ACCENT, "en-GB")) == Unkept()


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """With what looks are read from now on, in an empty cache."""
    calls = list[tuple[object, ...]]()

    def read_anew(*arguments: object) -> Look:
        calls.append(arguments[1:])
        return read_look(*arguments)

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(kept_look, "read_look", read_anew)
    return calls


def test_another_process_reads_only_what_was_not_kept(read: list[tuple[object, ...]]) -> None:
    def look(*others: object) -> Look:
        look_of.cache_clear()  # as another process begins
        return look_of(starter(), *others)

    first, second = (look(USUAL, DEFAULT_ACCENT, "en-GB", True) for _ in range(2))
    assert len(read) == 1
    assert taken_apart(second) == taken_apart(first)
    for others in (
        (LARGE, DEFAULT_ACCENT, "en-GB", True),
        (USUAL, "#123456", "en-GB", True),
        (USUAL, DEFAULT_ACCENT, "fr", True),
        (USUAL, DEFAULT_ACCENT, "en-GB", False),
    ):
        look(*others)
        assert read[-1] == others
    assert len(read) == 5


def test_what_cannot_be_read_is_said_each_time(read: list[tuple[object, ...]]) -> None:
    for _ in range(2):
        with pytest.raises(BriefsError):
            look_of(b"no document", USUAL, DEFAULT_ACCENT, "en-GB")
    assert len(read) == 2

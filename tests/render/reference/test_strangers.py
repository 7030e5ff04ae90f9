"""Nothing of a stranger's reference document comes into a Word file but what is on the list; and each part is told."""

from __future__ import annotations

import socket

import pytest

from briefs.render.docx.render import render_docx
from briefs.render.reference.reference_check import check_reference
from tests.render.docx.package_contents import fields, foreign
from tests.render.docx.samples import BRIEF
from tests.render.reference.letterheads import line, picture
from tests.render.reference.strangers import ACTIVE, CANARY, FAR, HIDDEN_FIELDS, everything, stranger
from tests.render.reference.test_damaged_references import FONTS
from tests.sampling import every

WORD = CANARY.encode()
LINK = {"x": ("oleObject", "https://example.org/CANARY")}


@pytest.mark.parametrize("letterhead", [True, False])
def test_of_everything_at_once_nothing_stays(letterhead: bool) -> None:
    file = everything()
    made = render_docx(BRIEF, file, letterhead=letterhead, embedded=FONTS)
    assert foreign(made, WORD) == []
    assert fields(made) <= {"PAGE", "NUMPAGES"}
    faults = check_reference(file, "it", FONTS, letterhead)
    said = " ".join(each.message for each in faults if each.code == "reference-foreign")
    for what in ("macros (word/vbaProject.bin)", "the header has", "its styles have", "its theme has"):
        assert what in said


@pytest.mark.parametrize("place", every(8, [(place,) for place in HIDDEN_FIELDS], HIDDEN_FIELDS))
def test_a_field_that_runs_goes_wherever_it_hides_and_this_is_said(place: str) -> None:
    file = stranger(f"<w:p>{HIDDEN_FIELDS[place]}</w:p>")
    assert foreign(render_docx(BRIEF, file, letterhead=True), WORD) == []
    codes = {each.code for each in check_reference(file, "it", FONTS, True)}
    assert codes & {"reference-foreign", "reference-leftover"} or place == "a link"  # which stays as plain words


@pytest.mark.parametrize("kind", every(8, [(kind,) for kind in ACTIVE], ACTIVE))
def test_what_is_active_goes(kind: str) -> None:
    assert foreign(render_docx(BRIEF, stranger(ACTIVE[kind], LINK), letterhead=True), WORD) == []


def test_what_is_seen_of_a_letterhead_stays() -> None:
    file = stranger(
        '<w:p><w:r><w:t>Street 5</w:t></w:r><w:smartTag w:uri="u"><w:r><w:t>, Town</w:t></w:r></w:smartTag></w:p>'
    )
    made = render_docx(BRIEF, file, letterhead=True)
    assert foreign(made) == []
    for words in (b"Street 5", b", Town"):
        assert f"word/header1.xml has {words.decode()}" in foreign(made, words)


def test_nobody_is_called() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        here = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        links = {"x": ("image", here), "y": ("hyperlink", here), "z": ("oleObject", here)}
        file = stranger("".join(ACTIVE.values()).replace(FAR, here) + line(picture('r:link="x"')), links)
        check_reference(file, "it", FONTS, True)
        assert foreign(render_docx(BRIEF, file, letterhead=True), here.encode()) == []
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"%PDF-1.4", "neither PNG nor JPEG"), (b"\x89PNG\r\n\x1a\n", "a damaged PNG file")],
)
def test_a_picture_of_another_kind_is_left_out_and_this_is_said(content: bytes, said: str) -> None:
    file = stranger(line(picture()), {"seal": ("image", "media/seal.png")}, {"word/media/seal.png": content})
    (fault,) = [each for each in check_reference(file, "it", FONTS, True) if each.code == "reference-art"]
    assert f'a picture ("Picture 1") that is {said}' in fault.message
    assert foreign(render_docx(BRIEF, file), content) == []

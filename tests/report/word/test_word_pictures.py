"""Pictures: what they show, and their captions."""

from __future__ import annotations

import pytest

from briefs.report.pieces import PicturePiece
from briefs.report.word.word_pictures import alternative_of, is_picture
from briefs.word.elements import parse
from tests.report.word.word_files import call, note, par, recognized, shown, table, text

STYLES = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'


def picture(alternative: str = "") -> str:
    described = f'descr="{alternative}"' if alternative else ""
    graphic = "<a:graphic><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphic>"
    inline = f'<wp:inline><wp:docPr id="1" name="Picture 1" {described}/>{graphic}</wp:inline>'
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


def pictures(body: str, **parts: str) -> list[tuple[str, str]]:
    """Caption and alternative text of each picture."""
    found = recognized(body, **parts).pieces
    return [(piece.text, piece.alternative) for piece in found if isinstance(piece, PicturePiece)]


def test_captions_under_or_above_a_picture_belong_to_it() -> None:
    body = par(picture("A dry well")) + par() + par("Figure 1: Wells", "C") + par("Text.")
    assert pictures(body, styles=STYLES) == [("Figure 1: Wells", "A dry well")]
    body = par("Figure 1: Wells", "C") + par(picture()) + par("Text.") + par(picture("River"))
    assert pictures(body, styles=STYLES) == [("Figure 1: Wells", ""), ("", "River")]


def test_captions_are_known_by_their_words_too_but_only_beside_pictures() -> None:
    assert pictures(par(picture("Well")) + par("Figure 2. Wells") + par("Text.")) == [("Figure 2. Wells", "Well")]
    assert shown(par("Figure 2. Wells") + par("Text."))[0] == "paragraph: Figure 2. Wells"
    two = par(picture("One")) + par(picture("Two")) + par("Text.")
    assert pictures(two) == [("", "One"), ("", "Two")]


def test_words_beside_a_picture_and_notes_of_its_caption_are_kept() -> None:
    body = par(text("Before ") + picture("Well")) + par(text("Figure 1: Wells") + call(1), "C")
    assert shown(body, styles=STYLES, footnotes=note(1, "Ministry.")) == [
        "paragraph: Before",
        "picture: Figure 1: Wells¹",
        "footnote: Ministry.",
    ]


def test_pictures_in_tables_stand_after_them() -> None:
    assert shown(table((par(text("a") + picture("Well")), "b")))[1:] == ["picture: "]
    assert pictures(table((par(text("a") + picture("Well")), "b"))) == [("", "Well")]


def test_a_picture_that_nobody_has_described_is_nothing() -> None:
    assert pictures(par(picture()) + par("Text.")) == []
    assert pictures(par(picture("C:\\pictures\\well.JPG")) + par("Text.")) == []


@pytest.mark.parametrize(
    ("drawing", "is_one", "words"),
    [
        ("<pic:pic><pic:nvPicPr><pic:cNvPr descr='A  well'/></pic:nvPicPr><a:blip/></pic:pic>", True, "A well"),
        ("<x:shape xmlns:x='urn:schemas-microsoft-com:vml' alt='A well'><x:imagedata/></x:shape>", True, "A well"),
        ("<wp:docPr title='Wells'/><c:chart xmlns:c='urn:c'/>", True, "Wells"),
        ("<wp:docPr descr='Frame'/>", False, "Frame"),
    ],
)
def test_pictures_are_told_from_shapes_and_described_in_several_ways(drawing: str, is_one: bool, words: str) -> None:
    element = parse(drawing)
    assert is_picture(element) == is_one
    assert alternative_of(element) == words

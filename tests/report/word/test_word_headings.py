"""Which paragraphs are headings: by style, by outline level, or by how they look."""

from __future__ import annotations

from briefs.report.pieces import HeadingPiece, MatterPiece
from tests.report.word.word_files import HEADING_STYLES, OUTLINE, item, level, lists, par, recognized, text

TEXT = par("Water has become scarce in many regions of the country, and most wells are deeper than they were.")


def headings(body: str, **parts: str) -> list[tuple[int, str, str, float]]:
    """Level, text, evidence and certainty of each heading."""
    found = [piece for piece in recognized(body, **parts).pieces if isinstance(piece, HeadingPiece)]
    return [(piece.hint.level, piece.text, piece.evidence, piece.certainty) for piece in found]


def titles(body: str, **parts: str) -> list[str]:
    pieces = recognized(body, **parts).pieces
    return [piece.text for piece in pieces if isinstance(piece, MatterPiece) and piece.role == "title"]


def bold(words: str, size: int = 22) -> str:
    return par(text(words, f'<w:b/><w:sz w:val="{size}"/>'))


def test_headings_have_the_level_of_their_style_and_the_number_that_word_prints() -> None:
    body = (
        par("Findings", "berschrift1") + TEXT + par("Wells", "berschrift2") + TEXT + par("Rivers", "berschrift2") + TEXT
    )
    numbered = HEADING_STYLES.replace(
        "<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    )  # as Word writes it: the level is that of the style
    assert headings(body, styles=numbered, numbering=OUTLINE) == [
        (1, "I. Findings", "style Heading 1", 1.0),
        (2, "1.1 Wells", "style Heading 2", 1.0),
        (2, "1.2 Rivers", "style Heading 2", 1.0),
    ]


def test_a_paragraph_may_set_its_own_level_and_none_is_deeper_than_six() -> None:
    outline = '<w:outlineLvl w:val="{}"/>'
    body = par("One", "", outline.format(0)) + TEXT + par("Two", "", outline.format(7)) + TEXT
    body += par("Not", "berschrift1", outline.format(9)) + TEXT
    assert headings(body, styles=HEADING_STYLES) == [
        (1, "One", "outline level 1", 1.0),
        (6, "Two", "outline level 8", 1.0),
    ]


def test_there_is_no_space_behind_a_number_that_has_none() -> None:
    body = par("总则", "berschrift1") + TEXT + par("附则", "berschrift1") + TEXT
    styles = HEADING_STYLES.replace("<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>')
    suffix = '<w:suff w:val="nothing"/><w:pStyle w:val="berschrift1"/>'
    found = headings(body, styles=styles, numbering=lists(level(0, "chineseCounting", "第%1章", suffix)))
    assert [text for _, text, _, _ in found] == ["第一章总则", "第二章附则"]


def test_clauses_in_a_style_of_headings_are_paragraphs() -> None:
    body = par("One", "berschrift1") + par("fraud, or bad faith;", "berschrift2") + par("neglect", "berschrift2")
    body += par("gross neglect; or", "berschrift2") + par("Two", "berschrift1")
    assert [text for _, text, _, _ in headings(body, styles=HEADING_STYLES)] == ["One", "Two"]


def test_whole_sentences_in_a_style_of_headings_are_paragraphs() -> None:
    sentence = "The Committee recommends that all the States that have not yet done so ratify the Convention."
    body = par("One", "berschrift1") + par("Two", "berschrift1")
    body += par(sentence, "berschrift2") + par(sentence, "berschrift2") + par("Short", "berschrift2")
    body += par("One long heading " + 30 * "very " + "long.", "berschrift1")
    assert [text for _, text, _, _ in headings(body, styles=HEADING_STYLES)] == ["One", "Two"]


def test_headings_are_guessed_if_no_style_says_which_they_are() -> None:
    cover = bold("Water for all", 48) + bold("A report", 36)
    body = cover + bold("I. Findings", 32) + TEXT + bold("A. Wells") + TEXT + bold("B. Rivers") + TEXT
    body += bold("II. Advice", 32) + TEXT
    assert headings(body + 6 * TEXT) == [
        (1, "I. Findings", "16 pt, larger than the text, bold, numbered", 0.85),
        (2, "A. Wells", "11 pt, larger than the text, bold, numbered", 0.85),
        (2, "B. Rivers", "11 pt, larger than the text, bold, numbered", 0.85),
        (1, "II. Advice", "16 pt, larger than the text, bold, numbered", 0.85),
    ]
    assert titles(body + 6 * TEXT) == ["Water for all", "A report"]


def test_lines_of_a_cover_are_the_title() -> None:
    body = bold("Ministry", 24) + par("for the Cabinet") + bold("Findings", 32) + TEXT + bold("Ministry", 24) + TEXT
    body += bold("Advice", 32) + TEXT
    assert titles(body + 6 * TEXT) == ["Ministry"]


def test_nothing_is_guessed_of_what_most_of_the_text_looks_like() -> None:
    assert headings(8 * bold("Name and place") + 2 * TEXT) == []
    assert headings(par("Only text.") + TEXT) == []
    assert headings(par("") + bold("This is an important sentence that is bold.", 20) + 6 * TEXT) == []


def test_items_and_captions_that_are_bold_are_no_headings() -> None:
    numbering = lists(level(0, "bullet", "•"))
    styles = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/><w:rPr><w:b/></w:rPr></w:style>'
    found = headings(
        item(text("Wells", "<w:b/>"), 1) + par("Wells", "C") + 6 * TEXT, styles=styles, numbering=numbering
    )
    assert found == []


def test_a_bold_item_of_a_list_of_text_is_no_heading() -> None:
    bold_item = par(text("Advocacy", "<w:b/>"), "", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    items = item("Circulating the report to all who took part", 1) + item("Meeting again in spring", 1) + bold_item
    numbering = lists(level(0, "decimal", "%1."))
    styled = par("One", "berschrift1") + TEXT + par("Two", "berschrift1") + items + TEXT
    assert [one[1] for one in headings(styled, styles=HEADING_STYLES, numbering=numbering)] == ["One", "Two"]
    guessed = bold("One", 30) + TEXT + bold("Two", 30) + items + TEXT
    assert [one[1] for one in headings(guessed, numbering=numbering)] == ["One", "Two"]


def test_headings_set_by_hand_beside_those_with_a_style_are_added_if_they_are_plain_to_see() -> None:
    body = par("I. Findings", "berschrift1") + TEXT + bold("1. Wells", 20) + TEXT + bold("Somebody’s name", 20) + TEXT
    body += par("II. Advice", "berschrift1") + TEXT + bold("2. Rivers", 20) + TEXT
    assert headings(body, styles=HEADING_STYLES) == [
        (1, "I. Findings", "style Heading 1", 1.0),
        (2, "1. Wells", "bold, numbered", 0.7),
        (1, "II. Advice", "style Heading 1", 1.0),
        (2, "2. Rivers", "bold, numbered", 0.7),
    ]


def test_lines_before_the_first_heading_with_a_style_are_the_title() -> None:
    body = bold("Water for all", 48) + bold("March 2020", 28) + par("Findings", "berschrift1") + TEXT
    body += par("Advice", "berschrift1") + TEXT
    assert [text for _, text, _, _ in headings(body, styles=HEADING_STYLES)] == ["Findings", "Advice"]
    assert titles(body, styles=HEADING_STYLES) == ["Water for all", "March 2020"]
    assert titles(par("word " * 30) + body, styles=HEADING_STYLES) == []


def test_a_contents_list_without_page_numbers_is_known_by_what_it_repeats() -> None:
    names = ("Introduction", "Findings", "Advice")
    listed = bold("Contents", 32) + "".join(bold(name, 28) for name in names)
    found = recognized(listed + "".join(bold(name, 32) + 2 * TEXT for name in names))
    roles = [piece.role for piece in found.pieces if isinstance(piece, MatterPiece)]
    assert roles == 4 * ["contents"]
    assert [piece.text for piece in found.pieces if isinstance(piece, HeadingPiece)] == list(names)


def test_the_one_heading_above_all_others_is_the_title() -> None:
    body = par("Water for all", "berschrift1") + TEXT
    body += par("Wells", "berschrift2") + TEXT + par("Rivers", "berschrift2") + TEXT
    assert [one[:2] for one in headings(body, styles=HEADING_STYLES)] == [(1, "Wells"), (1, "Rivers")]
    assert titles(body, styles=HEADING_STYLES) == ["Water for all"]

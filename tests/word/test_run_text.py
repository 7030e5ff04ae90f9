"""What elements within a run say, and which fields say nothing."""

from __future__ import annotations

import pytest

from briefs.word.elements import parse
from briefs.word.run_text import FieldStack, is_counted, said_by, shows_something


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:t>a b</w:t>", "a b"),
        ("<w:delText>a</w:delText>", "a"),
        ("<w:tab/>", "\t"),
        ("<w:ptab/>", "\t"),
        ("<w:br/>", "\n"),
        ('<w:br w:type="textWrapping"/>', "\n"),
        ('<w:br w:type="page"/>', ""),
        ('<w:br w:type="column"/>', ""),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "☐"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "•"),
        ('<w:sym w:font="Symbol" w:char="F06D"/>', "μ"),
        ('<w:sym w:font="Symbol" w:char="F0A3"/>', "≤"),
        ('<w:sym w:font="Wingdings" w:char="F04A"/>', "☺"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
        ('<w:sym w:font="Segoe UI" w:char="2192"/>', "→"),
        ('<w:sym w:font="Segoe UI" w:char="no"/>', ""),
        ('<w:sym w:font="Segoe UI" w:char="D800"/>', ""),
        ("<w:t/>", ""),
    ],
)
def test_each_element_says_what_a_reader_reads(xml: str, text: str) -> None:
    assert said_by(parse(xml)[0]) == text


@pytest.mark.parametrize(
    ("instruction", "is_hidden"),
    [
        (" PAGE ", True),
        ("NUMPAGES \\* MERGEFORMAT", True),
        (" PAGEREF _Toc1 \\h ", True),
        (" NOTEREF _note1 \\f \\h ", True),
        (" NOTEREF _note1 \\h \\* MERGEFORMAT ", False),
        (" REF _u1 \\n \\h ", False),
        (" DOCPROPERTY Pages ", False),
        ("", False),
    ],
)
def test_numbers_of_pages_and_marks_of_notes_are_no_text(instruction: str, is_hidden: bool) -> None:
    assert is_counted(instruction) is is_hidden


def read(stack: FieldStack, *pieces: str) -> list[bool]:
    """Whether text is hidden after each of these elements."""
    found = []
    for piece in pieces:
        stack.read(parse(piece)[0])
        found.append(stack.say())
    return found


BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))


def test_the_instruction_of_a_field_is_no_text_and_its_result_is() -> None:
    assert read(FieldStack(), BEGIN, "<w:instrText>REF x</w:instrText>", SEPARATE, END) == [True, True, False, False]


def test_a_deleted_instruction_counts_too() -> None:
    assert read(FieldStack(), BEGIN, "<w:delInstrText>PAGE</w:delInstrText>", SEPARATE, END)[2:] == [True, False]


def test_fields_stand_within_fields() -> None:
    pieces = (BEGIN, "<w:instrText>IF </w:instrText>", BEGIN, SEPARATE, END, SEPARATE, END)
    assert read(FieldStack(), *pieces) == [True, True, True, True, True, False, False]


def test_a_broken_field_ends_with_its_paragraph() -> None:
    stack = FieldStack()
    read(stack, BEGIN, END, END, BEGIN)
    stack.close()
    assert not stack.say()


def test_a_piece_counts_only_in_the_text_that_it_is_in() -> None:
    stack = FieldStack()
    read(stack, BEGIN, "<w:instrText>PAGE</w:instrText>", SEPARATE)
    stack.read(parse(END)[0], (0,), in_final=False)
    assert (stack.say(in_final=False), stack.say(in_base=False), stack.say()) == (False, True, True)
    stack.read(parse(END)[0], (1,), in_base=False)
    assert not stack.say(in_base=False)


def test_pieces_of_a_field_are_changed_with_its_result() -> None:
    def pieces(is_changed: bool) -> list[int]:
        stack = FieldStack()
        stack.read(parse(BEGIN)[0], (0,))
        stack.read(parse(SEPARATE)[0], (1,))
        stack.say(is_changed=is_changed)
        return stack.read(parse(END)[0], (2,))

    assert (set(pieces(is_changed=True)), pieces(is_changed=False)) == ({0, 1, 2}, [])


def test_runs_without_content_show_nothing() -> None:
    assert not shows_something(parse("<w:ins><w:r><w:rPr><w:b/></w:rPr></w:r><w:bookmarkStart/></w:ins>")[0])
    assert not shows_something(parse('<w:ins><w:r><w:t xml:space="preserve"/></w:r></w:ins>')[0])
    assert shows_something(parse("<w:ins><w:r><w:drawing/></w:r></w:ins>")[0])
    assert not shows_something(parse('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>')[0])

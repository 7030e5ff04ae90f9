"""What a header prints, in order."""

from __future__ import annotations

from briefs.render.reference.header_story import atoms, control_tag, is_object, lines, stories, take_out
from briefs.word.elements import Element, local_name, qn
from tests.render.docx.samples import shown
from tests.render.reference.letterheads import control, field, header, line, words


def fields(content: str) -> list[tuple[str, bool]]:
    found = [atom.field for atom in atoms(header(content)) if atom.field is not None]
    return [(each.name, each.is_broken) for each in dict.fromkeys(found)]


def test_fields_are_found_in_each_way_of_writing_them() -> None:
    assert fields(line(field("PAGE", "1"), field("date \\@ yyyy", "2001"))) == [("PAGE", False), ("DATE", False)]
    assert fields(line(f'<w:fldSimple w:instr=" TITLE ">{words("Old")}</w:fldSimple>')) == [("TITLE", False)]
    assert fields(line("<w:r><w:monthLong/></w:r>", "<w:r><w:pgNum/></w:r>")) == [("DATE", False), ("PAGE", False)]
    split = field("DOCPRO</w:instrText></w:r><w:r><w:instrText>PERTY Office", "none")
    assert fields(line(split)) == [("DOCPROPERTY", False)]


def test_a_field_within_another_belongs_to_it() -> None:
    assert fields(line(field(f"IF </w:instrText></w:r>{field('PAGE', '2')}<w:r><w:instrText>", "x"))) == [("IF", False)]


def test_fields_that_do_not_begin_or_end_are_broken() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    assert fields(line(begin, "words") + line(field("PAGE", "1"))) == [("DATE", True), ("PAGE", False)]
    assert fields(line('<w:r><w:fldChar w:fldCharType="end"/></w:r>')) == [("", True)]
    assert fields(line("<w:r><w:instrText> DATE </w:instrText></w:r>")) == [("", True)]


def test_a_field_may_go_over_several_paragraphs() -> None:
    made = header(line(field("INCLUDETEXT x", f"{words('one')}</w:p><w:p>{words('two')}")))
    assert [(atom.words, atom.field is not None) for atom in atoms(made) if atom.words] == [
        ("one", True),
        ("two", True),
    ]


def test_lines_end_at_tabs_breaks_and_paragraphs() -> None:
    made = header(line("a", "<w:r><w:tab/></w:r>", "b", "c") + line("d", "<w:r><w:br/></w:r>"))
    assert ["".join(atom.words for atom in each) for each in lines(atoms(made))] == ["a", "bc", "d"]


def test_text_boxes_are_stories_of_their_own_and_pictures_are_one_thing() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{line('in the box')}</w:txbxContent></w:pict></w:r>"
    made = header(line("before", box))
    assert [[atom.words for atom in atoms(story)] for story in stories(made)] == [["before", ""], ["in the box"]]
    assert [is_object(atom.element) for atom in atoms(made)] == [False, True]


def test_the_control_of_an_atom_is_known() -> None:
    made = header(line(control('<w:tag w:val="footer"/>', words("a")), "b"))
    assert [control_tag(atom) for atom in atoms(made)] == ["footer", ""]


def taken(content: str) -> Element:
    made = header(content)
    take_out(made, [atom for atom in atoms(made) if atom.words != "stays"])
    return made


def test_what_holds_nothing_more_goes_too() -> None:
    assert [local_name(child) for child in taken(line("x") + line("stays"))] == ["p"]
    assert len(taken(line("x"))) == 1  # a header needs a paragraph
    cells = f"<w:tbl><w:tr><w:tc>{line('x')}</w:tc></w:tr></w:tbl>"
    assert [local_name(child) for child in taken(cells + line("stays"))] == ["p"]
    linked = f"<w:hyperlink>{words('x')}</w:hyperlink>"
    assert not list(taken(line(linked, control("<w:text/>", words("y")), "stays")).iter(qn("w:hyperlink"), qn("w:sdt")))


def test_a_cell_keeps_a_paragraph_and_a_table_with_words_its_cells() -> None:
    made = taken(f"<w:tbl><w:tr><w:tc>{line('x')}</w:tc><w:tc>{line('stays')}</w:tc></w:tr></w:tbl>{line('x')}")
    assert [len(cell) for cell in made.iter(qn("w:tc"))] == [1, 1]
    assert shown(made) == "stays"


def test_a_control_around_paragraphs_is_opened_when_it_is_empty() -> None:
    made = taken(control("<w:date/>", line("x")) + line("stays"))
    assert [local_name(child) for child in made] == ["p"]

"""Large print is larger throughout."""

from __future__ import annotations

from briefs.model.document import Note, Paragraph
from briefs.model.inline import NoteCall, Text
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.render.docx.render import render_docx
from briefs.render.reference.large_print import enlarge_indents, enlarge_styles, enlarge_text
from briefs.word.elements import parse, qn, root, w
from briefs.word.styles import StyleSheet
from tests.render.docx.samples import document, part, section, starter, text, unit


def brief(paper: Paper = "A4", size: TypeSize = 11) -> bytes:
    words = Paragraph((Text("Words"), NoteCall("fn")), unit=unit("u1", 1))
    made = document(section(words), notes=(Note("fn", unit("u2"), text("A note")),))
    return render_docx(made, starter(), sheet=Sheet(paper, size))


def sizes(file: bytes) -> dict[str, tuple[str, str]]:
    """TypeSize and line of the styles that have both."""
    found = {}
    for style in part(file, "word/styles.xml").iterfind(qn("w:style")):
        size, spacing = style.find(f"{qn('w:rPr')}/{qn('w:sz')}"), style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if size is not None and spacing is not None and spacing.get(qn("w:line")):
            found[style.get(qn("w:styleId"), "")] = (size.get(qn("w:val"), ""), spacing.get(qn("w:line"), ""))
    return found


def test_large_print_is_larger_throughout_and_none_of_it_is_small() -> None:
    normal, large = sizes(brief()), sizes(brief(size=18))
    assert normal["Title"] == ("38", "440")
    assert large["Title"] == ("62", "720")
    assert large["FootnoteText"] == ("32", "418")
    assert large["BriefGap"] == normal["BriefGap"]
    assert {style: size for style, (size, _) in large.items() if int(size) < 32} == {"BriefGap": "2", "BriefLogo": "2"}
    defaults = part(brief(size=18), "word/styles.xml").find(qn("w:docDefaults"))
    assert defaults is not None
    assert [s.get(qn("w:val")) for s in defaults.iter(qn("w:sz"))] == ["36"]
    assert [s.get(qn("w:line")) for s in defaults.iter(qn("w:spacing"))] == ["497"]


def test_tables_and_boxes_are_as_high_and_as_wide_as_those_of_the_pdf() -> None:
    assert sizes(brief(size=18))["TableText"] == ("33", "425")  # 13 pt of 11 are 21.27 pt of 18
    styles = {style.get(qn("w:styleId")): style for style in part(brief(size=18), "word/styles.xml")}
    box = styles["BriefAsk"].find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    assert box is not None
    spaces = {rule.tag.rpartition("}")[2]: rule.get(qn("w:space")) for rule in box}
    assert spaces == {"top": "11", "left": "15", "bottom": "11", "right": "15"}


def test_no_rule_is_farther_from_its_text_than_word_allows() -> None:
    borders = parse('<w:pPr><w:pBdr><w:top w:val="single" w:space="30"/><w:left w:val="nil"/></w:pBdr></w:pPr>')
    for made in borders:
        enlarge_indents(made, 18)
        enlarge_indents(made, 11)
        assert [rule.get(qn("w:space")) for rule in made[0]] == ["31", None]


def test_lines_grow_with_the_type_that_a_style_takes_from_another() -> None:
    styles = root(
        "styles",
        *parse(
            """<w:style w:styleId="A"><w:rPr><w:sz w:val="12pt"/></w:rPr></w:style>
            <w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr>
            <w:spacing w:line="280" w:lineRule="exact" w:before="55"/></w:pPr></w:style>
            <w:style w:styleId="C"><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:style>
            <w:style w:styleId="D"><w:basedOn w:val="D"/><w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr>
            </w:style>"""
        ),
    )
    by_hand = w("r", w("rPr", w("sz", val=17)))
    enlarge_styles(StyleSheet(styles), 18)
    enlarge_text(by_hand, 18)
    spacings = {s.get(qn("w:styleId")): next(s.iter(qn("w:spacing")), None) for s in styles}
    lines = {name: None if s is None else s.get(qn("w:line")) for name, s in spacings.items()}
    assert next(styles.iter(qn("w:sz"))).get(qn("w:val")) == "39"
    assert lines == {"A": None, "B": "458", "C": "276", "D": "393"}
    assert spacings["B"] is not None
    assert spacings["B"].get(qn("w:before")) == "90"
    assert next(by_hand.iter(qn("w:sz"))).get(qn("w:val")) == "32"

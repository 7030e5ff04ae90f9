"""What is taken from a document without its editing history."""

from __future__ import annotations

from briefs.word.cleaning import clean
from briefs.word.elements import Element, local_name, parse, qn

BY = 'w:id="9" w:author="A. Nonymous" w:date="2020-01-01T00:00:00Z"'
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"


def cleaned(markup: str) -> Element:
    return clean(parse(markup))


def words(element: Element) -> list[str]:
    return [text.text or "" for text in element.iter(qn("w:t"))]


def test_insertions_are_accepted_and_deletions_are_gone() -> None:
    made = cleaned(
        f"<w:p><w:ins {BY}><w:r><w:t>new</w:t></w:r></w:ins><w:del {BY}><w:r><w:delText>old</w:delText></w:r></w:del>"
        f"<w:moveTo {BY}><w:r><w:t>here</w:t></w:r></w:moveTo><w:moveFrom {BY}><w:r><w:t>there</w:t></w:r></w:moveFrom>"
        "</w:p>"
    )
    assert words(made) == ["new", "here"]
    assert [local_name(child) for child in made[0]] == ["r", "r"]


def test_former_formatting_and_marks_of_new_paragraphs_are_gone() -> None:
    made = cleaned(f"<w:pPr><w:rPr><w:ins {BY}/></w:rPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>")
    assert [local_name(child) for child in made.iter()] == ["", "pPr", "rPr"]


def test_marks_of_comments_spelling_and_saves_are_gone() -> None:
    made = cleaned(
        '<w:p w:rsidR="00C0FFEE"><w:commentRangeStart w:id="3"/><w:proofErr/><w:r><w:commentReference w:id="3"/>'
        "</w:r></w:p>"
    )
    assert [local_name(child) for child in made.iter()] == ["", "p", "r"]
    assert not made[0].attrib


def test_controls_are_bound_only_to_properties_of_the_document() -> None:
    made = cleaned(
        f'<w:sdtPr><w:dataBinding w:storeItemID="{CORE.lower()}"/></w:sdtPr>'
        '<w:sdtPr><w:dataBinding w:storeItemID="{1}"/></w:sdtPr>'
    )
    assert [[local_name(child) for child in each] for each in made] == [["dataBinding"], []]


def test_properties_of_runs_are_in_the_order_of_the_schema() -> None:
    made = cleaned("<w:rPr><w:lang/><w:b/><w:unknown/><w:rStyle/></w:rPr>")
    assert [local_name(child) for child in made[0]] == ["rStyle", "b", "lang", "unknown"]


def test_properties_are_put_into_the_order_of_the_schema_and_stray_text_goes() -> None:
    made = clean(
        parse(
            """<w:style><w:rPr>&gt;<w:i/>x<w:b/></w:rPr><w:pPr><w:jc w:val="left"/><w:shd/><w:pStyle w:val="a"/></w:pPr>
            <w:name w:val="a"/></w:style>"""
        )[0]
    )
    assert [local_name(child) for child in made] == ["name", "pPr", "rPr"]
    assert [local_name(child) for child in made[1]] == ["pStyle", "shd", "jc"]
    assert [local_name(child) for child in made[2]] == ["b", "i"]
    assert "".join(str(text) for text in made.itertext()).strip() == ""


def test_marks_of_lists_that_are_none_go() -> None:
    made = clean(parse('<w:abstractNum><w:tmpl w:val="0409001D"/><w:nsid w:val="A990"/></w:abstractNum>')[0])
    assert [local_name(child) for child in made] == ["tmpl"]

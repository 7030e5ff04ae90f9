"""What may stand in parts that others wrote."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from lxml import etree

from briefs.word.elements import NAMESPACES, parse, qn
from briefs.word.known_elements import drop_surplus, keep_known


def test_what_is_on_the_list_stays() -> None:
    root = parse('<w:style w:styleId="a"><w:name w:val="A"/><w:pPr><w:ind w:left="5"/></w:pPr></w:style>')
    before = [*root.iter()]
    assert keep_known(root, "styles") == []
    assert [*root.iter()] == before


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<w:altChunk r:id="x"/>', "the text of another file"),
        ("<w:style><w:object/></w:style>", "an object of another program"),
        ("<w:pPr><w:instrText>DDE</w:instrText></w:pPr>", "the code of a field"),
        ('<x xmlns="urn:x"/>', 'an element that briefs do not have ("x")'),
    ],
)
def test_what_is_not_goes_and_is_named_once(markup: str, said: str) -> None:
    root = parse(f'<w:name w:val="kept"/>{markup}<!--c--><?p i?>{markup}')
    assert keep_known(root, "styles") == [said]
    assert [each.tag for each in root.iter()][:2] == ["root", qn("w:name")]


def test_what_goes_takes_with_it_what_it_holds_without_naming_that() -> None:
    assert keep_known(parse("<w:sdt><w:object><w:control/></w:object></w:sdt>"), "styles") == [
        'an element that briefs do not have ("sdt")'
    ]


def test_pictures_stand_in_runs_only() -> None:
    root = parse("<w:p><w:drawing/><w:r><w:drawing/></w:r></w:p>")
    assert keep_known(root, "header") == ['an element that briefs do not have ("drawing")']
    assert len(list(root.iter(qn("w:drawing")))) == 1


def test_attributes_that_lead_away_go_without_a_word() -> None:
    root = parse('<w:p><w:r><a:blip r:embed="x" r:link="y" href="u" onclick="s" name="n"/></w:r></w:p>')
    assert keep_known(root, "header") == []
    (blip,) = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    assert {str(key): str(value) for key, value in blip.attrib.items()} == {qn("r:embed"): "x", "name": "n"}
    (side,) = root_of_border = parse('<w:top w:val="single" r:id="x"/>')
    keep_known(root_of_border, "styles")
    assert {str(key): str(value) for key, value in side.attrib.items()} == {qn("w:val"): "single"}


def test_of_what_there_may_be_one_the_first_counts() -> None:
    root = parse('<w:style><w:pPr><w:jc w:val="left"/><w:jc w:val="right"/></w:pPr><w:pPr/></w:style>')
    assert drop_surplus(root) == [f'more of an element than there may be ("{name}")' for name in ("pPr", "jc")]
    assert [each.get(qn("w:val")) for each in root.iter(qn("w:jc"))] == ["left"]


def test_thousands_of_properties_are_cut_off() -> None:
    root = parse(f"<w:tabs>{'<w:tab/>' * 99}</w:tabs><w:rPr>{'<w:x/>' * 999}</w:rPr>")
    drop_surplus(root)
    assert [len(each) for each in root] == [64, 200]


def test_text_stays_only_where_words_are() -> None:
    root = parse("<w:name>A</w:name>B<w:pPr>C<w:jc/></w:pPr>")
    keep_known(root, "styles")
    assert "".join(map(str, root.itertext())) == ""
    header = parse("<w:p>A<w:r><w:t>B</w:t>C<w:instrText>PAGE</w:instrText></w:r></w:p>")
    keep_known(header, "header")
    assert "".join(map(str, header.itertext())) == "BPAGE"


@pytest.mark.parametrize(
    "value", ["http://a.example/x", "//host/x", "\\\\host\\x", "file:x", "javascript:x", "C:/x", "mailto:a@example.org"]
)
def test_an_attribute_that_is_an_address_goes(value: str) -> None:
    root = parse(f'<w:pStyle w:val="{value}"/>')
    keep_known(root, "header")
    assert not root[0].attrib


@pytest.mark.parametrize("words", ["Data: rain at www.example.org", "See https://www.example.org"])
def test_what_is_read_aloud_may_have_an_address_in_it(words: str) -> None:
    root = parse(f'<w:p><w:r><w:drawing><wp:docPr descr="{words}"/></w:drawing></w:r></w:p>')
    keep_known(root, "header")
    assert [each.get("descr") for each in root.iter("{*}docPr")] == [words]


def test_words_of_runs_stay_whoever_parsed_them() -> None:
    root = parse_xml(f'<w:hdr xmlns:w="{NAMESPACES["w"]}"><w:p>A<w:r>B<w:t>C</w:t></w:r>D</w:p></w:hdr>')
    keep_known(root, "header")
    assert etree.tostring(root).endswith(b"<w:p><w:r><w:t>C</w:t></w:r></w:p></w:hdr>")


def test_names_of_vocabularies_are_no_addresses() -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    root = parse(f'<a:graphicData uri="{uri}"/><a:graphicData uri="http://schemas.microsoft.com.example/x"/>')
    keep_known(root, "header")
    assert [each.get("uri") for each in root.iter("{*}graphicData")] == [uri, None]

"""The texts of a Word file: its paragraphs, notes, headers, and whatever else is in any part."""

from __future__ import annotations

import io
import zipfile

from briefs.model.finished_file import FinishedFile
from briefs.readback.read_word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = """<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r>
<w:r><w:noBreakHyphen/><w:t>three</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Outer</w:t>
<w:txbxContent><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"""


def read(**parts: str) -> FinishedFile:
    """What is read in a package with these parts: `word__document` is `word/document.xml`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(f"{name.replace('__', '/')}.xml", content)
        package.comment = b"zebra comment"
    return read_word("a.docx", out.getvalue())


def test_paragraphs_are_read_one_by_one_and_those_within_others_once() -> None:
    found = read(word__document=f"<w:document {W}>{BODY}</w:document>")
    assert [one.text for one in found.body] == ["One two-three", "Outer", "inner"]


def test_notes_and_the_lines_of_pages_are_kept_apart() -> None:
    notes = '<w:footnote w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote>{}</w:footnote>'
    text = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    found = read(
        word__footnotes=f"<w:footnotes {W}>{notes.format(text.format('A note'))}</w:footnotes>",
        word__header2=f"<w:hdr {W}>{text.format('A line')}</w:hdr>",
    )
    assert [one.text for one in found.notes] == ["A note"]
    assert found.running == (("word/header2.xml", "A line"),)


def test_texts_attributes_comments_and_what_is_no_xml_are_read_in_every_part() -> None:
    found = read(
        word__document=f'<w:document {W}><!-- zebra remark --><w:tag w:val="zebra attribute"/></w:document>',
        docProps__core="<c><d>zebra property</d></c>",
        customXml__item1="zebra <text",
    )
    said = [one.text for one in found.other]
    for text in ("zebra attribute", " zebra remark ", "zebra property", "zebra <text", "zebra comment"):
        assert text in said
    assert ("the name of a part", "docProps/core.xml") in found.other

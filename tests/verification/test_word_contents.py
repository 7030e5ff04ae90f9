"""What is read in a Word file: its record, its words as they read now, and what was filled in."""

from __future__ import annotations

import hashlib
import io
import zipfile

from briefs.model.record import words_of_units
from briefs.render.docx.render import render_docx
from briefs.verification.word_contents import word_contents
from tests.render.docx.samples import document, numbered, section, starter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(body: str, **parts: str) -> bytes:
    """A Word file with this body and other parts, by name without `.xml`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"{name}.xml", content)
    return made.getvalue()


def test_units_are_read_with_the_words_that_the_record_has_hashes_of() -> None:
    made = document(section(numbered(("One two-three.", 1), ("Four.", 2))))
    contents = word_contents(render_docx(made, starter()))
    assert contents.edition["audience"] == made.audience
    assert contents.unit_words == words_of_units(made)
    hashes = {name: hashlib.sha256(words.encode()).hexdigest() for name, words in contents.unit_words.items()}
    assert contents.units == hashes
    assert contents.saved_by == ""


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_tracked_changes_are_read_as_if_they_were_accepted() -> None:
    body = f"<w:p>{run('One ')}<w:del>{run('two')}</w:del><w:ins>{run('three')}</w:ins></w:p>"
    assert word_contents(package(body)).words == ("One", "three")


def test_what_word_would_fetch_from_another_file_is_seen() -> None:
    body = f"<w:p>{run('One')}</w:p><w:altChunk/><w:p><w:subDoc/>{run('two')}</w:p>"
    words = word_contents(package(body)).words
    assert (words[0], words[-1], words.count("[another")) == ("One", "two", 2)


def test_numbers_of_pages_are_left_out() -> None:
    instruction = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    field = f"{mark('begin')}{instruction}{mark('separate')}{run('7')}{mark('end')}"
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>'
    body = f"<w:p>{run('Page ')}{field}{run(' of ')}{simple}{run('.')}</w:p>"
    assert word_contents(package(body)).words == ("Page", "of", ".")


def test_what_readers_fill_in_is_apart_from_the_words() -> None:
    box = '<w:sdt><w:sdtPr><w:tag w:val="box1"/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>'
    contents = word_contents(package(f"<w:p>{box}<w:r><w:t>Held</w:t></w:r></w:p>"))
    assert (contents.words, contents.entries) == (("Held",), "☒")


def test_footnotes_headers_and_footers_are_read_after_the_body() -> None:
    footer = f"<w:ftr {W}><w:p><w:r><w:t>Footer</w:t></w:r></w:p></w:ftr>"
    rule = '<w:footnote w:type="separator"><w:p/></w:footnote>'
    note = f"<w:footnotes {W}>{rule}<w:footnote><w:p>{run('Note')}</w:p></w:footnote></w:footnotes>"
    body = f"<w:p>{run('Body')}</w:p>"
    assert word_contents(package(body, **{"word/footer1": footer, "word/footnotes": note})).words == (
        "Body",
        "Note",
        "Footer",
    )


def test_what_is_no_package_or_smuggles_something_in_is_told() -> None:
    assert word_contents(b"PK\x03\x04").trouble
    assert word_contents(package("<w:p>")).trouble
    entities = '<!DOCTYPE x [<!ENTITY a "boo">]>'
    made = package("", **{"word/header1": f"{entities}<w:hdr {W}><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:hdr>"})
    assert "boo" not in " ".join(word_contents(made).words)

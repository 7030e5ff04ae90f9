"""Every word of a brief is the project's own or one of the phrases: no part of the program prints a literal.

The project is in a language that nobody speaks, and so are the phrases; any other word that readers see or hear in a
brief is a literal. What only programs read, such as ids, the record and names of styles, does not count.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest
from lxml import etree
from lxml import html as html_parser

from briefs.model import grammar, language_words, phrases, published_phrases, redline_phrases
from briefs.model.phrases import ENGLISH, Phrases
from briefs.model.published_phrases import PublishedPhrases
from briefs.model.redline_phrases import RedlinePhrases
from briefs.pipeline.publishing import PublicationOrder, publish
from tests.invented import LANGUAGE, is_invented, words_of, write_invented_project
from tests.projects import run

MARK = "þ"
"""What every word of the invented phrases begins with; the project has no such letter."""

EXCEPTIONS: Mapping[str, str] = {
    "pdf producer: WeasyPrint": "the program that wrote the file (ISO 32000-1, 14.3.3)",
    "pdf xmp pdf:Producer: WeasyPrint": "the same",
    "docx docProps/app.xml Application: briefs": "the same",
    "pdf file name: edition": "the name by which programs find the record",
    "pdf file name: record": "the same",
    "pdf file name: json": "the same",
    "pdf file name: provenance": "the same, of the provenance",
    "docx word/document.xml tblCaption/val: Asks": "the name that a block template gives its tables",
    "docx word/document.xml tblCaption/val: Glossary": "the same",
    "docx word/document.xml tblCaption/val: Rows": "the same",
    "pdf xmp dc:identifier: draft": "the identifier of the edition, the same in every language",
    "pdf xmp dc:identifier: cleared": "the same",
    "docx docProps/core.xml identifier: draft": "the same",
    "docx docProps/core.xml identifier: cleared": "the same",
    "html meta dcterms.identifier: draft": "the same",
    "html meta dcterms.identifier: cleared": "the same",
}
"""Words of other languages, by place, each with the reason why it may stand there."""

Found = Iterator[tuple[str, str]]
"""What is read in a file, each with where it stands."""


def invented_phrases() -> Phrases:
    """The English phrases with a mark before each word; what is filled in stays."""
    return Phrases(**{field.name: _marked(getattr(ENGLISH, field.name)) for field in fields(Phrases)})


def invented_published_phrases() -> PublishedPhrases:
    """The same for published pages; what the project says of distribution is what everybody may have."""
    english = published_phrases.ENGLISH
    marked = {field.name: _marked(getattr(english, field.name)) for field in fields(PublishedPhrases)}
    return PublishedPhrases(**{**marked, "general": "Zzx"})


def invented_redline_phrases() -> RedlinePhrases:
    """The same for redlines."""
    english = redline_phrases.ENGLISH
    return RedlinePhrases(**{field.name: _marked(getattr(english, field.name)) for field in fields(RedlinePhrases)})


def _marked(value: Any) -> Any:
    if isinstance(value, str):
        return re.sub(r"\{\w*\}|[^\W\d_]+", lambda word: word[0] if word[0][0] == "{" else MARK + word[0], value)
    if isinstance(value, Mapping):
        return {key: _marked(text) for key, text in value.items()}
    return tuple(map(_marked, value))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with the drafts and cleared editions of the invented project."""
    with pytest.MonkeyPatch.context() as patch:
        tag = LANGUAGE.partition("-")[0]
        patch.setattr(phrases, "LANGUAGES", {**phrases.LANGUAGES, tag: invented_phrases()})
        published = {**published_phrases.PUBLISHED_LANGUAGES, tag: invented_published_phrases()}
        patch.setattr(published_phrases, "PUBLISHED_LANGUAGES", published)
        redlines = {**redline_phrases.REDLINE_LANGUAGES, tag: invented_redline_phrases()}
        patch.setattr(redline_phrases, "REDLINE_LANGUAGES", redlines)
        patch.setattr(grammar, "GRAMMARS", {**grammar.GRAMMARS, tag: grammar.ENGLISH})
        patch.setattr(language_words, "LANGUAGE_WORDS", {**language_words.LANGUAGE_WORDS, tag: language_words.ENGLISH})
        root = write_invented_project(tmp_path_factory.mktemp("invented"))
        for status in ("draft", "cleared"):
            assert run(root, "build", "--status", status, "--output", str(root / "build")) == 0
        yield root / "build"


@pytest.mark.parametrize("status", ["draft", "cleared"])
@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_every_word_is_the_projects_own_or_a_phrase(built: Path, format: str, status: str) -> None:
    [file] = built.glob(f"*_{status}.{format}")
    foreign = {
        f"{place}: {word}": text
        for place, text in READERS[format](file.read_bytes())
        for word in words_of(text)
        if not is_invented(word) and not word.casefold().startswith(MARK)
    }
    assert {found: text for found, text in foreign.items() if found not in EXCEPTIONS} == {}


def test_published_pages_have_no_other_words(built: Path, tmp_path: Path) -> None:
    [cleared] = built.glob("*_cleared.html")
    publish(PublicationOrder(built, tmp_path / "site", (_audience(cleared),)))
    pages = [path for path in (tmp_path / "site").glob("*.html") if "_cleared" not in path.name]
    assert [path.name for path in pages if path.name == "index.html"]
    said = [text for path in pages for text in _said_on_page(html_parser.document_fromstring(path.read_bytes()))]
    said += _said_in_feed(etree.fromstring((tmp_path / "site/feed.xml").read_bytes()))
    words = {word for text in said for word in words_of(text)}
    assert len(words) > 10
    assert {word for word in words if not is_invented(word) and not word.casefold().startswith(MARK)} == set()


@pytest.mark.parametrize("format", ["pdf", "html"])
def test_redlines_have_no_other_words(built: Path, format: str, tmp_path: Path) -> None:
    root = built.parent
    old, new = sorted(path.name for path in (built / "editions").glob("*.json.gz"))
    arguments = ["--output", str(tmp_path), "--format", format]
    assert run(root, "redline", str(built / "editions" / new), str(built / "editions" / old), *arguments) == 0
    [file] = tmp_path.iterdir()
    found = {word for _, text in READERS[format](file.read_bytes()) for word in words_of(text)}
    marked = {word for word in found if word.casefold().startswith(MARK)}
    assert {f"{MARK}{word}" for word in ("Before", "Now", "Changes", "since")} <= marked
    # what the identifiers of both editions and the program that wrote the PDF are called, as in EXCEPTIONS
    known = {"draft", "cleared", "WeasyPrint"}
    assert {word for word in found - marked if not is_invented(word)} <= known


def _audience(path: Path) -> str:
    return path.name.split("_")[1].partition("-")[2]


def _said_on_page(root: Any) -> Iterator[str]:
    for element in root.iter():
        yield from (element.get(name, "") for name in ("title", "aria-label", "alt"))
        if element.tag not in ("style", "script"):
            yield from (element.text or "", element.tail or "")


def _said_in_feed(root: Any) -> Iterator[str]:
    for element in root.iter():
        yield element.get("title", "")
        if not element.tag.endswith(("}id", "}updated")):
            yield element.text or ""


def test_the_briefs_print_all_phrases(built: Path) -> None:
    """What the test above proves, it proves of as much as this project makes the program print."""
    printed = {
        word
        for format, read in READERS.items()
        for file in built.glob(f"*.{format}")
        for _, text in read(file.read_bytes())
        for word in words_of(text.casefold())
    }
    unprinted = {field.name for field in fields(Phrases) if not _words(invented_phrases(), field.name) & printed}
    without_words = {"date", "sentence", "event", "pillar", "bar"}
    in_no_plain_text = {"key_endnote"}  # as reports in Word have them
    assert unprinted == {*without_words, *in_no_plain_text, "summarizes"}  # the last only stands in for `about`


def _words(made: Phrases, name: str) -> set[str]:
    value = getattr(made, name)
    texts = value.values() if isinstance(value, Mapping) else (value,)
    flat = (text for one in texts for text in ((one,) if isinstance(one, str) else one))
    return {word for text in flat for word in words_of(re.sub(r"\{\w*\}", "", text.casefold()))}


def read_pdf(content: bytes) -> Found:
    """The text of pages, headings, alternatives, descriptions of links and attachments, and properties."""
    opened = pypdfium2.PdfDocument(content)
    try:
        for number, page in enumerate(opened, 1):
            for line in page.get_textpage().get_text_bounded().splitlines():
                yield f"pdf page {number}", line
        for bookmark in opened.get_toc():
            yield "pdf outline", bookmark.get_title()
    finally:
        opened.close()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield from _said_in_structure(pdf.Root.StructTreeRoot.K)
        for page in pdf.pages:
            for link in page.obj.get("/Annots", []):
                yield "pdf link", str(link.get("/Contents", ""))
        for name, file in pdf.attachments.items():
            yield "pdf file name", name
            yield "pdf attachment", str(file.description)
        for key, value in pdf.docinfo.items():
            if "Date" not in key:
                yield f"pdf {key[1:].lower()}", str(value)
        with pdf.open_metadata() as xmp:
            for key in ("dc:title", "dc:description", "dc:creator", "dc:subject", "dc:identifier", "pdf:Producer"):
                value = xmp.get(key, "")
                for text in [value] if isinstance(value, str) else value:
                    yield f"pdf xmp {key}", text


def _said_in_structure(element: Any) -> Found:
    for kid in element:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            for key in ("/Alt", "/ActualText", "/E", "/T"):
                yield f"pdf {key}", str(kid.get(key, ""))
            kids: Any = kid.get("/K", [])
            yield from _said_in_structure(kids if isinstance(kids, pikepdf.Array) else [kids])


SEEN_ATTRIBUTES = {
    "alias": ("val",),  # titles of controls
    "docPr": ("name", "descr", "title"),  # pictures
    "cNvPr": ("name", "descr", "title"),
    "tblCaption": ("val",),
    "tblDescription": ("val",),
    "lvlText": ("val",),  # what stands before a list item
    "hyperlink": ("tooltip",),
    "property": ("name",),
}
"""Attributes in the parts of a Word file that a reader sees or hears, by elements."""


def read_docx(content: bytes) -> Found:
    """The text of all parts, titles of controls, alternatives of pictures, and properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            if part.endswith(".xml") and not part.startswith("customXml/"):
                yield from _said_in_part(part, etree.fromstring(package.read(part)))


def _said_in_part(part: str, root: Any) -> Found:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if part.startswith("docProps/") and etree.QName(element).localname not in ("created", "modified", "language"):
            yield f"docx {part} {name}", element.text or ""
        for attribute in SEEN_ATTRIBUTES.get(name, ()):
            value = next((v for key, v in element.attrib.items() if etree.QName(key).localname == attribute), "")
            yield f"docx {part} {name}/{attribute}", re.sub(r"^u\d+ ", "", value)
        if name == "p":  # words may be in several runs
            yield (
                f"docx {part}",
                "".join(
                    text.text or "" if etree.QName(text).localname == "t" else " "
                    for text in element.iter("{*}t", "{*}tab", "{*}br")
                ),
            )


def read_html(content: bytes) -> Found:
    """The text of the page, its title, names and alternatives for those who listen, and properties."""
    for element in html_parser.fromstring(content.decode()).iter("*"):
        name, attributes = str(element.tag), {str(key): str(value) for key, value in element.attrib.items()}
        if name == "meta" and attributes.get("name") not in (None, "viewport", "color-scheme", "referrer"):
            yield f"html meta {attributes['name']}", attributes["content"]
        for attribute, value in attributes.items():
            if attribute.startswith("aria-") or attribute in ("alt", "title", "placeholder"):
                yield f"html {name} {attribute}", value
        if name not in ("style", "script"):
            yield f"html {name}", element.text or ""
        yield "html text", element.tail or ""


READERS = {"pdf": read_pdf, "docx": read_docx, "html": read_html}

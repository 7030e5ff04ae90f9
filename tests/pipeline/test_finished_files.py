"""Nothing that is excluded reaches a file: words planted in all of it are looked for in every byte of every format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from briefs import pipeline
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document
from briefs.model.formats import Format
from briefs.model.versions import Status
from briefs.pipeline import renditions, word_rendition
from briefs.pipeline.inputs import layout_of
from briefs.render.pdf.pages import lay_out
from tests.builders import ABOUT, BLOCKS, HINTS, HOUSE, REPORT, TEMPLATES, front, write_project
from tests.projects import built
from tests.render.builders import pdf_text
from tests.render.docx.samples import starter

PRINTED = "quayside"
"""A word of the text that every file must have: the search finds what is there."""
EXCLUDED = {
    "in a passage of a block that is never for captains": "zebraonez",
    "in the wording of that block": "zebratwoz",
    "in its lead": "zebrathreez",
    "in a note for editors": "zebrafourz",
    "in a remark in a block file": "zebrafivez",
    "in a remark in a template": "zebrasixz",
    "in a remark in a block template": "zebrasevenz",
    "in a remark in a style sheet for screens": "zebraeightz",
    "in a remark in a style sheet for pages": "zebraninez",
    "in a remark in house.yaml": "zebratenz",
    "in the template of another audience": "zebraelevenz",
    "in the text of the reference document": "zebratwelvez",
    "in the properties of the reference document": "zebrathirteenz",
    "in a header of the reference document": "zebrafourteenz",
    "in front matter that is not printed": "zebrafifteenz",
    "in the name of a participant": "Zebrasixteenz",
    "in the given name of a participant": "Zebraseventeenz",
    "in the affiliation of a participant": "Zebraeighteenz",
    "in a block that no template prints": "zebranineteenz",
}
_OF_NEVER = ("a passage of a block that is never for captains", "the wording of that block", "its lead")
DRAFT_ONLY = {
    "in a line to complete": "zebratwentyz",
    "in the heading of such lines": "zebratwentyonez",
    "in an office that clears": "zebratwentytwoz",
    "in the status of a draft": "zebratwentythreez",
    "in a conflict of the report": "zebratwentyfourz",
    "in a passage beside the words of a block": "zebratwentyfivez",
    "in the reason why a block says more": "zebratwentysixz",
}


def planted(root: Path) -> Path:
    """The tiny project, with a word of its own in everything that captains must not be given."""
    word = {**EXCLUDED, **DRAFT_ONLY}
    never = " ".join(word[f"in {place}"] for place in _OF_NEVER)
    report = REPORT.replace(
        "Some keepers asked",
        f"The {never} keepers left early that year. Some keepers asked for "
        f"{word['in a passage beside the words of a block']} boats. One keeper asked",
    ).replace("winter months.", f"winter months. The board keeps a {word['in a block that no template prints']} fund.")
    surname, given = word["in the name of a participant"], word["in the given name of a participant"]
    body = word["in the affiliation of a participant"]
    report += f"\nAnnex\n\nMs. {given} {surname.upper()}\tPilot\t{body}\n"
    hints = (
        HINTS.replace(ABOUT, "")
        + """names: {section: Annex, column: name, part: capitals}
tables:
  - {section: Annex, columns: [name, position, affiliation]}
"""
    )
    hints = hints.replace("outline:\n", "outline:\n  - {text: Annex, level: 1, label: A}\n")
    hints = hints.replace("  - {text: Annex, level: 1, label: A}\n", "").replace(
        "  - {text: Steps, level: 1, label: II}\n",
        "  - {text: Steps, level: 1, label: II}\n  - {text: Annex, level: 1, label: A}\n",
    )
    fact = BLOCKS["fact"].replace("kind: fact", f"kind: fact  # {word['in a remark in a block file']}")
    fact += f"""    conflict: [x.one]
    note: The {word["in a note for editors"]} keeper wrote to us.
    audiences: {{captains: must}}
  - id: fact.never
    anchor: The {never} keepers … early that year
    short: The {word["in the wording of that block"]} keepers left early that year.
    lead: "{word["in its lead"].title()} keepers:"
    audiences: {{captains: never}}
  - id: fact.asked
    anchor: One keeper asked whether … tides & currents
    short: One keeper asked whether the board should promptly publish the tides & currents.
    says_more: "“promptly”: we know of the {word["in the reason why a block says more"]} keeper from elsewhere."
    audiences: {{captains: must}}
  - id: fact.unused
    anchor: The board keeps … a zebranineteenz fund
"""
    conflict = f"""kind: conflict
blocks:
  - id: x.one
    point: Whether {word["in a conflict of the report"]} ferries carry bicycles
    printed: They do
    anchor: Ferries that share … the winter months
"""
    captains = front(
        "captains",
        gaps=f"{{heading: The {word['in the heading of such lines']} lines, lines: [A "
        f"{word['in a line to complete']} date]}}",
        reader=word["in front matter that is not printed"],
    )
    captains += f"""{{# {word["in a remark in a template"]} #}}
## The {PRINTED} issue

{{{{ paragraph("fact.timetable", "fact.bicycles") }}}}

{{{{ statements("fact.asked") }}}}

## Captains are invited to {{.decision}}

{{{{ asks("rec.tides") }}}}
"""
    clerks = TEMPLATES["clerks"].replace("## Issue", f"## The {word['in the template of another audience']} issue")
    house = HOUSE.replace("offices: [Policy]", f"offices: [The {word['in an office that clears']} office]")
    house = house.replace("DRAFT, v", f"DRAFT {word['in the status of a draft']} COPY, v")
    house += f"# {word['in a remark in house.yaml']}\n"
    project = write_project(
        root,
        report,
        hints,
        {**BLOCKS, "fact": fact, "conflict": conflict},
        {"captains": captains, "clerks": clerks},
        house,
    )
    layout = project / "templates" / "layout"
    for name, place in (("screen", "for screens"), ("print", "for pages")):
        sheet = layout / f"{name}.css"
        sheet.write_text(f"/* {word[f'in a remark in a style sheet {place}']} */\n{sheet.read_text()}")
    paragraph = project / "templates" / "blocks" / "paragraph.html"
    paragraph.write_text(paragraph.read_text() + f"{{# {word['in a remark in a block template']} #}}\n")
    (layout / "reference.docx").write_bytes(_reference(word))
    return project


def _reference(word: dict[str, str]) -> bytes:
    """A reference document with words in its text, header and properties."""
    made = io.BytesIO()
    run = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    with zipfile.ZipFile(io.BytesIO(starter())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = run.format(word["in the text of the reference document"])
                content = content.replace(b"<w:body>", b"<w:body>" + text.encode())
            elif name == "word/header1.xml":
                text = run.format(word["in a header of the reference document"])
                content = re.sub(rb"(<w:hdr[^>]*>)", rb"\1" + text.encode(), content)
            elif name == "docProps/core.xml":
                author = word["in the properties of the reference document"].encode()
                content = re.sub(rb"(<dc:creator>)[^<]*", rb"\1" + author, content)
                assert author in content
            new.writestr(name, content)
    return made.getvalue()


def searched(name: str, content: bytes) -> Iterator[str]:
    """Everything in a file as text: its bytes, what they unpack to, and its name."""
    yield name
    yield content.decode("utf-8", "replace")
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.namelist():
                yield part
                read = package.read(part).decode("utf-8", "replace")
                yield read
                yield re.sub(r"<[^>]+>", "", read)
    if name.endswith(".pdf"):
        yield from pdf_text(content)
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for found in pdf.objects:
                yield str(found) if isinstance(found, pikepdf.String) else repr(found)
                if isinstance(found, pikepdf.Stream):
                    try:
                        yield found.read_bytes().decode("utf-8", "replace")
                    except pikepdf.PdfError:
                        yield found.read_raw_bytes().decode("utf-8", "replace")


def found_in(files: dict[str, bytes], word: str) -> list[str]:
    """The files that have `word` in any case."""
    return [
        name for name, content in files.items() if any(word.lower() in text.lower() for text in searched(name, content))
    ]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(tmp_path_factory.mktemp("planted"))


def files_of(project: Path, status: Status) -> dict[str, bytes]:
    (brief,) = built(project, "captains", status=status).briefs
    return {one.name: one.content for one in brief.renditions}


@pytest.fixture(scope="module")
def cleared(project: Path) -> dict[str, bytes]:
    return files_of(project, "cleared")


@pytest.fixture(scope="module")
def draft(project: Path) -> dict[str, bytes]:
    return files_of(project, "draft")


def test_a_word_that_is_printed_is_found_in_every_format(cleared: dict[str, bytes], draft: dict[str, bytes]) -> None:
    assert len(found_in(cleared, PRINTED)) == len(found_in(draft, PRINTED)) == 3


@pytest.mark.parametrize("place", EXCLUDED)
def test_a_word_in_what_is_excluded_is_in_no_byte(
    place: str, cleared: dict[str, bytes], draft: dict[str, bytes]
) -> None:
    assert found_in(cleared, EXCLUDED[place]) == []
    if place != "in a block that no template prints":  # drafts show passages whole
        assert found_in(draft, EXCLUDED[place]) == []


@pytest.mark.parametrize("place", DRAFT_ONLY)
def test_a_word_in_what_only_a_draft_says_is_in_no_byte_of_a_cleared_edition(
    place: str, cleared: dict[str, bytes], draft: dict[str, bytes]
) -> None:
    assert found_in(cleared, DRAFT_ONLY[place]) == []
    assert found_in(draft, DRAFT_ONLY[place]) != []


@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_a_writer_that_leaks_or_errs_stops_the_build(
    format: Format, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each writer in turn says more in one word, and writes a sentence of an excluded block into a property."""

    def wrong(document: Document) -> Document:
        said = replace(document.properties, subject="zebrathreez keepers left early that year")
        return replace(document, title=f"{document.title} not", properties=said)

    homes = {"pdf": renditions, "docx": word_rendition, "html": renditions}
    names = {"pdf": "write_pdf", "docx": "write_word", "html": "render_html"}
    right = getattr(homes[format], names[format])
    if format == "pdf":

        def write(laid_out: object, document: Document) -> bytes:
            layout = layout_of(pipeline.prepare(pipeline.Project(project)).value)
            return right(lay_out(wrong(document), layout), wrong(document))  # type: ignore[no-any-return]

        monkeypatch.setattr(renditions, names[format], write)
    else:
        monkeypatch.setattr(homes[format], names[format], lambda document, *more: right(wrong(document), *more))
    with pytest.raises(DocumentError) as raised:
        built(project, "captains", status="cleared", formats=(format,), in_parallel=False)
    codes = [one.code for one in raised.value.diagnostics if one.severity == "error"]
    assert codes == ["renditions-differ", "text-leaked"]

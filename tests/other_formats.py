"""A report that was read from plain text, written in the formats in which reports come."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefs.model.note_marks import note_marks
from briefs.model.report import Footnote, Item, List, Matter, Node, Paragraph, Quotation, Report, Section, Table
from briefs.render.engine.loading import load_engine
from tests.render.builders import LAYOUT_FOLDER
from tests.report.word import word_files as word

_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?!\*)", re.DOTALL)
_DASH = re.compile(r"^- ?")

STYLE = """
@page { size: A5; margin: 18mm 16mm; @top-center { content: "Connecting the Dots"; font: 8pt "Noto Serif" }
  @bottom-center { content: counter(page); font: 8pt "Noto Serif" } }
@page :first { @top-center { content: none } @bottom-center { content: none } }
body { font: 10pt/14pt "Noto Serif"; text-align: justify; hyphens: auto }
h1 { font-size: 16pt; line-height: 20pt } h2 { font-size: 12pt; line-height: 16pt } h3 { font-size: 10pt }
.title { font-size: 20pt; line-height: 26pt; text-align: left } nav { break-before: page; break-after: page }
nav p { margin: 2pt 0; text-align: left }
nav a::after { content: leader('.') target-counter(attr(href), page) }
.note { float: footnote; font-size: 8pt; line-height: 10pt }
::footnote-call { font-size: 6pt; vertical-align: super; line-height: 0 }
::footnote-marker { font-size: 6pt; vertical-align: super }
blockquote { margin: 8pt 30pt; font-size: 12pt; line-height: 16pt; text-align: left }
blockquote p { margin: 0 } td { padding: 3pt; text-align: left; font-size: 8pt; line-height: 10pt; border: 0.5pt solid }
tr { break-inside: avoid }
p { margin: 7pt 0 } li { margin: 2pt 0 }
"""
"""The look of the PDF: notes at the foot of pages, quotations in larger type, a table with rules."""


def _number(item: Item) -> int:
    digits = item.marker.removesuffix(".")
    return int(digits) if digits.isdigit() else 0


def _typed(item: Item) -> str:
    """What stands before the words of an item that Markdown only gives a bullet: "1] "."""
    shown = _DASH.sub("", item.marker)
    return f"{shown} " if shown else ""


def _kind(item: Item) -> tuple[str, str]:
    """The kind of number that the list has that begins with this item, and what stands after it; "" for bullets."""
    if _number(item):
        return "decimal", "."
    shown = _DASH.sub("", item.marker)
    return ("lowerLetter" if shown[0].isalpha() else "decimal", shown[1:]) if shown else ("", "")


@dataclass
class _Inline:
    """Texts of a report in another notation: `emphasis` takes how many stars and words, `call` the number of a note."""

    notes: frozenset[int]
    emphasis: Callable[[int, str], str]
    call: Callable[[int], str]
    escape: Callable[[str], str]

    def __call__(self, text: str) -> str:
        text = re.sub(r"</?i>", "*", text)
        done, at = "", 0
        for mark in note_marks(text, self.notes):
            done += self.escape(text[at : mark.start]) + "".join(self.call(number) for number in mark.numbers)
            at = mark.end
        done += self.escape(text[at:])
        return done if text.startswith("*** ") else self._emphasized(done)

    def _emphasized(self, text: str) -> str:
        return _EMPHASIS.sub(lambda found: self.emphasis(len(found[1]), self._emphasized(found[2])), text)


def _blocks(report: Report) -> tuple[list[Node], list[Footnote]]:
    notes = [node for node in report.nodes() if isinstance(node, Footnote)]
    return [node for node in report.children if not isinstance(node, Footnote)], notes


def as_markdown(report: Report) -> bytes:
    """The report in Markdown, with its notes at the end."""
    inline = _Inline(
        report.note_numbers(), lambda stars, words: "*" * stars + words + "*" * stars, lambda n: f"[^{n}]", str
    )

    def indented(text: str, by: int) -> str:
        return "\n".join(" " * by + line if line else line for line in text.split("\n")).lstrip()

    def block(node: Node) -> str:
        match node:
            case Section(heading=heading):
                title = "#" * heading.level + " " + inline(heading.text).removeprefix("**").removesuffix("**")
                return "\n\n".join((title, *blocks(node.children)))
            case List():
                return "\n".join(item(one) for one in node.items)
            case Quotation():
                last = f"\n>\n> – {node.attribution}" if node.attribution else ""
                return f"> {inline(node.text)}{last}"
            case Table():
                rows = [node.columns, ["---"] * len(node.columns), *(row.cells for row in node.rows)]
                return "\n".join(f"| {' | '.join(map(inline, cells))} |" for cells in rows)
            case Matter(role="contents"):
                return f"- {inline(node.text)}" if "\t" in node.text else f"**{node.text}**"
            case Matter() | Paragraph():
                return inline(node.text).replace("\n", "  \n").replace("*** ", r"\*\*\* ")
            case _:
                raise AssertionError(node)

    def item(one: Item) -> str:
        marker = one.marker + " " if _number(one) else "- " + _typed(one)
        by = len(marker) if _number(one) else 2
        text = marker + inline(one.text)
        for child in one.children:
            text += ("\n" if isinstance(child, List) else "\n\n") + " " * by + indented(block(child), by)
            text += "" if isinstance(child, List) else "\n"
        return text

    def blocks(nodes: Sequence[Node]) -> list[str]:
        return [block(node) for node in nodes if not isinstance(node, Footnote)]

    notes = [f"[^{note.number}]: {inline(note.text)}" for note in _blocks(report)[1]]
    return "\n\n".join([*blocks(report.children), *notes]).encode()


def as_html(report: Report, notes_in_place: bool = False, style: str = "") -> bytes:
    """The report as a page, with its notes at the end, or each where it is called."""
    numbered = {note.number: note for note in report.footnotes().values()}
    tags = {1: ("<i>", "</i>"), 2: ("<b>", "</b>"), 3: ("<b><i>", "</i></b>")}

    def call(number: int) -> str:
        if notes_in_place:
            return f'<span class="note">{inline(numbered[number].text)}</span>'
        return f'<sup><a id="ref{number}" href="#fn{number}">{number}</a></sup>'

    inline = _Inline(
        report.note_numbers(), lambda stars, words: words.join(tags[stars]), call, lambda text: html.escape(text, False)
    )
    ids = iter(range(1000))
    entries = iter(range(1000))

    def block(node: Node) -> str:
        match node:
            case Section(heading=heading):
                title = inline(heading.text).removeprefix("<b>").removesuffix("</b>")
                level = heading.level
                return f'<h{level} id="h{next(ids)}">{title}</h{level}>\n' + blocks(node.children)
            case List():
                first, (kind, _) = _number(node.items[0]), _kind(node.items[0])
                start = f' start="{first}" style="counter-reset: list-item {first - 1}"' if first > 1 else ""
                start += ' type="a" style="list-style-type: lower-alpha"' if kind == "lowerLetter" else ""
                tag = "ol" if kind else "ul"
                return f"<{tag}{start}>\n" + "".join(map(item, node.items)) + f"</{tag}>"
            case Quotation():
                last = f"<p>– {node.attribution}</p>" if node.attribution else ""
                return f"<blockquote><p>{inline(node.text)}</p>{last}</blockquote>"
            case Table():
                rows = "".join(
                    f"<tr>{''.join(f'<td>{inline(cell)}</td>' for cell in row.cells)}</tr>\n" for row in node.rows
                )
                return f"<table>{rows}</table>"
            case Matter(role="contents"):
                if "\t" not in node.text:
                    return f"<p>{node.text}</p>"
                return f'<p><a href="#h{next(entries)}">{inline(node.text.split(chr(9))[0])}</a></p>'
            case Matter() | Paragraph():
                kind = ' class="title"' if node.address == "title 1" else ""
                return f"<p{kind}>{inline(node.text)}</p>".replace("\n", "<br>")
            case _:
                raise AssertionError(node)

    def item(one: Item) -> str:
        return f"<li>{inline(one.text)}{blocks(one.children)}</li>\n"

    def blocks(nodes: Sequence[Node]) -> str:
        return "\n".join(block(node) for node in nodes if not isinstance(node, Footnote))

    front = [node for node in report.children if isinstance(node, Matter) and node.role in ("title", "contents")]
    body = [node for node in report.children if node not in front]
    contents = blocks([node for node in front if isinstance(node, Matter) and node.role == "contents"])
    title = blocks([node for node in front if isinstance(node, Matter) and node.role == "title"])
    notes = (
        ""
        if notes_in_place
        else "<hr>"
        + "\n".join(
            f'<p id="fn{number}"><a href="#ref{number}">{number}</a> {inline(note.text)}</p>'
            for number, note in numbered.items()
        )
    )
    head = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{report.title}</title>{style}</head>'
    return f"{head}<body>\n{title}\n<nav>{contents}</nav>\n{blocks(body)}\n{notes}\n</body></html>".encode()


def as_pdf(report: Report, tagged: bool = False) -> bytes:
    """The report as a PDF, with structure if it is to be `tagged`."""
    page = as_html(report, notes_in_place=True, style=f"<style>{STYLE}</style>").decode()
    content: bytes = (
        load_engine(LAYOUT_FOLDER / "fonts").HTML(string=page).write_pdf(pdf_variant="pdf/ua-1" if tagged else None)
    )
    return content


_WORD_STYLES = word.HEADING_STYLES + "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    for id, name in (
        ("Titel", "Title"),
        ("Zitat", "Quote"),
        ("Verzeichnis1", "toc 1"),
        ("Listenabsatz", "List Paragraph"),
    )
)


def as_word(report: Report) -> bytes:
    """The report as a Word file with styles of headings, lists that Word numbers, and footnotes."""
    lists: list[str] = []
    runs = _Inline(
        report.note_numbers(),
        lambda stars, words: f"\ue000{stars}{words}\ue001",
        lambda number: f"\ue002{number}\ue003",
        str,
    )

    def content(text: str) -> str:
        made, bold, italic = "", 0, 0
        depth: list[int] = []
        for part in re.split("(\ue000\\d|\ue001|\ue002\\d+\ue003|\n|\t)", runs(text)):
            if part.startswith("\ue000"):
                depth.append(int(part[1]))
            elif part == "\ue001":
                depth.pop()
            elif part.startswith("\ue002"):
                made += word.call(int(part[1:-1]))
            elif part in ("\n", "\t"):
                made += "<w:r><w:br/></w:r>" if part == "\n" else "<w:r><w:tab/></w:r>"
            elif part:
                bold, italic = any(one > 1 for one in depth), any(one % 2 for one in depth)
                made += word.text(part, "<w:b/>" * bold + "<w:i/>" * italic)
        return made

    def block(node: Node, depth: int) -> str:
        match node:
            case Section(heading=heading):
                return word.par(content(heading.text), f"berschrift{heading.level}") + blocks(node.children, 0)
            case List():
                kind, after = _kind(node.items[0])
                shown = f"%{depth + 1}{after}" if kind else "•"
                lists.append(
                    f'<w:lvl w:ilvl="{depth}"><w:start w:val="{_number(node.items[0]) or 1}"/>'
                    f'<w:numFmt w:val="{kind or "bullet"}"/><w:lvlText w:val="{shown}"/>'
                    f'<w:pPr><w:ind w:left="{720 + 360 * depth}" w:hanging="360"/></w:pPr></w:lvl>'
                )
                number = len(lists)
                return "".join(item(one, number, depth) for one in node.items)
            case Quotation():
                last = word.par(f"– {node.attribution}", "Zitat") if node.attribution else ""
                return word.par(content(node.text), "Zitat") + last
            case Table():
                return word.table(*(tuple(word.par(content(cell)) for cell in row.cells) for row in node.rows))
            case Matter(role="contents"):
                return word.par(content(node.text), "Verzeichnis1" if "\t" in node.text else "")
            case Matter() | Paragraph():
                indent = f'<w:ind w:left="{360 + 360 * depth}"/>' if depth else ""
                return word.par(content(node.text), "Titel" if node.address == "title 1" else "", indent)
            case _:
                raise AssertionError(node)

    def item(one: Item, number: int, depth: int) -> str:
        place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return word.par(content(one.text), "Listenabsatz", place) + blocks(one.children, depth + 1)

    def blocks(nodes: Sequence[Node], depth: int) -> str:
        return "".join(block(node, depth) for node in nodes if not isinstance(node, Footnote))

    body = blocks(report.children, 0)
    notes = "".join(
        f'<w:footnote w:id="{note.number}">'
        + word.par("<w:r><w:footnoteRef/></w:r>" + word.text(" ") + content(note.text))
        + "</w:footnote>"
        for note in report.footnotes().values()
    )
    return word.word_report(body, styles=_WORD_STYLES, numbering=word.lists(*lists), footnotes=notes)


WRITERS: Mapping[str, Callable[[Report], bytes]] = {
    "report.md": as_markdown,
    "report.html": as_html,
    "report.docx": as_word,
    "report.pdf": as_pdf,
    "tagged.pdf": lambda report: as_pdf(report, tagged=True),
}
"""Writers by the name of the file that they write."""

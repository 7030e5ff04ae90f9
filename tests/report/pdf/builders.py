"""Small PDFs for tests: a report set from HTML by the engine that sets briefs, and pages drawn operator by operator."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache

import pikepdf

from briefs.render.engine.loading import load_engine
from briefs.report.pdf.pdf_file import PdfFile, read_file
from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.pieces import Piece
from briefs.report.recognized import Recognized
from tests.render.builders import LAYOUT_FOLDER

STYLE = """
@page { size: 420pt 595pt; margin: 60pt 50pt;
  @top-center { content: string(part); font: 8pt "Noto Serif" }
  @bottom-center { content: counter(page); font: 8pt "Noto Serif" } }
@page :first { @top-center { content: none } @bottom-center { content: none } }
body { font: 10pt/14pt "Noto Serif"; text-align: justify; hyphens: manual }
h1 { font-size: 16pt; line-height: 20pt; string-set: part content() } h2 { font-size: 12pt }
.title { break-after: page } .contents p { margin: 2pt 0 }
.contents a::after { content: leader('.') target-counter(attr(href), page) }
.note { float: footnote; font-size: 8pt; line-height: 10pt }
::footnote-call { font-size: 6pt; vertical-align: super; line-height: 0 }
::footnote-marker { font-size: 6pt; vertical-align: super }
blockquote { margin: 8pt 30pt; font-size: 9pt; font-style: italic }
.pull { font-size: 14pt; line-height: 18pt; text-align: left }
td, th { border: 0.5pt solid; padding: 3pt; text-align: left; font-size: 9pt }
.columns { columns: 2; column-gap: 20pt }
p { margin: 8pt 0 } li { margin: 2pt 0 } .fresh { break-before: page }
"""
SENTENCE = "The keepers of the small harbours met in the old customs house and agreed on the times of the tides. "
REPORT = f"""
<div class="title"><p style="font-size: 24pt; line-height: 30pt">Small Harbours</p><p>A report of the keepers</p></div>
<div class="contents"><p>Contents</p>
<p><a href="#tides">1. Tides</a></p><p><a href="#wells">1.1 Wells and sluices</a></p>
<p><a href="#boats">2. Boats</a></p></div>
<h1 id="tides" class="fresh">1. Tides</h1>
<p>{SENTENCE * 4}They asked for a timetable.<span class="note">A timetable of the year before was lost.</span></p>
<p>{SENTENCE * 3}They found <i>no</i> other way.<span class="note">See the minutes of the second meeting.</span></p>
<p class="pull">They found no other way.</p>
<h2 id="wells">1.1 Wells and sluices</h2>
<p>{SENTENCE * 2}The three requests were:</p>
<ul><li>a lamp at each quay, so that boats find it in the dark even when the wind comes from the north</li>
<li>two keepers:<ol><li>one by day</li><li>one by night</li></ol></li><li>a bell</li></ul>
<blockquote>“A harbour without a bell is a harbour without a voice, as all of us who came in by night on that coast
have known since we were children.”</blockquote>
<p>{SENTENCE * 16}</p>
<h1 id="boats" class="fresh">2. Boats</h1>
<p>{SENTENCE * 2}</p>
<table><tr><th>Harbour</th><th>Boats</th><th>Keepers</th></tr><tr><td>Low Quay</td><td>12</td><td>2</td></tr>
<tr><td>North Steps, which was rebuilt after the storm</td><td>7</td><td>1</td></tr></table>
<p style="font-size: 8pt"><b>Figure 1:</b> The quay at low water</p>
<div class="columns"><p>{SENTENCE * 5}First column ends.</p><p>{SENTENCE * 5}Second column ends.</p></div>
"""
"""A report with a title page, a list of contents, notes, lists, quotations, a table, a caption and two columns."""


@lru_cache(maxsize=8)
def set_pdf(html: str = REPORT, variant: str | None = None, style: str = STYLE) -> bytes:
    """The PDF that `html` makes; tagged if `variant` is "pdf/ua-1"."""
    engine = load_engine(LAYOUT_FOLDER / "fonts")
    page = engine.HTML(string=f'<html lang="en"><title>Small Harbours</title><style>{style}</style><body>{html}')
    content: bytes = page.write_pdf(pdf_variant=variant)
    return content


@lru_cache(maxsize=8)
def report_of(content: bytes) -> Recognized:
    """What is recognised in a PDF in which nothing is wrong."""
    checked = recognize_pdf(content, "report.pdf")
    assert checked.problems == ()
    return checked.value


def pieces_in(html: str, kind: type[Piece]) -> list[Piece]:
    """The pieces of one kind in the PDF that `html` makes."""
    return [piece for piece in report_of(set_pdf(html)).pieces if isinstance(piece, kind)]


def drawn_pdf(*pages: str, box: Sequence[float] = (0, 0, 400, 400), turn: int = 0) -> bytes:
    """A PDF with pages whose contents are these operators (ISO 32000-1, annex A); /F is Times, /B and /I its bold and
    italic. `turn` is by how many degrees the pages are turned when they are shown."""
    pdf = pikepdf.new()
    fonts = {
        f"/{name}": pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name(f"/{face}"),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
        for name, face in (("F", "Times-Roman"), ("B", "Times-Bold"), ("I", "Times-Italic"))
    }
    for content in pages:
        page = pdf.add_blank_page(page_size=(box[2] - box[0], box[3] - box[1]))
        page.obj.MediaBox = pikepdf.Array(box)
        page.obj.Rotate = turn
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
        page.obj.Contents = pdf.make_stream(content.encode("cp1252"))
    written = io.BytesIO()
    pdf.save(written)
    return written.getvalue()


def text_at(x: float, y: float, text: str, size: float = 10, font: str = "F") -> str:
    """The operators that draw `text` with its baseline from (x, y) on."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def column_at(x: float, y: float, lines: Sequence[str], size: float = 10, lead: float = 12) -> str:
    """The operators that draw lines below each other."""
    return "".join(text_at(x, y - lead * index, line, size) for index, line in enumerate(lines))


def file_of(content: bytes) -> PdfFile:
    """What is in a PDF."""
    return read_file(content, "report.pdf")

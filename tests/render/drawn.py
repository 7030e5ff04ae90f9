"""Briefs that print one picture, composed from blocks made for a test; and ways to look at what is drawn."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pikepdf
from lxml import etree

from briefs.compose.composing import Composer, composer
from briefs.compose.template_files import read_block_templates
from briefs.finish.running_numbers import number_units
from briefs.model.block import Block, Date, ParticipantGroup, Pillar
from briefs.model.block import Figure as FigureBlock
from briefs.model.diagnostics import Place
from briefs.model.document import Document, Figure
from briefs.model.edition import FrontMatter, House, Template
from briefs.model.library import Drawn, Extract, Library
from briefs.model.report import Report
from briefs.model.versions import Edition
from briefs.render.fonts.widths import text_measure
from tests.render.builders import LAYOUT_FOLDER

FONTS = LAYOUT_FOLDER / "fonts"
MEASURE = text_measure(FONTS)

_SVG = "{http://www.w3.org/2000/svg}"
_HOUSE = House.model_validate(
    {
        **dict.fromkeys(("issuer", "contact", "reference", "language_name", "version"), "x"),
        "language": "en-GB",
        "date": datetime.date(2026, 3, 12),
        "status": {"draft": "Draft", "cleared": "Cleared"},
        "running_status": {"draft": "Draft", "cleared": "Cleared"},
        "distribution": {"draft": "Limited", "cleared": "General"},
    }
)


def pillar(number: int, title: str, short: str = "") -> Pillar:
    fields = {"short": short} if short else {}
    return Pillar.model_validate(
        {"kind": "pillar", "id": f"pil.{number}", "anchor": "a b c", "number": number, "title": title, **fields}
    )


def date(name: str, when: str, sort: str, short: str) -> Date:
    return Date.model_validate(
        {"kind": "date", "id": f"date.{name}", "anchor": "a b c", "when": when, "sort": sort, "short": short}
    )


def group(name: str, count: int, id: str = "one", **fields: object) -> ParticipantGroup:
    return ParticipantGroup.model_validate(
        {"kind": "participant_group", "id": f"par.{id}", "anchor": "a b c", "name": name, "count": count}
        | {"affiliations": ["x"], **fields}
    )


def composed(call: str, *blocks: Block, options: str = "", caption: str = "Caption") -> Document:
    """The numbered brief of a template that calls `call` for a figure of all `blocks`. Raises DocumentError."""
    whole = FigureBlock.model_validate(
        {"kind": "figure", "id": "fig.one", "anchor": "a b c", "short": caption, "of": [block.id for block in blocks]}
    )
    front = FrontMatter.model_validate(
        {**dict.fromkeys(("reader", "series", "title", "code", "short_title", "subject"), "x")}
        | {"audience": "ministers", "pages": 1}
    )
    body = f'## Heading\n\n{{{{ {call}("fig.one"{options}) }}}}\n'
    template = Template("templates/ministers.md", front, body, 1)
    made = replace(_composer(), library=_library(whole, *blocks))
    assert made.lint(template) == []
    return number_units(made.compose(template, Edition("draft", "0.1", datetime.date(2026, 3, 12))))


def figure(call: str, *blocks: Block, options: str = "", caption: str = "Caption") -> Figure:
    """The picture that `call` draws of `blocks`."""
    (content,) = composed(call, *blocks, options=options, caption=caption).sections[0].content
    assert isinstance(content, Figure)
    return content


def _library(*blocks: Block) -> Library:
    def drawn(block: Block) -> Drawn:
        return Drawn(block, Place("blocks.yaml", 1), {"anchor": (Extract(block.id, block.id, (1,), 0, 1, "x"),)})

    return Library(Report("Report", "report.txt", "", 0, ()), {block.id: drawn(block) for block in blocks})


@cache
def _composer() -> Composer:
    """A composer with the block templates of the project, compiled once, and no blocks."""
    read = read_block_templates(LAYOUT_FOLDER.parent / "blocks", LAYOUT_FOLDER.parents[1])
    made = composer(_library(), read.value, _HOUSE, "Report")
    assert (*read.problems, *made.problems) == ()
    return made.value


@dataclass(frozen=True)
class Box:
    """Where something is drawn; `text` is empty for shapes."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def overlaps(self, other: Box) -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.01
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.01
        )

    def is_within(self, other: Box) -> bool:
        return (
            self.left >= other.left - 0.01
            and self.right <= other.right + 0.01
            and self.top >= other.top - 0.01
            and self.bottom <= other.bottom + 0.01
        )


def canvas(svg: str) -> Box:
    """The whole of a picture."""
    _, _, width, height = (float(side) for side in etree.fromstring(svg).get("viewBox", "").split())
    return Box(0, 0, width, height)


def texts(svg: str) -> list[Box]:
    """The lines of text of a picture, from the height of capitals to the foot of descenders."""
    return list(_texts(svg))


def _texts(svg: str) -> Iterator[Box]:
    for element in etree.fromstring(svg).iter(f"{_SVG}text"):
        words = "".join(map(str, element.itertext()))
        size, x, y = (float(element.get(name, "")) for name in ("font-size", "x", "y"))
        width = size * MEASURE(words, element.get("font-weight") == "bold")
        left = x - width if element.get("text-anchor") == "end" else x
        yield Box(left, y - 0.65 * size, left + width, y + 0.22 * size, words)


def rectangles(svg: str) -> list[Box]:
    """The rectangles of a picture."""
    sides = [
        [float(element.get(name, "")) for name in ("x", "y", "width", "height")]
        for element in etree.fromstring(svg).iter(f"{_SVG}rect")
    ]
    return [Box(x, y, x + width, y + height) for x, y, width, height in sides]


def assert_legible(svg: str) -> None:
    """That no line of text leaves the picture or overlaps another."""
    lines = texts(svg)
    outside = [line for line in lines if not line.is_within(canvas(svg))]
    assert outside == []
    assert [(one, other) for i, one in enumerate(lines) for other in lines[:i] if one.overlaps(other)] == []


def words_of(svg: str) -> str:
    """The words that a picture prints, in order, without its title."""
    return " ".join(box.text for box in texts(svg))


def folded(text: str) -> str:
    """`text` without any white space, for words that were broken."""
    return re.sub(r"\s", "", text)


def without_pictures(pdf: bytes) -> bytes:
    """`pdf` with nothing drawn where its structure tree has a Figure: what is left to read is the text of the brief.

    Of a Figure the words that count are its alternative and its caption, in PDF and Word alike.
    """
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        drawn = {
            (pages[kid.Pg.objgen], int(kid.MCID))
            for element in _elements(opened.Root.StructTreeRoot.K)
            if element.S == "/Figure"
            for kid in element.K
            if kid.get("/Type") == "/MCR"
        }
        for number, page in enumerate(opened.pages):
            page.Contents = opened.make_stream(_without(page, {mcid for at, mcid in drawn if at == number}))
        target = io.BytesIO()
        opened.save(target)
    return target.getvalue()


def _elements(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid.get("/K", pikepdf.Array()))


def _without(page: pikepdf.Page, mcids: set[int]) -> bytes:
    kept, inside = [], 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC") and (inside or _mcid(list(instruction.operands)) in mcids):
            inside += 1
        if not inside:
            kept.append(instruction)
        if operator == "EMC" and inside:
            inside -= 1
    return pikepdf.unparse_content_stream(kept)


def _mcid(operands: Sequence[object]) -> int:
    """The identifier of the marked content that begins with `operands`, -1 when it has none."""
    properties = operands[-1]
    return int(properties.MCID) if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties else -1

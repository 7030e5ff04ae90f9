"""What stands together on pages, how full they are, and how large their letters are, measured in what is laid out."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO

import pytest

from briefs.model.document import Document, List, Paragraph, Table
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.model.versions import Status
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf
from tests.builders import REPOSITORY
from tests.pages.structure import boxes, fills, letter_sizes, lone
from tests.projects import built
from tests.render.builders import document, item, layout, paragraph, row, section, text, unit
from tests.render.specimen import specimen
from tests.sampling import every

AUDIENCES = ("ambassadors", "ministers", "parliamentarians")
WORDS = "Words that fill a line of the page and go on until they have filled it and one more. " * 2


@cache
def brief(audience: str, status: Status) -> Document:
    """A brief of the first report as it is printed."""
    (made,) = built(REPOSITORY, audience, products=("brief",), formats=("html",), status=status).briefs
    return made.document


@cache
def pages(audience: str, status: Status, paper: Paper, size: TypeSize) -> LaidOut:
    return lay_out(brief(audience, status), layout(paper, size))


SHEETS: tuple[tuple[Paper, TypeSize], ...] = (("A4", 11), ("letter", 11), ("A4", 18))


@pytest.mark.parametrize(
    ("paper", "size"), [SHEETS[0], *(pytest.param(*sheet, marks=pytest.mark.slow) for sheet in SHEETS[1:])]
)
@pytest.mark.parametrize("status", [pytest.param("draft", marks=pytest.mark.slow), "cleared"])
@pytest.mark.parametrize("audience", every(3, ("ministers", "ambassadors", "parliamentarians")))
def test_no_page_is_half_empty_or_has_one_item_or_row_of_several(
    audience: str, status: Status, paper: Paper, size: TypeSize
) -> None:
    laid_out = pages(audience, status, paper, size)
    assert [round(fill, 2) for fill in fills(laid_out)[:-1] if fill < 0.5] == []
    assert lone(laid_out, "li") == []
    assert size == 18 or lone(laid_out, "tr") == []


@pytest.mark.parametrize(
    ("paper", "size"), [SHEETS[0], *(pytest.param(*sheet, marks=pytest.mark.slow) for sheet in SHEETS[1:])]
)
@pytest.mark.parametrize(
    "audience",
    ["ministers", *(pytest.param(one, marks=pytest.mark.slow) for one in ("ambassadors", "parliamentarians"))],
)
def test_the_table_to_sign_is_not_alone_on_its_page(audience: str, paper: Paper, size: TypeSize) -> None:
    laid_out = pages(audience, "draft", paper, size)
    last = [box.element for box in boxes(laid_out.rendering.pages[-1]) if box.element_tag in ("section", "li", "p")]
    ids = {element.get("id") for element in last if element.tag == "section"}
    assert "clearance" in ids
    assert len(ids) > 1


@pytest.mark.parametrize("before", range(28, 46))
@pytest.mark.parametrize("count", [2, 3, 5])
def test_no_page_begins_or_ends_with_one_item(before: int, count: int) -> None:
    listed = List(tuple(item(f"Item {number}.", unit(f"u{number}")) for number in range(count)), "plain")
    laid_out = lay_out(document(section(*[paragraph("Line.")] * before), section(listed, heading="Listed")), layout())
    assert lone(laid_out, "li") == []
    if count == 3:
        assert len({part.page for parts in laid_out.units.values() for part in parts}) == 1


@pytest.mark.parametrize("before", range(28, 46, 2))
def test_no_page_begins_or_ends_with_one_row_and_a_note_stands_with_its_table(before: int) -> None:
    table = Table(text("Caption"), (text("Head"),), tuple(row(f"Row {number}.") for number in range(6)))
    note = Paragraph(text("A note on the table."), "small", unit=unit("note"))
    last = Table(text("Other"), (text("Head"),), (row("One row.", owner=unit("row")),))
    made = document(section(*[paragraph("Line.")] * before, table), section(last, note, heading="Other"))
    laid_out = lay_out(made, layout())
    assert lone(laid_out, "tr") == []
    assert laid_out.units["note"][0].page == laid_out.units["row"][0].page


@pytest.mark.parametrize("size", [11, pytest.param(18, marks=pytest.mark.slow)])
def test_a_caveat_stands_with_its_table(size: TypeSize) -> None:
    table = Table(
        text("Caption"), (text("Head"),), tuple(row(f"Row {number}.", owner=unit(f"r{number}")) for number in range(5))
    )
    caveat = List((item("A caveat.", unit("c0", number=1)),), "numbered")
    tags = Paragraph(text("Tags"), "tag")
    for before in range(14, 46, 2 if size == 11 else 3):
        for parts in ((table, caveat), (table, tags, caveat)):
            made = document(section(*[paragraph("Line.")] * before, *parts))
            laid_out = lay_out(made, layout(size=size))
            assert laid_out.units["c0"][0].page == laid_out.units["r4"][-1].page == laid_out.units["r3"][-1].page


@pytest.mark.slow
def test_letters_of_large_print_have_at_least_16_points_in_the_pdf() -> None:
    for made in (specimen(), brief("parliamentarians", "draft")):
        sizes = letter_sizes(write_pdf(lay_out(made, layout(size=18)), made))
        assert min(sizes) >= 15.99
        assert 18 in {round(size, 1) for size in sizes}
    assert min(letter_sizes(write_pdf(lay_out(specimen(), layout()), specimen()))) < 9


@pytest.mark.slow
def test_letters_of_large_print_have_at_least_16_points_in_word() -> None:
    for audience in AUDIENCES:
        (made,) = built(REPOSITORY, audience, products=("brief",), formats=("docx",), sheet=Sheet(size=18)).briefs
        (rendition,) = made.renditions
        with zipfile.ZipFile(BytesIO(rendition.content)) as package:
            xml = "".join(
                package.read(name).decode() for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)
            )
            drawn = [package.read(name).decode() for name in package.namelist() if name.endswith(".svg")]
        assert sorted({int(size) for size in re.findall(r'<w:szC?s? w:val="(\d+)"', xml)} - set(range(32, 99))) == [2]
        assert "superscript" not in xml
        for svg in drawn:
            width, canvas = re.findall(r' width="([\d.]+)pt".*?viewBox="0 0 ([\d.]+) ', svg)[0]
            sizes = [float(size) * float(width) / float(canvas) for size in re.findall(r'font-size="([\d.]+)"', svg)]
            assert min(sizes) >= 15.99

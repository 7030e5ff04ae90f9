"""The structure of tagged files is read: elements around text, cells, and what pictures show."""

from __future__ import annotations

import base64

from tests.report.pdf.builders import file_of, set_pdf

PIXEL = base64.b64encode(
    base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
).decode()
HTML = f"""<h1>Tides</h1><p>Low <b>water</b> comes early.</p><table><tr><td>a</td><td>b</td></tr>
<tr><td>c</td><td>d</td></tr></table><img alt="A quay at low water" src="data:image/png;base64,{PIXEL}">"""


def test_text_has_the_elements_that_are_around_it() -> None:
    chunks = file_of(set_pdf(HTML, "pdf/ua-1")).pages[0].chunks[0]
    around = {chunk.text: chunk.style.around for chunk in chunks}
    assert "H1" in around["Tides"].tags
    assert around["Low"].element == around["water"].element == around["comes early."].element
    assert around["Low"].element != around["Tides"].element


def test_cells_are_in_rows_of_one_table() -> None:
    chunks = file_of(set_pdf(HTML, "pdf/ua-1")).pages[0].chunks[0]
    cells = {chunk.text: chunk.style.around.cell for chunk in chunks if chunk.style.around.cell}
    assert sorted(cells) == ["a", "b", "c", "d"]
    tables, rows = ({text: cell[index] for text, cell in cells.items() if cell} for index in (0, 1))
    assert len(set(tables.values())) == 1
    assert rows["a"] == rows["b"] != rows["c"] == rows["d"]


def test_what_pictures_show_is_read() -> None:
    assert list(file_of(set_pdf(HTML, "pdf/ua-1")).pages[0].alternatives.values()) == ["A quay at low water"]


def test_files_without_tags_have_no_structure() -> None:
    page = file_of(set_pdf(HTML)).pages[0]
    assert page.alternatives == {}
    assert {chunk.style.around.element for chunk in page.chunks[0]} == {-1}

"""The logo of a house in every format: the same picture, at the same place, in the same size, with words for it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from lxml import html as html_parser

from briefs.model.sheet import POINTS_PER_MM
from tests.builders import HOUSE, write_project
from tests.projects import built, run
from tests.render.logo.pictures import png, svg

FLAT = svg('<rect width="300" height="100" fill="#6B1F3A"/>')
SHADED = svg(
    '<linearGradient id="g"><stop stop-color="#6B1F3A"/></linearGradient>'
    '<rect width="300" height="100" fill="url(#g)"/>'
)
WIDTH, HEIGHT = 36, 12
"""In mm."""


def project(root: Path, content: bytes, height: float = HEIGHT) -> Path:
    """A project whose house has this logo."""
    logo = f"logo: {{file: logo.picture, alt: The board’s anchor, height: {height:g}}}\n"
    write_project(root, house=HOUSE + logo)
    (root / "templates/layout/logo.picture").write_bytes(content)
    return root


def files(root: Path, **order: Any) -> dict[str, bytes]:
    return {made.format: made.content for made in built(root, "clerks", **order).briefs[0].renditions}


LOGOS = pytest.mark.parametrize("content", [FLAT, SHADED, png(900, 300)], ids=["flat", "shaded", "pixels"])


@LOGOS
def test_it_is_a_figure_with_its_words_at_the_top_of_a_pdf(content: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(files(project(tmp_path, content), formats=("pdf",))["pdf"])) as pdf:
        first = pdf.Root.StructTreeRoot.K[0].K[0].K[0].K[0]
        assert (str(first.S), str(first.Alt)) == ("/Figure", "The board’s anchor")
        left, bottom, right, top = map(float, first.A.BBox)
        assert right - left == pytest.approx(WIDTH * POINTS_PER_MM, abs=0.2)
        assert top - bottom == pytest.approx(HEIGHT * POINTS_PER_MM, abs=0.2)
        assert (left, top) == pytest.approx((27 * POINTS_PER_MM, (297 - 24) * POINTS_PER_MM), abs=0.5)
        pictures = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert bool(pictures) == (content != FLAT)  # gradients are not drawn by every reader of PDF
        assert not any(one.get("/Interpolate") for one in pictures)


@LOGOS
def test_word_has_it_above_the_masthead_with_pixels_for_programs_that_draw_no_lines(
    content: bytes, tmp_path: Path
) -> None:
    made = files(project(tmp_path, content), formats=("docx",))["docx"]
    body: Any = docx.Document(io.BytesIO(made)).element.body
    assert body[0].find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == "BriefLogo"
    (named,) = body[0].iter(qn("wp:docPr"))
    assert named.get("descr") == "The board’s anchor"
    (extent,) = body[0].iter(qn("wp:extent"))
    assert [int(extent.get(side)) / 36_000 for side in ("cx", "cy")] == pytest.approx([WIDTH, HEIGHT], abs=0.01)
    suffixes = {"png"} if content.startswith(b"\x89PNG") else {"png", "svg"}
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = {name for name in package.namelist() if name.startswith("word/media/")}
    assert names == {f"word/media/logo.{suffix}" for suffix in suffixes}
    assert (b"svgBlip" in etree.tostring(body[0])) == ("svg" in suffixes)


@LOGOS
def test_a_web_page_has_it_within_itself(content: bytes, tmp_path: Path) -> None:
    page: Any = html_parser.fromstring(files(project(tmp_path, content), formats=("html",))["html"])
    (picture,) = page.xpath("//header/p[1]/img")
    assert picture.get("alt") == "The board’s anchor"
    assert picture.get("style") == "width: 36.000mm"
    kind = "png" if content.startswith(b"\x89PNG") else "svg\\+xml"
    assert re.match(rf"data:image/{kind};base64,", picture.get("src"))


def test_large_print_and_other_paper_have_it_in_the_same_size(tmp_path: Path) -> None:
    root = project(tmp_path, FLAT)
    assert run(root, "build", "--audience", "clerks", "--paper", "letter", "--large-print", "--quiet") == 0
    (path,) = (root / "build").glob("*.pdf")
    with pikepdf.open(path) as pdf:
        left, _, right, _ = map(float, pdf.Root.StructTreeRoot.K[0].K[0].K[0].K[0].A.BBox)
        assert right - left == pytest.approx(WIDTH * POINTS_PER_MM, abs=0.2)


def test_a_logo_that_cannot_be_printed_stops_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, svg("<script/>"))
    assert run(root, "build", "--quiet") == 1
    assert capsys.readouterr().err == (
        "templates/house.yaml:12: error: the logo has scripts or moves, which a brief never does [logo-unusable]\n"
        "  hint: save it as plain SVG in a graphics program, without scripts\n"
        "1 error; nothing was written\n"
    )
    assert not (root / "build").exists()
    assert run(root, "fit") == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (svg('<rect width="9" height="9" transform="rotate()"/>'), "has a shape or a value that cannot be drawn"),
        (svg(), "shows nothing on white paper"),
    ],
)
def test_a_logo_that_is_not_seen_stops_the_build_where_it_is_named(
    content: bytes,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert run(project(tmp_path, content), "build", "--quiet") == 1
    said = capsys.readouterr().err
    assert said.startswith(f"templates/house.yaml:12: error: the logo {message} [logo-unusable]\n")
    assert "base64" not in said
    caplog.clear()  # what the engine says is not for the reader


def test_a_coarse_logo_is_printed_with_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, png(90, 30))
    ordered = ("build", "--audience", "clerks", "--format", "html", "--quiet")
    assert run(root, *ordered) == 0
    assert capsys.readouterr().err.startswith(
        "templates/house.yaml:12: warning: the logo has 64 pixels to the inch at this height, and looks coarse in "
        "print [logo-coarse]\n"
    )
    assert run(root, *ordered, "--strict") == 1


@pytest.mark.parametrize(
    ("logo", "message"),
    [
        ("{file: a.svg, height: 12}", 'required field "alt" is missing [field-missing]'),
        ("{file: a.svg, alt: '', height: 12}", '"logo alt" is empty'),
        ("{file: a.svg, alt: A, height: 120}", '"logo height" must be at most 40, not 120'),
        ("{file: a.svg, alt: A, height: high}", '"logo height" must be a number, not "high"'),
        ("a.svg", '"logo" must have file, alt and height, not only "a.svg"'),
    ],
)
def test_its_fields_are_checked(logo: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, house=f"{HOUSE}logo: {logo}\n")
    assert run(root, "build", "--quiet") == 1
    assert f"templates/house.yaml:12: error: {message}" in capsys.readouterr().err


def test_the_manifest_counts_a_logo_anywhere_in_the_project_among_the_inputs(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=HOUSE + "logo: {file: pictures/logo.svg, alt: A, height: 12}\n")
    (root / "pictures").mkdir()
    (root / "pictures/logo.svg").write_bytes(FLAT)
    assert run(root, "build", "--audience", "clerks", "--format", "html", "--quiet") == 0
    (inputs,) = json.loads((root / "build/manifest.json").read_bytes())["inputs"].values()
    assert "pictures/logo.svg" in inputs["files"]


def test_what_is_read_in_its_place_needs_no_glyphs(tmp_path: Path) -> None:
    root = project(tmp_path, FLAT)
    house = root / "templates/house.yaml"
    house.write_text(house.read_text(encoding="utf-8").replace("The board’s anchor", "港務局"), encoding="utf-8")
    assert 'alt="港務局"' in files(root, formats=("html",))["html"].decode()

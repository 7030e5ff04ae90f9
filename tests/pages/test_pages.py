"""Briefs look as they did when somebody last looked at them: see `tests/pages/__init__.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from briefs.files.front_matter import read_front_matter
from briefs.model.edition import FrontMatter
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.builders import REPOSITORY
from tests.pages import FOLDER, LARGEST, accept, accepted, compare, difference, drawn
from tests.projects import built
from tests.render.builders import document, layout, paragraph, section, unit
from tests.render.specimen import specimen

HOW = "if this is meant, look at the pages and accept them: .venv/bin/pytest tests/pages --accept"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The briefs whose pages are compared: all, once the pages of one of them are accepted; products are slow."""
    if "template" in metafunc.fixturenames:
        files = sorted((REPOSITORY / "templates").glob("*.md"))
        is_accepting = metafunc.config.getoption("accept")
        wanted = is_accepting or any(accepted(path.stem) for path in files)
        slow = {path for path in files if "\nproduct: " in path.read_text(encoding="utf-8") and not is_accepting}
        names = [pytest.param(path.stem, marks=[pytest.mark.slow] if path in slow else []) for path in files]
        metafunc.parametrize("template", names if wanted else [])


def check(name: str, pdf: bytes, output: Path, is_accepting: bool) -> None:
    pages = drawn(pdf)
    if is_accepting:
        accept(name, pages)
    found = compare(name, pages, output)
    assert not found, "\n".join([*found, HOW])


def test_a_brief_with_every_element_looks_as_accepted(tmp_path: Path, is_accepting: bool) -> None:
    brief = specimen()
    check("specimen", write_pdf(lay_out(brief, layout()), brief), tmp_path, is_accepting)


def test_each_cleared_brief_looks_as_accepted(template: str, tmp_path: Path, is_accepting: bool) -> None:
    path = REPOSITORY / "templates" / f"{template}.md"
    key = read_front_matter(path, path.name, FrontMatter, "a template").front.key
    (brief,) = built(REPOSITORY, key.audience, products=(key.product,), formats=("pdf",), status="cleared").briefs
    check(template, brief.renditions[0].content, tmp_path, is_accepting)


def test_accepted_pages_are_small_and_belong_to_a_brief() -> None:
    known = {"specimen", *(path.stem for path in (REPOSITORY / "templates").glob("*.md"))}
    assert {path.stem.rpartition("-")[0] for path in FOLDER.glob("*.png")} <= known
    assert [path.name for path in FOLDER.glob("*.png") if path.stat().st_size > LARGEST] == []


def page(words: str) -> Image.Image:
    made = document(section(*(paragraph(line, unit(f"u{n}")) for n, line in enumerate(words.split("|"), start=1))))
    (only,) = drawn(write_pdf(lay_out(made, layout()), made))
    return only


@pytest.mark.parametrize("other", ["Some keepers agreed|They meet", "All keepers agreed|They met it", "All|They meet"])
def test_another_word_is_seen(tmp_path: Path, other: str) -> None:
    accept("brief", [page("All keepers agreed|They meet")], tmp_path)
    (output := tmp_path / "output").mkdir()
    assert compare("brief", [page("All keepers agreed|They meet")], output, tmp_path) == []
    (found,) = compare("brief", [page(other)], output, tmp_path)
    assert found.startswith("page 1 of brief differs from brief-1.png in 0.")
    assert found.endswith(f"% of its pixels: look at {output / 'brief-1.png'}")
    assert (output / "brief-1.png").is_file()


def test_edges_that_another_version_draws_otherwise_are_not() -> None:
    plain = page("All keepers agreed|They meet")
    bolder = plain.point([max(0, value - 24) if value < 255 else 255 for value in range(256)])
    assert difference(plain, bolder) == 0
    with_dots = plain.copy()
    for place in range(20, 400, 40):
        ImageDraw.Draw(with_dots).point((place, place), 160)
    assert difference(plain, with_dots) == 0


def test_pages_of_another_size_or_number_differ(tmp_path: Path) -> None:
    one = Image.new("L", (10, 10), 255)
    assert difference(one, Image.new("L", (10, 12), 255)) == 1
    accept("brief", [one, one], tmp_path)
    assert compare("brief", [one], tmp_path, tmp_path) == ["brief has 1 pages, 2 are accepted"]


def test_accepting_replaces_all_pages_of_that_brief(tmp_path: Path) -> None:
    one = Image.new("L", (10, 10), 255)
    accept("brief", [one] * 11, tmp_path)
    accept("other", [one], tmp_path)
    assert [path.name for path in accepted("brief", tmp_path)][-2:] == ["brief-10.png", "brief-11.png"]
    accept("brief", [one], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief-1.png", "other-1.png"]

"""The shipped report in Word, PDF, Markdown and HTML: the same tree, the same passages, the same briefs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.report import Matter, Node, Report, Section
from briefs.model.typesetting import clean, plain, typeset
from briefs.pipeline import Project
from briefs.pipeline.report_diff import report_diff
from briefs.report.readers import read_edition, read_report
from tests.builders import REPOSITORY, contents
from tests.other_formats import WRITERS
from tests.projects import built, run

SEED = "seeds/connecting-the-dots"
QUICK = ("report.md", "report.html", "report.docx")
_SHA256 = re.compile(r"^sha256: .*$", re.MULTILINE)


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(REPOSITORY / SEED, REPOSITORY).value.report


@pytest.fixture(scope="module")
def files(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report in each format that needs no pages."""
    folder = tmp_path_factory.mktemp("formats")
    for name in QUICK:
        (folder / name).write_bytes(WRITERS[name](report))
    return folder


def project_in(folder: Path) -> Path:
    """A copy of this project."""
    for name in ("seeds", "templates"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def nodes(report: Report, is_typed: bool) -> Iterator[tuple[str, ...]]:
    """What all nodes are, where they are, and what they say; notes by their numbers, and without the title page. If
    markers are `typed`, they may be part of the text, since the format only has bullets."""
    notes = report.note_numbers()
    body = [node for node in report.nodes() if node.address.partition(" ")[0] not in ("¶", "title", "contents", "note")]
    for node in sorted(body, key=lambda node: int(node.address[3:]) if node.address.startswith("fn ") else 0):
        if not isinstance(node, Matter) and not node.address.endswith((" head", "Annex ¶ 1")):
            text = plain(typeset(clean(text_of(node), notes)))
            yield type(node).__name__, node.address, node.label, re.sub(r"^\w[)\]] ", "", text) if is_typed else text


def text_of(node: Node) -> str:
    if isinstance(node, Section):
        return f"{node.heading.level} {node.heading.text.strip('*')}"
    return getattr(node, "text", "")


@pytest.mark.parametrize("name", QUICK)
def test_each_format_is_read_as_the_same_report(name: str, report: Report, files: Path) -> None:
    hints = read_report(REPOSITORY / SEED, REPOSITORY).value.file
    read = read_edition(files / name, hints, REPOSITORY)
    assert read.problems == ()
    assert list(nodes(read.value, name == "report.md")) == list(nodes(report, name == "report.md"))


def words(root: Path) -> dict[str, list[str]]:
    """The words of the page of each brief; source labels without pages of the report."""
    found: dict[str, list[str]] = {}
    for brief in built(root, formats=("html",), status="draft").briefs:
        page = html.document_fromstring(brief.renditions[0].content.decode())
        for element in page.iter("style"):
            element.text = ""
        found[str(brief.key)] = re.sub(r", pp?\. \d[\d–, ]*(?<=\d)", "", " ".join(map(str, page.itertext()))).split()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
def test_the_briefs_are_the_same_whatever_the_format_of_the_report(name: str, report: Report, tmp_path: Path) -> None:
    root = project_in(tmp_path / "project")
    blocks = contents(root / SEED / "blocks")
    new = tmp_path / f"report{Path(name).suffix}"
    new.write_bytes(WRITERS[name](report))
    found = report_diff(Project(root), new)
    assert found.problems == ()
    assert {one.state for one in found.drift.changes} == {"unchanged"}
    (root / SEED / "report.txt").unlink()
    new.rename(root / SEED / new.name)
    description = root / SEED / "report.yaml"
    description.write_text(_SHA256.sub("", description.read_text(encoding="utf-8")), encoding="utf-8")
    assert run(root, "draw", "--again") == 0
    assert contents(root / SEED / "blocks") == blocks
    assert words(root) == words(REPOSITORY)


def second_edition() -> str:
    """Another edition of the report: a passage with other words, one without a paragraph, one moved, one that recurs, a
    note before all others, and two parts with other numbers."""
    lines = (REPOSITORY / SEED / "report.txt").read_text(encoding="utf-8").split("\n")

    def at(beginning: str) -> int:
        (found,) = [index for index, line in enumerate(lines) if line.startswith(beginning)]
        return found

    reworded = at("All participants agreed that better")
    lines[reworded] = lines[reworded].replace("immediate attention", "hardly any attention")
    gone = at("It would also be helpful, now that the GMG")
    del lines[gone : gone + 2]
    doubled = at("Put quite simply, decision and policy")
    lines[doubled + 1 : doubled + 1] = ["", lines[doubled]]
    moved = at("Many also questioned whether the issue")
    paragraph = lines[moved]
    del lines[moved : moved + 2]
    after = at("The importance of engaging the private sector")
    lines[after + 1 : after + 1] = ["", paragraph]
    to, back = str.maketrans(SUPERSCRIPTS, "0123456789"), str.maketrans("0123456789", SUPERSCRIPTS)
    text = re.sub(
        f"[{SUPERSCRIPTS}]+", lambda mark: str(int(mark[0].translate(to)) + 1).translate(back), "\n".join(lines)
    )
    text = text.replace("has doubled since 1980 alone", "has doubled since 1980 alone¹", 1)
    text = text.replace("\n\n² There were", "\n\n¹ By the estimate of 2008.\n\n² There were", 1)
    return text.replace("\nVI. Moving", "\nVII. Moving").replace("\nVII. Executive", "\nVIII. Executive")


@pytest.mark.slow
def test_a_second_edition_means_the_same_in_every_format(tmp_path: Path) -> None:
    root = project_in(tmp_path / "project")
    description = root / SEED / "report.yaml"
    said = _SHA256.sub("", description.read_text(encoding="utf-8"))
    said = said.replace("VI, text: VI. Moving", "VII, text: VII. Moving").replace("VII. Exec", "VIII. Exec")
    description.write_text(said, encoding="utf-8")
    before = (root / SEED / "report.txt").read_text(encoding="utf-8")
    (root / SEED / "report.txt").write_text(second_edition(), encoding="utf-8")
    edition = read_report(root / SEED, root).value.report
    (root / SEED / "report.txt").write_text(
        before.replace("\nVI. Moving", "\nVII. Moving").replace("\nVII. Executive", "\nVIII. Executive"),
        encoding="utf-8",
    )
    results = {}
    for name, write in {"text.txt": lambda _: second_edition().encode(), **WRITERS}.items():
        new = tmp_path / name
        new.write_bytes(write(edition))
        found = report_diff(Project(root), new)
        assert found.problems == ()
        results[name] = {(one.drawn.id, one.field, one.number): (one.state, one.address) for one in found.drift.changes}
    expected = results["text.txt"]
    assert {key[0] for key, (state, _) in expected.items() if state == "reworded"} == {"st.all_agreed"}
    assert {key[0] for key, (state, _) in expected.items() if state == "gone"} == {
        "imp.gmg.guidance",
        "ins.gmg",
        "ins.gmg_body",
        "prd.gmg_will",
        "rec.gmg_sg_guidance",
    }
    assert all(result == expected for result in results.values())

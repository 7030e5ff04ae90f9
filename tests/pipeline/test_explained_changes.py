"""Offices that asked for a change have cleared what became of it; changes of others are named with where they are from.

Whole rounds: drafts are sent, come back signed and edited, and proposals are accepted on the command line.
"""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from briefs.word.elements import Element, qn
from tests.projects import run
from tests.returned_files import edited, unpacked
from tests.reviewing import FACTS, with_words, write_harbour

DRAFT = "harbour_brief-captains_v0.1_draft.docx"
SHORTER = ("would reduce waiting", "would cut waiting")
OTHER = ("asked whether the board should publish", "asked if the board should publish")
HEADING = ("Benefits", "Gains")


def signed(file: bytes, office: str, decision: str) -> bytes:
    """A draft in which `office` has filled in its row of the clearance table."""
    return edited(file, lambda root: _sign(root, office, decision))


def _sign(root: Element, office: str, decision: str) -> None:
    rows = [row for row in root.iter(qn("w:tr")) if "".join(map(str, row.itertext())).strip() == office]
    cells = list(rows[-1].iter(qn("w:tc")))
    for cell, text in zip(cells[1:], ("Jane Roe", decision, "6 May 2010"), strict=True):
        run = etree.SubElement(next(cell.iter(qn("w:p"))), qn("w:r"))
        etree.SubElement(run, qn("w:t")).text = text


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with offices Policy and Legal, which must both clear, and its draft in `build/`."""
    root = write_harbour(tmp_path_factory.mktemp("sent") / "project")
    house = root / "templates" / "house.yaml"
    house.write_text(house.read_text().replace("[Policy]", "[Policy, Legal]\nclearance: required"))
    assert run(root, "build", "--format", "docx", "--quiet") == 0
    return root


class Offices:
    """A copy of the project, and what is done there."""

    def __init__(self, sent: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = Path(shutil.copytree(sent, folder / "project", symlinks=True))
        self.draft = (self.root / "build" / DRAFT).read_bytes()
        self._capsys = capsys

    def returns(self, office: str, decision: str, *edits: tuple[str, str], name: str = "") -> Path:
        """What an office sends back."""
        file = signed(self.draft, office, decision)
        for old, new in edits:
            file = with_words(file, old, new, "Ana")
        path = self.root.parent / (name or f"{office.lower()}.docx")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file)
        return path

    def accepts(self, *files: Path, only: str = "") -> None:
        """Accept all that files propose, or only what has these words; reject the rest."""
        names = [str(one) for one in files]
        found = json.loads(self._said("review", *names, "--json"))["proposals"]
        accepted = [one["id"] for one in found if only in json.dumps(one["variants"])]
        rejected = [one["id"] for one in found if one["id"] not in accepted]
        lists = [["--accept", *accepted], ["--reject", *rejected]]
        self._said("review", *names, *(one for named in lists if len(named) > 1 for one in named))

    def changed(self) -> dict[str, list[str] | None]:
        """What has changed since each office cleared the draft, as `--status` says."""
        value = json.loads(self._said("review", "--status", "--json").splitlines()[0])
        return {one["office"]: one["changed"] for one in value["offices"]}

    def cleared(self, *formats: str) -> str:
        """What keeps the cleared edition from being built."""
        self._capsys.readouterr()
        named = [option for name in formats or ("docx",) for option in ("--format", name)]
        run(self.root, "build", "--status", "cleared", "--quiet", *named)
        return "\n".join(line for line in self._capsys.readouterr().err.splitlines() if ": error:" in line)

    def _said(self, *arguments: str) -> str:
        self._capsys.readouterr()
        code = run(self.root, *arguments)
        printed = self._capsys.readouterr()
        assert code == 0, printed.err
        return printed.out


@pytest.fixture
def offices(sent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Offices:
    return Offices(sent, tmp_path, capsys)


@pytest.mark.slow
def test_an_office_that_cleared_with_comments_has_cleared_what_became_of_them(offices: Offices) -> None:
    legal = offices.returns("Legal", "Cleared with comments", SHORTER, HEADING)
    policy = offices.returns("Policy", "Cleared", SHORTER, HEADING)
    offices.accepts(legal, policy)
    assert "would cut waiting" in (offices.root / FACTS).read_text()
    assert offices.changed() == {"Policy": [], "Legal": []}
    assert offices.cleared() == ""


@pytest.mark.slow
def test_what_another_office_asked_for_is_named_with_its_file(offices: Offices) -> None:
    legal = offices.returns("Legal", "Cleared with comments", SHORTER, HEADING)
    policy = offices.returns("Policy", "Cleared")
    offices.accepts(legal, policy)
    changed = offices.changed()
    assert changed["Legal"] == []
    assert changed["Policy"] == [
        "Para\u00a02: “Most keepers agreed that a shared timetable would cut …” (accepted from Legal’s file)",
        "the heading “Gains” (new; accepted from Legal’s file)",
        "the heading “Benefits” (gone; accepted from Legal’s file)",
    ]
    told = offices.cleared()
    assert "Policy cleared HB/CAP 0.1 draft, and since then this has changed: Para" in told
    assert "Legal cleared" not in told


@pytest.mark.slow
def test_what_was_changed_again_is_named(offices: Offices) -> None:
    legal = offices.returns("Legal", "Cleared with comments", SHORTER)
    offices.accepts(legal)
    facts = offices.root / FACTS
    facts.write_text(facts.read_text().replace("would cut waiting", "would much cut waiting"))
    changed = offices.changed()["Legal"] or []
    assert [one.endswith("(accepted from Legal’s file and changed again)") for one in changed] == [True]


@pytest.mark.slow
def test_files_of_one_name_count_for_their_own_offices_only(offices: Offices) -> None:
    legal = offices.returns("Legal", "Cleared with comments", SHORTER, name="legal/brief.docx")
    policy = offices.returns("Policy", "Cleared with comments", OTHER, name="policy/brief.docx")
    offices.accepts(legal, policy)
    changed = offices.changed()
    assert ["Legal’s file" in one for one in changed["Policy"] or ()] == [True]
    assert ["Policy’s file" in one for one in changed["Legal"] or ()] == [True]


@pytest.mark.slow
def test_an_office_whose_wish_was_rejected_is_not_asked_again(offices: Offices) -> None:
    legal = offices.returns("Legal", "Cleared with comments", SHORTER, OTHER)
    policy = offices.returns("Policy", "Cleared", OTHER)
    offices.accepts(legal, policy, only="if the board")
    assert offices.changed() == {"Policy": [], "Legal": []}
    assert offices.cleared() == ""


@pytest.mark.parametrize("is_moved", [True, False])
@pytest.mark.slow
def test_what_an_office_wants_elsewhere_or_left_out_is_not_asked_again(offices: Offices, is_moved: bool) -> None:
    policy = offices.returns("Policy", "Cleared")
    offices.draft = edited(offices.draft, _exchange_items if is_moved else _leave_out)
    legal = offices.returns("Legal", "Cleared with comments")
    offices.accepts(legal, policy)
    changed = offices.changed()
    assert changed["Legal"] == []
    assert ["accepted from Legal’s file" in one for one in changed["Policy"] or ()] == [True]


def _paragraph(root: Element, words: str) -> Element:
    return next(one for one in root.iter(qn("w:p")) if "".join(map(str, one.itertext())).startswith(words))


def _exchange_items(root: Element) -> None:
    _paragraph(root, "Most keepers agreed").addprevious(_paragraph(root, "Some keepers asked"))


def _leave_out(root: Element) -> None:
    gone = _paragraph(root, "Ferries that share")
    parent = gone.getparent()
    assert parent is not None
    parent.remove(gone)


NAMES = (b"Jane", b"Roe")


@pytest.mark.slow
def test_the_record_of_a_cleared_edition_has_offices_and_dates_and_no_names(offices: Offices) -> None:
    files = [offices.returns("Legal", "Cleared with comments", SHORTER), offices.returns("Policy", "Cleared", SHORTER)]
    offices.accepts(*files)
    assert any(b"Jane Roe" in part for part in unpacked(files[0].read_bytes()).values())
    assert offices.cleared("docx", "pdf", "html") == ""
    made = [one for one in (offices.root / "build").rglob("*1.0_cleared*") if one.is_file()]
    assert {one.suffix for one in made} == {".docx", ".pdf", ".html", ".json", ".gz"}
    for path in (*made, *(offices.root / "reviews").rglob("answers.yaml")):
        parts = list(parts_of(path))
        assert [part for part in parts if any(name in part for name in NAMES)] == []
        if path.suffix in (".docx", ".pdf", ".gz", ".yaml"):
            assert any(b"Legal" in part and b"2010-05-06" in part for part in parts), path.name


def parts_of(path: Path) -> Iterator[bytes]:
    """All that is in a file, as it can be read."""
    content = path.read_bytes()
    yield content
    if path.suffix == ".docx":
        yield from unpacked(content).values()
    elif path.suffix == ".gz":
        yield gzip.decompress(content)
    elif path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            for one in pdf.objects:
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != pikepdf.Name.Image:
                    yield one.read_bytes()

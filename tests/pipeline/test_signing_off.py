"""A cleared edition is built once somebody has read what changed in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.checks_without_pages import check
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.order import Order, Project
from briefs.pipeline.signing_off import SigningOff, sign
from briefs.signoff.signed_lock import NAME
from tests.builders import contents, write_project
from tests.projects import built
from tests.sampling import every


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def signed(root: Path, *parts: str, by: str = "", audience: str = "") -> SigningOff:
    order = Order(Project(root), (audience,) if audience else ())
    reports = [examine(one).value for one in chosen_reports(order.project).value]
    return sign(order, reports, parts, by)


def unsigned(root: Path, audience: str = "", status: str = "cleared") -> list[str]:
    order = Order(Project(root), (audience,) if audience else (), status="cleared" if status == "cleared" else "draft")
    return [str(one.place) for one in check(order).problems if one.code == "unsigned-change"]


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_must_be_signed_before_anything_is(root: Path) -> None:
    assert unsigned(root) == []


CHANGES = [
    ("seeds/harbour/blocks/fact.yaml", "short: Most keepers", "short: Most of the keepers", 5),
    ("seeds/harbour/blocks/fact.yaml", "Ferries that share … the winter months", "Some keepers … tides & currents", 9),
    ("seeds/harbour/blocks/recommendation.yaml", "theme: Tides", "theme: Tide", 7),
    ("seeds/harbour/report.yaml", "what some keepers", "what some of the keepers", 16),
    ("templates/captains.md", "## Issue", "## The issue", 11),
    ("templates/captains.md", '"fact.timetable", "fact.bicycles"', '"fact.bicycles", "fact.timetable"', 13),
    ("templates/captains.md", "subject: Harbours", "subject: Harbour", 8),
    ("templates/house.yaml", "cleared: General", "cleared: Limited", 10),
    ("templates/blocks/asks.html", "Invitation", "Request", 5),
]


@pytest.mark.parametrize(("name", "old", "new", "line"), every(3, CHANGES))
def test_whatever_changes_in_print_must_be_signed_again(root: Path, name: str, old: str, new: str, line: int) -> None:
    signed(root)
    assert unsigned(root) == []
    change(root, name, old, new)
    assert unsigned(root) == [f"{name}:{line}"]
    assert unsigned(root, status="draft") == []
    signed(root)
    assert unsigned(root) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("seeds/harbour/blocks/fact.yaml", "audiences: {captains: must}", "audiences: {captains: should}"),
        ("seeds/harbour/blocks/fact.yaml", "kind: fact", "# a remark\nkind: fact"),
        ("templates/captains.md", "## Issue\n", "## Issue {cut=3}\n"),
        ("templates/captains.md", "## Issue\n", "{# a remark #}\n\n## Issue\n"),
        ("templates/house.yaml", "2010-05-04", "2010-05-05"),
        ("templates/blocks/terms.html", "Terms weighed", "Terms"),
    ],
)
def test_what_no_brief_prints_need_not_be_signed(root: Path, name: str, old: str, new: str) -> None:
    signed(root)
    change(root, name, old, new)
    assert unsigned(root) == []


def test_a_cleared_edition_waits_for_it_and_a_draft_does_not(root: Path) -> None:
    signed(root)
    change(root, "seeds/harbour/blocks/fact.yaml", "short: Most keepers", "short: Most of the keepers")
    with pytest.raises(DocumentError) as raised:
        built(root, "clerks", status="cleared", formats=("html",))
    assert [problem.code for problem in raised.value.diagnostics] == ["unsigned-change"]
    assert len(built(root, "clerks", formats=("html",)).briefs) == 1
    signed(root, "fact.timetable")
    assert len(built(root, "clerks", status="cleared", formats=("html",)).briefs) == 1


def test_a_brief_needs_only_what_it_prints_itself(root: Path) -> None:
    signed(root)
    change(root, "seeds/harbour/blocks/recommendation.yaml", "ask: Publish", "ask: Please publish")
    assert unsigned(root, "clerks") == []
    assert len(unsigned(root, "captains")) == 1


def test_signing_one_brief_leaves_what_others_have_signed(root: Path) -> None:
    signed(root)
    before = (root / "templates" / NAME).read_bytes()
    signed(root, audience="clerks")
    assert (root / "templates" / NAME).read_bytes() == before


def test_signing_twice_gives_the_same_file(root: Path) -> None:
    signed(root, by="A. Keeper")
    before = contents(root)
    assert signed(root, by="Somebody else").new == ()
    assert contents(root) == before


def test_only_what_is_printed_can_be_named(root: Path) -> None:
    with pytest.raises(UnknownName):
        signed(root, "fact.timetables")
    assert not (root / "templates" / NAME).exists()


def test_a_damaged_lock_is_told_in_drafts_too_and_not_overwritten(root: Path) -> None:
    signed(root)
    (root / "templates" / NAME).write_text("{}\n", encoding="utf-8")
    assert [one.code for one in check(Order(Project(root))).problems] == ["lock-damaged"]
    with pytest.raises(DocumentError):
        signed(root)

"""Blocks are drawn again from another edition of their report: what still stands there gets anchors that find it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.pipeline import Project
from briefs.pipeline.drawing_again import DrawnAgain, draw_again
from briefs.pipeline.report_diff import report_diff
from tests.builders import BLOCKS, HINTS, REPORT, contents
from tests.drift.builders import accepted_project, change, states
from tests.projects import problems

FERRIES = "Ferries that share a timetable could carry more bicycles in the winter months."
TIDES = "a) The board should publish the tides each week."
FACTS = (
    BLOCKS["fact"]
    + """  - id: fact.boats # keep this
    anchor: {text: small boats, in: fn 1}
  - id: fact.spring
    anchor:
      - "The keepers will meet again"
      - {text: "each week", in: "II item 1"} # and this
    absent: {for: sails, in: II}
  - id: fact.asked
    anchor: "Some keepers asked … tides & currents"
    short: {text: Some keepers asked., anchor: "Some keepers asked whether"}
"""
)
BOTH = '  - {id: fact.both, anchor: "Most keepers agreed … no need for it."}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return accepted_project(tmp_path, blocks={**BLOCKS, "fact": FACTS})


def again(root: Path, is_rehearsal: bool = False) -> DrawnAgain:
    return draw_again(Project(root), is_rehearsal)


def wrong(root: Path) -> list[str]:
    """What is wrong with anchors, places and passages."""
    return [one for one in problems(root) if any(word in one for word in ("anchor", "scope", "passage", "accepted"))]


def rewritten(done: DrawnAgain) -> list[tuple[str, str, str]]:
    return [(one.block, one.before, one.after) for one in done.new]


def test_nothing_is_written_if_nothing_has_changed(root: Path) -> None:
    before = contents(root)
    done = again(root)
    assert (done.new, done.by_hand, done.left, done.files) == ((), (), (), ())
    assert contents(root) == before


def test_an_anchor_whose_passage_stands_twice_now_says_where_it_is(root: Path) -> None:
    change(root, "report.txt", "The keepers will meet", f"{FERRIES}\n\nThe keepers will meet")
    assert any("anchor-ambiguous" in one for one in problems(root))
    assert rewritten(again(root)) == [
        (
            "fact.bicycles",
            '"Ferries that share … the winter months"',
            '{text: "Ferries that share … the winter months", in: "I ¶ 2"}',
        )
    ]
    assert wrong(root) == []
    text = (root / "seeds/harbour/blocks/fact.yaml").read_text(encoding="utf-8")
    assert text == FACTS.replace(
        'anchor: "Ferries that share … the winter months"',
        'anchor: {text: "Ferries that share … the winter months", in: "I ¶ 2"}',
    )


def test_an_anchor_whose_last_words_recur_before_its_end_gets_a_longer_one(root: Path) -> None:
    change(
        root,
        "report.txt",
        "Most keepers agreed",
        "At noon, Most keepers agreed little at the quay. Most keepers agreed",
    )
    assert rewritten(again(root)) == [
        ("fact.timetable", '"Most keepers agreed … at the quay"', '"Most keepers agreed that … at the quay"')
    ]
    assert set(states(root).values()) == {"unchanged"}


def test_places_have_their_present_names(root: Path) -> None:
    change(root, "report.txt", "need for it.¹", "need for it.²")
    change(root, "report.txt", "¹ The keeper spoke", "¹ A new note.\n\n² The keeper spoke")
    change(root, "report.txt", "Most keepers", "Noted.¹\n\nMost keepers")
    change(root, "report.txt", "\nSteps\n", "\nSails\n\nNobody said a word.\n\nSteps\n")
    sails = "{text: Sails, level: 1, label: II}\n  - {text: Steps, level: 1, label: III}"
    change(root, "report.yaml", "{text: Steps, level: 1, label: II}", sails)
    assert rewritten(again(root)) == [
        ("fact.boats", '{text: "small boats", in: "fn 1"}', '{text: "small boats", in: "fn 2"}'),
        (
            "fact.spring",
            '["The keepers will meet again", {text: "each week", in: "II item 1"}]',
            '["The keepers will meet again", {text: "each week", in: "III item 1"}]',
        ),
        ("fact.spring", "in: II", "in: III"),
    ]
    text = (root / "seeds/harbour/blocks/fact.yaml").read_text(encoding="utf-8")
    assert text == FACTS.replace("in: fn 1", "in: fn 2").replace('in: "II item 1"', 'in: "III item 1"').replace(
        "sails, in: II", "sails, in: III"
    )
    assert wrong(root) == []


def test_what_was_reworded_or_is_gone_is_left_and_the_rest_is_accepted(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    change(root, "report.txt", FERRIES + "\n\n", "")
    change(root, "report.txt", "The keepers will meet", "This is new.\n\nThe keepers will meet")
    blocks = {name: content for name, content in contents(root).items() if "blocks" in name}
    done = again(root)
    assert [(one.drawn.id, one.field, one.state) for one in done.left] == [
        ("fact.timetable", "anchor", "reworded"),
        ("fact.bicycles", "anchor", "gone"),
    ]
    assert "would reduce" in done.left[0].before
    assert "would increase" in done.left[0].after
    assert [path.name for path in done.files] == ["report.lock"]
    assert {name: content for name, content in contents(root).items() if "blocks" in name} == blocks
    assert [one.drawn.id for one in again(root).left] == ["fact.timetable", "fact.bicycles"]
    assert states(root)["fact.spring"] == "unchanged"


def test_a_rehearsal_writes_nothing(root: Path) -> None:
    change(root, "report.txt", "The keepers will meet", f"{FERRIES}\n\nThe keepers will meet")
    before = contents(root)
    done = again(root, is_rehearsal=True)
    assert [path.name for path in done.files] == ["fact.yaml", "report.lock"]
    assert len(done.new) == 1
    assert contents(root) == before


def test_a_paragraph_that_was_parted_has_an_anchor_for_each_part(tmp_path: Path) -> None:
    root = accepted_project(tmp_path, blocks={**BLOCKS, "fact": FACTS + BOTH})
    change(root, "report.txt", "at the quay. One keeper", "at the quay.\n\nOne keeper")
    done = again(root)
    assert rewritten(done) == [
        (
            "fact.both",
            '"Most keepers agreed … no need for it."',
            '["Most keepers agreed … at the quay.", "One keeper saw … need for it."]',
        )
    ]
    assert done.left == ()


def test_the_fingerprint_and_the_sentence_about_the_report_follow(tmp_path: Path) -> None:
    root = accepted_project(tmp_path)
    sha256 = report_diff(Project(root)).drift.lock.sha256  # type: ignore[union-attr]
    hints = root / "seeds/harbour/report.yaml"
    hints.write_text(f"{HINTS}sha256: {sha256}\n", encoding="utf-8")
    change(root, "report.txt", TIDES, TIDES + " " + REPORT.splitlines()[6])
    done = again(root)
    assert "about" in {one.block for one in done.new}
    text = hints.read_text(encoding="utf-8")
    assert sha256 not in text
    assert report_diff(Project(root)).drift.has_changed is False


def test_a_report_that_was_never_accepted_cannot_be_compared(root: Path) -> None:
    (root / "seeds/harbour/report.lock").unlink()
    with pytest.raises(BriefsError, match="it is not known what the report said before"):
        again(root)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("report.lock", "Most keepers agreed", "All keepers agreed"),
        ("report.yaml", "text: Steps", "text: Stairs"),
        ("report.txt", REPORT, " "),
    ],
)
def test_what_cannot_be_read_is_told(root: Path, name: str, old: str, new: str) -> None:
    change(root, name, old, new)
    with pytest.raises(DocumentError):
        again(root)


def test_blocks_that_cannot_be_read_are_mended_first(root: Path) -> None:
    change(root, "blocks/fact.yaml", "small boats, in: fn 1", "small boats, inn: fn 1")
    with pytest.raises(BriefsError, match="some blocks cannot be read"):
        again(root)

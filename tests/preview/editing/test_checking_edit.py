from __future__ import annotations

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.block_source import read_block_source
from briefs.preview.editing.checking_edit import check_edit
from briefs.preview.shown.editing_views import EditVerdict
from tests.builders import contents
from tests.preview.editing.conftest import edit_of


def verdict(inputs: Inputs, block: str, name: str, value: str) -> EditVerdict:
    before = contents(inputs.seed)
    found = check_edit(inputs, edit_of(inputs, block, name, value), Links(inputs.project.root))
    assert contents(inputs.seed) == before
    return found


def added(inputs: Inputs, block: str, name: str, value: str) -> list[str]:
    return [one.code for one in verdict(inputs, block, name, value).problems]


def test_only_what_an_edit_adds_is_told_with_its_length_and_place(harbour: Inputs) -> None:
    found = verdict(harbour, "fact.timetable", "short", "All 12 keepers agreed")
    assert [one.code for one in found.problems] == ["number-untraced", "strength-upgraded"]
    assert [(one.link.path, one.link.line, one.block) for one in found.problems[:1]] == [
        ("seeds/harbour/blocks/fact.yaml", 5, "fact.timetable")
    ]
    assert (found.words, found.characters, found.most_words, found.obstacle) == (4, 21, 25, "")
    assert verdict(harbour, "fact.timetable", "short", "Most keepers agreed.").problems == ()


def test_what_an_edit_mends_is_told(copied: Inputs) -> None:
    file = copied.seed / "blocks" / "fact.yaml"
    file.write_text(file.read_text().replace("would reduce waiting.", "would reduce 12 waits."))
    source = read_block_source(copied, "fact.timetable")
    found = verdict(copied, "fact.timetable", "short", "Most keepers agreed.")
    assert source.value(("short",)) == "Most keepers agreed that a shared timetable would reduce 12 waits."
    assert (found.problems, [one.code for one in found.mended]) == ((), ["number-untraced"])


@pytest.mark.parametrize(
    ("block", "name", "value", "codes"),
    [
        ("fact.timetable", "short", " ".join(["waiting"] * 26), ["short-too-long"]),
        ("fact.timetable", "strength", "Some keepers", ["strength-not-found"]),
        ("fact.timetable", "says_more", "“waiting”: said", ["declaration-unneeded"]),
        ("fact.timetable", "says_more", "“small boats”: he said so", ["name-printed"]),
        ("ben.waiting", "beneficiary", "12 keepers", ["number-untraced"]),
        ("ben.waiting", "basis.short", "More bicycles in 2013", ["number-untraced"]),
        ("rec.tides", "ask", "", []),
        ("about", "text", "Summarizes what 12 keepers asked the board.", ["number-untraced"]),
        ("about", "text", "Summarizes it. It is short.", ["field-invalid"]),
    ],
)
def test_all_that_a_build_checks_in_a_block_is_checked(
    harbour: Inputs, block: str, name: str, value: str, codes: list[str]
) -> None:
    found = added(harbour, block, name, value)
    assert set(codes) <= set(found)
    assert bool(codes) == bool(found)


@pytest.mark.parametrize(
    ("block", "audience", "value", "codes"),
    [
        ("fact.timetable", "captains", "never", ["block-excluded"]),
        ("fact.timetable", "clerks", "never", ["block-excluded"]),
        ("fact.bicycles", "clerks", "must", ["must-missing"]),
        ("fact.bicycles", "captains", "must", []),
        ("fact.timetable", "captains", "", []),
    ],
)
def test_whether_briefs_may_and_must_print_a_block_is_checked(
    harbour: Inputs, block: str, audience: str, value: str, codes: list[str]
) -> None:
    assert added(harbour, block, f"audiences.{audience}", value) == codes


@pytest.mark.parametrize(
    ("name", "value", "obstacle"),
    [
        ("sort", "sideways", 'sort of "ben.waiting" cannot be "sideways"; choose one of: direct, indirect'),
        ("short", "a\x07", '"short text": the character U+0007 cannot be printed'),
        ("sort", "", 'sort of "ben.waiting" cannot be empty'),
    ],
)
def test_what_cannot_be_saved_is_told_while_typing(harbour: Inputs, name: str, value: str, obstacle: str) -> None:
    assert verdict(harbour, "ben.waiting", name, value).obstacle.startswith(obstacle)


def test_what_cannot_be_changed_is_refused(harbour: Inputs) -> None:
    with pytest.raises(BriefsError, match="cannot be changed here"):
        verdict(harbour, "ben.waiting", "id", "ben.other")

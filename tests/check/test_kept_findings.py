"""What checks of wording found is kept by all that they read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from briefs.check import kept_findings
from briefs.check.kept_findings import KeptFindings
from briefs.check.subjects import OwnWordsToCheck, WordingToCheck
from briefs.model.block import Fact
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.library import Drawn, Extract
from briefs.model.own_words import OwnWords
from tests.builders import RULES

BLOCK = Fact.model_validate({"kind": "fact", "id": "fact.a", "anchor": "a b c", "short": "Words."})
EXTRACT = Extract("I ¶ 1", "I ¶1", (3,), 0, 5, "a b c")
DRAWN = Drawn(BLOCK, Place("facts.yaml", 10), {"anchor": (EXTRACT,)}, {"anchor": 11, "short": 12})
WORDING = WordingToCheck(DRAWN, "short", "Words.", "a b c", (), {"EU": "European Union"}, RULES)
WORDS = OwnWords("caption of facts(…)", "Words", Place("a.md", 4), ("fact.a",))
CAPTION = OwnWordsToCheck(WORDS, ("a b c",), (), {}, "A report", RULES)


def refuse() -> list[Diagnostic]:
    raise AssertionError("checked again")


def found_at(line: int, path: str = "facts.yaml") -> list[Diagnostic]:
    return [Fault("relative-date", "a message", "a hint").at(Place(path, line))]


def kept_after(find: Callable[[], list[Diagnostic]]) -> KeptFindings:
    first = KeptFindings()
    assert first.of(WORDING, DRAWN.place, find) == find()
    return KeptFindings(first.packed())


def test_what_was_found_is_not_looked_for_again() -> None:
    kept = kept_after(lambda: found_at(12))
    assert kept.of(WORDING, DRAWN.place, refuse) == found_at(12)
    assert not kept.has_changed


def test_lines_follow_the_block() -> None:
    kept = kept_after(lambda: found_at(12))
    moved = replace(DRAWN, place=Place("facts.yaml", 20), lines={"anchor": 21, "short": 22})
    assert kept.of(replace(WORDING, drawn=moved), moved.place, refuse) == found_at(22)


def test_what_is_wrong_with_the_file_as_a_whole_stays_there() -> None:
    kept = kept_after(lambda: found_at(0))
    moved = replace(DRAWN, place=Place("facts.yaml", 20), lines={"anchor": 21, "short": 22})
    assert kept.of(replace(WORDING, drawn=moved), moved.place, refuse) == found_at(0)


def test_what_is_found_in_another_file_is_not_kept() -> None:
    kept = kept_after(lambda: found_at(3, "report.yaml"))
    with pytest.raises(AssertionError, match="checked again"):
        kept.of(WORDING, DRAWN.place, refuse)


def variants() -> Iterator[object]:
    """The same wording, with something else that a check can read."""
    yield replace(WORDING, text="Other words.")
    yield replace(WORDING, passage="a b d")
    yield replace(WORDING, field="ask")
    yield replace(WORDING, expansions={"EU": "Europe"})
    yield replace(WORDING, rules=replace(RULES, language="fr"))
    yield replace(WORDING, rules=replace(RULES, equivalents={"a": ("b",)}))
    yield replace(WORDING, doubts={"name-untraced"})
    yield replace(WORDING, drawn=replace(DRAWN, block=BLOCK.model_copy(update={"strength": "some"})))
    yield replace(WORDING, drawn=replace(DRAWN, block=BLOCK.model_copy(update={"says_more": "a reason"})))
    yield replace(WORDING, drawn=replace(DRAWN, extracts={"anchor": (replace(EXTRACT, text="a b d"),)}))
    yield replace(WORDING, drawn=replace(DRAWN, extracts={"anchor": (replace(EXTRACT, label="II ¶1"),)}))
    yield replace(WORDING, drawn=replace(DRAWN, lines={"anchor": 11, "short": 13}))


@pytest.mark.parametrize("wording", list(variants()))
def test_whatever_a_check_reads_makes_it_look_again(wording: object) -> None:
    kept = kept_after(lambda: found_at(12))
    assert kept.of(wording, DRAWN.place, lambda: found_at(13)) == found_at(13)


def test_the_words_of_a_caption_are_kept_by_what_supports_them() -> None:
    first = KeptFindings()
    assert first.of(CAPTION, CAPTION.place, lambda: found_at(4, "a.md")) == found_at(4, "a.md")
    kept = KeptFindings(first.packed())
    assert kept.of(CAPTION, CAPTION.place, refuse) == found_at(4, "a.md")
    for other in (
        replace(CAPTION, passages=("a b d",)),
        replace(CAPTION, counts=(3,)),
        replace(CAPTION, expansions={"EU": "European Union"}),
        replace(CAPTION, report_title="Another report"),
        replace(CAPTION, rules=replace(RULES, never_print=("quay",))),
    ):
        assert kept.of(other, CAPTION.place, list) == []


def test_lines_follow_the_words_of_a_caption() -> None:
    first = KeptFindings()
    first.of(CAPTION, CAPTION.place, lambda: found_at(4, "a.md"))
    moved = replace(CAPTION, words=replace(WORDS, place=Place("a.md", 9)))
    assert KeptFindings(first.packed()).of(moved, moved.place, refuse) == found_at(9, "a.md")


def test_a_kind_of_value_that_is_not_known_is_not_passed_over() -> None:
    @dataclass
    class Subject:
        value: object

    with pytest.raises(TypeError, match="what a object says"):
        KeptFindings().of(Subject(object()), DRAWN.place, list)


def test_another_program_checks_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = KeptFindings()
    first.of(WORDING, DRAWN.place, lambda: found_at(12))
    monkeypatch.setattr(kept_findings, "program_state", lambda: "another")
    assert KeptFindings(first.packed()).of(WORDING, DRAWN.place, lambda: found_at(12)) == found_at(12)
    content = first.packed().replace(b"another", b"other")
    assert KeptFindings(content).of(WORDING, DRAWN.place, lambda: found_at(13)) == found_at(13)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: [],
        lambda value: {**value, "found": None},
        lambda value: {**value, "found": {key: [["no-such-code", "a", "b", 1]] for key in value["found"]}},
        lambda value: {**value, "found": {key: [["relative-date", "a", "b", "1"]] for key in value["found"]}},
        lambda value: {**value, "found": {key: [["relative-date", "a"]] for key in value["found"]}},
        lambda value: {**value, "found": dict.fromkeys(value["found"], "ab")},
    ],
)
def test_what_is_no_record_of_findings_counts_as_none(spoil: Callable[[dict[str, object]], object]) -> None:
    first = KeptFindings()
    first.of(WORDING, DRAWN.place, lambda: found_at(12))
    content = json.dumps(spoil(json.loads(first.packed()))).encode()
    assert KeptFindings(content).of(WORDING, DRAWN.place, lambda: found_at(13)) == found_at(13)
    assert KeptFindings(b"\xff").of(WORDING, DRAWN.place, lambda: found_at(13)) == found_at(13)


def test_only_what_was_used_is_kept() -> None:
    kept = kept_after(lambda: found_at(12))
    assert kept.has_changed
    kept.of(replace(WORDING, text="Other words."), DRAWN.place, list)
    assert list(json.loads(kept.packed())["found"].values()) == [[]]


def test_what_is_not_looked_for_is_kept_too_if_only_a_part_is() -> None:
    whole = KeptFindings()
    whole.of(WORDING, DRAWN.place, lambda: found_at(12))
    part = KeptFindings(whole.packed, is_part=True)
    part.of(CAPTION, CAPTION.place, lambda: found_at(4, "a.md"))
    assert part.has_changed
    both = KeptFindings(part.packed(), is_part=True)
    assert both.of(WORDING, DRAWN.place, refuse) == found_at(12)
    assert both.of(CAPTION, CAPTION.place, refuse) == found_at(4, "a.md")
    assert not both.has_changed


def test_nothing_is_read_before_something_is_looked_for() -> None:
    def read() -> bytes:
        raise AssertionError

    assert not KeptFindings(read, is_part=True).has_changed


def test_what_two_functions_find_for_one_subject_is_told_apart() -> None:
    kept = KeptFindings()
    assert kept.of(WORDING, DRAWN.place, lambda: found_at(12)) == found_at(12)
    assert kept.of(WORDING, DRAWN.place, lambda: found_at(13), "another") == found_at(13)
    again = KeptFindings(kept.packed())
    assert again.of(WORDING, DRAWN.place, refuse, "another") == found_at(13)
    assert again.of(WORDING, DRAWN.place, refuse) == found_at(12)

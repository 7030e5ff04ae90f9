"""What holds for all finders: passages that are there, certainties that mean something, results that stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.drawing import JUDGED, on_other_reports
from bench.judging import wanted_from
from briefs.candidates.finders import FINDERS
from briefs.candidates.found import Found, FoundPassage, Material
from briefs.candidates.rule_words import FOLDER
from briefs.model.typesetting import clean
from tests.candidates.builders import headed

TOLD = (
    "The Fund for Port Works (FPW), established in 2009, is a body of States.",
    "It was described as slow.",
    "The word “quota” was debated. Some welcomed it. Others found it vague.",
    "On the one hand, quays cost $12 million. On the other hand, they may benefit islands.",
    "A “lifeline port” is a port on which an island depends. There is a risk of floods.",
)
UNRELATED = ("Gulls sleep at night.", "Nobody saw the moon.", "Tea was served to all.", "The sea was calm and grey.")


def shown(found: Found) -> tuple[str, str, float]:
    return found.kind, found.passage.words, found.certainty


@pytest.mark.parametrize("folder", sorted(JUDGED.iterdir()), ids=lambda folder: folder.name)
def test_all_words_of_passages_are_in_the_clean_text_of_their_leaves(folder: Path) -> None:
    report, language, _ = wanted_from(folder)
    notes = report.note_numbers()
    for find in FINDERS.values():
        for one in find(Material(report, language)):
            for passage in (one.passage, *one.fields.values()):
                if isinstance(passage, FoundPassage):
                    assert passage.words in clean(passage.leaf.text, notes)
            assert 0 < one.certainty <= 1


def test_of_the_candidates_that_are_sure_at_least_four_in_five_are_wanted() -> None:
    results = on_other_reports()
    sure, right = (sum(getattr(one, name) for one in results.values()) for name in ("sure", "sure_and_right"))
    found, blocks = (sum(getattr(one, name) for one in results.values()) for name in ("found", "blocks"))
    assert sure >= 40
    assert right >= 0.8 * sure
    assert found >= 0.8 * blocks


@pytest.mark.parametrize("language", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_the_words_of_every_language_can_be_used_by_every_finder(language: str) -> None:
    report = headed("# One\n\nNothing is told here.\n")
    assert [one for find in FINDERS.values() for one in find(Material(report, language))] == []


@settings(max_examples=30)
@given(st.lists(st.sampled_from(UNRELATED), max_size=4), st.integers(0, len(TOLD)))
def test_unrelated_paragraphs_change_nothing(added: list[str], at: int) -> None:
    paragraphs = [TOLD[0] + " " + TOLD[1], *TOLD[2:]]
    alone = headed("# One\n\n" + "\n\n".join(paragraphs) + "\n")
    more = headed("# One\n\n" + "\n\n".join([*paragraphs[:at], *added, *paragraphs[at:]]) + "\n")
    for find in FINDERS.values():
        assert list(map(shown, find(Material(alone, "en")))) == list(map(shown, find(Material(more, "en"))))

"""What shows who spoke is found, and bodies, offices and groups are not taken for somebody."""

from __future__ import annotations

import pytest

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.model.lexicon import People
from briefs.model.participant import Participant
from briefs.text.speakers import SpeakerPatterns, folded, people_shown, speaker_patterns

LEXICON = lexicon_for("en")
assert LEXICON is not None
ENGLISH = LEXICON.people
LISTED = (
    Participant(("Most", "Juan", "José"), "PEÑA", "Harbour Master", ("Pilots' Guild", "PG")),
    Participant(("Ann",), "QUILL", "Counsellor, Fishing", ("Sweden",)),
)
FOUND = speaker_patterns(("PEÑA", "Peña", "Quill"), LISTED, ENGLISH)
assert FOUND is not None


def shown(text: str, patterns: SpeakerPatterns = FOUND) -> dict[str, str]:
    """What `text` shows, by the words that show it."""
    return {text[one.start : one.end]: one.by for one in people_shown(text, patterns)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("as Pena told us", "Pena"),
        ("as PEÑA told us", "PEÑA"),
        ("Juan José was there", "Juan José"),
        ("thanks to Ambassador Ann", "Ambassador Ann"),
        ("and Ann thought so", "Ann"),
        ("A. Q. said so", "A. Q."),
    ],
)
def test_a_name_is_found(text: str, words: str) -> None:
    assert shown(text)[words] == "name"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An agency chief said that it had failed", "An agency chief"),
        ("official of the PG complained", "official of the PG"),
        ("the Swiss delegate", "the Swiss delegate"),
        ("one participant from the Pilots’ Guild", "one participant from the Pilots’ Guild"),
        ("according to the PG", "according to the PG"),
        ("suggested by a PG representative", "suggested by a PG representative"),
        ("in the view of Sweden", "in the view of Sweden"),
        ("Sweden’s view", "Sweden’s view"),
        ("the PG, however, argued", "PG"),
        ("one counsellor, it seems, insisted", "one counsellor"),
        ("— a PG official", "— a PG official"),
    ],
)
def test_an_affiliation_beside_a_view_or_a_single_speaker_is_found(text: str, words: str) -> None:
    assert shown(text).get(words) == "affiliation", shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The PG and Sweden are members.",
        "Agency heads said so.",
        "Participants suggested that the head of the PG join.",
        "A representative of the PG could be appointed.",
        "The Special Representative on Migration",
        "Most felt that Ann, a town, lies on the coast.",
        "One participant said so.",
        "Minister Ann Smith opened the meeting.",
        "Quills are feathers; juan and josé are names.",
    ],
)
def test_bodies_groups_and_other_people_show_nobody(text: str) -> None:
    assert shown(text) == {}


def test_without_participants_or_words_of_a_language_only_names_are_found() -> None:
    assert speaker_patterns((), (), ENGLISH) is None
    names_only = speaker_patterns(("Quill",), LISTED, People())
    assert names_only is not None
    assert shown("The PG official Quill said", names_only) == {"Quill": "name"}


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "Peña’s\u00a0ﬁne ß"
    assert folded(text) == "Pena's ﬁne ß"
    assert len(folded(text)) == len(text)

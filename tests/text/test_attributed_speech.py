"""Who says something is found in front of the verb of saying."""

from __future__ import annotations

import pytest

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.text.attributed_speech import Speaker, is_one, speaker_after, speaker_before
from briefs.text.words import words_of

ENGLISH = lexicon_for("en")
assert ENGLISH is not None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("One participant said that it was", Speaker("One participant", "particip", True)),
        ("As one of the keepers bluntly put it,", Speaker("As one of the keepers", "keeper", True)),
        ("A number of keepers said", Speaker("A number of keepers", "keeper", False)),
        ("According to the Harbour Board,", Speaker("the Harbour Board", "board", True)),
        ("The plan was described as", None),
        ("It was said that", None),
        ("The plan is", None),
    ],
)
def test_a_speaker_stands_before_a_quotation(text: str, speaker: Speaker | None) -> None:
    assert ENGLISH is not None
    assert speaker_before(words_of(text), ENGLISH) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (", a keeper said", Speaker("a keeper", "keeper", True)),
        (", said the keepers", Speaker("the keepers", "keeper", False)),
        ("(one minister)", Speaker("one minister", "minist", True)),
        ("(widely)", None),
        ("and keepers agreed, ministers said", None),
    ],
)
def test_a_speaker_stands_behind_a_quotation(text: str, speaker: Speaker | None) -> None:
    assert ENGLISH is not None
    assert speaker_after(words_of(text), ENGLISH) == speaker


def test_one_of_several_is_one() -> None:
    assert ENGLISH is not None
    assert is_one(words_of("one of the keepers"), 3, ENGLISH)
    assert not is_one(words_of("two of the keepers"), 3, ENGLISH)

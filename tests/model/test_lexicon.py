"""The form of lexicons."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from briefs.model.lexicon import Lexicon


def test_words_are_a_list_or_a_text_with_commas() -> None:
    lexicon = Lexicon.model_validate({"language": "en", "free": "also, such as,", "hedges": ["likely"]})
    assert (lexicon.free, lexicon.hedges) == (("also", "such as"), ("likely",))


def test_a_section_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError):
        Lexicon.model_validate({"language": "en", "hedge": "likely"})


def test_steps_of_scales_have_levels_from_one_on() -> None:
    with pytest.raises(ValidationError):
        Lexicon.model_validate({"language": "en", "scales": {"how_many": [{"level": 0, "words": "none"}]}})

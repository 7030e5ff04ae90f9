"""What is wrong with a picture, and what to do about it."""

from __future__ import annotations

from briefs.render.logo.unusable import UnusableLogo


def test_it_says_both() -> None:
    error = UnusableLogo("it is damaged", "save it again")
    assert (str(error), error.message, error.hint) == ("it is damaged", "it is damaged", "save it again")

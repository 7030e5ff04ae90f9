"""Which languages briefs can be in."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.edition import Language
from briefs.model.languages import known_language, known_languages

CAN_BE = "briefs can be in en, with or without a region, such as en-GB"


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-gb", "en-GB"),
        ("EN-us", "en-US"),
        ("en-Latn-IE", "en-Latn-IE"),
        ("en-001", "en-001"),
        ("en-gb-oxendict", "en-GB-oxendict"),
        ("EN-X-House", "en-x-house"),
    ],
)
def test_english_of_every_region_is_known(written: str, tag: str) -> None:
    assert known_language(written) == tag


@pytest.mark.parametrize("tag", ["fr", "fr-FR", "FR", "xx", "de-CH-1996", "zh-Hant-TW", "eng", "und", "ar-Latn"])
def test_a_language_without_words_and_checks_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=r"^there are no words and checks for the language") as caught:
        known_language(tag)
    assert str(caught.value).endswith(f'"{tag}"; {CAN_BE}')


@pytest.mark.parametrize("tag", ["ar", "AR-eg", "he", "fa-IR", "ur", "en-Arab", "az-Arab", "yi-Hebr"])
def test_one_written_from_right_to_left_is_refused_as_such(tag: str) -> None:
    with pytest.raises(ValueError, match="is written from right to left, which briefs cannot be yet") as caught:
        known_language(tag)
    assert CAN_BE in str(caught.value)


def test_english_in_another_script_is_refused() -> None:
    with pytest.raises(ValueError, match=r'^there are no words for "en-Cyrl" in its script'):
        known_language("en-Cyrl")


@pytest.mark.parametrize("tag", ["english", "English", "en_GB", "e" * 99, "e", "en-", "en--GB", "en GB", "ën", "x"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(ValidationError, match=rf'"{tag}" is not a language tag \(BCP 47\) such as en-GB; {CAN_BE}'):
        TypeAdapter(Language).validate_python(tag)


def test_the_message_names_each_language_that_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert known_languages() == ("en",)
    monkeypatch.setattr("briefs.model.languages.known_languages", lambda: ("en", "fr"))
    assert known_language("fr-ch") == "fr-CH"
    with pytest.raises(ValueError, match=r"such as en-GB or fr$"):
        known_language("de")

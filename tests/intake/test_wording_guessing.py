from __future__ import annotations

from briefs.intake.intake_words import intake_words
from briefs.intake.wording_guessing import guess_wording
from tests.intake.reports import received


def found(
    text: str, language: str = "en", strength: dict[str, int] | None = None, dates: tuple[str, ...] = ()
) -> dict[str, object]:
    guesses = guess_wording(received(text), intake_words(language), strength or {}, dates)
    return {guess.field: guess.value if guess.value is not None else guess.proposal for guess in guesses}


def test_phrases_of_the_text_are_named_and_those_the_program_knows_are_not() -> None:
    text = (
        "Participants agreed on this last year. It was widely agreed that the UN and the EU act. Currently they do not."
    )
    assert found(text, strength={"widely agreed": 5}, dates=("last year",)) == {
        "strength": {6: ["participants agreed"]},
        "loose_dates": ["currently"],
        "common_acronyms": ["UN", "EU"],
    }
    assert found(text)["relative_dates"] == ["last year"]


def test_only_whole_words_count() -> None:
    assert found("Unparticipants agreedly; the COUNCIL of the UNESCO met.") == {}


def test_a_phrase_into_which_a_known_one_runs_is_another_one() -> None:
    known = {"most": 5}
    assert "strength" not in found("Most participants agreed that wells are deep.", strength=known)
    both = found("Most participants agreed on wells. Participants agreed on pumps.", strength=known)
    assert both["strength"] == {6: ["participants agreed"]}


def test_a_longer_date_stands_for_the_one_in_it() -> None:
    assert found("in recent years")["relative_dates"] == ["in recent years"]


def test_languages_without_a_scale_bring_their_own_words() -> None:
    strength = found("La majorité des participants y est favorable.", "fr")["strength"]
    assert strength == {4: ["la majorité"]}
    assert found("大多数与会者去年一致同意。", "zh") == {
        "strength": {7: ["一致同意"], 4: ["大多数", "多数"]},
        "relative_dates": ["去年"],
    }

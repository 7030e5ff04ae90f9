"""The sentence under every title, proved against the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.wording_length import LONGEST_ABOUT
from briefs.model.inline import inline_text
from tests.builders import ABOUT, HINTS, write_project
from tests.projects import built, inputs_of, problems, run

LINE = HINTS.count("\n", 0, HINTS.index("about:")) + 1


def about(tmp_path: Path, text: str, anchor: str = "Some keepers asked whether … tides & currents") -> list[str]:
    """What is wrong with a project that has this sentence."""
    sentence = f"about:\n  text: {text}\n  anchor: {anchor}\n"
    return problems(write_project(tmp_path, hints=HINTS.replace(ABOUT, sentence)))


def test_the_sentence_is_drawn_with_the_passages_that_it_rests_on(tmp_path: Path) -> None:
    drawn = inputs_of(write_project(tmp_path)).library.about
    assert drawn is not None
    assert [extract.text for extract in drawn.extracts["anchor"]] == [
        "Some keepers asked whether the board should publish the tides & currents"
    ]
    assert (str(drawn.place), str(drawn.place_of("text"))) == (
        f"seeds/harbour/report.yaml:{LINE}",
        f"seeds/harbour/report.yaml:{LINE + 1}",
    )


def test_without_the_sentence_briefs_name_the_report(tmp_path: Path) -> None:
    root = write_project(tmp_path, hints=HINTS.replace(ABOUT, ""))
    assert problems(root) == [
        "seeds/harbour/report.yaml: warning: briefs name the report that they summarize, and no more: there is no "
        "`about` [about-missing]\n"
        "  hint: add about: {text: …, anchor: …}: one sentence on what the report is and whose, when it was "
        "made, and how, with the words of the report that say so"
    ]
    (brief,) = built(root, "clerks", formats=("html",)).briefs
    assert inline_text(brief.document.furniture.about) == (
        "Summarizes The Harbour Study. Later developments are not covered."
    )


@pytest.mark.parametrize(
    ("hints", "said"),
    [
        (HINTS.replace(ABOUT, "as_at: Of May.\n"), "no `about`, and `as_at` is not printed any more [about-missing]"),
        (f"{HINTS}as_at: Of May.\n", 'the field "as_at" is now called "about", which is there [field-renamed]'),
    ],
)
def test_its_former_name_is_a_warning(tmp_path: Path, hints: str, said: str) -> None:
    (found,) = problems(write_project(tmp_path, hints=hints))
    assert said in found
    assert f"report.yaml:{hints[: hints.index('as_at')].count(chr(10)) + 1}: warning" in found


@pytest.mark.parametrize("sentence", ["about: {text: What keepers asked.}\n", "about: {anchor: Some keepers asked}\n"])
def test_it_needs_words_and_an_anchor(tmp_path: Path, sentence: str) -> None:
    (found,) = problems(write_project(tmp_path, hints=HINTS.replace(ABOUT, sentence)))
    missing = "anchor" if "text" in sentence else "text"
    assert f'seeds/harbour/report.yaml:{LINE}: error: required field "{missing}" is missing [field-missing]' in found


def test_an_anchor_that_the_report_lacks_is_named(tmp_path: Path) -> None:
    (found,) = about(
        tmp_path, "What keepers asked.", "[Some keepers asked whether … tides & currents, Some keepers sang all night]"
    )
    assert found.startswith(
        f'seeds/harbour/report.yaml:{LINE + 2}: error: anchor of "about" matches nothing in the report '
        "[anchor-not-found]"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What 43 keepers asked.", 'text of "about" says 43, but its passage does not [number-untraced]'),
        (
            "What some keepers asked in Geneva.",
            'text of "about" has the name "Geneva", which is not in its passage [name-untraced]',
        ),
        (
            "What all keepers asked.",
            'text of "about" says "all keepers", but its passage says "Some keepers": '
            "“Some keepers asked whether the board should publish the tides & currents” [strength-upgraded]",
        ),
        (
            f"What some keepers {'asked ' * LONGEST_ABOUT}.",
            'text of "about" has 43 words; this sentence may have at most 40 [short-too-long]',
        ),
    ],
)
def test_its_words_are_checked_as_those_of_blocks_are(tmp_path: Path, text: str, said: str) -> None:
    (found,) = about(tmp_path, text)
    assert found.splitlines()[0] == f"seeds/harbour/report.yaml:{LINE + 1}: error: {said}"


def test_every_format_prints_it_and_that_later_developments_are_not_covered(tmp_path: Path) -> None:
    root = write_project(
        tmp_path, hints=HINTS.replace("what some keepers asked the board.", "what some *keepers* asked the board")
    )
    furniture = built(root, "clerks", formats=("html",)).briefs[0].document.furniture
    html = built(root, "clerks", formats=("html",)).briefs[0].renditions[0].content.decode()
    assert furniture.logo is None
    assert '<p class="about">Summarizes what some <em>keepers</em> asked the board. Later' in html
    assert "Later developments are not covered.</p>" in html


def test_the_command_line_shows_it_with_its_passage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_project(tmp_path), "show", "about") == 0
    assert capsys.readouterr().out == (
        f"about (about)   seeds/harbour/report.yaml:{LINE}\n"
        "  text: Summarizes what some keepers asked the board.\n"
        "  source: “Some keepers asked whether the board should publish the tides & currents”\n"
        "    I ¶ 3 (line 7)\n"
    )


def test_it_may_name_the_report_and_who_issued_it(tmp_path: Path) -> None:
    assert about(tmp_path, "Summarizes *The Harbour Study* of the Harbour Board, on what some keepers asked.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What some keepers asked. What the board said.", "`about` has 2 sentences"),
        ("What did some keepers ask?", "`about` is a question"),
    ],
)
def test_it_is_one_statement(tmp_path: Path, text: str, said: str) -> None:
    (found,) = about(tmp_path, text)
    assert found.startswith(f"seeds/harbour/report.yaml:{LINE + 1}: error: {said} [field-invalid]\n  hint: ")


def test_the_command_line_fails_if_it_is_missing_or_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(write_project(tmp_path / "a", hints=HINTS.replace(ABOUT, "")), "show", "about") == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "there is no `about` [about-missing]" in shown.err
    wrong = HINTS.replace("Some keepers asked whether … tides & currents", "Some keepers sang all night")
    assert run(write_project(tmp_path / "b", hints=wrong), "show", "about") == 1
    assert 'anchor of "about" matches nothing in the report [anchor-not-found]' in capsys.readouterr().err

"""Headings that lean on the text before them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.check.leaning_headings import leaning_word
from briefs.model.document import Document
from briefs.model.grammar import ENGLISH
from tests.check.builders import brief, wrong_brief
from tests.render.builders import paragraph, unit


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("Where they did not", "they"),
        ("What this does not mean", "this"),
        ("What this means", "this"),
        ("Why these matter", "these"),
        ("How sure is this?", "this"),
        ("How participants saw this", "this"),
        ("What that would cost", "that"),
        ("These", "These"),
        ("It", "It"),
        ("What it could mean for voters", "it"),
        ("Those who would not", "Those"),
        ("Their views", "Their"),
        ("Its purpose", "Its"),
        ("The former and the latter", "former"),
        ("How these differ", "these"),
        ("IT IS THEIRS", "IT"),
        ("How it works: and why", "it"),
    ],
)
def test_a_word_that_stands_for_something_named_before_is_found(heading: str, word: str) -> None:
    assert leaning_word(heading, ENGLISH) == word


@pytest.mark.parametrize(
    "heading",
    [
        "What this report says",
        "Why this process matters",
        "What these questions are about",
        "Six principles that participants agreed were still valid",
        "Questions that are open",
        "That States must act",
        "Terms and how participants took them",
        "Where States agreed and where they did not",
        "The International Catholic Migration Commission invites ministers to",
        "Why it is time to act",
        "Is it time to act?",
        "“What is it?” and other questions",
        "Questions you may wish to ask",
        "What is asked of missions",
        "IT systems",
        "IT and migration",
        "What it takes",
        "Those who move",
        "It takes two",
        "How it works: the Forum",
        "Before it is too late",
        "Do it yourself",
        "What it costs to do nothing",
        "In their own words",
        "Participants and their views",
        "The former Forum",
    ],
)
def test_a_heading_that_is_understood_by_itself_is_not(heading: str) -> None:
    assert leaning_word(heading, ENGLISH) == ""


def headed(heading: str, line: int = 7, language: str = "en-GB") -> Document:
    made = brief(paragraph("Keepers wait.", unit("u1")), heading=heading)
    properties = replace(made.properties, language=language)
    return replace(made, sections=(replace(made.sections[0], line=line),), properties=properties)


def test_a_heading_that_leans_is_reported_at_its_line() -> None:
    assert wrong_brief(headed("Where they did not")) == (
        'templates/captains.md:7: warning: the heading "Where they did not" leans on the text before it: '
        '"they" stands for something named there [heading-leans]\n'
        "  hint: name it in the heading"
    )


def test_headings_that_the_program_adds_and_those_in_other_languages_are_not_checked() -> None:
    assert wrong_brief(headed("Where they did not", line=0)) == ""
    assert wrong_brief(headed("Where they did not", language="fr")) == ""

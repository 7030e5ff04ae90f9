"""The words by which reports say what they are, by language: `briefs/intake/words/<language>.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import ConfigDict, Field

from briefs.model.block_fields import Model
from briefs.model.lexicon import Words

FOLDER = Path(__file__).parent / "words"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Words are texts: "on" is no truth value."""


class IntakeWords(Model):
    """The words of one `language`, named by its tag without a region; all in lower case.

    `published_by` stands before whoever issued a report, `prepared_by` before whoever made it, perhaps for others,
    `written_by` before people. `bodies` are words in the names of bodies that issue reports, where the language puts
    them: `bodies_are` last in a name, or first, or in compounds, or names are written together. No word `in_no_name` is
    in any, and a line with a word of `documents` is a title. `kinds_of_report` stand on title pages but are no titles;
    `furniture` begins other lines there that are none. `participants` are headings, `columns` the names of columns of a
    list of participants by what they hold; `courtesies` stand before names, `joining_names` between two. A sentence
    that says what the report is begins with a phrase of `says_what_it_is`, and one of the `telling` words follows.
    `relative_dates` mean nothing to a later reader; `loose_dates` are as relative, but briefs may need them. `strength`
    are phrases for how many held a view, from 7 (all) to 1 (one). `acronyms` are those that every reader knows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str = ""
    published_by: Words = ()
    prepared_by: Words = ()
    written_by: Words = ()
    bodies: Words = ()
    bodies_are: Literal["last", "first", "in compounds", "written together"] = "last"
    documents: Words = ()
    in_no_name: Words = ()
    kinds_of_report: Words = ()
    furniture: Words = ()
    participants: Words = ()
    columns: dict[str, Words] = Field(default_factory=dict)
    courtesies: Words = ()
    joining_names: Words = ()
    says_what_it_is: Words = ()
    telling: Words = ()
    relative_dates: Words = ()
    loose_dates: Words = ()
    strength: dict[int, Words] = Field(default_factory=dict)
    acronyms: Words = ()


class FunctionWords(Model):
    """By which words and letters a text is known to be in a language of this `script`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    script: str
    words: Words = ()
    letters: str = ""


@cache
def intake_words(language: str) -> IntakeWords:
    """The words of the language with this BCP 47 tag; without any, if they are not known."""
    primary = language.partition("-")[0].lower()
    path = FOLDER / f"{primary}.yaml"
    read = _read(path) if primary.isalpha() and path.is_file() else {}
    return IntakeWords.model_validate({**read, "language": primary})


@cache
def function_words() -> Mapping[str, FunctionWords]:
    """What languages are known by, by their BCP 47 tags."""
    read = _read(FOLDER / "function_words.yaml")
    return {language: FunctionWords.model_validate(value) for language, value in read.items()}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), _LOADER)

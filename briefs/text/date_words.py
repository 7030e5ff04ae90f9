"""The words in which languages write dates: `date_words.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from briefs.model.block_fields import Model

_FILE = Path(__file__).with_suffix(".yaml")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Words are texts: "on" is no truth value."""


class DateWords(Model):
    """The words of one language, in lower case; none if the language is not known.

    `months` are the names of the twelve and `short` their abbreviations without full stops, those of one month with |
    between them. `joining` may stand between the parts of a date, `ranging` between two days or dates, and `ordinals`
    behind a day.
    """

    months: tuple[str, ...] = Field(default=(), max_length=12)
    short: tuple[str, ...] = Field(default=(), max_length=12)
    joining: tuple[str, ...] = ()
    ranging: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()

    def names(self, after_short: str = "") -> list[tuple[str, ...]]:
        """The names of each month, in order, with `after_short` behind those that are abbreviations."""
        short = self.short or ("",) * len(self.months)
        return [
            (*names.split("|"), *(f"{one}{after_short}" for one in abbreviations.split("|") if one))
            for names, abbreviations in zip(self.months, short, strict=True)
        ]


def date_words(language: str) -> DateWords:
    """The words of the language with this BCP 47 tag."""
    return _all().get(language.partition("-")[0].lower(), DateWords())


@cache
def _all() -> dict[str, DateWords]:
    read = yaml.load(_FILE.read_text(encoding="utf-8"), _LOADER)
    return {language: DateWords.model_validate(words) for language, words in read.items()}

"""What shows that the report does not say something: words that are looked for, where, and what may be found."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from briefs.model.block_fields import Model, Text


def _quoted(text: str) -> str:
    return f'"{text}"'


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
"""One text, or a list of them."""


class Search(Model):
    """A search that finds nothing in the report: neither one of the words `for`, in any of their forms, nor a number
    if it is for `numbers`.

    Words and numbers only count in a sentence that has one of the words `with`, if there are any, and in the place that
    `in` names. `except` are phrases of the report that somebody has read, and that say something else. `says` are the
    words with which a brief says what is absent; without them, it says one of the words `for`.
    """

    for_: Texts = Field(default=(), alias="for", description="words that the report does not have")
    numbers: bool = Field(default=False, description="whether numbers are looked for")
    with_: Texts = Field(default=(), alias="with", description="only in sentences with one of these words")
    scope: Text | None = Field(default=None, alias="in", description="address of the place that is searched")
    except_: Texts = Field(default=(), alias="except", description="phrases of the report that say something else")
    says: Text | None = Field(default=None, description="the words of the wording that this search shows")

    @model_validator(mode="after")
    def _has_something_to_look_for(self) -> Search:
        if not self.for_ and not self.numbers:
            raise ValueError("it looks for nothing: give words, as in {for: [price]}, or numbers: true")
        if not self.for_ and self.says is None:
            raise ValueError("it looks for numbers only: add how the wording calls them, as in says: figures")
        return self

    def __str__(self) -> str:
        """What is looked for, and where: `"price", numbers in sentences with "cost" in VI, except "cost of living"`."""
        looked_for = ", ".join((*map(_quoted, self.for_), *(("numbers",) if self.numbers else ())))
        sentences = f" in sentences with {' or '.join(map(_quoted, self.with_))}" if self.with_ else ""
        place = f" in {self.scope}" if self.scope else ""
        but = f", except {', '.join(map(_quoted, self.except_))}" if self.except_ else ""
        return f"{looked_for}{sentences}{place}{but}"

    @property
    def words(self) -> tuple[str, ...]:
        """All words that a brief may say although the passage lacks them."""
        return (*self.for_, *self.with_, *filter(None, (self.says,)))


def _searches(value: object) -> object:
    return [value] if isinstance(value, dict | Search) else value


Searches = Annotated[
    tuple[Search, ...], BeforeValidator(_searches, json_schema_input_type=Search | list[Search]), Field(min_length=1)
]
"""One search, or a list of them."""

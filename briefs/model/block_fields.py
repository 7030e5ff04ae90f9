"""The fields of blocks: ids and texts, the anchors that point into the report, wording that rests on them."""

from __future__ import annotations

import datetime
import json
import os
import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from briefs.model.block_ids import BLOCK_ID
from briefs.model.limits import LONGEST_VALUE, LONGEST_WORD
from briefs.model.mistakes import Mistake
from briefs.model.typesetting import unprintable
from briefs.model.unwieldy_text import long_word
from briefs.model.written_dates import possible_dates

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Plugins of pydantic could change what is accepted, and looking for them reads the metadata of all libraries."""


def _id(value: object) -> object:
    if value is None:
        return value  # the field is empty, which is said of every field in the same words
    text = str(value).strip()
    if isinstance(value, dict | list) or not BLOCK_ID.match(text):
        meant = re.sub(r"[^a-z0-9_-]*\.[^a-z0-9_-]*", ".", re.sub(r"[^a-z0-9._-]+", "-", text.lower())).strip(".-_")
        rule = "use small letters and numbers in words joined by dots, such as ben.states"
        is_likely = BLOCK_ID.match(meant) and not isinstance(value, dict | list)
        raise Mistake(f'"{text}" is not an id', rule, meant if is_likely else "")
    return value


BlockId: TypeAlias = Annotated[
    str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": BLOCK_ID.pattern})
]
"""A stable, dotted, lower-case id such as `ben.states` or `es.16.2.4`."""


def _printable(text: str) -> str:
    if found := unprintable(text):
        raise ValueError(f"the character U+{ord(found):04X} cannot be printed")
    if len(text) > LONGEST_VALUE:
        raise ValueError(f"it has more than {LONGEST_VALUE:,} characters, which no brief prints in one piece")
    if long_word(text) is not None:
        raise ValueError(f"a word in it has more than {LONGEST_WORD:,} characters without a space")
    return text


Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_printable)]
"""Words that can be printed; not empty, and not without end."""


def _sort_date(value: str) -> str:
    """A year, a month of a year, or a day, in digits, or "undated": any other text would be sorted by its letters."""
    if value == "undated":
        return value
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10] if re.fullmatch(_SORT_DATE, value) else "")
    except ValueError:
        message = f'"{value}" is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD, and not undated'
        if not (dates := possible_dates(value)):
            raise Mistake(message, "write the year first and the month in digits, as in 2026-05 for May 2026") from None
        hint = f"write, unless it is {dates[1].isoformat()}," if len(dates) > 1 else "write"
        raise Mistake(message, hint, dates[0].isoformat()) from None
    return value


_SORT_DATE = r"[0-9]{4}(-[0-9]{2}){0,2}"
SortDate: TypeAlias = Annotated[Text, AfterValidator(_sort_date)]
"""When something is, as precisely as is known; it sorts as text."""


class Model(BaseModel):
    """The base of everything that is written by hand: immutable, and without unknown fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        str_strip_whitespace=True,
        defer_build=True,  # most models are only validated as parts of a block, which builds what it needs
    )


class Anchor(Model):
    """Words by which a block points into the report: `"first words … last words"`, or the whole wording.

    `scope` (written `in:`) is the address of a place where wording recurs: a section, an item, `displays`.
    """

    text: Text
    scope: str | None = Field(default=None, alias="in", description="address of the place where the words are")

    @property
    def source(self) -> str:
        """The anchor as it is written in YAML, on one line (YAML 1.2, 7.3.1 and 7.4.2)."""
        text = json.dumps(" ".join(self.text.split()), ensure_ascii=False)
        return text if self.scope is None else f"{{text: {text}, in: {json.dumps(self.scope, ensure_ascii=False)}}}"


def _anchor_list(value: object) -> object:
    """One anchor or a list of them, each a string or `{text, in}`."""
    if value is None or value == []:
        raise Mistake("it is empty", "write the first and last words of the passage, with … between them")
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(v, str | dict | Anchor) for v in values):
        wrong = next(v for v in values if not isinstance(v, str | dict | Anchor))
        meant = f'"{wrong}"' if isinstance(wrong, int) and wrong is value else ""
        raise Mistake("an anchor is a text in quotes, or {text: …, in: …}", "write" if meant else "", meant)
    return [{"text": v} if isinstance(v, str) else v for v in values]


Anchors: TypeAlias = Annotated[
    tuple[Anchor, ...],
    BeforeValidator(_anchor_list, json_schema_input_type=str | Anchor | list[str | Anchor]),
    Field(min_length=1),
]
"""One or more anchors: each a text, or `{text: …, in: …}`."""


class Form(Model):
    """Wording written by hand, and the anchors that it rests on (if none, those of its block or passage)."""

    text: Text
    anchor: Anchors | None = None


class ProvedForm(Form):
    """Wording written by hand that has no block or passage to inherit anchors from: it names its own."""

    anchor: Anchors = Field(description="where the report says so")


class Portion(Form):
    """Wording about some of a group's participants; like the group's, `count` is checked against the annex."""

    affiliations: tuple[Text, ...] = Field(min_length=1, description="their affiliations; the group has them too")
    count: int = Field(ge=1)


def _form(value: object) -> object:
    if not isinstance(value, str | dict | Form):
        meant = f'"{value}"' if isinstance(value, int) else ""
        raise Mistake("wording is a text in quotes, or {text: …, anchor: …}", "write" if meant else "", meant)
    return {"text": value} if isinstance(value, str) else value


EditedForm: TypeAlias = Annotated[Form, BeforeValidator(_form, json_schema_input_type=str | Form)]
"""A form: a text, or `{text: …, anchor: …}`."""


class Passage(Model):
    """A part of a block with its own anchors, such as one side of a contradiction; printed `short`, else verbatim."""

    anchor: Anchors
    short: EditedForm | None = None

"""Blocks as templates print them: every printed field says which block and field it came from.

What a template prints of a block arrives in the HTML as `<span data-form="ben.states/short">…</span>`. So whoever reads
that HTML knows what each paragraph, item and row was made from, and authors of templates need not say it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from markupsafe import escape

from briefs.compose.looks.emphasis import marked_inlines, marked_up
from briefs.model.block import BlockBase, Figure
from briefs.model.block_fields import Form, Passage, Portion
from briefs.model.document import FormRef, Weight
from briefs.model.inline import inline_text
from briefs.model.library import Drawn

FORMS = ("text", "verbatim", "short", "ask")

NEVER_PRINTED = frozenset(
    {"anchor", "kind", "note", "says_more", "absent", "caveat", "display", "audiences", "conflict", "with_", "of"}
)
"""Fields of blocks that are never printed: they are for editors and for tracing."""


def printed_fields(kind: type[BlockBase]) -> frozenset[str]:
    """The names that a template can ask for in a block of the class `kind`."""
    return frozenset({*kind.model_fields, *FORMS} - NEVER_PRINTED)


class PrintedForm(str):
    """The characters of one form of a block. In HTML they carry the names of the block and the field."""

    form: FormRef
    weight: Weight

    def __new__(cls, text: str, form: FormRef, weight: Weight = "could") -> PrintedForm:
        self = super().__new__(cls, text)
        self.form, self.weight = form, weight
        return self

    @property
    def plain(self) -> str:
        """The characters alone, for attributes."""
        return inline_text(marked_inlines(str(self)))

    def __html__(self) -> str:
        return f'<span data-form="{escape(str(self.form))}">{marked_up(str(self))}</span>'


class PrintedPortion(PrintedForm):
    """The wording about some of a group's participants; `persons` is their number."""

    persons: int


class PrintedPassage:
    """A passage of a block: printed in its short form, or verbatim if it has none.

    `weight` is the weight of this use of the block. With `shortened`, `verbatim` gives the short form if there is one.
    """

    def __init__(
        self, drawn: Drawn, field: str, passage: Passage, weight: Weight = "could", shortened: bool = False
    ) -> None:
        self._drawn, self._field, self._passage, self.weight = drawn, field, passage, weight
        self._shortened = shortened

    @property
    def short(self) -> PrintedForm | None:
        """The short form, if there is one."""
        form = self._passage.short
        return PrintedForm(form.text, FormRef(self._drawn.id, f"{self._field}.short"), self.weight) if form else None

    @property
    def verbatim(self) -> PrintedForm:
        """The report's own words."""
        if self._shortened and (short := self.short) is not None:
            return short
        return PrintedForm(self._drawn.verbatim(self._field), FormRef(self._drawn.id, self._field), self.weight)

    def __html__(self) -> str:
        return (self.short or self.verbatim).__html__()

    def __str__(self) -> str:
        return str(self.short or self.verbatim)


class Unfilled:
    """A field of a block that is not filled in: false, so that a template can ask whether it is.

    Whoever prints it, or asks for one of its forms, gets the exception that `missing` returns.
    """

    def __init__(self, missing: Callable[[], Exception]) -> None:
        self._missing = missing

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> NoReturn:
        raise self._missing()

    def __html__(self) -> NoReturn:
        raise self._missing()

    def __getattr__(self, name: str) -> NoReturn:
        raise AttributeError(name) if name.startswith("_") else self._missing()


class PrintedBlock:
    """A block as templates print it: its fields by name, and `text` for its short form (or verbatim if it has none).

    A field that its kind does not have, or that is never printed, raises AttributeError, which Jinja reports as
    undefined; one that is not filled in is `Unfilled`. If the block does not have what is to be printed, the exception
    that `missing(block, form)` returns is raised. `weight` is the weight of this use of the block. With `shortened`,
    `verbatim` gives the short form if there is one. `parts` are the blocks that a figure is drawn from; other blocks
    have none.
    """

    def __init__(
        self,
        drawn: Drawn,
        missing: Callable[[Drawn, str], Exception],
        weight: Weight = "could",
        shortened: bool = False,
        parts: tuple[PrintedBlock, ...] = (),
    ) -> None:
        self._drawn, self._missing, self.weight, self._shortened = drawn, missing, weight, shortened
        self._parts = parts

    @property
    def parts(self) -> tuple[PrintedBlock, ...]:
        """The blocks that a figure is drawn from."""
        if not isinstance(self._drawn.block, Figure):
            raise AttributeError("parts")
        return self._parts

    @property
    def id(self) -> str:
        """The id of the block."""
        return self._drawn.id

    @property
    def kind(self) -> str:
        """The kind of the block."""
        return self._drawn.block.kind

    @property
    def verbatim(self) -> PrintedForm:
        """The report's own words."""
        if self._shortened and self._drawn.block.short is not None:
            return self.text
        return self._form(self._drawn.verbatim(), "verbatim")

    @property
    def text(self) -> PrintedForm:
        """The short form, or the report's own words if there is none."""
        form = self._drawn.block.short
        return self._form(form.text, "short") if form else self.verbatim

    def form(self, name: str) -> PrintedForm:
        """The form `name`: text, verbatim, short or ask."""
        if name == "text":
            return self.text
        if name == "verbatim":
            return self.verbatim
        form = getattr(self._drawn.block, name, None) if name in ("short", "ask") else None
        if form is None:
            raise self._missing(self._drawn, name)
        return self._form(form.text, name)

    def _form(self, text: str, field: str) -> PrintedForm:
        return PrintedForm(text, FormRef(self.id, field), self.weight)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in printed_fields(type(self._drawn.block)):
            raise AttributeError(name)
        value = getattr(self._drawn.block, name)
        match value:
            case Portion():
                portion = PrintedPortion(value.text, FormRef(self.id, name), self.weight)
                portion.persons = value.count
                return portion
            case Form():
                return self._form(value.text, name)
            case Passage():
                return PrintedPassage(self._drawn, name, value, self.weight, self._shortened)
            case str():
                return self._form(value, name)
            case None:
                return Unfilled(lambda: self._missing(self._drawn, name))
            case _:
                return value

    def __html__(self) -> str:
        return self.text.__html__()

    def __str__(self) -> str:
        return str(self.text)

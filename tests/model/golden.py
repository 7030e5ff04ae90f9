"""The kept edition that must stay readable, and the list of what kept editions of this version hold.

    python -m tests.model.golden

writes both anew. Do this only as long as nobody has kept an edition of this version: else raise `VERSION`.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefs.model.archive import VERSION, kept_edition
from briefs.model.document import Document
from briefs.model.figure import Bar
from tests.model.archived_types import archived_types, described

HERE = Path(__file__).parent
EDITION = HERE / f"kept-edition-v{VERSION}.json.gz"
FIELDS = HERE / f"kept-edition-v{VERSION}-fields.json"
REPORT = "harbour"


def golden_document() -> Document:
    """A Document with every kind of element, in which no field has its default; always the same."""
    made: Document = _Maker().value(Document, "Document")
    return made


def archived_fields() -> dict[str, dict[str, str]]:
    """Every element that a kept edition can hold, with its fields and their types."""
    return {
        kind.__name__: {name: described(annotation) for name, annotation in fields.items()}
        for kind, fields in sorted(archived_types().items(), key=lambda item: item[0].__name__)
    }


class _Maker:
    """Makes a value of a type. Numbers run on, texts say where they stand."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.within: list[type] = []
        self.turns: defaultdict[Any, Iterator[int]] = defaultdict(count)

    def value(self, annotation: Any, name: str, default: Any = dataclasses.MISSING) -> Any:
        """A value of the type `annotation` other than `default`; `name` says where it stands."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, types.UnionType):
            kinds = [one for one in arguments if one is not types.NoneType]
            return self.value(kinds[next(self.turns[annotation]) % len(kinds)], name)
        if origin is Literal:
            return next(one for one in reversed(arguments) if one != default)
        if origin is tuple and arguments[1:] == (...,):
            return tuple(self.value(one, name) for one in self.members(arguments[0]))
        if origin is tuple:
            return tuple(self.value(one, name) for one in arguments)
        if annotation is bool:
            return default is not True
        if annotation is str:
            return f"{name} “é”\u00a0{next(self.numbers)}"
        if annotation is float:
            return next(self.numbers) + 0.5
        return next(self.numbers) if annotation is int else self.element(annotation)

    def element(self, kind: Any) -> Any:
        """An element with a value in every field."""
        hints = get_type_hints(kind)
        self.within.append(kind)
        fields = dataclasses.fields(kind)
        values = {one.name: self.value(hints[one.name], f"{kind.__name__}.{one.name}", one.default) for one in fields}
        self.within.pop()
        if kind is Bar:
            values["value"] += sum(portion.value for portion in values["portions"])  # which cannot be more than the bar
        return kind(**values)

    def members(self, annotation: Any) -> tuple[Any, ...]:
        """The types to put into a tuple: each of a union once, except those that this one stands in.

        The Document itself holds three of each, so that a field that is a union has its turn with every kind.
        """
        if get_origin(annotation) not in (Union, types.UnionType):
            return (annotation,) * (3 if self.within == [Document] else 1)
        return tuple(one for one in get_args(annotation) if one not in self.within)


def write_golden() -> None:
    """Write both files."""
    EDITION.write_bytes(kept_edition(REPORT, golden_document()))
    FIELDS.write_text(json.dumps(archived_fields(), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_golden()

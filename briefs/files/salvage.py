"""What fields of a file are good for although others are wrong: the wrong ones are left out, or something stands in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from briefs.files.fields import diagnostics_of
from briefs.files.parts import fields_of, read_parts
from briefs.files.yaml import Lines
from briefs.model.block_fields import Model
from briefs.model.diagnostics import Checked
from briefs.model.limits import MOST_MISTAKES

M = TypeVar("M", bound=Model)
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[M]):
    """The good fields of a file; `lacks` are the names of those that are not as their author meant them."""

    model: M
    lacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class SalvagedFile(Generic[M]):
    """The good fields of a file as Salvaged, with the lines of all that could be read of it."""

    model: M
    lacks: frozenset[str]
    lines: Lines


def salvaged(model: type[M], value: object, stand_ins: Mapping[str, Any] = _NOTHING) -> Salvaged[M] | None:
    """`value` as a `model`: a field that is wrong is left out, and one that is required and not there is one of
    `stand_ins`. None if that is not enough.

    An unknown field may be a known one, misspelt: the one that it is most like counts as lacking, or else it does.
    So does a field without a value, whose value may be what is not known.
    """
    written = value if isinstance(value, dict) else {}
    known = {name: field for field, info in model.model_fields.items() for name in (field, info.alias) if name}
    fields = {name: content for name, content in written.items() if isinstance(name, str)}
    lacks: set[str] = set()
    for _ in range(3):  # a check of the model as a whole comes only once every field is right
        try:
            return Salvaged(model.model_validate(fields), frozenset(lacks))
        except ValidationError as error:
            lacks |= {known[name] for name, content in fields.items() if content is None and name in known}
            wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False) if detail["loc"]}
            for name in wrong:
                fields.pop(name, None)
                is_few = len(wrong) <= MOST_MISTAKES
                like = difflib.get_close_matches(name, set(known) - fields.keys(), n=1) if is_few else ()
                lacks |= {known[name]} if name in known else {known[like[0]] if like else name}
            required = (name for name in stand_ins if model.model_fields[name].is_required())
            lacks |= set(required) - fields.keys()
            fields = {**{name: stand_ins[name] for name in stand_ins if name in lacks}, **fields}
    return None


def salvaged_file(
    text: str, shown_path: str, model: type[M], stand_ins: Mapping[str, Any], first_line: int = 1
) -> Checked[SalvagedFile[M] | None]:
    """The good fields of a file, or of front matter, that holds `text`, and everything wrong with all of them.

    `shown_path` and `first_line` are as in `parse_yaml`. None if not even the `stand_ins` help.
    """
    file = read_parts(text, shown_path, fields_of(text), first_line)
    lost = frozenset(name for part in (file.read.lost if file.read else ()) for name in _named_in(part, model))
    value, lines = (file.read.value, file.read.lines) if file.read else ({}, Lines({(): first_line}, text, first_line))
    if not isinstance(value, dict | None) or file.read is None:
        value, lost = {}, frozenset(stand_ins)
    lost -= (value or {}).keys()
    kept = {**{name: stand_ins[name] for name in stand_ins if name in lost}, **(value or {})}
    problems = [*file.problems]
    try:
        model.model_validate(kept)
    except ValidationError as error:
        problems += diagnostics_of(error, lines, shown_path, model)
    found = salvaged(model, kept, stand_ins)
    if found is None:
        return Checked(None, tuple(problems))
    misspelt = {name for one in lost for name in (one, *difflib.get_close_matches(one, model.model_fields, n=1))}
    return Checked(SalvagedFile(found.model, found.lacks | misspelt, lines), tuple(problems))


_NAME = re.compile(r"""^(?:[^\S\n]|["'-])*([A-Za-z_][\w-]*)""", re.MULTILINE)


def _named_in(part: str, model: type[Model]) -> list[str]:
    """The names that the lines of a lost part begin with: that of the part itself, and of fields of the `model` that
    became part of it, since their lines begin too far to the right or lack a colon."""
    first, *others = _NAME.findall(part) or [part.partition(":")[0].strip("\"' ")]
    known = {name for field, info in model.model_fields.items() for name in (field, info.alias)}
    return [first, *(name for name in others if name in known)]

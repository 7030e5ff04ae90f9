"""Mistakes in the fields of files written by hand: the errors of pydantic as diagnostics."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from briefs.files.yaml import Lines, Location
from briefs.model.diagnostics import Diagnostic, Fault, Place, nearest


def diagnostics_of(
    error: ValidationError, lines: Lines, shown_path: str, model: object = None, at: Location = (), tag: str = ""
) -> list[Diagnostic]:
    """The mistakes that pydantic found in a value, as diagnostics in the order of the file.

    `at` is the location of the validated value in the file; `model` is the class or type that it was validated against,
    which gives the field names for hints. `tag` is the member of a closed union that the value is: its name begins the
    locations of pydantic, and may also be that of a field. Codes: `field-unknown`, `field-missing`, `field-invalid`,
    and `kind-unknown` if a closed union has no such member.
    """
    found = []
    details = [(detail, _below(detail["loc"], tag)) for detail in error.errors(include_url=False)]
    details = [(detail, path) for detail, path in details if not _is_echo(detail)]
    unknown = [path for detail, path in details if detail["type"] == "extra_forbidden"]
    explained: set[tuple[int | str, ...]] = set()  # locations whose required fields a hint has already listed
    for detail, path in details:
        location = (*at, *path)
        last = str(path[-1]) if path else ""
        match detail["type"]:
            case "extra_forbidden":
                hint = nearest(last, _field_names(model, path[:-1]))
                fault = Fault("field-unknown", f'unknown field "{last}"', hint)
            case "missing":
                around = path[:-1]
                beside = [str(other[-1]) for other in unknown if other[:-1] == around]
                if meant := difflib.get_close_matches(last, beside, n=1, cutoff=0.6):
                    hint = f'write "{last}" for "{meant[0]}"'
                else:
                    hint = _missing_hint(last, _models(model, around), around not in explained)
                    explained.add(around)
                fault = Fault("field-missing", f'required field "{last}" is missing', hint)
            case "union_tag_not_found":
                name = detail["ctx"]["discriminator"].strip("'")
                fault = Fault("field-missing", f'required field "{name}" is missing')
            case "union_tag_invalid":
                context = detail["ctx"]
                name = context["discriminator"].strip("'")
                location = (*location, name)
                hint = nearest(context["tag"], re.findall(r"'([^']*)'", context["expected_tags"]))
                fault = Fault("kind-unknown", f'unknown {name} "{context["tag"]}"', hint)
            case kind:
                is_unquoted = kind == "string_type" and isinstance(detail["input"], bool | int)
                message = f"{_named(lines.present(location))}{_in_our_words(detail['msg'], detail['input'])}"
                fault = Fault("field-invalid", message, "put quotes around it" if is_unquoted else "")
        found.append(fault.at(Place(shown_path, lines.line(location))))
    return sorted(found, key=lambda diagnostic: diagnostic.place.line)


def _is_echo(detail: Mapping[str, Any]) -> bool:
    """Whether an error only says that a list has too few items since some of them are wrong, which others say."""
    given = detail["input"]
    return (
        detail["type"] == "too_short"
        and isinstance(given, list | tuple)
        and len(given) >= detail.get("ctx", {}).get("min_length", 0)
    )


def _below(path: tuple[int | str, ...], tag: str) -> tuple[int | str, ...]:
    return path[1:] if tag and path[:1] == (tag,) else path


def _named(location: Location) -> str:
    """A location in words: the names after the last list index that is followed by a name."""
    names: list[str] = []
    for part in location:
        if isinstance(part, int) and names:
            names.append(f"item {part + 1}")
        elif names and names[-1].startswith("item "):
            names = [str(part)]
        elif isinstance(part, str):
            names.append(part)
    return f'"{" ".join(names)}": ' if names else ""


_JARGON = (
    (r" or instance of \w+| after validation", ""),
    (r"^(tuple|list)\b", "it"),
    (r"\ba valid (tuple|list)\b", "a list"),
    (r"\ba valid dictionary\b", "fields with values, as in field: value"),
)
"""Words of pydantic, and the words of people who write these files."""


def _in_our_words(message: str, value: object) -> str:
    """Pydantic's message about a value, without its jargon."""
    message = message.removeprefix("Value error, ").removeprefix("Input ")
    message = message[:1].lower() + message[1:]
    for jargon, word in _JARGON:
        message = re.sub(jargon, word, message)
    shown = message.startswith("should") and isinstance(value, str | int | None)
    return f"{message}, not {'empty' if value is None else repr(value)}" if shown else message


def _missing_hint(missing: str, models: Sequence[type[BaseModel]], is_first: bool) -> str:
    """What the missing field of a value of `models` is for and, for the first one missing, what else is required."""
    fields = {name: field for model in models for name, field in _fields(model) if name != "kind"}
    description = fields[missing].description if missing in fields else None
    parts = [f"{missing}: {description}"] if description else []
    needed = [name for name, field in fields.items() if field.is_required()]
    if is_first and len(needed) > 1:
        parts.append(f"required here: {', '.join(needed)}")
    elif is_first and not parts:
        parts.append(f"fields allowed here: {', '.join(fields)}")
    return "; ".join(parts)


def _field_names(model: object, location: tuple[int | str, ...]) -> list[str]:
    """Names, as written in files, of the fields that a value of type `model` can have at `location`."""
    return [name for one in _models(model, location) for name, _ in _fields(one)]


def _models(model: object, location: tuple[int | str, ...]) -> list[type[BaseModel]]:
    """The models that a value at `location` in a value of type `model` can have."""
    types = list(_alternatives(model))
    for part in location:
        types = [t for alternative in types for t in _step(alternative, part)] or types
    return [t for t in types if isinstance(t, type) and issubclass(t, BaseModel)]


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of a model by their names as written in files."""
    return ((field.alias or name, field) for name, field in model.model_fields.items())


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The plain types in an annotation: unions opened, `Annotated` taken off."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin is Union or type(annotation).__name__ == "UnionType":
        for argument in get_args(annotation):
            yield from _alternatives(argument)
    else:
        yield annotation


def _step(annotation: Any, part: int | str) -> Iterator[Any]:
    """The types one step below a plain type; a union's tag or class name leads to the type itself."""
    arguments = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if part in (name, field.alias):
                yield from _alternatives(field.annotation)
            elif get_origin(field.annotation) is Literal and get_args(field.annotation) == (part,):
                yield annotation
    elif get_origin(annotation) in (list, tuple) and isinstance(part, int):
        yield from _alternatives(arguments[0])
    elif get_origin(annotation) is dict:
        yield from _alternatives(arguments[1])

"""Mistakes in the fields of files written by hand: the errors of pydantic as diagnostics, one for each slip."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from briefs.files.field_values import value_fault
from briefs.files.misplaced import Slip, misplaced
from briefs.files.written_line import shown
from briefs.files.yaml import Lines, Location
from briefs.model.diagnostics import Diagnostic, Fault, Place, nearest
from briefs.model.limits import MOST_MISTAKES

Path: TypeAlias = tuple[int | str, ...]
_MOST_SLIPS = 40
"""For so many fields is looked whether their lines begin in the wrong place."""
_CORRECT = "correct those above; the others are told then"


@dataclass(frozen=True, slots=True)
class _Error:
    """An error of pydantic: its details, its path in the validated value, and its location in the file."""

    detail: Mapping[str, Any]
    path: Path
    location: Location

    @property
    def kind(self) -> str:
        return str(self.detail["type"])

    @property
    def name(self) -> str:
        return str(self.path[-1]) if self.path else ""


def diagnostics_of(
    error: ValidationError, lines: Lines, shown_path: str, model: object = None, at: Location = (), tag: str = ""
) -> list[Diagnostic]:
    """The mistakes that pydantic found in a value, as diagnostics in the order of the file.

    `at` is the location of the validated value in the file; `model` is the class or type that it was validated against,
    which gives the field names for hints. `tag` is the member of a closed union that the value is: its name begins the
    locations of pydantic, and may also be that of a field. Codes: `field-unknown`, `field-missing`, `field-invalid`,
    and `kind-unknown` if a closed union has no such member.
    """
    details = [(detail, _below(detail["loc"], tag)) for detail in error.errors(include_url=False)]
    errors = [_Error(detail, path, (*at, *path)) for detail, path in details if not _is_echo(detail)]
    faults: list[tuple[int, Fault]] = []
    if len(errors) > MOST_MISTAKES:
        errors.sort(key=lambda one: lines.line(one.location))
        message = f"there are more than {MOST_MISTAKES} mistakes; this is the last that is told"
        faults.append((lines.line(errors[MOST_MISTAKES - 1].location), Fault("field-invalid", message, _CORRECT)))
        del errors[MOST_MISTAKES:]
    slips = list(_slips(errors, lines, model))
    explained_errors = {id(other) for slip in slips for other in slip.explains}
    errors = [one for one in errors if id(one) not in explained_errors]
    faults += [(slip.line, slip.fault) for slip in slips]
    unknown = [one for one in errors if one.kind == "extra_forbidden"]
    explained: set[Path] = set()  # locations whose required fields a hint has already listed
    said: set[Location] = set()
    for one in errors:
        line = lines.line(one.location)
        match one.kind:
            case "extra_forbidden":
                fault = _unknown(one, errors, lines, model)
            case "missing":
                around = one.path[:-1]
                if any(other.path[:-1] == around and _is_text(other, lines) for other in unknown):
                    continue
                if any(other.path[:-1] == around and _meant(other, errors, model) == one.name for other in unknown):
                    continue
                hint = _missing_hint(one.name, _models(model, around), around not in explained)
                explained.add(around)
                fault = Fault("field-missing", f'required field "{one.name}" is missing', hint)
            case "union_tag_not_found":
                name = one.detail["ctx"]["discriminator"].strip("'")
                fault = Fault("field-missing", f'required field "{name}" is missing')
            case "union_tag_invalid":
                context = one.detail["ctx"]
                name = context["discriminator"].strip("'")
                line = lines.line((*one.location, name))
                hint = nearest(context["tag"], re.findall(r"'([^']*)'", context["expected_tags"]))
                fault = Fault("kind-unknown", f'unknown {name} "{context["tag"]}"', hint)
            case _:
                present = lines.present(one.location)
                if present in said:
                    continue  # another member of a union would be wrong there too
                said.add(present)
                needed = _needed(_models(model, one.path)) if one.kind == "model_type" else ()
                fault = value_fault(one.detail, present, lines, _description(model, one.path), needed)
        faults.append((line, fault))
    return [fault.at(Place(shown_path, line)) for line, fault in sorted(faults, key=lambda found: found[0])]


def _slips(errors: Sequence[_Error], lines: Lines, model: object) -> Iterator[Slip[_Error]]:
    """Lines that begin too far to the left or right, and so are fields of something else."""
    wrong = [one for one in errors if one.kind in ("extra_forbidden", "literal_error") and one.path]
    for one in wrong[:_MOST_SLIPS]:
        beside = partial(_holds_fields, model, one.path[:-1])
        takes = partial(_takes, model, one)
        yield from misplaced(one, errors, lines, _field_names(model, one.path[:-2]), beside, takes)


def _takes(model: object, one: _Error, name: str) -> bool:
    """Whether the field `name` beside an unknown field can hold it: by its name, or by one of a few known values."""
    if one.name in _field_names(model, (*one.path[:-1], name)):
        return True
    fields = [field for found in _models(model, one.path[:-1]) for key, field in _fields(found) if key == name]
    types = [kind for field in fields for kind in _alternatives(field.annotation) if get_origin(kind) is dict]
    return any(one.detail["input"] in get_args(value) for kind in types for value in _alternatives(get_args(kind)[1]))


def _holds_fields(model: object, around: Path, name: str) -> bool:
    """Whether the field `name` of a value at `around` can hold fields."""
    fields = [field for one in _models(model, around) for found, field in _fields(one) if found == name]
    types = [one for field in fields for one in _alternatives(field.annotation)]
    return any(
        get_origin(one) in (dict, tuple) or (isinstance(one, type) and issubclass(one, BaseModel)) for one in types
    )


def _unknown(one: _Error, errors: Sequence[_Error], lines: Lines, model: object) -> Fault:
    """The fault of a field with a name that is not known."""
    names = _field_names(model, one.path[:-1])
    value = one.detail["input"]
    written = lines.written(lines.line(one.location))
    if meant := _meant(one, errors, model):
        made = re.sub(rf"(?<![\w-]){re.escape(one.name)}(?=[\"']?\s*:)", meant, written, count=1)
        hint = f'did you mean "{meant}"?'
        return Fault("field-unknown", f'unknown field "{one.name}"', hint + (shown(made) if made != written else ""))
    if _is_text(one, lines):
        made = written[: written.index("- ") + 2] + f'"{one.name}: {value}"'
        message = "a text with a colon and a space after it must be in quotation marks"
        return Fault("field-invalid", message, f"put the text in quotation marks{shown(made)}")
    return Fault("field-unknown", f'unknown field "{one.name}"', nearest(one.name, names))


def _is_text(one: _Error, lines: Lines) -> bool:
    """Whether an unknown field is the beginning of a text of a list, up to a colon in it."""
    written = lines.written(lines.line(one.location)).strip()
    return isinstance(one.detail["input"], str) and len(one.name.split()) > 1 and written.startswith("- ")


def _meant(one: _Error, errors: Sequence[_Error], model: object) -> str:
    """The name of the field that an unknown one was probably meant to be: most likely one that is missing."""
    around = one.path[:-1]
    missing = [other.name for other in errors if other.kind == "missing" and other.path[:-1] == around]
    plain = _plain(one.name)
    for names, cutoff in ((missing, 0.6), (_field_names(model, around), 0.6)):
        by_plain = {_plain(name): name for name in names}
        if plain in by_plain:
            return by_plain[plain]
        if len(plain) > 2 and len(longer := [by_plain[one] for one in by_plain if one.startswith(plain)]) == 1:
            return longer[0]
        if close := difflib.get_close_matches(plain, by_plain, n=1, cutoff=cutoff):
            return by_plain[close[0]]
    unknown = [other for other in errors if other.kind == "extra_forbidden" and other.path[:-1] == around]
    models = _models(model, around)
    is_last = len(missing) == len(unknown) == len(models) == 1 and len(_needed(models)) == len(
        _field_names(model, around)
    )
    return missing[0] if is_last else ""


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip()).casefold()


def _is_echo(detail: Mapping[str, Any]) -> bool:
    """Whether an error only says what follows from others: that a list has too few items since some of them are wrong,
    or that a default cannot be known."""
    if detail["type"] == "default_factory_not_called":
        return True
    given = detail["input"]
    return (
        detail["type"] == "too_short"
        and isinstance(given, list | tuple)
        and len(given) >= detail.get("ctx", {}).get("min_length", 0)
    )


def _below(path: Path, tag: str) -> Path:
    return path[1:] if tag and path[:1] == (tag,) else path


def _missing_hint(missing: str, models: Sequence[type[BaseModel]], is_first: bool) -> str:
    """What the missing field of a value of `models` is for and, for the first one missing, what else is required."""
    fields = {name: field for model in models for name, field in _fields(model) if name != "kind"}
    field = fields.get(missing)
    said = [" or ".join(_choices(field)), field.description or ""] if field else []
    parts = [f"{missing}: {': '.join(filter(None, said))}"] if any(said) else []
    needed = [name for name in _needed(models) if name != "kind"]
    if is_first and len(needed) > 1:
        parts.append(f"required here: {', '.join(needed)}")
    elif is_first and not parts:
        parts.append(f"fields allowed here: {', '.join(fields)}")
    return "; ".join(parts)


def _choices(field: FieldInfo) -> list[str]:
    """The texts of which a field has one; none if it may have any."""
    return list(map(str, get_args(field.annotation))) if get_origin(field.annotation) is Literal else []


def _needed(models: Sequence[type[BaseModel]]) -> list[str]:
    """The names of the required fields of `models`."""
    return [name for model in models for name, field in _fields(model) if field.is_required()]


def _description(model: object, path: Path) -> str:
    """What the field at `path` is for; empty if that is not known."""
    while path and not isinstance(path[-1], str):
        path = path[:-1]
    fields: Iterable[tuple[str, FieldInfo]] = (pair for one in _models(model, path[:-1]) for pair in _fields(one))
    return next((field.description or "" for name, field in fields if path and name == path[-1]), "")


def _field_names(model: object, location: Path) -> list[str]:
    """Names, as written in files, of the fields that a value of type `model` can have at `location`."""
    return [name for one in _models(model, location) for name, _ in _fields(one)]


def _models(model: object, location: Path) -> list[type[BaseModel]]:
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

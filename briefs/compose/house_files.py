"""The house of a report, in layers: `templates/house.yaml`, the issuer in `report.yaml`, `seeds/<report>/house.yaml`.

A field counts as it stands in the last of these files that has it, as a whole: parts of one, such as those of
`contact`, are never taken from two files. One that is null there is as if no file had it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.parts import fields_of, read_parts
from briefs.files.yaml import Lines, Location, line_with, load_yaml
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place, has_errors, relative
from briefs.model.edition import House

NAME = "house.yaml"
_OF_ISSUER = ("contact", "reference", "logo", "attribution")
"""Fields that say something about the issuer, or about one report of it."""
_FORMER = {"chatham_house": "attribution"}
"""Fields by their former names."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file says about the house: its fields as written, and the lines of the file at `path`."""

    path: str
    fields: Mapping[Hashable, object]
    lines: Lines


@dataclass(frozen=True, slots=True)
class LayeredHouse:
    """A house, and where each field of it is written.

    `fields` are those that count, as written. `lines` gives for each of their parts not a line, but its number among
    `places`; the first of these is that of the house as a whole.
    """

    house: House
    fields: Mapping[Hashable, object]
    lines: Lines
    places: tuple[Place, ...]

    def place(self, *field: str) -> Place:
        """The place of a field, e.g. `place("version", "cleared")`, or of the one around it."""
        return self.places[self.lines.line(field)]

    def place_with(self, character: str) -> Place | None:
        """Where `character` is written among the fields that count; None if it is not."""
        number = line_with(character, self.fields, self.lines)
        return self.places[number] if number else None


def read_house(general: Path, own: Path, issuer: Layer | None, project: Path) -> Checked[LayeredHouse]:
    """The house of a report: the file `own` over the `issuer` of its `report.yaml`, over the file `general`.

    One of the two files may be missing. Without `issuer`, `report.yaml` cannot be read. Raises DocumentError with all
    mistakes, those of YAML and of fields, and BriefsError when a file cannot be opened. Codes: `field-renamed`,
    `house-of-another`.
    """
    layers: list[Layer] = []
    problems: list[Diagnostic] = []
    for path in (general, own):
        if path.exists() or (path is general and not own.exists()):
            try:
                read = read_layer(path, relative(path, project))
                layers.append(read.value)
                problems += read.problems
            except DocumentError as error:
                problems += error.diagnostics
        if path is general and issuer is not None:
            layers.append(issuer)
    is_complete = not problems
    problems += [problem for layer in layers for problem in _renamed(layer)]
    layers = [with_new_names(layer) for layer in layers]
    fields, lines, places = merged_layers(layers)
    try:
        house = House.model_validate(fields)
    except ValidationError:
        problems += _mistakes([layer for layer in layers if layer is not issuer], issuer, is_complete)
        raise DocumentError(problems) from None
    if has_errors(problems):
        raise DocumentError(problems)
    if issuer is not None:
        problems += _of_another(layers, issuer, relative(own, project))
    return Checked(LayeredHouse(house, fields, lines, places), tuple(problems))


def read_layer(path: Path, shown: str) -> Checked[Layer]:
    """The fields of one file without those that YAML cannot read. Raises DocumentError."""
    problems: tuple[Diagnostic, ...] = ()
    try:
        value, lines = load_yaml(path, shown)
    except DocumentError as error:
        if error.diagnostics[0].code != "yaml-syntax":
            raise
        text = plain_line_ends(decode(read_written(path, shown), shown))
        found = read_parts(text, shown, fields_of(text))
        if found.read is None:
            raise
        value, lines, problems = found.read.value, found.read.lines, found.problems
    if value is None or isinstance(value, dict):
        return Checked(Layer(shown, value or {}, lines), problems)
    try:
        House.model_validate(value)
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, shown, House)) from None
    raise AssertionError(f"{shown} is a house without fields")


def _renamed(layer: Layer) -> Iterator[Diagnostic]:
    """A warning for each field that has its former name."""
    for old, new in _FORMER.items():
        if old in layer.fields and new not in layer.fields:
            fault = Fault("field-renamed", f'the field "{old}" is now called "{new}"', f'write "{new}:" for "{old}:"')
            yield fault.at(Place(layer.path, layer.lines.line((old,))))


def with_new_names(layer: Layer) -> Layer:
    """The same with the new names of fields; a former name beside the new one stays, and is unknown."""
    new = {old: name for old, name in _FORMER.items() if old in layer.fields and name not in layer.fields}
    fields = {new.get(str(name), name): value for name, value in layer.fields.items()}
    lines = {(new.get(str(at[0]), at[0]), *at[1:]) if at else at: n for at, n in layer.lines.by_location.items()}
    return Layer(layer.path, fields, replace(layer.lines, by_location=lines))


def _mistakes(files: Sequence[Layer], issuer: Layer | None, is_complete: bool) -> Iterator[Diagnostic]:
    """What is wrong with the fields of `files` that count; and, if they are `is_complete`, what none of them has."""
    last = {name: layer for layer in files for name in layer.fields}
    missing: list[dict[str, Diagnostic]] = []
    for layer in files:
        counting = {name: value for name, value in layer.fields.items() if last[name] is layer}
        try:
            House.model_validate(_without_removed(counting))
        except ValidationError as error:
            found = diagnostics_of(error, layer.lines, layer.path, House)
            required = {f'required field "{name}" is missing': name for name in House.model_fields}
            missing.append({required[one.message]: one for one in found if one.message in required})
            yield from (one for one in found if one.message not in required)
    known = {*last, "issuer"} if issuer is None or "issuer" in issuer.fields else {*last}
    for name, problem in missing[0].items() if is_complete and missing else ():
        # A file that misspells the name is not among those that miss it.
        if name not in known and all(name in one for one in missing):
            yield problem


def _without_removed(fields: Mapping[Hashable, object]) -> dict[Hashable, object]:
    return {name: value for name, value in fields.items() if value is not None or not _may_be_missing(name)}


def merged_layers(layers: Sequence[Layer]) -> tuple[dict[Hashable, object], Lines, tuple[Place, ...]]:
    """The fields that count, the number of each of their parts among the places, and these places."""
    last = {name: layer for layer in layers for name in layer.fields}
    fields = _without_removed({name: layer.fields[name] for name, layer in last.items()})
    numbers: dict[Location, int] = {(): 0}
    places = [Place(layers[0].path, 1) if layers else Place("")]
    for layer in layers:
        for location, line in layer.lines.by_location.items():
            if location and location[0] in fields and last[location[0]] is layer:
                numbers[location] = len(places)
                places.append(Place(layer.path, line))
    return fields, Lines(numbers), tuple(places)


def _may_be_missing(name: Hashable) -> bool:
    """Whether a house can do without this field, so that a file can remove it."""
    return name in House.model_fields and not House.model_fields[str(name)].is_required()


def _of_another(layers: Sequence[Layer], issuer: Layer, own: str) -> Iterator[Diagnostic]:
    """A warning if the general house names an issuer that only the report's own `issuer` overrules."""
    general, name = layers[0], issuer.fields["issuer"]
    other = general.fields.get("issuer")
    if general is issuer or other in (None, name) or any("issuer" in layer.fields for layer in layers[2:]):
        return
    above = {field for layer in layers[1:] for field in layer.fields}
    taken = [field for field in _OF_ISSUER if general.fields.get(field) is not None and field not in above]
    also = f", but {' and '.join(filter(None, (', '.join(taken[:-1]), taken[-1])))} from here" if taken else ""
    message = f'briefs have the issuer that {issuer.path} names, "{name}", not "{other}"{also}'
    hint = (
        f'if "{other}" issues them, write this into {own}:\n    issuer: {other}\n  otherwise move what is only about '
        f'"{other}" into {NAME} in the folder of its report'
    )
    yield Fault("house-of-another", message, hint).at(Place(general.path, general.lines.line(("issuer",))))

"""Values that a field cannot have: in plain words what it must be, and the line as it should be where that is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from briefs.files.written_line import quoted, shown, split_line
from briefs.files.yaml import Lines, Location
from briefs.model.diagnostics import Fault, most_similar
from briefs.model.mistakes import Mistake
from briefs.model.priority import PRIORITIES

_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 1)}


def value_fault(
    detail: Mapping[str, Any], location: Location, lines: Lines, description: str, needed: Sequence[str] = ()
) -> Fault:
    """The fault of the value at `location` of the file, given the details of an error of pydantic.

    `description` says what the field is for; `needed` are the required fields of what it holds, if these are fields.
    """
    location = _named_keys(location, lines)
    value, name = detail["input"], _named(location)
    error = detail.get("ctx", {}).get("error")
    if detail["loc"][-1:] == ("[key]",):
        message = f'{name}the name "{value}" must be a whole number'
        return Fault("field-invalid", message, "write the number of the level")
    if isinstance(error, Mistake):
        made = _line(location, error.meant) if error.meant else ""
        message = error.message
        said = f"{name.rstrip(': ')} {message[3:]}" if message.startswith("it ") else f"{name}{message}"
        return Fault("field-invalid", said, error.hint + made)
    if detail["type"] == "value_error":
        message = detail["msg"].removeprefix("Value error, ")
        return Fault("field-invalid", f"{name}{message[:1].lower()}{message[1:]}")
    said, hint = _words(detail, value, location, lines, needed)
    if value is None or (isinstance(value, str) and not value.strip()):
        allowed = _listed(detail) if detail["type"] == "literal_error" else description
        said, hint = "is empty", f"write a value after it{f': {allowed}' if allowed else ''}"
    return Fault("field-invalid", f"{name.rstrip(': ') or 'this'} {said}", hint)


def _words(
    detail: Mapping[str, Any], value: Any, location: Location, lines: Lines, needed: Sequence[str]
) -> tuple[str, str]:
    """What the value must be and is not, and what to write."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "string_type":
            return _text(value, location, lines)
        case "int_type" | "int_parsing" | "int_from_float" | "int_parsing_size":
            number = _number(value[0] if isinstance(value, list) and len(value) == 1 else value)
            return f"must be a whole number, not {_shown(value)}", f"write{_line(location, number)}" if number else ""
        case "float_type" | "float_parsing":
            number = _number(value)
            return f"must be a number, not {_shown(value)}", f"write{_line(location, number)}" if number else ""
        case "bool_type" | "bool_parsing":
            return f"must be true or false, not {_shown(value)}", ""
        case "literal_error" | "enum":
            return _one_of(detail, value, location)
        case "list_type" | "tuple_type":
            return _list(value, location)
        case "dict_type" | "model_type" | "model_attributes_type":
            return _fields(value, location, needed)
        case "greater_than_equal":
            return f"must be at least {context['ge']:g}, not {_shown(value)}", ""
        case "less_than_equal":
            return f"must be at most {context['le']:g}, not {_shown(value)}", ""
        case "too_short":
            least = context["min_length"]
            return f"must have at least {least} item{'s' if least != 1 else ''}, not {context['actual_length']}", ""
        case "string_too_short":
            return "is empty", "write a text"
    return f"has a value that it cannot have: {_shown(value)}", ""


def _text(value: Any, location: Location, lines: Lines) -> tuple[str, str]:
    if isinstance(value, bool | int):
        what = "a number" if type(value) is int else "yes or no"
        written = str(value).lower()
        hint = f"put quotation marks around it{_line(location, quoted(written))}"
        return f"must be a text; {written} without quotation marks is {what} for YAML", hint
    written = lines.written(lines.line(location))
    if isinstance(value, dict):
        inline = split_line(written).value
        if inline.startswith("{") and not re.search(r":\s", inline):
            made = _line(location, quoted(inline))
            return "must be a text; in braces it is a field for YAML", f"put quotation marks around it{made}"
        if len(value) == 1 and len(parts := next(iter(value.items()))) and isinstance(parts[1], str | int | None):
            text = f"{parts[0]}: {'' if parts[1] is None else parts[1]}".strip()
            made = _line(location, quoted(text))
            hint = f"put quotation marks around it{made}"
            return "must be one text; with a colon and a space in it, it is a field for YAML", hint
        return "must be one text, not fields", ""
    if isinstance(value, list):
        inline = split_line(written).value
        if inline.startswith("[") and not inline.endswith("]"):
            return "must be one text, not a list", "put quotation marks around it"
        made = _line(location, quoted(str(value[0]))) if len(value) == 1 else ""
        return "must be one text, not a list", f"write{made}" if made else "write one text after the colon"
    return "must be a text", ""


def _allowed(detail: Mapping[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))


def _listed(detail: Mapping[str, Any]) -> str:
    allowed = _allowed(detail)
    return " or ".join((", ".join(allowed[:-1]), allowed[-1])) if len(allowed) > 1 else "".join(allowed)


def _one_of(detail: Mapping[str, Any], value: Any, location: Location) -> tuple[str, str]:
    close = most_similar(str(value).strip().lower(), _allowed(detail))
    said = f"must be {_listed(detail)}, not {_shown(value)}"
    return said, f"write{_line(location, close)}" if close else ""


def _list(value: Any, location: Location) -> tuple[str, str]:
    if isinstance(value, str | int) and not isinstance(value, bool):
        if found := re.match(r"(?:[-–—•·*]|\d+[.)])\s*(?=\w)", str(value)):
            first = re.split(r"\s(?:[-–—•·*]|\d+[.)])\s*(?=\w)", str(value)[found.end() :])[0]
            return "must be a list", f"begin each item with a hyphen and a space{shown(f'- {_item(first)}')}"
        pieces = [piece.strip() for piece in re.split("[,;]", str(value)) if piece.strip()]
        if any(len(piece.split()) > 5 for piece in pieces):
            pieces = [str(value)]
        items = f"[{', '.join(_item(piece) for piece in pieces)}]"
        return "must be a list, even of one", f"write{_line(location, items)}"
    if isinstance(value, dict):
        return "must be a list", "begin each item with a hyphen and a space"
    return "must be a list", ""


def _item(text: str) -> str:
    """A text as it stands in brackets or braces."""
    return quoted(text) if re.search(r"[,:#&*{}\[\]]|^[^\w]|^[\d.-]+$", text) else text


def _fields(value: Any, location: Location, needed: Sequence[str]) -> tuple[str, str]:
    wanted = "must have fields with values, as in field: value"
    if not location:  # a whole file
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            written = [f"{key}: {one[key]}" for one in value for key in one]
            return f"{wanted}, not a list", f"leave out the hyphens: write{''.join(map(shown, written))}"
        name, _, rest = value.partition(" ") if isinstance(value, str) else ("", "", "")
        if rest and re.fullmatch(r"[a-z][a-z_]*", name):
            return f'{wanted}; there is no colon after "{name}"', f"write{shown(f'{name}: {rest}')}"
    elif needed and isinstance(value, str | int):
        first, *others = needed
        made = ", ".join((f"{first}: {_item(str(value))}", *(f"{one}: …" for one in others)))
        which = f"{', '.join(needed[:-1])} and {needed[-1]}" if others else f"the field {first}"
        return f"must have {which}, not only {_shown(value)}", f"write{_line(location, f'{{{made}}}')}"
    if isinstance(value, str) and (found := re.fullmatch(rf"([\w-]+)\s*[:=]?\s*({'|'.join(PRIORITIES)})", value)):
        return f"{wanted}, not {_shown(value)}", f"write{_line(location, f'{{{found[1]}: {found[2]}}}')}"
    if isinstance(value, str) and (found := re.fullmatch(r"([\w-]+):(\S.*)", value)):
        made = f"{found[1]}: {found[2]}"
        return "must have fields; there is no space after the colon", f"write{_line(location, f'{{{made}}}')}"
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        made = ", ".join(f"{key}: {one[key]}" for one in value for key in one)
        hint = f"leave out the hyphens: write{_line(location, f'{{{made}}}')}"
        return "must have fields with values, not a list", hint
    if str(location[-1:][0] if location else "") == "audiences" and isinstance(value, str | list):
        names = value if isinstance(value, list) else [value]
        made = ", ".join(f"{name}: must" for name in names)
        hint = f"say how much each audience needs it: must, should, could or never{_line(location, f'{{{made}}}')}"
        return "must say for each audience how much it needs the block", hint
    return f"{wanted}{f', not {_shown(value)}' if isinstance(value, str | int) else ''}", ""


def _number(value: Any) -> str:
    """The whole number that a value probably means; empty if there is none."""
    text = str(value).strip().strip("\"'“”").lower()
    if re.fullmatch(r"\d{1,3}(?:[, .\u00a0\u202f]\d{3})+", text):
        return re.sub(r"\D", "", text)
    words = text.split()
    if words and words[0] in _NUMBERS:
        times = {"hundred": 100, "thousand": 1000}.get(words[1], 0) if len(words) > 1 else 1
        return str(_NUMBERS[words[0]] * (times or 1)) if times or len(words) == 2 else ""
    found = re.match(r"(\d+)(?:[.,]0+)?(?![\d.,])", text)
    return found[1] if found else ""


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:60].rstrip() + "…"}"'
    if isinstance(value, bool):
        return str(value).lower()
    return {list: "a list", dict: "fields", type(None): "empty"}.get(type(value), str(value))


def _line(location: Location, value: str) -> str:
    """How the line of a field or an item would be written with `value`."""
    last = location[-1] if location else ""
    return shown(f"- {value}" if isinstance(last, int) else f"{last}: {value}")


def _named_keys(location: Location, lines: Lines) -> Location:
    """`location` with numbers that are names of fields as texts."""
    return tuple(
        str(part)
        if isinstance(part, int) and split_line(lines.written(lines.line(location[: at + 1]))).key == str(part)
        else part
        for at, part in enumerate(location)
    )


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

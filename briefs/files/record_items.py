"""Records that the program writes in YAML, and that people read and correct: their lists, item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_ESCAPED = re.compile("[\x7f-\x9f\xa0\xad\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What JSON leaves in texts, and YAML does not allow, or takes for the end of a line, or nobody sees."""
_NOT_TEXT = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""Words that some programs do not take for text."""


def scalar(value: str, plain: re.Pattern[str]) -> str:
    """A text as a value of YAML (1.2, 7.3): in quotation marks, unless it is as `plain` says and is read as text."""
    if plain.fullmatch(value) and value.lower() not in _NOT_TEXT:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04X}", quoted)


def record_item(values: Mapping[str, Any], plain: re.Pattern[str]) -> str:
    """The lines of one item of a list that is a field of the record: `values` are texts, switches, lists of texts, and
    lists of fields. Texts are written as `scalar` says."""
    return "".join(_lines(values, plain, "  - ", "    "))


def _lines(values: Mapping[str, Any], plain: re.Pattern[str], first: str, further: str) -> Iterator[str]:
    begin = first
    for name, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{begin}{name}:\n"
            for item in value:
                yield from _lines(item, plain, f"{further}  - ", f"{further}    ")
        elif isinstance(value, list):
            yield f"{begin}{name}: [{', '.join(scalar(one, plain) for one in value)}]\n"
        else:
            yield f"{begin}{name}: {scalar(value, plain) if isinstance(value, str) else json.dumps(value)}\n"
        begin = further

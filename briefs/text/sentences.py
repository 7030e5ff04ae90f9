"""Splitting running text into sentences."""

from __future__ import annotations

import re

_END = re.compile(r"[.?!][\"'”’)]*(\s+)(?=[A-Z\"'“‘(\[])")


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, without the white space between them; quotes may be straight or curly.

    A sentence ends with a full stop, a question mark or an exclamation mark, and with the quotation marks and brackets
    that close after it, if a capital letter, or a mark that opens a quotation or bracket, follows after white space. An
    abbreviation in front of a name ("Mr. Smith") therefore ends one too: house style writes "Mr Smith".
    """
    found = []
    start = 0
    for end in _END.finditer(text):
        found.append(text[start : end.start(1)])
        start = end.end()
    if start < len(text):
        found.append(text[start:])
    return found

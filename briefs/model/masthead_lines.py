"""Placeholders in a line: in a masthead, `{code}`, `{version}` and `{date}` stand for those of the brief."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefs.model.diagnostics import most_similar
from briefs.model.mistakes import Mistake

PLACEHOLDERS = ("code", "version", "date")
_BRACES = re.compile(r"\{+([^{}]*)\}+")


def checked_placeholders(text: str, names: Sequence[str] = PLACEHOLDERS) -> str:
    """`text`, if all braces in it are around one of the `names` of placeholders. Raises Mistake."""
    for found in _BRACES.finditer(text):
        name = found[1]
        if found[0] == f"{{{name}}}" and name in names:
            continue
        meant = most_similar(re.sub(r"\W", "", name), names)
        shown = [f"{{{one}}}" for one in names]
        known = f"{', '.join(shown[:-1])} and {shown[-1]} can stand here"
        message = f'"{found[0]}" is not a placeholder'
        if not meant:
            raise Mistake(message, known)
        raise Mistake(message, f'did you mean "{{{meant}}}"?', text.replace(found[0], f"{{{meant}}}"))
    rest = _BRACES.sub("", text)
    if "{" in rest:
        opened = text.rindex("{") if text.rindex("{") > text.rfind("}") else text.index("{")
        word = re.match(r"\{\s*(\w*)", text[opened:])
        name = word[1] if word else ""
        meant = f"{text[:opened]}{{{name}}}{text[opened + len(word[0] if word else '{') :]}"
        raise Mistake("a brace { is not closed", "close it with }", meant if name in names else "")
    if "}" in rest:
        made = re.sub(rf"(?<![{{\w])({'|'.join(names)})\}}", r"{\1}", text)
        raise Mistake("a brace } closes nothing", "write { before the name", made if made != text else "")
    return text

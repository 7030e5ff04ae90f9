"""Cells whose values are not free: which audience, formats, language, copy number and clearance they mean.

These may be quoted in messages. A cell that cannot be such a value is a Mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefs.model.diagnostics import nearest
from briefs.model.edition import name_like
from briefs.model.formats import FORMATS, Format
from briefs.model.mail_address import checked_address
from briefs.model.mistakes import Mistake
from briefs.recipients.cells import KindOfCell, words
from briefs.recipients.list_table import Cell

_YES, _NO = (
    frozenset(re.split(r"\s+", text))
    for text in (
        "yes y true x 1 ja j oui o sí si s sim да д نعم 是 ✓ ✔ ☑ tak evet igen ano",
        "no n false 0 - – nein non não нет н لا 否 nee nie hayır nem ne ☐",
    )
)
_FORMATS: dict[str, Format] = {name: name for name in FORMATS}
_MEANT = {"word": "docx", "doc": "docx", "web": "html", "htm": "html", "acrobat": "pdf", "ms word": "docx"}


def audience(cell: Cell, known: Sequence[str]) -> str:
    """The audience that a cell names, by its name or with capitals and spaces: "City Mayors" is city-mayors.

    Raises UnknownAudience.
    """
    text = words(cell, "audience")
    meant = next((name for name in known if name in (text, name_like(text))), None)
    if meant is None:
        raise UnknownAudience(f"{_short(text)} is not an audience", nearest(name_like(text) or text, known))
    return meant


class WrongValue(Mistake):
    """A value that a cell cannot have."""


class UnknownAudience(WrongValue):
    """An audience that there is not."""


def address(cell: Cell) -> str:
    """The address of mail in a cell, as it is kept."""
    text = words(cell, "email")
    try:
        return checked_address(text)
    except Mistake as mistake:
        raise WrongValue(mistake.message, mistake.hint) from None


def formats(cell: Cell) -> tuple[Format, ...]:
    """The formats that a cell names, each once."""
    text = words(cell, "formats")
    found: dict[Format, None] = {}
    for part in re.split(r"(?i)\s*(?:[,;/+&|、，]|\band\b|\bet\b|\bund\b|\s)\s*", text):
        name = part.strip().lower().lstrip(".")
        if name not in _FORMATS and name:
            hint = f'write "{_MEANT[name]}"' if name in _MEANT else nearest(name, FORMATS)
            raise WrongValue(f"{_short(part)} is not a format", hint)
        if name:
            found[_FORMATS[name]] = None
    return tuple(found)


_LANGUAGES = frozenset(
    re.findall(
        r"[a-z]{2}",
        """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
        el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
        it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
        mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
        sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
        yo za zh zu""",
    )
)
"""Languages with tags of two letters (ISO 639-1)."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)


def language(cell: Cell, known: Sequence[str]) -> str:
    """The language that a cell names, as it is written in `known`, or else with the usual case: "en_gb" is en-GB.

    One that has the primary language of a known one is fine. If none is known, any tag is.
    """
    text = words(cell, "language")
    tag = text.replace("_", "-")
    primary = tag.partition("-")[0].casefold()
    if not _TAG.fullmatch(tag) or (len(primary) == 2 and primary not in _LANGUAGES):
        hint = f"write {' or '.join(known)}" if known else "write a tag (BCP 47) such as en-GB"
        raise WrongValue(f"{_short(text)} is not the tag of a language", hint)
    same = next((one for one in known if one.casefold() == tag.casefold()), None)
    if same is not None:
        return same
    if known and primary not in {one.partition("-")[0].casefold() for one in known}:
        raise WrongValue(f"there is nothing in the language {_short(text)}", f"known: {', '.join(known)}")
    head, *others = tag.split("-")
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in others]
    return "-".join((head.lower(), *cased))


def copy_number(cell: Cell) -> int:
    """The number of a copy that a cell names, from 1."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        number = cell
    elif isinstance(cell, float) and cell.is_integer():
        number = int(cell)
    elif isinstance(cell, float):
        raise WrongValue(f"{cell:g} is not the number of a copy", "write a whole number from 1 on")
    else:
        text = words(cell, "copy")
        found = re.fullmatch(r"(?:(?i:no|nr|n)\.?|#|№)?\s*([0-9]{1,9})", text)
        if found is None:
            raise WrongValue(f"{_short(text)} is not the number of a copy", "write a whole number from 1 on")
        number = int(found[1])
    if not 1 <= number <= 999_999_999:
        raise WrongValue(f"{number} is not the number of a copy", "write a whole number from 1 on")
    return number


def clearance(cell: Cell) -> bool:
    """Whether a cell says yes."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        if cell in (0, 1):
            return bool(cell)
        raise KindOfCell("holds a number, where yes or no is needed", "write yes or no")
    text = words(cell, "clearance").casefold()
    if text not in _YES | _NO:
        raise WrongValue("must be yes or no", "write yes if this office clears drafts, and no or nothing if not")
    return text in _YES


def _short(text: str) -> str:
    """A value as messages quote it; not if it is somebody's address in a wrong column."""
    if "@" in text:
        return "this"
    return f'"{text}"' if len(text) <= 40 else f'"{text[:40].rstrip()}…"'

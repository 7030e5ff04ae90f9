"""Replacing words of a template: only their characters change, all others stay byte for byte.

Words stand in lines of Markdown, or between the quotation marks of a call, where some characters have a backslash.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefs.files.edit import Atom, Edit, FileText, edited, word_edits
from briefs.files.encoding import decode
from briefs.files.template_calls import escaped_literal, jinja_spans, literal_atoms, literals
from briefs.model.diagnostics import BriefsError, Place

_FOLD = re.compile(r"[ \t]*\n[ \t]*|.", re.DOTALL)
_MARKUP = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_SIGNS = re.compile(r"[<`]|\\(?=[^\w\s]|$)|&#?\w+;|\][(\[:]|~~|(?<!\w)_(?=\w)|\{(?=[.#\w])")
"""What Markdown and HTML read as something else than words: tags, code, entities, links, attributes."""
_BEGINS = re.compile(r"\s*(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|[>|]|-{3}|={3}|:::)")
"""What Markdown reads as a heading, a list, a quotation, a table or a rule at the beginning of a line."""
_BOM = b"\xef\xbb\xbf"


def spliced_template(content: bytes, shown_path: str, line: int, before: str, after: str) -> bytes:
    """The template `content` with `after` in place of `before`, which begins on `line` or in a call that stands there.

    `before` is what a template says: in a call, without backslashes. It may also be a whole call, as written. If
    nothing takes the place of all that stands on a line, the line goes, and the blank one below it. Raises
    DocumentError (`file-encoding`) and BriefsError if `before` is not there, stands there more than once, or if `after`
    has signs that would be read as calls, or as markup of Markdown or HTML.
    """
    file = FileText(decode(content, shown_path))
    place = Place(shown_path, line)
    if before == after:
        return content
    found = list(_found(file.text, line, before))
    if not found:
        message = f"{place}: “{_short(before)}” no longer stands there"
        raise BriefsError(message, "it was changed meanwhile: run briefs review again")
    whole = [one for one in found if one.is_whole]
    if len(found) > 1 and len(whole) != 1:
        raise BriefsError(f"{place}: “{_short(before)}” stands there more than once", "change the file by hand")
    wording = whole[0] if len(whole) == 1 else found[0]
    if not wording.quote and not _MARKUP.search(before) and _has_other_signs(file.text, wording, before, after):
        raise BriefsError(f"{place}: “{_short(after)}” would be read as more than words", "change the file by hand")
    edits = wording.edits(file.text, before, after)
    if _has_other_calls(file.text, edited(file.text, edits), before, after, wording.quote):
        raise BriefsError(f"{place}: “{_short(after)}” would be read as a call", "change the file by hand")
    try:
        return (_BOM if content.startswith(_BOM) else b"") + file.edited(edits).encode()
    except UnicodeEncodeError as error:
        raise BriefsError(f"{place}: the new text cannot be written there", "change the file by hand") from error


class _Wording:
    """Words where they were found; `quote` are the quotation marks of a call that they stand in, or nothing."""

    def __init__(self, atoms: Sequence[Atom], quote: str, is_whole: bool) -> None:
        self.atoms, self.quote, self.is_whole = atoms, quote, is_whole

    def edits(self, text: str, before: str, after: str) -> list[Edit]:
        start, end = self.atoms[0].start, self.atoms[-1].end
        if not after and not self.quote:
            return [_line_gone(text, start, end)]
        if not self.quote and _MARKUP.search(before):
            return [Edit(start, end, after)]
        written = (lambda part: escaped_literal(part, self.quote)) if self.quote else str
        return list(word_edits(self.atoms, after, start, written))


def _found(text: str, line: int, before: str) -> Iterator[_Wording]:
    """Everywhere that `before` begins on `line` of a template, or stands in a call there."""
    lines = text.split("\n")
    if not before or not 0 < line <= len(lines):
        return
    start = sum(len(one) + 1 for one in lines[: line - 1])
    end = start + len(lines[line - 1])
    quoted = list(literals(text))
    calls = [(low, high) for low, high in jinja_spans(text) if low <= end and high > start]
    for low, high in quoted:
        if any(first <= low < last for first, last in calls):
            yield from _within(list(literal_atoms(text, low, high)), before, text[low], range(low, high))
    rest = text[start:]
    atoms = [
        Atom(start + one.start(), start + one.end(), " " if "\n" in one[0] and "\n" not in before else one[0])
        for one in _FOLD.finditer(rest[: len(lines[line - 1]) + 4 * len(before) + 200])
    ]
    for wording in _within(atoms, before, "", range(start, end + 1)):
        first = wording.atoms[0].start
        is_in_call = any(low < first < high for low, high in calls)
        if not is_in_call:
            is_whole = text[start:first].strip("# -*\t") == "" and _ends_line(text, wording.atoms[-1].end)
            yield _Wording(wording.atoms, "", is_whole)


def _within(atoms: Sequence[Atom], before: str, quote: str, begins: range) -> Iterator[_Wording]:
    said = "".join(atom.text for atom in atoms)
    offsets: dict[int, int] = {}
    at = 0
    for index, atom in enumerate(atoms):
        offsets[at] = index
        at += len(atom.text)
    offsets[at] = len(atoms)
    for found in re.finditer(f"(?={re.escape(before)})", said):
        first, last = offsets.get(found.start()), offsets.get(found.start() + len(before))
        if first is not None and last is not None and first < len(atoms) and atoms[first].start in begins:
            yield _Wording(atoms[first:last], quote, bool(quote) and len(before) == len(said))


def _ends_line(text: str, at: int) -> bool:
    """Whether nothing but the attributes of a heading stands behind a place in its line."""
    end = text.find("\n", at)
    return re.fullmatch(r"[ \t]*(?:\{[^{}%#][^{}]*\})?[ \t]*", text[at : len(text) if end < 0 else end]) is not None


def _line_gone(text: str, start: int, end: int) -> Edit:
    """Words that go, with their line if nothing else stands on it, and one blank line."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high + 1
    if text[low:start].strip() or text[end:high].strip():
        return Edit(start, end, "")
    if text.startswith("\n", high):
        high += 1
    return Edit(low, high, "")


def _has_other_signs(text: str, wording: _Wording, before: str, after: str) -> bool:
    """Whether `after` has signs of Markdown or HTML that `before` lacks, where `wording` stands."""
    start = wording.atoms[0].start
    begins_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if begins_line and _BEGINS.match(after) and not _BEGINS.match(before):
        return True
    return bool(Counter(_SIGNS.findall(after)) - Counter(_SIGNS.findall(before)))


def _has_other_calls(old: str, new: str, before: str, after: str, quote: str) -> bool:
    """Whether a template has other calls than it had, although none was to be changed."""
    if not quote and _MARKUP.search(before):
        return len(_MARKUP.findall(after)) > len(_MARKUP.findall(before))
    was, is_ = (["" if quote else text[low:high] for low, high in jinja_spans(text)] for text in (old, new))
    return was != is_


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"

"""The table at the end of a redline for reading: what has changed, thing by thing, before and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefs.model.document import Cell, Paragraph, Row, Section, Table
from briefs.model.inline import Deleted, Emphasis, Inline, Inserted, Text
from briefs.model.phrases import Phrases, phrases_for
from briefs.model.redline_phrases import RedlinePhrases, redline_phrases_for
from briefs.model.redlined import Difference, Redline
from briefs.model.text_runs import joined
from briefs.redline.atoms import pieces, worth
from briefs.redline.listed_changes import listed_changes, unlisted_sections
from briefs.redline.longest_common import WORD, stretches

_NEAR = 6
"""How many unchanged words are shown on each side of a change."""
_WHOLE = 60
"""How many words are shown of what is only in one of the editions."""
_BEGINNING = 10
"""How many words are shown of what has moved and is otherwise the same."""
_ROW_END = " · "
"""What stands between rows of a table in one cell."""
_WIDTHS = (16, 42, 42)


def change_section(redline: Redline, since: str) -> Section:
    """The section that lists the changes of `redline` since the edition that `since` names."""
    language = redline.new.properties.language
    words = redline_phrases_for(language)
    heading = (Text(words.changes.format(edition=since)),)
    writer = _Writer(phrases_for(language), words)
    rows = tuple(map(writer.row, listed_changes(redline.changes)))
    columns = tuple((Text(column),) for column in words.columns)
    table = (Table((), columns, rows, _WIDTHS, style="changes"),) if rows else ()
    places = ", ".join(words.under.format(heading=one) for one in unlisted_sections(redline.changes))
    said = words.unlisted.format(places=places) if places else "" if rows else words.nothing
    more = (Paragraph((Text(said),), "small"),) if said else ()
    return Section(heading, (*table, *more), "changes", style="end")


class _Writer:
    """Writes rows in one language."""

    def __init__(self, phrases: Phrases, words: RedlinePhrases) -> None:
        self._phrases, self._words = phrases, words

    def row(self, change: Difference) -> Row:
        """The row of one change: where it is, what was there, and what is there now."""
        old, new = (text.replace("\n", _ROW_END) for text in (change.old, change.new))
        before, now = self._before_and_now(replace(change, old=old, new=new))
        return Row((Cell((Text(_capital(self._place(change))),), header=True), Cell(before), Cell(now)))

    def _before_and_now(self, change: Difference) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
        absent: tuple[Inline, ...] = (Emphasis((Text(self._words.absent),)),)
        match change.kind:
            case "inserted":
                return absent, (Inserted((Text(self._beginning(change.new or self._words.picture, _WHOLE)),)),)
            case "deleted":
                return (Deleted((Text(self._beginning(change.old or self._words.picture, _WHOLE)),)),), absent
            case "moved":
                before, now = self._compared(change.old, change.new)
                if change.place == "heading":
                    return before, self._said(self._words.moved_section, "", now)
                was, is_now = self._old_place(change), self._place(change)
                if was == is_now:
                    is_same = change.place == "paragraph" and change.number is not None
                    return before, self._said(self._words.laid_out if is_same else self._words.moved_within, "", now)
                before = self._said(self._words.moved_to, _small(is_now), before)
                return before, self._said(self._words.moved_from, _small(was), now)
            case "parted":
                before, now = self._compared(change.old, change.new)
                return before, self._said(self._words.parted, "", now)
            case "joined":
                before, now = self._compared(change.old, change.new)
                return before, self._said(self._words.joined, "", now)
            case "reworded":
                before, now = self._compared(change.old, change.new)
                return before, now if change.old != change.new else self._said(self._words.same_words, "", now)

    def _said(self, phrase: str, place: str, text: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return (Emphasis((Text(phrase.format(place=place)),)), *text)

    def _place(self, change: Difference) -> str:
        """Where in the new edition a change is; of what is gone, where it was."""
        match change.place:
            case "furniture":
                return self._words.masthead
            case "title":
                return self._words.document_title
            case "about":
                return self._words.about
            case "heading":
                return self._words.heading
        if change.kind == "deleted":
            place = self._old_place(change)
            return place if change.old_number is None else self._words.formerly.format(place=_small(place))
        return self._part(change, self._numbered(change, change.number, change.section))

    def _old_place(self, change: Difference) -> str:
        return self._part(change, self._numbered(change, change.old_number, change.old_section or change.section))

    def _numbered(self, change: Difference, number: int | None, section: str) -> str:
        if number is None:
            return self._words.under.format(heading=section)
        return (self._phrases.note if change.place == "note" else self._phrases.paragraph).format(number=number)

    def _part(self, change: Difference, place: str) -> str:
        phrase = self._words.parts.get(change.place)
        return place if phrase is None else phrase.format(place=place)

    def _compared(self, old: str, new: str) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
        """Two texts, each with what the other lacks marked, and without words far from any change."""
        if old == new:
            beginning: tuple[Inline, ...] = (Text(self._beginning(old, _BEGINNING)),)
            return beginning, beginning
        ours, theirs = list(pieces(old)), list(pieces(new))
        found = stretches(ours, theirs, [worth(atom) for atom in ours])
        before: list[Inline] = []
        now: list[Inline] = []
        for at, stretch in enumerate(found):
            gone, come = ours[stretch.start : stretch.end], theirs[stretch.first : stretch.last]
            if stretch.is_equal:
                shown: tuple[Inline, ...] = (Text(self._near(gone, at == 0, at == len(found) - 1)),)
                before += shown
                now += shown
                continue
            before += [Deleted((Text("".join(gone)),))] if gone else []
            now += [Inserted((Text("".join(come)),))] if come else []
        return joined(before), joined(now)

    def _near(self, atoms: Sequence[str], is_first: bool, is_last: bool) -> str:
        """Unchanged atoms between two changes, before the first or after the last, without those far from both."""
        words = [at for at, atom in enumerate(atoms) if worth(atom) == WORD]
        keep = (0 if is_first else _NEAR) + (0 if is_last else _NEAR)
        if len(words) <= keep + 2:
            return "".join(atoms)
        head = "" if is_first else "".join(atoms[: words[_NEAR - 1] + 1]) + " "
        tail = "" if is_last else " " + "".join(atoms[words[-_NEAR] :])
        return f"{head}{self._words.left_out}{tail}"

    def _beginning(self, text: str, most: int) -> str:
        words = text.split(" ")
        return text if len(words) <= most + 2 else f"{' '.join(words[:most])} {self._words.left_out}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]

"""The notes of a Word file: their numbers in the whole report, and what they are called where Word counts otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefs.report.word.paragraph_text import Numbers
from briefs.report.word.word_blocks import Block, NoteCall, NoteKind, WordParagraph, paragraphs_of
from briefs.word.elements import Element, qn, value_of
from briefs.word.number_formats import formatted

NoteBodies = Mapping[tuple[NoteKind, str], list[Block]]
"""What notes say, by their kind and id."""
_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word counts notes of each kind unless a file says otherwise (ISO/IEC 29500-1, 17.11.17)."""


@dataclass(frozen=True, slots=True)
class WordNote:
    """A note that is called: its number in the report, its paragraphs, and how it is cited if not by this number.
    `mark` is its own sign, which its text may begin with."""

    kind: NoteKind
    number: int
    paragraphs: list[WordParagraph]
    cited_as: str
    mark: str


@dataclass(frozen=True, slots=True)
class WordNotes:
    """The notes of a report: `by_call` those that are called first at a place, `numbers` those of all calls."""

    by_call: Mapping[NoteCall, WordNote]
    numbers: Numbers


def number_notes(blocks: Iterable[Block], bodies: NoteBodies, formats: Mapping[NoteKind, str]) -> WordNotes:
    """Number the notes that `blocks` call: footnotes in the order of their first calls, then endnotes.

    Notes that nothing calls are not printed, and notes without words have nothing to be cited for.
    """
    calls = dict.fromkeys(call for one in paragraphs_of(blocks, with_boxes=True) for call in one.calls)
    by_call: dict[NoteCall, WordNote] = {}
    numbers: dict[NoteCall, int] = {}
    known: dict[tuple[NoteKind, str], int] = {}
    kinds: tuple[NoteKind, ...] = ("footnote", "endnote")
    for kind in kinds:
        counted = 0
        for call in calls:
            if call.kind != kind:
                continue
            if (kind, call.id) in known:
                numbers[call] = known[kind, call.id]
                continue
            body = bodies.get((kind, call.id), [])
            paragraphs = [one for one in paragraphs_of(body, with_boxes=True) if not one.is_blank]
            counted += not call.mark
            if not paragraphs:
                continue
            number = len(known) + 1
            known[kind, call.id] = numbers[call] = number
            printed = call.mark or formatted(counted, formats.get(kind) or _FORMATS[kind])
            is_plain = kind == "footnote" and printed == str(number)
            cited_as = "" if is_plain else f"{'fn' if kind == 'footnote' else 'en'} {printed}"
            by_call[call] = WordNote(kind, number, paragraphs, cited_as, call.mark)
    return WordNotes(by_call, numbers)


def uncalled_notes(blocks: Iterable[Block], bodies: NoteBodies) -> int:
    """How many notes have words, but are called nowhere in `blocks`: nobody sees them."""
    called = {(call.kind, call.id) for one in paragraphs_of(blocks, with_boxes=True) for call in one.calls}
    return sum(
        any(not one.is_blank for one in paragraphs_of(body)) for name, body in bodies.items() if name not in called
    )


def note_elements(root: Element, kind: NoteKind) -> dict[str, Element]:
    """The notes in a part by their ids, without the rules that separate them from the text."""
    found = root.iter(qn(f"w:{kind}"))
    return {value_of(note, "id"): note for note in found if value_of(note, "type") in ("", "normal")}


def note_formats(settings: Element | None, main: Element) -> dict[NoteKind, str]:
    """The number formats of notes that the settings or, before them, the first section names (17.11.11)."""
    found: dict[NoteKind, str] = {}
    for kind in _FORMATS:
        for root in (main, settings):
            element = None if root is None else next(root.iter(qn(f"w:{kind}Pr")), None)
            said = value_of(None if element is None else element.find(qn("w:numFmt")))
            if said:
                found[kind] = said
                break
    return found

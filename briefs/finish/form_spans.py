"""Which words of a unit are which form's, so that an edit of a returned file goes to the form that it changes.

A block template prints forms among words of its own, and printing changes what was written: quotation marks are
curled, acronyms written out. So forms are looked for in what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from briefs.model.document import Document, FormRef, Unit
from briefs.model.document_walk import inlines_of_owner, placed_units
from briefs.model.form_wording import wording_of
from briefs.model.library import Drawn
from briefs.model.provenance import FormSpan
from briefs.model.sent_runs import run_text
from briefs.model.typesetting import typeset

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENOUGH = 0.6
"""Which share of the words of a form must be printed, if it is not printed word for word."""
_BLANKS = re.compile("[ \t\n]+")


def form_spans(document: Document, blocks: Mapping[str, Drawn], expansions: Mapping[str, str]) -> Iterator[FormSpan]:
    """The words of each form of each unit, in the order of the units; those of no two forms overlap.

    `expansions` are what acronyms stand for, which a brief may have written out. Words in a picture are in no run.
    """
    for unit, runs in _runs(document):
        found = _Finding([_Run(text) for text in runs], expansions)
        forms = [(form, _printed(form, blocks)) for form in unit.forms if form.block in blocks]
        for form, text in sorted(forms, key=lambda one: -len(one[1])):  # a label may be part of a longer wording
            found.find(form, text)
        yield from found.spans(unit)


def _runs(document: Document) -> Iterator[tuple[Unit, list[str]]]:
    """The runs of each unit; notes last."""
    for placed in placed_units(document.sections):
        yield placed.unit, [run_text(run) for run in inlines_of_owner(placed.owner)]
    yield from ((note.unit, [run_text(note.children)]) for note in document.notes)


def _printed(form: FormRef, blocks: Mapping[str, Drawn]) -> str:
    return _BLANKS.sub(" ", typeset(wording_of(blocks[form.block], form))).strip()


@dataclass(slots=True)
class _Run:
    """A run of printed text, and the parts of it that are some form's."""

    text: str
    taken: list[tuple[int, int, FormRef]] = field(default_factory=list)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no form has any of these characters."""
        return all(end <= first or last <= start for first, last, _ in self.taken)

    def free_parts(self) -> Iterator[tuple[int, int]]:
        """Where the parts begin and end that no form has."""
        at = 0
        for start, end, _ in sorted(self.taken, key=lambda one: one[:2]):
            if at < start:
                yield at, start
            at = end
        if at < len(self.text):
            yield at, len(self.text)


@dataclass(slots=True)
class _Finding:
    """Finds forms in the `runs` of one unit."""

    runs: Sequence[_Run]
    expansions: Mapping[str, str]

    def find(self, form: FormRef, text: str) -> None:
        """Note where `form`, which says `text`, is printed: word for word, or else where most of its words are."""
        if not text:
            return
        for wording in self._wordings(text):
            if found := self._exactly(wording):
                break
        else:
            found = self._by_words(text)
        if found:
            run, start, end = found
            run.taken.append((start, end, form))

    def spans(self, unit: Unit) -> Iterator[FormSpan]:
        """What was found, in reading order."""
        for number, run in enumerate(self.runs):
            for start, end, form in sorted(run.taken, key=lambda one: one[:2]):
                yield FormSpan(unit.name, str(form), number, start, end)

    def _wordings(self, text: str) -> Iterator[str]:
        """`text`, and with each acronym that was written out in the brief."""
        yield text
        for acronym, expansion in self.expansions.items():
            if acronym not in text:
                continue
            full = re.compile(re.escape(f"{expansion} ({acronym})"), re.I)
            printed = next((found[0] for run in self.runs if (found := full.search(run.text))), "")
            if printed:
                text = re.sub(rf"\b{re.escape(acronym)}\b", printed.replace("\\", r"\\"), text, count=1)
                yield text

    def _exactly(self, text: str) -> tuple[_Run, int, int] | None:
        """Where `text` is printed: all of a run, or at its start, or as whole words somewhere."""
        places = [
            (found.start() != 0 or found.end() != len(run.text), found.start() != 0, number, found.start())
            for number, run in enumerate(self.runs)
            for found in re.finditer(re.escape(text), run.text)
            if run.is_free(found.start(), found.end()) and _is_apart(run.text, found.start(), found.end())
        ]
        if not places:
            return None
        *_, number, start = min(places)
        return self.runs[number], start, start + len(text)

    def _by_words(self, text: str) -> tuple[_Run, int, int] | None:
        """The part of a run, from the first to the last word of `text`, that has most of them."""
        wanted = [word.casefold() for word in _TOKEN.findall(text)]
        best: tuple[float, _Run, int, int] | None = None
        for run in self.runs:
            for start, end in run.free_parts():
                tokens = list(_TOKEN.finditer(run.text, start, end))
                matcher = SequenceMatcher(None, wanted, [token[0].casefold() for token in tokens], autojunk=False)
                blocks = [block for block in matcher.get_matching_blocks() if block.size]
                share = sum(block.size for block in blocks) / max(len(wanted), 1)
                if share >= _ENOUGH and (best is None or share > best[0]):
                    last = blocks[-1].b + blocks[-1].size - 1
                    best = share, run, tokens[blocks[0].b].start(), tokens[last].end()
        return None if best is None else best[1:]


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether no word begins before `start` and ends after it, or does so at `end`."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (behind.isalnum() and text[end - 1].isalnum())

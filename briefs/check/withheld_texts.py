"""Texts that a finished file must not have, each with the reason: what is excluded, what is only for drafts or editors.

A text is found by its runs of words, so that a part of it is found too. Words that the file may have from elsewhere, as
from another block with the same sentence, are no leak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefs.check.subjects import FilesToCheck
from briefs.model.block import Conflict
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Place
from briefs.model.inline import inline_text
from briefs.model.library import Drawn
from briefs.model.phrases import phrases_for
from briefs.text.squeezed import folded_words

RUN = 6
"""How many words in a row are somebody's wording, rather than words that anybody uses."""
_PLACEHOLDER = re.compile(r"\{\w*\}")


class Withheld(NamedTuple):
    """A text that a file must not have: `what` messages call it, and where it is written."""

    text: str
    what: str
    place: Place


def withheld_texts(files: FilesToCheck) -> Iterator[Withheld]:
    """What no file of a brief may have: text of excluded blocks and remarks of editors; when cleared, what is only for
    drafts."""
    audience = files.document.audience
    is_cleared = files.document.properties.status == "cleared"
    for drawn in files.library.blocks.values():
        if is_excluded(drawn, audience):
            why = f'text of "{drawn.id}", which is never for {audience}'
            yield from (Withheld(text, why, drawn.place) for text in texts_of(drawn))
        for field in ("note", "caveat", *(("says_more",) if is_cleared else ())):
            if isinstance(text := getattr(drawn.block, field, None), str):
                yield Withheld(text, f'the {field.replace("_", " ")} of "{drawn.id}"', drawn.place_of(field))
        if is_cleared and isinstance(drawn.block, Conflict):
            for field in ("point", "printed"):
                why = f'the {field} of "{drawn.id}", which is for clearing officers'
                yield Withheld(getattr(drawn.block, field), why, drawn.place_of(field))
    if is_cleared:
        yield from _of_drafts(files)


def _of_drafts(files: FilesToCheck) -> Iterator[Withheld]:
    """What only a draft says besides its blocks."""
    phrases, front = phrases_for(files.document.properties.language), files.template.front
    gaps = (front.gaps.heading, *front.gaps.lines) if front.gaps is not None else ()
    lines = (files.house.status.draft, files.house.running_status.draft)
    program = (phrases.clearing_notes, phrases.clearance_caption, phrases.left_out, phrases.shortened)
    for text in (*gaps, *(part for line in lines for part in _PLACEHOLDER.split(line)), *program):
        yield Withheld(text, "what only a draft says", files.template.place_of("gaps" if text in gaps else "audience"))


class Permitted:
    """What a file may have whatever else says it too: blocks that are not excluded, and what is said about report and
    house."""

    def __init__(self, files: FilesToCheck) -> None:
        audience, house, library = files.document.audience, files.house, files.library
        blocks = (drawn for drawn in library.blocks.values() if not is_excluded(drawn, audience))
        texts = [text for drawn in blocks for text in texts_of(drawn)]
        texts += (inline_text(files.document.furniture.about), house.attribution or "", library.report.title)
        texts += (section.address for section in library.report.sections())
        self._texts = [(text.lower() if text.isascii() else "", text) for text in dict.fromkeys(texts)]

    def has(self, run: str) -> bool:
        """Whether one of these texts has the words `run`, folded and with one space between them."""
        longest = max(run.split(), key=len)  # few texts have it, so that the others need not be folded
        near = (text for lower, text in self._texts if not lower or longest in lower)
        return any(f" {run} " in f" {' '.join(folded_words(text))} " for text in near)


def is_excluded(drawn: Drawn, audience: str) -> bool:
    """Whether a block must not reach an audience."""
    return drawn.block.audiences.get(audience) == "never"


def texts_of(drawn: Drawn) -> tuple[str, ...]:
    """Everything that a block could print: wording written by hand, and the words of its passages."""
    written: list[str] = []
    for name in type(drawn.block).model_fields:
        match getattr(drawn.block, name):
            case Form(text=text) | Passage(short=Form(text=text)):
                written.append(text)
            case str() as text if name in _PRINTED:
                written.append(text)
            case _:
                pass
    return (*written, *(extract.text for extract in drawn.all_extracts()))


_PRINTED = frozenset({"lead", "title", "question", "point", "term", "name", "when", "expansion", "together", "theme"})
"""Fields with words that block templates print."""


@lru_cache(maxsize=8192)
def runs_in(text: str) -> frozenset[str]:
    """The runs of words of `text`, each in one string; the whole of a shorter one."""
    words = folded_words(text)
    if len(words) <= RUN:
        return frozenset({" ".join(words)}) if words else frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))

"""Nothing is lost on paper: all content lies within the text area, and every word can be read in the finished PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefs.check.subjects import PagesToCheck
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document_text import full_text, unit_texts
from briefs.model.document_walk import map_inlines
from briefs.model.inline import Inline, SourceTag, inline_text
from briefs.model.sheet import POINTS_PER_MM
from briefs.model.typesetting import LONGEST_WHOLE

NAMED = 5
"""How many lost words a message names."""

_WORDS_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts that put no spaces between words, such as Chinese and Thai: a line or page may end behind any character."""
_JOINERS = "\u200c\u200d"
"""Characters that only shape the letters beside them: a PDF may not have them."""
_WORD = re.compile(rf"[{_WORDS_WITHOUT_SPACES}]|[^\W\d_{_WORDS_WITHOUT_SPACES}]+|\d+")


def check_page_areas(pages: PagesToCheck) -> Iterator[Diagnostic]:
    """An error for each unit with content that does not lie within the text area of its page."""
    told: set[tuple[str, int]] = set()
    for one in pages.overflows:
        if (one.unit, one.page) in told:
            continue
        told.add((one.unit, one.page))
        note = next((note for note in pages.document.notes if note.unit.tag == one.unit), None)
        what = f'"{_shortened(one.text)}"' if one.text else "a picture"
        if note is not None:
            what = f'note {note.number}, "{_shortened(inline_text(note.children))}",'
        message = (
            f"{what} on page {one.page} of {pages.document.key.described} stands out of its place "
            f"by {max(1, round(one.beyond / POINTS_PER_MM))} mm and would be cut off or printed over"
        )
        hint = "shorten it, or print it where there is more room, such as outside a table"
        if not one.text:
            hint = "show fewer things in it, or split it into two pictures"
        elif note is not None:
            hint = "shorten it: all notes on a page must fit at its foot"
        elif not one.unit:
            hint = (
                "shorten it in house.yaml, report.yaml or the front matter of the template, wherever it is written; "
                "or set it smaller in print.css"
            )
        yield Fault("off-page", message, hint).at(_place(pages, one.unit))


def check_words_read_back(pages: PagesToCheck) -> Iterator[Diagnostic]:
    """An error if the PDF lacks words of the brief; nothing is checked without a PDF."""
    if not pages.printed:
        return
    furniture = pages.document.furniture
    text = "\n".join((furniture.issuer, inline_text(furniture.about), full_text(map_inlines(pages.document, _apart))))
    if lost := lost_words(text, pages.printed):
        shown = ", ".join(f'"{word}"' for word in lost[:NAMED])
        more = f" and {len(lost) - NAMED} more" if len(lost) > NAMED else ""
        message = (
            f"the PDF of {pages.document.key.described} does not have all words of the brief; it lacks {shown}{more}"
        )
        hint = (
            "if print.css hides something, as with `display: none`, take that out; otherwise print the block elsewhere"
        )
        unit = next((unit.tag for unit, text in unit_texts(pages.document) if lost[0] in _words(text)), "")
        yield Fault("words-lost", message, hint).at(_place(pages, unit))


def _apart(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline elements with a space before each source tag, as it is printed."""
    return tuple(replace(one, text=f" {one.text}") if isinstance(one, SourceTag) else one for one in children)


def lost_words(text: str, printed: str) -> list[str]:
    """The words of `text` that `printed`, text of a PDF, has less often, in order.

    A word may be divided at the end of a line, or stand close to the mark of a note.
    """
    wanted, found = Counter(_words(text)), Counter(_words(printed))
    doubtful = [word for word, count in wanted.items() if found[word] < count]
    if not doubtful:
        return []
    squeezed = "".join(_words(printed))
    return [
        word
        for word in doubtful
        if max(squeezed.count(word), found[word]) < wanted[word] and not _is_divided(word, squeezed)
    ]


def _is_divided(word: str, squeezed: str) -> bool:
    """Whether a word that is longer than some lines is divided between two pages."""
    return len(word) > LONGEST_WHOLE and any(
        word[:at] in squeezed and word[at:] in squeezed for at in range(2, len(word) - 1)
    )


def _words(text: str) -> list[str]:
    """The runs of letters and of digits in `text`, without marks on letters, which PDFs compose in different ways.

    The letters of words that are written from right to left are sorted: programs read joined ones in either order.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    found = _WORD.findall("".join(c for c in decomposed if unicodedata.category(c)[0] != "M" and c not in _JOINERS))
    return ["".join(sorted(word)) if unicodedata.bidirectional(word[0]) in ("R", "AL") else word for word in found]


def _place(pages: PagesToCheck, tag: str) -> Place:
    """Where what the unit with this tag prints is written: a block, or else the line of the template."""
    unit = next((unit for unit in pages.document.units() if unit.tag == tag), None)
    if unit is None:
        return pages.template.place_of("audience")
    drawn = next((pages.library.blocks[block] for block in unit.blocks if block in pages.library.blocks), None)
    return drawn.place if drawn else pages.template.place(unit.line)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"

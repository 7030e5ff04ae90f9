"""Expanding acronyms after the cut: if the expansion of one was left out, it is expanded where it is first printed.

This is never done in a quotation, where it would put words in somebody's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefs.model.block import Acronym
from briefs.model.document import Document
from briefs.model.document_text import is_expanded, masthead_text, unit_texts
from briefs.model.document_walk import map_unit_inlines
from briefs.model.inline import Emphasis, Foreign, Inline, Strong, Text
from briefs.model.library import Drawn, is_acronym
from briefs.model.recorded_mapping import selected
from briefs.model.typesetting import typeset
from briefs.text.acronym_spotting import acronyms_in

_ARTICLE = re.compile(r"\b[Aa]n? \Z")
_ENDINGS = ("’", "'")


def expansions_for(audience: str, blocks: Mapping[str, Drawn]) -> dict[str, str]:
    """What the acronyms among `blocks` stand for, as it is printed, but for those that `audience` must never see."""
    return {
        drawn.block.acronym: typeset(drawn.block.expansion)
        for drawn in selected(blocks, is_acronym).values()
        if isinstance(drawn.block, Acronym) and drawn.block.audiences.get(audience) != "never"
    }


def expand_acronyms(document: Document, expansions: Mapping[str, str]) -> Document:
    """`document` with each acronym that it prints but never expands written out: "Global Migration Group (GMG)".

    `expansions` say what acronyms stand for.
    """
    text = "\n".join(text for _, text in unit_texts(document))
    masthead = masthead_text(document)
    for acronym, expansion in expansions.items():
        if acronym in text and not is_expanded(acronym, expansion, text, masthead):
            document = _with_first_expanded(document, acronym, expansion)
    return document


def _with_first_expanded(document: Document, acronym: str, expansion: str) -> Document:
    """`document` with the first `acronym` that can be expanded written out, capitalized if it begins a unit."""
    done = False

    def expanded(inlines: tuple[Inline, ...], is_start: bool = True) -> tuple[Inline, ...]:
        nonlocal done
        out: list[Inline] = []
        for inline in inlines:
            match inline:
                case Text() if not done and (found := _expandable(acronym, inline.text)):
                    begins = is_start and not out and found.start() == 0
                    full = expansion[:1].upper() + expansion[1:] if begins else expansion
                    before, after = inline.text[: found.start()], inline.text[found.end() :]
                    out.append(Text(f"{before}{full} ({acronym}){after}"))
                    done = True
                case Strong() | Emphasis() | Foreign():
                    out.append(replace(inline, children=expanded(inline.children, is_start and not out)))
                case _:
                    out.append(inline)
        return tuple(out)

    return map_unit_inlines(document, expanded)


def _expandable(acronym: str, text: str) -> re.Match[str] | None:
    """The first use of `acronym` in `text` that can be written out.

    After "a" or "an", and with an ending, the sentence would have to change with it.
    """
    for found in acronyms_in(text, (acronym,)):
        if (
            found[0] == acronym
            and not _ARTICLE.search(text[: found.start()])
            and not text.startswith(_ENDINGS, found.end())
        ):
            return found
    return None

"""Expanding acronyms after the cut: what is left while its expansion went is expanded where it is first printed.

Only where nothing else expands it, and never in a quotation, where it would put words in somebody's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefs.model.block import Acronym
from briefs.model.document import Document, Emphasis, Foreign, Inline, Strong, Text
from briefs.model.document_text import unit_texts
from briefs.model.document_walk import map_unit_inlines
from briefs.model.library import Drawn


def expand(document: Document, blocks: Mapping[str, Drawn]) -> Document:
    """`document` with each acronym expanded that it prints and nowhere expands: "Global Migration Group (GMG)"."""
    text = "\n".join(text for _, text in unit_texts(document))
    acronyms = {
        drawn.block.acronym: drawn.block.expansion
        for drawn in blocks.values()
        if isinstance(drawn.block, Acronym) and drawn.block.audiences.get(document.audience) != "never"
    }
    for acronym, expansion in acronyms.items():
        if acronym in text and expansion.lower() not in text.lower():
            document = _expanded(document, acronym, expansion)
    return document


def _expanded(document: Document, acronym: str, expansion: str) -> Document:
    # Behind "a" or "an", or with an ending, the sentence would have to change with it.
    pattern = re.compile(rf"(?<![\w-])(?<!\b[Aa] )(?<!\b[Aa]n ){re.escape(acronym)}(?![\w’'-])")
    done = False

    def first(inlines: tuple[Inline, ...], start: bool = True) -> tuple[Inline, ...]:
        nonlocal done
        out: list[Inline] = []
        for inline in inlines:
            match inline:
                case Text() if not done and (found := pattern.search(inline.text)):
                    begins = start and not out and found.start() == 0
                    full = expansion[:1].upper() + expansion[1:] if begins else expansion
                    before, after = inline.text[: found.start()], inline.text[found.end() :]
                    out.append(Text(f"{before}{full} ({acronym}){after}"))
                    done = True
                case Strong() | Emphasis() | Foreign():
                    out.append(replace(inline, children=first(inline.children, start and not out)))
                case _:
                    out.append(inline)
        return tuple(out)

    return map_unit_inlines(document, first)

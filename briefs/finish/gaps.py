"""What the report does not say: in a draft, a box of lines for those who receive it to complete."""

from __future__ import annotations

from briefs.model.document import Item, List, Section
from briefs.model.edition import Gaps
from briefs.model.inline import Strong, Text
from briefs.model.phrases import phrases_for


def gaps_section(gaps: Gaps, language: str) -> Section:
    """The box with the lines of `gaps`, each to be completed; `language` is the BCP 47 tag of the brief."""
    to_be_completed = Text(phrases_for(language).to_be_completed)
    items = tuple(Item((Strong((Text(f"{line.rstrip(':')}:"),)), to_be_completed)) for line in gaps.lines)
    return Section((Text(gaps.heading),), (List(items, "plain"),), id="gaps", style="box")

"""What of a brief has changed since an office cleared an edition of it: what was cleared is what is sent.

Only what readers get counts: not the lines of the masthead that say which edition it is, not source tags, and not what
a draft has for those who clear it. What an office asked for itself does not count either, as long as it is printed as
it was asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefs.model.document import Document
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, NOTES, SOURCES
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.pipeline.accepted_changes import AcceptedChange
from briefs.pipeline.explained_changes import ExplainedChanges
from briefs.publication.edition_changes import edition_changes
from briefs.text.quotations import INNER_QUOTES

_OWN = frozenset((NOTES, SOURCES, GAPS, CLEARING_NOTES, CLEARANCE))
"""The program's own sections. Only drafts have some of them; the sources follow from the rest."""
_OF_EDITION = frozenset(("masthead identity", "masthead copy", "masthead status", "masthead title"))
"""Lines of the masthead that say which edition it is, and the title, which is compared with the units."""
_KINDS = {"heading": "heading", "caption": "caption", "column": "column"}
_SHOWN = 60
"""The most characters of words that are quoted."""


def changes_since(seen: Document, now: Document, accepted: Sequence[AcceptedChange] = ()) -> tuple[str, ...]:
    """The places of `now` that are not as they were in the edition `seen`, each in a few words, in reading order.

    `accepted` are the proposals that were accepted since, in their order: places that say what the office asked for are
    left out, and the others are named with what became of them.
    """
    changed = _changes(seen, now, ())
    if not changed:
        return tuple(_end_matter(seen, now))
    return _changes(seen, now, accepted) if accepted else changed


def _changes(seen: Document, now: Document, accepted: Sequence[AcceptedChange]) -> tuple[str, ...]:
    explained = ExplainedChanges(seen, now, accepted)
    found = (_units(seen, now, explained), _order(seen, now, explained), _furniture(explained))
    return tuple(dict.fromkeys(one for changes in found for one in changes))


def _units(seen: Document, now: Document, explained: ExplainedChanges) -> Iterator[str]:
    for change in edition_changes(seen, now):
        unit = change.unit
        match change.kind:
            case "new_title" if not explained.is_asked_line("masthead title"):
                yield f"the title, now {change.label}{_because(explained.fate('masthead title'))}"
            case "added" if not explained.is_new_name(unit) and not explained.is_asked_addition(unit):
                yield f"{change.label} ({_with('new', explained.fate_of_addition(unit))})"
            case "added" | "reworded" if explained.is_new_name(unit) or change.kind == "reworded":
                if not explained.is_asked_wording(unit):
                    yield f"{change.label}{_because(explained.fate(unit))}"
            case "removed" if not explained.is_renamed(unit) and not explained.is_asked_removal(unit):
                yield f"{change.label} ({_with('gone', explained.fate(explained.name(unit)))})"


def _order(seen: Document, now: Document, explained: ExplainedChanges) -> Iterator[str]:
    """That what both print is in another order."""
    before = [explained.name(unit.name) for unit in seen.units()]
    after = [unit.name for unit in now.units()]
    common = set(before) & set(after)
    is_kept = [one for one in before if one in common] == [one for one in after if one in common]
    if not is_kept and not explained.is_asked_order(common):
        yield f"the order of paragraphs{_because(explained.fate_of_order(common))}"


def _furniture(explained: ExplainedChanges) -> Iterator[str]:
    """Headings, captions and other words that belong to no unit. Headings of columns count if they are new: drafts have
    some for answers."""
    before, after = ([*map(_line, filter(_is_furniture, one))] for one in (explained.before, explained.after))
    asked = {_line(old): _line(new) for old, new in explained.asked_lines() if _is_furniture(old)}
    before, present = [asked.get(one, one) for one in before], Counter(after)
    fates = {_line(one): fate for one in (*explained.before, *explained.after) if (fate := explained.fate(one.key))}
    gone_as_asked = {_line(one) for one in explained.before if explained.is_asked_removal_of_line(one.key)}
    for kind, text in present - Counter(before):
        if kind != "column" or (kind, text) not in before:
            yield f"the {kind} “{_short(text)}” ({_with('new', fates.get((kind, text), ''))})"
    for kind, text in Counter(before) - present:
        if kind != "column" and (kind, text) not in gone_as_asked:
            yield f"the {kind} “{_short(text)}” ({_with('gone', fates.get((kind, text), ''))})"


def _is_furniture(one: SentParagraph) -> bool:
    """Whether a paragraph is what the brief prints besides units."""
    is_said_elsewhere = one.key in _OF_EDITION or (one.unit and one.role != "attribution")
    return one.section not in _OWN and not is_said_elsewhere and one.role != "tag" and bool(one.text.strip())


def _line(one: SentParagraph) -> tuple[str, str]:
    """What a paragraph is, and its words."""
    return _KINDS.get(one.role, "line"), " ".join(one.text.split())


def _end_matter(seen: Document, now: Document) -> Iterator[str]:
    """The lines below the sources, where nothing else has changed: these change with every paragraph."""
    before, after = (
        [" ".join(one.text.split()) for one in sent_paragraphs(document) if one.section == SOURCES]
        for document in (seen, now)
    )
    yield from (f"the line “{_short(text)}” (new)" for text in after if text not in before)
    yield from (f"the line “{_short(text)}” (gone)" for text in before if text not in after)


def _because(fate: str) -> str:
    return f" ({fate})" if fate else ""


def _with(what: str, fate: str) -> str:
    return f"{what}; {fate}" if fate else what


def _short(text: str) -> str:
    quoted = text.translate(INNER_QUOTES)
    return quoted if len(quoted) <= _SHOWN else f"{quoted[:_SHOWN].rsplit(' ', 1)[0]} …"

"""Comparing two editions: the new one with everything marked that is different from the old one."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Document
from briefs.model.inline import Text
from briefs.model.mark import Mark
from briefs.model.page_furniture import Furniture
from briefs.model.redlined import Difference, Redline
from briefs.redline.compared_editions import Compared, compared_editions
from briefs.redline.document_merging import Merging
from briefs.redline.moved_numbers import cited_numbers, with_moved_numbers, with_new_names
from briefs.redline.moved_parts import with_moves
from briefs.redline.note_merging import merged_notes
from briefs.redline.part_pairs import new_names


def redline(old: Document, new: Document, mark: Mark, *, moves: bool = False) -> Redline:
    """`new` with everything marked that is different from `old`, all changes by the author and of the date of `mark`.

    What moved is deleted in one place and inserted in the other; with `moves`, these are told to be halves of a move if
    they say the same. Numbers that follow from the order of things are not compared, nor are lines of the masthead that
    differ with each edition: status, version and date. Editions that say the same give `new` itself as the document.

    If `old` is a redline itself, in which reviewers have marked changes, these stay theirs: what they inserted is
    compared, and what they deleted stays deleted. So all accepted gives the new edition, all rejected the old one
    before their changes.
    """
    compared = _by_new_names(compared_editions(old, new))
    merging = Merging(compared, mark)
    furniture = _furniture_changes(old.furniture, new.furniture)
    title = merging.words("title", (Text(compared.old.title),), (Text(new.title),))
    about = merging.words("about", compared.old.furniture.about, new.furniture.about)
    sections = merging.sections()
    merging.enter(None)
    sections, notes = merged_notes(compared.old.notes, new.notes, sections, merging)
    if not merging.changes and not compared.has_marks:
        return Redline(new, compared.old, new, tuple(furniture), merging.counts)
    changes, sections = with_moves(merging.changes, sections, is_marked=moves)
    sections = with_moved_numbers(sections, compared.old, mark)
    marked = replace(
        new,
        marked_title=() if title == (Text(new.title),) else title,
        furniture=replace(new.furniture, about=about),
        sections=sections,
        notes=notes,
    )
    return Redline(marked, compared.old, new, (*furniture, *changes), merging.counts)


def _by_new_names(compared: Compared) -> Compared:
    """The editions, where the old one cites numbers by the names that their units have in the new one."""
    if cited_numbers(compared.old).keys() <= cited_numbers(compared.new).keys():
        return compared
    return replace(compared, old=with_new_names(compared.old, new_names(compared)))


def _furniture_changes(old: Furniture, new: Furniture) -> list[Difference]:
    """The lines of masthead and pages that differ, but for those that say status, version and date."""
    pairs = (
        (old.issuer, new.issuer),
        (old.series, new.series),
        (old.reference, new.reference),
        (old.language_name, new.language_name),
        (old.distribution, new.distribution),
        (old.running_header[0], new.running_header[0]),
    )
    return [Difference("furniture", "reworded", before, after) for before, after in pairs if before != after]

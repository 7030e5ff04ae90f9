"""What one returned file suggests: every change and every comment in it, for the wording that it is about.

Each tracked change of the file is part of exactly one suggestion; of those that are in none, `unaccounted` says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefs.model.marked_file import MarkedFile
from briefs.model.proposal import Reviewed
from briefs.model.sent_text import SentParagraph
from briefs.review.changed_paragraphs import ChangedParagraph, changed_paragraphs
from briefs.review.drafts import Drafts, revisions_of
from briefs.review.matches import Match, Matches
from briefs.review.suggesting import Suggesting
from briefs.review.suggestion import Suggestion
from briefs.review.unit_labels import row_of


def suggestions(sent: Sequence[SentParagraph], file: MarkedFile, matches: Matches) -> tuple[Suggestion, ...]:
    """What `file` suggests, in the order of the edition, of which `sent` are the paragraphs."""
    suggesting, drafts = Suggesting(sent, file.name), Drafts(file)
    changed = [(match, changed_paragraphs(match)) for match in matches.matches]
    groups: dict[str, list[tuple[Match, ChangedParagraph]]] = {}
    for match, paragraphs in changed:
        for one in paragraphs:
            groups.setdefault(row_of(one.sent), []).append((match, one))
    gone = {name for name, group in groups.items() if _is_gone([one for _, one in group])}
    for match, paragraphs in changed:
        left = [one for one in paragraphs if row_of(one.sent) not in gone]
        for one in left:
            drafts.add(suggesting.reworded(one), [match])
        drafts.add(suggesting.tags(match), [match])
        drafts.add(suggesting.counted(match, left), [match])
        drafts.add(suggesting.answers(match), [match])
        if not match.sent:
            drafts.add(suggesting.new(match), [match])
    for name, group in groups.items():
        own = list(dict.fromkeys(match for match, _ in group))
        if name in gone:
            drafts.add([suggesting.deleted(name, own, [one for _, one in group])], own)
        elif any(match.is_moved for match in own):
            drafts.add([suggesting.moved(name, own, [one for _, one in group])], own)
    for paragraph in matches.apart:
        apart = Match((), (paragraph,), paragraph.spans)
        drafts.add(suggesting.answers(apart), [apart])
        if paragraph.story == "running":
            drafts.add(suggesting.running(apart), [apart])
    for match, following in zip(matches.matches, (*matches.matches[1:], None), strict=False):
        drafts.claim_end(match, following)
    for match in matches.matches:
        is_comment = _holds_nothing_but_comments(file, match)
        drafts.claim_rest(match, suggesting.commented(match) if is_comment else suggesting.unchanged_words(match))
        drafts.place_threads(match, suggesting.commented(match))
    look = _look(file, matches, drafts.claimed)
    if look:
        drafts.add([suggesting.look(look, [file.revisions[number].mark for number in look])], [])
    drafts.place_all_threads(suggesting.on_everything())
    return drafts.finished()


def unaccounted(file: MarkedFile, found: Iterable[Reviewed]) -> tuple[int, ...]:
    """The tracked changes of `file` that are in none of `found`, as indices; the reader may have understood them, or
    not."""
    known = {number for one in found if one.file == file.name for number in one.revisions}
    return tuple(number for number in range(len(file.revisions)) if number not in known)


def _holds_nothing_but_comments(file: MarkedFile, match: Match) -> bool:
    """Whether the tracked changes of a match hold no words: LibreOffice marks a comment as inserted in this way."""
    changes = [file.revisions[number] for number in revisions_of(match)]
    on = (*match.spans, *match.tag_spans)
    return any(span.threads for span in on) and not any(one.is_format or one.text for one in changes)


def _is_gone(group: Sequence[ChangedParagraph]) -> bool:
    """Whether nothing is left of a unit, a row or any other paragraph that had words."""
    return any(one.sent.text.strip() for one in group) and not any(one.after.strip() for one in group)


def _look(file: MarkedFile, matches: Matches, claimed: set[int]) -> list[int]:
    """The tracked changes that no words have: those of the look, and of empty paragraphs."""
    look = (number for number, one in enumerate(file.revisions) if one.is_format)
    empty = (number for one in matches.apart for number in one.revisions)
    return sorted({*look, *empty} - claimed - set(file.not_understood))

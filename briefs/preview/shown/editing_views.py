"""Blocks and proposals that can be edited and decided in the page, and what becomes of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefs.preview.shown.brief_views import PassageView
from briefs.preview.shown.report_views import Use
from briefs.preview.shown.state_views import Link, Problem

if TYPE_CHECKING:
    from briefs.model.priority import Priority


@dataclass(frozen=True, slots=True)
class FieldView:
    """A value of a block that can be edited. `name` as in `FormRef` (`short`, `ask`, `basis.short`) or
    `audiences.ministers`; `choices` if it is one of few; `value` is empty if it is not written."""

    name: str
    sort: Literal["wording", "choice"]
    value: str
    is_written: bool
    link: Link
    choices: tuple[str, ...] = ()
    explained: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block: `version` is a hash of its file as read, handed back when something is saved. `priorities` are those
    that count, also where nothing is written."""

    report: str
    block: str
    kind: str
    version: str
    link: Link
    text: str
    fields: tuple[FieldView, ...]
    passages: tuple[PassageView, ...]
    priorities: Mapping[str, Priority]
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What the page wants written: `value` for the field `name` of `block`; `version` is that of the file as shown, and
    `before` the value as shown: if the file says the same still, other changes of it are no conflict. None: any are."""

    report: str
    block: str
    name: str
    value: str
    version: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class EditVerdict:
    """What the checks say of an edit that is not saved yet: only what it would add or mend. It has so many `words`, of
    at most `most_words` (None: no limit). If it cannot be saved at all, `obstacle` says why."""

    problems: tuple[Problem, ...]
    mended: tuple[Problem, ...] = ()
    words: int = 0
    characters: int = 0
    most_words: int | None = None
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an edit: saved, a `conflict` (the file changed meanwhile: `theirs` is the value there now), or
    refused, with `explained` in words. `version` is that of the file now; `before` is what the value was until then: an
    edit with it undoes this one."""

    outcome: Literal["saved", "unchanged", "conflict", "refused"]
    version: str
    explained: str = ""
    theirs: str = ""
    link: Link | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of block that a passage can become, and what it is for."""

    kind: str
    explained: str


@dataclass(frozen=True, slots=True)
class CandidateView:
    """What a selected passage can become, or has become: the `passages` that its anchors name, which may reach further
    than what was selected, and the `anchors`; blocks that point there `already`. Once it is written, it has an `id` and
    a `link`; before that, `kinds` are those to choose from."""

    passages: tuple[PassageView, ...]
    anchors: tuple[str, ...]
    already: tuple[str, ...] = ()
    kinds: tuple[KindView, ...] = ()
    id: str = ""
    link: Link | None = None
    explained: str = ""


@dataclass(frozen=True, slots=True)
class WordingView:
    """A wording that reviewers propose: `text` as it would be printed (empty: left out), and by whom. `written` is what
    would be written into the project, emphasis marks and all: what an edit begins with; empty if it cannot be edited
    here. `choices` are those of its proposal that mean this wording, and `problems` what checks say of it."""

    text: str
    written: str
    author: str
    date: str
    problems: tuple[Problem, ...]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal of a review: `proposal` names it; who made it to which paragraph of which brief; the wording `before`
    and `after` (or a `comment`); what checks say; and the passages beside. `choices` are what can be decided: "accept",
    "edit" (needs a wording, and writes that), "reject" and "note" (a reason may be given as the wording: reviewers are
    told), "later". If reviewers want different things (a conflict), "accept:2" and "edit:2" mean the second of
    `wordings`; `after` is the first of them. What has no choices only tells something, in `explained`: that a file is
    not here any more, or cannot be read. `state` is "open", "put off", or "commented on since". `link` is where the
    wording is written, and `block` a block for new text in YAML, to be pasted into a file of blocks."""

    review: str
    proposal: str
    brief: str
    author: str
    date: str
    place: str
    sort: str
    before: str
    after: str
    comment: str
    state: str
    problems: tuple[Problem, ...]
    passages: tuple[PassageView, ...]
    choices: tuple[str, ...]
    explained: str = ""
    wordings: tuple[WordingView, ...] = ()
    link: Link | None = None
    block: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision: it was kept (and what was accepted is written), or it is a `conflict`, since somebody
    decided or changed something meanwhile, or it was `refused`. Then nothing was written, and `explained` says why;
    `problems` are what checks find."""

    outcome: Literal["accepted", "rejected", "noted", "later", "conflict", "refused"]
    explained: str = ""
    problems: tuple[Problem, ...] = ()

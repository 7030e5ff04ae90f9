"""Keeping which other files propose what was decided already, so that the answer names their offices as well.

Only the lists of files and authors grow. All else in the file of decisions stays as people have left it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefs.files.encoding import decode, plain_line_ends
from briefs.files.record_items import scalar
from briefs.model.decision_record import DecidedProposal, ProposedWording
from briefs.model.diagnostics import DocumentError
from briefs.model.proposal import Proposal
from briefs.review.decisions import ITEM, NAME, PLAIN, KeptDecisions, proposed_wordings, record_in

_FIELD = re.compile(r"  (?:- |  )(\w+):")
_OF_WORDING = re.compile(r"      (- |  )(\w+):")
_LIST = re.compile(r"(?P<items>.*?)\](?P<rest>\s*(?:#.*)?)")
"""A list on one line, and what somebody may have remarked behind it."""


def with_files_of(kept: KeptDecisions, proposals: Iterable[Proposal]) -> KeptDecisions:
    """`kept` with the files of `proposals`, and their authors, in the decisions on the same proposals.

    It stays as it is if somebody has written these lists in a way that they cannot be added to.
    """
    if kept.content is None:
        return kept
    read = {one.id: proposed_wordings(one) for one in proposals}
    decided = tuple(with_wordings(one, read.get(one.id, ())) for one in kept.record.proposals)
    record = kept.record.model_copy(update={"proposals": decided})
    if record == kept.record:
        return kept
    content = _with_lists(kept.content.decode(), kept.record.proposals, decided).encode()
    try:
        is_understood = record_in(plain_line_ends(decode(content, NAME)), NAME) == record
    except DocumentError:
        is_understood = False
    return replace(kept, record=record, content=content) if is_understood else kept


def with_wordings(decided: DecidedProposal, read: Sequence[ProposedWording]) -> DecidedProposal:
    """`decided` with the files, and their authors, in which its wordings were `read`. What is kept of a file that it
    names already stays, since somebody may have corrected it."""
    proposed = tuple(_with_files(one, read) for one in decided.proposed)
    return decided if proposed == decided.proposed else decided.model_copy(update={"proposed": proposed})


def _with_files(wording: ProposedWording, read: Sequence[ProposedWording]) -> ProposedWording:
    same = [one for one in read if (one.text, one.leaves_out) == (wording.text, wording.leaves_out)]
    new = [one for one in same if not set(one.files) <= set(wording.files)]
    files = dict.fromkeys([*wording.files, *(file for one in new for file in one.files)])
    authors = dict.fromkeys([*wording.by, *(author for one in new for author in one.by)])
    return wording.model_copy(update={"files": tuple(files), "by": tuple(authors)}) if new else wording


def _with_lists(text: str, old: Sequence[DecidedProposal], new: Sequence[DecidedProposal]) -> str:
    """A file with the lists of files and authors in `new` instead of `old` decisions, which are the same otherwise."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if ITEM.match(line)]
    if len(starts) != len(old):
        return text
    made = lines[: starts[0]]
    for start, end, before, after in zip(starts, (*starts[1:], len(lines)), old, new, strict=True):
        item = lines[start:end]
        made += item if before == after else _item(item, before.proposed, after.proposed)
    return "\n".join(made)


def _item(lines: Sequence[str], old: Sequence[ProposedWording], new: Sequence[ProposedWording]) -> Iterator[str]:
    """The lines of a decision with the lists in `new` instead of `old` wordings."""
    field, number = "", -1
    for line in lines:
        if found := _FIELD.match(line):
            field = found[1]
        found = _OF_WORDING.match(line) if field == "proposed" else None
        number += found is not None and found[1] == "- "
        if found is None or not 0 <= number < len(old):
            yield line
            continue
        before, after = old[number], new[number]
        if found[2] == "files":
            if after.by and not before.by:  # a list without anything is left out
                yield f"        by: [{_listed(after.by)}]{line[len(line.rstrip()) :]}"
            yield _longer(line, before.files, after.files)
        else:
            yield _longer(line, before.by, after.by) if found[2] == "by" else line


def _longer(line: str, old: Sequence[str], new: Sequence[str]) -> str:
    found = _LIST.fullmatch(line)
    if found is None or not new[len(old) :]:
        return line
    return f"{found['items']}{', ' if old else ''}{_listed(new[len(old) :])}]{found['rest']}"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(scalar(one, PLAIN) for one in texts)

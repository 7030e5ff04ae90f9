"""A verdict in a short paragraph that somebody who has never heard of hashes understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.model.register import RegisteredCopy
from briefs.model.signature import SignatureState
from briefs.verification.known_files import KnownEdition
from briefs.verification.verdict import State, Verdict
from briefs.verification.word_changes import WordChange

_SHOWN = 5
"""The most changes, units or recipients that are told one by one."""

_LONGEST = 12
"""The most words that are quoted of a change."""

_LOOKS = {True: "look the same", False: "do not look the same: look at both side by side"}

_NOT_EXACTLY = "its pages are not drawn in exactly the same way, so look at both side by side"
"""Of pages that another program has written: many move letters by less than anybody sees."""

_HEADLINES: dict[State, str] = {
    "unchanged": "unchanged.",
    "signed": "unchanged, and signed since.",
    "added to": "something was added to it.",
    "same words": "the same words, but not the same file.",
    "changed": "CHANGED.",
    "not compared": "not compared.",
    "unknown": "unknown.",
    "unreadable": "",
}


def paragraph(verdict: Verdict) -> str:
    """What is known of a file, in a paragraph that begins with its name."""
    if verdict.state == "unreadable" and verdict.edition is None:
        return f"{verdict.name} {verdict.trouble}."
    return " ".join([f"{verdict.name}:", *filter(None, _sentences(verdict))])


def _sentences(verdict: Verdict) -> Iterator[str]:
    yield _HEADLINES[verdict.state]
    if verdict.state == "unknown":
        yield _unknown(verdict)
    elif verdict.edition is not None:
        yield _which(verdict, verdict.edition)
    yield _whose(verdict)
    yield from _difference(verdict)
    yield from (_signature(one) for one in verdict.signatures)
    if verdict.list_signature is not None:
        yield f"The list of all hashes that were given out was {verdict.list_signature}."
    if verdict.is_signature_unchecked:
        yield "It is signed, but the signature was not checked: run `make extras`."
    if verdict.later is not None:
        yield _superseded(verdict)


def _unknown(verdict: Verdict) -> str:
    if verdict.trouble:
        return f"Nothing is known of it: {verdict.trouble}."
    return "No build and no register here knows it, and it does not say which edition it is."


def _which(verdict: Verdict, edition: KnownEdition) -> str:
    known = verdict.known
    what = f"{edition.key.described}, version {edition.version} of {edition.date}"
    what += ", a draft" if edition.status == "draft" else ", cleared"
    number = f" ({edition.identifier})" if edition.identifier else ""
    if verdict.likeness is not None:
        share = "nearly all" if 0.99 < verdict.likeness < 1 else f"{verdict.likeness:.0%}"
        share = "all" if verdict.likeness == 1 else share
        return f"It does not say which edition it is, but has {share} of the words of {what}{number}."
    if known is None:
        says = "It says that it is" if verdict.compared in ("", "record") else "It is"
        return f"{says} {what}{number}."
    begins = "It begins with" if verdict.state == "added to" else "It is"
    kind = "It is the message with" if known.is_message else begins
    built = "" if verdict.name.endswith(known.name) else f", which was called {known.name}"
    return f"{kind} {what}{number}{built}."


def _whose(verdict: Verdict) -> str:
    """Whom it was made for, as the register says, or at least its own record."""
    copies = verdict.copies
    if not copies:
        if not verdict.number:
            return ""
        return f"By its own record it is copy {verdict.number} of {verdict.total}; no register here says whose."
    total = copies[0].total
    known = verdict.known
    if len(copies) == 1 and (known is None or known.is_personal or known.is_message):
        (copy,) = copies
        if copy.recipient is None:
            return f"It is copy {copy.number} of {total}; the register has forgotten whose."
        return f"It is copy {copy.number} of {total}, made for {_name(copy)}."
    named = [_name(copy) for copy in copies if copy.recipient is not None]
    given = "One recipient was" if len(copies) == 1 else f"{len(copies)} recipients were"
    if not named:
        return f"{given} given this same file; the register has forgotten who."
    if len(named) <= _SHOWN:
        return f"{given} given this same file, which names nobody: {'; '.join(named)}."
    return f"{given} given this same file, which names nobody; the register says who."


def _name(copy: RegisteredCopy) -> str:
    assert copy.recipient is not None
    place = ", ".join(filter(None, (copy.recipient.office, copy.recipient.country)))
    return f"{copy.recipient.name} ({place})" if place else copy.recipient.name


def _difference(verdict: Verdict) -> Iterator[str]:
    """What is different in it."""
    if verdict.state in ("unchanged", "signed", "unknown"):
        return
    if verdict.trouble:
        yield f"Its words cannot be compared: {verdict.trouble}."
        return
    if verdict.state == "added to":
        yield "The file as it was built is whole in it; what follows was added since."
        if verdict.looks_alike is not None:
            yield f"Its pages {_LOOKS[verdict.looks_alike]}."
    by = f" by {verdict.saved_by}" if verdict.saved_by else ""
    if verdict.state == "same words":
        look = "its look, pictures and comments were not compared"
        if verdict.looks_alike is not None:
            look = "its pages look the same" if verdict.looks_alike else _NOT_EXACTLY
        again = (
            f"{verdict.saved_by} has saved or printed it again" if verdict.saved_by else "It was saved or printed again"
        )
        yield f"{again[:1].upper()}{again[1:]}; {look}."
        if verdict.compared == "units":
            yield "Only its paragraphs, tables and notes could be compared, not what stands between them."
    elif by and verdict.state in ("changed", "not compared"):
        yield f"It was saved{by}."
    if verdict.state == "not compared":
        yield "There is nothing here to compare its words with: its edition is not in the build."
    yield from _changes(verdict)
    if verdict.lost:
        places = _listed([_label(unit, verdict) for unit in verdict.lost])
        yield f"These no longer say what they said: {places}."
    if verdict.is_filled_in:
        yield "Boxes were ticked, or lines filled in."
    if verdict.properties:
        yield f"What it says of itself differs: {', '.join(verdict.properties)}."


def _changes(verdict: Verdict) -> Iterator[str]:
    for change in verdict.changes[:_SHOWN]:
        yield _change(change, verdict)
    if len(verdict.changes) > _SHOWN:
        left = len(verdict.changes) - _SHOWN
        yield f"{left} more places differ." if left > 1 else "One more place differs."


def _change(change: WordChange, verdict: Verdict) -> str:
    where = _label(change.unit, verdict) if change.unit else "elsewhere"
    place = f"{where[:1].upper()}{where[1:]}"
    if not change.before:
        return f"{place}: {_quoted(change.after)} was added."
    if not change.after:
        return f"{place}: {_quoted(change.before)} is gone."
    return f"{place}: {_quoted(change.before)} is now {_quoted(change.after)}."


def _label(unit: str, verdict: Verdict) -> str:
    return verdict.labels.get(unit, f"unit {unit}")


def _quoted(text: str) -> str:
    words = text.split()
    return f"“{' '.join(words[:_LONGEST])}{' …' if len(words) > _LONGEST else ''}”"


def _listed(names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    left = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {left} more" if left > 0 else "")


def _signature(state: SignatureState) -> str:
    text = str(state)
    return f"{text[:1].upper()}{text[1:]}."


def _superseded(verdict: Verdict) -> str:
    later, edition = verdict.later, verdict.edition
    assert later is not None
    if edition is not None and later.version == edition.version and later.status == edition.status:
        return f"It has been superseded: version {later.version} was built again since, with other content."
    return f"It has been superseded by version {later.version} of {later.date}, {later.status}."

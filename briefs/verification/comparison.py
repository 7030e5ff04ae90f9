"""Comparing what a file says with what it said when it was made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.verification.file_contents import FileContents, words_in
from briefs.verification.known_files import KnownFile
from briefs.verification.verdict import State, Verdict
from briefs.verification.word_changes import WordChange, missing_units, word_changes

_SOURCE_TAG = re.compile(r"\s*‹[^‹›]*›")


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was made, and what is read in it."""

    file: KnownFile
    contents: FileContents


def compared(
    verdict: Verdict,
    contents: FileContents,
    originals: Sequence[Original],
    units: Mapping[str, str],
    marks: Sequence[str] = (),
) -> Verdict:
    """`verdict` with what is different from the most similar of `originals`, of which there is at least one.

    `units` are the words of units by name; `marks` are words that only a personal copy has.
    """
    tried = [(_changes(contents, original, units, marks), original) for original in originals]
    changes, original = min(tried, key=lambda one: sum(len(change.before) + len(change.after) for change in one[0]))
    before = original.contents
    return replace(
        verdict,
        state="changed" if changes else "same words",
        compared="file",
        changes=changes,
        properties=tuple(_differing(before.properties, contents.properties)),
        is_filled_in=before.entries != contents.entries,
    )


def _changes(
    contents: FileContents, original: Original, units: Mapping[str, str], marks: Sequence[str]
) -> tuple[WordChange, ...]:
    found = word_changes(original.contents.words, contents.words, units)
    wanted = ["".join(words_in(mark)) for mark in marks]
    return tuple(
        change
        for change in found
        if change.unit or change.before or not any(mark in "".join(change.after.split()) for mark in wanted)
    )


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The names of properties that differ in more than how programs write lists, languages and statuses."""
    for name in before:
        if name in after and _plain(before[name]) != _plain(after[name]):
            yield name


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def compared_with_units(verdict: Verdict, contents: FileContents, units: Mapping[str, str]) -> Verdict:
    """`verdict` with those units whose words are not in the file any more."""
    lost = missing_units(units, contents.words)
    return replace(verdict, state="changed" if lost else "same words", compared="units", lost=lost)


def compared_with_record(contents: FileContents) -> tuple[State, tuple[str, ...]]:
    """Whether the units of a file have the hashes that its own record gives them, and the names of those that do not.

    A record can be forged together with the words; so this says only what an honest hand has changed.
    """
    known = {name: sha256 for name, sha256 in contents.units.items() if name in contents.unit_words}
    if not known:
        return "not compared", ()
    lost = tuple(name for name, sha256 in known.items() if sha256 not in _hashes(contents.unit_words[name]))
    return ("changed" if lost else "not compared"), lost


def _hashes(words: str) -> tuple[str, ...]:
    """The hashes that the words of a unit may have in a record, which leaves out the source tags of a draft."""
    return tuple(hashlib.sha256(text.encode()).hexdigest() for text in (words, _SOURCE_TAG.sub("", words)))

"""What is known of a file that turned up: the result of verifying it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from briefs.model.register import RegisteredCopy
from briefs.model.signature import SignatureState
from briefs.verification.known_files import KnownEdition, KnownFile
from briefs.verification.word_changes import WordChange

State: TypeAlias = Literal[
    "unchanged",  # byte for byte what was built or sent
    "signed",  # that, with good signatures after it, and nothing that shows
    "added to",  # that, with something else after it
    "same words",  # saved or printed again
    "changed",
    "not compared",  # it says which edition it is, but there is nothing to compare it with
    "unknown",
    "unreadable",
]

Compared: TypeAlias = Literal["", "file", "units", "record"]
"""What words were compared with: the file as it was built, the units of its kept Document, or the hashes in the file
itself."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of the file `name`.

    `known` is the file that it is, byte for byte or at its beginning. `edition` is the one that it is of, and `later`
    the one that superseded it. `copies` are those for whose recipients it was made; `number` and `total` are what its
    own record says of that. `changes` are words that differ, `lost` units whose words are not there any more; `labels`
    are how readers find units. `properties` are names of those that differ. `looks_alike` says whether the pages of a
    PDF look as they were built; None if that is not known. `likeness` is the share of an edition's words that the file
    has, if it was recognized by these alone; None otherwise. `list_signature` is the signature over the hashes of all
    files that were given out with it. `is_signature_unchecked` says that the library for signatures is missing.
    `trouble` says why it could not be read.
    """

    name: str
    state: State
    known: KnownFile | None = None
    edition: KnownEdition | None = None
    later: KnownEdition | None = None
    copies: tuple[RegisteredCopy, ...] = ()
    number: str = ""
    total: str = ""
    compared: Compared = ""
    changes: tuple[WordChange, ...] = ()
    lost: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    properties: tuple[str, ...] = ()
    is_filled_in: bool = False
    looks_alike: bool | None = None
    saved_by: str = ""
    likeness: float | None = None
    signatures: tuple[SignatureState, ...] = ()
    list_signature: SignatureState | None = None
    is_signature_unchecked: bool = False
    trouble: str = ""

    @property
    def is_unchanged(self) -> bool:
        """Whether it is what was built or sent, at most with good signatures after it."""
        return self.state in ("unchanged", "signed")


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict for other programs."""
    return {
        "file": verdict.name,
        "state": verdict.state,
        "unchanged": verdict.is_unchanged,
        "known_as": verdict.known.name if verdict.known else None,
        "edition": _edition_json(verdict.edition),
        "superseded_by": _edition_json(verdict.later),
        "copies": [_copy_json(copy) for copy in verdict.copies],
        "copy_in_record": {"number": verdict.number, "total": verdict.total} if verdict.number else None,
        "compared_with": verdict.compared or None,
        "changes": [
            {"unit": change.unit or None, "before": change.before, "after": change.after} for change in verdict.changes
        ],
        "lost_units": list(verdict.lost),
        "properties": list(verdict.properties),
        "filled_in": verdict.is_filled_in,
        "pages_look_alike": verdict.looks_alike,
        "saved_by": verdict.saved_by or None,
        "likeness": None if verdict.likeness is None else round(verdict.likeness, 3),
        "signatures": [_signature_json(one) for one in verdict.signatures],
        "list_signature": _signature_json(verdict.list_signature) if verdict.list_signature else None,
        "signatures_checked": not verdict.is_signature_unchecked,
        "trouble": verdict.trouble or None,
    }


def _signature_json(state: SignatureState) -> dict[str, Any]:
    return {
        "signer": state.signer,
        "organisation": state.organisation,
        "moment": state.moment,
        "level": state.level,
        "intact": state.is_intact,
        "coverage": state.coverage,
        "certificate": state.standing,
        "good": state.is_good,
    }


def _edition_json(edition: KnownEdition | None) -> dict[str, Any] | None:
    if edition is None:
        return None
    return {
        "identifier": edition.identifier,
        "report": edition.report,
        "audience": edition.key.audience,
        "product": edition.key.product,
        "version": edition.version,
        "status": edition.status,
        "date": edition.date,
    }


def _copy_json(copy: RegisteredCopy) -> dict[str, Any]:
    return {
        "number": copy.number,
        "total": copy.total,
        "recipient": None if copy.recipient is None else copy.recipient.name,
        "office": None if copy.recipient is None else copy.recipient.office,
    }

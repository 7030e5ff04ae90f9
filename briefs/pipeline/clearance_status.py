"""A cleared edition is one that all offices have cleared, if the house wants to see that, and that has not expired.

An office has cleared an edition if `clearances.yaml` says so of its version, or if it cleared another edition, such as
a draft, in a file that it returned. In the latter case, what it saw is compared with what is built: see
`outdated_clearances`.

Modules that read and compare what came back are imported inside functions: most projects have nothing of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefs.compose.clearance_files import NAME, read_clearances
from briefs.compose.house_files import LayeredHouse
from briefs.files.templates_folder import templates_folder
from briefs.files.yaml import Lines
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.clearance_record import ClearanceRecord
from briefs.model.cleared_by import ClearedBy
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place, relative
from briefs.model.document import Document
from briefs.model.edition import House
from briefs.model.office_names import is_same_office, office_key
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order
from briefs.review.review_folders import review_folders

if TYPE_CHECKING:
    from briefs.pipeline.accepted_changes import AcceptedChange
    from briefs.pipeline.clearance_rounds import Answer, Round

_NAMED = 6
"""How many changed places a message names."""


@dataclass(frozen=True, slots=True)
class GivenClearance:
    """A clearance that counts. Of one that was given to another edition, `seen` is the Document of that, if it is kept,
    `place` is where the decision stands, and `accepted` are the proposals that were accepted since; of one that was
    given to this version, `place` is None."""

    by: ClearedBy
    seen: Document | None = None
    place: Place | None = None
    accepted: tuple[AcceptedChange, ...] = ()


Given = Mapping[BriefKey, tuple[GivenClearance, ...]]


class _Known(NamedTuple):
    """What is known of decisions: those in `clearances.yaml`, which is called `shown`, and those in returned files."""

    records: Sequence[ClearanceRecord]
    lines: Lines
    shown: str
    rounds: Sequence[Round]
    offices: Sequence[str]


def check_clearance(order: Order, inputs: Inputs, keys: Sequence[BriefKey]) -> Checked[Given]:
    """The clearances of each brief, in the order of offices; an error for each that is missing, and for an edition that
    has expired.

    Only cleared editions are looked at. Where the house does not require clearance, nothing is missing. Codes:
    `clearance-missing`, `edition-expired`, those of YAML and of fields.
    """
    edition = order.edition(inputs.house)
    if edition.status != "cleared":
        return Checked({})
    problems = [*expired(inputs.layered_house, edition.date, "the edition is dated")]
    is_required = inputs.house.clearance == "required"
    folder, root = templates_folder(inputs.project.templates, inputs.name), inputs.project.root
    read, rounds = read_clearances(folder, root), _rounds(root, inputs.name)
    if unreadable := (*read.problems, *rounds.problems):
        return Checked({}, (*problems, *unreadable) if is_required else tuple(problems))
    shown = relative(folder / NAME, root)
    known = _Known(read.value[0].clearances, read.value[1], shown, rounds.value, inputs.house.offices)
    if is_required and not inputs.house.offices:
        hint = "list them, as in offices: [Policy, Legal]"
        fault = Fault("clearance-missing", "clearance is required, but the house lists no offices", hint)
        problems.append(fault.at(inputs.layered_house.place("clearance")))
    given: dict[BriefKey, tuple[GivenClearance, ...]] = {}
    for key in keys:
        found = [_clearance(office, key, edition.version, known) for office in inputs.house.offices]
        given[key] = tuple(one for one in found if isinstance(one, GivenClearance))
        problems += [one for one in found if isinstance(one, Diagnostic)] if is_required else ()
    return Checked(given, tuple(problems))


def outdated_clearances(clearances: Sequence[GivenClearance], document: Document) -> Iterator[Diagnostic]:
    """An error for each edition that offices cleared and that does not say what `document`, a cleared edition, says.

    Code: `clearance-outdated`.
    """
    together: dict[tuple[str, tuple[str, ...] | None], list[GivenClearance]] = {}
    for one in clearances:
        changed = None if one.seen is None else _changes_since(one, one.seen, document)
        if one.place is not None and (changed is None or changed):
            together.setdefault((one.by.edition, changed), []).append(one)
    for (edition, changed), those in together.items():
        said = f"{_joined([one.by.office for one in those])} cleared {edition}"
        if changed is None:
            message = f"{said}, which is not kept any more: nobody can say what has changed since"
        else:
            message = f"{said}, and since then this has changed: {_listed(changed)}"
        hint = "send the new draft, and have it cleared again; or take back what has changed"
        place = those[0].place
        assert place is not None, "only these are grouped"
        yield Fault("clearance-outdated", message, hint).at(place)


def with_clearances(document: Document, clearances: Sequence[GivenClearance], house: House) -> Checked[Document]:
    """`document`, a cleared edition, with the offices that cleared it; those that cleared other words are left out.

    That is an error if the house requires clearance. Code: `clearance-outdated`.
    """
    valid = [
        one.by if one.place is not None else replace(one.by, edition=document.properties.identifier)
        for one in clearances
        if one.place is None or (one.seen is not None and not _changes_since(one, one.seen, document))
    ]
    outdated = outdated_clearances(clearances, document) if house.clearance == "required" else ()
    return Checked(replace(document, clearances=tuple(valid)), tuple(outdated))


def expired(house: LayeredHouse, date: datetime.date, what: str) -> Iterator[Diagnostic]:
    """An error if `date` is later than the day until which the house's briefs are valid. Code: `edition-expired`."""
    until = house.house.valid_until
    if until is not None and date > until:
        message = f"briefs were valid until {until.isoformat()}, and {what} {date.isoformat()}"
        hint = "look whether they still hold; then write a later day, and give the edition another version"
        yield Fault("edition-expired", message, hint).at(house.place("valid_until"))


def _rounds(root: Path, report: str) -> Checked[tuple[Round, ...]]:
    """The answers to all editions of the briefs of a report; none if the project at `root` has no reviews."""
    if not review_folders(root):
        return Checked(())
    from briefs.pipeline.clearance_rounds import read_rounds

    return read_rounds(root, report)


def _changes_since(clearance: GivenClearance, seen: Document, document: Document) -> tuple[str, ...]:
    """What has changed in `document` since an office gave its clearance, for which it had `seen` another one."""
    from briefs.pipeline.changes_since_clearance import changes_since

    return changes_since(seen, document, clearance.accepted)


def _clearance(office: str, key: BriefKey, version: str, known: _Known) -> GivenClearance | Diagnostic:
    """The clearance of a version of a brief by an office, or why there is none."""
    last = _last(known.records, office, key, version)
    if last is not None:
        record = known.records[last]
        if record.cleared:
            return GivenClearance(ClearedBy(office, record.date.isoformat(), ""))
        message = f'{office} has refused version {version} of the brief "{key}"'
        hint = "change what it refused, and have the next version cleared"
        return Fault("clearance-missing", message, hint).at(Place(known.shown, known.lines.line(("clearances", last))))
    if (answered := _last_answer(known, key, office)) is None:
        message = f'{office} has not cleared version {version} of the brief "{key}"'
        if (stranger := _stranger(known, office, key)) is not None:
            name, place = stranger
            hint = f"if that is {office}, write so there; the house lists {', '.join(known.offices)}"
            message += f", but somebody called “{name}” has answered, which is no office of the house"
            return Fault("clearance-missing", message, hint).at(place)
        return Fault("clearance-missing", message, _hint(known.shown, office, key, version)).at(Place(known.shown))
    round, answer, accepted = answered
    if (fault := _doubt(office, round, answer)) is not None:
        return fault.at(answer.place)
    seen = round.seen(answer.file)
    return GivenClearance(ClearedBy(office, answer.date, round.identifier), seen, answer.place, accepted)


def _last_answer(known: _Known, key: BriefKey, office: str) -> tuple[Round, Answer, tuple[AcceptedChange, ...]] | None:
    """The last round on a brief in which an office answered, its answer, and the proposals accepted since."""
    if not known.rounds:
        return None
    from briefs.pipeline.clearance_rounds import accepted_since, last_answer

    if (answered := last_answer(known.rounds, key, office)) is None:
        return None
    round, answer = answered
    return round, answer, accepted_since(known.rounds, round, office)


def _doubt(office: str, round: Round, answer: Answer) -> Fault | None:
    """Why the answer of an office to an edition is no clearance; None if it is one."""
    edition, files = round.identifier, _joined(answer.files)
    match answer.state:
        case "not cleared":
            message = f"{office} has refused {edition} in {files}"
            hint = "change what it refused, and have the next draft cleared"
        case "unclear":
            said = f"wrote “{answer.written}”" if answer.written else "wrote no decision"
            message = f"{office} {said} into the clearance table of {edition} in {files}"
            hint = "ask what that means, and correct `decision` here: cleared, with comments, not cleared"
        case "contradictory":
            message = f"{office} decided one thing on {edition} in one file and another in the next: {files}"
            hint = "ask which counts, and correct `decision` here"
        case "with comments" if open := round.undecided(answer.files):
            number = f"{len(open)} proposals of it are" if len(open) > 1 else "one proposal of it is"
            message = f"{office} has cleared {edition} with comments, and {number} neither accepted nor rejected"
            hint = f"decide, as in: briefs review {answer.files[0]}"
        case _:
            return None
    return Fault("clearance-missing", message, hint)


def _stranger(known: _Known, office: str, key: BriefKey) -> tuple[str, Place] | None:
    """Who has answered on a brief last, is no office of the house, but has a word of the name of `office`; and where
    that stands."""
    words = set(office_key(office).split())
    strangers = (one for round in known.rounds if round.key == key for one in round.strangers(known.offices))
    found = [one for one in strangers if words & set(office_key(one[0]).split())]
    return found[-1] if found else None


def _last(records: Sequence[ClearanceRecord], office: str, key: BriefKey, version: str) -> int | None:
    """The number of the last decision of an office on a version of a brief."""
    about = [at for at, one in enumerate(records) if is_same_office(one.office, office) and one.is_about(key, version)]
    return about[-1] if about else None


def _hint(shown: str, office: str, key: BriefKey, version: str) -> str:
    product = "" if key.product == BRIEF else f", product: {key.product}"
    line = f'- {{office: {office}, audience: {key.audience}{product}, version: "{version}", date: YYYY-MM-DD}}'
    return f"once it has, read its file with `briefs review`, or write under `clearances` in {shown}\n    {line}"


def _listed(changed: Sequence[str]) -> str:
    shown = [*changed[:_NAMED], *([f"{len(changed) - _NAMED} more"] if len(changed) > _NAMED else [])]
    return "; ".join(shown)


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

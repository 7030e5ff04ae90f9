"""How far a clearance round is: for each edition, what offices said, what has changed since, what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.fit.selection import Selection
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.document import Document
from briefs.model.edition import House
from briefs.model.office_names import is_same_office
from briefs.pipeline.changes_since_clearance import changes_since
from briefs.pipeline.clearance_rounds import Answer, Round, State, accepted_since, read_rounds
from briefs.pipeline.copyfit import compose_brief, finish_brief, fit_brief
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.inputs import Inputs, layout_of
from briefs.pipeline.last_selections import last_selections, with_present_names
from briefs.pipeline.order import Order

_CLEARED = ("cleared", "with comments")


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """What an office said of an edition; `state` is None if it has not answered.

    `written` is its decision as it was written, `date` when it was taken (ISO 8601, or empty), `files` those in which
    it answered. `changed` are the places that have changed since it cleared the edition; None if that is not known.
    It `is_known` if the house lists it; if not, what it says counts for no office.
    """

    office: str
    state: State | None
    written: str = ""
    date: str = ""
    files: tuple[str, ...] = ()
    changed: tuple[str, ...] | None = None
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class RoundStatus:
    """How far the round on one edition of a brief is.

    `files` are all that came back; `proposals` counts what they propose by what became of it: accepted, rejected,
    later, open.
    """

    report: str
    key: BriefKey
    identifier: str
    date: str
    offices: tuple[OfficeStatus, ...]
    files: tuple[str, ...]
    proposals: Mapping[str, int]

    @property
    def is_done(self) -> bool:
        """Whether all offices have cleared it, nothing has changed since, and nothing is open."""
        offices = [one for one in self.offices if one.is_known]
        is_cleared = all(one.state in _CLEARED and one.changed == () for one in offices)
        return is_cleared and not (self.proposals.get("open") or self.proposals.get("later"))


def review_status(order: Order) -> Checked[tuple[RoundStatus, ...]]:
    """The rounds on the briefs that `order` chooses, in the order of editions, and mistakes in the files that say so.

    What the last build in the folder of `order` left out is left out of what is compared; without one, briefs are
    fitted to their pages. Raises UnknownName and BriefsError.
    """
    chosen = chosen_reports(order.project)
    found: list[RoundStatus] = []
    problems: list[Diagnostic] = []
    for project in chosen.value:
        read = read_rounds(project.root, project.name)
        problems += read.problems
        rounds = [one for one in read.value if _is_chosen(one.key, order)]
        if rounds:
            inputs = examine(project).value
            now = dict(_documents(order, inputs, {one.key for one in rounds if _is_cleared_by_any(one)}))
            found += [_status(one, rounds, inputs.house, now.get(one.key)) for one in rounds]
    return Checked(tuple(found), tuple(problems))


def _is_chosen(key: BriefKey, order: Order) -> bool:
    is_audience = not order.audiences or key.audience in order.audiences
    return is_audience and (not order.products or key.product in order.products)


def _documents(order: Order, inputs: Inputs, keys: set[BriefKey]) -> Iterator[tuple[BriefKey, Document]]:
    """What the cleared edition of each brief would say as it is written now; not of briefs that cannot be composed."""
    last: Mapping[BriefKey, Selection] = last_selections(order.output, inputs.name) if order.output else {}
    for key in keys & inputs.templates.keys():
        template = inputs.templates[key]
        try:
            composed = compose_brief(inputs, template, order.edition(inputs.house, "cleared"))
            selection = last.get(key) or fit_brief(inputs, composed, template, layout_of(inputs)).value.selection
        except DocumentError:
            continue
        selection = with_present_names(selection, (unit.name for unit in composed.full.units()))
        yield key, finish_brief(inputs, composed.cut(selection))


def _is_cleared_by_any(one: Round) -> bool:
    answers = (one.of_office(office) for office in one.offices())
    return any(answer is not None and answer.state in _CLEARED for answer in answers)


def _status(one: Round, rounds: Sequence[Round], house: House, now: Document | None) -> RoundStatus:
    others = tuple(office for office in one.offices() if not any(is_same_office(office, own) for own in house.offices))
    record = one.answers.record
    ids = dict.fromkeys(proposal for file in record.files for proposal in file.proposals)
    return RoundStatus(
        record.edition.report,
        one.key,
        one.identifier,
        record.edition.date.isoformat(),
        (
            *(_office(one, rounds, office, now) for office in house.offices),
            *(replace(_office(one, rounds, office, now), is_known=not house.offices) for office in others),
        ),
        tuple(file.name for file in record.files),
        dict(sorted(Counter(one.decided.get(proposal, "open") for proposal in ids).items())),
    )


def _office(one: Round, rounds: Sequence[Round], office: str, now: Document | None) -> OfficeStatus:
    answer = one.of_office(office)
    if answer is None:
        return OfficeStatus(office, None)
    changed = _changed(one, rounds, answer, now)
    return OfficeStatus(office, answer.state, answer.written, answer.date, answer.files, changed)


def _changed(one: Round, rounds: Sequence[Round], answer: Answer, now: Document | None) -> tuple[str, ...] | None:
    seen = one.seen(answer.file) if now and answer.state in _CLEARED else None
    if seen is None or now is None:
        return None
    return changes_since(seen, now, accepted_since(rounds, one, answer.office))

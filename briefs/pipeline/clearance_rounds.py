"""What offices answered to the editions of a brief that they were sent, and which of their answers counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path
from typing import Literal, TypeAlias

from briefs.model.answer_record import EditionSeen, OfficeDecision, ReturnedFile
from briefs.model.brief_key import BriefKey
from briefs.model.decision_record import DecidedProposal
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Place
from briefs.model.document import Document
from briefs.model.office_names import is_same_office, office_key
from briefs.model.versions import edition_order
from briefs.pipeline.accepted_changes import AcceptedChange
from briefs.review.decisions import read_decisions
from briefs.review.kept_answers import KeptAnswers, document_seen, read_answers
from briefs.review.review_folders import review_folders

State: TypeAlias = Literal["cleared", "with comments", "not cleared", "unclear", "contradictory"]
"""What an office said of an edition; it is contradictory if it said different things in different files."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one office said of one edition. `file` is the one that counts, `files` are all in which it answered.

    `written` is the decision as it was written, `date` when it was taken (ISO 8601; empty if that is not sure).
    """

    office: str
    state: State
    written: str
    date: str
    file: ReturnedFile
    files: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Round:
    """The answers to one edition. `decided` says what became of proposals, by their ids: those that are in no file of
    decisions are open. `accepted` are those that were accepted, in the order in which they were decided on."""

    answers: KeptAnswers
    decided: Mapping[str, str]
    accepted: tuple[DecidedProposal, ...] = ()

    @property
    def identifier(self) -> str:
        """What the edition is called in its files."""
        return self.answers.record.edition.identifier

    @property
    def key(self) -> BriefKey:
        """Which brief it is about."""
        return self.answers.record.edition.key

    def strangers(self, house: Iterable[str]) -> Iterator[tuple[str, Place]]:
        """The names in clearance tables that are of no office of the `house`, each with where it stands."""
        known = {office_key(one) for one in house}
        for at, file in enumerate(self.answers.record.files):
            for number, one in enumerate(file.offices):
                if one.office and office_key(one.office) not in known:
                    yield _spaced(one.office), self.answers.place("files", at, "offices", number, "office")

    def of_office(self, office: str) -> Answer | None:
        """What `office` said; None if it said nothing. Of several dated answers, the latest counts."""
        given = list(self._given(office))
        if not given:
            return None
        decisions = {one.decision for one, _, _ in given}
        counts = given[-1]
        state: State = counts[0].decision
        if len(decisions) > 1:
            dated = sorted((one for one in given if one[0].date is not None), key=lambda one: str(one[0].date))
            is_latest_sure = len(dated) == len(given) and {
                one.decision for one, _, _ in dated if one.date == dated[-1][0].date
            } == {dated[-1][0].decision}
            counts = dated[-1] if is_latest_sure else counts
            state = counts[0].decision if is_latest_sure else "contradictory"
        decision, file, place = counts
        date = "" if decision.date is None else decision.date.isoformat()
        files = tuple(dict.fromkeys(file.name for _, file, _ in given))
        return Answer(decision.office, state, decision.written, date, file, files, place)

    def offices(self) -> tuple[str, ...]:
        """The offices that answered, as they are written there."""
        named = (one.office for file in self.answers.record.files for one in file.offices)
        return tuple({office_key(one): one for one in named}.values())

    def undecided(self, files: Iterable[str] = ()) -> tuple[str, ...]:
        """The proposals that nobody has accepted or rejected: those in the files with these names, or in all."""
        wanted = set(files)
        return tuple(
            dict.fromkeys(
                one
                for file in self.answers.record.files
                if not wanted or file.name in wanted
                for one in file.proposals
                if self.decided.get(one) not in ("accepted", "rejected")
            )
        )

    def seen(self, file: ReturnedFile) -> Document | None:
        """The Document of which `file` is a copy; None if it is not kept."""
        return document_seen(self.answers.folder, file)

    def accepted_changes(self, office: str = "") -> Iterator[AcceptedChange]:
        """The accepted proposals, each with whose files it is from; those in a file of `office` are its own."""
        own = [file for _, file, _ in self._given(office)] if office else []
        for one in self.accepted:
            by = dict.fromkeys(office for name in _files(one) for office in self._whose(name))
            yield AcceptedChange(one, tuple(by), any(self._asks_for(file, one) for file in own))

    def _whose(self, name: str) -> tuple[str, ...]:
        """Whose file this is, as sentences say it: those of offices, or else its name."""
        files = (file for file in self.answers.record.files if file.name == name)
        offices = dict.fromkeys(_spaced(one.office) for file in files for one in file.offices)
        return tuple(f"{office}’{'' if office.endswith('s') else 's'} file" for office in offices if office) or (name,)

    def _asks_for(self, file: ReturnedFile, one: DecidedProposal) -> bool:
        """Whether what was accepted is what `file` proposes. Of several files with one name, nobody can say which is
        meant."""
        alike = sum(other.name == file.name for other in self.answers.record.files)
        return not one.edited and file.name in _files(one) and alike == 1

    def _given(self, office: str) -> Iterator[tuple[OfficeDecision, ReturnedFile, Place]]:
        for at, file in enumerate(self.answers.record.files):
            for number, one in enumerate(file.offices):
                if is_same_office(one.office, office):
                    yield one, file, self.answers.place("files", at, "offices", number, "decision")


def read_rounds(root: Path, report: str) -> Checked[tuple[Round, ...]]:
    """The answers to all editions of the briefs of a report, in the order of editions, and mistakes in their files.

    Codes: those of YAML and of fields. Raises BriefsError when a file cannot be opened.
    """
    rounds: list[Round] = []
    problems: list[Diagnostic] = []
    for folder in review_folders(root):
        read = read_answers(folder, root)
        problems += read.problems
        if read.value is not None and read.value.record.edition.report == report:
            decided = _decided(root, read.value.record.edition)
            problems += decided.problems
            accepted = (one for one in decided.value.values() if one.decision == "accepted")
            outcomes = {name: one.decision for name, one in decided.value.items()}
            rounds.append(Round(read.value, outcomes, tuple(accepted)))
    return Checked(tuple(sorted(rounds, key=_order)), tuple(problems))


def _decided(root: Path, edition: EditionSeen) -> Checked[Mapping[str, DecidedProposal]]:
    """The decisions on the proposals for an edition, by their ids."""
    try:
        kept = read_decisions(root, edition.identifier, edition.report)
    except DocumentError as error:
        return Checked({}, error.diagnostics)
    return Checked(kept.record.decided())


def _files(one: DecidedProposal) -> tuple[str, ...]:
    """The names of the files with the wording that was accepted; of all, if it is none of theirs or not known."""
    return tuple(
        dict.fromkeys(
            name
            for proposed in one.proposed
            if one.edited or one.wording is None or " ".join(proposed.text.split()) == " ".join(one.wording.split())
            for name in proposed.files
        )
    )


def last_answer(rounds: Sequence[Round], key: BriefKey, office: str) -> tuple[Round, Answer] | None:
    """The last round on a brief in which `office` answered, and its answer."""
    for one in reversed(rounds):
        if one.key == key and (answer := one.of_office(office)) is not None:
            return one, answer
    return None


def accepted_since(rounds: Sequence[Round], since: Round, office: str) -> tuple[AcceptedChange, ...]:
    """The proposals that were accepted in a round of a brief, the last one in which `office` answered, and after it."""
    own = (one for one in rounds if one.key == since.key)
    later = dropwhile(lambda one: one is not since, own)
    return tuple(change for one in later for change in one.accepted_changes(office if one is since else ""))


def _order(one: Round) -> tuple[object, ...]:
    edition = one.answers.record.edition
    return str(edition.key), edition_order(edition.date.isoformat(), edition.version)


def _spaced(office: str) -> str:
    return " ".join(office.split())

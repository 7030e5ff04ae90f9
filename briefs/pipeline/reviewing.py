"""Reviewing: what files that came back propose for an edition, where it would be written, and what the checks say.

Files are read, their edition is found, and what is in them is held against what was sent. Then each proposal gets its
place in the project, the passages that it rests on, and the findings of the checks. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError
from briefs.model.marked_file import MarkedFile
from briefs.model.review import Review, ReviewedEdition, ReviewedFile
from briefs.pipeline.completing_proposals import complete
from briefs.pipeline.examination import examine
from briefs.pipeline.order import Progress, Project, silent
from briefs.pipeline.received_returns import received_returns
from briefs.pipeline.reports import has_templates
from briefs.pipeline.returned_editions import COPY_LINE, KeptEditions, ReturnedEdition, one_edition
from briefs.pipeline.sources import read_sources
from briefs.review.answers import answers_of
from briefs.review.collected_proposals import collected_proposals
from briefs.review.decisions import read_decisions
from briefs.review.kept_answers import read_answers
from briefs.review.review_folders import review_folder


def review(
    project: Project,
    files: Sequence[Path],
    build: Path | None = None,
    against: str = "",
    progress: Progress = silent,
) -> Review:
    """What `files`, all returned of one edition, propose for it.

    Editions are kept in `build`, which also says what briefs print; `against` names the edition if the files do not.
    Raises BriefsError if a file cannot be used, or if its edition is not known or not the same as that of the others;
    UnknownName; DocumentError if the project or the decisions so far cannot be read.
    """
    received = received_returns(files, progress)
    edition, found_by = one_edition(KeptEditions.of(build, project.root), received, against)
    edition = replace(edition, about=replace(edition.about, report=_report(project, edition.about)))
    about = edition.about
    marked = tuple(named_apart(received, _known_names(project.root, about.identifier)))
    progress("comparing what came back with what was sent")
    collected = collected_proposals(about.identifier, edition.sent, marked)
    progress("reading the report and its blocks")
    inputs = examine(replace(project, report=about.report)).value
    accepted = _accepted(project.root, about)
    proposals = [one for one in collected.proposals if one.key != COPY_LINE]
    done = complete(inputs, edition, proposals, build, accepted, progress)
    language = inputs.house.language if edition.document is None else edition.document.properties.language
    answers = (answers_of(one, edition.sent, language) for one in marked)
    return Review(
        about,
        tuple(
            ReviewedFile(one.name, one.sha256, one.saved_by, found_by[one.sha256], len(one.revisions)) for one in marked
        ),
        done.proposals,
        done.together,
        collected.not_understood,
        tuple(one for one in answers if not one.is_empty),
        tuple(_notes(edition, received)),
    )


def named_apart(files: Sequence[MarkedFile], known: Mapping[str, str]) -> Iterator[MarkedFile]:
    """Files under names of their own: those that they are `known` under, by their hashes, or else with a number behind
    a name that another file has. Offices often all return a file under the name that it was sent with."""
    names = dict(known)
    for one in sorted(files, key=lambda one: (one.name, one.sha256)):
        if one.sha256 not in names:
            numbered = (f"{one.name} ({number})" for number in count(2))
            taken = set(names.values())
            names[one.sha256] = next(name for name in chain([one.name], numbered) if name not in taken)
    return (replace(one, name=names[one.sha256]) for one in files)


def _known_names(root: Path, identifier: str) -> Mapping[str, str]:
    """The names under which files that came back of an edition are kept, by their hashes."""
    kept = read_answers(review_folder(root, identifier), root).value
    return {} if kept is None else {one.sha256: one.name for one in kept.record.files}


def _report(project: Project, about: ReviewedEdition) -> str:
    """The report that an edition is of, if the project has it. Raises BriefsError and UnknownName."""
    if about.report:
        if project.report not in (None, about.report):
            raise BriefsError(
                f"the files are copies of {about.identifier}, which belongs to the report {about.report}",
                f"leave --report out, or write --report {about.report}",
            )
        return replace(project, report=about.report).name
    if project.report is not None or len(names := project.reports()) == 1:
        return project.name
    fitting = [name for name in names if has_templates(project, name) and about.key in _keys(project, name)]
    if len(fitting) == 1:
        return fitting[0]
    raise BriefsError(
        f"{about.identifier} is not kept here, and may belong to several reports", "choose one with --report"
    )


def _keys(project: Project, report: str) -> frozenset[BriefKey]:
    return read_sources(replace(project, report=report)).value.keys


def _accepted(root: Path, about: ReviewedEdition) -> Mapping[str, str]:
    """Which accepted proposal has changed each form, or place of the brief."""
    decided = read_decisions(root, about.identifier, about.report).record.decided()
    return {one.form or one.key: f"the proposal {one.id}" for one in decided.values() if one.decision == "accepted"}


def _notes(edition: ReturnedEdition, marked: Sequence[MarkedFile]) -> Iterator[str]:
    """Sentences about the review as a whole."""
    about = edition.about
    if about.later:
        yield f"The files are copies of {about.identifier}, an older edition: the present one is {about.later}."
    if edition.document is None:
        yield (
            f"No kept edition has the words that the files carry as those of {about.identifier}: they are compared "
            "with the words that they carry."
        )
    seen: dict[str, str] = {}
    for one in marked:
        if one.sha256 in seen:
            yield f"{one.name} is the same file as {seen[one.sha256]}, and counts once."
        seen.setdefault(one.sha256, one.name)

"""Distribution: finished editions in `build/`, as they were built, to everybody in a list of recipients.

Nothing is composed anew. Everything is read and checked first; then, edition by edition, copies and messages are made,
and the register last. A run that was killed is continued by the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefs.compose.letters.letter_writing import LetterWriter
from briefs.compose.template_files import keys_of, read_templates
from briefs.files.templates_folder import templates_folder
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, has_errors
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.model.distribution_settings import DistributionSettings
from briefs.model.recipient import Recipient
from briefs.model.unknown_name import UnknownName
from briefs.model.versions import Status
from briefs.outbox.copy_numbers import numbered
from briefs.outbox.distribution_folder import check_output, read_register
from briefs.output.finished import FinishedEdition, finished_editions
from briefs.output.lock import locked
from briefs.output.verified_files import required_manifest
from briefs.pipeline.clearance_status import expired
from briefs.pipeline.distribution_making import Making, already_distributed
from briefs.pipeline.distribution_order import DistributionOrder, DistributionResult
from briefs.pipeline.distribution_signing import Signatures, signatures_for
from briefs.pipeline.examination import prepare
from briefs.pipeline.letters import writer_for
from briefs.pipeline.order import Progress, Project, silent
from briefs.pipeline.validity import TODAY
from briefs.recipients.reading import read_recipients
from briefs.recipients.settings_file import read_distribution


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Everything that is needed before anything is made: editions with their recipients and letters."""

    settings: DistributionSettings
    editions: tuple[FinishedEdition, ...]
    recipients: Mapping[str, tuple[Recipient, ...]]
    writers: Mapping[BriefKey, LetterWriter]
    warnings: tuple[Diagnostic, ...]


def distribute(order: DistributionOrder, progress: Progress = silent) -> DistributionResult:
    """Make what `order` asks for in its folder, or make nothing.

    Raises DocumentError with everything wrong in the list, the settings and the letters, UnknownName, or BriefsError:
    an edition is not there, only a draft, or has been changed; or something cannot be written.
    """
    check_output(order.output, order.project.root, order.build)
    progress("reading the list of recipients")
    prepared = _prepare(order)
    signatures = signatures_for(order, prepared.settings)
    with locked(order.build, lambda: progress(f"waiting until another command has written {order.build}")):
        makings = [_making(order, prepared, edition, signatures, progress) for edition in prepared.editions]
        for making in makings:
            making.prepare()
        if problems := [problem for making in makings for problem in making.problems]:
            raise DocumentError(problems)
        made = tuple(making.make() for making in makings)
    return DistributionResult(made, prepared.warnings)


def _prepare(order: DistributionOrder) -> _Prepared:
    root = order.project.root
    built, audiences = _audiences(order)
    settings = read_distribution(root / SETTINGS_PATH, root)
    columns = settings.value
    if columns.audience is None and len(built) == 1:
        columns = columns.model_copy(update={"audience": built[0]})
    listed = read_recipients(order.recipients, columns, audiences, (), root)
    problems = [*settings.problems, *listed.problems]
    recipients = _chosen(order, listed.value)
    if has_errors(problems):
        raise DocumentError(problems)
    keys = [BriefKey(audience, product) for audience in recipients for product in order.products]
    status: Status = "draft" if order.for_clearance else "cleared"
    editions = finished_editions(order.build, status, keys, order.sheet, order.project.report)
    writers: dict[BriefKey, LetterWriter] = {}
    mail = settings.value.mail
    sender, reply_to = (mail.sender, mail.reply_to or "") if mail else ("", "")
    for report in dict.fromkeys(edition.report for edition in editions):
        mine = [edition for edition in editions if edition.report == report]
        inputs = prepare(Project(root, report)).value
        if order.today is not None and not order.for_clearance:
            problems += expired(inputs.layered_house, order.today, TODAY)
        for edition in mine:
            try:
                written = writer_for(inputs, edition.document, sender, reply_to)
                writers[edition.key] = written.value
                problems += written.problems
            except DocumentError as error:
                problems += error.diagnostics
    problems = list(dict.fromkeys(problems))
    if has_errors(problems):
        raise DocumentError(problems)
    return _Prepared(settings.value, tuple(editions), recipients, writers, tuple(problems))


def _audiences(order: DistributionOrder) -> tuple[list[str], list[str]]:
    """The audiences that have briefs in `build`, of all reports or of the one chosen; and with them, all there are."""
    manifest = required_manifest(order.build)
    report = order.project.report
    entries = [entry for entry in manifest["files"] if report in (None, entry["report"])]
    built = list(dict.fromkeys(entry["audience"] for entry in entries))
    every = list(dict.fromkeys([*built, *_with_templates(order.project, {entry["report"] for entry in entries})]))
    if unknown := [name for name in order.audiences if name not in every]:
        raise UnknownName("audience", unknown, every)
    products = list(dict.fromkeys(BriefKey.of_entry(entry).product for entry in entries))
    if unknown := [name for name in order.products if name not in products]:
        raise UnknownName("product", unknown, products)
    return built, every


def _with_templates(project: Project, reports: Iterable[str]) -> list[str]:
    """The audiences that have templates: what was not built yet is no mistake in the list."""
    folders = [templates_folder(project.templates, report) for report in reports]
    keys = {
        key for folder in folders for key in keys_of(folder, project.root, read_templates(folder, project.root).value)
    }
    return sorted({key.audience for key in keys})


def _chosen(order: DistributionOrder, recipients: Sequence[Recipient]) -> dict[str, tuple[Recipient, ...]]:
    """The recipients that the order is about, by audience: those who clear drafts, or those who do not."""
    chosen = [one for one in recipients if one.clears == order.for_clearance]
    by_audience = {
        audience: tuple(one for one in chosen if one.audience == audience)
        for audience in dict.fromkeys(one.audience for one in chosen)
        if not order.audiences or audience in order.audiences
    }
    if recipients and not by_audience:
        whom = ", ".join(order.audiences)
        among = f" for {whom}" if whom else ""
        if order.for_clearance:
            hint = 'write "yes" into the column "clearance" of the offices that clear drafts'
            raise BriefsError(f"{order.recipients} has nobody{among} who clears drafts", hint)
        raise BriefsError(
            f"{order.recipients} has nobody{among} to whom the cleared edition goes",
            "send drafts to the offices that clear them with --for clearance",
        )
    return by_audience


def _making(
    order: DistributionOrder,
    prepared: _Prepared,
    edition: FinishedEdition,
    signatures: Signatures | None,
    progress: Progress,
) -> Making:
    """What makes the distribution of `edition`, with everything that is wrong with it before it begins."""
    folder = order.output / edition.name
    register = read_register(folder)
    already_distributed(folder, register, edition)
    recipients = prepared.recipients[edition.key.audience]
    numbers = numbered(recipients, register.copies if register else ())
    return Making(
        order,
        prepared.settings,
        edition,
        folder,
        register,
        numbers.value,
        prepared.writers[edition.key],
        signatures,
        progress,
        numbers.problems,
    )

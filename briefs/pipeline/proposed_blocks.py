"""The candidates that stand in files and wait for somebody to decide, each with the passage that its anchor finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.candidates.proposed_file import Entry
from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import Place
from briefs.model.library import Extract
from briefs.pipeline.candidate_folder import read_candidates
from briefs.pipeline.order import Project
from briefs.report.readers import read_report
from briefs.text.anchors import AnchorIndex


@dataclass(frozen=True, slots=True)
class ProposedBlock:
    """A candidate in a file: its id and kind, its place there, and the source and words of its passage.

    `short` is its wording, if it has any. Without a passage, its anchor does not match any more.
    """

    id: str
    kind: str
    place: Place
    source: str
    page: str
    words: str
    short: str


def proposed_blocks(project: Project) -> Iterator[ProposedBlock]:
    """The candidates of a report, in the order of their files.

    Raises DocumentError if the report or a file of candidates cannot be read, and BriefsError.
    """
    seed = project.seed()
    folder = read_candidates(project.root, seed)
    report = read_report(seed, project.root).value.report
    index = AnchorIndex(report)
    for kind, file in folder.files.items():
        for entry in file.entries:
            extract = _extract(entry, index)
            place = Place(folder.path_of(kind), entry.line)
            short = entry.fields.get("short")
            yield ProposedBlock(
                id=entry.id,
                kind=kind,
                place=place,
                source=extract.label if extract else "",
                page=report.page_of(extract.lines) if extract else "",
                words=extract.text if extract else "",
                short=str(short.get("text", "") if isinstance(short, dict) else short or ""),
            )


def _extract(entry: Entry, index: AnchorIndex) -> Extract | None:
    """The passage that the first anchor of a candidate finds; None if it finds none, or several."""
    for text, scope in entry.anchors:
        found = index.resolve(Anchor.model_validate({"text": text, "in": scope}), entry.id)
        return found if isinstance(found, Extract) else None
    return None

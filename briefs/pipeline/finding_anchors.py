"""Finding words of a report, or what stands at a line of it, with the shortest anchors that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import BriefsError, DocumentError, nearest
from briefs.model.report import Leaf, Report
from briefs.pipeline.order import Project
from briefs.report.readers import read_in_part
from briefs.text.anchors import AnchorIndex, Searchable
from briefs.text.copied_words import CopiedWords, FoundPassage, FoundPlace
from briefs.text.nearest_passages import nearest_passages
from briefs.text.new_anchors import anchor_for, shortest_anchor
from briefs.text.placed_texts import is_in_scope


@dataclass(frozen=True, slots=True)
class AnchoredPassage:
    """Words of the report, where they stand, and the anchor that names them; None if they stand there twice."""

    leaf: Leaf
    page: str
    text: str
    anchor: Anchor | None


@dataclass(frozen=True, slots=True)
class AnchoredPlace:
    """A place in which words stand: a passage in each of the paragraphs that they run over. Unless it `is_exact`, other
    words stand between them there."""

    passages: tuple[AnchoredPassage, ...]
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class FoundAnchors:
    """The `places` in which words stand in the report at `path`; if there is none, the passages `nearest` to them."""

    path: str
    places: tuple[AnchoredPlace, ...]
    nearest: tuple[AnchoredPassage, ...] = ()


def find_anchors(project: Project, words: str = "", line: int | None = None, scope: str | None = None) -> FoundAnchors:
    """The places of `words` in the report, or what stands at `line` of it; both: the words that stand there.

    Only those in `scope` count, if it is given: an address, or the label of a heading. Raises BriefsError if nothing
    stands at the line, or if there is no such scope; DocumentError if the report cannot be read; UnknownName.
    """
    read = read_in_part(project.seed(), project.root)  # also a report that nobody has accepted yet
    if read.value is None:
        raise DocumentError(read.problems)
    report = read.value.report
    index = AnchorIndex(report)
    if scope is not None and not index.candidates(scope):
        raise BriefsError(f'the report has no place "{scope}"', nearest(scope, index.scopes))
    here = None if line is None else _at_line(report, index, line)

    def is_meant(leaf: Leaf) -> bool:
        return (here is None or leaf is here.leaf) and (scope is None or is_in_scope(leaf, scope))

    if here is not None and not words.strip():
        found = [FoundPlace((FoundPassage(here, 0, len(here.plain)),))]
    else:
        found = CopiedWords(report, index).places(words, is_meant)
    places = tuple(AnchoredPlace(tuple(_anchored(one.passages, report, index)), one.is_exact) for one in found)
    if places or not words.strip():
        return FoundAnchors(report.path, places)
    near = nearest_passages(words, report, language=report.language or "en")
    passages = (
        AnchoredPassage(
            one.leaf, report.page_of(one.leaf.lines), one.text, anchor_for(one.words, one.leaf.address, index)
        )
        for one in near
        if is_meant(one.leaf)
    )
    return FoundAnchors(report.path, (), tuple(passages))


def project_of(project: Project, file: Path) -> Project:
    """`project` with the report that `file` is; the report that is chosen already must be that one.

    Raises BriefsError if it is no report of the project.
    """
    for name in project.reports():
        is_there = file.is_file() and file.resolve().parent == (project.seeds / name).resolve()
        if is_there and file.stem == "report" and file.suffix != ".yaml":
            return replace(project, report=name)
    raise BriefsError(f"{file} is not the file of a report", "a report is seeds/<report>/report.* in the project")


def _at_line(report: Report, index: AnchorIndex, line: int) -> Searchable:
    """What stands at a line of the report. Raises BriefsError if that is nothing an anchor can name."""
    found = next((node for node in index.nodes if line in node.leaf.lines), None)
    if found is None or not found.plain:
        heading = next((one for one in report.sections() if line in one.heading.lines), None)
        what = f"the heading {heading.label}" if heading else "nothing that an anchor can name"
        raise BriefsError(f"at line {line} of {report.path} is {what}", "name a line of a paragraph, an item or a note")
    return found


def _anchored(passages: Sequence[FoundPassage], report: Report, index: AnchorIndex) -> Iterator[AnchoredPassage]:
    for one in passages:
        low, high = one.node.span(one.start, one.end)
        anchor = shortest_anchor(one.node, one.start, one.end, index)
        yield AnchoredPassage(one.node.leaf, report.page_of(one.node.leaf.lines), one.node.text[low:high], anchor)

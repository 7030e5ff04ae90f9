"""A new block from words that somebody selected in the report: a candidate with its anchor, beside those that
`briefs draw` proposes. Nothing prints it until somebody accepts it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefs.candidates.appended_entries import with_entries
from briefs.candidates.candidate import Candidate, FieldValue
from briefs.candidates.candidate_ids import candidate_id
from briefs.candidates.candidate_text import candidate_text
from briefs.candidates.found import Found, FoundPassage, Open
from briefs.candidates.printable_passage import printable_short
from briefs.candidates.proposed_file import Entry, new_file
from briefs.check.scales.said_strength import said_strength
from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import inside_project
from briefs.model.block import KINDS, BlockBase
from briefs.model.diagnostics import Place
from briefs.model.unknown_name import UnknownName
from briefs.output.lock import locked
from briefs.pipeline.candidate_folder import CandidateFolder, read_candidates
from briefs.pipeline.drawing_candidates import language_of_report
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.report_passages import passage_views
from briefs.preview.editing.block_source import blocks_folder
from briefs.preview.editing.selected_passage import SelectedPassage, blocks_pointing_at, selected_passages
from briefs.preview.shown.editing_views import CandidateView, KindView

_RULE = "selected in the report"
_SHOWN_WORDS = 8
_FROM_BLOCKS = ("figure",)
"""Kinds that are made of other blocks, not of a passage."""


def offered_candidate(
    inputs: Inputs, links: Links, address: str, start: int, end: int, last: str = ""
) -> CandidateView:
    """What the words at `start`–`end` of the clean text of the node at `address` can become: their anchors, what points
    there already, and the kinds of block to choose from. If the selection ends in another node, `last` is its address.

    Nothing is written. Raises BriefsError if no block can point at these words; also for the candidates, and then
    DocumentError, if their files cannot be read.
    """
    passages = selected_passages(inputs.report, address, start, end, last)
    folder = read_candidates(inputs.project.root, inputs.seed)
    return _view(inputs, links, folder, passages, kinds=tuple(_kinds()))


def write_candidate(
    inputs: Inputs, links: Links, address: str, start: int, end: int, kind: str, last: str = ""
) -> CandidateView:
    """Write a candidate of this `kind` for the words that `offered_candidate` is given, with an id that is free.

    Everything else in its file stays byte for byte. Raises UnknownName for a kind that a passage cannot become, and
    what `offered_candidate` raises; also BriefsError if the file cannot be written.
    """
    if kind not in (known := [one.kind for one in _kinds()]):
        raise UnknownName("kind", [kind], known)
    passages = selected_passages(inputs.report, address, start, end, last)
    with locked(blocks_folder(inputs), lambda: None):
        folder = read_candidates(inputs.project.root, inputs.seed)
        view = _view(inputs, links, folder, passages)
        name = next((one.id for one in _same(folder, passages, kind)), "")
        said = "was there already"
        if not name:
            said = "is a new candidate"
            name = _write(inputs, folder, _candidate(inputs, folder, passages, kind))
            folder = read_candidates(inputs.project.root, inputs.seed)
    path = folder.path_of(kind)
    line = next((one.line for one in folder.files[kind].entries if one.id == name), 0)
    said = f"{name} {said}; to accept it: `briefs draw --report {inputs.name} --accept {name}`"
    return replace(view, id=name, link=links.to(Place(path, line)), explained=said)


def _write(inputs: Inputs, folder: CandidateFolder, candidate: Candidate) -> str:
    """Write a candidate behind the others of its kind; returns its id."""
    path, text = folder.path_of(candidate.kind), candidate_text(candidate)
    file = inside_project(inputs.project.root, path)
    if file.exists():
        new = with_entries(read_file(file), path, candidate.kind, [text])
    else:
        empty = new_file(candidate.kind)
        new = replace(empty, entries=(Entry(candidate.id, text),)).content
    folder.write({}, folder.known, {path: new})
    return candidate.id


def _same(folder: CandidateFolder, passages: Sequence[SelectedPassage], kind: str | None = None) -> Iterator[Entry]:
    """The candidates of a kind, or of all, that point at the same as `passages`."""
    wanted = [_told(one.anchor.text, one.anchor.scope) for one in passages]
    for of, file in folder.files.items():
        for entry in file.entries:
            if kind in (None, of) and [_told(*one) for one in entry.anchors] == wanted:
                yield entry


def _told(text: str, scope: str | None) -> tuple[str, str | None]:
    """An anchor with plain spaces, as candidates have them."""
    return " ".join(text.split()), scope


def _kinds() -> Iterator[KindView]:
    """The kinds of block that a passage can become, each with what it is for."""
    for name, kind in KINDS.items():
        if name not in _FROM_BLOCKS:
            yield KindView(name, " ".join((kind.__doc__ or "").split()))


def _view(
    inputs: Inputs,
    links: Links,
    folder: CandidateFolder,
    passages: Sequence[SelectedPassage],
    kinds: tuple[KindView, ...] = (),
) -> CandidateView:
    proposed = ", ".join(one.id for one in _same(folder, passages))
    said = f"candidates that point there and are not accepted yet: {proposed}" if proposed else ""
    return CandidateView(
        passages=passage_views(inputs.name, inputs.report, [one.extract for one in passages], links),
        anchors=tuple(one.anchor.source for one in passages),
        already=blocks_pointing_at(inputs.library, passages),
        kinds=kinds,
        explained=said,
    )


def _candidate(inputs: Inputs, folder: CandidateFolder, passages: Sequence[SelectedPassage], kind: str) -> Candidate:
    first, report = passages[0], inputs.report
    words = " ".join(one.words for one in passages)
    passage = FoundPassage(first.node.leaf, first.words)
    evidence = " ".join(first.words.split()[:_SHOWN_WORDS])
    found = Found(kind, FoundPassage(first.node.leaf, words), _RULE, evidence, 1.0)
    entries = {entry.id for file in folder.files.values() for entry in file.entries}
    taken = inputs.library.ids | inputs.library.unreadable | entries | {one.id for one in folder.known}
    is_worded = kind not in ("quote", "acronym") and len(passages) == 1
    language = language_of_report(report, inputs.rules.language)
    return Candidate(
        id=candidate_id(found, taken),
        found=found,
        anchor=first.anchor,
        fields=dict(_open_fields(kind)),
        strength=said_strength(words, inputs.rules),
        short=printable_short(passage, language, report.note_numbers()) if is_worded else "",
        label=first.node.leaf.label,
        page=report.page_of(first.node.leaf.lines),
        further=tuple(one.anchor for one in passages[1:]),
    )


def _open_fields(kind: str) -> Iterator[tuple[str, FieldValue]]:
    """The fields of a kind, which only a person can fill in, with what each says."""
    for name, field in KINDS[kind].model_fields.items():
        if name != "kind" and (name not in BlockBase.model_fields or (field.is_required() and name == "absent")):
            yield field.alias or name, Open(field.description or "")

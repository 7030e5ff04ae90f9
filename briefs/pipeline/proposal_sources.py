"""The passages of the report that wordings rest on and, for new text, those that it may be drawn from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefs.files.bounded_reading import read_file
from briefs.model.document import FormRef
from briefs.model.drafted_block import DraftedBlock
from briefs.model.library import Extract
from briefs.model.proposal import Proposal, Source
from briefs.model.typesetting import clean
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.present_brief import PresentBrief
from briefs.text.anchors import AnchorIndex
from briefs.text.block_draft import block_draft
from briefs.text.nearest_passages import nearest_passages
from briefs.text.new_anchors import anchor_for

NO_PASSAGE = "The report has no passage that is close to it."
NO_BLOCK = "This text has no block, so it does not rest on the report."
OWN = "If it is the editors' own, write it into the template as a paragraph: it is then held against what is printed."


@dataclass
class ProposalSources:
    """Finds the passages for the proposals of one review."""

    inputs: Inputs
    present: PresentBrief
    drafted: dict[str, DraftedBlock] = field(default_factory=dict)

    def sourced(self, proposal: Proposal) -> Proposal:
        """`proposal` with its passages, each once; new text also with a block drafted from the nearest one. New text
        that has an obstacle stays as it is."""
        if proposal.kind == "new":
            return proposal if proposal.obstacle else self._drafted(proposal)
        extracts: dict[tuple[str, int, int], Extract] = {}
        for form in self._forms(proposal):
            drawn = self.inputs.library.find(form.block)
            for one in drawn.resting_on("anchor" if form.is_verbatim else form.field) if drawn else ():
                extracts[one.address, one.start, one.end] = one
        sources = tuple(
            Source(one.label, one.address, one.text, start=one.start, end=one.end) for one in extracts.values()
        )
        return replace(proposal, sources=sources)

    def _forms(self, proposal: Proposal) -> list[FormRef]:
        if proposal.form:
            return [FormRef.parse(proposal.form)]
        printed = [FormRef.parse(form) for unit, form in self.present.forms if unit == proposal.unit]
        return printed or [FormRef(block, "verbatim") for block in self.present.blocks.get(proposal.unit, ())]

    def _drafted(self, proposal: Proposal) -> Proposal:
        """New text: with the nearest passages, and anchors that name them."""
        text = proposal.variants[0].text if proposal.variants else ""
        sources, anchors = [], []
        for near in nearest_passages(text, self.inputs.report, language=self.inputs.house.language):
            anchor = anchor_for(near.words, near.leaf.address, self._index)
            start = max(0, clean(near.leaf.text, self.inputs.report.note_numbers()).find(near.words))
            named = anchor.source if anchor else ""
            end = start + len(near.words)
            sources.append(Source(near.leaf.label, near.leaf.address, near.text, named, start, end))
            anchors += [anchor] if anchor else []
        if not anchors:
            offer = proposal.offer or f"{NO_BLOCK} {NO_PASSAGE} {OWN}"
            return replace(proposal, sources=tuple(sources), offer=offer)
        taken = {*self.inputs.library.ids, *(one.block for one in self.drafted.values())}
        path = self._file_of_statements()
        block, yaml = block_draft(text, anchors[:1], taken, self._indent(path))
        behind = self.present.paragraphs.get(proposal.moved_after)
        template = self.present.template
        where = f" in {template.place(behind.line)}" if template and behind and behind.line else " in the template"
        self.drafted[proposal.id] = DraftedBlock(block, path, yaml)
        offer = f"{NO_BLOCK} To draw it from the report, paste the block {block} into {path}, and call it{where}. {OWN}"
        return replace(proposal, sources=tuple(sources), offer=proposal.offer or offer, block=yaml)

    def _file_of_statements(self) -> str:
        """The block file with most of the statements; a new one, if there is none."""
        paths = [one.place.path for one in self.inputs.library.blocks.values() if one.block.kind == "statement"]
        if paths:
            return max(dict.fromkeys(paths), key=paths.count)
        return f"seeds/{self.inputs.name}/blocks/statements.yaml"

    def _indent(self, path: str) -> str:
        """How far the entries of a block file are indented."""
        file = self.inputs.project.root / path
        found = re.search(r"^( *)- id:", read_file(file).decode() if file.is_file() else "", re.MULTILINE)
        return found[1] if found else "  "

    @cached_property
    def _index(self) -> AnchorIndex:
        return AnchorIndex(self.inputs.report)

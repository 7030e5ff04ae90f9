"""The harbour project with a template that has words of its own, and proposals for what its briefs say."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

from lxml import etree

from briefs.model.brief_key import BriefKey
from briefs.model.proposal import Proposal, ProposalKind, Reviewed, Variant
from briefs.model.review import ReviewedEdition
from briefs.model.sent_text import SentParagraph
from briefs.pipeline.examination import examine
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Project
from briefs.pipeline.present_brief import PresentBrief, present_brief
from briefs.pipeline.returned_editions import ReturnedEdition
from briefs.pipeline.written_wordings import WrittenWordings
from briefs.word.elements import Element, qn
from tests.builders import BLOCKS, front, write_project
from tests.returned_files import edited

BENEFITS = """kind: benefit
blocks:
  - id: ben.keepers  # the first
    anchor: "Most keepers agreed … at the quay"
    sort: direct
    beneficiary: Keepers
    basis:
      anchor: "Most keepers agreed … at the quay"
    short: {text: "They would *wait* less, most keepers agreed.", anchor: "Most keepers agreed … at the quay"}
"""
STATEMENTS = """kind: statement
blocks:
  - id: st.asked
    anchor: "Some keepers asked whether … tides & currents"
    short: "Some keepers asked whether the board should publish the tides."
    audiences: {captains: must}
  - id: st.met
    anchor: "The keepers will meet … spring of 2012"
    lead: "Next:"
    short: 'The keepers will meet again in 2012.'
"""
CAPTAINS = """## Waiting {id=waiting}

{{ paragraph("fact.bicycles") }}

{# They were asked. #}
Keepers said what they want, and the board asked:

{{ statements("fact.timetable", "st.asked") }}

{{ paragraph("st.met") }}

## Benefits {id=benefits}

{{ benefits("ben.keepers", basis=false, column="What they gain", caption="Who gains: \\"keepers\\"") }}

The keepers said: {{ block("st.met").short }}
"""
TEMPLATES = {"captains": front("captains", pages=2) + CAPTAINS}
BLOCKS_OF_CAPTAINS = {name: text.replace("    audiences: {clerks: never}\n", "") for name, text in BLOCKS.items()}
EDITION = ReviewedEdition("HB/CAP 0.1 draft", "harbour", BriefKey("captains"), "0.1", "draft", "2010-05-04")
FACTS, ASKED, GAINS = (f"seeds/harbour/blocks/{name}.yaml" for name in ("fact", "statement", "benefit"))
CAPTAINS_MD = "templates/captains.md"


def write_harbour(root: Path) -> Path:
    """The project in `root`."""
    return write_project(
        root, blocks={**BLOCKS_OF_CAPTAINS, "benefit": BENEFITS, "statement": STATEMENTS}, templates=TEMPLATES
    )


class Harbour:
    """The project, what its brief for captains says, and that as the edition that was sent."""

    def __init__(self, root: Path) -> None:
        self.root = write_harbour(root)
        self._inputs: Inputs | None = None
        self.sent = self.present.paragraphs

    @property
    def inputs(self) -> Inputs:
        """What briefs are made from now."""
        if self._inputs is None:
            self._inputs = examine(Project(self.root)).value
        return self._inputs

    @property
    def present(self) -> PresentBrief:
        """What the brief says now."""
        return present_brief(self.inputs, BriefKey("captains"), "draft")

    @property
    def wordings(self) -> WrittenWordings:
        """Where it is written now."""
        inputs = self.inputs
        return WrittenWordings(inputs, inputs.templates[BriefKey("captains")])

    @property
    def edition(self) -> ReturnedEdition:
        """What was sent."""
        return ReturnedEdition(EDITION, tuple(self.sent.values()))

    def paragraph(self, text: str) -> SentParagraph:
        """The paragraph with these words."""
        exact = (one for one in self.sent.values() if one.text == text)
        return next(exact, None) or next(one for one in self.sent.values() if text in one.text)

    def change(self, path: str, old: str, new: str) -> None:
        """Change words in a file of the project."""
        file, self._inputs = self.root / path, None
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def reword(self, old: str, new: str, *others: str) -> Proposal:
        """What becomes of the piece of a paragraph with the words `old`; `others` are other words for them."""
        paragraph = self.paragraph(old)
        piece = next(one for one in paragraph.pieces if old in one.text)
        wordings = (piece.text.replace(old, one) for one in (new, *others))
        variants = tuple(Variant(text, (Reviewed("a.docx"),)) for text in wordings)
        made = proposal("reword", paragraph, piece.text, "")
        return replace(made, form=piece.form, variants=variants)


def proposal(kind: ProposalKind, paragraph: SentParagraph, before: str, after: str, moved_after: str = "") -> Proposal:
    """A proposal for a paragraph, or its unit."""
    return Proposal(
        f"{kind} {paragraph.key}",
        kind,
        paragraph.key if kind == "reword" else paragraph.unit or paragraph.key,
        paragraph.key,
        before,
        (Variant(after, (Reviewed("a.docx"),)),),
        unit=paragraph.unit,
        tag=paragraph.tag,
        moved_after=moved_after,
    )


def with_words(file: bytes, old: str, new: str, author: str = "", date: str = "2026-11-20T10:00:00Z") -> bytes:
    """A Word file with `new` words in place of `old` ones, which stand in one run: tracked, if by an `author`."""
    return edited(file, lambda root: _replace_words(root, old, new, author, date))


def _replace_words(root: Element, old: str, new: str, author: str, date: str) -> None:
    text = next(one for one in root.iter(qn("w:t")) if old in (one.text or ""))
    run = text.getparent()
    assert run is not None
    before, _, after = (text.text or "").partition(old)
    if not author:
        text.text = before + new + after
        return
    paragraph = run.getparent()
    assert paragraph is not None
    at = paragraph.index(run)
    paragraph.remove(run)
    made = [_run(run, before), _change(_run(run, old, "w:delText"), "w:del", author, date, at)]
    made += [_change(_run(run, new), "w:ins", author, date, at + 1), _run(run, after)]
    for number, one in enumerate(made):
        paragraph.insert(at + number, one)


def _run(like: Element, text: str, tag: str = "w:t") -> Element:
    """A run with the look of another one."""
    run = copy.deepcopy(like)
    for child in run.findall(qn("w:t")):
        run.remove(child)
    said = etree.SubElement(run, qn(tag))
    said.text = text
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _change(run: Element, tag: str, author: str, date: str, number: int) -> Element:
    change = etree.Element(qn(tag))
    change.set(qn("w:id"), str(9000 + number))
    change.set(qn("w:author"), author)
    change.set(qn("w:date"), date)
    change.append(run)
    return change

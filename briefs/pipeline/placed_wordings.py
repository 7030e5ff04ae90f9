"""Where a proposed wording would be written, and what would be written there; or why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefs.files.written_changes import contents_with
from briefs.model.diagnostics import BriefsError, DocumentError, Place
from briefs.model.document import FormRef
from briefs.model.library import Drawn
from briefs.model.proposal import Proposal, Write
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, SOURCES
from briefs.model.sent_text import SentParagraph
from briefs.model.typesetting import typeset
from briefs.pipeline.present_brief import PresentBrief
from briefs.pipeline.written_wordings import Written, WrittenWordings
from briefs.review.carrying_over import carried_over
from briefs.review.obstacles import BY_PROGRAM, OWN_WORDS
from briefs.review.word_edits import same_words

GONE = "The brief does not print this any more, so there is nothing that could be changed."
NOT_CARRIED = "The edit is partly in words that only printing adds, such as the expansion of an acronym."
EMPTY = "A wording cannot be empty: leave its block out instead, or take the field out by hand."
NOT_ALONE = "It cannot be left out by itself: it goes when what stands below it goes."
TAKEN_OUT_BY_HAND = "If it should go by itself, take it out of the template by hand."
BY_HAND = "Change the wording by hand where it is written."
_OF_PROGRAM = frozenset({SOURCES, CLEARING_NOTES, CLEARANCE})
_CAN_GO = ("text", "intro", "attribution")
"""What a template may say or leave out; headings, captions and the like go with what they are above."""
_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class WordingPlaces:
    """Finds the places of wordings of one brief: `sent` is the edition, `present` the brief as it is now.

    `accepted` says who or what changed forms since, as far as that is known: "proposal 3f2a9c", by form.
    """

    present: PresentBrief
    wordings: WrittenWordings
    sent: Mapping[str, SentParagraph]
    accepted: Mapping[str, str] = field(default_factory=dict)

    def placed(self, proposal: Proposal) -> Proposal:
        """`proposal`, which rewords something, with its place and, unless there is an obstacle, with what to write."""
        return self._form_placed(proposal) if proposal.form else self._words_placed(proposal)

    def place_of(self, proposal: Proposal) -> Place | None:
        """Where the wording of any proposal is written, as far as that is known."""
        if proposal.form:
            written = self.wordings.of_form(FormRef.parse(proposal.form))
            return written.place if written else self._place_of_block(FormRef.parse(proposal.form))
        line = self._line(proposal)
        return self.present.template.place(line) if line and self.present.template else None

    def _form_placed(self, proposal: Proposal) -> Proposal:
        form = FormRef.parse(proposal.form)
        drawn, written = self.wordings.inputs.library.find(form.block), self.wordings.of_form(form)
        place = written.place if written else self._place_of_block(form)
        proposal = replace(proposal, place=place)
        if drawn is None:
            return _stopped(proposal, f"There is no block {form.block} any more.")
        if written is None:
            return _stopped(proposal, OWN_WORDS, self._short_form(drawn, proposal))
        printed = self.present.printed(proposal.unit, proposal.form)
        printed = typeset(written.text) if printed is None else printed
        if conflict := self._edited_meanwhile(proposal, printed, proposal.form):
            return _stopped(proposal, conflict, "Decide which of the three wordings is to stand, and write it there.")
        if not drawn.resting_on(form.field):
            lost = f"An anchor of {form} matches nothing in the report any more, so no wording can be checked."
            return _stopped(proposal, lost, "Mend the anchor first: briefs report --diff shows what has changed.")
        return self._written(proposal, written, proposal.form)

    def _words_placed(self, proposal: Proposal) -> Proposal:
        """A proposal for words that no form says."""
        now, sent = self.present.paragraphs.get(proposal.key), self.sent.get(proposal.key)
        if proposal.kind == "delete" and (sent is None or sent.role not in _CAN_GO):
            return _stopped(replace(proposal, place=self.place_of(proposal)), NOT_ALONE, TAKEN_OUT_BY_HAND)
        if sent is not None and sent.section in _OF_PROGRAM and now is None:
            return _stopped(proposal, BY_PROGRAM)
        if now is None and proposal.key not in self.present.lines:
            return _stopped(proposal, GONE)
        if sent is not None and now is not None:
            conflict = self._edited_meanwhile(proposal, now.text, proposal.key, sent.text)
            if conflict:
                return _stopped(proposal, conflict, BY_HAND)
        stopped: Proposal | None = None
        for written in _likeliest(self._candidates(proposal, now), proposal.before):
            placed = self._written(replace(proposal, place=written.place), written)
            if not placed.obstacle:
                return placed
            if stopped is None and _plain(written.text) == _plain(proposal.before):
                stopped = placed
        if stopped is not None:
            return stopped
        is_program = now is not None and now.section in _OF_PROGRAM
        place = None if is_program else self.place_of(proposal)
        return _stopped(replace(proposal, place=place), BY_PROGRAM if is_program or place is None else NOT_CARRIED)

    def _candidates(self, proposal: Proposal, now: SentParagraph | None) -> Iterator[Written]:
        """Where words that no form says may be written. In editions without forms, blocks may say them too."""
        blocks = self.present.blocks.get(proposal.unit, ())
        if not any(piece.form for one in self.sent.values() for piece in one.pieces):
            for block in blocks:
                yield from self.wordings.of_block(block)
        if now is not None and now.section not in _OF_PROGRAM and now.role != "masthead":
            yield from self.wordings.of_template(self._line(proposal), blocks)
        yield from self.wordings.of_furniture()

    def _edited_meanwhile(self, proposal: Proposal, now: str, what: str, before: str = "") -> str:
        """A sentence that says so, if the words are not those any more that were sent."""
        before = before or proposal.before
        if same_words(now, before):
            return ""
        if any(same_words(now, variant.text) for variant in proposal.variants):
            return "The project says this already."
        by = f", by {self.accepted[what]}" if what in self.accepted else ""
        return f"This was changed meanwhile{by}: what was sent is “{before}”, and the project now says “{now}”."

    def _written(self, proposal: Proposal, written: Written, form: str = "") -> Proposal:
        """`proposal` with what each of its variants would write in place of `written`."""
        variants, obstacle = [], ""
        for variant in proposal.variants:
            after = carried_over(written.text, proposal.before, variant.text) if variant.text.strip() else ""
            if not variant.text.strip() and written.location:
                variants.append(variant)
                obstacle = obstacle or EMPTY
            elif after is None or after == written.text:
                variants.append(variant)
                obstacle = obstacle or NOT_CARRIED
            else:
                write = Write(written.path, written.location, written.line, written.text, after, form)
                reason = self._why_not(write)
                obstacle = obstacle or reason
                variants.append(variant if reason else replace(variant, writes=(write,)))
        if any(variant.writes for variant in variants):
            obstacle = ""
        placed = replace(proposal, variants=tuple(variants))
        return _stopped(placed, obstacle, BY_HAND) if obstacle else placed

    def _why_not(self, write: Write) -> str:
        """Why something cannot be written, as a sentence; empty if it can."""
        try:
            contents_with(self.wordings.inputs.project.root, [write])
        except BriefsError as error:
            return f"{error.message[:1].upper()}{error.message[1:]}."
        except DocumentError as error:
            return f"{error.diagnostics[0].place} cannot be read: {error.diagnostics[0].message}."
        return ""

    def _short_form(self, drawn: Drawn, proposal: Proposal) -> str:
        """What can be done about words of the report: to print the block's short form, or to write one."""
        form = FormRef.parse(proposal.form)
        passage = "" if form.is_verbatim else f"{form.field}."
        if written := self.wordings.of_form(FormRef(form.block, f"{passage}short")):
            where = self.present.template.place(self._line(proposal)) if self.present.template else ""
            return f"The block has a short form, “{written.text}” ({written.place}): print that in {where} instead."
        return f"Write a short form below the anchor in {self._place_of_block(form)}, and print that instead."

    def _place_of_block(self, form: FormRef) -> Place | None:
        drawn = self.wordings.inputs.library.find(form.block)
        return drawn.place_of("anchor" if form.is_verbatim else form.field) if drawn else None

    def _line(self, proposal: Proposal) -> int:
        """The line of the template that says or calls it."""
        now = self.present.paragraphs.get(proposal.key)
        return now.line if now is not None else self.present.lines.get(proposal.unit, 0)


def _stopped(proposal: Proposal, obstacle: str, offer: str = "") -> Proposal:
    """`proposal` without anything to write, and with the reason."""
    variants = tuple(replace(one, writes=(), findings=()) for one in proposal.variants)
    return replace(proposal, variants=variants, obstacle=proposal.obstacle or obstacle, offer=proposal.offer or offer)


def _likeliest(candidates: Iterable[Written], printed: str) -> list[Written]:
    """Those of `candidates` that may say the `printed` words: the same words, then those that are part of them, and
    then those that they are part of; each place once."""
    wanted = _plain(printed)
    ranked: list[tuple[int, int, Written]] = []
    for number, one in enumerate(dict.fromkeys(candidates)):
        said = _plain(_PLACEHOLDER.sub("\0", one.text))
        pieces = [piece.strip() for piece in said.split("\0") if any(map(str.isalnum, piece))]
        if said == wanted:
            ranked.append((0, number, one))
        elif pieces and all(piece in wanted for piece in pieces):
            ranked.append((1, -max(map(len, pieces)), one))
        elif wanted and wanted in said:
            ranked.append((2, number, one))
    return [one for _, _, one in sorted(ranked, key=lambda rank: rank[:2])]


def _plain(text: str) -> str:
    return " ".join(typeset(text).replace("\u00a0", " ").split()).casefold()

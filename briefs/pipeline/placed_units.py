"""Units left out of a template or moved in it: which call is to name which blocks instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefs.files.template_calls import (
    asks_for_kinds,
    call_at,
    ids_of,
    in_order,
    jinja_spans,
    name_of,
    with_id,
    without_id,
)
from briefs.model.library import Drawn
from briefs.model.proposal import Proposal, Write
from briefs.pipeline.present_brief import PresentBrief
from briefs.pipeline.written_wordings import WrittenWordings

GONE = "The brief does not print this any more."
NO_CALL = "No call in the template names exactly these blocks where the brief prints them."
BY_HAND = "Change the template by hand."
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class _Found:
    """A call in the template: its text, where it starts and on which line, and whether it stands there alone."""

    text: str
    start: int
    line: int
    is_alone: bool


@dataclass(frozen=True)
class UnitPlaces:
    """Finds what to write in the template of one brief to leave units out, or to move them."""

    present: PresentBrief
    wordings: WrittenWordings

    def placed(self, proposal: Proposal) -> Proposal:
        """`proposal`, which leaves out or moves a unit, with its place and with what to write; or with an obstacle."""
        template, line = self.present.template, self.present.lines.get(proposal.unit, 0)
        if template is None or not line:
            return replace(proposal, obstacle=proposal.obstacle or GONE)
        proposal = replace(proposal, place=template.place(line))
        writes = self._moved(proposal) if proposal.kind == "move" else self._left_out(proposal.unit)
        if not writes:
            offer = self._excluded(proposal) if proposal.kind == "delete" else ""
            return replace(proposal, obstacle=proposal.obstacle or NO_CALL, offer=proposal.offer or offer or BY_HAND)
        variants = tuple(replace(one, writes=tuple(writes)) for one in proposal.variants)
        offer = proposal.offer or (self._weaker(proposal) if proposal.kind == "delete" else "")
        return replace(proposal, variants=variants, offer=offer)

    def without(self, unit: str, block: str) -> list[Write]:
        """What to write so that `unit` does not print `block` any more; nothing if it is not clear what."""
        blocks = self.present.blocks.get(unit, ())
        call = self._call(unit) if block in blocks else None
        if call is None:
            return []
        if len(blocks) > 1 and call.is_alone:
            return [self._write(call, call.text, without_id(call.text, block))]
        return self._left_out(unit) if len(blocks) == 1 else []

    def _left_out(self, unit: str) -> list[Write]:
        blocks, call = self.present.blocks[unit], self._call(unit)
        if call is None:
            return []
        if not call.is_alone:
            return [self._write(call, self._paragraph(call), "")]
        after = call.text
        for block in blocks:
            after = without_id(after, block)
        return [self._write(call, call.text, after)]

    def _moved(self, proposal: Proposal) -> list[Write]:
        """A unit behind the one that it now stands after, or first below a heading."""
        blocks, call = self.present.blocks[proposal.unit], self._call(proposal.unit)
        behind = self.present.paragraphs.get(proposal.moved_after)
        if call is None or behind is None or not call.is_alone:
            return []
        target = self._call(behind.unit) if behind.unit else self._first_below(behind.line)
        if target is None or not target.is_alone:
            return []
        after = self.present.blocks[behind.unit] if behind.unit else ()
        is_whole = tuple(ids_of(call.text)) == blocks
        if target.start == call.start:
            return [self._write(call, call.text, _reordered(call.text, blocks, after[-1:]))]
        if len(blocks) == 1 and len(after) <= 1 and name_of(call.text) == name_of(target.text) != "paragraph":
            left = without_id(call.text, blocks[0])
            new = with_id(target.text, blocks[0], after[0] if after else "")
            return [self._write(call, call.text, left), self._write(target, target.text, new)]
        if not is_whole or (after and ids_of(target.text)[-1] != after[-1]):
            return []
        return [self._exchanged(call, target, is_behind=bool(after))]

    def _exchanged(self, call: _Found, target: _Found, is_behind: bool) -> Write:
        """A call moved behind another, or before it, in the text from the first of the two to the last."""
        assert self.present.template is not None, "there are no calls without a template"
        text = self.wordings.text_of(self.present.template.path)
        first, last = sorted((call, target), key=lambda one: one.start)
        between = text[first.start + len(first.text) : last.start]
        new = f"{target.text}\n\n{call.text}" if is_behind else f"{call.text}\n\n{target.text}"
        kept = between.strip("\n")
        parts = (kept, new) if call is first else (new, kept)
        after = "\n\n".join(filter(None, parts))
        return self._write(first, text[first.start : last.start + len(last.text)], after)

    def _call(self, unit: str) -> _Found | None:
        """The call that names the blocks of a unit, on the line that the unit is from."""
        assert self.present.template is not None, "there are no units without a template"
        text = self.wordings.text_of(self.present.template.path)
        blocks, line = self.present.blocks.get(unit, ()), self.present.lines.get(unit, 0)
        call = call_at(text, line, blocks[0]) if blocks else ""
        if not call or asks_for_kinds(call):
            return None
        start = next(
            low for low, high in jinja_spans(text) if text[low:high] == call and _covers(text, low, high, line)
        )
        found = _placed(text, start, call)
        return found if not found.is_alone or set(blocks) <= set(ids_of(call)) else None

    def _first_below(self, line: int) -> _Found | None:
        """The first call below a heading, before the next one."""
        assert self.present.template is not None, "there are no headings without a template"
        text = self.wordings.text_of(self.present.template.path)
        lines = text.split("\n")
        for number in range(line + 1, len(lines) + 1):
            if lines[number - 1].startswith("#"):
                return None
            if call := call_at(text, number):
                if asks_for_kinds(call):
                    return None
                return _placed(text, text.index(call, sum(len(one) + 1 for one in lines[: number - 1])), call)
        return None

    def _paragraph(self, call: _Found) -> str:
        """The paragraph, or the item of a list, in which a call stands in the template, as written."""
        assert self.present.template is not None, "there are no calls without a template"
        lines = self.wordings.text_of(self.present.template.path).split("\n")
        first = call.line - 1
        while first and not _ITEM.match(lines[first]) and lines[first - 1].strip():
            first -= 1
        last = call.line + call.text.count("\n")
        while last < len(lines) and lines[last].strip() and not _ITEM.match(lines[last]):
            last += 1
        return "\n".join(lines[first:last])

    def _write(self, call: _Found, before: str, after: str) -> Write:
        assert self.present.template is not None, "there are no calls without a template"
        line = call.line
        if not before.startswith(call.text):
            text = self.wordings.text_of(self.present.template.path)
            line = text.count("\n", 0, text.rfind(before, 0, call.start + len(before))) + 1
        return Write(self.present.template.path, (), line, before, after)

    def _excluded(self, proposal: Proposal) -> str:
        """How the brief can leave a unit out whose call asks for kinds of block; empty for other calls."""
        assert self.present.template is not None, "there are no units without a template"
        template, line = self.present.template, self.present.lines.get(proposal.unit, 0)
        blocks = self.present.blocks.get(proposal.unit, ())
        call = call_at(self.wordings.text_of(template.path), line)
        if not blocks or not asks_for_kinds(call):
            return ""
        found = (self.wordings.inputs.library.blocks.get(one) for one in blocks)
        places = " and ".join(f"{one.id} ({one.place_of('audiences')})" for one in found if one is not None)
        return f"To leave it out, write audiences: {{{template.front.audience}: never}} for {places}."

    def _weaker(self, proposal: Proposal) -> str:
        """How the brief can leave a unit out only where it has no room for it."""
        assert self.present.template is not None, "there are no units without a template"
        audience = self.present.template.front.audience
        found = (self.wordings.inputs.library.blocks.get(one) for one in self.present.blocks[proposal.unit])
        drawn = [one for one in found if one is not None]
        weights = [(one, _weight(one, audience)) for one in drawn]
        strong = [one for one, weight in weights if weight in ("must", "should")]
        if not strong:
            return ""
        places = " and ".join(f"{one.id} ({one.place_of('audiences')})" for one in strong)
        return (
            f"To leave it out only where there is no room, write audiences: {{{audience}: could}} for {places} instead."
        )


def _weight(drawn: Drawn, audience: str) -> str:
    audiences = getattr(drawn.block, "audiences", {})
    return str(audiences.get(audience, "could"))


def _placed(text: str, start: int, call: str) -> _Found:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[start + len(call) :].partition("\n")[0]
    is_alone = not before.strip() and not behind.strip()
    return _Found(call, start, text.count("\n", 0, start) + 1, is_alone)


def _covers(text: str, low: int, high: int, line: int) -> bool:
    first = text.count("\n", 0, low) + 1
    return first <= line <= first + text.count("\n", low, high)


def _reordered(call: str, blocks: Sequence[str], after: Sequence[str]) -> str:
    """`call` with `blocks` behind the one in `after`, or first."""
    rest = [one for one in ids_of(call) if one not in blocks]
    at = rest.index(after[0]) + 1 if after else 0
    return in_order(call, [*rest[:at], *blocks, *rest[at:]])

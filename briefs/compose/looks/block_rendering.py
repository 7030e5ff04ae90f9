"""Running a block template: its output is rendered, read as content, and checked against what was asked for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jinja2 import UndefinedError

from briefs.compose.jinja.failures import FAILURES, failed_line, failure_fault
from briefs.compose.jinja.line_marks import line_behind
from briefs.compose.jinja.running_budget import budgeted
from briefs.compose.looks.block_environment import CompiledBlockTemplate
from briefs.compose.looks.block_template import FIGURE
from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_reader import read_content
from briefs.compose.looks.printed_block import PrintedBlock
from briefs.compose.units import weighted, with_parts
from briefs.model.diagnostics import DocumentError, Fault, Place
from briefs.model.document import Content, Section, Unit
from briefs.model.document_walk import map_units, note_calls, owners_of
from briefs.model.typography import curl

_NO_FIELD = re.compile(r"object'? has no (?:attribute|element) '(\w+)'")
"""Jinja's message for a field that a block does not have."""


@dataclass(frozen=True, slots=True)
class BlockCall:
    """What a block template is asked to print: blocks and options, by the call at `place` of a brief's template.

    `names` are the other names that it can use: the function `note`, and variables.
    """

    blocks: Sequence[PrintedBlock]
    options: Mapping[str, object]
    names: Mapping[str, object]
    place: Place

    @property
    def ids(self) -> str:
        """The ids of the blocks, as a list for people."""
        return ", ".join(block.id for block in self.blocks)

    @property
    def hint(self) -> str:
        """The hint about this call for mistakes in the block template."""
        return f"printed for {self.ids} by {self.place}"

    def parts(self) -> dict[str, list[str]]:
        """For each figure among the blocks, by its id, the ids of the blocks that it is drawn from."""
        return {block.id: [part.id for part in block.parts] for block in self.blocks if block.kind == FIGURE}


def render_content(compiled: CompiledBlockTemplate, call: BlockCall, notes: Container[str]) -> tuple[Content, ...]:
    """What a block template prints for a call: units with weights and the call's line, not yet named or traced.

    `notes` are the ids of blocks that can be notes. Raises DocumentError, also if it leaves out a block that it was
    given or prints another.
    """
    weights, parts = {block.id: block.weight for block in call.blocks}, call.parts()

    def completed(unit: Unit) -> Unit:
        return replace(weighted(with_parts(unit, parts), weights), line=call.place.line)

    content = tuple(map_units(one, completed) for one in _rendered(compiled, call))
    if faults := list(_coverage_faults(content, call, notes)):
        raise DocumentError([faults[0].at(compiled.template.place(1))])
    return content


def _rendered(compiled: CompiledBlockTemplate, call: BlockCall) -> tuple[Content, ...]:
    """What a block template prints, as content. Raises DocumentError."""
    template, html = compiled.template, ""
    context = {
        **{name: _curled(value) for name, value in {**template.front.options, **call.options}.items()},
        "blocks": list(call.blocks),
        **call.names,
    }
    try:
        with budgeted():
            html = compiled.jinja.render(context)
        return read_content(html)
    except UndefinedError as error:
        found = _NO_FIELD.search(error.message or "")
        what = (
            f'the field "{found[1]}", which the block does not have'
            if found
            else f"something that does not exist: {error.message}"
        )
        message = f"{template.place(failed_line(error))} asks for {what}"
        hint = f"printed for {call.ids}; see the fields of its kind, or print it with another call"
        raise DocumentError([Fault("block-kind", message, hint).at(call.place)]) from None
    except HtmlError as error:
        given = next((name for name, value in call.options.items() if error.value and value == error.value), None)
        if given is not None:  # what is wrong was written in the call
            message = f'{given}="{error.value}" of {template.name}(…) is not a value that it can have'
            raise DocumentError([Fault("not-representable", message, error.fault.hint).at(call.place)]) from None
        line = line_behind(compiled.jinja, template.source, context, html, error.line)
        raise DocumentError([replace(error.fault, hint=call.hint).at(template.place(line))]) from None
    except FAILURES as error:
        fault = replace(failure_fault(error), hint=call.hint)
        raise DocumentError([fault.at(template.place(failed_line(error)))]) from error


def _curled(value: object) -> object:
    return curl(value) if isinstance(value, str) else value


def _coverage_faults(content: Sequence[Content], call: BlockCall, notes: Container[str]) -> Iterator[Fault]:
    """Faults for blocks of the call, or parts of its figures, that `content` lacks, and for others that it prints."""
    blocks = [block.id for block in call.blocks]
    units = [unit for one in content for unit, _ in owners_of(one)]
    printed = {block for unit in units for block in unit.printed}
    parts = (part for parts in call.parts().values() for part in parts)
    for lost in (block for block in (*blocks, *parts) if block not in printed):
        yield Fault("block-lost", f'nothing of "{lost}" is printed', call.hint)
    strange = {block for unit in units for block in unit.blocks if block not in blocks}
    strange |= {note for note in note_calls([Section((), tuple(content))]) if note not in notes}
    for name in sorted(strange):
        message = f'data-form or data-note names "{name}", which is not printed here'
        yield Fault("not-representable", message, call.hint)

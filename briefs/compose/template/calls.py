"""The functions that a brief's template can call: each prints blocks and returns a token for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NoReturn

from jinja2 import nodes
from markupsafe import Markup, escape

from briefs.compose.jinja.running_budget import budget_now
from briefs.compose.looks.block_environment import CompiledBlockTemplate
from briefs.compose.looks.block_rendering import BlockCall, render_content
from briefs.compose.looks.block_template import BLOCK, NOTE
from briefs.compose.looks.html_inlines import read_inlines
from briefs.compose.looks.printed_block import FORMS, PrintedBlock
from briefs.compose.template.block_use import not_an_id, parts_of, unknown_block, use_faults
from briefs.compose.template.option_values import given_faults
from briefs.compose.template.tokens import Tokens
from briefs.compose.weighing import WEIGHTS, weight_fault, weight_for
from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, nearest
from briefs.model.document import Content, Weight
from briefs.model.edition import Template
from briefs.model.library import Drawn, Library
from briefs.model.versions import Edition

LINE = "_line"
"""Hidden keyword argument that tells each call its line in the body of the template."""


class TemplateCalls:
    """The functions of one rendering of a template; made for that rendering only.

    `tokens` holds what they printed, `note_lines` the line of the file on which each note is first called. `problems`
    are mistakes in calls of block templates, collected until the template has run so that all are reported at once.
    Mistakes in other calls raise DocumentError, since the template needs the values of these calls to go on.
    """

    def __init__(
        self,
        template: Template,
        edition: Edition,
        library: Library,
        block_templates: Mapping[str, CompiledBlockTemplate],
        shortened: bool = False,
    ) -> None:
        """With `shortened`, blocks asked for verbatim are printed in their short form if they have one."""
        self.template, self.edition, self.library, self.shortened = template, edition, library, shortened
        self.block_templates = {name: compiled.template for name, compiled in block_templates.items()}
        self.tokens = Tokens()
        self.problems: list[Diagnostic] = []
        self.note_lines: dict[str, int] = {}
        self._variables = {"status": edition.status, "audience": template.front.audience}
        self._compiled = block_templates

    def names(self) -> dict[str, object]:
        """Everything that the template can use by name: functions and variables."""
        prints = {name: self._printing(compiled) for name, compiled in self._compiled.items()}
        return {**prints, BLOCK: self.block, NOTE: self.note, **self._variables}

    def names_in(self, tree: nodes.Template) -> dict[str, object]:
        """Everything that the template with the syntax `tree` can use by name."""
        return self.names()

    def block(self, block_id: str, weight: object = None, _line: int = 0) -> PrintedBlock:
        """`block("…")`: a block, for the template to print wording of. Raises DocumentError."""
        return self._asked_for(block_id, _line, BLOCK, self._weight(weight, _line))

    def note(self, block_id: str, _line: int = 0) -> str:
        """`note("…")`: a token for the mark of a note. Raises DocumentError."""
        return self.tokens.add_span(read_inlines(self._note_mark(block_id, _line)), ())

    def _printing(self, compiled: CompiledBlockTemplate) -> Callable[..., str]:
        """The function that prints blocks with a block template."""

        def print_blocks(*block_ids: str, weight: object = None, _line: int = 0, **options: object) -> str:
            try:
                return self.tokens.add_content(self._content(compiled, block_ids, weight, _line, options))
            except DocumentError as error:
                if budget_now().is_spent:
                    raise
                self.problems.extend(error.diagnostics)
                return self.tokens.add_content(())

        return print_blocks

    def _content(
        self,
        compiled: CompiledBlockTemplate,
        block_ids: tuple[str, ...],
        weight: object,
        line: int,
        options: Mapping[str, object],
    ) -> tuple[Content, ...]:
        """What a block template prints for blocks. Raises DocumentError."""
        name, own = compiled.template.name, self._weight(weight, line)
        for fault in given_faults(options, compiled.template):
            self._refuse(line, fault)
        self._check_options(name, block_ids, line, options)
        blocks = [self._asked_for(block_id, line, name, own) for block_id in block_ids]
        names = {NOTE: lambda block_id: self._note_mark(block_id, line), **self._variables}
        call = BlockCall(blocks, options, names, self.template.body_place(line))
        return render_content(compiled, call, self.library.blocks.keys())

    def _check_options(self, call: str, block_ids: Collection[str], line: int, options: Mapping[str, object]) -> None:
        """Check that options about single blocks name blocks of this call. Raises DocumentError if not."""
        for name, value in options.items():
            for key in value if isinstance(value, Mapping) else ():
                if key not in block_ids:
                    message = f'{name} of {call}(…) names "{key}", which this call does not print'
                    self._refuse(line, Fault("template-name", message, nearest(str(key), block_ids)))

    def _asked_for(self, block_id: object, line: int, call: str, weight: Weight | None = None) -> PrintedBlock:
        """A block as `call` prints it. Raises DocumentError, also for ids that only running the template reveals."""
        if not isinstance(block_id, str):
            self._refuse(line, not_an_id(call))
        drawn, audience = self.library.blocks.get(str(block_id)), self.template.front.audience
        if drawn is None:
            self._refuse(line, unknown_block(str(block_id), self.library))
        for fault in use_faults(drawn, audience, call, self.block_templates, self.library):
            self._refuse(line, fault)
        return self._printed(drawn, line, weight or weight_for(drawn, audience))

    def _printed(self, drawn: Drawn, line: int, weight: Weight) -> PrintedBlock:
        """A block for a call on `line`; the blocks that a figure is drawn from have the weight of the figure."""
        shortened = self.shortened and drawn.block.kind != "quote"
        parts = tuple(self._printed(part, line, weight) for part in parts_of(drawn, self.library))
        return PrintedBlock(drawn, lambda block, form: self._missing(block, form, line), weight, shortened, parts)

    def _missing(self, drawn: Drawn, form: str, line: int) -> DocumentError:
        if form in FORMS:
            hint = f"write one in {drawn.place}, or print another form"
            fault = Fault("form-missing", f'"{drawn.id}" has no form "{form}"', hint)
        else:
            hint = f"write it in {drawn.place}, or print the block with another call, such as statements"
            fault = Fault("form-missing", f'"{drawn.id}" has no "{form}" to print', hint)
        return DocumentError([fault.at(self.template.body_place(line))])

    def _weight(self, weight: object, line: int) -> Weight | None:
        """The weight that a call declares, if any. Raises DocumentError if there is no such weight."""
        if weight is None or weight in WEIGHTS:
            return weight
        self._refuse(line, weight_fault(weight))

    def _note_mark(self, block_id: object, line: int) -> Markup:
        """The mark of a note that prints a block, as HTML. Raises DocumentError."""
        self._asked_for(block_id, line, NOTE)
        self.note_lines.setdefault(str(block_id), self.template.body_place(line).line)
        return Markup(f'<span data-note="{escape(str(block_id))}"></span>')

    def _refuse(self, line: int, fault: Fault) -> NoReturn:
        raise DocumentError([fault.at(self.template.body_place(line))])

"""The calls of a template in which there are mistakes: each prints what it can, and nothing is refused.

So the rest of the brief can be checked. What is printed is never written to a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from briefs.compose.jinja.running_budget import budget_now
from briefs.compose.looks.block_environment import CompiledBlockTemplate
from briefs.compose.looks.block_template import BLOCK, NOTE
from briefs.compose.template.block_use import not_an_id, unknown_block
from briefs.compose.template.blocks_of_kinds import KIND
from briefs.compose.template.calls import TemplateCalls
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.edition import Template
from briefs.model.library import Library
from briefs.model.versions import Edition


class PartialCalls(TemplateCalls):
    """The functions of a template that print what they can. What is wrong with calls is `found`, and not raised.

    `absent` are the ids of blocks that could not be printed. If others could have been there, whose ids are not known,
    or other things are missing, `is_whole` is false.
    """

    def __init__(
        self,
        template: Template,
        edition: Edition,
        library: Library,
        block_templates: Mapping[str, CompiledBlockTemplate],
        shortened: bool = False,
    ) -> None:
        """As TemplateCalls."""
        super().__init__(template, edition, library, block_templates, shortened)
        self.absent: set[str] = set()
        self.is_whole = True
        self.found: list[Diagnostic] = []
        self._broken = library.unreadable | library.hollow

    def names_in(self, tree: nodes.Template) -> dict[str, object]:
        """Everything that the template can use by name; a name in its syntax `tree` that does not exist prints
        nothing."""
        used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        return {**dict.fromkeys(used, self._nothing), **self.names()}

    def block(self, block_id: str, weight: object = None, _line: int = 0) -> Any:
        """`block("…")`: a block, for the template to print wording of; one without any wording if it cannot be
        printed."""
        if self._is_absent(block_id, _line, BLOCK):
            return _Nothing(self.tokens.add_span((), ()))
        try:
            return super().block(block_id, weight, _line)
        except DocumentError as error:
            self.found += error.diagnostics
            return _Nothing(self._lose(block_id))

    def note(self, block_id: str, _line: int = 0) -> str:
        """`note("…")`: a token for the mark of a note; for nothing if the note cannot be printed."""
        if self._is_absent(block_id, _line, NOTE):
            return self.tokens.add_span((), ())
        try:
            return super().note(block_id, _line)
        except DocumentError as error:
            self.found += error.diagnostics
            return self._lose(block_id)

    def _lose(self, *block_ids: object) -> str:
        """A token for nothing, instead of a call that cannot be run."""
        self.absent.update(map(str, block_ids))
        self.is_whole = False
        return self.tokens.add_span((), ())

    def _is_absent(self, block_id: object, line: int, call: str) -> bool:
        """Whether a block cannot be printed since it is wrong itself, or not there."""
        if not isinstance(block_id, str):
            self.found.append(not_an_id(call).at(self.template.body_place(line)))
            self._lose()
            return True
        if block_id in self._broken:
            self.absent.add(block_id)
            return True
        if block_id not in self.library.blocks:
            self.found.append(unknown_block(block_id, self.library).at(self.template.body_place(line)))
            self._lose(block_id)
            return True
        return False

    def _nothing(self, *block_ids: object, **options: object) -> str:
        """Instead of a call that does not exist."""
        self._lose(*block_ids)
        return self.tokens.add_content(())

    def _printing(self, compiled: CompiledBlockTemplate) -> Callable[..., str]:
        name = compiled.template.name

        def print_blocks(*block_ids: str, weight: object = None, _line: int = 0, **options: object) -> str:
            there = tuple(block_id for block_id in block_ids if not self._is_absent(block_id, _line, name))
            if KIND in options:  # kinds that there are not, or that the call cannot print
                self._lose()
            if not there:
                return self.tokens.add_content(())
            own = {option: self._about(there, value) for option, value in options.items() if option != KIND}
            try:
                return self.tokens.add_content(self._content(compiled, there, weight, _line, own))
            except DocumentError as error:
                if budget_now().is_spent:
                    raise
                self.found += error.diagnostics
                self._lose(*there)
                return self.tokens.add_content(())

        return print_blocks

    def _about(self, blocks: tuple[str, ...], value: object) -> object:
        """The value of an option without what it says about blocks that are absent."""
        if not isinstance(value, Mapping):
            return value
        return {key: one for key, one in value.items() if key in blocks}


class _Nothing(str):
    """A token for nothing, instead of a block: so is each of its fields."""

    def __getattr__(self, name: str) -> _Nothing:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

"""The functions that a brief's template can call: each prints blocks into the ledger and gives a token back.

What is wrong with one call is kept until the template has run, so that all of it is said at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, UndefinedError
from markupsafe import Markup, escape

import briefs
from briefs.compose.looks.block_template import FIGURE, View
from briefs.compose.looks.block_view import BlockView
from briefs.compose.looks.html_elements import MarkupError
from briefs.compose.looks.html_reader import read_content, read_inlines
from briefs.compose.template.block_use import misuses, parts_of, unknown_block
from briefs.compose.template.source_lines import line_behind
from briefs.compose.template.tokens import Ledger
from briefs.compose.weighing import WEIGHTS, strongest, weight_for, weight_problem
from briefs.model.diagnostics import Diagnostic, Place, nearest
from briefs.model.document import Content, Section, Unit, Weight
from briefs.model.document_walk import map_units, note_calls, owners_of
from briefs.model.edition import Edition, Template
from briefs.model.library import Drawn, Library
from briefs.model.typesetting import curl

LINE = "_line"
"""Hidden keyword argument by which every call knows its line in the template."""

_NO_FIELD = re.compile(r"object'? has no (?:attribute|element) '(\w+)'")
"""What Jinja says of a field that a block has not."""
UNENDING = (RecursionError, MemoryError)
FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, NameError, SyntaxError, *UNENDING)
"""What expressions in a template can raise."""


class CallError(Exception):
    """A call in a template that cannot print; carries its diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class Calls:
    """The functions that a brief's template can call."""

    def __init__(
        self,
        template: Template,
        edition: Edition,
        library: Library,
        views: Mapping[str, View],
        ledger: Ledger,
        shortened: bool = False,
    ) -> None:
        """With `shortened`, what is asked for verbatim is printed in its short form where it has one."""
        self.template, self.edition, self.library, self.views = template, edition, library, views
        self.ledger, self.shortened = ledger, shortened
        self.problems: list[Diagnostic] = []
        self.note_lines: dict[str, int] = {}

    def error(self, line: int, code: str, message: str, hint: str = "") -> CallError:
        return CallError(Diagnostic(self.place(line), code, message, hint))

    def place(self, line: int) -> Place:
        """The place of a line of the template's body; 0 is the file as a whole."""
        return Place(self.template.path, line + self.template.first_line - 1 if line else 0)

    def refusal(self, value: object) -> CallError:
        """The error for a value that the template prints and that comes from no block."""
        if value is None:
            return self.error(0, "form-missing", "a field that is not filled in has nothing to print")
        message = f'a template prints "{str(value)[:40]}", which comes from no block'
        return self.error(0, "untraced-prose", message, 'only calls and the wording of {{ block("…") }} can be printed')

    def drawn(self, block_id: object, line: int, call: str, weight: Weight | None = None) -> BlockView:
        """A block as `call` prints it. Raises CallError: also for ids that only running the template shows."""
        drawn = self.library.blocks.get(str(block_id))
        audience = self.template.front.audience
        found = [unknown_block(str(block_id), self.library)] if drawn is None else []
        if drawn is not None:
            found = list(misuses(drawn, audience, call, self.views, self.library))
        if drawn is None or found:
            raise self.error(line, found[0].code, found[0].message, found[0].hint)
        return self.viewed(drawn, line, weight or weight_for(drawn, audience))

    def viewed(self, drawn: Drawn, line: int, weight: Weight) -> BlockView:
        """A block as a call on `line` sees it; what a figure is drawn from has the weight of the figure."""
        shortened = self.shortened and drawn.block.kind != "quote"
        parts = tuple(self.viewed(part, line, weight) for part in parts_of(drawn, self.library))
        return BlockView(drawn, lambda one, form: self.missing(one, form, line), weight, shortened, parts)

    def weight(self, weight: object, line: int) -> Weight | None:
        """The weight that a call gives itself, if it does."""
        if weight is None or weight in WEIGHTS:
            return weight
        message, hint = weight_problem(weight)
        raise self.error(line, "template-name", message, hint)

    def missing(self, drawn: Drawn, form: str, line: int) -> CallError:
        hint = f"write one in {drawn.place}, or print another form"
        return self.error(line, "form-missing", f'"{drawn.id}" has no form "{form}"', hint)

    def block(self, block_id: str, weight: object = None, _line: int = 0) -> BlockView:
        return self.drawn(block_id, _line, "block", self.weight(weight, _line))

    def note(self, block_id: str, _line: int = 0) -> str:
        return self.ledger.add_inline(read_inlines(self.note_mark(block_id, _line)), ())

    def note_mark(self, block_id: object, line: int) -> Markup:
        """The mark of a note that prints a block, as HTML."""
        self.drawn(block_id, line, "note")
        self.note_lines.setdefault(str(block_id), self.place(line).line)
        return Markup(f'<span data-note="{escape(str(block_id))}"></span>')

    def view(self, view: View, compiled: Any) -> Callable[..., str]:
        """The call that prints blocks by a block template."""

        def call(*block_ids: str, weight: object = None, _line: int = 0, **options: object) -> str:
            try:
                return self.ledger.add_content(self.content(view, compiled, block_ids, weight, _line, options))
            except CallError as error:
                self.problems.append(error.diagnostic)
                return self.ledger.add_content(())

        return call

    def content(
        self,
        view: View,
        compiled: Any,
        block_ids: tuple[str, ...],
        weight: object,
        line: int,
        options: Mapping[str, object],
    ) -> tuple[Content, ...]:
        """What `view` prints for blocks. Raises CallError."""
        own = self.weight(weight, line)
        self.check_options(view, block_ids, line, options)
        blocks = [self.drawn(block_id, line, view.name, own) for block_id in block_ids]
        weights = {block.id: block.weight for block in blocks}
        figures = {block.id: [part.id for part in block.parts] for block in blocks if block.kind == FIGURE}
        context = {
            **{name: curl(value) if isinstance(value, str) else value for name, value in view.front.options.items()},
            **{name: curl(value) if isinstance(value, str) else value for name, value in options.items()},
            "blocks": blocks,
            "note": lambda block_id: self.note_mark(block_id, line),
            "status": self.edition.status,
            "audience": self.template.front.audience,
        }
        printed_for = f"printed for {', '.join(map(str, block_ids))} by {self.place(line)}"
        html = ""
        try:
            html = compiled.render(context)
            content = read_content(html)
        except UndefinedError as error:
            found = _NO_FIELD.search(error.message or "")
            asked = f'the field "{found[1]}" that a block has not' if found else f"what is not there: {error.message}"
            message = f"{view.place(template_line(error))} asks for {asked}"
            hint = f"of {', '.join(block_ids)}; see the fields of its kind, or print it with another call"
            raise self.error(line, "block-kind", message, hint) from None
        except MarkupError as error:
            place = view.place(line_behind(compiled, view.source, context, html, error.line))
            raise CallError(Diagnostic(place, "not-representable", error.message, printed_for)) from None
        except FAILURES as error:
            place = view.place(template_line(error))
            raise CallError(Diagnostic(place, "template-syntax", said(error), printed_for)) from error
        content = tuple(weighted(map_units(one, lambda unit: of_figures(unit, figures)), weights) for one in content)
        content = tuple(map_units(one, lambda unit: replace(unit, line=self.place(line).line)) for one in content)
        self.check_units(view, content, figures, weights, printed_for)
        return content

    def check_options(self, view: View, block_ids: Collection[str], line: int, options: Mapping[str, object]) -> None:
        """That options which say something of single blocks name blocks of the call. Raises CallError."""
        for name, value in options.items():
            for key in value if isinstance(value, Mapping) else ():
                if key not in block_ids:
                    message = f'"{key}", which {name} of {view.name}(…) names, is not printed by it'
                    raise self.error(line, "template-name", message, nearest(str(key), block_ids))

    def check_units(
        self,
        view: View,
        content: Sequence[Content],
        figures: Mapping[str, Sequence[str]],
        blocks: Collection[str],
        printed_for: str,
    ) -> None:
        """That `content` prints each of `blocks`, with each part of `figures`, and nothing else. Raises CallError."""
        units = [unit for one in content for unit, _ in owners_of(one)]
        named = {block for unit in units for block in unit.blocks}
        notes = set(note_calls([Section((), tuple(content))]))
        printed = {block for unit in units for block in unit.printed}
        asked = [*blocks, *(part for parts in figures.values() for part in parts)]
        for lost in [block for block in asked if block not in printed]:
            message = f'nothing is printed of "{lost}"'
            raise CallError(Diagnostic(view.place(1), "block-lost", message, printed_for))
        for strange in sorted((named - set(blocks)) | (notes - set(self.library.blocks))):
            message = f'data-form or data-note names "{strange}", which is not printed here'
            raise CallError(Diagnostic(view.place(1), "not-representable", message, printed_for))


def template_line(error: BaseException) -> int:
    """The line of the template on which `error` arose. Raises it again when it arose in this program: our fault."""
    line, traceback = 0, error.__traceback__
    ours, theirs = str(Path(briefs.__file__).parent), (TemplateError, CallError, *UNENDING)
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        line = traceback.tb_lineno if path == "<template>" else line
        if traceback.tb_next is None and path.startswith(ours) and not isinstance(error, theirs):
            raise error
        traceback = traceback.tb_next
    return line


def said(error: BaseException) -> str:
    """What an expression in a template raised, as a message."""
    match error:
        case SyntaxError():
            reason = error.msg
        case MemoryError():
            reason = "it takes more memory than there is"
        case RecursionError():
            reason = "it calls itself without end, or is too deep"
        case NameError(name="inf" | "nan"):  # Jinja writes 1e999 as Python does
            reason = "a number in it is too large"
        case _:
            reason = str(error)
    return f"cannot be rendered: {reason}"


def of_figures(unit: Unit, figures: Mapping[str, Sequence[str]]) -> Unit:
    """`unit` with the blocks that a figure among them is drawn from as its parts."""
    drawn = {part for block in unit.blocks for part in figures.get(block, ())}
    return replace(
        unit,
        blocks=tuple(block for block in unit.blocks if block not in drawn),
        parts=tuple(block for block in unit.blocks if block in drawn),
    )


def weighted(content: Content, weights: Mapping[str, Weight]) -> Content:
    """`content` with the weight of each unit: the strongest of its blocks'."""

    def change(unit: Unit) -> Unit:
        return replace(unit, weight=strongest(weights[block] for block in unit.blocks if block in weights))

    return map_units(content, change)

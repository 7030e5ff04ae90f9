"""The two Jinja environments: one for briefs' templates (Markdown), one for block templates (HTML).

In a brief's template every name is a call that prints blocks; what it prints goes into the ledger, and a token into
the Markdown. In a block template fields print themselves with the name of their form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateSyntaxError,
    UndefinedError,
    meta,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from briefs.compose.elements import MarkupError
from briefs.compose.forms import BlockView, FormText, PassageView
from briefs.compose.ledger import TOKEN, Ledger
from briefs.compose.markup import forms_in, read_content, read_inlines
from briefs.compose.pictures import Measure, chronological, no_measure, wrapped
from briefs.compose.views import View
from briefs.compose.weights import WEIGHTS, map_units, strongest, weight_for, weight_problem
from briefs.model.diagnostics import Diagnostic, Place, nearest
from briefs.model.document import Content, Unit, Weight
from briefs.model.drawn import Drawn, Library
from briefs.model.edition import Edition, Template

LINE = "_line"
"""Hidden keyword argument by which every call knows its line in the template."""


class CallError(Exception):
    """A call in a template that cannot print; carries its diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def view_environment(measure: Measure = no_measure) -> Environment:
    """The environment of block templates: HTML, escaped, nothing undefined, and filters for those that draw."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["chronological"] = chronological
    environment.filters["wrapped"] = partial(wrapped, measure=measure)
    return environment


def brief_environment() -> Environment:
    """The environment of briefs' templates: Markdown; only what blocks say can be printed."""
    environment = Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_token,
    )
    environment.globals.clear()
    return environment


@pass_context  # without it Jinja finalizes constants when it compiles, when there is no ledger
def _token(context: Context, value: object) -> str:
    ledger: Ledger = context["_ledger"]
    match value:
        case BlockView() | FormText() | PassageView():
            html = value.__html__()
            return ledger.add_inline(read_inlines(html), forms_in(html), value.weight)
        case str() if TOKEN.fullmatch(value):
            return value
        case None:
            return ""
        case _:
            context["_refuse"](value)
            raise AssertionError("refuse raises")


def compile_views(views: Mapping[str, View], measure: Measure = no_measure) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Compiled block templates by name, and everything that Jinja finds wrong with them."""
    environment = view_environment(measure)
    compiled: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    for name, view in views.items():
        try:
            tree = environment.parse(view.source)
            known = {"blocks", "note", "status", "audience", *view.front.options, *environment.globals}
            for unknown in sorted(meta.find_undeclared_variables(tree) - known):
                line = next(n.lineno for n in tree.find_all(nodes.Name) if n.name == unknown)
                problems.append(
                    Diagnostic(
                        _place(view, line),
                        "template-name",
                        f'unknown name "{unknown}"',
                        nearest(unknown, known),
                    )
                )
            for node in tree.find_all(nodes.Filter):
                if node.name not in environment.filters:
                    hint = nearest(node.name, environment.filters)
                    message = f'unknown filter "{node.name}"'
                    problems.append(Diagnostic(_place(view, node.lineno), "template-filter", message, hint))
                    break
            else:
                compiled[name] = environment.from_string(view.source)
        except TemplateSyntaxError as error:
            message = (error.message or "cannot be parsed").rstrip(".")
            message = message[:1].lower() + message[1:]
            problems.append(Diagnostic(_place(view, error.lineno), "template-syntax", message))
    return compiled, problems


def _place(view: View, line: int) -> Place:
    return Place(view.path, line + view.first_line - 1)


def render_markdown(
    template: Template,
    edition: Edition,
    library: Library,
    views: Mapping[str, View],
    compiled: Mapping[str, Any],
    ledger: Ledger,
    shortened: bool = False,
) -> str:
    """The Markdown of `template`, a token for everything that calls printed. Raises CallError.

    With `shortened`, what it asks for verbatim is printed in its short form where it has one.
    """
    environment = brief_environment()
    tree = environment.parse(template.body)
    for call in tree.find_all(nodes.Call):
        call.kwargs.append(nodes.Keyword(LINE, nodes.Const(call.lineno), lineno=call.lineno))
    calls = _Calls(template, edition, library, ledger, shortened)
    names: dict[str, Any] = {name: calls.view(views[name], compiled[name]) for name in views}
    names |= {
        "block": calls.block,
        "note": calls.note,
        "audience": template.front.audience,
        "status": edition.status,
        "_ledger": ledger,
        "_refuse": calls.refuse,
    }
    code = environment.compile(tree)
    return environment.template_class.from_code(environment, code, environment.globals).render(names)


class _Calls:
    """The functions that a brief's template can call."""

    def __init__(self, template: Template, edition: Edition, library: Library, ledger: Ledger, shortened: bool) -> None:
        self.template, self.edition, self.library, self.ledger = template, edition, library, ledger
        self.shortened = shortened

    def error(self, line: int, code: str, message: str, hint: str = "") -> CallError:
        place = Place(self.template.path, line + self.template.first_line - 1 if line else 0)
        return CallError(Diagnostic(place, code, message, hint))

    def refuse(self, value: object) -> None:
        raise self.error(
            0,
            "untraced-prose",
            f'a template prints "{str(value)[:40]}", which comes from no block',
            'only calls and the fields of {{ block("…") }} can be printed',
        )

    def drawn(self, block_id: object, line: int, weight: Weight | None = None) -> BlockView:
        drawn = self.library.blocks.get(str(block_id))
        if drawn is None:
            message = f'there is no block "{block_id}"'
            raise self.error(line, "block-unknown", message, nearest(str(block_id), self.library.blocks))
        weight = weight or weight_for(drawn, self.template.front.audience)
        shortened = self.shortened and drawn.block.kind != "quote"
        return BlockView(drawn, lambda one, form: self.missing(one, form, line), weight, shortened)

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
        return self.drawn(block_id, _line, self.weight(weight, _line))

    def note(self, block_id: str, _line: int = 0) -> str:
        self.drawn(block_id, _line)
        return self.ledger.add_inline(read_inlines(note_html(block_id)), ())

    def view(self, view: View, compiled: Any) -> Callable[..., str]:
        def call(*block_ids: str, weight: object = None, _line: int = 0, **options: object) -> str:
            own = self.weight(weight, _line)
            blocks = [self.drawn(block_id, _line, own) for block_id in block_ids]
            weights = {block.id: block.weight for block in blocks}
            context = {
                **view.front.options,
                **options,
                "blocks": blocks,
                "note": note_html,
                "status": self.edition.status,
                "audience": self.template.front.audience,
            }
            try:
                content = read_content(compiled.render(context))
                return self.ledger.add_content(tuple(weighted(one, weights) for one in content))
            except UndefinedError as error:
                message = f"{view.path} asks for something that a block has not: {error.message}"
                hint = f"of {', '.join(block_ids)}; see the fields of its kind, or print it with another call"
                raise self.error(_line, "block-kind", message, hint) from None
            except MarkupError as error:
                raise CallError(
                    Diagnostic(
                        Place(view.path),
                        "not-representable",
                        error.message,
                        f"printed for {', '.join(block_ids)}",
                    )
                ) from None

        return call


def weighted(content: Content, weights: Mapping[str, Weight]) -> Content:
    """`content` with the weight of each unit: the strongest of its blocks'."""

    def change(unit: Unit) -> Unit:
        return replace(unit, weight=strongest(weights[block] for block in unit.blocks if block in weights))

    return map_units(content, change)


def note_html(block_id: object) -> Markup:
    """The mark of a note that prints the block `block_id`."""
    return Markup(f'<span data-note="{escape(str(block_id))}"></span>')

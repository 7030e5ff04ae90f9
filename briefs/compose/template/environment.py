"""The two Jinja environments: one for briefs' templates (Markdown), one for block templates (HTML).

In a brief's template every name is a call that prints blocks; what it prints goes into the ledger, and a token into
the Markdown. In a block template fields print themselves with the name of their form. Both are sandboxes: a template
reaches nothing of the program or the machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefs.compose.looks.block_template import View
from briefs.compose.looks.block_view import BlockView, FormText, PassageView
from briefs.compose.looks.html_reader import forms_in, read_inlines
from briefs.compose.looks.pictures import Measure, balanced, chronological, measured, no_measure, wrapped
from briefs.compose.template.calls import FAILURES, LINE, CallError, Calls, said, template_line
from briefs.compose.template.source_lines import mark_lines, unmarked
from briefs.compose.template.syntax import TOO_DEEP, missing_signs, repeated_options, statement, syntax_problem
from briefs.compose.template.tokens import TOKEN, Ledger
from briefs.model.diagnostics import Diagnostic, DocumentError, nearest
from briefs.model.edition import Template


def view_environment(measure: Measure = no_measure) -> Environment:
    """The environment of block templates: HTML, escaped, nothing undefined, and filters for those that draw."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    del environment.filters["random"], environment.globals["lipsum"]  # the same inputs give the same brief
    environment.filters["chronological"] = chronological
    environment.filters["balanced"] = partial(balanced, measure)
    environment.filters["measured"] = partial(measured, measure)
    environment.filters["wrapped"] = partial(wrapped, measure)
    return environment


def brief_environment() -> Environment:
    """The environment of briefs' templates: Markdown; only what blocks say can be printed."""
    environment = ImmutableSandboxedEnvironment(
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
        case _:
            calls: Calls = context["_calls"]
            raise calls.refusal(value)


def compile_views(views: Mapping[str, View], measure: Measure = no_measure) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Compiled block templates by name, and everything that Jinja finds wrong with them."""
    environment = view_environment(measure)
    compiled: dict[str, Any] = {}
    problems: list[Diagnostic] = []
    for name, view in views.items():
        try:
            tree = environment.parse(view.source)
            if found := list(_problems(view, tree, environment)):
                problems += found
            else:
                code = environment.compile(tree)
                compiled[name] = environment.template_class.from_code(environment, code, environment.globals)
        except TemplateSyntaxError as error:
            missing = list(missing_signs(view.source, environment)) or [(error.lineno, *syntax_problem(error))]
            problems += (Diagnostic(view.place(line), "template-syntax", what, hint) for line, what, hint in missing)
        except (SyntaxError, ValueError) as error:  # of the code that Jinja makes, or a number too long for it
            problems.append(Diagnostic(view.place(1), "template-syntax", said(error)))
        except RecursionError:
            problems.append(Diagnostic(view.place(1), "template-syntax", *TOO_DEEP))
    return compiled, problems


def _problems(view: View, tree: nodes.Template, environment: Environment) -> Iterator[Diagnostic]:
    names = list(tree.find_all(nodes.Name))
    known = {"blocks", "note", "status", "audience", "loop", *view.front.options, *environment.globals}
    known |= {name.name for name in names if name.ctx != "load"} | {macro.name for macro in tree.find_all(nodes.Macro)}
    for name in names:
        if name.name not in known:
            message = f'unknown name "{name.name}"'
            yield Diagnostic(view.place(name.lineno), "template-name", message, nearest(name.name, known))
    for loading in tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        message = f"a block template cannot use {{% {statement(loading)} %}}"
        yield Diagnostic(view.place(loading.lineno), "template-syntax", message, "it prints by itself")
    for call in tree.find_all((nodes.Call, nodes.Filter, nodes.Test)):
        assert isinstance(call, nodes.Call | nodes.Filter | nodes.Test)
        for option in repeated_options(call):
            message = f'the option "{option}" is given twice'
            yield Diagnostic(view.place(call.lineno), "template-syntax", message, "keep one of them")
    for node in tree.find_all(nodes.Filter):
        if node.name not in environment.filters:
            hint = nearest(node.name, environment.filters)
            message = f'unknown filter "{node.name}"'
            yield Diagnostic(view.place(node.lineno), "template-filter", message, hint)


def render_markdown(template: Template, calls: Calls, compiled: Mapping[str, Any]) -> tuple[str, tuple[int, ...]]:
    """The Markdown of `template`, a token for everything that `calls` printed, and the line of the body behind each.

    Raises DocumentError, with all that is wrong.
    """
    environment = brief_environment()
    names: dict[str, Any] = {name: calls.view(view, compiled[name]) for name, view in calls.views.items()}
    names |= {
        "block": calls.block,
        "note": calls.note,
        "audience": template.front.audience,
        "status": calls.edition.status,
        "_ledger": calls.ledger,
        "_calls": calls,
    }
    try:
        tree = environment.parse(template.body)
        for call in tree.find_all(nodes.Call):
            call.kwargs.append(nodes.Keyword(LINE, nodes.Const(call.lineno), lineno=call.lineno))
        mark_lines(tree)
        code = environment.compile(tree)
        text = environment.template_class.from_code(environment, code, environment.globals).render(names)
    except CallError as error:
        found = error.diagnostic
        if not found.place.line:  # what is printed does not know where
            found = replace(found, place=calls.place(template_line(error)))
        raise DocumentError([*calls.problems, found]) from None
    except FAILURES as error:
        failure = calls.error(template_line(error), "template-syntax", said(error))
        raise DocumentError([*calls.problems, failure.diagnostic]) from error
    if calls.problems:
        raise DocumentError(calls.problems)
    return unmarked(text)

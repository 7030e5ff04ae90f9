"""Running a brief's template: its Markdown, with a token for everything that calls printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Template as CompiledTemplate
from jinja2 import nodes

from briefs.compose.jinja.failures import FAILURES, Refusal, failed_line, failure_fault
from briefs.compose.jinja.line_marks import mark_lines, unmarked
from briefs.compose.jinja.running_budget import budgeted
from briefs.compose.template.brief_environment import TOKENS, brief_environment
from briefs.compose.template.calls import LINE, TemplateCalls
from briefs.model.diagnostics import DocumentError, Place


@dataclass(frozen=True, slots=True)
class RenderedMarkdown:
    """Markdown, and for each of its lines the place in the template that it comes from."""

    text: str
    places: tuple[Place, ...]


def render_markdown(calls: TemplateCalls) -> RenderedMarkdown:
    """The Markdown of the template that `calls` are for. Raises DocumentError, with all that is wrong."""
    template = calls.template
    try:
        compiled, tree = _compiled(template.body)
        with budgeted():
            marked = compiled.render({**calls.names_in(tree), TOKENS: calls.tokens})
    except DocumentError as error:
        raise DocumentError([*calls.problems, *error.diagnostics]) from None
    except Refusal as error:
        raise DocumentError([*calls.problems, error.fault.at(template.body_place(failed_line(error)))]) from None
    except FAILURES as error:
        fault = failure_fault(error)
        raise DocumentError([*calls.problems, fault.at(template.body_place(failed_line(error)))]) from error
    if calls.problems:
        raise DocumentError(calls.problems)
    text, lines = unmarked(marked)
    return RenderedMarkdown(text, tuple(map(template.body_place, lines)))


@lru_cache(maxsize=16)  # each template is run at least twice, for the full and the short forms of blocks
def _compiled(body: str) -> tuple[CompiledTemplate, nodes.Template]:
    """A template, compiled, and its syntax tree; both know the lines. Raises what Jinja raises."""
    environment = brief_environment()
    tree = environment.parse(body)
    for call in tree.find_all(nodes.Call):
        call.kwargs.append(nodes.Keyword(LINE, nodes.Const(call.lineno), lineno=call.lineno))
    mark_lines(tree)
    code = environment.compile(tree)
    return environment.template_class.from_code(environment, code, environment.globals), tree

"""The Jinja environment of briefs' templates.

Every name in such a template is a call that prints blocks; the Markdown gets a token for what was printed. The
environment is a sandbox: a template has no access to the program or the machine.
"""

from __future__ import annotations

from functools import cache

from jinja2 import pass_context
from jinja2.runtime import Context

from briefs.compose.jinja.bounded_environment import BoundedEnvironment
from briefs.compose.jinja.failures import Refusal
from briefs.compose.looks.html_inlines import forms_in, read_inlines
from briefs.compose.looks.printed_block import PrintedBlock, PrintedForm, PrintedPassage, Unfilled
from briefs.compose.template.tokens import TOKEN, Tokens
from briefs.model.diagnostics import Fault

TOKENS = "_tokens"
"""The name of the Tokens in the context of a running template."""
PRINTABLE = 'only calls and the wording of {{ block("…") }} can be printed'


@cache
def brief_environment() -> BoundedEnvironment:
    """The environment of briefs' templates: Markdown; only what blocks say can be printed."""
    environment = BoundedEnvironment({}, {}, keep_trailing_newline=True, finalize=_token)
    environment.globals.clear()
    return environment


@pass_context  # without it Jinja finalizes constants when it compiles, when there are no tokens yet
def _token(context: Context, value: object) -> str:
    """The token for what a template prints. Raises Refusal if that does not come from a block."""
    tokens: Tokens = context[TOKENS]
    match value:
        case PrintedBlock() | PrintedForm() | PrintedPassage():
            html = value.__html__()
            return tokens.add_span(read_inlines(html), forms_in(html), value.weight)
        case str() if TOKEN.fullmatch(value):
            return value
        case Unfilled():
            return str(value)
        case None:
            raise Refusal(Fault("form-missing", "a field that is not filled in cannot be printed"))
        case _:
            message = f'a template prints "{str(value)[:40]}", which does not come from a block'
            raise Refusal(Fault("untraced-prose", message, PRINTABLE))

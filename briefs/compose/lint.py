"""What is wrong with a template, found in its syntax tree before anything is rendered: all of it, with lines.

Jinja's tree gives names, calls, filters and lines; the Markdown round the calls is read with every call replaced by
a token, so that its lines are the file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import count_newlines

from briefs.compose.ledger import CLOSE, OPEN, Ledger
from briefs.compose.markdown import read_sections
from briefs.compose.views import View
from briefs.compose.weights import WEIGHTS, weight_problem
from briefs.model.block import KINDS
from briefs.model.diagnostics import Diagnostic, Place, nearest
from briefs.model.document import Paragraph, Text
from briefs.model.drawn import Drawn, Library
from briefs.model.edition import Template

BLOCK, NOTE, WEIGHT = "block", "note", "weight"
VARIABLES = frozenset({"audience", "status"})
FORM_NAMES = ("text", "verbatim", "short", "ask")
ALLOWED_STATEMENTS = (nodes.Output, nodes.If, nodes.For)

CONSTRUCT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def lint_template(
    template: Template, views: Mapping[str, View], library: Library, environment: Environment
) -> list[Diagnostic]:
    """Everything wrong with a brief's template, in the order of its lines."""
    lint = _Lint(template, views, library, environment)
    return sorted(lint.run(), key=lambda d: d.place)


class _Lint:
    def __init__(
        self, template: Template, views: Mapping[str, View], library: Library, environment: Environment
    ) -> None:
        self.template, self.views, self.library, self.environment = template, views, library, environment
        self.names = {*views, BLOCK, NOTE, *VARIABLES}

    def run(self) -> Iterator[Diagnostic]:
        if OPEN in self.template.body or CLOSE in self.template.body:
            yield self.problem(1, "template-syntax", "the private-use characters U+E000 and U+E001 are not allowed")
        try:
            tree = self.environment.parse(self.template.body)
        except TemplateSyntaxError as error:
            yield self.problem(error.lineno, "template-syntax", _sentence(error.message or "cannot be parsed"))
            return
        yield from self.statements(tree)
        yield from self.calls(tree)
        yield from self.filters(tree)
        yield from self.markdown()

    def problem(self, line: int, code: str, message: str, hint: str = "") -> Diagnostic:
        return Diagnostic(Place(self.template.path, line + self.template.first_line - 1), code, message, hint)

    def statements(self, tree: nodes.Template) -> Iterator[Diagnostic]:
        for node in tree.find_all(nodes.Stmt):
            if not isinstance(node, ALLOWED_STATEMENTS):
                name = type(node).__name__.lower()
                yield self.problem(
                    node.lineno,
                    "template-syntax",
                    f"a brief's template cannot use {{% {name} %}}",
                    "it holds text, calls, {% if %} and {% for %}",
                )

    def calls(self, tree: nodes.Template) -> Iterator[Diagnostic]:
        local = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in self.names | local:
                hint = nearest(name.name, self.names)
                yield self.problem(name.lineno, "template-name", f'unknown name "{name.name}"', hint)
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name):
                yield from self.call(call, call.node.name)
        for attribute in tree.find_all(nodes.Getattr):
            yield from self.attribute(attribute)

    def call(self, call: nodes.Call, name: str) -> Iterator[Diagnostic]:
        view = self.views.get(name)
        if view is None and name not in (BLOCK, NOTE):
            return
        ids = [argument.value for argument in call.args if isinstance(argument, nodes.Const)]
        for argument in call.args:
            if not isinstance(argument, nodes.Const) and not isinstance(argument, nodes.Name):
                yield self.problem(argument.lineno, "template-syntax", f"{name}(…) takes block ids in quotation marks")
        if view is None and len(call.args) != 1:
            yield self.problem(call.lineno, "template-syntax", f"{name}(…) takes one block id")
        if not call.args and not call.dyn_args:
            yield self.problem(
                call.lineno,
                "template-syntax",
                f"{name}() names no block",
                "give it block ids in quotation marks",
            )
        for block_id in ids:
            yield from self.block(call.lineno, name, str(block_id), view)
        options = {**(view.front.options if view else {}), **({} if name == NOTE else {WEIGHT: None})}
        for keyword in call.kwargs:
            if keyword.key == WEIGHT and name != NOTE:
                value = keyword.value.value if isinstance(keyword.value, nodes.Const) else None
                if value not in WEIGHTS:
                    message, hint = weight_problem(value)
                    yield self.problem(call.lineno, "template-name", message, hint)
            elif keyword.key not in options:
                hint = nearest(keyword.key, options) or f"{name} takes no options"
                yield self.problem(call.lineno, "template-name", f'{name}(…) has no option "{keyword.key}"', hint)

    def block(self, line: int, call: str, block_id: str, view: View | None) -> Iterator[Diagnostic]:
        drawn = self.library.blocks.get(block_id)
        if drawn is None:
            hint = nearest(block_id, self.library.blocks)
            yield self.problem(line, "block-unknown", f'there is no block "{block_id}"', hint)
            return
        if view is not None and not view.accepts(drawn.block.kind):
            kinds = ", ".join(view.front.prints)
            message = f'"{block_id}" is a {drawn.block.kind}, and {call}(…) prints {kinds}'
            yield self.problem(line, "block-kind", message, _calls_for(drawn, self.views))
        audience = self.template.front.audience
        if drawn.block.audiences.get(audience) == "never":
            message = f'"{block_id}" is never printed for {audience} ({drawn.place})'
            yield self.problem(line, "block-excluded", message, "take it out, or change its `audiences`")

    def attribute(self, node: nodes.Getattr) -> Iterator[Diagnostic]:
        call = node.node
        if not (isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name) and call.node.name == BLOCK):
            return
        if not (call.args and isinstance(call.args[0], nodes.Const)):
            return
        drawn = self.library.blocks.get(str(call.args[0].value))
        if drawn is None:
            return
        fields = {*KINDS[drawn.block.kind].model_fields, *FORM_NAMES} - {"anchor", "kind", "note"}
        if node.attr not in fields:
            message = f'a {drawn.block.kind} has no field "{node.attr}"'
            yield self.problem(node.lineno, "template-name", message, nearest(node.attr, fields))

    def filters(self, tree: nodes.Template) -> Iterator[Diagnostic]:
        for node in tree.find_all((nodes.Filter, nodes.Test)):
            assert isinstance(node, nodes.Filter | nodes.Test)
            known = self.environment.filters if isinstance(node, nodes.Filter) else self.environment.tests
            what = "filter" if isinstance(node, nodes.Filter) else "test"
            if node.name not in known:
                hint = nearest(node.name, known)
                yield self.problem(node.lineno, "template-filter", f'unknown {what} "{node.name}"', hint)

    def markdown(self) -> Iterator[Diagnostic]:
        text, ledger = _skeleton(self.template.body, self.views)
        _, problems = read_sections(text, ledger)
        for found in problems:
            yield self.problem(found.line, found.code, found.message, found.hint)


def _skeleton(body: str, views: Mapping[str, View]) -> tuple[str, Ledger]:
    """`body` with a token for each call, on the same lines, and a ledger in which the tokens stand for samples."""
    ledger = Ledger()

    def replace(match: re.Match[str]) -> str:
        source = match[0]
        newlines = "\n" * count_newlines(source)
        if not source.startswith("{{"):
            return newlines
        name = re.match(r"\{\{-?\s*(\w+)", source)
        if name and name[1] in views:
            return ledger.add_content((Paragraph((Text("…"),)),)) + newlines
        form = () if name and (name[1] == NOTE or name[1] in VARIABLES) else ("sample/text",)
        return ledger.add_inline((Text("…"),), form) + newlines

    return CONSTRUCT.sub(replace, body), ledger


def _calls_for(drawn: Drawn, views: Mapping[str, View]) -> str:
    calls = [
        name for name, view in sorted(views.items()) if view.front.prints != "any" and view.accepts(drawn.block.kind)
    ]
    general = [name for name, view in sorted(views.items()) if view.front.prints == "any"]
    return f"it is printed by {', '.join(calls + general)}" if calls + general else ""


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")

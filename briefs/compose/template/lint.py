"""What is wrong with a template, found in its syntax tree before anything is rendered: all of it, with lines.

Jinja's tree gives names, calls, filters and lines; the Markdown round the calls is read with every call replaced by
a token (`skeleton`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Set

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.looks.block_template import BLOCK, NOTE, RESERVED, VARIABLES, View
from briefs.compose.looks.block_view import printed_fields
from briefs.compose.template.block_use import misuses, unknown_block
from briefs.compose.template.markdown import read_sections
from briefs.compose.template.syntax import TOO_DEEP, missing_signs, repeated_options, statement, syntax_problem
from briefs.compose.template.tokens import CLOSE, OPEN
from briefs.compose.template.unrendered import Skeleton
from briefs.compose.weighing import WEIGHTS, weight_problem
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Diagnostic, Place, nearest
from briefs.model.edition import Template
from briefs.model.library import Drawn, Library
from briefs.model.typesetting import unprintable

PRINTABLE = 'only calls and the wording of {{ block("…") }} can be printed'

ALLOWED_STATEMENTS = (nodes.Output, nodes.If, nodes.For)


def lint_template(
    template: Template, views: Mapping[str, View], library: Library, environment: Environment
) -> list[Diagnostic]:
    """Everything wrong with a brief's template, in the order of its lines."""
    lint = _Lint(template, views, library, environment)
    try:
        return sorted(dict.fromkeys(lint.run()), key=lambda d: d.place)
    except RecursionError:
        return [Diagnostic(Place(template.path, template.first_line), "template-syntax", *TOO_DEEP)]


class _Lint:
    def __init__(
        self, template: Template, views: Mapping[str, View], library: Library, environment: Environment
    ) -> None:
        self.template, self.views, self.library, self.environment = template, views, library, environment
        self.names = {*views, *RESERVED}

    def run(self) -> Iterator[Diagnostic]:
        yield from self.characters()
        if missing := list(missing_signs(self.template.body, self.environment)):
            yield from (self.problem(line, "template-syntax", message, hint) for line, message, hint in missing)
            return
        try:
            tree = self.environment.parse(self.template.body)
        except TemplateSyntaxError as error:
            yield self.problem(error.lineno, "template-syntax", *syntax_problem(error))
            return
        yield from self.statements(tree)
        yield from self.names_in(tree, frozenset())
        for call in tree.find_all(nodes.Call):
            yield from self.call(call)
        for output in tree.find_all(nodes.Output):
            for printed in output.nodes:
                yield from self.output(printed)
        for attribute in tree.find_all(nodes.Getattr):
            yield from self.attribute(attribute)
        yield from self.filters(tree)
        yield from self.markdown()

    def problem(self, line: int, code: str, message: str, hint: str = "") -> Diagnostic:
        return Diagnostic(Place(self.template.path, line + self.template.first_line - 1), code, message, hint)

    def characters(self) -> Iterator[Diagnostic]:
        for number, line in enumerate(self.template.body.split("\n"), 1):
            found = re.search(f"[{OPEN}{CLOSE}]", html.unescape(line))
            if character := found[0] if found else unprintable(line):
                message = f"the character U+{ord(character):04X} is not allowed in a template"
                yield self.problem(number, "template-syntax", message)

    def statements(self, tree: nodes.Template) -> Iterator[Diagnostic]:
        for node in tree.find_all(nodes.Stmt):
            if not isinstance(node, (*ALLOWED_STATEMENTS, nodes.Scope)):  # a scope has a statement in it
                message = f"a brief's template cannot use {{% {statement(node)} %}}"
                hint = "it holds text, calls, {% if %} and {% for %}"
                yield self.problem(node.lineno, "template-syntax", message, hint)

    def names_in(self, node: nodes.Node, local: Set[str]) -> Iterator[Diagnostic]:
        """Names that mean nothing where they stand: a loop's own are known in its body only."""
        if isinstance(node, nodes.Name):
            if node.ctx == "load" and node.name not in self.names | local:
                hint = nearest(node.name, self.names | local)
                yield self.problem(node.lineno, "template-name", f'unknown name "{node.name}"', hint)
        elif isinstance(node, nodes.For):
            inner = {*local, "loop", *(name.name for name in node.target.find_all(nodes.Name)), *_stored(node.target)}
            yield from self.names_in(node.iter, local)
            for part in (*node.body, *((node.test,) if node.test else ())):
                yield from self.names_in(part, inner)
            for part in node.else_:
                yield from self.names_in(part, local)
        else:
            for child in node.iter_child_nodes():
                yield from self.names_in(child, local)

    def call(self, call: nodes.Call) -> Iterator[Diagnostic]:
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        view = self.views.get(name)
        if name not in {*self.views, BLOCK, NOTE}:
            if name in VARIABLES or not name:
                hint = "known: " + ", ".join(sorted({*self.views, BLOCK, NOTE}))
                yield self.problem(call.lineno, "template-syntax", f"{name or 'this'}(…) is no call", hint)
            return
        for argument in (*call.args, *filter(None, (call.dyn_args, call.dyn_kwargs))):
            if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                yield from self.block(call.lineno, name, argument.value)
            elif not isinstance(argument, nodes.Name) or argument in (call.dyn_args, call.dyn_kwargs):
                yield self.problem(argument.lineno, "template-syntax", f"{name}(…) takes block ids in quotation marks")
        if view is None and len(call.args) != 1:
            yield self.problem(call.lineno, "template-syntax", f"{name}(…) takes one block id")
        elif not call.args and not call.dyn_args:
            hint = "give it block ids in quotation marks"
            yield self.problem(call.lineno, "template-syntax", f"{name}() names no block", hint)
        yield from self.options(call, name, view)

    def options(self, call: nodes.Call, name: str, view: View | None) -> Iterator[Diagnostic]:
        options = {**(view.front.options if view else {}), **({} if name == NOTE else {"weight": None})}
        for name_given in repeated_options(call):
            hint = "keep one of them"
            yield self.problem(call.lineno, "template-syntax", f'{name}(…) has the option "{name_given}" twice', hint)
        for keyword in call.kwargs:
            if keyword.key == "weight" and name != NOTE:
                value = keyword.value
                if isinstance(value, nodes.Const) and value.value not in WEIGHTS:
                    yield self.problem(call.lineno, "template-name", *weight_problem(value.value))
            elif keyword.key not in options:
                hint = nearest(keyword.key, options) or f"{name} takes no options"
                yield self.problem(call.lineno, "template-name", f'{name}(…) has no option "{keyword.key}"', hint)

    def block(self, line: int, call: str, block_id: str) -> Iterator[Diagnostic]:
        drawn = self.library.blocks.get(block_id)
        if drawn is not None:
            found = list(misuses(drawn, self.template.front.audience, call, self.views, self.library))
        else:
            found = [] if block_id in self.library.unreadable else [unknown_block(block_id, self.library)]
        for one in found:
            yield self.problem(line, one.code, one.message, one.hint)

    def output(self, printed: nodes.Expr) -> Iterator[Diagnostic]:
        """Only what calls print, and fields of `block(…)`, can be printed; a field that is empty prints nothing."""
        match printed:
            case nodes.TemplateData() | nodes.Call():
                pass
            case nodes.Or():
                yield from self.output(printed.right)
            case nodes.CondExpr() if printed.expr2 is not None:
                yield from self.output(printed.expr1)
                yield from self.output(printed.expr2)
            case nodes.Getattr() if _is_block(printed.node):
                yield from self.field(printed)
            case nodes.Filter() if printed.name not in self.environment.filters:
                pass  # said by filters
            case nodes.Name() if printed.name not in VARIABLES:
                pass  # said by names_in, or refused when it runs
            case _:
                message = "a template prints something that comes from no block"
                yield self.problem(printed.lineno, "untraced-prose", message, PRINTABLE)

    def field(self, printed: nodes.Getattr) -> Iterator[Diagnostic]:
        drawn = self.drawn(printed)
        value = getattr(drawn.block, printed.attr, "") if drawn is not None else ""
        if drawn is not None and printed.attr not in printed_fields(type(drawn.block)):
            return  # said by attribute
        if drawn is not None and value is None:
            hint = f"write it in {drawn.place}, or print another form"
            yield self.problem(printed.lineno, "form-missing", f'"{drawn.id}" has no "{printed.attr}" to print', hint)
        elif printed.attr == "id" or not isinstance(value, str | Form | Passage):
            yield self.problem(printed.lineno, "untraced-prose", f'"{printed.attr}" is no wording', PRINTABLE)

    def drawn(self, node: nodes.Getattr) -> Drawn | None:
        """The block of `block("…").field`, if it is one."""
        call = node.node
        if isinstance(call, nodes.Call) and _is_block(call) and call.args and isinstance(call.args[0], nodes.Const):
            return self.library.blocks.get(str(call.args[0].value))
        return None

    def attribute(self, node: nodes.Getattr) -> Iterator[Diagnostic]:
        drawn = self.drawn(node)
        if drawn is None:
            return
        fields = printed_fields(type(drawn.block))
        if node.attr not in fields:
            message = f'a {drawn.block.kind} has no field "{node.attr}" that a brief prints'
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
        skeleton = Skeleton(self.template.body, self.views, {NOTE}, self.environment)
        _, problems = read_sections(skeleton.text, skeleton.ledger, skeleton.lines)
        for found in problems:
            yield self.problem(found.line, found.code, found.message, found.hint)


def _is_block(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == BLOCK


def _stored(target: nodes.Node) -> Iterator[str]:
    if isinstance(target, nodes.Name):
        yield target.name

"""The part of Jinja that templates can use: a list of what is allowed, checked before anything runs.

What is not on the list is refused where it stands. What is on it either takes no more steps than its operands are
long, or is held by the budget (`running_budget.py`). Text as wide as a number says, such as `center` makes, is not on
it, nor is what shows the inside of values, or differs from one run to the next.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.jinja.line_marks import CLOSE, OPEN
from briefs.compose.jinja.syntax import statement_word
from briefs.model.diagnostics import Fault, nearest
from briefs.model.typesetting import unprintable


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


FILTERS = _named(
    "abs batch capitalize count d default dictsort e escape first float forceescape groupby int items join last length "
    "list lower map max min reject rejectattr replace reverse round safe select selectattr slice sort string sum title "
    "trim truncate unique upper wordcount"
)
"""Jinja's filters that templates can use."""
TESTS = _named(
    "!= < <= == > >= boolean defined divisibleby eq equalto even false float ge greaterthan gt in integer iterable le "
    "lessthan lower lt mapping ne none number odd sameas sequence string true undefined upper"
)
"""Jinja's tests that templates can use."""
GLOBALS = _named("cycler dict joiner namespace range")
"""Jinja's functions that block templates can use."""
TEXT_METHODS = _named(
    "capitalize count endswith find isalnum isalpha isdigit islower isspace isupper lower lstrip partition "
    "removeprefix removesuffix replace rpartition rsplit rstrip split splitlines startswith strip title upper"
)
"""What can be called on a text, as in `b.sort.startswith("2010")`."""
MAPPING_METHODS = frozenset({"get", "items", "keys", "values"})
LARGEST_NUMBER = 10**15
"""Whole numbers are below it."""
MOST_NESTED = 60
"""How deep expressions and statements can be nested in each other, counted in nodes of the syntax tree."""

_STATEMENTS = (
    nodes.Template,
    nodes.Output,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.With,
    nodes.Scope,
    nodes.Macro,
    nodes.FilterBlock,
)
_LOADING = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)
_INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "format": "put texts together with ~, as in {{ one ~ two }}",
        "center": "say how it looks in the style sheets",
        "indent": "say how it looks in the style sheets",
        "ljust": "say how it looks in the style sheets",
        "rjust": "say how it looks in the style sheets",
        "wordwrap": "lines are broken where pages and screens need it",
        "urlize": 'write <a href="…">',
        "striptags": "print the words of a block without markup: {{ b.text.plain }}",
        "xmlattr": 'write attributes as they are, as in class="…"',
        "random": "the same inputs always give the same brief",
        "attr": "write a dot, as in {{ b.text }}",
        "append": "put lists together with +",
    }
)
"""What to do without a filter or method that authors of templates may know."""


class TooDeep(RecursionError):
    """Raised for a template in which too much is nested in each other, with the line where it is too much."""

    def __init__(self, line: int) -> None:
        super().__init__("nested too deeply")
        self.line = line


def deep_line(error: RecursionError) -> int:
    """The line of a template that is nested too deeply, if the error tells; or else its first."""
    return error.line if isinstance(error, TooDeep) else 1


TOO_LARGE = "a number is too large"
"""What the error of a template says in which a number is written that no template can use."""


def check_tree(tree: nodes.Node) -> None:
    """Look at how deep `tree` is, and how large its numbers are, so that nobody who walks it later need to.

    There is no recursion. Raises TooDeep, and TemplateSyntaxError for a number.
    """
    level, depth = [tree], 0
    while level:
        if (depth := depth + 1) > MOST_NESTED:
            raise TooDeep(level[0].lineno or 1)
        for node in level:
            if isinstance(node, nodes.Const) and isinstance(node.value, int | float) and is_too_large(node.value):
                raise TemplateSyntaxError(TOO_LARGE, node.lineno)
        level = [child for node in level for child in node.iter_child_nodes()]


def language_faults(tree: nodes.Template) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for what no template can use: statements, and what is in expressions.

    Names, filters and tests that do not exist are found elsewhere.
    """
    for node in tree.find_all(nodes.Stmt):
        if not isinstance(node, _STATEMENTS + _LOADING):
            message = f"a template cannot use {{% {statement_word(node)} %}}"
            yield node.lineno, Fault("template-syntax", message, "use text, {% if %}, {% for %} and {% set %}")
    yield from expression_faults(tree)


def expression_faults(tree: nodes.Template) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for numbers, texts, fields and methods that no template can use."""
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for node in tree.find_all(nodes.Node):
        match node:
            case nodes.Const(value=str()):
                yield from ((node.lineno, fault) for fault in _text_faults(node.value))
            case nodes.Getattr(attr=name) if name.startswith("_"):
                yield node.lineno, _hidden(name)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)) if name.startswith("__"):
                yield node.lineno, _hidden(name)
            case nodes.Getattr(node=nodes.Const(value=str()), attr=name) if id(node) in called:
                if name not in TEXT_METHODS:
                    yield node.lineno, _no_method(name)
            case nodes.Getattr(attr=name) if id(node) in called and name in _INSTEAD:
                yield node.lineno, _no_method(name)


def _hidden(name: str) -> Fault:
    return Fault("template-name", f'there is no field "{name}"', "fields have names without _ at the beginning")


def _no_method(name: str) -> Fault:
    hint = _INSTEAD.get(name) or nearest(name, TEXT_METHODS)
    return Fault("template-name", f"there is no .{name}(…)", hint)


def filter_faults(tree: nodes.Template, environment: Environment) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for filters and tests that do not exist."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        match node:
            case nodes.Filter():
                yield from _unknown(node.name, node.lineno, "filter", environment.filters)
            case nodes.Test():
                yield from _unknown(node.name, node.lineno, "test", environment.tests)


def _unknown(name: str, line: int, what: str, known: Collection[str]) -> Iterator[tuple[int, Fault]]:
    if name not in known:
        hint = _INSTEAD.get(name) or nearest(name, (one for one in known if one.isidentifier()))
        yield line, Fault("template-filter", f'unknown {what} "{name}"', hint)


def _text_faults(value: str) -> Iterator[Fault]:
    found = re.search(f"[{OPEN}{CLOSE}\ud800-\udfff]", value)
    if character := found[0] if found else unprintable(value):
        message = f"the character U+{ord(character):04X} is not allowed in a template"
        yield Fault("template-syntax", message)


def is_too_large(value: float) -> bool:
    """Whether a number is too large to be computed with, or none at all, as what infinity less infinity is."""
    return abs(value) >= LARGEST_NUMBER if isinstance(value, int) else not math.isfinite(value)

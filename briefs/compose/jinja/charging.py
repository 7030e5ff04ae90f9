"""Puts into the syntax tree of a template what counts its steps when it runs.

A loop costs, in each of its rounds, as many steps as its body has nodes, and a macro in each of its calls: so what is
counted is never less than what is done, and a template without loops and macros costs nothing but its operands.
"""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

ROUND, WEIGHED, PUT_TOGETHER, MADE = "* round", "* weighed", "* put together", "* made"
"""The filters by which steps are counted. Templates cannot name them."""


def charged(tree: nodes.Template) -> nodes.Template:
    """`tree`, changed so that loops, macros, comparisons, slices and `~` take their steps from the budget."""
    _Charging().visit(tree)
    return tree


class _Charging(NodeTransformer):
    """Changes the nodes of one tree."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        """A loop, each round of which begins with taking its steps, and each look at an item that it may leave out."""
        steps = _size(node.body)
        if isinstance(node.test, nodes.Expr):
            node.test = _filter(ROUND, node.test, nodes.Const(_size([node.test])))
        self.generic_visit(node)
        node.body.insert(0, _round(steps, node.lineno))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:
        """A macro, each call of which begins with taking its steps."""
        steps = _size(node.body)
        self.generic_visit(node)
        node.body.insert(0, _round(steps, node.lineno))
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:
        """A comparison, which reads its operands."""
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Operand:
        """The other side of a comparison."""
        self.generic_visit(node)
        node.expr = _weighed(node.expr)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Pair:
        """A name and its value, written out: the name is looked at when the value is put under it."""
        self.generic_visit(node)
        node.key = _weighed(node.key)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        """Texts that `~` puts together."""
        self.generic_visit(node)
        node.nodes = [_filter(PUT_TOGETHER, one) for one in node.nodes]
        return _filter(MADE, node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:
        """A part of a text or list, which is a copy."""
        self.generic_visit(node)
        return _filter(WEIGHED, node) if isinstance(node.arg, nodes.Slice) else node


def _size(body: Sequence[nodes.Node]) -> int:
    """How many steps a body takes: one to begin it, and one for each node."""
    return 1 + sum(1 + sum(1 for _ in node.find_all(nodes.Node)) for node in body)


def _round(steps: int, line: int) -> nodes.Stmt:
    """A statement that takes `steps`."""
    return nodes.ExprStmt(_filter(ROUND, nodes.Const(0, lineno=line), nodes.Const(steps, lineno=line)), lineno=line)


def _weighed(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filter(WEIGHED, node)


def _filter(name: str, node: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)

"""The values of expressions that are known without running a template."""

from __future__ import annotations

from jinja2 import TemplateRuntimeError, nodes

from briefs.compose.jinja.bounded_filters import computed

_LONGEST_SHOWN = 60


def constant(node: nodes.Expr) -> object:
    """The value of `node`, if it is written out, or computed from numbers that are. Raises nodes.Impossible if not.

    No filter is run, and nothing is repeated: whatever is written out is as short as it is written.
    """
    if isinstance(node, nodes.BinExpr):
        left, right = constant(node.left), constant(node.right)
        if not isinstance(left, int | float) or not isinstance(right, int | float):
            raise nodes.Impossible
        try:
            return computed(node.operator, left, right)
        except TemplateRuntimeError as error:
            raise nodes.Impossible from error
    return node.as_const()


def shortened(value: object) -> str:
    """A value as messages show it."""
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"

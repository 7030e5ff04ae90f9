"""What a template may print within sentences: the output of calls, and wording of blocks."""

from __future__ import annotations

from collections.abc import Container, Iterator

from jinja2 import Environment, nodes

from briefs.compose.looks.block_template import BLOCK, VARIABLES
from briefs.compose.looks.printed_block import printed_fields
from briefs.compose.template.brief_environment import PRINTABLE
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Fault, nearest
from briefs.model.library import Drawn, Library


def wording_faults(
    tree: nodes.Template, environment: Environment, library: Library, calls: Container[str]
) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for printing what does not come from a block, and fields that have nothing to print.

    `calls` are the names of all calls.
    """
    for output in tree.find_all(nodes.Output):
        for printed in output.nodes:
            if isinstance(printed, nodes.Name) and printed.name in calls:
                message = f"{printed.name} is the name of a call, and its ids are missing"
                yield printed.lineno, Fault("template-syntax", message, f'as in {{{{ {printed.name}("es.02") }}}}')
            elif not _is_field_of_unknown(printed, calls):  # reported as an unknown name
                yield from _printed_faults(printed, environment, library)


def _is_field_of_unknown(printed: nodes.Expr, calls: Container[str]) -> bool:
    call = printed.node if isinstance(printed, nodes.Getattr) else None
    return isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name) and call.node.name not in calls


def _printed_faults(printed: nodes.Expr, environment: Environment, library: Library) -> Iterator[tuple[int, Fault]]:
    match printed:
        case nodes.TemplateData() | nodes.Call():
            pass
        case nodes.Or():
            yield from _printed_faults(printed.right, environment, library)
        case nodes.CondExpr() if printed.expr2 is not None:
            yield from _printed_faults(printed.expr1, environment, library)
            yield from _printed_faults(printed.expr2, environment, library)
        case nodes.Getattr() if _is_block(printed.node):
            yield from ((printed.lineno, fault) for fault in _field_faults(printed, library))
        case nodes.Filter() if printed.name not in environment.filters:
            pass  # reported as an unknown filter
        case nodes.Name() if printed.name not in VARIABLES:
            pass  # reported as an unknown name, or refused when the template runs
        case nodes.Getattr(node=nodes.Call(node=nodes.Name() as name) as call):
            ids = [str(one.value) for one in call.args if isinstance(one, nodes.Const)] or ["…"]
            message = f"{name.name}(…) prints whole blocks, and has no .{printed.attr}"
            written = " ".join(f'{{{{ {BLOCK}("{one}").{printed.attr} }}}}' for one in ids)
            yield printed.lineno, Fault("untraced-prose", message, f"write: {written}")
        case _:
            message = "a template prints something that does not come from a block"
            yield printed.lineno, Fault("untraced-prose", message, PRINTABLE)


def _field_faults(printed: nodes.Getattr, library: Library) -> Iterator[Fault]:
    """What is wrong with printing a field of `block("…")`, if the block has such a field."""
    drawn = _drawn(printed, library)
    value = getattr(drawn.block, printed.attr, "") if drawn is not None else ""
    if drawn is not None and printed.attr not in printed_fields(type(drawn.block)):
        return  # reported as an unknown field
    if drawn is not None and value is None:
        hint = f"write it in {drawn.place}, or print another form"
        yield Fault("form-missing", f'"{drawn.id}" has no "{printed.attr}" to print', hint)
    elif printed.attr == "id" or not isinstance(value, str | Form | Passage):
        yield Fault("untraced-prose", f'"{printed.attr}" is not wording', PRINTABLE)


def field_faults(tree: nodes.Template, library: Library) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for fields of `block("…")` that its kind does not have or that are never printed."""
    called = {id(call.node) for call in tree.find_all(nodes.Call)}  # reported already
    for attribute in tree.find_all(nodes.Getattr):
        if id(attribute) not in called and (drawn := _drawn(attribute, library)) is not None:
            fields = printed_fields(type(drawn.block))
            if attribute.attr not in fields:
                message = f'a {drawn.block.kind} has no field "{attribute.attr}" that a brief can print'
                yield attribute.lineno, Fault("template-name", message, nearest(attribute.attr, fields))


def _drawn(node: nodes.Getattr, library: Library) -> Drawn | None:
    """The block of `block("…").field`, if it is one."""
    call = node.node
    if isinstance(call, nodes.Call) and _is_block(call) and call.args and isinstance(call.args[0], nodes.Const):
        return library.blocks.get(str(call.args[0].value))
    return None


def _is_block(node: nodes.Expr) -> bool:
    """Whether `node` is a call of `block(…)`."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == BLOCK

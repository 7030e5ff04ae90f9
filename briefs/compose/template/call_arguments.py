"""The arguments of a template's calls: blocks that they can print, and options that they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from briefs.compose.jinja.syntax import repeated_options
from briefs.compose.looks.block_template import BLOCK, NOTE, VARIABLES, BlockTemplate
from briefs.compose.template.block_use import not_an_id, unknown_block, use_faults
from briefs.compose.template.blocks_of_kinds import KIND, kind_faults
from briefs.compose.template.option_values import value_faults
from briefs.compose.weighing import WEIGHTS, weight_fault
from briefs.model.diagnostics import Fault, nearest
from briefs.model.library import Library


def call_faults(
    tree: nodes.Template,
    audience: str,
    block_templates: Mapping[str, BlockTemplate],
    library: Library,
    has_kinds: bool = True,
) -> Iterator[tuple[int, Fault]]:
    """What is wrong with the calls in the template for `audience`, with lines.

    Unless it `has_kinds`, its calls name their blocks, and cannot ask for kinds.
    """
    callable_names = {*block_templates, BLOCK, NOTE}
    for call in tree.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        if name in callable_names:
            checked = _Call(call, name, audience, block_templates, library, has_kinds)
            yield from checked.argument_faults()
            yield from checked.option_faults()
        elif isinstance(call.node, nodes.Getattr):
            hint = 'print a field, as in {{ block("…").short }}, or use an option, as in form="short"'
            yield call.lineno, Fault("template-syntax", f".{call.node.attr}(…) is not a call", hint)
        elif name in VARIABLES or not name:  # any other name is an unknown name
            hint = f"known: {', '.join(sorted(callable_names))}"
            yield call.lineno, Fault("template-syntax", f"{name or 'this'}(…) is not a call", hint)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call of `name`, which exists, and what is needed to check its arguments."""

    call: nodes.Call
    name: str
    audience: str
    block_templates: Mapping[str, BlockTemplate]
    library: Library
    has_kinds: bool = True

    def argument_faults(self) -> Iterator[tuple[int, Fault]]:
        """Faults, with lines, for arguments that are not ids of blocks which the call can print."""
        call, name = self.call, self.name
        for argument in (*call.args, *filter(None, (call.dyn_args, call.dyn_kwargs))):
            if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                yield from ((call.lineno, fault) for fault in self.block_faults(argument.value))
            elif not isinstance(argument, nodes.Name) or argument in (call.dyn_args, call.dyn_kwargs):
                yield argument.lineno, not_an_id(name)
        if name not in self.block_templates and len(call.args) != 1:
            ids = [str(one.value) for one in call.args if isinstance(one, nodes.Const)] or ["…"]
            hint = "write: " + " ".join(f'{{{{ {name}("{one}") }}}}' for one in ids)
            yield call.lineno, Fault("template-syntax", f"{name}(…) takes one block id", hint)
        elif not (call.args or call.dyn_args or (self.has_kinds and any(one.key == KIND for one in call.kwargs))):
            hint = "give it block ids in quotation marks"
            yield call.lineno, Fault("template-syntax", f"{name}() names no block", hint)

    def block_faults(self, block_id: str) -> Iterator[Fault]:
        """What is wrong with printing the block with this id."""
        drawn = self.library.blocks.get(block_id)
        if drawn is not None:
            yield from use_faults(drawn, self.audience, self.name, self.block_templates, self.library)
        elif block_id not in self.library.unreadable:
            yield unknown_block(block_id, self.library)

    def option_faults(self) -> Iterator[tuple[int, Fault]]:
        """Faults, with lines, for unknown or repeated options, wrong values, and weights that do not exist."""
        name, line = self.name, self.call.lineno
        template = self.block_templates.get(name)
        own = set(template.front.options) if template is not None else set()
        known = own if name == NOTE else own | {"weight", *((KIND,) if template is not None and self.has_kinds else ())}
        for option in repeated_options(self.call):
            yield line, Fault("template-syntax", f'{name}(…) has the option "{option}" twice', "keep one of them")
        for keyword in self.call.kwargs:
            if keyword.key not in known:
                hint = nearest(keyword.key, known) or f"{name} takes no options"
                yield line, Fault("template-name", f'{name}(…) has no option "{keyword.key}"', hint)
            elif keyword.key == "weight":
                yield from ((line, fault) for fault in _weight_faults(keyword.value))
        if template is not None:
            if self.has_kinds:
                yield from ((line, fault) for fault in kind_faults(self.call, template))
            yield from ((line, fault) for fault in value_faults(self.call, template))


def _weight_faults(value: nodes.Expr) -> Iterator[Fault]:
    """What is wrong with a weight, if the syntax tree shows its value."""
    if isinstance(value, nodes.Const) and value.value not in WEIGHTS:
        yield weight_fault(value.value)

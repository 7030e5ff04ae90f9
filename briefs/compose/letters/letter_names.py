"""What a letter can say besides blocks: about its recipient, the edition, the copy, by when
to answer, and how to reach the issuer.

`{{ recipient.name }}` prints such a value; `{% if recipient.title %}` asks whether there is one. Nothing else can be
done with it: what a letter says depends on no value, only on which values are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from types import MappingProxyType
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from briefs.model.diagnostics import Fault, most_similar, nearest

RECIPIENT, COPY, EDITION, CONTACT, LETTER = "recipient", "copy", "edition", "contact", "letter"
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        RECIPIENT: ("salutation", "name", "title", "office", "country"),
        COPY: ("number", "total"),
        EDITION: ("title", "short_title", "series", "reference", "date", "version", "audience", "issuer"),
        LETTER: ("reply_by",),
        CONTACT: ("name", "address", "telephone", "email", "web"),
    }
)
"""The names whose fields a letter can print, with these fields."""
PER_RECIPIENT = frozenset(f"{name}.{field}" for name in (RECIPIENT, COPY) for field in VALUES[name])
"""The values that differ between recipients."""


def value_faults(tree: nodes.Template) -> tuple[nodes.Template, list[tuple[int, Fault]]]:
    """What is wrong with the use of values in `tree`, with lines; and `tree`, changed, with words in their place.

    So the rest of it can be checked as that of a brief's template.
    """
    faults = list(_printed_bare(tree))
    stored = [one for one in tree.find_all(nodes.Name) if one.ctx != "load" and one.name in VALUES]
    for one in stored:
        fault = Fault("template-syntax", f'"{one.name}" already means something in letters', "give it another name")
        faults.append((one.lineno, fault))
    reading = _Reading(VALUES.keys() - {one.name for one in stored})
    read = reading.visit(tree)
    return read, sorted([*faults, *reading.faults], key=lambda found: found[0])


def _printed_bare(tree: nodes.Template) -> Iterator[tuple[int, Fault]]:
    """Faults for names of values that are printed without a field."""
    for output in tree.find_all(nodes.Output):
        for printed in output.nodes:
            if isinstance(printed, nodes.Name) and printed.name in VALUES:
                hint = f"print one of its fields: {_known(printed.name)}"
                yield printed.lineno, Fault("template-syntax", f"{printed.name} cannot be printed as a whole", hint)


def _known(name: str) -> str:
    return ", ".join(f"{name}.{field}" for field in VALUES[name])


class _Reading(NodeTransformer):
    """Finds what is wrong with the use of values, and puts words in their place."""

    def __init__(self, names: Set[str]) -> None:
        """With the `names` of values."""
        self.names = names
        self.faults: list[tuple[int, Fault]] = []

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """`node` without values."""
        match node:
            case nodes.Getattr(node=nodes.Name(name=name)) | nodes.Getitem(node=nodes.Name(name=name)) if (
                name in self.names
            ):
                self._check_field(node, name)
                return nodes.TemplateData("…", lineno=node.lineno)
            case nodes.Getattr(node=nodes.Name(name=name) as unknown) if name not in VALUES and most_similar(
                name, VALUES
            ):
                return unknown  # reported as an unknown name
            case nodes.Name(name=name) if name in self.names:
                return nodes.TemplateData("…", lineno=node.lineno)
            case nodes.Not() | nodes.And() | nodes.Or() | nodes.CondExpr():
                return self.generic_visit(node, *args, **kwargs)
            case nodes.For(iter=over) if (used := self._value_in(over)) is not None:
                self._refuse_use(over, used)
                node.iter = nodes.List([], lineno=node.lineno)
                return self.generic_visit(node, *args, **kwargs)
            case nodes.Expr() if (used := self._value_in(node)) is not None:
                self._refuse_use(node, used)
                return nodes.TemplateData("…", lineno=node.lineno)
            case _:
                return self.generic_visit(node, *args, **kwargs)

    def _check_field(self, node: nodes.Getattr | nodes.Getitem, name: str) -> None:
        field = node.attr if isinstance(node, nodes.Getattr) else None
        if field is None:
            self._refuse(node, f"{name}[…] cannot be read", f"write one of: {_known(name)}")
        elif field not in VALUES[name]:
            fault = Fault("template-name", f'{name} has no field "{field}"', nearest(field, VALUES[name]))
            self.faults.append((node.lineno, fault))

    def _refuse_use(self, node: nodes.Node, name: str) -> None:
        field = f"{name}.{VALUES[name][0]}"
        hint = f"write {{{{ {field} }}}}, or {{% if {field} %}}"
        self._refuse(node, "a letter prints a value as it is, or asks whether there is one", hint)

    def _refuse(self, node: nodes.Node, message: str, hint: str) -> None:
        self.faults.append((node.lineno, Fault("template-syntax", message, hint)))

    def _value_in(self, node: nodes.Node) -> str | None:
        """The name of a value that `node` is, or is computed from, if any."""
        names = [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)
        return next((one.name for one in names if one.name in self.names), None)

"""Block templates: `templates/blocks/<name>.html`, a small HTML template for each way that blocks can look in a brief.

Front matter says which kinds of block it prints and which options it takes:

    ---
    prints: [benefit]
    options: {basis: true, lines: 2}
    most: {lines: 15}
    ---

An option has values of the type of its default; `most` limits numbers. The name of the file is the name of the call:
`{{ benefits("ben.states", basis=false) }}`. A block template that prints figures says which kinds of block they show:
`prints: [figure]`, `draws: [pillar]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from briefs.model.block_fields import Model
from briefs.model.diagnostics import Place

BLOCK, NOTE = "block", "note"
"""Calls in a brief's template that are not block templates."""
FIGURE = "figure"
"""The kind of block that only block templates with `draws` can print."""
VARIABLES = frozenset({"audience", "status"})
_JINJA = frozenset({"and", "else", "false", "if", "in", "is", "loop", "none", "not", "or", "self", "true"})
"""Names that have a meaning in Jinja."""
OWN_NAMES = frozenset({BLOCK, NOTE, *VARIABLES})
"""Names in a brief's template that have another meaning than a block template."""
NAMES_IN_TEMPLATES = OWN_NAMES | _JINJA
"""Names that a block template cannot have."""
NAMES_IN_BLOCK_TEMPLATES = frozenset({"blocks", NOTE, "weight", "kind", "_line", *VARIABLES, *_JINJA})
"""Names in a block template and its call that an option cannot have."""


class BlockTemplateFrontMatter(Model):
    """The front matter of a block template."""

    prints: list[str] | Literal["any"] = Field(description="kinds of block that it prints, or any but figures")
    draws: list[str] = Field(default_factory=list, description="kinds of block that the figures it prints are of")
    options: dict[str, Any] = Field(default_factory=dict, description="options of the call and their defaults")
    most: dict[str, int] = Field(default_factory=dict, description="the highest values of options that are numbers")

    @model_validator(mode="after")
    def _draws_what_it_prints(self) -> Self:
        if (FIGURE in self.prints) != bool(self.draws):
            raise ValueError("a block template that prints figures must name the kinds that it `draws`; no other may")
        return self


@dataclass(frozen=True, slots=True)
class BlockTemplate:
    """A block template: the `name` of its call, its `path` for diagnostics, its `source` from `first_line` on, and the
    `lines` of its options.
    """

    name: str
    path: str
    front: BlockTemplateFrontMatter
    source: str
    first_line: int
    lines: Mapping[str, int] = field(default_factory=dict)

    def place(self, line: int) -> Place:
        """The place of a line of `source`; 0 is the file as a whole."""
        return Place(self.path, line + self.first_line - 1 if line else 0)

    def accepts(self, kind: str) -> bool:
        """Whether it prints blocks of `kind`."""
        return kind != FIGURE if self.front.prints == "any" else kind in self.front.prints

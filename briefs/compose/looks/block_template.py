"""Block templates: `templates/blocks/<name>.html`, one small HTML template for each way blocks look in a brief.

Front matter says which kinds it prints and which options it takes:

    ---
    prints: [benefit]
    options: {basis: true}
    ---

The name of the file is the name of the call: `{{ benefits("ben.states", basis=false) }}`. A block template that prints
figures says which kinds of block they show: `prints: [figure]`, `draws: [pillar]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from briefs.model.block_fields import Model
from briefs.model.diagnostics import Place

BLOCK, NOTE = "block", "note"
"""The calls of a brief's template that are not block templates."""
FIGURE = "figure"
"""The kind that only block templates that draw can print."""
VARIABLES = frozenset({"audience", "status"})
_JINJA = frozenset({"and", "else", "false", "if", "in", "is", "loop", "none", "not", "or", "self", "true"})
"""Names that mean something to Jinja."""
OWN_NAMES = frozenset({BLOCK, NOTE, *VARIABLES})
"""Names in a brief's template that are not block templates."""
NAMES_IN_TEMPLATES = OWN_NAMES | _JINJA
"""Names that a block template cannot have."""
NAMES_IN_BLOCK_TEMPLATES = frozenset({"blocks", NOTE, "weight", "_line", *VARIABLES, *_JINJA})
"""Names in a block template and its call that an option cannot have."""


class BlockTemplateFrontMatter(Model):
    """What a block template says of itself."""

    prints: list[str] | Literal["any"] = Field(description="kinds of block that it prints, or any but figures")
    draws: list[str] = Field(default_factory=list, description="kinds of block that the figures it prints are of")
    options: dict[str, Any] = Field(default_factory=dict, description="options of the call and their defaults")

    @model_validator(mode="after")
    def _draws_what_it_prints(self) -> Self:
        if (FIGURE in self.prints) != bool(self.draws):
            raise ValueError("a block template names the kinds that it `draws` if it prints figures, and only then")
        return self


@dataclass(frozen=True, slots=True)
class BlockTemplate:
    """A block template: `name` of its call, `path` for diagnostics, `source` from `first_line` of the file on."""

    name: str
    path: str
    front: BlockTemplateFrontMatter
    source: str
    first_line: int

    def place(self, line: int) -> Place:
        """The place of a line of `source`; 0 is the file as a whole."""
        return Place(self.path, line + self.first_line - 1 if line else 0)

    def accepts(self, kind: str) -> bool:
        """Whether it prints blocks of `kind`."""
        return kind != FIGURE if self.front.prints == "any" else kind in self.front.prints

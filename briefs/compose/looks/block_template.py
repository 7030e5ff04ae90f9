"""Block templates: `templates/blocks/<name>.html`, one small HTML template for each way blocks look in a brief.

Front matter says which kinds it prints and which options it takes:

    ---
    prints: [benefit]
    options: {basis: true}
    ---

The name of the file is the name of the call: `{{ benefits("ben.states", basis=false) }}`. One that draws pictures
prints figures, and says what those may be drawn from: `prints: [figure]`, `draws: [pillar]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from briefs.model.block_fields import Model
from briefs.model.diagnostics import Place

BLOCK, NOTE = "block", "note"
FIGURE = "figure"
"""The kind that only what draws it can print."""
VARIABLES = frozenset({"audience", "status"})
WORDS = frozenset({"and", "else", "false", "if", "in", "is", "loop", "none", "not", "or", "self", "true"})
"""Names that mean something to Jinja."""
RESERVED = frozenset({BLOCK, NOTE, *VARIABLES})
"""Names in a brief's template that are no block template."""
TAKEN = frozenset({"blocks", NOTE, "weight", "_line", *VARIABLES, *WORDS})
"""Names in a block template and its call that are no options."""


class ViewFrontMatter(Model):
    """What a block template says of itself."""

    prints: list[str] | Literal["any"] = Field(description="kinds of block that it prints, or any but figures")
    draws: list[str] = Field(default_factory=list, description="kinds of block that the figures it prints are of")
    options: dict[str, Any] = Field(default_factory=dict, description="options of the call and their defaults")

    @model_validator(mode="after")
    def _draws_what_it_prints(self) -> Self:
        if (FIGURE in self.prints) != bool(self.draws):
            raise ValueError("a block template that prints figures, and no other, says in `draws` which kinds it draws")
        return self


@dataclass(frozen=True, slots=True)
class View:
    """A block template: `name` of its call, `path` for diagnostics, `source` from `first_line` of the file on."""

    name: str
    path: str
    front: ViewFrontMatter
    source: str
    first_line: int

    def place(self, line: int) -> Place:
        """The place of a line of `source`; 0 is the file as a whole."""
        return Place(self.path, line + self.first_line - 1 if line else 0)

    def accepts(self, kind: str) -> bool:
        return kind != FIGURE if self.front.prints == "any" else kind in self.front.prints

    def defaults(self) -> Mapping[str, Any]:
        return self.front.options

"""Block templates: `templates/blocks/<name>.html`, one small HTML template for each way blocks look in a brief.

Front matter says which kinds it prints and which options it takes:

    ---
    prints: [benefit]
    options: {basis: true}
    ---

The name of the file is the name of the call: `{{ benefits("ben.states", basis=false) }}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from briefs.model.block import Model

BLOCK, NOTE = "block", "note"
VARIABLES = frozenset({"audience", "status"})
WORDS = frozenset({"and", "else", "false", "if", "in", "is", "loop", "none", "not", "or", "self", "true"})
"""Names that mean something to Jinja."""
RESERVED = frozenset({BLOCK, NOTE, *VARIABLES})
"""Names in a brief's template that are no block template."""
TAKEN = frozenset({"blocks", NOTE, "weight", "_line", *VARIABLES, *WORDS})
"""Names in a block template and its call that are no options."""


class ViewFrontMatter(Model):
    """What a block template says of itself."""

    prints: list[str] | Literal["any"] = Field(description="kinds of block that it prints, or any")
    options: dict[str, Any] = Field(default_factory=dict, description="options of the call and their defaults")


@dataclass(frozen=True, slots=True)
class View:
    """A block template: `name` of its call, `path` for diagnostics, `source` from `first_line` of the file on."""

    name: str
    path: str
    front: ViewFrontMatter
    source: str
    first_line: int

    def accepts(self, kind: str) -> bool:
        return self.front.prints == "any" or kind in self.front.prints

    def defaults(self) -> Mapping[str, Any]:
        return self.front.options

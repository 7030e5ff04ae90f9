"""Short ways to write and to read marked text."""

from __future__ import annotations

from briefs.model.inline import Deleted, Emphasis, Foreign, Inline, Inserted, Strong, Text, inline_text
from briefs.model.mark import Mark

HOUSE = Mark("Issuer", "2026-03-12T00:00:00Z")
ANNA = Mark("Anna", "2026-03-01T09:30:00Z")


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def shown(children: tuple[Inline, ...]) -> str:
    """Inline content with {+ +} around what is inserted and [- -] around what is deleted; of others, with a name."""
    made = []
    for child in children:
        match child:
            case Inserted():
                made.append(f"{{+{_by(child.mark)}{shown(child.children)}+}}")
            case Deleted():
                made.append(f"[-{_by(child.mark)}{shown(child.children)}-]")
            case Strong() | Emphasis() | Foreign():
                made.append(f"<{shown(child.children)}>")
            case _:
                made.append(inline_text((child,)) or type(child).__name__)
    return "".join(made)


def _by(mark: Mark) -> str:
    return "" if mark == HOUSE else f"{mark.author}: "

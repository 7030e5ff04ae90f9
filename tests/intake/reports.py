"""Invented reports as `briefs init` receives them: parts in order, one line for each."""

from __future__ import annotations

from typing import Any

from briefs.intake.received import Part, Received, Role


def part(role: Role, text: str, **more: Any) -> Part:
    """A part without its line, which `received` gives it."""
    return Part(role, text, (), **more)


def received(*parts: Part | str, **more: Any) -> Received:
    """A report of these parts; a text is a paragraph. `more` are fields of `Received`."""
    made = [part("paragraph", one) if isinstance(one, str) else one for one in parts]
    fields = dict.fromkeys(Part.__slots__)
    numbered = [
        Part(**{name: getattr(one, name) for name in fields if name != "lines"}, lines=one.lines or (number,))
        for number, one in enumerate(made, 1)
    ]
    return Received(tuple(numbered), more.pop("stem", "final_report"), **more)


def heading(text: str, level: int = 1, **more: Any) -> Part:
    """A heading with a label that stands in for the real one."""
    return part("heading", text, level=level, label=text.split()[0].strip(".:"), **more)


def row(*cells: str, table: int = 1, columns: tuple[str, ...] = (), is_head: bool = False) -> Part:
    """A row of a table."""
    return part("row", "\t".join(cells), cells=cells, table=table, columns=columns, is_head=is_head)

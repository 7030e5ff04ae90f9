"""Recipients whose names a personal copy could not print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.recipient import Recipient

PRINTED = ("name", "title", "office", "country")
"""What a personal copy may print of a recipient."""
_HINT = "write it in other letters, or add a font that has this character to templates/layout/fonts"


def unprintable_names(
    recipients: Iterable[Recipient], missing: Callable[[str], str], printed: Iterable[str] = ("name",)
) -> Iterator[Diagnostic]:
    """A diagnostic for each text that is printed on a personal copy and cannot be.

    `missing` takes a text and gives the number of its first character that no font has, such as `U+5F35`; empty if
    there is none. `printed` are those fields of recipients, among PRINTED, that the copy prints. Code:
    `name-unprintable`.
    """
    fields = tuple(printed)
    for one in recipients:
        for field in fields:
            if character := missing(getattr(one, field)):
                message = f'column "{field}": the fonts of the briefs do not have its character {character}'
                yield Fault("name-unprintable", message, _HINT).at(Place(one.path, one.row))

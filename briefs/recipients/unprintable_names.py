"""Recipients whose names a personal copy could not print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.recipient import Recipient

PRINTED = ("name", "title", "office", "country")
"""What a personal copy may print of a recipient."""
_HINT = "write it in other letters, or add a font that has this character to templates/layout/fonts"


def unprintable_names(
    recipients: Iterable[Recipient], can_print: Callable[[str], str | None], printed: Iterable[str] = ("name",)
) -> Iterator[Diagnostic]:
    """A diagnostic for each text that is printed on a personal copy and cannot be.

    `can_print` takes a text and gives its first character that cannot be printed, None if all can. `printed` are those
    fields of recipients, among PRINTED, that the copy prints. Code: `name-unprintable`.
    """
    fields = tuple(printed)
    for one in recipients:
        for field in fields:
            if character := can_print(getattr(one, field)):
                lacking = f"the fonts of the briefs do not have its character U+{ord(character[0]):04X}"
                message = f'column "{field}": {lacking}'
                yield Fault("name-unprintable", message, _HINT).at(Place(one.path, one.row))

"""Version and status agree: a cleared edition is final, and its version says nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.compose.house_files import LayeredHouse
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.versions import is_final
from briefs.pipeline.order import Order

_HINT = "give cleared editions a version in digits from 1 on, as in version: {draft: 0.3, cleared: 1.0}"


def check_version(order: Order, house: LayeredHouse) -> Iterator[Diagnostic]:
    """An error if a cleared edition has a version that is not final, where that version is given.

    One version for both counts only when a cleared edition is built: until then, it is that of drafts. Code:
    `version-status`.
    """
    given, versions = order.version, house.house.version
    if given is not None:
        if order.status == "cleared" and not is_final(given):
            hint = "clear it as a version in digits from 1 on, such as --version 1.0"
            yield _fault(given, hint).at(Place("--version"))
        return
    is_one = versions.draft == versions.cleared
    if not is_final(versions.cleared) and (order.status == "cleared" or not is_one):
        yield _fault(versions.cleared, _HINT).at(house.place("version", "cleared"))


def _fault(version: str, hint: str) -> Fault:
    message = f"a cleared edition cannot be version {version}: only drafts are below 1, or have words"
    return Fault("version-status", message, hint)

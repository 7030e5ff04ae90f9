"""Fields of `report.yaml` in which nobody has put the words that `briefs init` could not find."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.unsettled import UNSETTLED_ISSUER
from briefs.report.hints import HintsFile


def unsettled_fields(file: HintsFile) -> Iterator[Diagnostic]:
    """A warning for each required field that still has a word in brackets for what is not known.

    Code: `report-unsettled`.
    """
    for name in ("issuer", "citation"):
        if name not in file.lacks and UNSETTLED_ISSUER in getattr(file.hints, name):
            message = f'`{name}` still has "{UNSETTLED_ISSUER}" where the name of the issuer belongs'
            yield Fault("report-unsettled", message, "write who issued the report").at(file.place(name))

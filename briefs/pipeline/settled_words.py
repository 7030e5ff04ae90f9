"""What must be settled in `report.yaml` before a brief is cleared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefs.compose.house_files import LayeredHouse
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.unsettled import UNSETTLED_ISSUER
from briefs.pipeline.order import Order


def check_settled(order: Order, house: LayeredHouse) -> Iterator[Diagnostic]:
    """An error if a cleared edition would print a word in brackets for its issuer. Code: `report-unsettled`."""
    if order.status == "cleared" and UNSETTLED_ISSUER in house.house.issuer:
        message = f'a cleared edition cannot have "{UNSETTLED_ISSUER}" as its issuer'
        fault = Fault("report-unsettled", message, "write who issued the report")
        yield replace(fault.at(house.place("issuer")), given="error")

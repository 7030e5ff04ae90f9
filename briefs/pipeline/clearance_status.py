"""A cleared edition is one that all offices have cleared, if the house wants to see that, and that has not expired."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from briefs.compose.clearance_files import NAME, read_clearances
from briefs.compose.house_files import LayeredHouse
from briefs.compose.template_files import templates_folder
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.clearance_record import ClearanceRecord
from briefs.model.diagnostics import Diagnostic, Fault, Place, relative
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order


def check_clearance(order: Order, inputs: Inputs, keys: Sequence[BriefKey]) -> Iterator[Diagnostic]:
    """An error for each office that has not cleared one of the briefs, and one if the edition has expired.

    Only cleared editions are looked at. Codes: `clearance-missing`, `edition-expired`, those of YAML and of fields.
    """
    edition = order.edition(inputs.house)
    if edition.status != "cleared":
        return
    yield from expired(inputs.layered_house, edition.date, "the edition is dated")
    if inputs.house.clearance != "required":
        return
    folder = templates_folder(inputs.project.templates, inputs.name)
    read = read_clearances(folder, inputs.project.root)
    yield from read.problems
    if read.problems:
        return
    records, lines = read.value
    shown = relative(folder / NAME, inputs.project.root)
    if not inputs.house.offices:
        hint = "list them, as in offices: [Policy, Legal]"
        fault = Fault("clearance-missing", "clearance is required, but the house lists no offices", hint)
        yield fault.at(inputs.layered_house.place("clearance"))
    for key in keys:
        for office in inputs.house.offices:
            last = _last(records.clearances, office, key, edition.version)
            if last is None:
                message = f'{office} has not cleared version {edition.version} of the brief "{key}"'
                yield Fault("clearance-missing", message, _hint(shown, office, key, edition.version)).at(Place(shown))
            elif not records.clearances[last].cleared:
                message = f'{office} has refused version {edition.version} of the brief "{key}"'
                hint = "change what it refused, and have the next version cleared"
                yield Fault("clearance-missing", message, hint).at(Place(shown, lines.line(("clearances", last))))


def expired(house: LayeredHouse, date: datetime.date, what: str) -> Iterator[Diagnostic]:
    """An error if `date` is later than the day until which the house's briefs are valid. Code: `edition-expired`."""
    until = house.house.valid_until
    if until is not None and date > until:
        message = f"briefs were valid until {until.isoformat()}, and {what} {date.isoformat()}"
        hint = "look whether they still hold; then write a later day, and give the edition another version"
        yield Fault("edition-expired", message, hint).at(house.place("valid_until"))


def _last(records: Sequence[ClearanceRecord], office: str, key: BriefKey, version: str) -> int | None:
    """The number of the last decision of an office on a version of a brief."""
    about = [at for at, one in enumerate(records) if one.office == office and one.is_about(key, version)]
    return about[-1] if about else None


def _hint(shown: str, office: str, key: BriefKey, version: str) -> str:
    product = "" if key.product == BRIEF else f", product: {key.product}"
    line = f'- {{office: {office}, audience: {key.audience}{product}, version: "{version}", date: YYYY-MM-DD}}'
    return f"once it has, write under `clearances` in {shown}\n    {line}"

"""What stands for a house that cannot be read, or for wrong parts of it, so that other mistakes can be found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefs.compose.house_files import Layer, LayeredHouse, merged_layers, read_layer, with_new_names
from briefs.files.salvage import salvaged
from briefs.model.diagnostics import DocumentError, relative
from briefs.model.doubts import STAND_IN
from briefs.model.edition import House

_LINES = {"draft": STAND_IN, "cleared": STAND_IN}
_STAND_INS: Mapping[str, Any] = MappingProxyType(
    {
        "issuer": STAND_IN,
        "contact": STAND_IN,
        "reference": "{code}",
        "language": "en-GB",
        "language_name": STAND_IN,
        "version": "1.0",
        "date": "2000-01-01",
        "status": _LINES,
        "running_status": _LINES,
        "distribution": _LINES,
    }
)
"""What stands for required fields."""


@dataclass(frozen=True, slots=True)
class SalvagedHouse:
    """A house of which the fields `lacks` are wrong: they are left out, or something stands in for them."""

    layered: LayeredHouse
    lacks: frozenset[str]


def salvaged_house(general: Path, own: Path, issuer: Layer | None, project: Path) -> SalvagedHouse:
    """What is good of a house that `read_house`, which takes the same, refuses."""
    layers = [layer for layer in (_layer(general, project), issuer, _layer(own, project)) if layer is not None]
    fields, lines, places = merged_layers([with_new_names(layer) for layer in layers])
    found = salvaged(House, fields, _STAND_INS)
    house, lacks = (found.model, found.lacks) if found else (House.model_validate(dict(_STAND_INS)), _EVERYTHING)
    return SalvagedHouse(LayeredHouse(house, fields, lines, places), lacks)


_EVERYTHING = frozenset(House.model_fields)


def _layer(path: Path, project: Path) -> Layer | None:
    """What one file says as far as it can be read; None if it is not there."""
    try:
        return read_layer(path, relative(path, project)).value
    except DocumentError:
        return None

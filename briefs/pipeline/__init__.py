"""The program as its data flow. The only package that knows all the stages; begin with `build.py` and `stages.py`.

1. read     the report as received and its hints → Report
2. draw     blocks/<kind>.yaml, anchored in the Report → Library
3. compose  the audience's template → Document
4. fit      the page budget, on the cleared layout; then number → resolve → collect
5. render   one Document → HTML, PDF, DOCX
6. check    blocks, briefs, files; everything wrong is collected
7. write    build/ and its manifest, in one step
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefs.pipeline.build import build
    from briefs.pipeline.built import Built
    from briefs.pipeline.examination import prepare
    from briefs.pipeline.fits import fits
    from briefs.pipeline.inputs import Inputs
    from briefs.pipeline.order import Order, Progress, Project

__all__ = [
    "Built",
    "Inputs",
    "Order",
    "Progress",
    "Project",
    "build",
    "fits",
    "prepare",
]

_HOMES = {
    "Built": "built",
    "Inputs": "inputs",
    "Order": "order",
    "Progress": "order",
    "Project": "order",
    "build": "build",
    "fits": "fits",
    "prepare": "examination",
}
"""The module of each name. It is loaded when the name is first used: commands that lay nothing out stay quick."""


class _Pipeline(ModuleType):
    """This package, in which a name means the function even after the module of the same name is loaded."""

    def __getattr__(self, name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{self.__name__}.{_HOMES[name]}"), name)

    def __setattr__(self, name: str, value: object) -> None:
        is_module = isinstance(value, ModuleType) and name in _HOMES
        super().__setattr__(name, getattr(value, name) if is_module else value)


sys.modules[__name__].__class__ = _Pipeline

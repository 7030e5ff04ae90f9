"""Readers that recognise a report's parts by themselves, by the ending of its file. To add a format, write a module
and a row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefs.report.recognized import Recognizer

RECOGNIZERS: Mapping[str, Recognizer] = MappingProxyType({})
"""Recognizers by the ending of the file."""

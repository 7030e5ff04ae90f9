"""The subsetter of fontTools without what takes a third of its time: a search for names where there are none.

A feature, an axis or a palette can name itself in the table `name` (OpenType 1.9), so the subsetter visits all that
`GSUB` and `GPOS` have in order to keep such names. Lookups, which are nearly all of it, have none: those that say what
is substituted and positioned refer to glyphs only. The subsets have the same bytes.
"""

from __future__ import annotations

from typing import Any

from fontTools import subset as subsetting
from fontTools.ttLib.tables._n_a_m_e import NameRecordVisitor

__all__ = ["subsetting"]


class NamesOutsideLookups(NameRecordVisitor):  # type: ignore[misc]  # it has no types
    """Finds the names that a font refers to, as `NameRecordVisitor` does."""

    def visitAttr(self, obj: Any, attr: str, value: Any, *arguments: Any, **named: Any) -> None:
        """Visit what an object of a table has as `attr`, unless these are the lookups."""
        if attr != "LookupList":
            super().visitAttr(obj, attr, value, *arguments, **named)


subsetting.NameRecordVisitor = NamesOutsideLookups

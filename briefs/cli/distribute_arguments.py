"""Arguments of `briefs distribute`."""

from __future__ import annotations

"""What stands in `report.yaml` for words that nobody has settled yet."""

from __future__ import annotations

UNSETTLED_ISSUER = "[issuer]"
"""What `briefs init` writes for an issuer that it could not find."""

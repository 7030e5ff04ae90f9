"""How much is tried until a brief fits.

Each layout takes as long as the brief is, and so does each estimate. A short brief is cut to the unit. In a long one,
a few lines more are not worth the time: it is laid out a stated number of times, and what fits then is taken.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefs.fit.heights import LINE

LONG = 20
"""The most pages of a budget to which a brief is cut to the unit."""
MOST_LAYOUTS = 4
"""How often a longer one is laid out on the paper that it is fitted on. If it never fits until then, it is laid out
until it does."""
MOST_IN_VAIN = 6
"""How many layouts may be in vain, however many pages a brief has."""
MOST_LOOKED_AT = 60
"""How much that is not worth a layout is looked at before each one: each look takes as long as the brief is."""
_MARGINS = (0.0, 3 * LINE, 12 * LINE)
"""By how many points a long brief is to be shorter than its budget after so many layouts that were too long."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How many layouts on the paper that a brief is fitted on may be made, how many of them in vain as something goes
    back in, and how much is looked at before each of those. `is_long`: a layout is only made for what should fit."""

    layouts: float
    in_vain: int
    looked_at: int

    @property
    def is_long(self) -> bool:
        """Whether the brief is a long one."""
        return self.layouts < math.inf

    def margin(self, too_long: int) -> float:
        """By how many points the brief should be shorter than its budget, after so many layouts that were too long."""
        if not self.is_long:
            return 0.0
        return _MARGINS[too_long] if too_long < len(_MARGINS) else 40 * LINE * (too_long - len(_MARGINS) + 1)


def effort_for(pages: int) -> Effort:
    """The effort for a budget of so many pages."""
    if pages <= LONG:
        return Effort(math.inf, MOST_IN_VAIN, MOST_LOOKED_AT)
    return Effort(MOST_LAYOUTS, MOST_IN_VAIN, max(1, MOST_LOOKED_AT * LONG // pages))

"""What ids of blocks look like."""

from __future__ import annotations

import re

BLOCK_ID = re.compile(r"^[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9_-]*)+$")
"""Small letters and digits in words joined by dots, such as `ben.states` or `es.16.2.4`."""

"""Arguments of `briefs distribute`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.arguments import PAPERS, Commands, add_command
from briefs.cli.usage import Options

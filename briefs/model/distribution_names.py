"""What the settings for distribution are called."""

from __future__ import annotations

FILE_NAME = "distribution.yaml"
SETTINGS_PATH = f"templates/{FILE_NAME}"
"""Where the settings are in a project, and as messages name them."""

"""Reading the lexicon of a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from briefs.files.kept_values import kept_value
from briefs.model.lexicon import Lexicon

FOLDER = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon_for(language: str) -> Lexicon | None:
    """The words of the language with this BCP 47 tag; None if there is no lexicon for it."""
    primary = language.partition("-")[0].lower()
    path = FOLDER / f"{primary}.yaml"
    if not primary.isalpha() or not path.is_file():
        return None
    return kept_value(f"lexicon {primary}", Lexicon, lambda: _read(path))


def _read(path: Path) -> Lexicon:
    return Lexicon.model_validate(yaml.load(path.read_text(encoding="utf-8"), _LOADER))

"""The words by which rules find candidates: `words/<language>.yaml`, a section for each kind of block.

Each finder says what its section holds by a model of its own, and asks for it with `words_for`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml

from briefs.model.block_fields import Model

FOLDER = Path(__file__).parent / "words"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text: "on" and "no" are words."""
M = TypeVar("M", bound=Model)


def words_for(section: str, model: type[M], language: str) -> M | None:
    """The words of a section, for the language with this BCP 47 tag; None if the language has no such section."""
    return cast("M | None", _words(section, model, _primary(language)))


@cache
def _words(section: str, model: type[Model], language: str) -> Model | None:
    found = sections_of(language).get(section)
    return None if found is None else model.model_validate(found)


def sections_of(language: str) -> Mapping[str, Any]:
    """All sections of a language, by name, as written; none if there is no file for it."""
    return _sections(_primary(language))


@cache
def _sections(language: str) -> Mapping[str, Any]:
    path = FOLDER / f"{language}.yaml"
    if not language.isalpha() or not path.is_file():
        return {}
    read: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), _LOADER)
    return {name: section or {} for name, section in read.items() if name != "language"}


def _primary(language: str) -> str:
    """The language of a tag, without its region: "fr" of "fr-CH"."""
    return language.partition("-")[0].lower()

"""Subsets of fonts: the glyphs for some characters, without what only other characters need.

The same face and characters give the same bytes. Hints are left out, since no program that shows briefs needs them;
kerning stays, as lines would break differently without it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Literal, TypeAlias

import fontTools

from briefs.files.bounded_reading import read_file
from briefs.files.installed_versions import installed_version
from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.faces import Face
from briefs.render.fonts.font_files import FONTS_HINT
from briefs.render.fonts.prepared_fonts import prepared
from briefs.render.fonts.quiet_fonttools import quiet_fonttools
from briefs.render.fonts.subset_cache import kept

Flavour: TypeAlias = Literal["ttf", "woff2"]
"""TrueType for Word, WOFF 2 for browsers."""

_VERSION = "1"
"""Raised when this module makes other bytes of the same face and characters."""

_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
"""Names that a subset keeps, among them copyright and licence (OpenType, name)."""
_NOT_NEEDED = ("DSIG", "FFTM", "LTSH", "PCLT", "VDMX", "hdmx")
_PUNCTUATION = frozenset("‐‑‒–—―‘’‚“”„†‡•…‰‹›€™←→−≠≤≥\u2009\u202f")


def _letters(ranges: str) -> Iterator[str]:
    """The characters of `ranges`; a hyphen stands between the first and the last of several."""
    for first, last in re.findall(r"(.)(?:-(.))?", ranges):
        yield from map(chr, range(ord(first), ord(last or first) + 1))


PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0§«»·–—‘’“”•…‹›\u2011\u202f")
"""ASCII and the punctuation of briefs: most that one of them prints."""
EUROPEAN = PLAIN | frozenset(map(chr, (*range(0xA0, 0x180), *range(0x218, 0x21C)))) | _PUNCTUATION
"""What people need who go on writing in a language of Europe that has Latin letters."""
_BEYOND_EUROPEAN = ("ƏəẞʻʼẀ-ẅỲỳ", "Ơ-ơƯ-ưẠ-ỹ", "Ǎ-ǜ", "Ѐ-џҐґҮүҰұҒғҚқҢңҺһӘәӨөӢӣӮӯҲҳҶҷ", "΄-ΊΌΎ-ΡΣ-ώ")
"""Letters of names in Azerbaijani, Welsh and Hawaiian; Vietnamese; Chinese in Latin letters; Cyrillic; Greek."""
MORE_ALPHABETS = tuple(frozenset(_letters(ranges)) for ranges in _BEYOND_EUROPEAN)
"""The same, one by one."""
NAMES = EUROPEAN.union(*map(_letters, _BEYOND_EUROPEAN))
"""What most people's names need in Latin, Greek and Cyrillic letters."""


@lru_cache(maxsize=32)
def subset(face: Face, characters: frozenset[str], flavour: Flavour) -> bytes:
    """The part of a face that prints `characters`, as a font file. Characters that the face does not have are left out.

    It comes with the program, or is made once and kept in the user's cache. Raises BriefsError for a damaged font.
    """
    printed = characters & face.characters
    key = subset_key(face, printed, flavour)
    return prepared(key) or kept(key, partial(make_subset, face.file, printed, flavour))


def subset_key(face: Face, printed: frozenset[str], flavour: Flavour) -> str:
    """A name for the part of a face with these characters, by all that decides about its bytes."""
    makers = (fontTools.version, _compressor() if flavour == "woff2" else "")
    parts = (_VERSION, *makers, flavour, _digest(face.file), "".join(sorted(printed)))
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


@cache
def _compressor() -> str:
    """The package that compresses WOFF 2, with its version: which one depends on the Python that runs."""
    for name in ("brotli", "brotlicffi"):
        if (version := installed_version(name)) is not None:
            return f"{name} {version}"
    return ""


@lru_cache(maxsize=32)
def _digest(file: Path) -> str:
    return blake2b(read_file(file), digest_size=32).hexdigest()


def make_subset(file: Path, characters: frozenset[str], flavour: Flavour) -> bytes:
    """The part of the font in `file` that prints `characters`. Raises BriefsError for a font that is damaged."""
    from fontTools.ttLib import TTFont

    from briefs.render.fonts.lean_subsetting import subsetting  # takes 0.1 s to load

    options = subsetting.Options(
        hinting=False,
        layout_features=list(_FEATURES),
        name_IDs=list(_NAMES),
        glyph_names=False,
        notdef_outline=True,
        drop_tables=[*subsetting.Options().drop_tables, *_NOT_NEEDED],
    )
    written = io.BytesIO()
    try:
        with quiet_fonttools(), TTFont(io.BytesIO(read_file(file)), lazy=True, recalcTimestamp=False) as font:
            subsetter = subsetting.Subsetter(options)
            subsetter.populate(text="".join(sorted(characters)))
            subsetter.subset(font)
            font.flavor = None if flavour == "ttf" else flavour
            font.save(written)
    except Exception as error:  # a broken font can make fontTools fail in any way
        raise BriefsError(f"{file} cannot be read as a font", FONTS_HINT) from error
    return written.getvalue()

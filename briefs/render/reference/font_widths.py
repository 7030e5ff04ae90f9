"""How wide and how high the type of common fonts is, for estimates: fonts that a template names, and we do not have.

Widths are averages of small letters and spaces as often as English has them, in ems; lines are what a program that is
told nothing else leaves for a line, in ems. They are facts about fonts: as published for the fonts of systems and of
the web by the project Capsize, and computed from the metrics of the 35 fonts of PostScript for those alike.
"""

from __future__ import annotations

from collections.abc import Iterable

NATURAL_LINE = 1.22
"""The height of a line of Calibri and Carlito, in ems."""
_OURS = 0.410
"""The width of Calibri and Carlito."""
_UNKNOWN_LINE = 1.2
_UNSURE = 1.015
"""How much wider text may be than its average letters let one expect: lines end where whole words do."""
_UNKNOWN_WIDTH = 1.08
"""How wide text is taken to be in a font that nothing is known of: as most fonts are against ours."""
_BOLDER = 1.06
"""How much more bold type widens text in other fonts than in ours: 8 to 13 % against 2 %."""

_KNOWN = {
    "aptos": (0.455, 1.28),
    "arial": (0.446, 1.15),
    "arial narrow": (0.366, 1.15),
    "avenir": (0.455, 1.37),
    "avenir next": (0.455, 1.37),
    "book antiqua": (0.451, 1.25),
    "bookman old style": (0.498, 1.17),
    "cabin": (0.422, 1.22),
    "calibri": (0.410, 1.22),
    "calibri light": (0.410, 1.22),
    "cambria": (0.411, 1.17),
    "candara": (0.417, 1.22),
    "century gothic": (0.494, 1.23),
    "century schoolbook": (0.470, 1.20),
    "constantia": (0.437, 1.22),
    "corbel": (0.415, 1.22),
    "courier new": (0.600, 1.13),
    "dejavu sans": (0.512, 1.16),
    "dm sans": (0.466, 1.30),
    "fira sans": (0.458, 1.20),
    "franklin gothic book": (0.430, 1.13),
    "garamond": (0.385, 1.12),
    "eb garamond": (0.385, 1.31),
    "georgia": (0.446, 1.14),
    "gill sans mt": (0.405, 1.16),
    "helvetica": (0.446, 1.15),
    "helvetica neue": (0.450, 1.19),
    "ibm plex sans": (0.451, 1.30),
    "inter": (0.478, 1.21),
    "lato": (0.436, 1.20),
    "libre franklin": (0.465, 1.21),
    "lora": (0.468, 1.28),
    "lucida grande": (0.492, 1.18),
    "lucida sans unicode": (0.492, 1.18),
    "merriweather": (0.485, 1.26),
    "montserrat": (0.503, 1.22),
    "mulish": (0.464, 1.26),
    "noto sans": (0.474, 1.36),
    "noto serif": (0.481, 1.36),
    "nunito": (0.452, 1.36),
    "nunito sans": (0.452, 1.36),
    "open sans": (0.469, 1.36),
    "palatino": (0.451, 1.25),
    "palatino linotype": (0.451, 1.35),
    "poppins": (0.500, 1.50),
    "pt sans": (0.431, 1.29),
    "pt serif": (0.448, 1.33),
    "public sans": (0.468, 1.18),
    "raleway": (0.463, 1.17),
    "roboto": (0.445, 1.17),
    "roboto condensed": (0.396, 1.17),
    "segoe ui": (0.443, 1.33),
    "source sans 3": (0.418, 1.42),
    "source sans pro": (0.418, 1.26),
    "source serif 4": (0.479, 1.37),
    "tahoma": (0.448, 1.21),
    "times new roman": (0.406, 1.15),
    "trebuchet ms": (0.456, 1.16),
    "ubuntu": (0.455, 1.15),
    "verdana": (0.512, 1.22),
    "work sans": (0.499, 1.17),
}
_SAME = {
    "aptos display": "aptos",
    "arimo": "arial",
    "arialmt": "arial",
    "liberation sans": "arial",
    "liberation sans narrow": "arial narrow",
    "caladea": "cambria",
    "carlito": "calibri",
    "courier": "courier new",
    "cousine": "courier new",
    "gelasio": "georgia",
    "gill sans": "gill sans mt",
    "liberation mono": "courier new",
    "liberation serif": "times new roman",
    "selawik": "segoe ui",
    "source sans": "source sans pro",
    "tex gyre adventor": "century gothic",
    "tex gyre bonum": "bookman old style",
    "tex gyre heros": "arial",
    "tex gyre pagella": "palatino",
    "tex gyre schola": "century schoolbook",
    "tex gyre termes": "times new roman",
    "times": "times new roman",
    "tinos": "times new roman",
}
"""Other names of these fonts, and fonts with the same widths."""
_AS_OURS = ("calibri", "carlito")


def width_against(font: str) -> float:
    """The width of text in a font against the same in ours; 1 for a font that nothing is known of."""
    known = _find(font)
    return 1.0 if known is None else known[0] / _OURS


def cautious_width(font: str, is_bold: bool) -> float:
    """The same, where text must not turn out wider than that: for a font that is not as wide as ours, a little more."""
    if font.strip().lower() in _AS_OURS:
        return 1.0
    width = width_against(font) if is_known(font) else _UNKNOWN_WIDTH
    return width * _UNSURE * (_BOLDER if is_bold else 1.0)


def line_of(font: str) -> float:
    """The natural height of a line in a font, in ems."""
    known = _find(font)
    return _UNKNOWN_LINE if known is None else known[1]


def is_known(font: str) -> bool:
    """Whether the widths of a font are known."""
    return _find(font) is not None


def nearest_in_width(font: str, fonts: Iterable[str]) -> str | None:
    """The one of `fonts` whose text is nearest in width to that of `font`; None if nothing is known of these."""
    wanted = _find(font)
    known = {name: found[0] for name in fonts if (found := _find(name)) is not None}
    if wanted is None or not known:
        return None
    return min(known, key=lambda name: abs(known[name] - wanted[0]))


def _find(font: str) -> tuple[float, float] | None:
    """What is known of a font; the weights of a family, as in "Lato Light", are nearly as wide as its regular one."""
    name = font.strip().lower()
    for end in ("", " light", " semilight", " medium", " semibold", " regular", " book"):
        bare = name.removesuffix(end) if end else name
        if found := _KNOWN.get(_SAME.get(bare, bare)):
            return found
    return None

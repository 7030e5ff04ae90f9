"""Colours, font and lengths of the starter, as the editorial guide (A5) and the print style sheet have them.

The font is Calibri, which every Word has and which is as wide as Carlito, the font of the PDF: lines break alike, and
LibreOffice replaces one with the other. For readers with neither, a brief carries a part of Carlito, some 100 kB,
unless the house does not want that; this document itself does not.
"""

from __future__ import annotations

from briefs.model.colours import tint
from briefs.model.edition import DEFAULT_ACCENT
from briefs.word.elements import bare_colour

ACCENT = bare_colour(DEFAULT_ACCENT)
"""The accent of the starter; if a style has exactly this colour, the brief's own accent replaces it."""
TINT = bare_colour(tint(DEFAULT_ACCENT))
"""The tint of the accent: the background of boxes, which also follows the brief's accent."""
INK = "1A1A1A"
QUIET = "404040"
LINE = "8C8C8C"
"""Colours of the print style sheet: text, less important text, and rules."""

FONT = "Calibri"
TEXT_SIZE = 11.0
TEXT_LINE = 15.2
"""The type and the lines of running text, in points."""

ROOM_LINE = 19.8
"""7 mm in points: the height of a line of notes written by hand."""

TEXT_WIDTH = 8844
"""156 mm in twips: the measure of the starter, at which its right tabs stand."""
NOTE_INDENT = 283
"""5 mm in twips: where the text of notes begins."""
INDENT = 454
"""8 mm in twips: where the text of numbered paragraphs begins."""
BULLET_INDENT = 255
"""4.5 mm in twips: where the text of list items with bullets begins."""
PADDING = 180
"""9 pt in twips: the room between the sides of a box, which stand at the measure, and its text."""

"""What no rule of typography and no sum may take apart: addresses, document symbols, dates, code and the like."""

from __future__ import annotations

import re

_ADDRESS = r"""(?:\b(?:[a-z][a-z\d+.-]*://|www\.|mailto:|doi:)|\b10\.\d{4,}/)(?:[^\s<>"'“”‘’«»*]|'(?=[\w&=/#?%+~-]))*[^\s<>"'“”‘’«»*.,;:!?)\]]"""
_MAIL = r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_BARE_ADDRESS = r"\b[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}/[^\s<>\"'“”‘’«»*]*[^\s<>\"'“”‘’«»*.,;:!?)\]]"
_SYMBOL = r"(?<![\w/])[A-Z][A-Z0-9.]*(?:/[A-Z0-9][\w.-]*(?<![.-]))+"
_ISO_DATE = r"(?<![\w-])\d{4}-\d\d-\d\d(?:T[\d:.+-]+Z?)?(?![\w-])"
_CODE = r"`[^`\n]+`|\b[A-Z]:\\[^\s<>\"'“”‘’]*[^\s<>\"'“”‘’.,;:!?)\]]"
"""Code in backticks, and names of files on Windows."""
_FEET = r"""(?<![\w'])\d{1,2}'(?:\s?\d{1,2}"(?!\w)|(?=\s(?:tall|high|long|wide|deep)\b))"""
_DEGREES = rf"""\d°\s?\d+(?:\.\d+)?['′](?:\s?\d+(?:\.\d+)?["″])?|{_FEET}"""
"""Minutes and seconds of arc, feet and inches: their marks are no quotation marks."""

ADDRESS = re.compile("|".join((_ADDRESS, _MAIL, _BARE_ADDRESS)))
"""Addresses of pages and of mail."""

LEFT_ALONE = re.compile("|".join((_ADDRESS, _MAIL, _BARE_ADDRESS, _SYMBOL, _ISO_DATE, _CODE, _DEGREES)))
"""Passages that are printed as they are."""

_DIGITS_WITH_HYPHENS = r"(?<![\w-])\+?\d+(?:-\d+){2,}(?![\w-])"
IDENTIFIER = re.compile(
    "|".join((_ADDRESS, _MAIL, _BARE_ADDRESS, rf"{_SYMBOL}(?<=\d)", _ISO_DATE, _DIGITS_WITH_HYPHENS))
)
"""Passages whose digits are no numbers: an address, a document symbol, a date, the number of a telephone or book."""

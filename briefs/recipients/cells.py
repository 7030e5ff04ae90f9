"""The words in a cell of a list of recipients: cleaned of what nobody sees, and what is wrong with them.

No message quotes what a cell holds, since it may be about a person.
"""

from __future__ import annotations

import re
import unicodedata

from briefs.model.mistakes import Mistake
from briefs.recipients.list_table import Cell, Odd

ONE_LINE = frozenset({"title", "office", "country"})
"""Columns whose line breaks become spaces: spreadsheets break long lines of these, and nobody means more by it."""
_BREAKS = re.compile("\r\n|[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOT_SEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_UNSEEN = re.compile(f"[{_NOT_SEEN}]")
"""What Unicode calls default ignorable, without joiners and variation selectors, which names may have."""
_DAMAGED = re.compile("[\ufffd\ufffe\uffff\ud800-\udfff]")
_FORMULA = re.compile(r"[=+@]")
_DOUBTFUL = re.compile(
    f"[{_NOT_SEEN}"
    "\x00-\x1f\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff\ud800-\udfff]"
    "|  |\\A[=+@]"
)
"""What few cells have, and every cell about which there is more to say."""
_AGAIN = "write the cell again by hand"


def words(cell: Cell, column: str) -> str:
    """The words in a cell of the column that is read as `column`: normalized (NFC), with single spaces.

    Raises Mistake for what is no text, begins as a formula does, has line breaks where one line is needed, or has
    characters that nobody can see. Its message has no words of the cell. See `kind_of` for the code.
    """
    if isinstance(cell, Odd):
        raise KindOfCell(f"holds {cell.what}", cell.hint)
    if not isinstance(cell, str):
        held = "true or false" if isinstance(cell, bool) else "a number"
        raise KindOfCell(f"holds {held}, where words are needed", "write it as words, and format the column as text")
    text = cell.strip()
    if not _DOUBTFUL.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    if _BREAKS.search(text):
        if column not in ONE_LINE:
            raise Mistake("has a line break or a tab", "write the cell in one line")
        text = _BREAKS.sub(" ", text)
    _refuse_characters(text)
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text)).strip()
    if _FORMULA.match(text) and not (column == "email" and text[0] == "@"):  # which is no address, as will be said
        raise KindOfCell(
            f'begins with "{text[0]}", as formulas do',
            "write the words that are meant; a program for tables would compute something else from it",
        )
    return text


class KindOfCell(Mistake):
    """A cell that holds something else than words."""


def _refuse_characters(text: str) -> None:
    if found := _DIRECTIONS.search(text):
        name = f"U+{ord(found[0]):04X}"
        raise Mistake(f"has a mark of the direction of writing that cannot be seen ({name})", _AGAIN)
    if found := _UNSEEN.search(text):
        raise Mistake(f"has a character that cannot be seen (U+{ord(found[0]):04X})", _AGAIN)
    if found := _DAMAGED.search(text):
        hint = "the file was once saved in another encoding: write the cell again, and save the file as UTF-8"
        raise Mistake(f"has a character that stands for a damaged one (U+{ord(found[0]):04X})", hint)
    if control := next((one for one in text if unicodedata.category(one) == "Cc"), None):
        raise Mistake(f"has a control character (U+{ord(control):04X})", _AGAIN)

"""What a line that YAML cannot read may have been meant to be: for each slip of the hand, the line as it should be.

These are guesses. `briefs/files/syntax_faults.py` tries them, and reports the one with which YAML can read on furthest.
"""

from __future__ import annotations

from briefs.files.bracket_repairs import braces, brackets, commas, quotation_in_braces, unbraced
from briefs.files.line_repairs import (
    first_too_far,
    indentation,
    missing_hyphen,
    missing_list,
    odd_spaces,
    other_document,
    unhyphened,
)
from briefs.files.name_repairs import marked_name, missing_colon, missing_spaces, two_fields
from briefs.files.repair import Guess
from briefs.files.text_repairs import folded, open_quotation, quotation, unquoted, wrapped

GUESSES: tuple[Guess, ...] = (
    odd_spaces,
    other_document,
    missing_list,
    missing_spaces,
    quotation_in_braces,
    open_quotation,
    unbraced,
    two_fields,
    quotation,
    missing_colon,
    marked_name,
    unhyphened,
    folded,
    commas,
    braces,
    brackets,
    wrapped,
    first_too_far,
    indentation,
    missing_hyphen,
    unquoted,
)
"""All kinds of guesses; the first that helps counts."""

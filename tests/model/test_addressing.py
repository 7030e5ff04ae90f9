"""Personal copies say whom they are for."""

from __future__ import annotations

import pytest

from briefs.model.addressing import addressed, copy_line, copy_lines
from briefs.model.copy import Copy
from tests.render.builders import document, personal


def test_a_copy_says_whom_it_is_for_and_which_of_how_many_it_is() -> None:
    made = addressed(personal(document()), Copy("Seán Ó RÍORDÁIN", 17, 194))
    assert copy_lines(made) == ("For: Seán Ó RÍORDÁIN", "Copy\u00a017\u00a0of\u00a0194")
    assert copy_line(made) == "For: Seán Ó RÍORDÁIN · Copy\u00a017\u00a0of\u00a0194"


def test_the_edition_itself_says_nothing() -> None:
    assert (copy_lines(personal(document())), copy_line(personal(document()))) == ((), "")


def test_a_name_is_printed_in_one_line_with_single_spaces() -> None:
    assert copy_lines(addressed(personal(document()), Copy(" Ana\n GARCÍA\u2028X ", 1, 1)))[0] == "For: Ana GARCÍA X"


def test_an_edition_without_personal_copies_cannot_be_addressed() -> None:
    with pytest.raises(ValueError, match="all copies of this edition are the same"):
        addressed(document(), Copy("Jane DOE", 1, 2))

"""The list of copies to print."""

from __future__ import annotations

from dataclasses import replace

from briefs.outbox.cover_list import cover_list
from tests.outbox.builders import copy, recipient, register


def test_each_copy_has_a_row_with_how_it_goes_and_room_to_sign() -> None:
    by_hand = copy(2, recipient("Bo", office="Quay\nOffice"), message=None)
    withdrawn = replace(copy(3, recipient("Cy")), files=(), message=None, is_withdrawn=True)
    page = cover_list(register(copy(1, recipient("Ann", title="Captain")), by_hand, withdrawn)).decode()
    assert page.count('<td class="signed"></td>') == 3
    assert "<bdi>Ann</bdi>, <bdi>Captain</bdi>" in page
    assert "<bdi>Quay</bdi><br><bdi>Office</bdi>" in page
    assert [way for way in ("mail: PDF", "by hand: PDF", "withdrawn") if f"<bdi>{way}</bdi>" in page] == [
        "mail: PDF",
        "by hand: PDF",
        "withdrawn",
    ]
    assert "3 copies" in page


def test_a_name_is_words_and_nothing_else() -> None:
    page = cover_list(register(copy(1, recipient("<b>&amp; محمد")))).decode()
    assert "<bdi>&lt;b&gt;&amp;amp; محمد</bdi>" in page

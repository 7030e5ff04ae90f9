"""Characters that follow each other closely are one chunk, with spaces between words."""

from __future__ import annotations

from briefs.report.pdf.pdf_chunks import is_right_to_left
from tests.report.pdf.builders import drawn_pdf, file_of, text_at


def chunks_of(content: str) -> list[str]:
    return [chunk.text for group in file_of(drawn_pdf(content)).pages[0].chunks for chunk in group]


def test_gaps_are_spaces_if_the_file_has_none() -> None:
    assert chunks_of("BT /F 10 Tf 50 300 Td [(Low)-300(water)-20(s)] TJ ET") == ["Low waters"]


def test_letters_that_are_spaced_out_are_one_word() -> None:
    assert chunks_of("BT /F 10 Tf 2.5 Tc 50 300 Td (TIDES) Tj 0 Tc ET BT /F 10 Tf 50 200 Td (low) Tj ET") == [
        "TIDES",
        "low",
    ]


def test_wide_gaps_and_other_fonts_begin_a_chunk() -> None:
    assert chunks_of(text_at(50, 300, "Wells") + text_at(120, 300, "Tides")) == ["Wells", "Tides"]
    assert chunks_of("BT /F 10 Tf 50 300 Td (Low ) Tj /B 10 Tf (water) Tj ET") == ["Low", "water"]


def test_what_is_drawn_twice_for_a_shadow_is_one_chunk() -> None:
    assert chunks_of(text_at(50, 300, "Tides") + text_at(51, 299.5, "Tides")) == ["Tides"]
    assert chunks_of(text_at(50, 300, "Tides") + text_at(50, 280, "Tides")) == ["Tides", "Tides"]


def test_turned_text_comes_after_the_level_text() -> None:
    turned = "BT /F 10 Tf 0 1 -1 0 20 100 Tm (Margin) Tj ET\n"
    assert chunks_of(turned + text_at(50, 300, "Low water comes early")) == ["Low water comes early", "Margin"]


def test_scripts_from_right_to_left_are_known_by_most_of_their_letters() -> None:
    assert is_right_to_left("مرحبا بكم")
    assert is_right_to_left("שלום")
    assert not is_right_to_left("Tides 12")
    assert not is_right_to_left("the word سلام in a sentence")

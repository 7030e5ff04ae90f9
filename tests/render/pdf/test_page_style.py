"""The CSS of one brief's pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model import phrases
from briefs.model.addressing import addressed
from briefs.model.copy import Copy
from briefs.render.pdf.page_style import css_string, page_css
from tests.render.builders import document, layout, personal


def test_a_css_string_cannot_end_early() -> None:
    assert css_string('a"; } é\\') == '"a\\22 \\3b  \\7d  é\\5c "'


def test_the_page_number_is_in_the_language_of_the_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(phrases.ENGLISH, page_of="{pages}/{page} zx")
    monkeypatch.setattr(phrases, "LANGUAGES", {**phrases.LANGUAGES, "qaa": other})
    assert '@bottom-right { content: "Page " counter(page) " of " counter(pages) }' in page_css(document(), layout())
    made = page_css(document(language="qaa"), layout())
    assert '@bottom-right { content: counter(pages) "\\2f " counter(page) " zx" }' in made


def test_small_type_and_margins_are_those_of_the_sheet() -> None:
    assert "--small: 16pt" in page_css(document(), layout(size=18))
    assert "size: letter; margin: 17mm 29.95mm 15.6mm;" in page_css(document(), layout("letter"))


def test_only_pages_with_personal_copies_have_room_for_another_line() -> None:
    assert "lh }" not in page_css(document(), layout())
    css = page_css(personal(document()), layout(size=18))
    assert "margin: 27mm 20mm 32.1mm;" in css
    assert ".copy { min-height: 1lh }" in css


def test_the_footer_of_a_copy_says_which_it_is() -> None:
    css = page_css(addressed(personal(document()), Copy("Jane DOE", 1, 2)), layout())
    line = "For\\3a  Jane DOE \\b7  Copy\\a0 1\\a0 of\\a0 2"
    assert f'@bottom-left {{ content: "R\\2f 1 \\b7  Limited\\a {line}" }}' in css
    assert '@bottom-left { content: "R\\2f 1 \\b7  Limited" }' in page_css(personal(document()), layout())

"""The CSS of one brief's pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model import phrases
from briefs.render.pdf.page_style import css_string, page_css
from tests.render.builders import document, layout


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

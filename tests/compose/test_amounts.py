"""A brief that cannot be laid out is refused before anything tries to."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose import amounts
from briefs.model.diagnostics import DocumentError
from briefs.model.limits import LONGEST_TEXT, LONGEST_WORD
from tests.builders import BLOCKS
from tests.compose.builders import composed

ENDLESS = "x" * (LONGEST_WORD + 1)


def said(root: Path, body: str) -> str:
    """What is wrong with the brief of a template with this `body`."""
    with pytest.raises(DocumentError) as caught:
        composed(root, body)
    (only,) = caught.value.diagnostics
    assert only.code == "too-much-text"
    return f"{only.place}: {only.message}"


@pytest.mark.parametrize(
    "body",
    [
        f"## {ENDLESS}\n\n{{{{ paragraph('fact.timetable') }}}}\n",
        f"## Issue\n\n- First {ENDLESS} {{{{ block('rec.tides').ask }}}}\n",
        f"## Issue\n\n{{{{ table('rec.tides', caption='{ENDLESS}') }}}}\n",
        "## Issue\n\n- First a" + "\u0301" * LONGEST_WORD + " {{ block('rec.tides').ask }}\n",
    ],
)
def test_a_word_without_end_is_refused_wherever_it_stands(body: str, tmp_path: Path) -> None:
    assert f"a word has more than {LONGEST_WORD:,} characters without a space" in said(tmp_path, body)


def test_a_text_that_is_too_long_is_refused_with_its_line_in_the_template(tmp_path: Path) -> None:
    rec = BLOCKS["recommendation"].replace("ask: Publish", "ask: Publish " + "word " * (LONGEST_TEXT // 15))
    ask = '{{ block("rec.tides").ask }}'
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, f"## Issue\n\n- First {ask}, {ask}, {ask}, {ask}\n", recommendation=rec)
    (only,) = caught.value.diagnostics
    assert only.message == f'a text has more than {LONGEST_TEXT:,} characters: "First Publish word w…"'
    assert only.place.line > 2


def test_more_texts_than_briefs_have_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(amounts, "MOST_TEXTS", 2)
    body = '## Issue\n\n- One {{ block("rec.tides").ask }}\n- Two {{ block("rec.tides").ask }}\n'
    assert "the brief has more than 2 paragraphs, items and cells" in said(tmp_path, body)

"""A letter holds paragraphs and lists; sentences of its own are short, and items always print something."""

from __future__ import annotations

from pathlib import Path

from briefs.compose.letters.letter_content import LetterContent, read_letter_content
from briefs.compose.template.tokens import Tokens
from briefs.model.diagnostics import Checked, Place
from briefs.model.document import FormRef, List
from briefs.model.inline import Text
from tests.compose.letters.builders import said


def read(text: str) -> Checked[LetterContent]:
    tokens = Tokens()
    word = tokens.add_span((Text("block"),), (FormRef("a.b", "text"),))
    text = text.replace("BLOCK", word)
    return read_letter_content(text, tokens, [Place("a.md", n) for n in range(1, text.count("\n") + 2)])


def test_lists_keep_their_signs() -> None:
    content = read("- BLOCK\n- BLOCK\n\n1. BLOCK\n").value.content
    assert [one.style for one in content if isinstance(one, List)] == ["plain", "numbered"]


def test_a_paragraph_of_its_own_words_is_let_through_and_kept_for_checks() -> None:
    found = read("Hello there.\n\nBLOCK and more\n\n- BLOCK too\n")
    assert found.problems == ()
    assert [(one.text, one.place.line) for one in found.value.words] == [
        ("Hello there.", 1),
        ("… and more", 3),
        ("… too", 5),
    ]
    assert found.value.paragraphs == "Hello there. block and more"


def test_an_introduction_of_a_list_is_no_statement(tmp_path: Path) -> None:
    assert said(tmp_path, 'Captains are asked to:\n\n{{ list("fact.timetable") }}\n') == []

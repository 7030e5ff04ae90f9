"""The table of changes at the end of a redline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Document, Paragraph, Section, Table
from briefs.model.inline import Deleted, Emphasis, Inline, Inserted, inline_text
from briefs.model.redlined import Difference, Redline
from briefs.redline.change_table import change_section
from tests.render.builders import document, section

EDITION: Document = document(section())
LONG = " ".join(f"w{number}" for number in range(1, 81))


def listed(*changes: Difference) -> Section:
    return change_section(Redline(EDITION, EDITION, EDITION, changes), "0.2")


def cells(change: Difference) -> list[tuple[Inline, ...]]:
    """The cells of the row of one change."""
    [table] = listed(change).content
    assert isinstance(table, Table)
    [row] = table.rows
    return [cell.children for cell in row.cells]


def texts(change: Difference) -> list[str]:
    """The same as text, with what is marked in brackets."""
    return ["".join(map(_shown, children)) for children in cells(change)]


def _shown(child: Inline) -> str:
    match child:
        case Inserted():
            return f"+{inline_text(child.children)}+"
        case Deleted():
            return f"-{inline_text(child.children)}-"
        case Emphasis():
            return f"*{inline_text(child.children)}*"
    return inline_text((child,))


def test_the_section_says_since_when_and_has_a_row_for_each_change() -> None:
    made = listed(Difference("title", "reworded", "A", "B"), Difference("note", "deleted", "C", old_number=2))
    assert inline_text(made.heading) == "Changes since 0.2"
    [table] = made.content
    assert isinstance(table, Table)
    assert [inline_text(column) for column in table.columns] == ["Where", "Before", "Now"]
    assert len(table.rows) == 2
    assert all(row.cells[0].header for row in table.rows)


def test_without_changes_it_says_so() -> None:
    [paragraph] = listed().content
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.children) == "Nothing has changed."


def test_what_follows_from_other_changes_is_told_in_one_line() -> None:
    own = (
        Difference("paragraph", "reworded", "1 ES 2", "1 ES 3", "Sources", section_id="sources"),
        Difference("paragraph", "deleted", "Para 3", "", "Notes", section_id="clearing-notes"),
    )
    said = "Also marked, but not listed here, is what has changed under “Sources”, under “Notes”."
    [paragraph] = listed(*own).content
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.children) == said
    table, below = listed(Difference("title", "reworded", "A", "B"), *own).content
    assert isinstance(table, Table)
    assert len(table.rows) == 1
    assert below == paragraph


@pytest.mark.parametrize(
    ("change", "row"),
    [
        (
            Difference("paragraph", "reworded", "It may help.", "It can help.", number=3, old_number=4),
            ["Para\u00a03", "It -may- help.", "It +can+ help."],
        ),
        (
            Difference("paragraph", "inserted", new="All new.", section="Issue", number=3),
            ["Para\u00a03", "*Not there*", "+All new.+"],
        ),
        (
            Difference("paragraph", "deleted", old="All old.", section="Issue", old_number=4),
            ["Formerly para\u00a04", "-All old.-", "*Not there*"],
        ),
        (
            Difference("paragraph", "deleted", old="All old.", section="Issue"),
            ["Under “Issue”", "-All old.-", "*Not there*"],
        ),
        (
            Difference(
                "paragraph", "moved", "As it was.", "As it was.", "Issue", number=3, old_number=9, old_section="Q"
            ),
            ["Para\u00a03", "*Moved, now para\u00a03: *As it was.", "*Moved, was para\u00a09: *As it was."],
        ),
        (
            Difference("paragraph", "moved", "It was.", "It is.", "Issue", old_section="Timing"),
            ["Under “Issue”", "*Moved, now under “Issue”: *It -was-.", "*Moved, was under “Timing”: *It +is+."],
        ),
        (
            Difference("row", "reworded", "States | more", "States | most", "Why", number=8),
            ["Para\u00a08, row", "States | -more-", "States | +most+"],
        ),
        (
            Difference("paragraph", "moved", "As it was.", "As it was.", "Asks", number=3, old_number=3),
            ["Para\u00a03", "As it was.", "*Laid out in another way: *As it was."],
        ),
        (
            Difference("row", "moved", "States | more", "States | more", "Why", number=8, old_number=8),
            ["Para\u00a08, row", "States | more", "*Moved to another place there: *States | more"],
        ),
        (
            Difference("paragraph", "moved", "As it was.", "As it is.", "Issue", old_section="Issue"),
            ["Under “Issue”", "As it -was-.", "*Moved to another place there: *As it +is+."],
        ),
        (
            Difference("paragraph", "reworded", "As it was.", "As it was.", "Issue", "issue/u", 3, 3),
            ["Para\u00a03", "As it was.", "*The same words, with another note, link or box: *As it was."],
        ),
        (
            Difference("heading", "moved", "Why act", "Why act", "Why act"),
            ["Heading", "Why act", "*The section is in another place: *Why act"],
        ),
        (
            Difference("table", "inserted", new="Caption\nStates | more\nCitizens | less", number=4),
            ["Para\u00a04, table", "*Not there*", "+Caption · States | more · Citizens | less+"],
        ),
        (Difference("note", "reworded", "In 2009.", "In 2010.", number=2), ["Note\u00a02", "In -2009-.", "In +2010+."]),
        (Difference("heading", "inserted", new="Timing", section="Timing"), ["Heading", "*Not there*", "+Timing+"]),
        (Difference("furniture", "reworded", "A", "B"), ["Masthead and running lines", "-A-", "+B+"]),
        (Difference("about", "reworded", "A b.", "A c."), ["Below the title", "A -b-.", "A +c+."]),
        (
            Difference("figure", "deleted", section="Why", old_number=5),
            ["Formerly para\u00a05, picture", "-Picture-", "*Not there*"],
        ),
        (
            Difference("paragraph", "parted", "One two.", "One. Two.", number=1),
            ["Para\u00a01", "One -two-.", "*Now divided in two: *One+.+ +Two+."],
        ),
    ],
)
def test_each_change_says_where_it_is_and_what_was_and_is_there(change: Difference, row: list[str]) -> None:
    assert texts(change) == row


def test_words_far_from_a_change_are_left_out() -> None:
    _, before, now = texts(Difference("paragraph", "reworded", LONG, LONG.replace("w40 ", "new "), number=1))
    assert before == "… w34 w35 w36 w37 w38 w39 -w40- w41 w42 w43 w44 w45 w46 …"
    assert now == before.replace("-w40-", "+new+")


def test_between_two_changes_only_many_words_are_left_out() -> None:
    far = LONG.replace("w10 ", "new ").replace("w70 ", "new ")
    assert texts(Difference("paragraph", "reworded", LONG, far, number=1))[2] == (
        "… w4 w5 w6 w7 w8 w9 +new+ w11 w12 w13 w14 w15 w16 … w64 w65 w66 w67 w68 w69 +new+ w71 w72 w73 w74 w75 w76 …"
    )
    near = LONG.replace("w10 ", "new ").replace("w24 ", "new ")
    assert "w16 w17 w18" in texts(Difference("paragraph", "reworded", LONG, near, number=1))[2]


def test_of_long_texts_in_one_edition_only_the_beginning_is_shown() -> None:
    assert texts(Difference("paragraph", "inserted", new=LONG, number=1))[2].endswith("w59 w60 …+")
    assert texts(Difference("paragraph", "moved", LONG, LONG, "A", number=1, old_number=2))[2].endswith("w9 w10 …")


def test_it_is_in_the_language_of_the_new_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefs.model import redline_phrases

    french = replace(redline_phrases.ENGLISH, changes="Changements depuis {edition}")
    monkeypatch.setattr(redline_phrases, "REDLINE_LANGUAGES", {"fr": french})
    edition = replace(EDITION, properties=replace(EDITION.properties, language="fr-CH"))
    made = change_section(Redline(edition, edition, edition), "0.2")
    assert inline_text(made.heading) == "Changements depuis 0.2"

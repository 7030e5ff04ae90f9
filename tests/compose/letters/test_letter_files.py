"""Letters are read as the templates of briefs are: by audience, in layers, with every mistake at its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.compose.letters.letter_files import letter_for, letters_folder, read_letters
from briefs.model.diagnostics import BriefsError
from briefs.model.versions import Status
from tests.builders import write_files
from tests.compose.builders import harbour_composer
from tests.compose.letters.builders import AUDIENCES, HEAD, brief, letter


def problems_of(folder: Path, **letters: str) -> str:
    write_files(folder, letters, ".md")
    return "\n".join(map(str, read_letters(folder, folder, AUDIENCES).problems))


def test_a_letter_is_front_matter_and_a_body_that_knows_its_first_line(tmp_path: Path) -> None:
    head = "---\nsubject: A timetable\nfrom: Port <port@harbour.org>\nreply-to: desk@harbour.org\n---\n"
    read = letter(tmp_path, "Hello\n", head)
    assert (read.path, read.audience, read.body) == ("templates/letters/captains.md", "captains", "Hello\n")
    assert (read.front.subject, read.front.sender, read.front.reply_to) == (
        "A timetable",
        "Port <port@harbour.org>",
        "desk@harbour.org",
    )
    assert str(read.body_place(1)) == "templates/letters/captains.md:6"
    assert str(read.place_of("sender")) == "templates/letters/captains.md:3"


def test_letters_of_a_report_come_before_those_for_all(tmp_path: Path) -> None:
    write_files(tmp_path / "letters", {"captains": HEAD}, ".md")
    assert letters_folder(tmp_path, "harbour") == tmp_path / "letters"
    write_files(tmp_path / "harbour/letters", {"captains": HEAD}, ".md")
    assert letters_folder(tmp_path, "harbour") == tmp_path / "harbour/letters"
    assert letters_folder(tmp_path, "other") == tmp_path / "letters"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dear Captain\n",
            "captains.md:1: error: there is no front matter [front-matter]\n"
            "  hint: a letter begins with a line ---, one field per line, and another line ---",
        ),
        (
            "---\nsubject:\n---\n",
            'captains.md:2: error: "subject" is empty [field-invalid]\n'
            "  hint: write a value after it: subject of the message; {title}, {short_title}, {series}, {reference}, "
            "{version} and {date} stand for those of the edition",
        ),
        (
            '---\nsubject: "one\\ntwo"\n---\n',
            'captains.md:2: error: "subject": a subject has no line break [field-invalid]\n'
            "  hint: write it in one line",
        ),
        (
            "---\nsubject: On {titel}\n---\n",
            'captains.md:2: error: "subject": "{titel}" is not a placeholder [field-invalid]\n'
            '  hint: did you mean "{title}"?\n    subject: On {title}',
        ),
        (
            "---\nsubject: x\nfrom: The Registry\n---\n",
            'captains.md:3: error: "from" is not a mail address: it has no @ [field-invalid]\n'
            "  hint: write an address, or a name with an address after it, such as Policy Office <policy@example.org>",
        ),
        (
            '---\nsubject: x\nreply-to: "a@harbour.org\\nBcc: b@harbour.org"\n---\n',
            'captains.md:3: error: "reply-to": an address has a line break [field-invalid]\n'
            "  hint: write it in one line",
        ),
        (
            "---\nsubject: x\ncc: a@harbour.org\n---\n",
            'captains.md:3: error: unknown field "cc" [field-unknown]\n'
            "  hint: known: from, reply-by, reply-to, subject",
        ),
    ],
)
def test_mistakes_in_front_matter_are_told_at_their_lines(tmp_path: Path, text: str, expected: str) -> None:
    assert problems_of(tmp_path, captains=text) == expected


def test_a_letter_without_a_subject_says_so(tmp_path: Path) -> None:
    assert problems_of(tmp_path, captains="---\nfrom: a@harbour.org\n---\n").startswith(
        'captains.md:2: error: required field "subject" is missing [field-missing]'
    )


def test_a_letter_has_the_name_of_an_audience(tmp_path: Path) -> None:
    assert problems_of(tmp_path, captain=HEAD) == (
        'captain.md: error: a letter has the name of its audience, and there is no audience "captain" '
        '[audience-unknown]\n  hint: did you mean "captains"?'
    )


def test_the_text_of_a_letter_with_wrong_front_matter_can_be_checked(tmp_path: Path) -> None:
    write_files(tmp_path, {"captains": "---\nsubject: x\nfrom: nobody\n---\nHello\n"}, ".md")
    read = read_letters(tmp_path, tmp_path, AUDIENCES)
    assert read.value["captains"].body == "Hello\n"
    assert read.value["captains"].lacks == {"sender"}


def test_a_draft_goes_with_the_letter_for_clearance_and_a_cleared_edition_with_that_to_its_audience(
    tmp_path: Path,
) -> None:
    write_files(tmp_path, {"captains": HEAD, "clearance": HEAD}, ".md")
    letters = read_letters(tmp_path, tmp_path, AUDIENCES)
    assert letters.problems == ()
    draft = brief(tmp_path, harbour_composer(tmp_path)[0])
    cleared = replace(draft, properties=replace(draft.properties, status="cleared"))
    found = [letter_for(one, letters.value, tmp_path, tmp_path) for one in (draft, cleared)]
    assert [(one.path, one.audience) for one in found] == [("clearance.md", "captains"), ("captains.md", "captains")]


@pytest.mark.parametrize(
    ("status", "whom", "name"),
    [("cleared", "captains", "captains"), ("draft", "the offices that clear drafts", "clearance")],
)
def test_without_a_letter_the_path_of_the_file_to_write_is_told(
    tmp_path: Path, status: Status, whom: str, name: str
) -> None:
    draft = brief(tmp_path, harbour_composer(tmp_path)[0])
    document = replace(draft, properties=replace(draft.properties, status=status))
    with pytest.raises(BriefsError) as caught:
        letter_for(document, {}, tmp_path / "templates/letters", tmp_path)
    assert str(caught.value) == f"there is no covering letter for {whom}"
    assert caught.value.hint == f"write one: templates/letters/{name}.md"

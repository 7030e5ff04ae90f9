"""Letters of the tiny project, read and written without the rest of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefs.compose.composing import Composer
from briefs.compose.letters.letter_files import read_letters
from briefs.compose.letters.letter_lint import lint_letter
from briefs.compose.letters.letter_writing import LetterWriter, letter_writer
from briefs.model.contact import Contact
from briefs.model.document import Document
from briefs.model.letter_template import LetterTemplate
from briefs.model.recipient import Recipient
from tests.builders import CAPTAINS, write_files
from tests.compose.builders import DRAFT, harbour_composer, template

AUDIENCES = ("captains", "clerks")
HEAD = '---\nsubject: "{series}: {title}"\n---\n'
FIRST_LINE = 4
"""The line of the file on which the body of a letter begins."""
ASTRID = Recipient("Astrid Ó Briain", "captains", "Dear Captain,", "Harbour Master", "Port Office", "Atlantis")


def with_contact(composer: Composer) -> Composer:
    """The same with a house that can be reached."""
    contact = Contact(
        name="Registry", email="registry@harbour.org", web="www.harbour.org", telephone="+41 22 919 10 20"
    )
    return replace(composer, house=composer.house.model_copy(update={"contact": contact}))


def letter(folder: Path, body: str, head: str = HEAD) -> LetterTemplate:
    """The letter to captains with `body`."""
    write_files(folder / "templates/letters", {"captains": head + body}, ".md")
    read = read_letters(folder / "templates/letters", folder, AUDIENCES)
    assert read.problems == ()
    return read.value["captains"]


def said(folder: Path, body: str, block_templates: Mapping[str, str] | None = None) -> list[str]:
    """What the linter says of a letter with `body`, which begins on line 4."""
    composer = with_contact(harbour_composer(folder, block_templates)[0])
    return [str(problem) for problem in lint_letter(letter(folder, body), composer).problems]


def brief(folder: Path, composer: Composer) -> Document:
    """The brief to captains that a letter goes with."""
    return composer.compose(template(folder, CAPTAINS.replace("asks", "list")), DRAFT)


def writer(folder: Path, body: str, head: str = HEAD, sender: str = "") -> LetterWriter:
    """What writes a letter without mistakes."""
    composer = with_contact(harbour_composer(folder)[0])
    written = letter(folder, body, head)
    assert lint_letter(written, composer).problems == ()
    return letter_writer(written, composer, brief(folder, composer), sender)


def text_of(folder: Path, body: str, recipient: Recipient = ASTRID) -> str:
    """The plain text of a letter to `recipient`."""
    return writer(folder, body).write(recipient).text

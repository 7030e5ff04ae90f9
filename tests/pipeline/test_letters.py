"""The letters of a project are checked against its report; those of this project are short, and ask what briefs ask."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.compose.letters.letter_files import letters_folder, read_letters
from briefs.compose.letters.letter_writing import letter_writer
from briefs.model.brief_key import BriefKey
from briefs.model.contact import Contact
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError, Checked, DocumentError
from briefs.model.document import Document
from briefs.model.letter_template import LetterTemplate
from briefs.model.recipient import Recipient
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.letters import problems_of_letters, writer_for
from tests.builders import HOUSE, REPOSITORY, write_files, write_project
from tests.projects import built, inputs_of, problems

MOST_WORDS = 150
AUDIENCES = ("ambassadors", "ministers", "parliamentarians")
HEAD = '---\nsubject: "{title}"\n---\n'
WITH_ADDRESS = HOUSE.replace("contact: Harbour Board, East Quay", "contact: {email: board@harbour.org}")


def project(folder: Path, **letters: str) -> Path:
    root = write_project(folder, house=WITH_ADDRESS)
    write_files(root / "templates/letters", letters, ".md")
    return root


def document(inputs: Inputs, audience: str) -> Document:
    edition = pipeline.Order(inputs.project).edition(inputs.house, "cleared")
    return inputs.composer.compose(inputs.templates[BriefKey(audience)], edition)


def letters_of(inputs: Inputs) -> Checked[dict[str, LetterTemplate]]:
    """All letters of a report by name, and everything that is wrong with them."""
    folder = letters_folder(inputs.project.templates, inputs.name)
    read = read_letters(folder, inputs.project.root, inputs.audiences)
    return Checked(read.value, tuple(problems_of_letters(inputs)))


def said(root: Path) -> list[str]:
    return [str(problem).split("\n")[0] for problem in letters_of(inputs_of(root)).problems]


@cache
def ours() -> Inputs:
    return pipeline.prepare(pipeline.Project(REPOSITORY)).value


def test_the_letters_of_this_project_have_no_mistakes() -> None:
    letters = letters_of(ours())
    assert letters.problems == ()
    assert sorted(letters.value) == sorted((*AUDIENCES, "clearance"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_letter_of_this_project_is_short_and_asks_what_the_brief_asks(audience: str) -> None:
    recipient = Recipient("The Holder of the Office", audience, "Your Excellency,")
    letter = writer_for(ours(), document(ours(), audience)).value.write(recipient, Copy(recipient.name, 17, 194))
    assert len(letter.text.split()) <= MOST_WORDS
    assert letter.text.startswith("Your Excellency,\n\n")
    assert "copy 17 of 194" in " ".join(letter.text.split())
    assert "info@icmc.net" in letter.text
    assert letter.subject.isprintable()
    named = [
        set(re.findall(r'"([a-z]+\.[^"]+)"', (REPOSITORY / path).read_text(encoding="utf-8")))
        for path in (f"templates/letters/{audience}.md", f"templates/{audience}.md")
    ]
    assert named[0]
    assert named[0] <= named[1]


@pytest.mark.parametrize("audience", ["ambassadors", "ministers"])
def test_a_letter_of_this_project_can_ask_for_an_answer_by_a_day(audience: str, tmp_path: Path) -> None:
    letter = letters_of(ours()).value[audience]
    front = letter.front.model_copy(update={"reply_by": datetime.date(2027, 3, 31)})
    made = letter_writer(replace(letter, front=front), ours().composer, document(ours(), audience))
    text = made.write(Recipient("The Holder of the Office", audience, "Your Excellency")).text
    assert "\n\nPlease reply by 31 March 2027 to info@icmc.net.\n\n" in text
    assert "welcome" not in text
    assert len(text.split()) <= MOST_WORDS


def test_what_a_letter_states_itself_is_told_with_its_line(tmp_path: Path) -> None:
    root = project(tmp_path, captains=HEAD + "Hello\n\nWe asked 193 ports in Lisbon.\n", clerks=HEAD + "{{ x }}\n")
    assert said(root) == [
        'templates/letters/captains.md:6: error: the letter says 193 ("We asked 193 ports in Lisbon."), which no block '
        "says [number-untraced]",
        'templates/letters/captains.md:6: error: the letter has the name "Lisbon" ("We asked 193 ports in Lisbon."), '
        "which is not in the report [name-untraced]",
        'templates/letters/clerks.md:4: error: unknown name "x" [template-name]',
    ]


def test_the_subject_and_the_options_of_calls_are_checked_too(tmp_path: Path) -> None:
    call = '{{ asks("rec.tides", column="What Lisbon wants") }}\n'
    root = project(tmp_path, captains=f"---\nsubject: What 193 ports say\n---\n{call}")
    assert said(root) == [
        'templates/letters/captains.md:2: error: the letter says 193 ("What 193 ports say"), which no block says '
        "[number-untraced]",
        'templates/letters/captains.md:4: error: column of asks(…) has the name "Lisbon" ("What Lisbon wants"), which '
        "is not in what is printed there [name-untraced]",
    ]


def test_only_the_letter_of_the_brief_matters_when_it_is_written(tmp_path: Path) -> None:
    root = project(tmp_path, captains=f"{HEAD}Hello\n", clerks=f"{HEAD}{{{{ x }}}}\n", others=HEAD)
    inputs = inputs_of(root)
    written = writer_for(inputs, document(inputs, "captains")).value.write(Recipient("A", "captains"))
    assert (written.text, written.sender) == ("Hello\n", "Harbour Board <board@harbour.org>")
    with pytest.raises(DocumentError, match="unknown name"):
        writer_for(inputs, document(inputs, "clerks"))
    (root / "templates/letters/clerks.md").unlink()
    with pytest.raises(BriefsError, match="there is no covering letter for clerks"):
        writer_for(inputs, document(inputs, "clerks"))


def test_acronyms_are_written_out_unless_the_letter_does_it_itself(tmp_path: Path) -> None:
    fields = 'id: a.hb, acronym: HB, expansion: Harbour Board, introduced: false, anchor: "The board should publish"'
    acronym = f"kind: acronym\nblocks:\n  - {{{fields}}}\n"
    fact = 'kind: fact\nblocks:\n  - {id: fact.hb, anchor: "The board should publish", short: The HB should publish.}\n'
    root = project(
        tmp_path,
        captains=HEAD + '{{ block("fact.hb") }}\n',
        clerks=HEAD + 'The Harbour Board (HB):\n\n{{ statements("fact.hb") }}\n',
    )
    write_files(root / "seeds/harbour/blocks", {"acronym": acronym, "hb": fact}, ".yaml")
    inputs = inputs_of(root)
    texts = [
        writer_for(inputs, document(inputs, audience)).value.write(Recipient("A", audience)).text
        for audience in ("captains", "clerks")
    ]
    assert texts == [
        "The Harbour Board (HB) should publish.\n",
        "The Harbour Board (HB):\n\n1. The HB should publish.\n",
    ]


def test_letters_are_no_part_of_what_briefs_are_made_from(tmp_path: Path) -> None:
    root = project(tmp_path, captains=HEAD + "{{ wrong }}\n", nobody="no letter\n")
    assert problems(root) == []
    made = built(root, "clerks", formats=("html",)).made_from
    assert [path for path in made if "letters" in path.relative_to(root).parts] == []


def test_an_address_of_the_house_can_be_missing(tmp_path: Path) -> None:
    root = project(tmp_path, captains=f"{HEAD}Hello\n")
    (root / "templates/house.yaml").write_text(HOUSE, encoding="utf-8")
    inputs = inputs_of(root)
    assert isinstance(inputs.house.contact, Contact)
    with pytest.raises(BriefsError, match="nobody is named"):
        writer_for(inputs, document(inputs, "captains"))
    assert writer_for(inputs, document(inputs, "captains"), "A <a@harbour.org>").value.sender == "A <a@harbour.org>"


def test_answers_go_where_the_letter_says_or_else_the_settings(tmp_path: Path) -> None:
    own = HEAD.replace("\n---", "\nreply-to: own@harbour.org\n---")
    root = project(tmp_path, captains=f"{HEAD}Hello\n", clerks=f"{own}Hello\n")
    inputs = inputs_of(root)
    writers = [writer_for(inputs, document(inputs, one), "", "desk@harbour.org") for one in ("captains", "clerks")]
    assert [one.value.reply_to for one in writers] == ["desk@harbour.org", "own@harbour.org"]


def test_a_report_with_templates_of_its_own_has_only_the_general_letters_to_its_audiences(tmp_path: Path) -> None:
    wrong = HEAD + "We asked 193 ports.\n"
    root = project(tmp_path, captains=wrong, clerks=wrong, clearance=wrong, strangers=wrong)
    (root / "templates/harbour").mkdir()
    (root / "templates/captains.md").rename(root / "templates/harbour/captains.md")
    assert {one.place.path for one in problems_of_letters(inputs_of(root))} == {"templates/letters/captains.md"}
    write_files(root / "templates/harbour/letters", {"clearance": wrong}, ".md")
    assert {one.place.path for one in problems_of_letters(inputs_of(root))} == {
        "templates/harbour/letters/clearance.md"
    }


def test_only_the_letters_to_some_audiences_can_be_checked(tmp_path: Path) -> None:
    root = project(tmp_path, captains=HEAD + "We asked 193 ports.\n", clerks="---\nreply-by: soon\n---\nHello\n")
    inputs = inputs_of(root)
    assert {one.place.path for one in problems_of_letters(inputs)} == {
        "templates/letters/captains.md",
        "templates/letters/clerks.md",
    }
    assert {one.place.path for one in problems_of_letters(inputs, ["captains"])} == {"templates/letters/captains.md"}

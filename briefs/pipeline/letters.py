"""The covering letters of a report: read, checked as the templates of its briefs are, and ready to be written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from briefs.check.kept_findings import KeptFindings
from briefs.check.own_support import OwnSupport
from briefs.check.table import check_own_words
from briefs.compose.letters.letter_files import letter_for, letters_folder, read_letters
from briefs.compose.letters.letter_lint import lint_letter
from briefs.compose.letters.letter_writing import LetterWriter, letter_writer
from briefs.files.templates_folder import LETTERS, templates_folder
from briefs.finish.acronyms import expand_acronyms, expansions_for
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.document import Document
from briefs.model.doubts import certain
from briefs.model.letter_template import LetterTemplate
from briefs.model.severities import with_severities
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.kept_checks import kept_findings


def writer_for(inputs: Inputs, document: Document, sender: str = "", reply_to: str = "") -> Checked[LetterWriter]:
    """What writes the covering letter that goes with the edition of `document`, and warnings about the letter.

    It comes from `sender`, and answers go to `reply_to`, unless the letter names others. Raises DocumentError if the
    letter has mistakes; those of letters to others do not matter. Raises BriefsError if there is no such letter, or
    nobody to send it.
    """
    folder = letters_folder(inputs.project.templates, inputs.name)
    read = read_letters(folder, inputs.project.root, inputs.audiences)
    letter = letter_for(document, read.value, folder, inputs.project.root)
    own = tuple(problem for problem in read.problems if problem.place.path == letter.path)
    checked = Checked(letter, (*own, *letter_problems(letter, inputs)))
    if checked.has_errors:
        raise DocumentError(checked.problems)
    expansions = expansions_for(document.audience, inputs.library.blocks)
    complete = partial(expand_acronyms, expansions=expansions)
    writer = letter_writer(letter, inputs.composer, document, sender, complete, reply_to)
    return Checked(writer, checked.problems)


def problems_of_letters(inputs: Inputs, audiences: Collection[str] = ()) -> Iterator[Diagnostic]:
    """What is wrong with the letters of a report: all of them, or those to `audiences`.

    Of letters for all reports, a report with templates of its own has only those to its audiences: the others are
    those of the reports that have the templates for all. What was found before in their words is kept from one time to
    the next.
    """
    templates = inputs.project.templates
    folder = letters_folder(templates, inputs.name)
    if folder == templates / LETTERS and templates_folder(templates, inputs.name) != templates:
        audiences = [one for one in inputs.audiences if not audiences or one in audiences] or [""]
    read = read_letters(folder, inputs.project.root, inputs.audiences)
    letters = {name: letter for name, letter in read.value.items() if not audiences or name in audiences}
    paths = {letter.path for letter in letters.values()}
    yield from (problem for problem in read.problems if not audiences or problem.place.path in paths)
    with kept_findings(folder, inputs.project) as kept:
        for letter in letters.values():
            yield from letter_problems(letter, inputs, kept)


def letter_problems(letter: LetterTemplate, inputs: Inputs, kept: KeptFindings | None = None) -> Iterator[Diagnostic]:
    """What is wrong with the text of a letter, which `inputs` are the blocks and rules for; what was found before in
    its words is taken from `kept`."""
    linted = lint_letter(letter, inputs.composer)
    yield from certain(linted.problems, inputs.library.doubts)
    support = OwnSupport(inputs.library, inputs.rules)
    for words in linted.words:
        found = with_severities(check_own_words(support.subject(words), kept), inputs.house.severity)
        yield from certain(found, inputs.library.doubts)

"""Names of participants, and phrases that narrow down who spoke, are not printed (editorial guide C1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefs.check.subjects import BriefToCheck, WordingToCheck
from briefs.check.whole_words import has_phrase, whole_words
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document import Document
from briefs.model.document_text import full_text, section_texts, unit_texts
from briefs.model.edition import Template
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules

_HINT = "leave it out: report.yaml says that no brief prints it"


def check_names_in_wording(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each name or phrase in edited wording that must not be printed."""
    return (fault.at(wording.place) for fault in forbidden_name_faults(wording.text, wording.owner, wording.rules))


def forbidden_name_faults(text: str, owner: str, rules: WordingRules) -> Iterator[Fault]:
    """A fault for each name or phrase in `text` that must not be printed; messages call the text `owner`."""
    for phrase in forbidden_phrases(text, rules):
        yield Fault("name-printed", f'{owner} has "{phrase}", which must not be printed', _HINT)


def check_names_in_brief(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each name or phrase in a brief that must not be printed, where its template first prints it."""
    for phrase in forbidden_phrases(full_text(brief.document), brief.rules):
        texts = _placed_texts(brief.document, brief.template)
        found = (place for place, text in texts if phrase in forbidden_phrases(text, brief.rules))
        place = next(found, brief.template.place_of("audience"))
        yield Fault("name-printed", f'the brief would print "{phrase}"', _HINT).at(place)


def forbidden_phrases(text: str, rules: WordingRules) -> list[str]:
    """The names and phrases in `text` that no brief may print."""
    return [*names_in(text, rules.names), *(phrase for phrase in rules.never_print if has_phrase(text, phrase))]


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """The `names` that occur in `text` as whole words.

    Case counts: a surname that is also a common word is not taken for a name in lower case.
    """
    text = plain(text)
    return [name for name in names if plain(name) in text and whole_words(name).search(text)]


def _placed_texts(document: Document, template: Template) -> Iterator[tuple[Place, str]]:
    """All text of a brief that is not furniture, piece by piece, each with the line of the template that prints it."""
    yield template.place_of("title"), document.title
    for unit, text in unit_texts(document):
        yield template.place(unit.line), text
    for section in document.sections:
        yield from ((template.place(section.line), text) for text in section_texts(section))

"""`report.yaml` of a new report: all guesses, written out only as far as the report can be read with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.scales.scale_words import built_in_levels
from briefs.files.yaml import parse_yaml
from briefs.intake.about_guessing import guess_about
from briefs.intake.citation_guessing import guess_citation
from briefs.intake.description_file import Description, ReportFile, description
from briefs.intake.guess import Guess
from briefs.intake.intake_words import intake_words
from briefs.intake.issuer_guessing import guess_issuer
from briefs.intake.language_guessing import guess_language
from briefs.intake.received import Received
from briefs.intake.settling import to_settle
from briefs.intake.shape_guessing import guess_outline, guess_quotations, guess_signatures
from briefs.intake.table_guessing import guess_tables
from briefs.intake.title_guessing import guess_titles
from briefs.intake.wording_guessing import guess_wording
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.report import Leaf, Paragraph, Report, Section, nodes_of
from briefs.model.typesetting import clean
from briefs.report.hints import HintsFile, parse_hints
from briefs.report.source import Parsed
from briefs.text.anchors import AnchorIndex
from briefs.text.new_anchors import anchor_for
from briefs.text.sentences import sentences

_MOST_ROUNDS = 25
_UNFOUND = frozenset({"hint-not-found", "row-unsplit", "field-invalid", "field-unknown", "field-missing"})
"""Codes that say that a guess cannot be written as it is."""
_OF_TABLES = ("tables", "names")


@dataclass(frozen=True, slots=True)
class Described:
    """The text of `report.yaml`, the guesses in it and those left open, what a person must settle, and what the reader
    warns of."""

    text: str
    guesses: tuple[Guess, ...]
    to_settle: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def all_guesses(received: Received) -> list[Guess]:
    """Everything that can be guessed about a report, whether or not it can be read so."""
    language = guess_language(received)
    tag = str(language.value or "")
    words = intake_words(tag)
    titles = guess_titles(received, words)
    issuer = guess_issuer(received, words, str(titles.title.value))
    lexicon = lexicon_for(tag) if tag else None
    known_dates = () if lexicon is None else lexicon.relative_dates
    found = [language, titles.title, *([titles.subtitle] if titles.subtitle else []), issuer]
    found.append(guess_citation(received, words, titles, issuer))
    found.append(guess_about(received, words, str(issuer.value or ""), sentences))
    found += guess_outline(received)
    if received.is_plain:
        found += [*guess_quotations(received), *guess_signatures(received)]
    found += guess_tables(received, words)
    found += guess_wording(received, words, built_in_levels(tag) if tag else {}, known_dates)
    return found


def described(
    received: Received, file: ReportFile, path: str, read: Callable[[HintsFile], Checked[Parsed]]
) -> Described:
    """`report.yaml` of a report, at `path` as diagnostics have it; `read` reads the report with what is in it.

    What cannot be found again is left out: it stands in a comment. Raises DocumentError if the report cannot be read.
    """
    guesses = all_guesses(received)
    for _ in range(_MOST_ROUNDS):
        settling = tuple(to_settle(guesses, file.is_plain))
        written = description(file, guesses, settling)
        try:
            hints = parse_hints(*parse_yaml(written.text, path), path)
            parsed = read(hints)
        except DocumentError as error:
            wrong = _guesses_at(error.diagnostics, written, path)
            if not wrong:
                raise
            guesses = _without(guesses, wrong)
            continue
        wrong = _guesses_at(parsed.problems, written, path) + _misplaced(guesses, parsed.value)
        if not wrong:
            anchored = description(file, guesses, settling, _anchor(guesses, parsed.value))
            return Described(anchored.text, tuple(guesses), settling, parsed.problems)
        guesses = _without(guesses, wrong)
    raise AssertionError("what was left out is still not found")


def _guesses_at(problems: Iterable[Diagnostic], written: Description, path: str) -> list[Guess]:
    """The guesses with which something is wrong, by the lines where they were written."""
    wrong: dict[int, Guess] = {}
    for problem in problems:
        if problem.code not in _UNFOUND:
            continue
        if problem.place.path == path:
            guess = written.guesses.get(problem.place.line)
            wrong |= {id(guess): guess} if guess is not None else {}
        elif problem.code == "row-unsplit":
            wrong |= {id(one): one for one in written.guesses.values() if one.field in _OF_TABLES}
    return list(wrong.values())


def _misplaced(guesses: Sequence[Guess], parsed: Parsed) -> list[Guess]:
    """Headings that were found again in another place than where they are."""
    lines = {node.heading.lines[0] for node in nodes_of(parsed.children) if isinstance(node, Section)}
    return [one for one in guesses if one.field == "outline" and one.value is not None and one.lines[0] not in lines]


def _without(guesses: Sequence[Guess], wrong: Sequence[Guess]) -> list[Guess]:
    """The guesses, with those that are `wrong` left open. Names need their table."""
    left = set(map(id, wrong))
    if any(one.field == "tables" for one in wrong):
        left |= {id(one) for one in guesses if one.field in _OF_TABLES}
    return [
        replace(one, value=None, proposal=one.value, evidence="the report cannot be read with it", certainty=0.0)
        if id(one) in left
        else one
        for one in guesses
    ]


def _anchor(guesses: Sequence[Guess], parsed: Parsed) -> str:
    """An anchor that names the passage proposed for `about`; empty if there is none."""
    guess = next((one for one in guesses if one.field == "about" and one.proposal), None)
    if guess is None:
        return ""
    report = Report("", "", "", parsed.line_count, parsed.children)
    notes = report.note_numbers()
    leaf = next((one for one in report.leaves() if _holds(one, str(guess.proposal), notes)), None)
    found = None if leaf is None else anchor_for(str(guess.proposal), leaf.address, AnchorIndex(report))
    return "" if found is None or found.scope else found.text


def _holds(leaf: Leaf, words: str, notes: frozenset[int]) -> bool:
    return isinstance(leaf, Paragraph) and words in clean(leaf.text, notes)

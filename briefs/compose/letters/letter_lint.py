"""All mistakes of a letter that can be known before there is a recipient, with the codes of briefs' templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from jinja2 import TemplateSyntaxError

from briefs.compose.composing import Composer
from briefs.compose.jinja.language import deep_line, expression_faults, filter_faults
from briefs.compose.jinja.mending import mended
from briefs.compose.jinja.syntax import MIXED_UP, TOO_DEEP
from briefs.compose.letters.letter_content import read_letter_content
from briefs.compose.letters.letter_names import PER_RECIPIENT, VALUES, value_faults
from briefs.compose.letters.letter_running import (
    SAMPLE,
    LetterFacts,
    as_template,
    house_facts,
    run_letter,
    with_line_ends,
)
from briefs.compose.looks.block_template import BLOCK, VARIABLES
from briefs.compose.template.brief_environment import brief_environment
from briefs.compose.template.call_arguments import call_faults
from briefs.compose.template.lint import character_faults, statement_faults
from briefs.compose.template.markdown_slips import mended_markdown
from briefs.compose.template.names_in_scope import name_faults
from briefs.compose.template.option_words import option_words
from briefs.compose.template.printed_wording import field_faults, wording_faults
from briefs.compose.template.repeated_blocks import repeated_faults
from briefs.compose.template.unrendered import unrendered_markdown
from briefs.model.diagnostics import Diagnostic, DocumentError, Fault
from briefs.model.letter_template import PLACEHOLDER, LetterTemplate
from briefs.model.own_words import OwnWords
from briefs.model.versions import Edition, Status


@dataclass(frozen=True, slots=True)
class LintedLetter:
    """What is wrong with a letter, in the order of its lines; and its own words, for checks against the report."""

    problems: tuple[Diagnostic, ...]
    words: tuple[OwnWords, ...] = ()


def lint_letter(letter: LetterTemplate, composer: Composer) -> LintedLetter:
    """Everything wrong with a letter that its text shows; `composer` has the blocks and block templates."""
    try:
        found = _lint(letter, composer)
    except RecursionError as error:
        return LintedLetter((TOO_DEEP.at(letter.body_place(deep_line(error))),))
    problems = sorted(dict.fromkeys(map(_of_a_letter, found.problems)), key=lambda problem: problem.place)
    return replace(found, problems=tuple(problems))


def _lint(letter: LetterTemplate, composer: Composer) -> LintedLetter:
    environment, library = brief_environment(), composer.library
    names = {*composer.block_templates, *composer.unreadable}
    options = {name: {*one.front.options, "weight"} for name, one in composer.block_templates.items()}
    calls = {**options, BLOCK: {"weight"}}
    mend = mended(letter.body, environment, calls, library.ids, VALUES.keys())
    faults: list[tuple[int, Fault]] = [*character_faults(letter.body), *mend.faults]
    try:
        source = with_line_ends(mend.source)
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        faults += [] if mend.faults else [(error.lineno, MIXED_UP)]
        return LintedLetter(tuple(_placed(letter, faults)))
    tree, wrong_values = value_faults(tree)
    faults += wrong_values
    faults += statement_faults(tree)
    faults += name_faults(tree, names, {BLOCK, *VARIABLES, *VALUES})
    faults += call_faults(tree, letter.audience, composer.block_templates, library, has_kinds=False)
    faults += repeated_faults(tree, mend.source, {*composer.block_templates, BLOCK}, ())
    faults += wording_faults(tree, environment, library, {*names, BLOCK})
    faults += field_faults(tree, library)
    faults += filter_faults(tree, environment)
    faults += expression_faults(tree)
    markdown = unrendered_markdown(source, names, environment, VALUES.keys())
    markdown, slips = mended_markdown(markdown, mend.source)
    places = [letter.body_place(line) for line in markdown.lines]
    content = read_letter_content(markdown.text, markdown.tokens, places)
    problems = (*_placed(letter, [*faults, *slips]), *content.problems)
    return LintedLetter(
        problems or tuple(_running_problems(letter, composer)),
        (
            *_subject_words(letter),
            *content.value.words,
            *option_words(as_template(replace(letter, body=mend.source)), composer.block_templates),
        ),
    )


def _subject_words(letter: LetterTemplate) -> Iterator[OwnWords]:
    """The words of the subject, with "…" for what its placeholders stand for."""
    if "subject" not in letter.lacks:
        text = PLACEHOLDER.sub("…", letter.front.subject)
        yield OwnWords("the letter", text, letter.place_of("subject"), scope="letter")


def _running_problems(letter: LetterTemplate, composer: Composer) -> Iterator[Diagnostic]:
    """What is wrong with a letter that only shows when it runs: with all values of a recipient, or with none."""
    facts = LetterFacts({**SAMPLE.values, **house_facts(composer.house, letter)})
    for status in get_args(Status):
        edition = Edition(status, "1.0", composer.house.date)
        for filled in (PER_RECIPIENT, frozenset[str]()):
            try:
                yield from run_letter(letter, composer, edition, facts, filled).problems
            except DocumentError as error:
                yield from error.diagnostics


def _placed(letter: LetterTemplate, faults: Sequence[tuple[int, Fault]]) -> Iterator[Diagnostic]:
    return (fault.at(letter.body_place(line)) for line, fault in faults)


def _of_a_letter(problem: Diagnostic) -> Diagnostic:
    """`problem`, with a letter where a message about briefs' templates has a brief."""
    message = problem.message.replace("a brief's template", "a letter").replace("a brief ", "a letter ")
    hint = "write a sentence or a list" if "makes a table" in problem.hint else problem.hint
    return replace(problem, message=message, hint=hint)

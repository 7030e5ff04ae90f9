"""Headings are understood by themselves: a reader may come to them first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.grammar import Grammar, grammar_for
from briefs.model.inline import inline_text
from briefs.text.quotations import without_quotations

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,:;?!–—]")


def check_leaning_headings(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each heading with a word that stands for something named before it, such as "they"."""
    grammar = grammar_for(brief.document.properties.language)
    for section in brief.document.sections if grammar is not None else ():
        heading = inline_text(section.heading)
        if grammar is not None and section.line and (word := leaning_word(heading, grammar)):
            message = f'the heading "{heading}" leans on the text before it: "{word}" stands for something named there'
            yield Fault("heading-leans", message, "name it in the heading").at(brief.template.place(section.line))


def leaning_word(heading: str, grammar: Grammar) -> str:
    """The first word of `heading` that stands for something that is not named in it; empty if there is none."""
    unquoted = without_quotations(heading)
    if (mark := grammar.naming_after.search(unquoted)) and _names_something(
        _WORD.findall(unquoted, mark.end()), grammar
    ):
        return ""
    words = _WORD.findall(grammar.says_nothing_named.sub(" ", unquoted))
    names_something = False
    for index, (word, following) in enumerate(zip_longest(words, words[1:], fillvalue="")):
        lower = word.lower()
        is_name = word.isupper() and len(word) > 1 and not heading.isupper()
        if lower in grammar.pronouns and not names_something and not is_name:
            return word
        if lower in grammar.pointing and _stands_alone(lower, following.lower(), grammar):
            is_relative = lower == "that" and names_something
            is_described = following.lower() in grammar.relative and _names_something(words[index + 2 :], grammar)
            if not is_relative and not is_described:
                return word
        names_something |= is_name or _names_something([word], grammar)
    return ""


def _names_something(words: Sequence[str], grammar: Grammar) -> bool:
    return any(word[0].isalpha() and word.lower() not in grammar.small_words for word in words)


def _stands_alone(word: str, following: str, grammar: Grammar) -> bool:
    """Whether no noun can follow a word that points at something."""
    if not following[:1].isalpha() or following in grammar.small_words:
        return True
    return word in grammar.singular_pointing and grammar.third_person.fullmatch(following) is not None

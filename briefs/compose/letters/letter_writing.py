"""Writing a covering letter to each of many recipients: blocks are composed once, values are filled in for each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from briefs.compose.composing import Composer
from briefs.compose.letters.letter_names import COPY, RECIPIENT, VALUES
from briefs.compose.letters.letter_parts import SlottedText, TextLine, as_html, as_text, html_page, text_lines
from briefs.compose.letters.letter_running import LetterFacts, facts_of, run_letter
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError, DocumentError, Fault
from briefs.model.document import Document, Section
from briefs.model.inline import Text, inline_text
from briefs.model.letter import Letter
from briefs.model.letter_template import PLACEHOLDER, LetterTemplate
from briefs.model.recipient import Recipient
from briefs.model.versions import Edition

_NOT_PRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff]")
"""Control characters, those that turn the direction of text around, and characters without a meaning of their own."""
Completion: TypeAlias = Callable[[Document], Document]
"""What completes a document that prints blocks, such as writing out acronyms."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A letter to recipients of whom the same is known, with slots for what is."""

    lines: tuple[TextLine, ...]
    html: SlottedText


@dataclass(slots=True)
class LetterWriter:
    """Writes one letter, about one edition, to its recipients. `subject`, `sender` and `reply_to` are the same for all.

    Made by `letter_writer`.
    """

    template: LetterTemplate
    composer: Composer
    document: Document
    facts: LetterFacts
    subject: str
    sender: str
    reply_to: str
    complete: Completion
    _forms: dict[frozenset[str], _Form] = field(default_factory=dict)

    def write(self, recipient: Recipient, copy: Copy | None = None) -> Letter:
        """The letter to `recipient`; `copy` is the personal copy that it speaks of, None if copies are not personal.

        Raises DocumentError if the letter has mistakes; its diagnostics say nothing about the recipient.
        """
        values = _values(recipient, copy)
        filled = frozenset(values)
        form = self._forms.get(filled)
        if form is None:
            form = self._forms[filled] = self._form(filled)
        texts = {name: as_text(value) for name, value in values.items()}
        parts = []
        for line in form.lines:
            parts.append(("\n" if line.is_close else "\n\n") + line.filled(texts))
        html = form.html.filled({name: as_html(value) for name, value in values.items()})
        language = self.document.properties.language
        text = "".join(parts).lstrip("\n") + "\n"
        return Letter(self.subject, self.sender, self.reply_to, text, html, language)

    def _form(self, filled: frozenset[str]) -> _Form:
        properties = self.document.properties
        date = datetime.date.fromisoformat(properties.date)
        edition = Edition(properties.status, properties.version, date)
        read = run_letter(self.template, self.composer, edition, self.facts, filled)
        if read.problems:
            raise DocumentError(read.problems)
        section = Section((), read.value.content)
        furniture = replace(self.document.furniture, issuer="", about=(Text(read.value.paragraphs),))
        letter = replace(self.document, title="", furniture=furniture, sections=(section,), notes=())
        completed = self.complete(letter).sections[0].content
        return _Form(tuple(text_lines(completed)), html_page(self.subject, properties.language, completed))


def letter_writer(
    template: LetterTemplate,
    composer: Composer,
    document: Document,
    sender: str = "",
    complete: Completion = lambda document: document,
    reply_to: str = "",
) -> LetterWriter:
    """What writes the letter of `template` about the edition of `document`; both must be for the same audience.

    The letter comes from its own `from`, or else from `sender`, or else from the contact of the house; answers go to
    its own `reply-to`, or else to `reply_to`, if not to whom it comes from. `complete` is applied to the letter as a
    document whose masthead has the letter's paragraphs. Raises DocumentError if the letter has mistakes, and
    BriefsError if nobody is named from whom it could come.
    """
    assert template.audience == document.audience, "the letter to one audience goes with the brief of another"
    contact = composer.house.contact
    facts = facts_of(document, composer.house, template)
    if not sender and contact is not None and contact.email:
        name = re.sub(r'[<>"\\]', "", composer.house.issuer)
        sender = f"{name} <{contact.email}>"
    front = template.front
    if not (front.sender or sender):
        hint = f"add from: to {template.path}, or an email address to contact in house.yaml"
        raise BriefsError("nobody is named from whom the letter comes", hint)
    _check_day(template, document)
    subject = _subject(template, facts)
    writer = LetterWriter(
        template, composer, document, facts, subject, front.sender or sender, front.reply_to or reply_to, complete
    )
    writer._form(frozenset({f"{RECIPIENT}.salutation", f"{RECIPIENT}.name"}))  # mistakes are told at once
    return writer


def _check_day(template: LetterTemplate, document: Document) -> None:
    """Raise DocumentError if answers are asked for by a day before that of the edition."""
    day = template.front.reply_by
    if day is not None and day.isoformat() < document.properties.date:
        message = f"`reply-by` is before the date of the edition, {document.properties.date}"
        fault = Fault("front-matter", message, "write a later day, or take it out")
        raise DocumentError([fault.at(template.place_of("reply_by"))])


def _subject(template: LetterTemplate, facts: LetterFacts) -> str:
    """The subject with what its placeholders stand for. Raises DocumentError if one stands for nothing."""
    text = template.front.subject
    for name in PLACEHOLDER.findall(text):
        value = facts.values.get(f"edition.{name}")
        if value is None:
            fault = Fault("front-matter", f"the edition has no {name}", f"take {{{name}}} out of the subject")
            raise DocumentError([fault.at(template.place_of("subject"))])
        text = text.replace(f"{{{name}}}", inline_text(value))
    return " ".join(text.split())


def _values(recipient: Recipient, copy: Copy | None) -> dict[str, str]:
    """What is known of a recipient and a copy, by the names of values, in one line each; empty ones are missing.

    The comma that ends a salutation in a letter stands in its template. Without a salutation, it is the name.
    """
    known = {f"{RECIPIENT}.{name}": _one_line(getattr(recipient, name)) for name in VALUES[RECIPIENT]}
    greeting = f"{RECIPIENT}.salutation"
    known[greeting] = known[greeting].rstrip(" ,:;،，：") or known[f"{RECIPIENT}.name"]
    if copy is not None:
        known |= {f"{COPY}.number": str(copy.number), f"{COPY}.total": str(copy.total)}
    return {name: value for name, value in known.items() if value}


def _one_line(text: str) -> str:
    """`text` in one line, without characters that cannot be shown or that change how others are."""
    return " ".join(_NOT_PRINTED.sub(" ", text).split())

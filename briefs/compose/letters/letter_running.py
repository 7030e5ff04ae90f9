"""Running a letter: its values become slots, so that it runs once for all recipients of whom the same is known.

A slot is a piece of text between private-use characters, which no template can contain. What stands in its place is
put there last, and never read again: a name is data, whatever signs it consists of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import SimpleNamespace

from jinja2 import nodes

from briefs.compose.composing import Composer
from briefs.compose.jinja.failures import Refusal
from briefs.compose.jinja.line_marks import CLOSE, OPEN
from briefs.compose.letters.letter_content import LetterContent, read_letter_content
from briefs.compose.letters.letter_names import CONTACT, COPY, EDITION, LETTER, RECIPIENT, VALUES
from briefs.compose.template.calls import TemplateCalls
from briefs.compose.template.markdown_rendering import render_markdown
from briefs.model.contact import Contact
from briefs.model.diagnostics import Checked, Fault
from briefs.model.document import Document
from briefs.model.doubts import STAND_IN
from briefs.model.edition import FrontMatter, House, Template
from briefs.model.inline import Inline, Link, Text
from briefs.model.letter_template import LetterTemplate
from briefs.model.phrases import phrases_for
from briefs.model.versions import Edition

_STATEMENTS = re.compile(r"\{%.*?%\}")
SLOT = re.compile(f"{OPEN}([a-z]+[.][a-z_]+){CLOSE}")
"""A slot in the text of a letter: `recipient.name` between two private-use characters."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What a letter can say about its edition and the house: inline elements by the name of the value.

    A value that there is not is missing.
    """

    values: Mapping[str, tuple[Inline, ...]]


def facts_of(document: Document, house: House, letter: LetterTemplate) -> LetterFacts:
    """What a letter can say about the edition that `document` is of, how to reach its issuer, and by when."""
    furniture, properties = document.furniture, document.properties
    plain = {
        f"{EDITION}.title": document.title,
        f"{EDITION}.short_title": furniture.running_header[0],
        f"{EDITION}.series": furniture.series,
        f"{EDITION}.reference": furniture.reference,
        f"{EDITION}.date": furniture.date,
        f"{EDITION}.version": properties.version,
        f"{EDITION}.audience": document.audience,
        f"{EDITION}.issuer": furniture.issuer,
    }
    return LetterFacts({**{name: (Text(text),) for name, text in plain.items() if text}, **house_facts(house, letter)})


def house_facts(house: House, letter: LetterTemplate) -> dict[str, tuple[Inline, ...]]:
    """What is known before there is an edition: how to reach the issuer, and by when."""
    facts = contact_facts(house.contact)
    if letter.front.reply_by is not None:
        day = phrases_for(house.language).printed_date(letter.front.reply_by)
        facts[f"{LETTER}.reply_by"] = (Text(day.replace(" ", "\u00a0")),)
    return facts


def contact_facts(contact: Contact | None) -> dict[str, tuple[Inline, ...]]:
    """What a letter can say about how to reach the issuer; addresses are links."""
    if contact is None:
        return {}
    texts = {"name": contact.name, "address": contact.address}
    links = {
        "telephone": (contact.telephone_link, contact.telephone),
        "email": (contact.email_link, contact.email),
        "web": (contact.web_link, contact.web),
    }
    return {
        **{f"{CONTACT}.{field}": (Text(text),) for field, text in texts.items() if text},
        **{f"{CONTACT}.{field}": (Link(target, text),) for field, (target, text) in links.items() if text},
    }


SAMPLE = LetterFacts({f"{EDITION}.{field}": (Text("…"),) for field in VALUES[EDITION]})
"""Stands for the facts about an edition, of which none is known yet."""


_UNUSED = {
    **dict.fromkeys(("reader", "series", "title", "code", "short_title", "subject"), STAND_IN),
    "pages": 1,
}
"""What stands for the fields of briefs' front matter that letters do not have."""


def run_letter(
    letter: LetterTemplate, composer: Composer, edition: Edition, facts: LetterFacts, filled: Collection[str]
) -> Checked[LetterContent]:
    """What a letter says to a recipient of whom the values named in `filled` are known, with slots for these.

    Raises DocumentError if it cannot be run.
    """
    calls = _LetterCalls(letter, composer, edition, facts, filled)
    markdown = render_markdown(calls)
    return read_letter_content(markdown.text, calls.tokens, markdown.places)


def with_line_ends(body: str) -> str:
    """`body` with a sign where Jinja would join a line that ends with a statement to the next one.

    It does so for lines that are only a statement. In a letter, such as in `{% if copy %}, copy 3{% endif %}`,
    statements often end lines of text too, and the empty line after them divides two paragraphs.
    """
    return "\n".join(_with_line_end(line) for line in body.split("\n"))


def _with_line_end(line: str) -> str:
    is_text = line.endswith("%}") and not line.endswith(("-%}", "+%}")) and _STATEMENTS.sub("", line).strip()
    return f"{line[:-2]}+%}}" if is_text else line


def as_template(letter: LetterTemplate) -> Template:
    """The letter as the template of a brief, of which only the body and the audience count."""
    front = FrontMatter.model_validate({**_UNUSED, "audience": letter.audience})
    return Template(letter.path, front, with_line_ends(letter.body), letter.first_line)


class _Unset(str):
    """A token for nothing: a value that is not known of a recipient. `{% if %}` takes it for false."""

    def __bool__(self) -> bool:
        return False


class _NoCopy:
    """Stands for the copy where copies are not personal: false, and without fields."""

    def __bool__(self) -> bool:
        return False

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        message = f"{COPY}.{name} is printed, but copies need not be personal"
        hint = f"write {{% if {COPY} %}} before the words about the copy, and {{% endif %}} after them"
        raise Refusal(Fault("template-syntax", message, hint))


class _LetterCalls(TemplateCalls):
    """The functions and values of one run of a letter."""

    def __init__(
        self,
        letter: LetterTemplate,
        composer: Composer,
        edition: Edition,
        facts: LetterFacts,
        filled: Collection[str],
    ) -> None:
        super().__init__(as_template(letter), edition, composer.library, composer.compiled)
        self._facts, self._filled = facts, filled

    def names_in(self, tree: nodes.Template) -> dict[str, object]:
        """Everything that the letter can use by name."""
        has_copy = any(name.startswith(f"{COPY}.") for name in self._filled)
        return {
            **self.names(),
            RECIPIENT: SimpleNamespace(**{field: self._slot(RECIPIENT, field) for field in VALUES[RECIPIENT]}),
            COPY: SimpleNamespace(**{field: self._slot(COPY, field) for field in VALUES[COPY]})
            if has_copy
            else _NoCopy(),
            EDITION: SimpleNamespace(**{field: self._fact(EDITION, field) for field in VALUES[EDITION]}),
            LETTER: SimpleNamespace(**{field: self._fact(LETTER, field) for field in VALUES[LETTER]}),
            CONTACT: SimpleNamespace(**{field: self._fact(CONTACT, field) for field in VALUES[CONTACT]}),
        }

    def _slot(self, name: str, field: str) -> str:
        """The token for a value of a recipient, or for nothing if it is not known."""
        slot = f"{name}.{field}"
        if slot not in self._filled:
            return _Unset(self.tokens.add_span((), ()))
        return self.tokens.add_span((Text(f"{OPEN}{slot}{CLOSE}"),), ())

    def _fact(self, name: str, field: str) -> str | None:
        """The token for a value that is the same for all recipients; None if there is none."""
        found = self._facts.values.get(f"{name}.{field}")
        return None if found is None else self.tokens.add_span(found, ())

"""The words that the program prints itself, by language; all others come from the report and its editors.

`{…}` stands for what is filled in. To add a language, add a `Phrases` to `LANGUAGES`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_PLACE_WORD = re.compile(
    r"(?<!\S)(?:(?:item|list|para|picture|quotation|row|table)(?= [\d.]+)|(?:fn|en)(?= \S+(?:,|\Z))"
    r"|table(?= head\Z)|head\Z|p\.(?= \S+\Z))"
)
"""What labels say of places in a report, whatever its language."""
_CLOSED = re.compile(r"[.?!…。؟।][\"'”’»›)\]]*\s*\Z")
"""The end of a sentence that needs no stop, behind it what may close a quotation or a bracket."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. No-break spaces hold together what must not be separated at the end of a line."""

    # furniture
    months: tuple[str, ...]
    date: str
    version: str
    distribution: str
    page_of: str
    for_whom: str
    copy_of: str
    summarizes: str
    not_covered: str
    # headings and lines of the end matter
    sources: str
    key: str
    key_point: str
    key_paragraph: str
    key_note: str
    key_note_of_page: str
    key_endnote: str
    key_numbered: str
    key_picture: str
    key_quotation: str
    note: str
    inferred: str
    contact: str
    telephone: str
    notes: str
    # what a draft has for those who clear it
    clearing_notes: str
    clearance: str
    clearance_caption: str
    clearance_columns: tuple[str, str, str, str]
    to_be_completed: str
    paragraph: str
    paragraphs: str
    last_and: str
    printed: str
    left_out: str
    shortened: str
    date_passed: str
    says_more: str
    # places of the report in source tags, by the words of their labels: one, several
    places: Mapping[str, tuple[str, str]]
    # read aloud, not shown
    back_to_text: str
    source_passage: str
    source_passages: str
    figure: str
    sentence: str
    event: str
    pillar: str
    bar_chart: str
    bar: str
    of_whom: str
    in_all: str
    signature: str
    # properties of files
    record: str
    provenance: str
    document_properties: Mapping[str, str]
    statuses: Mapping[str, str]

    def printed_date(self, date: datetime.date) -> str:
        """A date as house style writes it: 12 March 2026."""
        return self.date.format(day=date.day, month=self.months[date.month - 1], year=date.year)

    def closed(self, text: str) -> str:
        """`text` as a sentence: with a stop at its end, unless it has one, if only within quotation marks."""
        return text if not text or _CLOSED.search(text) else self.sentence.format(text=text)

    def printed_label(self, label: str) -> str:
        """The label of one place in the report ("VI Next steps item 3") in this language's words for places."""
        return _PLACE_WORD.sub(lambda word: self.places[word[0]][0], label)


ENGLISH = Phrases(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    date="{day} {month} {year}",
    version="Version\u00a0{version}",
    distribution="Distribution: {distribution}",
    page_of="Page {page} of {pages}",
    for_whom="For: {recipient}",
    copy_of="Copy\u00a0{number}\u00a0of\u00a0{total}",
    summarizes="Summarizes *{title}*.",
    not_covered="Later developments are not covered.",
    sources="Sources by paragraph",
    key="Key: {examples}.",
    key_point="{label}: {heading}, point {number}",
    key_paragraph="{label}: {heading}, paragraph {number}",
    key_note="{label}: footnote {number}",
    key_note_of_page="{label}: footnote {number} on page {page}",
    key_endnote="{label}: endnote {number}",
    key_numbered="{label}: paragraph {number} of the report",
    key_picture="{label}: picture {number} of the report",
    key_quotation="{label}: quotation {number} of those set apart in the report",
    note="Note\u00a0{number}",
    inferred="Dates in square brackets are inferred.",
    contact="Contact: {contact}",
    telephone="tel.\u00a0{number}",
    notes="Notes",
    clearing_notes="Notes for the clearing officer",
    clearance="Clearance",
    clearance_caption="Offices that clear this draft",
    clearance_columns=("Office", "Name", "Cleared / cleared with comments / not cleared", "Date"),
    to_be_completed=" [to be completed]",
    paragraph="Para\u00a0{number}",
    paragraphs="Paras\u00a0{numbers}",
    last_and=" and\u00a0",
    printed="Printed: {text}.",
    left_out="Left out to keep to the page budget, by section:",
    shortened="Printed in short form to keep to the page budget, by section:",
    date_passed="{date} is before the date of this edition, but spoken of as to come (“{words}”).",
    says_more="beyond the passage, {text}",
    places=MappingProxyType(
        {
            "en": ("en", "en"),
            "fn": ("fn", "fn"),
            "head": ("head", "heads"),
            "item": ("item", "items"),
            "list": ("list", "lists"),
            "p.": ("p.", "pp."),
            "para": ("para", "paras"),
            "picture": ("picture", "pictures"),
            "quotation": ("quotation", "quotations"),
            "row": ("row", "rows"),
            "table": ("table", "tables"),
        }
    ),
    back_to_text="Back to the text at note {number}",
    source_passage="Source passage: {labels}",
    source_passages="Source passages: {labels}",
    figure="Figure {number}",
    sentence="{text}.",
    event="{when}: {text}",
    pillar="{number}: {text}",
    bar_chart="Bar chart:",
    bar="{name}, {value}{portions};",
    of_whom=", of whom {text}",
    in_all="in all, {total}.",
    signature="Digital signature of {name}",
    record="What each unit was made from: addresses, positions, hashes",
    provenance="Where each wording comes from, as W3C Web Annotations",
    document_properties=MappingProxyType(
        {
            "audience": "Audience",
            "date": "Edition date",
            "product": "Product",
            "reference": "Reference",
            "status": "Status",
            "version": "Version",
        }
    ),
    statuses=MappingProxyType({"draft": "draft", "cleared": "cleared"}),
)

LANGUAGES: Mapping[str, Phrases] = MappingProxyType({"en": ENGLISH})
"""By the primary language of a BCP 47 tag (RFC 5646, 2.2.1)."""


def phrases_for(language: str) -> Phrases:
    """The words of the language with this BCP 47 tag; English if the language is not known."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)

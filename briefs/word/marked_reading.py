"""A Word file that comes back, read with all its tracked changes, comments and answers: see `MarkedFile`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from briefs.model.foreign_names import in_one_line
from briefs.model.marked_file import MarkedFile
from briefs.model.phrases import LANGUAGES
from briefs.word.comments import read_threads, with_quotes
from briefs.word.elements import Element, qn, value_of
from briefs.word.marked_text import Reading, StoryReader
from briefs.word.opened_package import OpenedPackage, open_received
from briefs.word.paragraph_draft import NO_MARKS, Marks
from briefs.word.properties import core_values, custom_values_of, saved_by
from briefs.word.revisions import RevisionList
from briefs.word.sent_record import sent_of_record

_NOTES = ("footnote", "endnote")
_GOOGLE = "goog_"
"""How tags of controls begin that Google Docs writes."""


def read_marked_file(name: str, content: bytes) -> MarkedFile:
    """The Word file with this `name` and `content`, with nothing accepted and nothing rejected.

    Raises BriefsError if it is no Word document, or is damaged or unsafe (see `open_received`).
    """
    package = open_received(name, content)
    main = package.root(package.main)
    notes = {kind: [package.root(one) for one in package.related(package.main, f"{kind}s")] for kind in _NOTES}
    running = [one for kind in ("header", "footer") for one in package.related(package.main, kind)]
    comments, extended = _part(package, "comments"), _part(package, "commentsExtended")
    stories = [main, *notes["footnote"], *notes["endnote"], *map(package.root, running)]

    application = _related_root(package, "", "extended-properties")
    is_google = application is None or any(value_of(tag).startswith(_GOOGLE) for tag in main.iter(qn("w:tag")))
    threads, thread_of = read_threads(comments, extended, stories, is_google)
    reading = Reading(_revisions(package), thread_of)
    _reader(reading, main).read(_body(main), "body")
    _read_notes(reading, notes)
    for root in map(package.root, running):
        _reader(reading, root).read(root, "running")

    paragraphs = tuple(draft.finished(index) for index, draft in enumerate(reading.drafts))
    understood = {one for paragraph in paragraphs for span in paragraph.spans for one in span.revisions}
    understood |= {one for paragraph in paragraphs for one in paragraph.revisions}
    revisions = tuple(reading.revisions.revisions)
    record = edition_record_in(package)
    return MarkedFile(
        name,
        hashlib.sha256(content).hexdigest(),
        {} if record is None else {str(key): str(value) for key, value in record.items()},
        () if record is None else sent_of_record(record),
        _identifier(package, record),
        paragraphs,
        with_quotes(threads, paragraphs),
        revisions,
        tuple(i for i, one in enumerate(revisions) if i not in understood and not one.is_format),
        "" if application is None else saved_by(application),
    )


def edition_record_in(package: OpenedPackage) -> Element | None:
    """The record of the edition in a package, from whichever custom XML part; None if there is none."""
    for part in package.related(package.main, "customXml"):
        root = package.root(part)
        if root.tag == qn("edition:edition"):
            return root
    return None


def _reader(reading: Reading, root: Element) -> StoryReader:
    return StoryReader(reading, frozenset(value_of(end, "id") for end in root.iter(qn("w:commentRangeEnd"))))


def _body(main: Element) -> Element:
    body = main.find(qn("w:body"))
    return main if body is None else body


def _part(package: OpenedPackage, kind: str) -> Element | None:
    return _related_root(package, package.main, kind)


def _related_root(package: OpenedPackage, source: str, kind: str) -> Element | None:
    """The root of the first part to which `source` has such a relationship; None if there is none."""
    return next((package.root(part) for part in package.related(source, kind)), None)


def _revisions(package: OpenedPackage) -> RevisionList:
    """The tracked changes in all parts of the document, in reading order of the parts."""
    found = RevisionList()
    kinds = ("footnotes", "endnotes", "header", "footer", "comments", "styles", "numbering", "glossaryDocument")
    for part in (package.main, *(part for kind in kinds for part in package.related(package.main, kind))):
        found.add(part, package.root(part))
    return found


def _read_notes(reading: Reading, notes: dict[str, list[Element]]) -> None:
    """Read the notes in the order of their calls, and then those that nothing calls."""
    for kind, roots in notes.items():
        called = {id: number for number, id in enumerate((id for of, id in reading.calls if of == kind), 1)}
        for root in roots:
            reader = _reader(reading, root)
            found = {value_of(note, "id"): note for note in root.iter(qn(f"w:{kind}")) if not value_of(note, "type")}
            for id in sorted(found, key=lambda id: called.get(id, len(called) + 1)):
                number = str(called.get(id, ""))
                printed = number if kind == "footnote" or not number else f"e{number}"
                reader.read(found[id], "notes", printed, _marks_of_calls(reading.calls.get((kind, id), [])))


def _marks_of_calls(calls: list[Marks]) -> Marks:
    """The marks on a note: it comes and goes with its calls if all of them do."""
    if not calls:
        return NO_MARKS
    inserted = next((call.inserted for call in calls), None) if all(call.inserted for call in calls) else None
    deleted = next((call.deleted for call in calls), None) if all(call.deleted for call in calls) else None
    return Marks(inserted, deleted, False, tuple(index for call in calls for index in call.revisions))


def _identifier(package: OpenedPackage, record: Element | None) -> str:
    """The identifier of the edition: as the record says it, or else the properties; empty if none do.

    It is in one line, whatever the file says, since messages and records name the edition so.
    """
    core = _related_root(package, "", "core-properties")
    custom = _related_root(package, "", "custom-properties")
    said = ("" if record is None else record.get("identifier", ""), (core_values(core) if core is not None else {}))
    return in_one_line(said[0] or said[1].get("identifier", "") or next(_custom_identifiers(custom), ""))


def _custom_identifiers(custom: Element | None) -> Iterator[str]:
    """The identifier that custom properties make, in each language that they may be named in."""
    values = {} if custom is None else custom_values_of(custom)
    for phrases in LANGUAGES.values():
        names = phrases.document_properties
        reference, version, printed = (values.get(names[one], "") for one in ("reference", "version", "status"))
        status = next((status for status, words in phrases.statuses.items() if words == printed.lower()), "")
        if reference and version and status:
            yield re.sub(r"\s+", " ", f"{reference} {version} {status}")

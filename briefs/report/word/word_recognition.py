"""Recognising a report in Word: its file in, pieces out. Only the markup is read; nothing is laid out or run.

The order: the package is opened, tracked changes are accepted, the stories are read (`story_reading`), notes numbered,
headings found, and pieces made (`word_pieces`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefs.model.diagnostics import BriefsError, Checked, DocumentError, Fault, Place
from briefs.model.report import MatterRole
from briefs.model.typesetting import plain
from briefs.report.recognized import Recognized
from briefs.report.sole_title import with_sole_title
from briefs.report.word.paragraph_text import text_of
from briefs.report.word.story_reading import StoryReader
from briefs.report.word.typed_contents import mark_contents
from briefs.report.word.word_blocks import Block, NoteKind, WordParagraph, paragraphs_of
from briefs.report.word.word_charts import ChartWords
from briefs.report.word.word_headings import find_headings
from briefs.report.word.word_left_aside import change_faults, has_changes, left_aside_faults
from briefs.report.word.word_notes import NoteBodies, note_elements, note_formats, number_notes, uncalled_notes
from briefs.report.word.word_pages import PageCounter, sections_of
from briefs.report.word.word_pieces import PieceBuilder
from briefs.report.word.word_styles import WordStyles
from briefs.report.word.word_tables import flattened, is_box
from briefs.word.elements import Element
from briefs.word.list_counting import ListCounter
from briefs.word.list_levels import read_lists
from briefs.word.opened_package import OpenedPackage, open_report
from briefs.word.package_safety import COMPOUND_FILE
from briefs.word.properties import core_values
from briefs.word.resolving import accepted

_MOST_WORDS_AROUND_A_NUMBER = 3
_FEWEST_WITH_TITLE = 3
"""With fewer headings, the first may be that of the only chapter."""
_ANY_NUMBER = "#"
_KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")


def recognize_word(content: bytes, path: str) -> Checked[Recognized]:
    """The report in the bytes of a Word file; `path` is its name in diagnostics.

    Codes, all warnings: `report-has-changes`, `report-left-aside`. Raises DocumentError: `report-encrypted` for
    what is protected by a password, `report-damaged` for what is no Word file, damaged, too large or unsafe,
    `report-empty` if there is no text.
    """
    place = Place(path)
    try:
        file = _File.of(open_report(path.rpartition("/")[2], content))
        stories = _read(file)
        uncalled = 0 if file.marked else uncalled_notes(stories.body, stories.notes)  # a deleted call has its note too
        faults = [*change_faults(file.marked), *left_aside_faults(file.package, file.main, stories.hidden, uncalled)]
    except BriefsError as error:
        code = "report-encrypted" if content.startswith(COMPOUND_FILE) else "report-damaged"
        raise DocumentError([Fault(code, error.message, error.hint).at(place)]) from error
    builder = PieceBuilder(number_notes(stories.body, stories.notes, note_formats(file.settings, file.main)))
    top = list(flattened(stories.body))
    mark_contents([block for block in top if isinstance(block, WordParagraph)])
    find_headings([block for block in top if isinstance(block, WordParagraph)])
    outside = [block for block in stories.body if isinstance(block, WordParagraph) or not is_box(block)]
    builder.body = plain(" ".join(text_of(one, {}, is_plain=True) for one in paragraphs_of(outside))).casefold()
    builder.add(stories.body)
    for text, role in stories.running:
        builder.add_running(text, role)
    if not builder.lines:
        hint = "put the report, as received, in its place; a scanned report needs its text (OCR) first"
        raise DocumentError([Fault("report-empty", "the report has no text", hint).at(place)])
    return Checked(_recognized(builder, stories, file), tuple(fault.at(place) for fault in faults))


@dataclass(slots=True)
class _File:
    """The parts of a file that are read, with changes accepted; `marked` are those that had some, as they were, and
    `core` are its core properties."""

    package: OpenedPackage
    main: Element
    settings: Element | None
    styles: Element | None
    numbering: Element | None
    marked: list[Element]
    core: Mapping[str, str]

    @classmethod
    def of(cls, package: OpenedPackage) -> _File:
        """The parts of a package."""
        main = package.root(package.main)
        parts = [main, *(package.root(part) for kind in _KINDS for part in package.related(package.main, f"{kind}s"))]
        settings, styles, numbering = (_related(package, kind) for kind in ("settings", "styles", "numbering"))
        marked = [root for root in parts if has_changes([root])]
        core = _related(package, "core-properties", "")
        values = {} if core is None else core_values(core)
        return cls(package, resolved(main), settings, styles, numbering, marked, values)

    def related(self, kind: str) -> Iterator[Element]:
        """The roots of the parts to which the main one has relationships of a kind, with changes accepted."""
        return (resolved(self.package.root(part)) for part in self.package.related(self.package.main, kind))


@dataclass(slots=True)
class _Stories:
    """What was read: the body, the notes, what pages repeat, the pages, and words that nobody sees."""

    body: list[Block]
    notes: NoteBodies
    pages: PageCounter
    running: list[tuple[str, MatterRole]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def resolved(root: Element) -> Element:
    """A part with its tracked changes accepted."""
    return accepted(root) if has_changes([root]) else root


def _related(package: OpenedPackage, kind: str, source: str | None = None) -> Element | None:
    found = package.related(package.main if source is None else source, kind)
    return package.root(found[0]) if found else None


def _read(file: _File) -> _Stories:
    styles = WordStyles(file.styles)
    lists = read_lists(file.numbering, file.styles)
    language = styles.plain.latin
    pages = PageCounter(sections_of(file.main))
    charts = ChartWords(file.package, file.package.main)
    reader = StoryReader(styles, ListCounter(lists, language), pages, charts=charts)
    stories = _Stories(reader.read(file.main), {}, pages, hidden=reader.hidden)
    notes: dict[tuple[NoteKind, str], list[Block]] = {}
    for kind in _KINDS:
        of_notes = StoryReader(styles, ListCounter(lists, language), None, reader.hidden)
        for root in file.related(f"{kind}s"):
            for id, element in note_elements(root, kind).items():
                notes[kind, id] = of_notes.read(element)
    stories.notes = notes
    found: dict[str, MatterRole] = {}
    for kind_of_part in ("header", "footer"):
        for root in file.related(kind_of_part):
            running = StoryReader(styles, ListCounter(lists, language))
            for paragraph in paragraphs_of(running.read(root), with_boxes=True):
                role = _role_of_running(paragraph)
                _hide_counted(paragraph)
                text = text_of(paragraph, {}, is_plain=True)
                if text:
                    found.setdefault(text, role)
    stories.running = list(found.items())
    return stories


def _role_of_running(paragraph: WordParagraph) -> MatterRole:
    """Whether a line that pages repeat is the number of the page, perhaps with a word such as "page", or a running
    head."""
    if not any(run.is_counted for run in paragraph.runs):
        return "running head"
    others = "".join(run.text for run in paragraph.runs if not run.is_counted)
    is_number = len(others.split()) <= _MOST_WORDS_AROUND_A_NUMBER and not any(map(str.isdigit, others))
    return "page number" if is_number else "running head"


def _hide_counted(paragraph: WordParagraph) -> None:
    """Put a sign in place of the numbers of pages: the file has that of the page on which its author last stood."""
    for run in paragraph.runs:
        if run.is_counted and run.text.strip():
            run.text = _ANY_NUMBER


def _recognized(builder: PieceBuilder, stories: _Stories, file: _File) -> Recognized:
    main, languages = _languages(builder.line_languages)
    pieces, _ = with_sole_title(builder.pieces, _FEWEST_WITH_TITLE)
    return Recognized(
        tuple(pieces),
        "\n".join(builder.lines),
        pages=builder.pages(stories.pages.labels) if stories.pages.is_noted else (),
        language=main,
        languages=languages,
        title=" ".join(file.core.get("title", "").split()),
        author=" ".join(file.core.get("creator", "").split()),
        date=(file.core.get("modified") or file.core.get("created") or "")[:10],
    )


def _languages(lines: Sequence[Counter[str]]) -> tuple[str, dict[int, str]]:
    """The language of most of the text, and those of lines that are in others. Countries do not count: nobody means
    British and American words to be two languages."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(line)
    if not total:
        return "", {}
    main = _most(total)
    found = {}
    for number, line in enumerate(lines, 1):
        if line and _bare(one := _most(line)) != _bare(main):
            found[number] = one
    return main, found


def _most(counted: Counter[str]) -> str:
    """The tag that is most frequent in the language that is most frequent."""
    by_language: Counter[str] = Counter()
    for tag, count in counted.items():
        by_language[_bare(tag)] += count
    language = by_language.most_common(1)[0][0]
    return max((tag for tag in counted if _bare(tag) == language), key=lambda tag: counted[tag])


def _bare(tag: str) -> str:
    return tag.partition("-")[0].lower()

"""Nothing leaves the house that is not part of a brief: every text in a finished file is looked through for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefs.check.agreement import NAMES
from briefs.check.document_reading import reading_of
from briefs.check.people import names_shown
from briefs.check.subjects import FilesToCheck
from briefs.check.withheld_texts import RUN, Permitted, Withheld, runs_in, withheld_texts
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.finished_file import FinishedFile, Said
from briefs.text.squeezed import folded_words

_FEWEST = 3
"""Fewer words than this are looked for only as the whole of a text: in a sentence, anybody may use them."""
_TAG = re.compile(r"‹([^›]{1,80})›")
_SHOWN = 60
_HINT = "take it out of what the brief is made from; if nothing there prints it, this is a mistake of the program"
_OF_REFERENCE = re.compile(r"docProps/|word/(comments|glossary|footnotes|endnotes)|customXml/")
"""The parts of a reference document whose texts are its own; others are names of styles and measures."""


def check_leaks(files: FilesToCheck) -> Iterator[Diagnostic]:
    """An error for each text that finished files must not have, once for all files that have it."""
    found: dict[tuple[str, Place], list[_Leak]] = {}
    for leak in _leaks(files):
        found.setdefault((leak.what, leak.place), []).append(leak)
    for (what, place), leaks in found.items():
        where = {leak.file.format: leak.where for leak in reversed(leaks)}
        named = ", ".join(f"the {NAMES[format]} ({where[format]})" for format in NAMES if format in where)
        has = "have" if len(where) > 1 else "has"
        message = f'of {files.document.key.described}, {named} {has} {what}: "{_shortened(leaks[0].text)}"'
        yield Fault("text-leaked", message, _HINT).at(place)


class _Leak(NamedTuple):
    """A text that `file` must not have: `what` it is, `where` it was found, and where it was written."""

    file: FinishedFile
    where: str
    what: str
    text: str
    place: Place


def _leaks(files: FilesToCheck) -> Iterator[_Leak]:
    withheld = _by_run(withheld_texts(files))
    search = _Search(withheld)
    permitted: Permitted | None = None
    for file in files.files:
        for said, run in ((text, run) for text in file.texts() for run in search.runs_of(text.text)):
            permitted = permitted or Permitted(files)
            if not permitted.has(run):
                one = withheld[run]
                yield _Leak(file, said.where, one.what, run, _printed_at(files, run) or one.place)
        yield from _of_source(files, file)
        if file.format == "docx" and files.reference is not None:
            yield from _of_reference(files, file, files.reference)


def _by_run(withheld: Iterator[Withheld]) -> Mapping[str, Withheld]:
    found: dict[str, Withheld] = {}
    for one in withheld:
        for run in runs_in(one.text):
            found.setdefault(run, one)
    return found


class _Search:
    """Looks in texts for runs of words that are `withheld`; files of one brief have many texts in common."""

    def __init__(self, withheld: Mapping[str, Withheld]) -> None:
        self._withheld = withheld
        self._first = {run.partition(" ")[0] for run in withheld}
        self._short: dict[str, list[tuple[int, str]]] = {}
        for number, run in enumerate(run for run in withheld if run.count(" ") + 1 < RUN):
            self._short.setdefault(run.partition(" ")[0], []).append((number, run))
        self._found: dict[str, list[str]] = {}

    def runs_of(self, text: str) -> list[str]:
        """The runs by which a text shows that it has something of what is withheld."""
        if text not in self._found:
            words = folded_words(text)
            begins = (at for at, word in enumerate(words[: 1 - RUN]) if word in self._first)
            runs = {" ".join(words[at : at + RUN]) for at in begins} & self._withheld.keys()
            self._found[text] = [*sorted(runs), *self._short_runs(words)]
        return self._found[text]

    def _short_runs(self, words: tuple[str, ...]) -> Iterator[str]:
        near = sorted(one for word in self._short.keys() & set(words) for one in self._short[word])
        text = f" {' '.join(words)} " if near else ""
        for _, run in near:
            if f" {run} " in text and (run.count(" ") + 1 >= _FEWEST or text == f" {run} "):
                yield run


def _printed_at(files: FilesToCheck, run: str) -> Place | None:
    """The line of the template that prints these words, if the brief itself has them."""
    for piece in reading_of(files.document).pieces:
        if f" {run} " in f" {' '.join(folded_words(piece.text))} ":
            return files.template.place(piece.line)
    return None


def _of_source(files: FilesToCheck, file: FinishedFile) -> Iterator[_Leak]:
    """Names of participants, tags in a cleared edition, comments in the source of a file, folders of this machine."""
    place = files.template.place_of("audience")
    own = {
        folded_words(text) for text in _TAG.findall("".join(piece.text for piece in reading_of(files.document).pieces))
    }
    for said in (Said("its name", file.name), *file.other):  # the text of the brief is looked through as such
        for name in names_shown(said.text, files.rules):
            yield _Leak(file, said.where, "the name of a participant", name, place)
    is_cleared = files.document.properties.status == "cleared"
    for said in file.texts():
        tags = _TAG.findall(said.text) if is_cleared and "‹" in said.text else ()
        if any(folded_words(tag) not in own for tag in tags):
            yield _Leak(file, said.where, "a source tag, which only drafts have", said.text, place)
        if said.where.startswith("a comment") or (said.where == "the style sheet" and "/*" in said.text):
            comment = said.text.partition("/*")[2] or said.text
            yield _Leak(file, said.where, "a comment", comment, place)
        for name in files.machine:
            if name in said.text and re.search(rf"(?<![\w/.]){re.escape(name)}(?![\w-])", said.text):
                yield _Leak(file, said.where, "a folder of this computer", name, place)


def _of_reference(files: FilesToCheck, file: FinishedFile, reference: FinishedFile) -> Iterator[_Leak]:
    """Words and properties of the reference document, of which only the look is wanted."""
    own = [said for said in reference.other if _OF_REFERENCE.match(said.where)]
    own += (*reference.body, *reference.notes, *(() if files.house.letterhead else reference.running))
    said_by = {
        " ".join(folded_words(said.text)): said for said in file.texts() if not said.where.startswith("an attribute")
    }
    brief = _words_of_brief(files)
    for said in own:
        words = " ".join(folded_words(said.text))
        if len(words) < _SHORTEST or f" {words} " in brief or said.text in _COMMON:
            continue
        found = said_by.get(words)
        if found is None and words.count(" ") >= _FEWEST - 1:
            found = next((one for text, one in said_by.items() if f" {words} " in f" {text} "), None)
        if found is not None:
            what = "words of the reference document for Word"
            yield _Leak(file, found.where, what, said.text, files.template.place_of("reference"))


_SHORTEST = 4
"""The fewest letters of what can be told from a code, such as that of a language."""
_COMMON = frozenset({"briefs", "Normal.dotm", "Microsoft Office Word"})
"""What programs write into every file."""


def _words_of_brief(files: FilesToCheck) -> str:
    properties, furniture = files.document.properties, files.document.furniture
    texts = [piece.text for piece in reading_of(files.document).pieces]
    texts += (properties.title, properties.subject, properties.author, *properties.keywords, properties.identifier)
    texts += (*furniture.running_header, furniture.footer, properties.date, properties.language, properties.version)
    return "".join(f" {' '.join(folded_words(text))} \n" for text in texts)


def _shortened(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"

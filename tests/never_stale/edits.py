"""Edits of every kind of input, by chance: most leave a project that can be built."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import TypeAlias

import docx

from briefs.render.reference.starter_document import new_reference
from tests.never_stale.input_state import PROGRAM, SITE, InputState

Edit: TypeAlias = Callable[[Random, InputState], tuple[str, InputState]]
"""From a state to what is changed, in words, and the state that comes of it."""

_LETTERS, _DIGITS = b"abcdefghijklmnopqrstuvwxyz", b"0123456789"


def _matching(state: InputState, pattern: str) -> list[str]:
    return sorted(path for path in state.files if re.fullmatch(pattern, path))


def one_byte(what: str, pattern: str) -> Edit:
    """An edit of one byte of a file whose path has the form `pattern`: letters become letters, digits digits."""

    def edit(random: Random, state: InputState) -> tuple[str, InputState]:
        if not (paths := _matching(state, pattern)):
            return f"{what}: nothing to change", state
        path = random.choice(paths)
        content = state.files[path]
        at = random.randrange(len(content))
        old = content[at]
        others = next((kind for kind in (_LETTERS, _DIGITS) if old in kind), b"aZ0 \n:#\xff")
        new = bytes([random.choice(others)])
        return f"{what}: byte {at} of {path} is {new!r}", state.with_file(path, content[:at] + new + content[at + 1 :])

    return edit


def swapped(what: str, pattern: str, *words: str) -> Edit:
    """An edit that puts one of `words`, regular expressions in turn with what may stand there, in place of another:
    pairs of what is looked for and what comes there, in which `{}` is a number by chance."""
    pairs = list(zip(words[::2], words[1::2], strict=True))

    def edit(random: Random, state: InputState) -> tuple[str, InputState]:
        found = [
            (path, looked, put)
            for path in _matching(state, pattern)
            for looked, put in pairs
            if re.search(looked.encode(), state.files[path], re.MULTILINE)
        ]
        if not found:
            return f"{what}: nothing to change", state
        path, looked, put = random.choice(found)
        said = put.replace("{}", str(random.randrange(1, 10)))
        places = list(re.finditer(looked.encode(), state.files[path], re.MULTILINE))
        place = random.choice(places)
        content = state.files[path]
        changed = content[: place.start()] + place.expand(said.encode()) + content[place.end() :]
        return f"{what}: {place[0]!r} in {path} is {said!r}", state.with_file(path, changed)

    return edit


def added(what: str, path: str, *contents: bytes) -> Edit:
    """An edit that adds a file, or takes it away again."""

    def edit(random: Random, state: InputState) -> tuple[str, InputState]:
        content = None if path in state.files and random.random() < 0.6 else random.choice(contents)
        return f"{what}: {path} {'goes' if content is None else 'comes'}", state.with_file(path, content)

    return edit


def exchanged(what: str, pattern: str) -> Edit:
    """An edit after which two files have the content of each other."""

    def edit(random: Random, state: InputState) -> tuple[str, InputState]:
        one, two = random.sample(_matching(state, pattern), 2)
        both = state.with_file(one, state.files[two]).with_file(two, state.files[one])
        return f"{what}: {one} and {two} change places", both

    return edit


@cache
def reference(font: str) -> bytes:
    """A reference document that sets titles in `font`."""
    opened = docx.Document(io.BytesIO(new_reference()))
    opened.styles["Title"].font.name = font
    opened.save(written := io.BytesIO())
    return written.getvalue()


def another_reference(random: Random, state: InputState) -> tuple[str, InputState]:
    """Another reference document, at one of the two places where it is looked for, or none there."""
    path = random.choice(("project/templates/layout/letterhead.docx", "project/letterhead.docx"))
    font = random.choice(("Carlito", "Gotham", ""))
    said = f"the reference document: {path} has {font or 'gone'}"
    return said, state.with_file(path, reference(font) if font else None)


_VARIABLES: Mapping[str, tuple[str | None, ...]] = {
    "LANG": ("C.UTF-8", "de_DE.UTF-8", "C", None),
    "LC_ALL": ("C.UTF-8", "tr_TR.UTF-8", None),
    "TZ": ("Asia/Tokyo", "America/Lima", None),
    "COLUMNS": ("40", "80", "200", None),
    "NO_COLOR": ("1", None),
    "FORCE_COLOR": ("1", None),
    "TERM": ("dumb", "xterm-256color", None),
    "FONTCONFIG_FILE": ("/etc/fonts/fonts.conf", "/nowhere", None),
    "FONTCONFIG_PATH": ("/nowhere", None),
    "FC_LANG": ("ja", None),
    "PANGO_LANGUAGE": ("tr", None),
    "SOURCE_DATE_EPOCH": ("1", "1000000000", None),
    "PYTHONHASHSEED": ("1", "77", None),
    "USER": ("somebody", None),
    "BRIEFS_PATIENCE": ("2", None),
}


def variable(random: Random, state: InputState) -> tuple[str, InputState]:
    """Set or unset a variable of the environment."""
    name = random.choice(sorted(_VARIABLES))
    value = random.choice(_VARIABLES[name])
    return f"environment: {name}={value}", state.with_variable(name, value)


_OPTIONS: tuple[tuple[str, ...], ...] = (
    ("--format", "pdf"),
    ("--format", "docx"),
    ("--format", "html"),
    ("--status", "cleared"),
    ("--version", "0.7"),
    ("--version", "3.1"),
    ("--date", "2011-02-03"),
    ("--paper", "letter"),
    ("--large-print",),
    ("--product", "brief"),
    ("--strict",),
    ("--output", "elsewhere"),
    ("--prune",),
    ("--quiet",),
    ("--verbose",),
    ("--json",),
    ("--since", "0.1"),
)
"""What calls of `briefs build` may add."""
OF_CHECKS = ("--strict", "--json", "--status", "--product")
"""Those that `briefs check` has too."""
OUTPUTS = ("build", "elsewhere")


def options(random: Random, state: InputState) -> tuple[str, InputState]:
    """Another call: of the same command with other options, or of the other command."""
    command = random.choice(("build", "build", "build", "check"))
    fitting = [one for one in _OPTIONS if command == "build" or one[0] in OF_CHECKS]
    chosen = random.sample(fitting, random.choice((0, 1, 1, 2, 3)))
    if random.random() < 0.7:
        chosen.append(("--audience", random.choice(("captains", "clerks", "mayors"))))
    words = (command, *(word for one in chosen for word in one))
    return f"briefs {' '.join(words)}", state.with_words(words)


_SEED, _PARTS = "project/seeds/harbour", "project/templates"
_HOUSE = f"{_PARTS}/house\\.yaml"

IN_PROJECTS: tuple[Edit, ...] = (
    one_byte("a block", f"{_SEED}/blocks/.*\\.yaml"),
    one_byte("a template", f"{_PARTS}/[^/]*\\.md"),
    one_byte("a block template", f"{_PARTS}/blocks/.*\\.html"),
    one_byte("a style sheet", f"{_PARTS}/layout/.*\\.css"),
    one_byte("a font", f"{_PARTS}/layout/fonts/.*\\.ttf"),
    one_byte("the settings of fonts", f"{_PARTS}/layout/fonts/fonts.conf"),
    one_byte("the reference document", "project/(templates/layout/)?letterhead\\.docx"),
    one_byte("the report", f"{_SEED}/report.txt"),
    one_byte("its hints", f"{_SEED}/report.yaml"),
    one_byte("the house", _HOUSE),
    one_byte("the logo", f"{_PARTS}/layout/logo.svg"),
    exchanged("fonts", f"{_PARTS}/layout/fonts/.*\\.ttf"),
    swapped(
        "a wording", f"{_SEED}/blocks/fact.yaml", "would reduce", "would much reduce", "would much reduce", "would"
    ),
    swapped(
        "a wording", f"{_SEED}/blocks/rec.*", "ask: Publish the tides", "ask: Publish tides", "each week.$", "weekly."
    ),
    swapped("an order", f"{_PARTS}/mayors.md", r"cut=\d", "cut={}", r"\{cut=\d\}", ""),
    swapped("a budget", f"{_PARTS}/.*\\.md", r"^pages: \d", "pages: {}"),
    swapped("a title", f"{_PARTS}/.*\\.md", "^(title: .*) .*$", r"\1 change{}"),
    swapped("a heading", f"{_PARTS}/.*\\.md", "^## .*", "## Issue", "^## Issue", "## Findings"),
    swapped("a size", f"{_PARTS}/layout/.*\\.css", r"\b\d+(pt|mm|px)\b", r"{}\1"),
    swapped("a colour", f"{_PARTS}/layout/.*\\.css", r"#[0-9A-Fa-f]{6}\b", "#12345{}"),
    swapped("a block template", f"{_PARTS}/blocks/.*\\.html", "<p>", '<p class="c{}">', "<li>", "<li>{} "),
    swapped(
        "the house", _HOUSE, "East Quay", "West Quay {}", "draft: .0.1.", 'draft: "0.{}"', "2010-05-04", "2010-0{}-04"
    ),
    swapped("the logo", f"{_PARTS}/layout/logo.svg", "#[0-9A-F]{6}", "#ABCDE{}"),
    added(
        "the house of the report",
        f"{_SEED}/house.yaml",
        b"contact: Pier 1\n",
        b"reference: QQ/{code}\n",
        b"no: thing\n",
    ),
    added("blocks", f"{_SEED}/blocks/more.yaml", b"kind: fact\nblocks: []\n", b"kind: fact\n", b"\xff"),
    added("a block template", f"{_PARTS}/blocks/new.html", b"---\nprints: any\n---\n<p>new</p>\n", b"{% if %}"),
    added("a template", f"{_PARTS}/extra.md", b"---\naudience: extras\n---\n", b""),
    added("a report", "project/seeds/quay/report.yaml", b"title: The Quay\n", b""),
    added("a review", "project/reviews/old/decisions.yaml", b"proposals: []\n", b"[]"),
    added("clearances", f"{_PARTS}/clearances.yaml", b"clearances: []\n", b"{"),
    added("a hidden file", f"{_PARTS}/.hidden.md", b"---\naudience: extras\n---\n"),
    another_reference,
    variable,
    variable,
    options,
    options,
    options,
)
"""Edits of what a project and a call are made of."""

_LEXICON = f"{PROGRAM}/briefs/text/(date_words|heading_words/en)\\.yaml"
AROUND: tuple[Edit, ...] = (
    added("a library", f"{SITE}/weasyprint-99.0.dist-info/METADATA", b"Name: weasyprint\nVersion: 99.0\n"),
    added("a library", f"{SITE}/another-1.0.dist-info/METADATA", b"Name: another\nVersion: 1.0\n"),
    one_byte("a lexicon of the program", _LEXICON),
    swapped("the program", f"{PROGRAM}/briefs/__init__.py", r'__version__ = "[0-9.]+"', '__version__ = "9.{}"'),
    swapped(
        "the program", f"{PROGRAM}/briefs/model/phrases.py", "Key points", "Key points {}", "Contents", "Contents {}"
    ),
)
"""Edits of the program and its libraries: they need a new process that loads it."""

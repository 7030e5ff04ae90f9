"""What stands within a block of Markdown: its words with emphasis and calls of notes, and what is left aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.report import LeftAside
from briefs.report.attributions import is_attribution, without_dash
from briefs.report.markdown.markdown_syntax import FORMULA
from briefs.report.markdown.note_numbers import NoteNumbers
from briefs.report.markdown.note_syntax import INLINE_NOTE, NOTE_CALL
from briefs.report.running_text import RunningText, single_spaced

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ALTERNATIVE = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\A\{(?:[#.][\w-]|[\w-]{1,40}=)[^{}]{0,500}\}")
"""What Pandoc gives a link, a picture or code: `{#id .class key=value}`."""
_WITH_ATTRIBUTES = frozenset({"image", "link_close", "code_inline"})
_EMPHASIS = frozenset({"em", "i", "strong", "b"})
_BREAKS = frozenset({"br", "p", "div", "li", "td", "th", "tr"})
_TO_SUPERSCRIPT = str.maketrans("0123456789", SUPERSCRIPTS)


@dataclass(frozen=True, slots=True)
class InlineText:
    """The words of a block on one line.

    Its `pictures` are (title, alternative text). `begins_with_picture`: its first line has no words but theirs.
    `leads_within`: it is nothing but a link to another place in the file. `attribution` is its last line if that names
    somebody behind a dash. `notes` are the numbers and texts of the notes that stand in it.
    """

    text: str
    pictures: tuple[tuple[str, str], ...] = ()
    begins_with_picture: bool = False
    leads_within: bool = False
    attribution: str = ""
    notes: tuple[tuple[int, str], ...] = ()
    aside: tuple[LeftAside, ...] = ()


def inline_text(token: Token, numbers: NoteNumbers) -> InlineText:
    """The words of an inline `token`."""
    reading = _Reading(numbers, (token.map or [0])[0] + 1)
    reading.read(token.children or ())
    return reading.found()


def with_attribution(found: InlineText) -> tuple[str, str]:
    """The text without its attribution, and this without its dash."""
    return found.text.removesuffix(found.attribution).rstrip(), without_dash(found.attribution)


@dataclass(slots=True)
class _Reading:
    """The tokens of one block while they are read."""

    numbers: NoteNumbers
    line: int
    running: RunningText = field(default_factory=RunningText)
    last: RunningText = field(default_factory=RunningText)
    emphasis: int = 0
    raised: int = 0
    links: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    has_unlinked: bool = False
    breaks: int = 0
    pictures: list[tuple[str, str]] = field(default_factory=list)
    first_is_picture: bool | None = None
    words_before_break: bool = False
    notes: list[tuple[int, str]] = field(default_factory=list)
    aside: list[LeftAside] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        before = ""
        for token in tokens:
            if before in _WITH_ATTRIBUTES and token.type == "text":
                token.content = _ATTRIBUTES.sub("", token.content, count=1)
            before = token.type
            match token.type:
                case "text" | "text_special" | "code_inline" | "formula":
                    self._words(token.content)
                case "softbreak" | "hardbreak":
                    self._break()
                case "em_open" | "strong_open":
                    self.emphasis += 1
                case "em_close" | "strong_close":
                    self.emphasis -= 1
                case "link_open":
                    self.links.append(str(token.attrs.get("href", "")))
                    self.linked.append(self.links[-1])
                    self._leave_address(token)
                case "link_close":
                    self.links.pop()
                case "image":
                    self._picture(_words_of(token.children or ()), str(token.attrs.get("title", "")))
                case "html_inline":
                    self._html(token.content)
                case _ if token.type == NOTE_CALL:
                    self._call(self.numbers.of_label(token.meta["label"]))
                case _ if token.type == INLINE_NOTE:
                    self._inline_note(token.children or ())
                case _:
                    self._words(token.content)

    def found(self) -> InlineText:
        text = self.running.text()
        last = self.last.text() if self.breaks else text
        is_within = bool(self.linked) and not self.has_unlinked and all(one[:1] == "#" for one in self.linked)
        return InlineText(
            text,
            tuple(self.pictures),
            self.first_is_picture is True and not self.words_before_break,
            is_within and bool(text),
            last if is_attribution(last) and text.endswith(last) else "",
            tuple(self.notes),
            tuple(self.aside),
        )

    def _words(self, words: str) -> None:
        if words.strip():
            self.first_is_picture = self.first_is_picture or False
            self.words_before_break |= not self.breaks
            self.has_unlinked |= not self.links
        if self.raised and words.isdecimal() and words.isascii():
            words = words.translate(_TO_SUPERSCRIPT)
        for running in (self.running, self.last):
            running.add(words, self.emphasis > 0)

    def _break(self) -> None:
        self.breaks += 1
        self.running.add(" ")
        self.last = RunningText()

    def _call(self, number: int) -> None:
        self.running.call(number)
        self.last.call(number)

    def _inline_note(self, tokens: Sequence[Token]) -> None:
        inner = _Reading(self.numbers, self.line)
        inner.read(tokens)
        number = self.numbers.of_inline_note()
        self._call(number)
        self.notes += [(number, inner.running.text()), *inner.notes]
        self.aside += inner.aside

    def _picture(self, alternative: str, title: str) -> None:
        self.first_is_picture = True if self.first_is_picture is None else self.first_is_picture
        self.pictures.append((single_spaced(title), single_spaced(alternative)))

    def _leave_address(self, token: Token) -> None:
        address = self.links[-1]
        if address and not address.startswith("#") and token.info != "auto":
            self.aside.append(LeftAside("address of a link", address, self.line))

    def _html(self, tag: str) -> None:
        """A tag in HTML: what it means for the words around it."""
        if tag.startswith("<!--"):
            self.aside.append(
                LeftAside("comment", single_spaced(tag.removeprefix("<!--").removesuffix("-->")), self.line)
            )
            return
        if (found := _TAG.match(tag)) is None:
            return
        name, step = found[2].lower(), -1 if found[1] else 1
        if name in _BREAKS:
            self._break()
        elif name in _EMPHASIS:
            self.emphasis = max(0, self.emphasis + step)
        elif name == "sup":
            self.raised = max(0, self.raised + step)
        elif name == "img" and (alternative := _ALTERNATIVE.search(tag)):
            self._picture(next(filter(None, alternative.groups()), ""), "")


def _words_of(tokens: Sequence[Token]) -> str:
    """The words of an image's description."""
    return "".join(_parts(tokens))


def _parts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline", FORMULA):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type == "image":
            yield _words_of(token.children or ())

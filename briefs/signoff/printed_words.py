"""Everything that people write and briefs print, piece by piece, each with the passage that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from briefs.model.block import Conflict
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Place
from briefs.model.edition import FrontMatter, Template
from briefs.model.library import Drawn, Library
from briefs.signoff.signed_lock import digest_of

_NEVER_PRINTED = frozenset(
    {
        "id",
        "kind",
        "anchor",
        "audiences",
        "conflict",
        "with_",
        "note",
        "caveat",
        "says_more",
        "counts",
        "absent",
    }
)
"""Fields of blocks that no brief prints; those that point into the report are told by themselves."""
_FRONT = ("reader", "series", "title", "code", "short_title", "subject", "keywords")
_ID = re.compile(r"""["']([a-z][a-z0-9._-]*)["']""")
_CALL = re.compile(r"\b([a-z_]\w*)\s*\(")
_ATTRIBUTES = re.compile(r"(?<!\s)\s*\{[^{}%#]*\}\s*$", re.MULTILINE)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"<(?![^<>]*\s(?:alt|title|aria-label)=)[^<>]*>")


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """A piece of what briefs print: `of` says whose words they are, as in `Signed`; `owner` is their name in messages.

    `passage` are the words of the report that they rest on, and `source` is where those are; both may be empty. `part`
    is the id of a block or the path of a file, by which people name it.
    """

    of: str
    part: str
    owner: str
    words: str
    place: Place
    passage: str = ""
    source: str = ""

    @property
    def digest(self) -> str:
        """The hash by which it is known once it is signed."""
        return digest_of(self.words, self.passage)


def words_of_blocks(report: str, library: Library, asked: Iterable[str]) -> Iterator[PrintedWords]:
    """What the blocks that are `asked` for say, field by field, in the order of their files; then the sentence on what
    briefs of this `report` summarize, and what acronyms stand for."""
    wanted = set(asked)
    for drawn in (*library.blocks.values(), *filter(None, (library.about,))):
        if drawn.id in wanted or drawn.block.kind in ("about", "acronym"):
            yield from _words_of_block(report, drawn)


def called_by(templates: Iterable[Template]) -> frozenset[str]:
    """The names of everything that `templates` call: block templates, among others."""
    return frozenset(name for template in templates for name in _CALL.findall(template.body))


def asked_by(templates: Iterable[Template], library: Library) -> frozenset[str]:
    """The blocks that `templates` name, and those that figures among them are drawn from."""
    named = {name for template in templates for name in _ID.findall(template.body)} & library.blocks.keys()
    drawn_from = {
        part for name in named for part in getattr(library.blocks[name].block, "of", ())
    } & library.blocks.keys()
    return frozenset(name for name in named | drawn_from if not isinstance(library.blocks[name].block, Conflict))


def words_of_template(template: Template) -> Iterator[PrintedWords]:
    """What a template says itself: in its front matter, and in each part of its body between empty lines."""
    path = template.path
    for name in _FRONT:
        if words := _front_words(template.front, name):
            yield PrintedWords(path, path, f'"{name}"', f"{name}: {words}", template.place_of(name))
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), template.body).splitlines()
    for is_empty, numbered in groupby(enumerate(lines, 1), key=lambda line: not line[1].strip()):
        if not is_empty:
            part = list(numbered)
            words = _ATTRIBUTES.sub("", "\n".join(line.strip() for _, line in part))
            yield PrintedWords(path, path, f'"{_short(words)}"', words, template.body_place(part[0][0]))


def words_of_block_template(path: str, source: str, options: Mapping[str, object], line: int) -> PrintedWords:
    """What a block template says itself; marks of HTML that print nothing do not count."""
    defaults = [f"{name}: {value}" for name, value in options.items() if isinstance(value, str)]
    text = _TAG.sub(" ", _COMMENT.sub("", source))
    words = "\n".join([*defaults, *filter(None, (" ".join(one.split()) for one in text.splitlines()))])
    return PrintedWords(path, path, "what it says itself", words, Place(path, line))


def words_of_fields(of: str, fields: Mapping[str, tuple[str, Place]]) -> Iterator[PrintedWords]:
    """What the fields of a file say that every brief prints, such as the issuer."""
    for name, (words, place) in fields.items():
        if words:
            yield PrintedWords(of, place.path, f'"{name}"', f"{name}: {words}", place)


def _words_of_block(report: str, drawn: Drawn) -> Iterator[PrintedWords]:
    labels: list[str] = []
    for name in type(drawn.block).model_fields:
        value = getattr(drawn.block, name)
        match value:
            case Form(text=text):
                yield _form(report, drawn, name, text)
            case Passage(short=short):
                yield _form(report, drawn, name, "")
                if short is not None:
                    yield _form(report, drawn, f"{name}.short", short.text)
            case _ if name in _NEVER_PRINTED or value is None or value == ():
                pass
            case bool():
                labels.append(f"{name}: {'yes' if value else 'no'}")
            case tuple():
                labels.append(f"{name}: {', '.join(map(str, value))}")
            case _:
                labels.append(f"{name}: {value}")
    yield _form(report, drawn, "anchor", "; ".join(labels))


def _form(report: str, drawn: Drawn, field: str, words: str) -> PrintedWords:
    """A form with its passage. That of the block itself has the labels beside it, such as its title."""
    extracts = drawn.resting_on(field)
    passage, source = " ".join(one.text for one in extracts), "; ".join(dict.fromkeys(one.label for one in extracts))
    of = f"{report}: {drawn.id}, {'passage' if field == 'anchor' else field}"
    owner = f'"{drawn.id}"' if field == "anchor" else f'{field} of "{drawn.id}"'
    return PrintedWords(of, drawn.id, owner, words, drawn.place_of(field), passage, source)


def _front_words(front: FrontMatter, name: str) -> str:
    value = getattr(front, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _short(words: str) -> str:
    first = " ".join(words.split()).lstrip("# ")
    return first if len(first) <= 40 else f"{first[:40].rstrip()}…"

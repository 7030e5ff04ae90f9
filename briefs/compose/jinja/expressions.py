"""Mends the inside of a call or statement that cannot be read: what its author meant, and what is wrong, in words.

A template is typed in word processors and on telephones, so a call has curly quotation marks, spaces that do not break,
and brackets of other scripts; and signs are forgotten.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field

from briefs.compose.jinja.strings import QUOTES, Literal, closing_only, read_string
from briefs.compose.jinja.syntax import BETWEEN
from briefs.model.folding import described

_WORD = re.compile(r"[^\W\d]\w*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
BARE_ID = re.compile(r"[^\W\d]\w*(?:[.‐-―−-]\w+)+(?![\w(.])")
"""The id of a block without quotation marks."""
_ESCAPED = re.compile(rf"[(,=]\s*\\[{QUOTES}]")
_ENTITY = re.compile(r"&(?:#\d+|\w+);")
_SIGNS = ("==", "!=", "<=", ">=", "//", "**")
_CONSTANTS = ("true", "false", "none", "True", "False", "None")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_STRANGE = "$#&?!@^"
"""Signs that mean nothing in a template, `!=` apart."""
_SEPARATORS = ";，；、،؛"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong, in words, and where it is in the text."""

    at: int
    what: str


@dataclass(frozen=True, slots=True)
class MendedInside:
    """The inside of a call or statement as it should be, and what is wrong with it."""

    text: str
    slips: tuple[Slip, ...]


def mended_inside(text: str, calls: Collection[str], ids_only: bool) -> MendedInside:
    """`text` as it should be; `calls` are names of calls, `ids_only` says that their arguments are ids of blocks."""
    mender = _Mender(text, calls, ids_only)
    if escaped := _ESCAPED.search(text):
        mender.slips.append(Slip(escaped.start(), "backslashes before quotation marks"))
        mender.text = text.replace("\\", "")
    if entity := _ENTITY.search(text):
        mender.slips.append(Slip(entity.start(), f"{entity[0]}, which is HTML"))
        mender.text = html.unescape(text)
    mender.run()
    return MendedInside("".join(mender.out), tuple(mender.slips))


@dataclass(slots=True)
class _Mender:
    """One pass over a text. `before` is the kind and the text of the last part that is no space; `ended` is its end."""

    text: str
    calls: Collection[str]
    ids_only: bool
    out: list[str] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    before: tuple[str, str] = ("start", "")
    at: int = 0
    ended: int = 0

    def run(self) -> None:
        """Read the text to its end."""
        while self.at < len(self.text):
            self._step()
        missing = "".join(_PAIRS[one] for one in reversed(self.open))
        if missing:
            self._put_back(missing, f'"{missing}" is missing')

    def _step(self) -> None:
        sign = self.text[self.at]
        if sign in " \t\n":
            self.out.append(sign)
            self.at += 1
        elif sign in QUOTES:
            self._string(read_string(self.text, self.at, self._is_option))
        elif sign in _STRANGE and not self.text.startswith("!=", self.at):
            self._slip(f'"{sign}", which has no meaning there')
            self.at += 1
        elif (one := self._begun_without_mark()) is not None:
            self._string(one)
        elif (bare := self._bare_id()) is not None:
            self._slip(f"{bare} has no quotation marks")
            self._value("constant", f'"{bare}"', len(bare))
        elif word := _WORD.match(self.text, self.at):
            self._word(word[0])
        elif number := _NUMBER.match(self.text, self.at):
            self._value("constant", number[0], len(number[0]))
        else:
            self._sign(sign)

    @property
    def _is_option(self) -> bool:
        """Whether the value of an option comes next."""
        return self.before == ("sign", "=")

    @property
    def _is_argument(self) -> bool:
        """Whether an id or the name of an option comes next."""
        return self.before in (("sign", "("), ("sign", ",")) and self.open[-1:] == ["("]

    def _slip(self, what: str) -> None:
        self.slips.append(Slip(self.at, what))

    def _begun_without_mark(self) -> Literal | None:
        if self.ids_only and (self._is_option or self._is_argument or self._lacks_bracket):
            return closing_only(self.text, self.at, self._is_option)
        return None

    def _bare_id(self) -> str | None:
        """The id without quotation marks that comes next, if one does."""
        if self.ids_only and (self._is_argument or self._lacks_bracket or self._after_value):
            found = BARE_ID.match(self.text, self.at)
            return found[0] if found else None
        return None

    @property
    def _lacks_bracket(self) -> bool:
        """Whether the name of a call stands here without its bracket."""
        return not self.open and self.before[0] == "name" and self.before[1] in self.calls

    @property
    def _after_value(self) -> bool:
        return bool(self.open) and self.before[0] in ("constant", "name")

    def _string(self, found: Literal) -> None:
        for what in found.slips:
            self._slip(what)
        typed = self.text[self.at : found.end]
        is_right = not found.slips
        self._value("constant", typed if is_right else f'"{found.body}"', len(typed))

    def _word(self, word: str) -> None:
        if word in BETWEEN or self.before == ("between", "is"):  # the name of a test follows "is"
            kept = self.before == ("between", "is") and word == "not"
            self._put(self.before if kept else ("between", word), word, len(word))
        elif word in _CONSTANTS:
            self._value("constant", word, len(word))
        elif self.ids_only and self._is_option and not re.match(r"\s*[.(\[]", self.text[self.at + len(word) :]):
            self._slip(f"{word} has no quotation marks")
            self._value("constant", f'"{word}"', len(word))
        else:
            self._value("name", word, len(word))

    def _value(self, kind: str, shown: str, length: int) -> None:
        """Add a value, and what is missing before it."""
        before, text = self.before
        if self._lacks_bracket and kind == "constant":
            self._put_back("(", f'"(" is missing after {text}', closely=True)
            self.open.append("(")
        elif self.open and before in ("constant", "name", "closed"):
            if before == "name" and kind == "constant":
                self._put_back("=", f'"=" is missing between {text} and {shown}', closely=True)
            else:
                self._put_back(",", f"a comma is missing between {text} and {shown}")
        self._put((kind, shown), shown, length)

    def _sign(self, sign: str) -> None:
        pair = self.text[self.at : self.at + 2]
        if pair == "==" and self.ids_only and self.open == ["("] and self.before[0] == "name":
            self._slip(f'"==" in place of "=" after {self.before[1]}')
            self._put(("sign", "="), "=", 2)
            return
        if pair in _SIGNS:
            self._put(("sign", pair), pair, 2)
            return
        if self.ids_only and not self.open and self.before[0] == "closed" and self._ends_nothing(sign):
            self._slip(f'one "{sign}" too many')
            self.at += 1
            return
        meant = self._meant(sign)
        if meant == "":
            self.at += 1
        elif meant == " ":
            self.out.append(" ")
            self.at += 1
        elif meant in ("[", "{") and self._lacks_bracket:
            self._slip(f'"{meant}" in place of "("')
            self.open.append("(")
            self._put(("sign", "("), "(", 1)
        elif meant in _PAIRS:
            self.open.append(meant)
            self._put(("sign", meant), meant, 1)
        elif meant in ")]}":
            self._close(meant)
        elif meant == "," and self.before in (("sign", "("), ("sign", ",")):
            self._slip("one comma too many")
            self.at += 1
        elif meant in (":", "=") and self.open[-1:] == ["("] and self.before[0] == "name":
            if meant == ":":
                self._slip(f'":" in place of "=" after {self.before[1]}')
            self._put(("sign", "="), "=", 1)
        elif meant == "." and self.open[-1:] == ["("] and self.before[0] == "constant":
            self._put_back(")", f'")" is missing after {self.before[1]}')
            self.open.pop()
            self._put(("dot", "."), ".", 1)
        else:
            self._put(("dot" if meant == "." else "sign", meant), meant, 1)

    def _ends_nothing(self, sign: str) -> bool:
        """Whether `sign`, which follows a call, is no more than a comma or a full stop."""
        return sign in f",{_SEPARATORS}" or (sign == "." and not _WORD.match(self.text, self.at + 1))

    def _meant(self, sign: str) -> str:
        """The sign of the language of templates that `sign` is typed for; none if it is not to be seen."""
        if sign.isascii() and sign != ";":
            return sign
        if sign.isspace() or unicodedata.category(sign) == "Cf":
            self._slip(f"{described(sign)}" + (" in place of a space" if sign.isspace() else ", which cannot be seen"))
            return " " if sign.isspace() else ""
        meant = "," if sign in _SEPARATORS else unicodedata.normalize("NFKC", sign)
        meant = "-" if unicodedata.category(sign) == "Pd" else meant
        if meant != sign:
            named = f'"{sign}"' if sign.isascii() else described(sign)
            self._slip(f'{named} in place of "{meant}"')
        return meant if len(meant) == 1 else sign

    def _close(self, sign: str) -> None:
        if not self.open:
            self._slip(f'one "{sign}" too many')
            self.at += 1
            return
        wanted = _PAIRS[self.open.pop()]
        if sign != wanted and not (self.slips and self.slips[-1].what.endswith('in place of "("')):
            self._slip(f'"{sign}" in place of "{wanted}"')
        self._put(("closed", wanted), wanted, 1)

    def _put(self, part: tuple[str, str], shown: str, length: int) -> None:
        self.out.append(shown)
        self.before = part
        self.at += length
        self.ended = self.at

    def _put_back(self, sign: str, what: str, closely: bool = False) -> None:
        """Say what is wrong, and add a sign right after the last part; `closely` takes away the spaces behind it."""
        self.slips.append(Slip(self.ended, what))
        position = len(self.out)
        while position and not self.out[position - 1].strip():
            position -= 1
        if closely:
            self.out[position:] = [one for one in self.out[position:] if one == "\n"]
        self.out.insert(position, sign)

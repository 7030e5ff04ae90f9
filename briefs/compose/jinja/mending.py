"""Mends the calls and statements of a template, so that each mistake is said once, with the line as it should be.

The rest of the template is checked as mended: one mistake does not hide others, and causes no second message.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

from jinja2 import Environment

from briefs.compose.jinja.call_reading import differences, read_call
from briefs.compose.jinja.constructs import STATEMENTS, Construct, Kind, constructs
from briefs.compose.jinja.expressions import BARE_ID, Slip, mended_inside
from briefs.compose.jinja.nesting import Statement, nest, statement_of
from briefs.compose.jinja.readable import Reader, first_word
from briefs.compose.jinja.strings import QUOTES
from briefs.compose.jinja.syntax import reason_of
from briefs.model.diagnostics import Fault
from briefs.model.limits import MOST_CALLS

UNREADABLE = "_unreadable"
"""The name that stands in mended templates for a call that cannot be mended."""
_WHOLE = re.compile(rf"\s*[{QUOTES}]?((?!loop\b){BARE_ID.pattern})[{QUOTES}]?\s*")
_CALLED = re.compile(r"\s*(\w+)\s*[(（]")
_STATEMENT_IN_CALL = re.compile(rf"\s*(?:{'|'.join(STATEMENTS)})\b(?!\s*[(（])")
_IS = re.compile(r"\bis\s+(not\s+)?(?=[\"'])")
_NONE: Mapping[str, Collection[str]] = MappingProxyType({})
_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
LONGEST_MENDED = 600
"""Characters of a call or statement that is mended; of what is longer, nobody could tell what is meant."""
MOST_EFFORT = 20 * LONGEST_MENDED**3
"""What mending a template may take: finding what is meant takes the cube of how long a call is, if it is bad."""
_TOO_MANY = Fault(
    "template-limit",
    f"there are more than {MOST_CALLS:,} calls, statements and signs of such",
    "look for signs that are repeated, or divide the template into several",
)
_BEGIN, _END = {"call": "{{", "statement": "{%"}, {"call": "}}", "statement": "%}"}


@dataclass(frozen=True, slots=True)
class Mended:
    """A template as it should be, line by line as long as it was, and what is wrong with it, with lines."""

    source: str
    faults: tuple[tuple[int, Fault], ...] = ()


@dataclass(slots=True)
class _Part:
    """A construct of a template, and what is to stand in its place: a statement, or `text`."""

    construct: Construct
    line: int
    kind: Kind
    slips: tuple[Slip, ...]
    text: str = ""
    statement: Statement | None = None
    fault: Fault | None = None


def mended(
    source: str,
    environment: Environment,
    calls: Mapping[str, Collection[str]] = _NONE,
    ids: Collection[str] = (),
    values: Collection[str] = (),
) -> Mended:
    """`source` with its calls and statements mended as far as possible.

    `calls` are the calls of briefs' templates, with the names of their options; other arguments are `ids` of blocks.
    In block templates there are none. `values` are names whose fields can be printed, as in `{{ recipient.name }}`.
    """
    return _Mending(source, Reader(environment, calls, ids, values)).run()


class _Mending:
    """The mending of one template."""

    def __init__(self, source: str, reader: Reader) -> None:
        self.source, self.reader = source, reader
        self.calls, self.ids = reader.calls, reader.ids
        self.effort = 0
        self.ends = [found.start() for found in re.finditer("\n", source)]

    def run(self) -> Mended:
        """The template as it should be."""
        found = list(islice(constructs(self.source, self.calls, self.reader.reads), MOST_CALLS + 1))
        if len(found) > MOST_CALLS:
            return Mended(self.source, ((self._line(found[-1].start), _TOO_MANY),))
        parts = [self._part(one) for one in found]
        statements = {id(part.statement): part for part in parts if part.statement is not None}
        nested, closing = nest(part.statement for part in parts if part.statement is not None)
        for statement, fault in nested:
            part = statements[id(statement)]
            part.fault = part.fault or fault
        text, last = "", 0
        for part in parts:
            text += self.source[last : part.construct.start] + self._shown(part)
            last = part.construct.end
        text += self.source[last:]
        faults = tuple(self._faults(parts, text.split("\n")))
        ends = "".join(f"{{% {word} %}}" for word in closing)
        return Mended(text + ends, faults)

    def _line(self, offset: int) -> int:
        return bisect_left(self.ends, offset) + 1

    def _part(self, one: Construct) -> _Part:
        """What is to stand in the place of a construct, and what is wrong with it."""
        line = self._line(one.start)
        if one.kind == "stray":
            other = {"}": "{{", "%": "{%", "#": "{#"}[one.closer[0]]
            fault = Fault("template-syntax", f'"{one.closer}" has no "{other}" before it', "take it out, or write both")
            return _Part(one, line, "stray", (), "", None, fault)
        if one.kind == "comment":
            return self._comment(one, line)
        kind = one.kind
        if kind == "call" and _STATEMENT_IN_CALL.match(one.inside):
            kind = "statement"
        elif kind == "statement" and (called := _CALLED.match(one.inside)) and called[1] in self.calls:
            kind = "call"
        slips = [*self._delimiters(one, kind)]
        return self._statement(one, line, slips) if kind == "statement" else self._call(one, line, slips)

    def _comment(self, one: Construct, line: int) -> _Part:
        if (one.opener, one.closer) == ("{#", "#}"):
            return _Part(one, line, "comment", (), self.source[one.start : one.end])
        before = self.source[self.source.rfind("\n", 0, one.start) + 1 : one.start]
        if before.startswith("#") and one.closer:
            slip = Slip(one.start, '"{#" begins a comment; an id in a heading is written id=NAME')
            return _Part(one, line, "comment", (slip,), f"{{id={one.inside.strip()}}}")
        slip = Slip(one.start, '"{#" begins a comment that is not closed with "#}"')
        if "#" in one.closer:
            slip = Slip(one.start, 'a comment begins with "{#" and ends with "#}"')
        return _Part(one, line, "comment", (slip,), f"{{#{one.inside.rstrip()} #}}")

    def _delimiters(self, one: Construct, kind: Kind) -> Iterator[Slip]:
        """What is wrong with the signs around a call or statement."""
        begin, end = _BEGIN[kind], _END[kind]
        opener, closer = one.opener.rstrip("+-").rstrip(), one.closer.lstrip("+-")
        if not opener:
            yield Slip(one.start, f'"{begin}" is missing before the {kind}')
        elif opener != begin:
            yield Slip(one.start, f'a {kind} begins with "{begin}", not "{opener}"')
        if not closer:
            yield Slip(one.end - 1, f'"{end}" is missing after {f"the {kind}" if opener else "it"}')
        elif closer != end:
            ends = "it ends" if opener not in ("", begin) else f"a {kind} ends"
            yield Slip(one.end - 1, f'{ends} with "{end}", not "{closer.strip()}"')

    def _inside(self, one: Construct, kind: Kind) -> tuple[str, list[Slip]]:
        """The inside of a call or statement as it should be."""
        inside, start = one.inside, one.start + len(one.opener)
        if self.reader.reads(kind, inside):
            return inside, []
        whole = _WHOLE.fullmatch(inside)
        if kind == "call" and self.calls and whole and whole[1].split(".")[0] not in self.calls:
            if self.reader.is_value(whole[1].split(".")[0]):
                return inside, []
            name, _, field = whole[1].rpartition(".")
            name, field = (name, f".{field}") if name in self.ids and whole[1] not in self.ids else (whole[1], "")
            slip = Slip(start, f'"{name}" is the id of a block, and a call is missing around it')
            return f' block("{name}"){field} ', [slip]
        self.effort += len(inside) ** 3
        if len(inside) > LONGEST_MENDED or self.effort > MOST_EFFORT:
            return inside, []  # it is reported as it is
        found = mended_inside(inside, self.calls, bool(self.calls))
        text, slips = found.text, found.slips
        if kind == "call" and self.calls and not self.reader.is_likely(text):
            read = read_call(inside, self.calls, self.ids)
            if read is not None and self.reader.reads(kind, read):
                text, slips = read, tuple(Slip(at, what) for at, what in differences(inside, read))
                slips = slips or (Slip(0, "a space in the wrong place"),)
            elif not self.reader.has_ids_only(text):
                return inside, []  # it is reported as it is
        return text, [replace(slip, at=start + slip.at) for slip in slips]

    def _call(self, one: Construct, line: int, slips: list[Slip]) -> _Part:
        inside, more = self._inside(one, "call")
        if self.reader.error("call", inside, is_strict=False) is not None:
            breaks = "\n" * one.inside.count("\n")
            fault = reason_of(self.reader.error("call", inside), one.inside, "call")
            return _Part(one, line, "call", (), f"{{{{ {UNREADABLE} {breaks}}}}}", None, fault)
        inside = _spaced(inside) if slips or more else inside
        text = f"{{{{{_sign(one.opener)}{inside}{_sign(one.closer)}}}}}"
        text = "\n" * one.opener.count("\n") + text + "\n" * one.closer.count("\n")
        return _Part(one, line, "call", (*slips, *more), text)

    def _statement(self, one: Construct, line: int, slips: list[Slip]) -> _Part:
        statement = statement_of(line, one.inside)
        text, more = self._inside(replace(one, inside=statement.text), "statement")
        if statement.word in ("if", "elif") and (sign := _IS.search(text)):
            text = f"{text[: sign.start()]}{'!=' if sign[1] else '=='} {text[sign.end() :]}"
            more.append(Slip(one.start, '"is" in place of "==", which compares'))
        if statement.word in ("if", "elif") and (sign := _EQUALS.search(text)):
            text = f"{text[: sign.start()]}=={text[sign.end() :]}"
            more.append(Slip(one.start, '"=" in place of "==", which compares'))
        fault = statement.fault
        if not statement.word or self.reader.reads("statement", text):
            if statement.word and fault is not None:
                more.insert(0, Slip(one.start, fault.message))
                fault = None
        elif fault is not None:  # what it seemed to be cannot be read
            text = ""
        else:
            fault, slips, more = reason_of(self.reader.error("statement", text), one.inside, "statement"), [], []
            name = re.match(r"(for|set)\s+(\w+)", text)
            text = f"{statement.word} {UNREADABLE}"
            if name is not None:
                text = f"{name[1]} {name[2]} {'in' if name[1] == 'for' else '='} {UNREADABLE}"
            text += "\n" * one.inside.count("\n")
        word = first_word(text)
        return _Part(one, line, "statement", (*slips, *more), "", Statement(line, word, text.removeprefix(word)), fault)

    def _shown(self, part: _Part) -> str:
        """What stands in the mended template in the place of a part."""
        if part.statement is None:
            return part.text
        if not part.statement.word:
            return "\n" * part.construct.inside.count("\n")
        opener, closer = _sign(part.construct.opener), _sign(part.construct.closer)
        inside = part.statement.text + "\n" * (_leading(part.construct.inside).count("\n"))
        return f"{{%{opener}{_spaced(inside)}{closer}%}}"

    def _faults(self, parts: Sequence[_Part], lines: Sequence[str]) -> Iterator[tuple[int, Fault]]:
        """What is wrong: what cannot be mended, and one fault for each other line, with the line as it should be."""
        by_line: dict[int, list[str]] = {}
        for part in parts:
            if part.fault is not None:
                yield part.line, part.fault
                continue
            for slip in sorted(part.slips, key=lambda one: one.at):
                by_line.setdefault(self._line(slip.at), []).append(slip.what)
        for line, found in by_line.items():
            message = "; ".join(dict.fromkeys(found))
            yield line, Fault("template-syntax", message, f"write: {lines[line - 1].strip()}")


def _sign(delimiter: str) -> str:
    """The sign at the inner end of a delimiter that takes away the space beside it."""
    return next((one for one in (delimiter[-1:], delimiter[:1]) if one in ("+", "-")), "")


def _spaced(inside: str) -> str:
    """`inside` with one space on either side, or the line breaks that are there."""
    before, after = (space if "\n" in space else " " for space in (_leading(inside), _leading(inside[::-1])))
    return f"{before}{inside.strip()}{after}"


def _leading(text: str) -> str:
    """The white space that `text` begins with."""
    return text[: len(text) - len(text.lstrip())]

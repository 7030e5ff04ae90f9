"""Mends Markdown that is not what its author meant: signs without a space, lines that run into each other.

CommonMark knows no mistakes: `##Timing` is a paragraph, four spaces make code, and a line of hyphens a heading of the
words above it. Each such line is said once, as it should be; the rest is read as if it were so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markdown_it.token import Token

from briefs.compose.template.commonmark import commonmark_parser
from briefs.compose.template.line_beginnings import ITEM, Slip, at_beginnings, before_content
from briefs.compose.template.tokens import TOKEN
from briefs.compose.template.unrendered import UnrenderedMarkdown
from briefs.model.diagnostics import Fault

_ROW = re.compile(r"^ {0,3}\|.*\|\s*$")
_DELIMITER = re.compile(r"^ {0,3}\|?(?=[\s:|]*-)[\s:|-]*$")


def mended_markdown(markdown: UnrenderedMarkdown, source: str) -> tuple[UnrenderedMarkdown, list[tuple[int, Fault]]]:
    """`markdown` as its author meant it, and what is wrong with it, with lines of `source`, which it is made from."""
    text, written = markdown.text.split("\n"), source.split("\n")
    faults: list[tuple[int, Fault]] = []
    found = partial(before_content, markdown.tokens)
    for find in (found, at_beginnings, _in_tables, _in_elements, _in_words):
        for slip in list(find(text)):
            line = markdown.lines[slip.line]
            shown = slip.mend(written[line - 1]).strip() if line <= len(written) else ""
            faults.append((line, Fault(slip.code, slip.what, slip.hint or f"write: {shown}")))
            text[slip.line] = slip.mend(text[slip.line])
    return replace(markdown, text="\n".join(text)), faults


def _in_tables(text: list[str]) -> Iterator[Slip]:
    """Rows between upright strokes that Markdown does not take for a table, since it has no line below its head."""
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and _ROW.match(text[end]):
            end += 1
        if end > start and not any(map(_DELIMITER.match, text[start + 1 : start + 2])):
            hint = "print blocks with a call that makes a table, such as {{ terms(…) }}"
            yield Slip(start, "a brief cannot hold a table that does not come from a block template", _nothing, hint)
            for number in range(start, end):
                text[number] = ""
        start = end + 1


def _nothing(line: str) -> str:
    return ""


def _in_elements(text: list[str]) -> Iterator[Slip]:
    """Words that a line of hyphens makes a heading, and lines that spaces make code."""
    for token in commonmark_parser().parse("\n".join(text)):
        first, end = token.map or (0, 0)
        if token.type == "heading_open" and token.markup in ("-", "="):
            above = [line.strip() for line in text[first : end - 1]]
            under = text[end - 1].strip()
            if len(above) == 1 and not TOKEN.search(above[0]):
                yield Slip(first, f'a line of "{under[:3]}" makes a heading of the words above it', _as_heading)
            else:
                hint = "take the line out, or leave an empty line above it"
                yield Slip(end - 1, f'the line of "{under[:3]}" makes a heading of the text above it', str, hint)
            text[end - 1] = ""
        elif token.type == "code_block" and token.level == 0:
            what = "four spaces or more, or a tab, at the beginning of a line make it code"
            yield Slip(first, f"a brief cannot hold indented text: {what}", str.strip)
            is_own = not any(map(TOKEN.search, text[first:end]))  # it may be code indeed
            for number in range(first, end):
                text[number] = "" if is_own else text[number].strip()


def _as_heading(line: str) -> str:
    return f"## {line.strip()}"


def _in_words(text: list[str]) -> Iterator[Slip]:
    """Asterisks that make nothing bold or italic, breaks at the ends of lines, and braces that belong to no call.

    Each is said once of a line, however often it is there.
    """
    said: set[tuple[int, str]] = set()

    def is_new(number: int, what: str) -> bool:
        if not what or (number, what) in said:
            return False
        said.add((number, what))
        return True

    for token in commonmark_parser().parse("\n".join(text)):
        if token.type == "inline" and token.map is not None:
            is_escaped = "\\*" in token.content
            for offset, child in _children_with_lines(token):
                number = token.map[0] + offset
                if child.type == "hardbreak":
                    hint = "delete the spaces, or the backslash, at the end of the line"
                    yield Slip(number, "a brief cannot hold a line break within a paragraph", _unbroken, hint)
                elif child.type == "code_inline" and TOKEN.search(child.content) and is_new(number, "`"):
                    yield Slip(number, "a call between backticks (`) would be code", lambda one: one.replace("`", ""))
                elif child.type == "text" and is_new(number, brace := _lone_brace(child.content, text[number])):
                    hint = 'a call has two braces on either side: {{ block("…") }}; an attribute ends a heading: {.box}'
                    yield Slip(number, f'"{brace}" belongs to no call', _without_braces, hint, "template-syntax")
                elif child.type == "text" and not is_escaped and is_new(number, sign := _literal(child.content)):
                    yield from _emphasis_slip(number, text[number], sign)


def _children_with_lines(inline: Token) -> Iterator[tuple[int, Token]]:
    offset = 0
    for child in inline.children or ():
        yield offset, child
        offset += child.type in ("softbreak", "hardbreak")


def _lone_brace(text: str, line: str) -> str:
    """The brace that is printed as it is in `text`, if any is; those of a heading with "{" are read with it."""
    found = re.search(r"[{}｛｝]", text)
    return found[0] if found and not (line.startswith("#") and "{" in line) else ""


def _without_braces(line: str) -> str:
    return re.sub(r"[{}｛｝]", "", line)


def _unbroken(line: str) -> str:
    return line.rstrip().removesuffix("\\").rstrip()


def _literal(text: str) -> str:
    """The asterisks that are printed as they are in `text`, if any are."""
    found = re.search(r"\*\*+|(?<!\s)\*|\*(?!\s)", f" {text} ")
    return found[0][:2] if found else ""


def _emphasis_slip(number: int, line: str, sign: str) -> Iterator[Slip]:
    """What is wrong with asterisks on a line: spaces inside them, or one of a pair missing."""
    mended = _closely(line, sign)
    words = "bold" if sign == "**" else "italic"
    if mended != line:
        yield Slip(
            number, f'"{sign}" has a space where the {words} words begin or end', lambda one: _closely(one, sign)
        )
    elif line.count(sign) % 2:
        hint = f"write {sign} right before and right after the {words} words"
        yield Slip(number, f'"{sign}" is not closed, and would be printed', lambda one: one.replace("*", ""), hint)


def _closely(line: str, sign: str) -> str:
    """`line` with the words between each two signs close to them."""
    item = ITEM.match(line)
    start = line[: item.end()] if item else ""
    parts = line[len(start) :].split(sign)
    if len(parts) % 2 == 0:
        return line
    return start + sign.join(part.strip() if at % 2 else part for at, part in enumerate(parts))

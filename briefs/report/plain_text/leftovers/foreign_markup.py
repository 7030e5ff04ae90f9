"""Markup of other formats, which would be printed as it is: HTML, Markdown, LaTeX, wikis; and broken characters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefs.model.diagnostics import Fault
from briefs.report.plain_text.leftovers.line_numbers import listed


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of markup: its name, what finds it, and what a text must contain so that it is worth looking."""

    name: str
    pattern: re.Pattern[str]
    sign: tuple[str, ...]
    cure: str


_KEEP = "write the words alone, with *…* for italics"
_BULLETS = "▪◦‣●○■□➢➤✓✔►▶\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf06c\uf06e\uf071\uf0e0\uf0de\uf0a8"
"""Bullets but "•" and "-": other signs, and those that the symbol fonts of word processors have."""
_KINDS = (
    _Kind(
        "an HTML tag",
        re.compile(
            r"</?(?:p|br|b|i|u|em|strong|su[pb]|span|div|a|h[1-6]|[uo]l|li|table|t[rdh]|font|img|hr|blockquote|script"
            r"|style|code|pre|small|del|ins|mark|body|html|thead|tbody|center|abbr|cite)"
            r"(?:\s[^<>]*)?/?>|<!--",
            re.IGNORECASE,
        ),
        ("<",),
        _KEEP,
    ),
    _Kind(
        "an HTML entity",
        re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});"),
        ("&",),
        "write the character itself",
    ),
    _Kind(
        "a Markdown note",
        re.compile(r"\[\^[^\[\]\s]+\]"),
        ("[^",),
        "write the mark and its note with superscript digits",
    ),
    _Kind(
        "a Markdown link",
        re.compile(r"!?\[[^\[\]]*\]\([^)\s][^)]{0,2000}\)"),
        ("](",),
        "write the words, and the address",
    ),
    _Kind("a Markdown heading", re.compile(r"^#{1,6} +\S.*"), ("# ",), "remove the #, and name it in `outline`"),
    _Kind(
        "Markdown underscores",
        re.compile(r"(?<![\w/])(__?)(?=[^\s_][^_\n])[^_\n]*[^\s_]\1(?![\w/])"),
        ("_",),
        "write *…*",
    ),
    _Kind("struck-through Markdown", re.compile(r"~~(?=\S).+?~~"), ("~~",), _KEEP),
    _Kind("a Markdown block of code", re.compile(r"^\s*```.*"), ("```",), _KEEP),
    _Kind("a rule of a Markdown table", re.compile(r"^\s*\|?\s*:?-{3,}:?\s*\|.*"), ("---",), "put tabs between cells"),
    _Kind(
        "a row of a Markdown table",
        re.compile(r"^\s*\|(?![\s:|-]+$)(?:[^|\n]+\|){2,}\s*$"),
        ("|",),
        "put tabs between cells, and no bars",
    ),
    _Kind(
        "a bullet that begins no item",
        re.compile(rf"^\s*[{_BULLETS}]\s*(?=\S)\S+"),
        tuple(_BULLETS),
        'write "•" and a space',
    ),
    _Kind("a Markdown quotation", re.compile(r"^>\s+(?!\d)\S.*"), ("> ",), "remove the >"),
    _Kind(
        "LaTeX markup",
        re.compile(
            r"\\(?:text\w+|emph|footnote|cite\w*|ref|label|(?:sub)*section|begin|end|item|href|url|par)\b\s?\{?[^}]*\}?"
        ),
        ("\\",),
        _KEEP,
    ),
    _Kind(
        "a wiki heading",
        re.compile(r"^(={2,6})\s*[^=\s][^=\n]*\1\s*$"),
        ("==",),
        "remove the =, and name it in `outline`",
    ),
    _Kind("wiki markup", re.compile(r"\[\[[^\[\]]+\]\]|'''?(?=\S)[^']+'''?(?!')"), ("[[", "''"), _KEEP),
    _Kind("rich text markup", re.compile(r"\{\\rtf\d?|\\pard\b"), ("\\rtf", "\\pard"), "save the report as plain text"),
    _Kind(
        "a broken reference of a word processor",
        re.compile(r"Error! (?:Reference source|Bookmark) not \w+\.?|\{ ?(?:REF|PAGEREF|HYPERLINK|TOC) [^{}]*\}"),
        ("Error!", "{"),
        "write what it should refer to",
    ),
    _Kind(
        "characters read in the wrong encoding",
        re.compile(r"\ufffd|â€[\u0080-\u009f™œ\u009d˜“”¦]|Ã[\u0080-\u00bf©¨¢§´®]|Â[\u00a0«»°§£¢¥©®±·¿¡¼½¾²³µ¶]"),
        ("\ufffd", "â€", "Ã", "Â"),
        "copy these words from the original again",
    ),
)


def foreign_markup(lines: Sequence[str], known: Collection[int]) -> Iterator[tuple[int, Fault]]:
    """A fault (`report-markup`) for each kind of markup, where it first is."""
    text = "\n".join(lines)
    for kind in _KINDS:
        if not any(sign in text for sign in kind.sign):
            continue
        found = [
            (number, one)
            for number, line in enumerate(lines, 1)
            if any(sign in line for sign in kind.sign) and (one := kind.pattern.search(line))
        ]
        if found:
            number, first = found[0]
            others = f"; also on {listed([n for n, _ in found[1:]])}" if found[1:] else ""
            message = f'the line has {kind.name}, "{first[0][:40]}"{others}'
            yield number, Fault("report-markup", message, f"{kind.cure}: it would be printed as it is")

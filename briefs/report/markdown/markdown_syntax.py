"""Markdown as reports are written in it: CommonMark with tables, notes, formulas, and tables in HTML."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefs.report.markdown.note_syntax import with_notes

HTML_TABLE, FORMULA = "html_table", "formula"
"""Types of tokens; their `content` is as written."""
_DEEPEST = 60
"""How deep blocks are nested at most. What lies deeper is found by its lines."""
_LONGEST_TABLE = 2000
"""The most lines of a table in HTML."""
_UNCLOSED, _MOST_UNCLOSED = "unclosed_tables", 50
"""So often a table that does not close is looked through for its end."""
_TABLE = re.compile(r"<(/?)table(?=[\s>/])", re.IGNORECASE)
_FORMULA = re.compile(r"(\$\$?)(?=[^\s$])([^$]{1,2000})(?<=\S)\1(?![\d$])")
"""Between dollars that touch it and are not followed by a digit: "$5 and $10" is none (Pandoc, `tex_math_dollars`)."""


def parse_markdown(text: str) -> list[Token]:
    """The tokens of `text`, with the lines that each block has (from 0, without the last)."""
    environment: MutableMapping[str, Any] = {}
    return _parser().parse(text, environment)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    markdown = with_notes(MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]))
    markdown.block.ruler.before(
        "html_block", HTML_TABLE, _html_table, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    markdown.inline.ruler.before("escape", FORMULA, _formula)
    markdown.inline.add_terminator_char("$")
    markdown.inline.add_terminator_char("^")
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # no address is ever followed
    return markdown


def _html_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A table in HTML as a whole, although blank lines end other HTML."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.is_code_block(start_line) or not _TABLE.match(state.src, start):
        return False
    if state.env.get(_UNCLOSED, 0) > _MOST_UNCLOSED:
        return False
    depth = 0
    for line in range(start_line, min(end_line, start_line + _LONGEST_TABLE)):
        for found in _TABLE.finditer(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]):
            depth += -1 if found[1] else 1
        if depth <= 0:
            break
    else:
        state.env[_UNCLOSED] = state.env.get(_UNCLOSED, 0) + 1
        return False
    if not silent:
        token = state.push(HTML_TABLE, "", 0)
        token.map = [start_line, line + 1]
        token.content = state.getLines(start_line, line + 1, state.blkIndent, True)
        state.line = line + 1
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    """A formula between dollars: nothing in it is markup."""
    found = _FORMULA.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "$" else None
    if found is None:
        return False
    if not silent:
        state.push(FORMULA, "", 0).content = found[0]
    state.pos = found.end()
    return True

"""Notes in Markdown: `[^label]` where one is called, `[^label]: text` where it stands, and `^[text]` for both in one.

CommonMark has none; this is the syntax of Pandoc and GitHub. A note goes on in lines that are indented by four spaces.
"""

from __future__ import annotations

import re
from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

NOTE_OPEN, NOTE_CLOSE = "note_open", "note_close"
NOTE_CALL, INLINE_NOTE = "note_call", "inline_note"
"""Types of tokens. `meta` of a note and of a call has its `label`; an inline note has what it says as `children`."""
LABELS = "note_labels"
"""Where the environment of a parsed text has the labels of its notes, with how often each stands there."""

_DEFINITION = re.compile(r"\[\^([^\]\s]{1,200})\]:")
_CALL = re.compile(r"\[\^([^\]\s]{1,200})\]")
_INDENT = 4
_NESTED, _MOST_NESTED = "nested_notes", 3


def with_notes(markdown: MarkdownIt) -> MarkdownIt:
    """The parser, which recognises notes too."""
    markdown.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    markdown.inline.ruler.before("link", "note_call", _call)
    markdown.inline.ruler.before("link", "inline_note", _inline_note)
    return markdown


def _note(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A block that begins with a note's label; what it says are blocks of their own."""
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    found = _DEFINITION.match(state.src, start, state.eMarks[start_line])
    if found is None:
        return False
    if silent:
        return True
    labels: Counter[str] = state.env.setdefault(LABELS, Counter())
    labels[found[1]] += 1
    opening = state.push(NOTE_OPEN, "", 1)
    opening.meta = {"label": found[1]}
    _parse_below(state, start_line, end_line, found.end(), found.end() - start)
    opening.map = [start_line, state.line]
    state.push(NOTE_CLOSE, "", -1)
    return True


def _parse_below(state: StateBlock, start_line: int, end_line: int, at: int, width: int) -> None:
    """Parse what follows the label, which ends `at` and is `width` characters wide, as if it were indented."""
    kept = state.bMarks[start_line], state.tShift[start_line], state.sCount[start_line], state.parentType
    space = len(state.src[at : state.eMarks[start_line]]) - len(state.src[at : state.eMarks[start_line]].lstrip(" \t"))
    state.bMarks[start_line], state.tShift[start_line] = at, space
    state.sCount[start_line] += width
    state.parentType = "note"
    state.blkIndent += _INDENT
    state.sCount[start_line] = state.blkIndent
    state.md.block.tokenize(state, start_line, end_line)
    state.blkIndent -= _INDENT
    state.bMarks[start_line], state.tShift[start_line], state.sCount[start_line], state.parentType = kept


def _call(state: StateInline, silent: bool) -> bool:
    """A call of a note that the text has."""
    found = _CALL.match(state.src, state.pos, state.posMax)
    if found is None or found[1] not in state.env.get(LABELS, ()):
        return False
    if not silent:
        state.push(NOTE_CALL, "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


def _inline_note(state: StateInline, silent: bool) -> bool:
    """A note that stands where it is called."""
    depth = state.env.get(_NESTED, 0)
    if not state.src.startswith("^[", state.pos) or depth == _MOST_NESTED:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        token = state.push(INLINE_NOTE, "", 0)
        token.children = []
        state.env[_NESTED] = depth + 1
        state.md.inline.parse(state.src[state.pos + 2 : end], state.md, state.env, token.children)
        state.env[_NESTED] = depth
    state.pos = end + 1
    return True

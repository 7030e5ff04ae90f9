"""What the checks say of a value while somebody types it, held against the block as it is. Nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from briefs.check.wording_length import LONGEST_ABOUT, LONGEST_FORM
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError
from briefs.model.library import ABOUT
from briefs.model.same_object import Same
from briefs.model.typesetting import plain, words
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.present_state import problem_of
from briefs.preview.editing.block_findings import audience_findings, block_findings
from briefs.preview.editing.block_source import BlockSource, read_block_source, source_in
from briefs.preview.editing.editable_values import AUDIENCES, EditableValue, editable_value
from briefs.preview.editing.tried_block import refuse_mistakes, tried_block
from briefs.preview.editing.value_writing import content_with, settled_text
from briefs.preview.shown.editing_views import Edit, EditVerdict


def check_edit(inputs: Inputs, edit: Edit, links: Links) -> EditVerdict:
    """What `edit` would add to what the checks find in its block, and what it would mend; or why it cannot be saved.

    The checks are those of wording, and for audiences whether their briefs print the block; what only shows in a whole
    brief, such as that something is said twice, is found by the build. `inputs` are what the report was last read from.
    Raises UnknownName if there is no such block, DocumentError if its file cannot be read, and BriefsError if the
    block is gone or has no such value.
    """
    source = read_block_source(inputs, edit.block)
    value = editable_value(source, inputs.audiences, edit.name)
    text = settled_text(source, value, edit.value)
    length = len(words(plain(text))) if value.is_wording else 0
    most = _most_words(source, value)
    try:
        new = content_with(source, value, text)
        refuse_mistakes(source, new)
    except BriefsError as error:
        said = f"{error.message}; {error.hint}" if error.hint else error.message
        return EditVerdict((), (), length, len(text), most, said)
    except DocumentError as error:
        found = tuple(problem_of(one, links) for one in error.diagnostics)
        return EditVerdict(found, (), length, len(text), most, error.diagnostics[0].message)
    before, after = _known_findings(inputs, source, value), _findings(inputs, source_in(new, source), value)
    added, mended = _difference(after, before), _difference(before, after)
    return EditVerdict(
        tuple(problem_of(one, links) for one in added),
        tuple(problem_of(one, links) for one in mended),
        length,
        len(text),
        most,
    )


def _known_findings(inputs: Inputs, source: BlockSource, value: EditableValue) -> tuple[Diagnostic, ...]:
    """What is wrong with a block as its file has it: found once, however often somebody types."""
    audience = str(value.at[1]) if value.at[0] == AUDIENCES else ""
    return _kept_findings(Same(inputs), _Asked(source, value, f"{source.version} {source.block} {audience}"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A value of a block; two of them are the same if they have one `key`."""

    source: BlockSource = field(compare=False)
    value: EditableValue = field(compare=False)
    key: str


@lru_cache(maxsize=1)
def _kept_findings(inputs: Same[Inputs], asked: _Asked) -> tuple[Diagnostic, ...]:
    return _findings(inputs.value, asked.source, asked.value)


def _findings(inputs: Inputs, source: BlockSource, value: EditableValue) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a block as `source` has it, as far as a change of `value` can matter."""
    tried = tried_block(inputs, source)
    if tried.value is None:
        return tried.problems
    if value.at[0] == AUDIENCES:
        return (*tried.problems, *audience_findings(inputs, tried.value, str(value.at[1])))
    return (*tried.problems, *block_findings(inputs, tried.value))


def _difference(these: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of `these` that are not among the `others`, wherever their lines are by now."""
    left = Counter((one.place.path, one.code, one.message) for one in others)
    found = []
    for one in these:
        key = (one.place.path, one.code, one.message)
        if left[key] > 0:
            left[key] -= 1
        else:
            found.append(one)
    return found


def _most_words(source: BlockSource, value: EditableValue) -> int | None:
    """How many words a form may have; None for what is no form."""
    if source.kind == ABOUT:
        return LONGEST_ABOUT
    is_form = value.name in ("short", "ask") or value.name.endswith(".short")
    return LONGEST_FORM if is_form else None

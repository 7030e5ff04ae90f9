"""A block as it would be read and drawn from a file that holds something else: nothing is written for that."""

from __future__ import annotations

from functools import lru_cache, partial

from pydantic import ValidationError

from briefs.blocks.about import WrittenAbout, draw_about
from briefs.blocks.anchored_fields import anchored_fields
from briefs.blocks.block_files import WrittenBlock, parse_block
from briefs.blocks.drawing import draw_again
from briefs.files.fields import diagnostics_of
from briefs.model.block_fields import ProvedForm
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Place
from briefs.model.library import ABOUT, Drawn
from briefs.model.report import Report
from briefs.model.same_object import Same
from briefs.pipeline.inputs import Inputs
from briefs.preview.editing.block_source import BlockSource, source_in
from briefs.text.anchors import AnchorIndex


def tried_block(inputs: Inputs, source: BlockSource) -> Checked[Drawn | None]:
    """The block drawn as `source` has it, and what is wrong with it; None if too little of it is right.

    Its wording is not compared with the report yet.
    """
    index = anchor_index(inputs.report)
    if source.block == ABOUT:
        form = _about_form(source)
        if form.value is None:
            return Checked(None, form.problems)
        return draw_about(WrittenAbout(form.value, partial(_place_in_about, source)), index)
    read = _written(source)
    if read.value is None:
        return Checked(None, read.problems)
    drawn = draw_again(read.value, inputs.library, index, inputs.rules, inputs.audiences)
    return Checked(drawn.value, (*read.problems, *drawn.problems))


def refuse_mistakes(source: BlockSource, new: bytes) -> None:
    """Raise DocumentError if the block, as its file would hold it with `new` content, has a field that cannot be read
    and that can be read in `source`. What the checks find in words that can be read keeps nobody from saving them."""
    known = {(one.code, one.message) for one in _mistakes(source)}
    wrong = [one for one in _mistakes(source_in(new, source)) if (one.code, one.message) not in known]
    if wrong:
        raise DocumentError(wrong)


def rests_on_same(source: BlockSource, drawn: Drawn) -> bool:
    """Whether the block in `source` points at the same passages as it did when it was `drawn`."""
    if source.block == ABOUT:
        form = _about_form(source).value
        return form is not None and form.anchor == drawn.block.anchor
    written = _written(source).value
    if written is None:
        return False
    return dict(anchored_fields(written.block)) == dict(anchored_fields(drawn.block))


def anchor_index(report: Report) -> AnchorIndex:
    """The report prepared for resolving anchors: once for each report that is held."""
    return _index(Same(report))


@lru_cache(maxsize=2)
def _index(report: Same[Report]) -> AnchorIndex:
    return AnchorIndex(report.value)


def _mistakes(source: BlockSource) -> tuple[Diagnostic, ...]:
    return _about_form(source).problems if source.block == ABOUT else _written(source).problems


def _written(source: BlockSource) -> Checked[WrittenBlock | None]:
    return parse_block(source.kind, dict(source.fields), source.lines, source.path, _index_in(source))


def _index_in(source: BlockSource) -> int:
    index = source.at[-1]
    assert isinstance(index, int)
    return index


def _about_form(source: BlockSource) -> Checked[ProvedForm | None]:
    try:
        return Checked(ProvedForm.model_validate(dict(source.fields)))
    except ValidationError as error:
        return Checked(None, tuple(diagnostics_of(error, source.lines, source.path, ProvedForm, source.at)))


def _place_in_about(source: BlockSource, *field: str | int) -> Place:
    return source.place_of(field)

"""Saving one value of a block in its file. Nobody else's change is lost, and everything else stays byte for byte.

The file is compared with what was shown at the moment of writing, under a lock that all previews of the project keep
to. If it was changed, but says the same there still, only the value is written, and the other changes stay; if somebody
changed the value itself, or what it rests on, nothing is written, and theirs is shown.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import inside_project
from briefs.files.written_changes import replace_files
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.output.lock import locked
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.block_source import (
    BlockSource,
    blocks_folder,
    drawn_block,
    read_block_source,
    version_of,
)
from briefs.preview.editing.editable_values import EditableValue, editable_value
from briefs.preview.editing.tried_block import refuse_mistakes, rests_on_same
from briefs.preview.editing.value_writing import content_with, settled_text, written_value
from briefs.preview.shown.editing_views import Edit, Saved

_MOST_KEPT = 20
"""So many saved edits can be undone to the byte."""
_AGAIN = 3
"""So often it is tried again if somebody writes the file at the same moment."""
_THEIRS = "somebody changed it meanwhile; nothing was saved"


@dataclass
class EarlierContents:
    """What files held before the latest edits were saved, so that undoing one gives back the same bytes."""

    _kept: dict[tuple[str, str, str], tuple[str, bytes]] = field(default_factory=dict)

    def keep(self, source: BlockSource, name: str, before: str, new: bytes) -> None:
        """Keep the content of a file in which the value `name` said `before`, until it became `new`."""
        self._kept[(source.path, version_of(new), f"{source.block}/{name}")] = (before, source.content)
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    def before(self, source: BlockSource, name: str, value: str) -> bytes | None:
        """What the file held when the value last said `value`, if nothing but that edit was saved since."""
        before, content = self._kept.get((source.path, source.version, f"{source.block}/{name}"), ("", None))
        return content if before == value else None


def save_edit(inputs: Inputs, edit: Edit, links: Links, earlier: EarlierContents) -> Saved:
    """Write what `edit` says into the file of its block, as far as nobody else has changed the same.

    `inputs` are those that the report was last read from; `links` makes links of places; `earlier` is what can be
    undone. Whatever keeps it from being saved is in the answer, in words; nothing is raised for it.
    """
    try:
        with locked(blocks_folder(inputs), lambda: None):
            for attempt in range(_AGAIN):
                saved = _saved(inputs, edit, links, earlier, is_last=attempt == _AGAIN - 1)
                if saved is not None:
                    return saved
    except DocumentError as error:
        first = error.diagnostics[0]
        said = _in_words(f"nothing was saved: {first.place}: {first.message}", first.hint)
        return Saved("refused", edit.version, said, link=links.to(first.place))
    except UnknownName as error:
        return Saved("refused", edit.version, f'nothing was saved: there is no {error.of} "{error.names[0]}"')
    except BriefsError as error:
        return Saved("refused", edit.version, _in_words(f"nothing was saved: {error.message}", error.hint))
    except OSError as error:
        return Saved("refused", edit.version, f"nothing was saved: {error.strerror}")
    raise AssertionError("the last attempt gives an answer")


def _saved(inputs: Inputs, edit: Edit, links: Links, earlier: EarlierContents, is_last: bool) -> Saved | None:
    """What became of `edit`; None if somebody wrote the file while it was being saved, unless this is the last try."""
    source = read_block_source(inputs, edit.block)
    value = editable_value(source, inputs.audiences, edit.name)
    there, text = written_value(source, value), settled_text(source, value, edit.value)
    here = links.to(source.place_of(value.at))
    if there == text:
        return Saved("unchanged", source.version, link=here, before=there)
    if said := _conflict(inputs, source, value, edit):
        return Saved("conflict", source.version, said, there, here)
    new = earlier.before(source, edit.name, text) or content_with(source, value, text)
    refuse_mistakes(source, new)
    _refuse_unwritable(inputs, source)
    try:
        replace_files(inputs.project.root, {source.path: source.content}, {source.path: new})
    except BriefsError:
        if is_last or _content(inputs, source.path) == source.content:
            raise
        return None
    if _content(inputs, source.path) != new:
        return Saved("conflict", source.version, "the file was changed at the same moment", there, here)
    earlier.keep(source, edit.name, there, new)
    now = read_block_source(inputs, edit.block)
    return Saved("saved", now.version, _told(source, value, edit, text), "", links.to(now.place_of(value.at)), there)


def _conflict(inputs: Inputs, source: BlockSource, value: EditableValue, edit: Edit) -> str:
    """Why an edit would undo what somebody else wrote; empty if it would not."""
    if edit.version == source.version:
        return ""
    if edit.before is None or written_value(source, value) != settled_text(source, value, edit.before):
        return _THEIRS
    drawn = drawn_block(inputs, edit.block)
    is_as_shown = inputs.hashes.get(drawn.place.path) == edit.version
    if is_as_shown and value.is_wording and not rests_on_same(source, drawn):
        return "somebody changed the passage that it rests on meanwhile; nothing was saved"
    return ""


def _told(source: BlockSource, value: EditableValue, edit: Edit, text: str) -> str:
    """What else there is to say of an edit that was saved."""
    said = []
    if edit.version != source.version:
        said.append("somebody changed other parts of the file meanwhile; their changes stay")
    form = source.value(value.at[:-1])
    if not text and value.at[-1] == "text" and isinstance(form, Mapping) and "anchor" in form:
        said.append("its own anchors went with it")
    return "; ".join(said)


def _in_words(message: str, hint: str) -> str:
    return f"{message}; {hint}" if hint else message


def _refuse_unwritable(inputs: Inputs, source: BlockSource) -> None:
    """Raise BriefsError for a file that may not be written."""
    file = inside_project(inputs.project.root, source.path)
    if file.is_symlink():
        raise BriefsError(f"{source.path} is a link to another file", "change that file by hand")
    if not file.stat().st_mode & stat.S_IWUSR:
        raise BriefsError(f"{source.path} may only be read", "allow writing it, then save again")


def _content(inputs: Inputs, path: str) -> bytes | None:
    try:
        return read_file(inputs.project.root / path)
    except OSError:
        return None

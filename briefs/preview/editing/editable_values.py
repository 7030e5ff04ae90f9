"""The values of a block that can be changed in the page: wording, and choices such as how much an audience needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from briefs.files.yaml import Location
from briefs.model.block import KINDS
from briefs.model.block_fields import Form, Passage
from briefs.model.library import ABOUT
from briefs.model.priority import PRIORITIES
from briefs.preview.editing.block_source import BlockSource
from briefs.preview.messages import NotPossible

AUDIENCES = "audiences"
_FORMS = ("short", "ask")
_ASIDE = ("says_more", "note")
"""What no brief prints."""
_BY_HAND = frozenset({"kind", "id", "anchor", "number", "with", "conflict", "absent", "carried", "counts", "of"})
"""Fields that say what a block is and what it points at: they are changed in the file."""
_PRIORITY = (
    "must: a brief without it is an error; could is left out before should; never: it is not printed for them; "
    "nothing written means could"
)


@dataclass(frozen=True, slots=True)
class EditableValue:
    """A value of a block that can be changed: `name` as in `FieldView`; `at` is its location within the block, also if
    it is not written. One that is needed cannot be emptied. `explained` says what it is for."""

    name: str
    at: Location
    choices: tuple[str, ...] = ()
    is_needed: bool = False
    explained: str = ""

    @property
    def is_wording(self) -> bool:
        """Whether it is a text, not one of a few choices."""
        return not self.choices


def editable_values(source: BlockSource, audiences: Iterable[str]) -> Iterator[EditableValue]:
    """Every value of a block that can be changed, also those that are not written: forms, then how much each of the
    `audiences` needs it, then other texts and choices."""
    if source.kind == ABOUT:
        yield EditableValue("text", ("text",), is_needed=True, explained="what every brief says below its title")
        return
    own = [one for one in _of_kind(source) if one.name not in _ASIDE]
    forms = [one for one in own if one.name in _FORMS or one.name.endswith(".short")]
    yield from sorted(forms, key=lambda one: _FORMS.index(one.name) if one.name in _FORMS else len(_FORMS))
    for audience in sorted({*audiences, *_named(source)}):
        yield EditableValue(f"{AUDIENCES}.{audience}", (AUDIENCES, audience), PRIORITIES, explained=_PRIORITY)
    yield from (one for one in own if one not in forms)
    yield from (one for one in _of_kind(source) if one.name in _ASIDE)


def editable_value(source: BlockSource, audiences: Iterable[str], name: str) -> EditableValue:
    """The value with this name. Raises NotPossible if the block has none that can be changed here, and for a part of a
    block that points at no passage."""
    known = {one.name: one for one in editable_values(source, audiences)}
    if name in known:
        return known[name]
    passage = name.removesuffix(".short")
    if source.kind in KINDS and passage != name and passage in KINDS[source.kind].passages:
        raise NotPossible(
            f'"{passage}" of "{source.block}" points at no passage yet',
            f"give it an anchor in {source.path} first: what is written there rests on it",
        )
    raise NotPossible(f'"{name}" of "{source.block}" cannot be changed here', f"change it by hand in {source.path}")


def _named(source: BlockSource) -> list[str]:
    """The audiences that the block names."""
    written = source.fields.get(AUDIENCES)
    return [name for name in written if isinstance(name, str)] if isinstance(written, dict) else []


def _of_kind(source: BlockSource) -> Iterator[EditableValue]:
    """The values of a block that its kind gives it, in the order of the model."""
    for name, field in KINDS[source.kind].model_fields.items():
        key = field.alias or name
        types = set(_types(field.annotation))
        if key in _BY_HAND:
            continue
        said = field.description or ""
        if Passage in types:
            written = source.fields.get(key)
            if isinstance(written, dict) and "anchor" in written:
                yield EditableValue(f"{key}.short", _form_at(source, (key, "short")), explained=said)
        elif Form in types:
            yield EditableValue(key, _form_at(source, (key,)), (), field.is_required(), said)
        elif choices := [one for one in types if get_origin(one) is Literal]:
            yield EditableValue(key, (key,), get_args(choices[0]), field.is_required(), said)
        elif types <= {str, type(None)} and str in types:
            yield EditableValue(key, (key,), (), field.is_required(), said)


def _form_at(source: BlockSource, at: Location) -> Location:
    """Where the words of a form are: in its field, or in the field `text` below it."""
    return (*at, "text") if isinstance(source.value(at), dict) else at


def _types(annotation: Any) -> Iterator[Any]:
    """The types that a field can have, without what is only annotated."""
    if hasattr(annotation, "__metadata__"):
        yield from _types(annotation.__origin__)
    elif get_origin(annotation) is None or get_origin(annotation) in (Literal, tuple, dict):
        yield annotation
    else:
        for one in get_args(annotation):
            yield from _types(one)

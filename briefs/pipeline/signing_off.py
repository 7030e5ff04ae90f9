"""Signing off the words of briefs: what changed since somebody read them, and signing them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from briefs.files.whole_files import write_whole
from briefs.model.brief_key import chosen_keys
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place, relative
from briefs.model.edition import HouseLogo, PerStatus, Template
from briefs.model.severities import with_severities
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order, Project
from briefs.signoff.printed_words import (
    PrintedWords,
    asked_by,
    called_by,
    words_of_block_template,
    words_of_blocks,
    words_of_fields,
    words_of_template,
)
from briefs.signoff.signed_lock import NAME, Signed, dump_signed, read_signed
from briefs.signoff.unsigned_words import Unsigned, signed_now, unsigned_words

_HOUSE = ("issuer", "contact", "reference", "status", "running_status", "distribution", "attribution", "logo")


def unsigned_changes(order: Order, reports: Sequence[Inputs]) -> Checked[tuple[Unsigned, ...]]:
    """What the briefs that `order` asks for print and nobody has signed, each an error; nothing without a lock.

    Codes: `unsigned-change`, `lock-damaged`. Raises BriefsError if the lock cannot be opened.
    """
    read = read_signed(order.project.templates, _shown(order.project))
    if read.value is None:
        return Checked((), read.problems)
    found = tuple(unsigned_words(_printed(order, reports), read.value))
    severities = reports[0].house.severity if reports else {}
    return Checked(found, with_severities((_fault(one) for one in found), severities))


def _shown(project: Project) -> str:
    return relative(project.templates / NAME, project.root)


def _fault(one: Unsigned) -> Diagnostic:
    hint = f"{one.difference}\n  when you have read this, run briefs check --sign {one.now.part}"
    return Fault("unsigned-change", one.said, hint).at(one.now.place)


@dataclass(frozen=True, slots=True)
class SigningOff:
    """What was signed: what was new about it, how many pieces are signed now, and the file that says so."""

    new: tuple[Unsigned, ...]
    count: int
    path: Path


def sign(order: Order, reports: Sequence[Inputs], parts: Iterable[str] = (), by: str = "") -> SigningOff:
    """Sign what the briefs that `order` asks for print, or only those `parts` of it: blocks, or files of the project.

    Raises UnknownName for a part that no brief prints, DocumentError if the lock is damaged, and BriefsError.
    """
    read = read_signed(order.project.templates, _shown(order.project))
    before: tuple[Signed, ...] = () if read.value is None else read.value
    if read.value is None:
        read.or_raise()
    printed, wanted = list(_printed(order, reports)), frozenset(parts)
    known = {piece.part for piece in printed}
    if unknown := sorted(wanted - known):
        raise UnknownName("block or file", unknown, sorted(known))
    new = [one for one in unsigned_words(printed, before) if not wanted or one.now.part in wanted]
    is_all = not (order.audiences or order.products or order.project.report)
    signed = signed_now(printed, before, wanted, by, is_all)
    path = order.project.templates / NAME
    write_whole(path, dump_signed(signed))
    return SigningOff(tuple(new), len(signed), path)


def _printed(order: Order, reports: Sequence[Inputs]) -> Iterator[PrintedWords]:
    """Everything that the briefs of an order print of what people have written, file by file."""
    for inputs in reports:
        templates = [inputs.templates[key] for key in chosen_keys(inputs.templates, order.audiences, order.products)]
        yield from _of_report(inputs, templates)


def _of_report(inputs: Inputs, templates: Sequence[Template]) -> Iterator[PrintedWords]:
    yield from words_of_blocks(inputs.name, inputs.library, asked_by(templates, inputs.library))
    for name in sorted(inputs.composer.block_templates.keys() & called_by(templates)):
        look = inputs.composer.block_templates[name]
        yield words_of_block_template(look.path, look.source, look.front.options, look.first_line)
    for template in templates:
        yield from words_of_template(template)
    yield from _of_house(inputs)


def _of_house(inputs: Inputs) -> Iterator[PrintedWords]:
    """What the house and the report say of themselves in every brief."""
    for name in _HOUSE:
        value, place = getattr(inputs.house, name), inputs.layered_house.place(name)
        yield from words_of_fields(place.path, {name: (_said(value), place)})
    path = relative(inputs.seed / "report.yaml", inputs.project.root)
    own = {name: (getattr(inputs.hints, name), Place(path)) for name in ("title", "citation")}
    yield from words_of_fields(path, own)


def _said(value: object) -> str:
    """What a field of the house says in a cleared edition; the parts of a contact with commas between them."""
    match value:
        case None:
            return ""
        case PerStatus(cleared=cleared):
            return cleared
        case HouseLogo(alt=alt):
            return alt
        case BaseModel():
            return ", ".join(str(one) for _, one in value if one is not None)
        case _:
            return str(value)

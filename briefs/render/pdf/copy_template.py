"""A finished PDF of a personal copy, cut where copies differ: what is between stays as it is, byte for byte.

What differs are the lines in masthead and footers, the number in the record, and the identifiers of the file. Each has
a fixed length, so that every other object stays in its place.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefs.model.copy import Copy
from briefs.model.page_furniture import Properties
from briefs.model.record import FILE_NAME
from briefs.render.pdf.metadata import document_id
from briefs.render.pdf.object_order import with_last
from briefs.render.pdf.slots import Slot

if TYPE_CHECKING:
    import pikepdf

_ID = re.compile(rb"/ID \[<([0-9a-f]+)><([0-9a-f]+)>\] >>\nstream")
_OPERATOR = b"[%b] TJ"
_SENTINEL = b"%%%b%%"
"""What stands in a slot until the file is cut: a comment of a content stream."""
_NUMBERS = b'"copy": "%d",\n  "copies": "%d"'
_ROOM = 640
"""The bytes that a line may take: some 120 letters."""
_MOST = 9_999_999
"""The highest number for which there is room; a copy with a higher one is laid out."""


@dataclass(frozen=True, slots=True)
class Model:
    """The copy that a template was made from, and the glyphs of its two lines as the pages have them."""

    copy: Copy
    masthead: str
    footer: str


class CopyTemplate:
    """What all copies of an edition have in common, and where they differ."""

    def __init__(self, pdf: bytes, properties: Properties, slots: dict[str, Slot], model: Model, record: bytes) -> None:
        self._properties, self._slots = properties, slots
        self._record = record
        places: list[tuple[int, int, str]] = []
        for name, slot in slots.items():
            stream = slot.stream(_content(name, record, model.copy))
            at = _only(pdf, stream) + len(slot.before)
            places += [(at, slot.size, name), (at + slot.size + len(slot.tail), 4, f"{name} checksum")]
        identifier = document_id(properties, model.copy).encode()
        places.append((_only(pdf, identifier), len(identifier), "identifier"))
        found = _ID.search(pdf)
        if found is None:
            raise ValueError("the file has no identifiers")
        self._id_lengths = len(found[1]), len(found[2])
        places += [(found.start(1), len(found[1]), "first id"), (found.start(2), len(found[2]), "second id")]
        self._pieces: list[bytes] = []
        self._at: dict[str, int] = {}
        end = 0
        for place, length, name in sorted(places):
            self._pieces.append(pdf[end:place])
            self._at[name] = len(self._pieces)
            self._pieces.append(b"")
            end = place + length
        self._pieces.append(pdf[end:])
        self._key = hashlib.sha256(pdf).digest()

    def holds(self, copy: Copy, masthead: str, footer: str) -> bool:
        """Whether the file has room for the lines of `copy`, with these glyphs, and for its numbers."""
        has_room = max(len(masthead), len(footer)) + len(_OPERATOR) <= _ROOM
        return has_room and len(self._numbers(copy)) <= self._slots["record"].size

    def pieces(self, copy: Copy, masthead: bytes, footer: bytes) -> list[bytes]:
        """The file of `copy` in pieces, with the glyphs of its lines. Raises ValueError if they do not fit."""
        pieces, at = self._pieces.copy(), self._at
        contents = ("masthead", _OPERATOR % masthead), ("footer", _OPERATOR % footer), ("record", self._numbers(copy))
        for name, content in contents:
            slot = self._slots[name]
            padded = pieces[at[name]] = slot.padded(content)
            pieces[at[f"{name} checksum"]] = slot.checksum(padded)
        identifier = pieces[at["identifier"]] = document_id(self._properties, copy).encode()
        digest = hashlib.blake2b(identifier, digest_size=64, key=self._key).hexdigest().encode()
        first, second = self._id_lengths
        pieces[at["first id"]], pieces[at["second id"]] = digest[:first], digest[first : first + second]
        return pieces

    def _numbers(self, copy: Copy) -> bytes:
        return self._record + _NUMBERS % (copy.number, copy.total)


def copy_template(finished: bytes, properties: Properties, model: Model) -> CopyTemplate | None:
    """The template made of the `finished` file of `model`.

    None if the lines are not where they can be replaced: once in the masthead, and once in the footer of each page.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(finished)) as pdf:
        line = Slot.of(_ROOM)
        slots = {"masthead": line, "footer": line}
        streams = {name: _new_stream(pdf, slot.stream(_content(name, b"", model.copy))) for name, slot in slots.items()}
        for number, page in enumerate(pdf.pages):
            cuts = _cuts(page.Contents.read_bytes(), model)
            if sorted(name for name, _, _ in cuts) != (["footer", "masthead"] if number == 0 else ["footer"]):
                return None
            _cut(pdf, page, cuts, streams)
        record = _slot_of_record(pdf, model.copy)
        slots["record"] = record[0]
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    varying = [slot.stream(_content(name, record[1], model.copy)) for name, slot in slots.items()]
    varying.append(document_id(properties, model.copy).encode())
    made = with_last(target.getvalue(), lambda piece: any(one in piece for one in varying))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert not (found := pdf.check_pdf_syntax()), found
    return CopyTemplate(made, properties, slots, model, record[1])


def _cuts(content: bytes, model: Model) -> list[tuple[str, int, int]]:
    """Where lines stand in the content of a page: masthead or footer, beginning and end, in order."""
    cuts = []
    for glyphs in {model.masthead, model.footer}:
        operator = _OPERATOR % glyphs.encode()
        at = content.find(operator)
        while at >= 0:
            mark = content.rfind(b"BDC", 0, at)
            is_artifact = content.rfind(b"/Artifact", max(0, mark - 40), mark) >= 0
            name = "footer" if is_artifact else "masthead"
            if glyphs == (model.footer if is_artifact else model.masthead):
                cuts.append((name, at, at + len(operator)))
            at = content.find(operator, at + 1)
    return sorted(cuts, key=lambda cut: cut[1])


def _cut(pdf: pikepdf.Pdf, page: Any, cuts: Sequence[tuple[str, int, int]], slots: dict[str, Any]) -> None:
    """Put slots into the content of a page, between what stays of it (ISO 32000-1, 7.8.2)."""
    from pikepdf import Array

    content, end, parts = page.Contents.read_bytes(), 0, []
    for name, start, after in cuts:
        parts += [pdf.make_stream(content[end:start]), slots[name]]
        end = after
    page.Contents = Array([*parts, pdf.make_stream(content[end:])])


def _slot_of_record(pdf: pikepdf.Pdf, copy: Copy) -> tuple[Slot, bytes]:
    """The slot that takes the place of the record, put into `pdf`; and the beginning of the record."""
    from pikepdf import Name

    file = next(one for one in pdf.Root.AF if str(one.UF) == FILE_NAME).EF.F
    content = file.read_bytes()
    written = _NUMBERS % (copy.number, copy.total)
    at = _only(content, written)
    slot = Slot.of(at + len(_NUMBERS % (_MOST, _MOST)), content[at + len(written) :])
    file.write(slot.stream(content[: at + len(written)]), filter=Name.FlateDecode)
    file.Params.Size = slot.size + len(slot.rest)
    return slot, content[:at]


def _new_stream(pdf: pikepdf.Pdf, packed: bytes) -> Any:
    """A new stream in `pdf` with content that is already packed."""
    from pikepdf import Name

    stream = pdf.make_stream(b"")
    stream.write(packed, filter=Name.FlateDecode)
    return stream


def _content(name: str, record: bytes, copy: Copy) -> bytes:
    """What a slot holds until the file is cut."""
    return record + _NUMBERS % (copy.number, copy.total) if name == "record" else _SENTINEL % name.encode()


def _only(text: bytes, part: bytes) -> int:
    """Where `part` stands in `text`. Raises ValueError if that is not one place."""
    if text.count(part) != 1:
        raise ValueError(f"what differs between copies stands {text.count(part)} times in the file")
    return text.index(part)

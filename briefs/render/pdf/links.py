"""Links in a PDF: what is read to those who do not see what they lead to, and the names of places within the file.

WeasyPrint 70 describes a link by its address, and names places within the file by ids of the HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from briefs.model.typesetting import BREAK

if TYPE_CHECKING:
    import pikepdf


def described(link: Element) -> str:
    """The description of a link to the web or to mail: its words, and its address if these do not show it."""
    words = " ".join("".join(link.itertext()).replace(BREAK, "").split())
    address = link.get("href", "").removeprefix("mailto:")
    return words if words and words in address else f"{words} ({address})".strip()


def name_links(pdf: pikepdf.Pdf, descriptions: Mapping[tuple[int, int], str]) -> None:
    """Give the links of `pdf` their `descriptions` (ISO 32000-1, 12.5.2), which are by the object of the annotation.

    A place within the file that links lead to gets their description as its name (12.3.2.3), unless several have it.
    """
    from pikepdf import String

    names: dict[str, str] = {}
    links = [(pdf.get_object(link), description) for link, description in descriptions.items()]
    for link, description in links:
        link.Contents = String(description)
        if "/Dest" in link:
            names.setdefault(str(link.Dest), description)
    shared = Counter(names.values())
    names = {place: name for place, name in names.items() if shared[name] == 1}
    for link, _ in links:
        if str(link.get("/Dest", "")) in names:
            link.Dest = String(names[str(link.Dest)])
    if names:
        _rename(pdf.Root.Names.Dests, names)


def _rename(places: Any, names: Mapping[str, str]) -> None:
    """Rename what a name tree of one node holds, which is sorted by the bytes of the names (7.9.6)."""
    from pikepdf import Array, String

    flat = list(places.Names)
    named = [
        (String(names[str(name)]) if str(name) in names else name, place)
        for name, place in zip(flat[::2], flat[1::2], strict=True)
    ]
    places.Names = Array([part for entry in sorted(named, key=lambda entry: bytes(entry[0])) for part in entry])

"""The file that tells fontconfig which fonts there are: those in its own folder, and no others of the machine.

Fontconfig does what its file says (fonts-conf(5)): it reads other files and folders, writes its cache where it is told
to, and can exchange the file of a font. A project comes from strangers, so only what names families is allowed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from briefs.files.bounded_reading import read_file
from briefs.model.limits import MB

NAME = "fonts.conf"
"""The name of the file, in the folder of the fonts."""
_LARGEST = MB // 10
_MOST_ELEMENTS = 500
"""Rules are tried for each word that is set."""
_DECLARED = re.compile(rb"<!(?!--|DOCTYPE\s+fontconfig\s+SYSTEM\s+([\"'])[\w:.-]{1,60}\1\s*>)")
"""A declaration of anything but the type of the document, which nobody looks up."""
_SHOWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fontconfig": frozenset(("description", "dir", "cachedir", "match", "alias", "config")),
        "match": frozenset(("test", "edit")),
        "test": frozenset(("string", "int", "double", "bool", "const")),
        "edit": frozenset(("string", "int", "double", "bool", "const")),
        "alias": frozenset(("family", "prefer", "accept", "default")),
        **dict.fromkeys(("prefer", "accept", "default"), frozenset(("family",))),
        "config": frozenset(("rescan",)),
        "rescan": frozenset(("int",)),
    }
)
"""What may be in each element; in the others, text only."""
_EDITED = frozenset(
    (
        *("family", "style", "weight", "slant", "width", "lang", "antialias", "hinting", "hintstyle", "autohint"),
        *("rgba", "lcdfilter", "embeddedbitmap"),
    )
)
"""What rules may change of a font: how it is chosen and smoothed. Its `file` is not among it."""


class UnusableConfiguration(ValueError):
    """A file that fontconfig cannot read, or must not: the message says why."""


def families_configured(fonts: Path) -> list[str]:
    """The families that text is set in, whatever is asked for, by the configuration in the folder `fonts`.

    Raises UnusableConfiguration for one that is damaged or leads out of the folder, and OSError if it cannot be read.
    """
    content = read_file(fonts / NAME, _LARGEST)
    if _DECLARED.search(content):
        raise UnusableConfiguration("it declares something")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        tree = etree.parse(io.BytesIO(content), parser)
    except etree.XMLSyntaxError as error:
        raise UnusableConfiguration("it is not XML") from error
    if b"\0" in content or tree.docinfo.encoding not in (None, "UTF-8", "utf-8", "US-ASCII"):
        raise UnusableConfiguration("it is not in UTF-8")
    root = tree.getroot()
    if root.tag != "fontconfig":
        raise UnusableConfiguration("it does not begin with <fontconfig>")
    if wrong := next(_wrong(root), ""):
        raise UnusableConfiguration(wrong)
    return [str(one.text or "").strip() for one in root.iterfind(".//edit[@name='family']/string")]


def _wrong(root: etree._Element) -> Iterator[str]:
    """What leads out of the folder, or is more than there may be, in words."""
    for number, element in enumerate(root.iter()):
        name = str(element.tag) if isinstance(element.tag, str) else "an instruction"
        if number > _MOST_ELEMENTS:
            yield f"it has more than {_MOST_ELEMENTS} elements"
        parent = element.getparent()
        if parent is not None and name not in _SHOWN.get(str(parent.tag), ()):
            yield f"it has <{name[:40]}> in <{str(parent.tag)[:40]}>"
        text, prefix = (element.text or "").strip(), element.get("prefix", "")
        if name == "dir" and (prefix, text) != ("relative", "."):
            yield f'it looks for fonts elsewhere ("{text[:60]}")'
        if name == "cachedir" and (prefix, text) != ("xdg", "fontconfig"):
            yield f'it keeps its cache elsewhere ("{text[:60]}")'
        if name == "edit" and element.get("name", "") not in _EDITED:
            yield f'it changes "{element.get("name", "")[:40]}" of fonts'

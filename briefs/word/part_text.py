"""The bytes of a part that is XML, in UTF-8: parts may be in UTF-16 too, and in nothing else (ISO/IEC 29500-2, 7.1.4).

What is looked for in bytes, such as a document type declaration, could hide in any other encoding.
"""

from __future__ import annotations

import codecs
import re

from briefs.model.diagnostics import BriefsError
from briefs.word.package_safety import has_declaration

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{1,40})["']""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_ALLOWED = ("utf-8", "utf8", "us-ascii", "ascii")


def in_utf8(content: bytes, name: str) -> bytes:
    """The same part in UTF-8; the same bytes if it is. `name` is what messages call the file.

    Raises BriefsError for a document type declaration, and ValueError for another encoding.
    """
    if encoding := _UTF16.get(content[:2]):
        content = _DECLARATION.sub("", content.decode(encoding), count=1).encode()
    bare = content.removeprefix(codecs.BOM_UTF8).lstrip()
    declared = _DECLARED.match(bare)
    if not bare.startswith(b"<") or (declared and not encoding and declared[1].decode().lower() not in _ALLOWED):
        raise ValueError("neither in UTF-8 nor in UTF-16")
    refuse_declaration(content, name)
    return content


def refuse_declaration(content: bytes, name: str) -> None:
    """Raise BriefsError for a part with a document type declaration."""
    if has_declaration(content):
        hint = "open it in Word and save it again; Word never writes one"
        raise BriefsError(f"{name} has a document type declaration, which no Word document may have", hint)

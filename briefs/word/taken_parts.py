"""Which parts of a reference document are taken, how they are called in the package that is made, and what others are.

All are known by the last part of the type of their relationship (ISO/IEC 29500-1, 11.3 and 15.2).
"""

from __future__ import annotations

import re

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = f"{_WML}.document.main+xml"
TEMPLATE = f"{_WML}.template.main+xml"
_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"

ONLY_ONE = {
    "styles": ("word/styles.xml", f"{_WML}.styles+xml"),
    "numbering": ("word/numbering.xml", f"{_WML}.numbering+xml"),
    "settings": ("word/settings.xml", f"{_WML}.settings+xml"),
    "theme": ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "fontTable": ("word/fontTable.xml", f"{_WML}.fontTable+xml"),
}
"""The parts that a document has once, by their relationships: the names that they get, and their types."""
SEVERAL = {
    "header": (re.compile(r"word/header\d{1,6}\.xml"), "word/header{}.xml", f"{_WML}.header+xml"),
    "footer": (re.compile(r"word/footer\d{1,6}\.xml"), "word/footer{}.xml", f"{_WML}.footer+xml"),
    "image": (
        re.compile(r"word/media/(?!figure\d|logo)[A-Za-z0-9_-]{1,60}\.(?:png|jpe?g|svg)"),
        "word/media/art{}.png",
        "image/png",
    ),
    "font": (re.compile(r"word/fonts/[A-Za-z0-9_-]{1,60}\.odttf"), "word/fonts/house{}.odttf", _FONT),
}
"""Those that it may have several times: names that they may keep, a pattern for others, and their types."""
OF_HEADERS = ("image",)
OF_FONTS = ("font",)
ACTIVE = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "oleObject": "an object of another program",
    "package": "an object of another program",
    "control": "a control that runs",
    "activeXControlBinary": "a control that runs",
    "aFChunk": "the text of another file",
    "subDocument": "another document",
    "frame": "another page",
    "mailMergeSource": "a source of addresses",
    "mailMergeHeaderSource": "a source of addresses",
    "video": "a video",
    "audio": "a sound",
    "media": "a video or a sound",
    "webextension": "a program of the web",
    "webextensiontaskpanes": "a program of the web",
}
"""What could run, load or bring along something, by the last part of its relationship's type."""
HARMLESS = ("hyperlink", "customXml", "customXmlData")
"""What headers may have, and nobody misses: links are plain words in briefs."""
REMOTE = re.compile(r"\s*(?:https?|ftp)://|\s*\\\\|\s*file:/{2}[^/]", re.IGNORECASE)
"""An address on another computer."""


def kind_in_words(kind: str) -> str:
    """A kind of relationship in a message."""
    return {
        "styles": "styles",
        "numbering": "lists",
        "settings": "settings",
        "theme": "a theme",
        "fontTable": "a list of fonts",
        "header": "a header",
        "footer": "a footer",
        "font": "a font",
        "image": "a picture",
        "chart": "a chart",
        "diagramData": "a diagram",
        **ACTIVE,
    }.get(kind, f'a part of another kind ("{kind[:40]}")')

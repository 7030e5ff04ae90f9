"""Text files are UTF-8, with or without a byte order mark; anything else is an error in the file."""

from __future__ import annotations

from briefs.model.diagnostics import DocumentError, Fault, Place

_SAVE = "save the file with the encoding UTF-8"


def decode(
    content: bytes, shown_path: str, code: str = "file-encoding", quoting: bool = True, save: str = _SAVE
) -> str:
    """The text of a file that diagnostics call `shown_path`, without its byte order mark.

    They quote no word of it unless `quoting`. `save` is the hint that says how to save it as UTF-8.

    Raises DocumentError, with `code`, if it is not UTF-8; the message gives the line and the byte within it (from 1).
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:200]:
        fault = Fault(code, "the file is saved as UTF-16, not as UTF-8", f"{save}; Notepad calls UTF-16 Unicode")
        raise DocumentError([fault.at(Place(shown_path, 1))])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start - start + 1} of the line (0x{content[error.start]:02x}) is not UTF-8"
        fault = Fault(code, message, save + (_seems(content, start, error.start) if quoting else ""))
        raise DocumentError([fault.at(Place(shown_path, line))]) from error


def _seems(content: bytes, start: int, at: int) -> str:
    """What a byte stands for in the encoding that Windows calls ANSI, with the word that it is in."""
    line = content[start:].splitlines()[0].decode("cp1252", "replace")
    character = line[at - start : at - start + 1]
    if not character or character in "\ufffd" or not character.isprintable():
        return ""
    begin = max(line.rfind(" ", 0, at - start) + 1, at - start - 20)
    word = line[begin:].split(" ")[0][:40]
    return f'; it seems to be saved as Windows-1252 (ANSI), in which this is "{character}" in "{word}"'


def plain_line_ends(text: str) -> str:
    """`text` with lines that end as they do on Unix, whichever system it was saved on."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

"""Text files are UTF-8, with or without a byte order mark; anything else is an error in the file."""

from __future__ import annotations

from briefs.model.diagnostics import DocumentError, Fault, Place


def decode(content: bytes, shown_path: str, code: str = "file-encoding") -> str:
    """The text of a file that diagnostics call `shown_path`, without its byte order mark.

    Raises DocumentError, with `code`, if it is not UTF-8; the message gives the line and the byte within it (from 1).
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start - start + 1} of the line (0x{content[error.start]:02x}) is not UTF-8"
        fault = Fault(code, message, "save the file with the encoding UTF-8")
        raise DocumentError([fault.at(Place(shown_path, line))]) from error

"""Reading files that turn up, each in a process of its own: see `briefs.files.bounded_process`."""

from __future__ import annotations

from briefs.files.bounded_process import apart, longest_reading
from briefs.model.limits import LARGEST_READING
from briefs.verification.file_contents import FileContents
from briefs.verification.page_pictures import pages_look_alike
from briefs.verification.received_file import Kind

_DEFEATED = "it is damaged, or made so that reading it takes too long or too much memory"


def read_apart(content: bytes, kind: Kind, memory: int = LARGEST_READING) -> FileContents:
    """What `content` says, as far as its `kind` is one that is read."""
    if kind == "other":
        return FileContents()
    answer = apart(contents_of, (content, kind), longest_reading(len(content)), memory)
    return answer if isinstance(answer, FileContents) else FileContents(trouble=_DEFEATED)


def look_alike_apart(one: bytes, other: bytes) -> bool | None:
    """Whether the pages of two PDFs look the same; None if one cannot be drawn."""
    answer = apart(pages_look_alike, (one, other), longest_reading(len(one) + len(other)))
    return answer if isinstance(answer, bool) else None


def contents_of(content: bytes, kind: Kind) -> FileContents:
    """What `content` says, in this process."""
    if kind == "pdf":
        from briefs.verification.pdf_contents import pdf_contents

        return pdf_contents(content)
    if kind == "docx":
        from briefs.verification.word_contents import word_contents

        return word_contents(content)
    if kind == "html":
        from briefs.verification.html_contents import html_contents

        return html_contents(content)
    return FileContents()

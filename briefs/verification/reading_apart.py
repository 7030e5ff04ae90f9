"""Reading a file of a stranger in a process of its own, which may neither take long nor much memory.

A file can be made to exhaust whoever reads it, in more ways than can be checked beforehand. So a process reads it whose
end, whatever that is, is an answer: the file cannot be read.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from briefs.verification.file_contents import FileContents
from briefs.verification.page_pictures import pages_look_alike
from briefs.verification.received_file import Kind

SECONDS = 30
"""How long reading may take."""

MEMORY = 2 * 1024**3
"""How many bytes of memory it may take."""

_DEFEATED = "it is damaged, or made so that reading it takes too long or too much memory"


def read_apart(content: bytes, kind: Kind, seconds: float = SECONDS, memory: int = MEMORY) -> FileContents:
    """What `content` says, as far as its `kind` is one that is read."""
    if kind == "other":
        return FileContents()
    answer = apart(contents_of, (content, kind), seconds, memory)
    return answer if isinstance(answer, FileContents) else FileContents(trouble=_DEFEATED)


def look_alike_apart(one: bytes, other: bytes, seconds: float = SECONDS, memory: int = MEMORY) -> bool | None:
    """Whether the pages of two PDFs look the same; None if one cannot be drawn."""
    answer = apart(pages_look_alike, (one, other), seconds, memory)
    return answer if isinstance(answer, bool) else None


def apart(
    work: Callable[..., object], arguments: tuple[object, ...], seconds: float = SECONDS, memory: int = MEMORY
) -> object:
    """What `work` gives in a process of its own; None if the process does not end as it should."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, seconds, memory), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((work, arguments))
        return ours.recv() if ours.poll(seconds + 5) else None
    except (EOFError, OSError):
        return None
    finally:
        ours.close()
        process.join(0.2)
        if process.is_alive():
            process.kill()
            process.join()


def _work(connection: Connection, seconds: float, memory: int) -> None:
    """What the process does: the work that comes, within limits, and an answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    _limit(seconds, memory)
    work, arguments = connection.recv()
    try:
        answer = work(*arguments)
    except Exception:  # whatever a library stumbles over in the file of a stranger
        answer = None
    connection.send(answer)


def _limit(seconds: float, memory: int) -> None:
    """Limit this process, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (max(1, round(seconds)), max(2, round(seconds) + 1)))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


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

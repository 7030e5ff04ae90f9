"""Starting the worker: the one place where the server names it, by which nothing of it is loaded here."""

from __future__ import annotations

from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess

from briefs.preview.settings import PreviewSettings


def start_worker(context: SpawnContext, settings: PreviewSettings) -> tuple[Connection, SpawnProcess]:
    """The server's end of the pipe to a new worker, and its process."""
    own, other = context.Pipe()
    process = context.Process(target=_run, args=(other, settings), daemon=True)
    process.start()
    other.close()
    return own, process


def _run(connection: Connection, settings: PreviewSettings) -> None:
    from briefs.preview.worker import work

    work(connection, settings)

"""A time stamp server on this machine, which also answers wrongly."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.signing.samples import authority

REPLY = "application/timestamp-reply"
Answer = Callable[[bytes], tuple[int, str, bytes]]


def right(request: bytes) -> tuple[int, str, bytes]:
    """A time stamp."""
    from asn1crypto.tsp import TimeStampReq

    client: Any = authority().stamping_client()
    return 200, REPLY, client.request_tsa_response(TimeStampReq.load(request)).dump()


def for_something_else(request: bytes) -> tuple[int, str, bytes]:
    """A time stamp for another hash."""
    from asn1crypto.tsp import TimeStampReq

    other = TimeStampReq.load(request)
    other["message_imprint"]["hashed_message"] = bytes(32)
    return right(other.dump(force=True))


def refusal(_: bytes) -> tuple[int, str, bytes]:
    """A refusal, as the standard has it."""
    from asn1crypto.tsp import PKIStatusInfo

    status = PKIStatusInfo({"status": "rejection", "status_string": ["closed today"]}).dump()
    return 200, REPLY, bytes((0x30, len(status))) + status


def slow(_: bytes) -> tuple[int, str, bytes]:
    """An answer that comes too late."""
    time.sleep(1)
    return 200, REPLY, b""


@contextmanager
def stamp_server(answer: Answer = right) -> Iterator[str]:
    """The address of a server that answers so, within this `with` block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, kind, content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Somebody did not wait for the answer."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/stamp"
        finally:
            server.shutdown()
            thread.join()

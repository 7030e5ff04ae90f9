"""The port that the preview listens at, on the loopback interface alone."""

from __future__ import annotations

import errno
import socket

from briefs.model.diagnostics import BriefsError
from briefs.preview.serving.access import HOST

USUAL = 8010
"""The port that is tried first: always the same, so that a browser knows the address again."""
TRIED = 50
"""How many ports are tried one after another, before the system chooses one."""


def listen_at(port: int) -> socket.socket:
    """A socket that listens at `port` of the loopback interface or, if that is taken, at the next that is free; 0 lets
    the system choose. Raises BriefsError."""
    last = 65535
    for tried in (*range(port, min(port + TRIED, last + 1)), 0) if port else (0,):
        try:
            return socket.create_server((HOST, tried), backlog=128)
        except PermissionError as error:
            hint = "ports below 1024 are for the administrator: take a higher one"
            raise BriefsError(f"port {tried} cannot be used: {error.strerror}", hint) from error
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise BriefsError(f"nothing can be served on this machine: {error.strerror or error}") from error
    raise BriefsError("no port is free on this machine")

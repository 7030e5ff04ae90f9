"""The port: the one that is wanted, or the next that is free."""

from __future__ import annotations

import errno
import socket

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.preview.serving.ports import listen_at


def test_if_a_port_is_taken_the_next_free_one_is() -> None:
    with listen_at(0) as first:
        port = first.getsockname()[1]
        with listen_at(port) as second:
            assert port < second.getsockname()[1] or port > 65000
            assert second.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("failure", "said"),
    [(PermissionError(errno.EACCES, "Permission denied"), "80 cannot"), (OSError(errno.EADDRNOTAVAIL, "gone"), "gone")],
)
def test_a_port_that_cannot_be_used_is_told(failure: OSError, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **more: object) -> None:
        raise failure

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(BriefsError, match=said):
        listen_at(80)

"""`briefs preview` as a process of its own, and a browser that shows what it serves."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.builders import REPOSITORY


class RunningPreview:
    """The process, and what a page does: it has the cookie and the key of this preview."""

    def __init__(self, process: subprocess.Popen[str], told: Path) -> None:
        self.process = process
        self.root, self._told = told.parent, told
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/\?token=\S+)", said)
        assert found, said + self.told
        self.link, self.port = found[0], int(found[1])
        status, head, entering = self.ask("GET", found[2])
        assert status == 200
        self.cookie = head["set-cookie"].partition(";")[0]
        (self.key,) = re.findall('name="preview-key" content="([^"]+)"', entering.decode())

    cookie, key = "", ""

    @property
    def origin(self) -> str:
        """The origin of its page."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def told(self) -> str:
        """What was printed to standard error."""
        return self._told.read_text(encoding="utf-8")

    def connection(self) -> http.client.HTTPConnection:
        """A new connection."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def ask(self, method: str, address: str, body: Any = None) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer."""
        connection = self.connection()
        try:
            connection.request(method, address, None if body is None else json.dumps(body), self.headers(method))
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def headers(self, method: str) -> dict[str, str]:
        """What a browser sends along."""
        writing = {"Origin": f"http://127.0.0.1:{self.port}", "X-Preview-Key": self.key} if method == "POST" else {}
        return {"Cookie": self.cookie, "Content-Type": "application/json", **writing}

    def get(self, path: str, **given: str) -> Any:
        """The JSON at a path."""
        status, _, body = self.ask("GET", f"{path}?{urlencode(given)}")
        assert status == 200, body
        return json.loads(body)

    def post(self, path: str, **given: Any) -> Any:
        """What is answered to a JSON object."""
        status, _, body = self.ask("POST", path, given)
        assert status == 200, body
        return json.loads(body)

    def state_when(self, holds: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """The first state of which something holds; fails after a minute."""
        end = time.monotonic() + 60
        while not holds(state := self.get("/state")):
            assert time.monotonic() < end, f"{state}\n{self.told}"
            time.sleep(0.02)
        found: dict[str, Any] = state
        return found

    def workers(self) -> list[int]:
        """The processes that it has started."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="utf-8")
        commands = {int(one): Path(f"/proc/{one}/cmdline").read_bytes() for one in children.split()}
        return [one for one, command in commands.items() if b"spawn_main" in command]


@contextmanager
def running_preview(root: Path, *options: str, port: int = 0) -> Iterator[RunningPreview]:
    """`briefs preview` in the project `root`; it is ended in any case."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(root / "cache")}
    command = [sys.executable, "-m", "briefs", "preview", "--no-open", "--port", str(port), *options]
    told = root / "told.txt"
    with (
        told.open("w", encoding="utf-8") as stderr,
        subprocess.Popen(
            command, cwd=root, env=environment, text=True, stdout=subprocess.PIPE, stderr=stderr, start_new_session=True
        ) as process,
    ):
        try:
            yield RunningPreview(process, told)
        finally:
            process.kill()


def is_running(process: int) -> bool:
    """Whether a process runs, and is not only waited for."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False

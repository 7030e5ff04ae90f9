"""`SHA256SUMS` is what `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from briefs.model.checksum_list import NAME
from briefs.model.register import DistributedFile, Message
from briefs.outbox.checksums import checksums
from tests.outbox.builders import copy, recipient, register


def test_every_file_is_listed_once_and_found(tmp_path: Path) -> None:
    (tmp_path / "edition").mkdir()
    (tmp_path / "outbox").mkdir()
    hashes = {}
    for path in ("edition/cap.pdf", "outbox/0001.eml", "outbox/0002.eml"):
        (tmp_path / path).write_text(path)
        hashes[path] = hashlib.sha256(path.encode()).hexdigest()
    file = DistributedFile("edition/cap.pdf", "pdf", hashes["edition/cap.pdf"], "")
    copies = [
        copy(number, recipient(name), files=(file,), message=Message(path, "<a@b>", hashes[path]))
        for number, name, path in ((1, "Ann", "outbox/0001.eml"), (2, "Bo", "outbox/0002.eml"))
    ]
    content = checksums(register(*copies, files=(file,), is_personal=False))
    (tmp_path / NAME).write_bytes(content)
    assert len(content.splitlines()) == 3
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", NAME], cwd=tmp_path, check=True)

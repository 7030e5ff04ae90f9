"""A block drafted for new text, which is in no file yet."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = b"kind: statement\nblocks:\n"


@dataclass(frozen=True, slots=True)
class DraftedBlock:
    """Its id, the file of blocks that it would come to the end of, by path in the project, and its YAML."""

    block: str
    path: str
    yaml: str

    def added_to(self, content: bytes) -> bytes:
        """The `content` of that file with the block; a file without content gets a head first."""
        line_end = b"\r\n" if b"\r\n" in content else b"\n"
        before = content or _HEAD
        if not before.endswith(b"\n"):
            before += line_end
        return before + self.yaml.encode().replace(b"\n", line_end)

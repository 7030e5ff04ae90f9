"""`SHA256SUMS`: hashes of files, as `sha256sum --check` reads them."""

from __future__ import annotations

from collections.abc import Iterable

NAME = "SHA256SUMS"


def checksum_lines(files: Iterable[tuple[str, str]]) -> bytes:
    """A line for each of `files` (path, SHA-256), in the order of their paths."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(set(files))).encode()

"""`SHA256SUMS`: the hashes of all files that were made for recipients, as `sha256sum --check` reads them."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.register import Register

NAME = "SHA256SUMS"


def checksums(register: Register) -> bytes:
    """The lines of `SHA256SUMS`: each file of a copy and each message once, in the order of their paths."""
    return checksum_lines(
        pair
        for copy in register.copies
        for pair in (
            *((file.path, file.sha256) for file in copy.files),
            *(((copy.message.path, copy.message.sha256),) if copy.message else ()),
        )
    )


def checksum_lines(files: Iterable[tuple[str, str]]) -> bytes:
    """A line for each of `files` (path, SHA-256), in the order of their paths."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(set(files))).encode()

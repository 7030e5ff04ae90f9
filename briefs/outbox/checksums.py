"""`SHA256SUMS`: the hashes of all files that were made for recipients, as `sha256sum --check` reads them."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.register import Register

NAME = "SHA256SUMS"


def checksums(register: Register) -> bytes:
    """The lines of `SHA256SUMS`: each file of a copy and each message once, in the order of their paths."""
    files = [*register.files, *(file for copy in register.copies for file in copy.files)]
    messages = [copy.message for copy in register.copies if copy.message is not None]
    return checksum_lines(
        [*((file.path, file.sha256) for file in files), *((one.path, one.sha256) for one in messages)]
    )


def checksum_lines(files: Iterable[tuple[str, str]]) -> bytes:
    """A line for each of `files` (path, SHA-256), in the order of their paths."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(set(files))).encode()

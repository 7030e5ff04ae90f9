"""The hashes of all files that were made for recipients."""

from __future__ import annotations

from briefs.model.checksum_list import checksum_lines
from briefs.model.register import Register


def checksums(register: Register) -> bytes:
    """The lines of `SHA256SUMS`: each file of a copy and each message once, in the order of their paths."""
    files = [*register.files, *(file for copy in register.copies for file in copy.files)]
    messages = [copy.message for copy in register.copies if copy.message is not None]
    return checksum_lines(
        [*((file.path, file.sha256) for file in files), *((one.path, one.sha256) for one in messages)]
    )

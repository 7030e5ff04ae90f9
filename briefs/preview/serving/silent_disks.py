"""Disks on which the system does not tell of all changes: those of other machines, which may be changed there."""

from __future__ import annotations

from pathlib import Path

SILENT = (
    "9p",
    "afs",
    "cifs",
    "drvfs",
    "fuse",
    "fuseblk",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
)
"""Types of file systems (filesystems(5), mount(8)); those after `fuse.` are programs, such as sshfs."""
MOUNTS = Path("/proc/self/mounts")


def is_silent(folder: Path) -> bool:
    """Whether changes in `folder` must be looked for; as far as the system says (Linux)."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
        place = folder.resolve()
    except OSError:
        return False
    types = {Path(_unescaped(words[1])): words[2] for line in mounts if len(words := line.split(" ")) > 2}
    kind = next((types[one] for one in (place, *place.parents) if one in types), "")
    return kind in SILENT or kind.startswith("fuse.")


def _unescaped(text: str) -> str:
    """A path of the table, in which spaces and the like are written as octal numbers (fstab(5))."""
    for written, meant in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        text = text.replace(written, meant)
    return text

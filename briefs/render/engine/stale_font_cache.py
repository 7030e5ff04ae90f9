"""What fontconfig has kept of fonts that are other ones by now: it would choose fonts by it, and set text in them.

Fontconfig keeps what it reads of the fonts in a folder, and reads them again when the time of last change of the folder
is another one (`FcDirCacheValidConfig`). That time stays as it was when a file is overwritten where it is, as `cp` does
it. So what was kept before any file last changed is removed here.
"""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import md5
from pathlib import Path


@lru_cache(maxsize=4)
def remove_stale(fonts: Path, kept: Path) -> None:
    """Remove from the folder `kept` what fontconfig knew of `fonts` before something there, or below, last changed.

    What cannot be looked at or removed stays. A process does this once, since fontconfig reads once, too.
    """
    for folder, _, names in os.walk(fonts):
        name = md5(folder.encode(errors="surrogateescape"), usedforsecurity=False).hexdigest()
        try:
            changed = max(os.stat(os.path.join(folder, one)).st_ctime_ns for one in ("", *names))  # noqa: PTH116, PTH118
            for file in kept.glob(f"{name}-*"):
                if file.stat().st_mtime_ns <= changed:
                    file.unlink()
        except OSError:
            continue

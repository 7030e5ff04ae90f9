"""What fontconfig has kept of fonts that are other ones by now: it would choose fonts by it, and set text in them.

Fontconfig keeps what it reads of the fonts in a folder, and reads them again when the time of last change of the folder
is another one (`FcDirCacheValidConfig`). That time stays as it was when a file is overwritten where it is, as `cp` does
it. So what was kept before any file last changed is removed here.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import md5
from pathlib import Path

from briefs.render.engine.font_folders import FontFolders


@lru_cache(maxsize=1)
def remove_stale(folders: FontFolders, kept: Path) -> None:
    """Remove from the folder `kept` what fontconfig knew of each of `folders` before something in it last changed.

    What cannot be looked at or removed stays. It is done once for the same folders, and once more when something there
    has changed: for each layout, fontconfig reads what was kept.
    """
    for folder, files in folders:
        name = md5(folder.encode(errors="surrogateescape"), usedforsecurity=False).hexdigest()
        changed = max((state.changed for _, state in files if state is not None), default=0)
        try:
            for file in kept.glob(f"{name}-*"):
                if file.stat().st_mtime_ns <= changed:
                    file.unlink()
        except OSError:
            continue

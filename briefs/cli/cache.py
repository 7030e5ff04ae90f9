"""`briefs cache`: what is kept in the user's cache folder."""

from __future__ import annotations

from briefs.cli.printing import print_json, say
from briefs.cli.tables import table
from briefs.cli.usage import Options
from briefs.files.user_cache import FOLDERS, cache_folder, cached_sizes, clear_cache, why_unused
from briefs.model.diagnostics import BriefsError
from briefs.text.counts import counted


def run_cache(options: Options) -> int:
    """Print what is kept, or remove it. Returns the exit code. Raises BriefsError if something cannot be removed."""
    folder = str(cache_folder(""))
    if options.clear:
        files, size = clear_cache()
        left = sum(count for count, _ in cached_sizes().values())
        if files:
            say(f"removed {counted(files, 'file')} ({_size(size)}) from {folder}")
        elif not left:
            say(f"nothing is kept in {folder}")
        if left:
            raise BriefsError(f"{counted(left, 'file')} in {folder} cannot be removed", "remove the folder yourself")
        return 0
    sizes = {name: found for name, found in cached_sizes().items() if found[0]}
    if options.json:
        kept = [{"name": name or "records", "files": files, "bytes": size} for name, (files, size) in sizes.items()]
        print_json({"folder": folder, "kept": kept, "unused": why_unused() or None})
        return 0
    if sizes:
        rows = [(FOLDERS[name], str(files), _size(size)) for name, (files, size) in sizes.items()]
        say(*table((f"kept in {folder}", "files", "size"), rows, right=(1, 2)))
    else:
        say(f"nothing is kept in {folder}")
    if why := why_unused():
        say(f"it is not used: {why}")
    return 0


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.0f} kB"

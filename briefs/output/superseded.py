"""Files that later builds have replaced or pruned: what the manifest keeps of them, and of how many.

Each may have been sent to somebody, and is known by its hash if it returns. But whoever edits a brief builds it again
and again, so of the builds of one version only the latest are kept. The last one of each version stays for good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from briefs.model.brief_key import BriefKey

KEPT = ("report", "audience", "format", "status", "version", "date", "path", "sha256")
"""The fields that are kept for a file that another has replaced, besides the `product`
and the `edition` that it was made from."""

MOST = 50
"""How many replaced files are kept of each brief in each format, drafts and cleared ones apart."""

Kind: TypeAlias = tuple[str, BriefKey, str, str]


def superseded_entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What the manifest keeps of the `entry` of a file that is gone, so that it is known if it returns."""
    return {key: entry[key] for key in (*KEPT, "product", "edition") if key in entry}


def superseded(
    old: Sequence[Mapping[str, Any]], gone: Iterable[Mapping[str, Any]], files: Iterable[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The entries of replaced files, the latest last: `old` ones and those of files that are `gone` now.

    Each content is listed once, and not if it is one of the `files` that there are. Of each brief in each format, the
    last `MOST` stay, and the last of each name, that is, of each version on each paper.
    """
    is_known = {_content(entry) for entry in files}
    names: set[tuple[Kind, str]] = set()
    count: Counter[Kind] = Counter()
    kept: list[Mapping[str, Any]] = []
    for entry in reversed([*old, *map(superseded_entry, gone)]):
        content, kind = _content(entry), _kind(entry)
        name = (kind, entry["path"])
        if content in is_known or (count[kind] >= MOST and name in names):
            continue
        is_known.add(content)
        names.add(name)
        count[kind] += 1
        kept.append(entry)
    return kept[::-1]


def _kind(entry: Mapping[str, Any]) -> Kind:
    return entry["report"], BriefKey.of_entry(entry), entry["status"], entry["format"]


def _content(entry: Mapping[str, Any]) -> tuple[str, str]:
    return entry["path"], entry["sha256"]

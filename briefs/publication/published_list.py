"""`published.json`: what was published in a folder. So addresses keep working, and nothing of others is overwritten.

It names no person. `written` are the hashes of every file that publishing wrote; while it is writing, a file may have
its old or its new content. `addresses` are all pages that there ever were, with the brief that each was about.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, get_args

from briefs.model.brief_key import BriefKey
from briefs.model.formats import FORMATS
from briefs.model.sheet import Paper
from briefs.publication.published_edition import PublishedFile

NAME = "published.json"
VERSION = 1

Subject: TypeAlias = tuple[str, BriefKey]
"""The brief that an address is about: report, audience and product."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file that was published, and the edition that it belongs to."""

    subject: Subject
    version: str
    date: str
    file: PublishedFile


@dataclass(frozen=True, slots=True)
class PublishedList:
    """What was published in a folder; a new one is empty."""

    feed: str = ""
    files: tuple[ListedFile, ...] = ()
    written: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    addresses: Mapping[str, Subject] = field(default_factory=dict)


def list_json(published: PublishedList) -> bytes:
    """The list as JSON, the same bytes for the same list."""
    value = {
        "published": VERSION,
        "feed": published.feed,
        "files": [_file_json(one) for one in published.files],
        "written": {name: list(hashes) for name, hashes in published.written.items()},
        "addresses": {name: [report, key.audience, key.product] for name, (report, key) in published.addresses.items()},
    }
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_list(content: bytes) -> PublishedList:
    """The list in `content`. Raises ValueError if it is damaged, or of a later version."""
    try:
        value = json.loads(content)
        if type(value["published"]) is not int or value["published"] != VERSION:
            raise ValueError("not a list of this version")
        return PublishedList(
            _text(value["feed"]),
            tuple(map(_listed_file, value["files"])),
            {_name(name): tuple(map(_text, hashes)) for name, hashes in value["written"].items()},
            {_name(name): _subject(*subject) for name, subject in value["addresses"].items()},
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("damaged") from error


def _file_json(one: ListedFile) -> dict[str, Any]:
    (report, key), file = one.subject, one.file
    return {
        "path": file.name,
        "sha256": file.sha256,
        "report": report,
        "audience": key.audience,
        "product": key.product,
        "version": one.version,
        "date": one.date,
        "format": file.format,
        "paper": file.paper,
        "large_print": file.is_large_print,
        "pages": file.pages,
        "size": file.size,
    }


def _listed_file(value: Mapping[str, Any]) -> ListedFile:
    if value["format"] not in FORMATS or value["paper"] not in get_args(Paper):
        raise ValueError("an unknown format")
    if type(value["size"]) is not int or not isinstance(value["pages"], int | None):
        raise ValueError("not a number")
    file = PublishedFile(
        _name(value["path"]),
        value["format"],
        value["paper"],
        bool(value["large_print"]),
        value["pages"],
        value["size"],
        _text(value["sha256"]),
    )
    subject = _subject(value["report"], value["audience"], value["product"])
    return ListedFile(subject, _text(value["version"]), _text(value["date"]), file)


def _subject(report: object, audience: object, product: object) -> Subject:
    return _text(report), BriefKey(_text(audience), _text(product))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")
    return value


def _name(value: object) -> str:
    """A name of a file directly in the folder: nothing else in it may lead elsewhere."""
    name = _text(value)
    if not name or name.startswith(".") or set(name) & set("/\\\0"):
        raise ValueError(f"{value!r} is not the name of a published file")
    return name


def listed_first(files: Sequence[ListedFile]) -> tuple[ListedFile, ...]:
    """`files` in the order of the list."""
    return tuple(sorted(files, key=lambda one: (one.subject[0], one.subject[1], one.date, one.version, one.file.order)))

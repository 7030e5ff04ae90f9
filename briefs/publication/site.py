"""All files of a published folder, by name: pages and files of editions, the index, the feed, redirects, checksums."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefs.model.checksum_list import NAME as CHECKSUMS
from briefs.model.checksum_list import checksum_lines
from briefs.publication.atom_feed import atom_feed
from briefs.publication.index_page import FEED, index_html, index_language, index_title
from briefs.publication.published_edition import PublishedEdition, feed_id, version_order
from briefs.publication.published_list import (
    NAME,
    ListedFile,
    PublishedList,
    Subject,
    list_json,
    listed_first,
)
from briefs.publication.redirect_pages import redirect_html, withdrawn_html
from briefs.publication.web_names import web_name

INDEX = "index.html"
RESERVED = (INDEX, FEED, CHECKSUMS, NAME)
"""Names that no brief can have."""


@dataclass(frozen=True, slots=True)
class Site:
    """The `files` to write, by name, in the order of writing, and the list of what is then `published`.

    Files of earlier editions that stay as they are, are in the list and not among the files.
    """

    files: Mapping[str, bytes]
    published: PublishedList


def site_of(
    editions: Sequence[PublishedEdition],
    contents: Mapping[str, bytes],
    addresses: Mapping[str, Subject],
    old: PublishedList,
    title: str = "",
    url: str = "",
) -> Site:
    """The folder that publishes `editions`, whose files have these `contents`.

    `addresses` are names of pages of earlier editions that lead to current ones; those in `old` keep working too, and
    files of earlier editions in it stay. `url` is where the folder will be, and ends in a slash; empty if that is not
    known.
    """
    current = {subject_of(edition): edition for edition in editions}
    pages = {edition.page: subject for subject, edition in current.items()}
    own = {file.name: _listed(edition, file.name) for edition in editions for file in edition.files}
    kept = [one for edition in editions for one in _kept(edition, old)]
    led = {**old.addresses, **addresses, **_references(editions)}
    taken = {name.casefold() for name in (*own, *RESERVED, *(one.file.name for one in kept))}
    led = {name: subject for name, subject in led.items() if name.casefold() not in taken and name.endswith(".html")}
    feed = old.feed or feed_id(
        tuple(sorted({report for report, _ in current})),
        tuple(dict.fromkeys(edition.document.furniture.issuer for edition in editions)),
    )
    files = {name: contents[name] for name in own}
    called, language = index_title(editions, title), index_language(editions)
    for name in sorted(led):
        edition = current.get(led[name])
        page = redirect_html(edition, url) if edition else withdrawn_html(language, called, url)
        files[name] = page.encode()
    files[FEED] = atom_feed(editions, feed, title, url).encode()
    files[INDEX] = index_html(editions, title, url).encode()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    hashes |= {one.file.name: one.file.sha256 for one in kept}
    files[CHECKSUMS] = checksum_lines(hashes.items())
    hashes[CHECKSUMS] = hashlib.sha256(files[CHECKSUMS]).hexdigest()
    published = PublishedList(
        feed,
        listed_first([*own.values(), *kept]),
        {name: (sha256,) for name, sha256 in hashes.items()},
        {**led, **pages},
    )
    return Site(files, published)


def pending(site: Site, old: PublishedList) -> bytes:
    """The list while files are being replaced: each may be the old one or the new one."""
    written = {
        name: tuple(dict.fromkeys((*old.written.get(name, ()), *site.published.written.get(name, ()))))
        for name in {**old.written, **site.published.written}
    }
    changed = PublishedList(site.published.feed, old.files, written, {**old.addresses, **site.published.addresses})
    return list_json(changed)


def subject_of(edition: PublishedEdition) -> Subject:
    """The brief that an edition is one of."""
    return edition.report, edition.document.key


def unique_names(paths: Iterable[str]) -> dict[str, str]:
    """A name to publish each of `paths` under, no two of which are the same where case makes no difference."""
    named = {path: web_name(path) for path in sorted(set(paths))}
    count = Counter(name.casefold() for name in named.values())
    reserved = {name.casefold() for name in RESERVED}
    return {
        path: name if count[name.casefold()] == 1 and name.casefold() not in reserved else _marked(path, name)
        for path, name in named.items()
    }


def _marked(path: str, name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}_{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.{ending}"


def _listed(edition: PublishedEdition, name: str) -> ListedFile:
    properties = edition.document.properties
    file = next(file for file in edition.files if file.name == name)
    return ListedFile(subject_of(edition), properties.version, properties.date, file)


def _kept(edition: PublishedEdition, old: PublishedList) -> list[ListedFile]:
    """The files of earlier editions of a brief in the `old` list that the edition says are still there."""
    names = {file.name for _, file in edition.earlier_files}
    return [one for one in old.files if one.subject == subject_of(edition) and one.file.name in names]


def _references(editions: Sequence[PublishedEdition]) -> dict[str, Subject]:
    """Pages named after reference numbers, those of earlier editions too; none that several briefs have."""
    found: dict[str, set[Subject]] = {}
    for edition in editions:
        for document in sorted((*edition.earlier, edition.document), key=version_order):
            if document.furniture.reference:
                name = f"{web_name(document.furniture.reference)}.html"
                found.setdefault(name, set()).add(subject_of(edition))
    return {name: next(iter(subjects)) for name, subjects in found.items() if len(subjects) == 1}

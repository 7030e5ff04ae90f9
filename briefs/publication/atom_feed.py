"""The feed of editions with what changed (Atom, RFC 4287).

Ids never change; times are the dates of editions. Where the folder will be is known only if a URL is named: otherwise
links are relative, and programs complete them with the address that they read the feed from (RFC 3986, 5.1.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from urllib.parse import quote

from briefs.model.document import Document
from briefs.model.formats import MEDIA_TYPES
from briefs.model.inline import inline_text
from briefs.publication.edition_changes import edition_changes
from briefs.publication.index_page import FEED, changes_list, index_language, index_title
from briefs.publication.published_edition import PublishedEdition, edition_id, version_order

_XHTML = "http://www.w3.org/1999/xhtml"


def atom_feed(editions: Sequence[PublishedEdition], feed: str, title: str = "", url: str = "") -> str:
    """The feed with the id `feed`, of `editions` and those before them, the latest first."""
    listed = sorted(
        (one for edition in editions for one in _all_of(edition)),
        key=lambda one: version_order(one[2]),
        reverse=True,
    )
    language = index_language(editions)
    issuers = dict.fromkeys(edition.document.furniture.issuer for edition in editions)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(language)}">',
        f"<title>{escape(index_title(editions, title), quote=False)}</title>",
        f"<id>{escape(feed)}</id>",
        f"<updated>{max(_time(document) for _, _, document in listed)}</updated>",
        *(f"<author><name>{escape(issuer, quote=False)}</name></author>" for issuer in issuers),
        f'<link rel="self" type="application/atom+xml" href="{escape(url)}{FEED}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(url)}index.html"/>',
        *(line for edition, before, document in listed for line in _entry(edition, before, document, language, url)),
        "</feed>",
        "",
    ]
    return "\n".join(lines)


def _all_of(edition: PublishedEdition) -> Iterator[tuple[PublishedEdition, Document | None, Document]]:
    """Every edition of a brief, each with the one before it."""
    for before, document in pairwise((None, *edition.earlier, edition.document)):
        assert document is not None
        yield edition, before, document


def _entry(
    edition: PublishedEdition, before: Document | None, document: Document, language: str, url: str
) -> Iterator[str]:
    properties, furniture, phrases = document.properties, document.furniture, edition.phrases
    tongue = f' xml:lang="{escape(properties.language)}"' if properties.language != language else ""
    yield f"<entry{tongue}>"
    yield f"<title>{escape(f'{furniture.series}, {_plain(furniture.version)}: {document.title}', quote=False)}</title>"
    yield f"<id>{edition_id(edition.report, document)}</id>"
    yield f"<updated>{_time(document)}</updated>"
    yield f"<author><name>{escape(furniture.issuer, quote=False)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href="{escape(url + quote(edition.page))}"/>'
    if document is edition.document:
        for file in edition.files[1:]:
            href, kind = escape(url + quote(file.name)), MEDIA_TYPES[file.format]
            named = escape(file.described(phrases))
            yield f'<link rel="related" type="{kind}" length="{file.size}" title="{named}" href="{href}"/>'
    listed = f"<p>{escape(inline_text(furniture.about), quote=False)}</p>"
    if before is not None:
        since = escape(phrases.changed_since.format(version=before.properties.version), quote=False)
        listed += f"\n<p>{since}</p>\n{changes_list(edition_changes(before, document), phrases)}"
    yield f'<content type="xhtml"><div xmlns="{_XHTML}">\n{listed}\n</div></content>'
    yield "</entry>"


def _time(document: Document) -> str:
    return f"{document.properties.date}T00:00:00Z"


def _plain(text: str) -> str:
    return " ".join(text.split())

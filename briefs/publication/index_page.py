"""The page that everything starts from: each brief with a link to its page, other formats beside it, and what changed.

HTML comes first, as guidance on accessible documents wants: it fits every screen and every screen reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from briefs.model.checksum_list import NAME as CHECKSUMS
from briefs.model.inline import inline_text
from briefs.model.published_phrases import PublishedPhrases, published_phrases_for
from briefs.publication.edition_changes import SHOWN, Change, edition_changes
from briefs.publication.page_frame import page_html
from briefs.publication.published_edition import PublishedEdition, PublishedFile

FEED = "feed.xml"


def index_language(editions: Sequence[PublishedEdition]) -> str:
    """The language of the index: that of most briefs, or of the first of these."""
    return Counter(edition.document.properties.language for edition in editions).most_common(1)[0][0]


def index_title(editions: Sequence[PublishedEdition], title: str = "") -> str:
    """What the index is called: `title`, or else who issues the briefs."""
    issuers = dict.fromkeys(edition.document.furniture.issuer for edition in editions)
    return title or published_phrases_for(index_language(editions)).briefs_by.format(issuer=", ".join(issuers))


def index_html(editions: Sequence[PublishedEdition], title: str = "", url: str = "") -> str:
    """The index of `editions`, in their order. `url` is where the folder will be, if that is known."""
    language = index_language(editions)
    phrases, called = published_phrases_for(language), index_title(editions, title)
    feed_title = escape(phrases.feed)
    head = [f'<link rel="alternate" type="application/atom+xml" href="{FEED}" title="{feed_title}">']
    head += [f'<link rel="canonical" href="{escape(url)}">'] if url else []
    body = "\n".join(
        [
            f"<header>\n<h1>{escape(called, quote=False)}</h1>\n</header>",
            "<main>",
            *(_article(edition, language) for edition in editions),
            "</main>",
            "<footer>",
            f'<p><a href="{FEED}">{escape(phrases.feed, quote=False)}</a></p>',
            f'<p><a href="{CHECKSUMS}">{escape(phrases.checksums, quote=False)}</a></p>',
            "</footer>",
        ]
    )
    return page_html(language, called, tuple(head), body)


def _article(edition: PublishedEdition, language: str) -> str:
    document, phrases = edition.document, edition.phrases
    furniture, properties = document.furniture, document.properties
    tongue = f' lang="{escape(properties.language)}"' if properties.language != language else ""
    about = inline_text(furniture.about)
    parts = [
        f"<article{tongue}>",
        f'<p class="series">{escape(furniture.series, quote=False)}</p>',
        f'<h2><a href="{_address(edition.page)}">{escape(document.title, quote=False)}</a></h2>',
        f'<p class="identity">{escape(" · ".join(furniture.identity), quote=False)}'
        f" · {escape(edition.files[0].described(phrases), quote=False)}</p>",
        f'<p class="about">{escape(about, quote=False)}</p>' if about else "",
    ]
    if edition.files[1:]:
        parts += [_heading(phrases.other_formats, document.title), _files(edition.files[1:], phrases)]
    parts += [changes_html(edition), _earlier_files(edition), "</article>"]
    return "\n".join(filter(None, parts))


def _heading(text: str, title: str) -> str:
    """The heading of a list, which screen readers name together with the brief: several have one like it."""
    return f'<h3 aria-label="{escape(f"{text}: {title}")}">{escape(text, quote=False)}</h3>'


def _files(files: Sequence[PublishedFile], phrases: PublishedPhrases) -> str:
    items = (f"<li>{_link(file, file.described(phrases))}</li>" for file in files)
    return "\n".join(["<ul>", *items, "</ul>"])


def _link(file: PublishedFile, text: str) -> str:
    return f'<a href="{_address(file.name)}">{escape(text, quote=False)}</a>'


def _address(name: str) -> str:
    return escape(quote(name))


def _earlier_files(edition: PublishedEdition) -> str:
    if not edition.earlier_files:
        return ""
    items = (
        f"<li>{_link(file, f'{version}: {file.described(edition.phrases)}')}</li>"
        for version, file in edition.earlier_files
    )
    summary = escape(edition.phrases.earlier_editions, quote=False)
    return "\n".join(["<details>", f"<summary>{summary}</summary>", "<ul>", *items, "</ul>", "</details>"])


def changes_html(edition: PublishedEdition) -> str:
    """What has changed since the edition before, to be opened; empty if there was none."""
    if not edition.earlier:
        return ""
    before, phrases = edition.earlier[-1], edition.phrases
    summary = phrases.changed_since.format(version=before.properties.version)
    listed = changes_list(edition_changes(before, edition.document), phrases)
    return f"<details>\n<summary>{escape(summary, quote=False)}</summary>\n{listed}\n</details>"


def changes_list(changes: Sequence[Change], phrases: PublishedPhrases) -> str:
    """Changes as a list, those of a kind together; a sentence if there are none."""
    if not changes:
        return f"<p>{escape(phrases.nothing_changed, quote=False)}</p>"
    items = []
    for kind, found in groupby(changes, key=lambda change: change.kind):
        labels = [change.label for change in found]
        left = len(labels) - SHOWN
        labels = [*labels[:SHOWN], *([phrases.and_more.format(number=left)] if left > 0 else ())]
        rows = "".join(f"<li>{escape(label, quote=False)}</li>" for label in labels)
        items.append(f"<li>{escape(getattr(phrases, kind), quote=False)}<ul>{rows}</ul></li>")
    return "\n".join(["<ul>", *items, "</ul>"])

"""Pages at addresses of earlier editions, and at those made of reference numbers, that lead to the current edition."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from briefs.publication.page_frame import page_html
from briefs.publication.published_edition import PublishedEdition


def redirect_html(edition: PublishedEdition, url: str = "") -> str:
    """A page that leads to that of `edition`: at once, or by its link. `url` is where the folder is, if that is known.

    A delay of 0 is no change that surprises (WCAG 2.2, technique H76).
    """
    properties, phrases = edition.document.properties, edition.phrases
    body = "\n".join(
        [
            "<main>",
            f"<h1>{escape(phrases.moved, quote=False)}</h1>",
            f"<p>{escape(phrases.moved_to, quote=False)}</p>",
            f'<p><a href="{escape(quote(edition.page))}">{escape(properties.title, quote=False)}</a></p>',
            "</main>",
        ]
    )
    return page_html(properties.language, properties.title, _leading_to(edition.page, url), body)


def withdrawn_html(language: str, title: str, url: str = "") -> str:
    """A page at the address of a brief that is published no more: it leads to the index, which has this `title`."""
    body = f'<main>\n<h1><a href="index.html">{escape(title, quote=False)}</a></h1>\n</main>'
    return page_html(language, title, _leading_to("index.html", url), body)


def _leading_to(page: str, url: str) -> tuple[str, ...]:
    return (
        f'<meta http-equiv="refresh" content="0; url={escape(quote(page))}">',
        f'<link rel="canonical" href="{escape(url + quote(page))}">',
    )

"""A Document as HTML: one self-contained file for any screen, or the page that the PDF is laid out from."""

from __future__ import annotations

from html import escape

from briefs.model.colours import tint
from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.model.typesetting import BREAK
from briefs.model.web_policy import POLICY
from briefs.render.accents import lightened
from briefs.render.figures.figure_drawing import for_page, for_screens
from briefs.render.figures.rasterize import logo_for_pages
from briefs.render.html.body import body_html
from briefs.render.html.columns import printed_columns
from briefs.render.html.font_faces import font_faces
from briefs.render.html.unit_attributes import class_attribute
from briefs.render.layout import Layout
from briefs.render.style.style_text import carried_style


def render_html(document: Document, layout: Layout, key: str = "") -> str:
    """The HTML rendition: one file with its style sheet inside, without scripts, and without anything to load.

    If `layout` embeds fonts, those that it needs are in the style sheet. `key` explains the marks of a
    redline under its title.
    """
    accent = layout.accent(document.key)
    colours = f":root {{ --accent: {accent}; --tint: {tint(accent)}; --light: {lightened(accent)}; }}"
    draw = for_screens(layout, phrases_for(document.properties.language))
    body = body_html(document, "end", draw, layout.logo, key=key)
    fonts = f"{font_faces(body, layout)}\n" if layout.embeds_fonts else ""
    style = f"{fonts}{colours}\n{carried_style(layout.screen_css, layout.redline_css)}"
    extra = (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{POLICY}\n"
        '<meta name="color-scheme" content="light dark">\n'
        f"<style>\n{style}\n</style>"
    )
    return _page(document, extra, body)


def print_html(document: Document, layout: Layout, key: str = "") -> str:
    """The HTML that the PDF is laid out from; the style sheets for pages are not part of it.

    Where a long address may be broken it has a character: WeasyPrint makes a box of `wbr`, which has no place in links.
    `key` explains the marks of a redline under its title.
    """
    logo = None if layout.logo is None else logo_for_pages(layout.logo, layout.fonts)
    draw = for_page(document.key, layout, phrases_for(document.properties.language))
    size = "large-print" if layout.sheet.is_large_print else ""
    body = body_html(document, "foot", draw, logo, printed_columns(layout), key).replace("<wbr>", BREAK)
    return _page(document, "", body, size)


def _page(document: Document, extra: str, body: str, size: str = "") -> str:
    properties = document.properties
    metas = {
        "author": properties.author,
        "description": properties.subject,
        "keywords": ", ".join(properties.keywords),
        "dcterms.identifier": properties.identifier,
        "dcterms.created": properties.date,
        "dcterms.modified": properties.date,
    }
    head = [
        '<meta charset="utf-8">',
        f"<title>{escape(properties.title, quote=False)}</title>",
        *(f'<meta name="{name}" content="{escape(content)}">' for name, content in metas.items() if content),
        extra,
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(properties.language)}">',
            "<head>",
            *(line for line in head if line),
            "</head>",
            f"<body{class_attribute(document.audience, properties.status, size)}>",
            body,
            "</body>",
            "</html>",
            "",
        ]
    )

"""The body of a brief in HTML: one serializer for the HTML rendition and for the pages of the PDF.

It translates and decides nothing: every element of the Document has one form, and its look is left to style sheets. The
two outputs differ in where the text of a note is (see `Placement`) and in what can be opened on a screen.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape
from itertools import pairwise

from briefs.model.addressing import copy_line
from briefs.model.document import Document, Note, Paragraph, Section, Table
from briefs.model.document_text import heading_words
from briefs.model.document_walk import calls_notes
from briefs.model.inline import Inline, Text, inline_text
from briefs.model.page_furniture import Logo
from briefs.model.phrases import phrases_for
from briefs.model.redline_phrases import redline_phrases_for
from briefs.model.typesetting import with_line_breaks
from briefs.render.figures.figure_drawing import DrawFigure, no_drawings
from briefs.render.html.changed_elements import changed, in_change, in_section, without_deletions
from briefs.render.html.columns import Columns, declared_columns
from briefs.render.html.content import content_html
from briefs.render.html.inlines import Inlines, Placement, call_id, characters_html, label, traced_note
from briefs.render.html.passages import contexts_of, opening, table_passages_html, with_passages
from briefs.render.html.unit_attributes import class_attribute
from briefs.render.logo.logo_picture import LogoPicture


def body_html(
    document: Document,
    placement: Placement,
    draw: DrawFigure = no_drawings,
    logo: LogoPicture | None = None,
    columns: Columns = declared_columns,
    key: str = "",
) -> str:
    """The masthead, title, sections and notes of `document` as HTML, in the reading order that all renditions share.

    `draw` draws figures; `logo` is the picture of the masthead's logo; `columns` gives the widths of columns; `key` is
    what a redline has under its title: how to read it. Raises AssertionError if a call names a note that does not
    exist, or if a note is never called, which is a bug in collecting notes.
    """
    contexts = contexts_of(document) if placement == "end" else {}
    notes = {note.id: note for note in document.notes}
    language = document.properties.language
    write = Inlines(
        notes,
        placement,
        phrases_for(language),
        contexts,
        draw=draw,
        columns=columns,
        redline_phrases=redline_phrases_for(language),
        house=document.furniture.issuer,
    )
    parts = [_masthead(document, logo, placement), "<main>", _title(document, key, write)]
    parts += [_section(section, write) for section in document.sections]
    if placement == "end" and document.notes:
        parts.append(_end_notes(document.notes, write))
    parts.append("</main>")
    uncalled = [note.id for note in document.notes if note.id not in write.calls]
    assert not uncalled, f"notes without a call: {', '.join(uncalled)}"
    return "\n".join(parts)


def _masthead(document: Document, logo: LogoPicture | None, placement: Placement) -> str:
    """The identity of the brief (editorial guide A3): logo, issuer, series, identity line, status, distribution."""
    furniture = document.furniture
    picture = _logo(furniture.logo, logo)
    return "\n".join(
        [
            f'<header class="masthead with-logo">\n{picture}' if picture else '<header class="masthead">',
            f'<div class="line"><p class="issuer">{escape(furniture.issuer)}</p>',
            f'<p class="series">{escape(furniture.series)}</p></div>',
            f'<p class="identity">{escape(" · ".join(furniture.identity))}</p>',
            *_copy(document, placement),
            f'<div class="line standing"><p class="status">{escape(furniture.status)}</p>',
            f'<p class="distribution">{escape(furniture.distribution)}</p></div>',
            "</header>",
        ]
    )


def _copy(document: Document, placement: Placement) -> tuple[str, ...]:
    """The line that says which copy it is; on pages, an edition with personal copies has room for it in any case.

    It is one piece of text: names are not parted into what may be broken and what may not.
    """
    line = copy_line(document)
    is_printed = placement == "foot" and document.furniture.is_personal
    return (f'<p class="copy">{escape(line, quote=False)}</p>',) if line or is_printed else ()


def _logo(logo: Logo | None, picture: LogoPicture | None) -> str:
    """The logo in its printed width; its height follows from its proportions."""
    if logo is None:
        return ""
    assert picture is not None, f"nothing gives the picture of the logo {logo.file!r}"
    size = f"width: {picture.width:.3f}mm"
    return f'<p class="logo"><img src="{picture.address}" alt="{escape(logo.alternative)}" style="{size}"></p>'


def _title(document: Document, key: str, write: Inlines) -> str:
    """The title, and the sentence on what the brief summarizes; in a redline, how to read it."""
    marked = document.marked_title
    words = write.html(marked) if marked else characters_html(document.title)
    named, about = _named((Text(document.title),), write, bool(marked)), document.furniture.about
    return "\n".join(
        [
            f"<h1{class_attribute(changed(None, marked))}{named}>{words}</h1>",
            f"<p{class_attribute('about', changed(None, about))}>{write.html(about)}</p>",
            *([f'<p class="key">{escape(key, quote=False)}</p>'] if key else []),
        ]
    )


def _section(section: Section, write: Inlines) -> str:
    write = replace(write, section=section)
    is_gone = section.change is not None and section.change.kind == "deleted"
    named = f' id="{escape(section.id)}"' if section.id and not is_gone else ""
    styles = class_attribute(section.style, f"level-{section.level}", "new-page" if section.page_break else "")
    tag = f"h{section.level}"
    heading, look = in_change(section.heading, section.change), changed(section.change, section.heading)
    parts = [
        f"<section{named}{styles}>",
        f"<{tag}{class_attribute(look)}{_named(section.heading, write, bool(look))}>{write.html(heading)}</{tag}>",
    ]
    for before, content in pairwise((None, *in_section(section))):
        assert content is not None
        passages = ""
        if isinstance(before, Table) and isinstance(content, Paragraph) and content.role == "tag":
            passages = table_passages_html(before, content.children, write)
        parts.append(passages or content_html(content, write))
    return "\n".join([*parts, "</section>"])


def _named(heading: tuple[Inline, ...], write: Inlines, is_changed: bool) -> str:
    """The attribute by which lists of headings name a heading that prints more than its words, such as marks of notes.

    It is for screen readers or, on pages, for the outline of the PDF, whose tags keep what is printed. If `is_changed`,
    screen readers must hear the changes, and the outline has its new words.
    """
    words = heading_words(without_deletions(heading) or heading)
    if is_changed:
        name = "" if write.placement == "end" else "data-title"
    elif calls_notes(heading):
        name = "aria-label" if write.placement == "end" else "data-title"
    elif write.placement == "foot" and with_line_breaks(inline_text(heading)) != words:
        name = "data-title"
    else:
        return ""
    return f' {name}="{escape(words)}"' if name else ""


def _end_notes(notes: tuple[Note, ...], write: Inlines) -> str:
    heading = escape(write.phrases.notes, quote=False)
    parts = ['<section class="notes" role="doc-endnotes">', f"<h2>{heading}</h2>", "<ol>"]
    for note in notes:
        text, passages = opening(in_change(note.children, note.change), note.unit, write)
        back = f'<a class="back" href="#{call_id(note)}"{label(write.phrases.back_to_text, note.number)}>↩</a>'
        text = with_passages(f"{text} {back}", passages)
        styles = class_attribute(changed(note.change, note.children))
        parts.append(f'<li{traced_note(note)}{styles} value="{note.number}">{text}</li>')
    return "\n".join([*parts, "</ol>", "</section>"])

"""How each element of a Document is written in HTML."""

from __future__ import annotations

import pytest

from briefs.model.document import Content, Figure, List, Note, Paragraph, ParagraphRole
from briefs.render.figures.figure_drawing import DrawFigure, Drawing
from briefs.render.html.body import body_html
from briefs.render.html.inlines import Placement
from tests.builders import TIMELINE
from tests.render.builders import document, item, section, text, unit


def html_of(*content: Content, notes: tuple[Note, ...] = (), placement: Placement = "end") -> str:
    """What stands between the heading of a section and its end."""
    html = body_html(document(section(*content), notes=notes), placement)
    return html.partition("<h2>Heading</h2>\n")[2].partition("\n</section>")[0]


@pytest.mark.parametrize(
    ("role", "html"),
    [
        ("body", "<p>Words.</p>"),
        ("intro", '<p class="intro">Words.</p>'),
        ("quote", "<blockquote><p>Words.</p></blockquote>"),
        ("attribution", '<p class="attribution">Words.</p>'),
        ("tag", '<p class="tags">Words.</p>'),
        ("small", '<p class="small">Words.</p>'),
    ],
)
def test_each_role_of_a_paragraph_has_its_form(role: ParagraphRole, html: str) -> None:
    assert html_of(Paragraph(text("Words."), role)) == html


def test_list_items_stand_under_their_running_numbers() -> None:
    items = List((item("One", unit("u1", "a", number=5)), item("Two", unit("u2", "b", number=6))))
    assert html_of(items) == (
        "<ol>\n"
        '<li id="u1" data-blocks="a" value="5"><span class="number">5 </span>One</li>\n'
        '<li id="u2" data-blocks="b" value="6"><span class="number">6 </span>Two</li>\n'
        "</ol>"
    )


def test_a_plain_list_has_bullets() -> None:
    assert html_of(List((item("One"),), "plain")) == '<ul class="plain">\n<li>One</li>\n</ul>'


FIGURE = Figure(TIMELINE, text("Caption"), unit("u4", "fig.1", number=9))


def drawings(*svgs: str) -> DrawFigure:
    return lambda figure: tuple(Drawing(svg, 442, 9) for svg in svgs)


def test_a_picture_stands_under_its_caption() -> None:
    made = document(section(FIGURE))
    assert (
        '<figure id="u4" data-blocks="fig.1">\n'
        '<figcaption class="numbered"><span class="number">9 </span>Caption</figcaption>\n'
        "<svg></svg>\n"
        "</figure>"
    ) in body_html(made, "foot", drawings("<svg></svg>"))


def test_every_drawing_of_a_picture_is_there_as_it_was_drawn() -> None:
    wide, narrow = '<svg class="wide"></svg>', '<svg class="narrow" data-svg="<svg"></svg>'
    assert f"{wide}\n{narrow}\n" in body_html(document(section(FIGURE)), "end", drawings(wide, narrow))


NOTE = Note("fn.1", unit("u9", "fn.1"), text("Said in 2009."), 1)

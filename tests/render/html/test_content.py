"""How each element of a Document is written in HTML."""

from __future__ import annotations

import pytest

from briefs.model.document import (
    Content,
    Drawing,
    Figure,
    List,
    Note,
    Paragraph,
    ParagraphRole,
)
from briefs.render.html.body import body_html
from briefs.render.html.inlines import Placement
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


def picture(inside: str) -> Figure:
    return Figure((Drawing(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', 442),), "A picture", ())


def test_a_picture_says_what_it_shows_under_its_caption() -> None:
    svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9"><title>old</title><rect/></svg>'
    drawn = Figure((Drawing(svg, 442),), "A square & no more", text("Caption"), unit("u4", "fig.1", number=9))
    assert html_of(drawn) == (
        '<figure id="u4" data-blocks="fig.1">\n'
        '<figcaption class="numbered"><span class="number">9 </span>Caption</figcaption>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" role="img">'
        "<title>A square &amp; no more</title><rect/></svg>\n"
        "</figure>"
    )


def test_a_picture_must_be_svg() -> None:
    with pytest.raises(ValueError, match=r"^a figure is not SVG: '<img>'$"):
        html_of(Figure((Drawing("<img>", 442),), "A square", ()))


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="http://127.0.0.1/x.png"/>',
        '<use xlink:href = "other.svg#part"/>',
        "<rect style='fill: url(https://example.org/#g)'/>",
        "<style>@import 'x.css'</style>",
        "<script>1</script>",
        '<rect onclick="1"/>',
    ],
)
def test_a_picture_loads_nothing_and_does_nothing(inside: str) -> None:
    with pytest.raises(ValueError, match=r"^a figure must hold all that it shows and do nothing, but has "):
        html_of(picture(inside))


def test_a_picture_may_use_its_own_parts() -> None:
    parts = '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#a)" style="fill: url(\'#a\')"/>'
    assert parts in html_of(picture(parts))


NOTE = Note("fn.1", unit("u9", "fn.1"), text("Said in 2009."), 1)

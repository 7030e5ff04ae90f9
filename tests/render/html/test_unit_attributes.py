"""What an element says of the unit that it prints."""

from __future__ import annotations

from briefs.model.document import (
    Content,
    Note,
)
from briefs.render.html.body import body_html
from briefs.render.html.inlines import Placement
from tests.render.builders import document, paragraph, section, unit


def html_of(*content: Content, notes: tuple[Note, ...] = (), placement: Placement = "end") -> str:
    """What stands between the heading of a section and its end."""
    html = body_html(document(section(*content), notes=notes), placement)
    return html.partition("<h2>Heading</h2>\n")[2].partition("\n</section>")[0]


def test_a_unit_prints_its_number_and_keeps_its_id_and_blocks() -> None:
    assert html_of(paragraph("Words.", unit("u17", "es.02", "ben.states", number=4))) == (
        '<p id="u17" data-blocks="es.02 ben.states" class="numbered"><span class="number">4 </span>Words.</p>'
    )

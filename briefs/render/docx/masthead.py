"""The masthead: everything above the first section."""

from __future__ import annotations

from briefs.model.addressing import copy_line
from briefs.model.document import Document
from briefs.render.docx.copy_line import copy_runs
from briefs.render.docx.inlines import Story, inlines
from briefs.word.elements import Element, characters, paragraph, run, styled_run, tab_character


def masthead(document: Document, story: Story, logo: Element | None = None) -> list[Element]:
    """The issuer and the series, reference and date, status, title, and what the brief summarizes; above all, the
    run that shows the `logo`.

    In large print, what usually stands at the right of a line has a line of its own. An edition with personal copies
    has a line for whom a copy is for, which is empty as long as it is for nobody.
    """
    is_large = story.look.sheet.is_large_print
    furniture, style = document.furniture, story.look.style
    series = styled_run(style("BriefSeries"), *characters(furniture.series))
    status = styled_run(style("Strong"), *characters(furniture.status))
    return [
        *([] if logo is None else [paragraph(style("BriefLogo"), logo)]),
        paragraph(style("BriefMasthead"), run(furniture.issuer), _apart(is_large), series),
        *_identity(document, story),
        paragraph(style("StatusLine"), status, _apart(is_large), run(furniture.distribution)),
        paragraph(style("Title"), *inlines(document.printed_title, story)),
        paragraph(style("Subtitle"), *inlines(furniture.about, story)),
    ]


def _identity(document: Document, story: Story) -> list[Element]:
    style, words = story.look.style("BriefIdentity"), run(" · ".join(document.furniture.identity))
    if not document.furniture.is_personal:
        return [paragraph(style, words)]
    return [paragraph(style, words, space_after=0), paragraph(style, *copy_runs(copy_line(document)))]


def _apart(is_large: bool) -> Element:
    """What parts the left of a line from its right: a tab, or the end of the line."""
    return run("\n") if is_large else tab_character()

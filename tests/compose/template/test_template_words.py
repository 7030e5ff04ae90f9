"""A template's own words are found with their lines, and with the blocks that they stand for."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from briefs.compose.looks.block_template import BlockTemplate, BlockTemplateFrontMatter
from briefs.compose.template.template_words import own_words
from briefs.model.edition import Gaps
from tests.check.builders import TEMPLATE

LOOKS = {
    "asks": BlockTemplate("asks", "a.html", BlockTemplateFrontMatter(prints="any", options={"caption": "Words"}), "", 1)
}
BODY = """## First {cut=2 .box}

{# nothing: "no.id" #}
They say, in a
paragraph of two lines: {{ block("a.one") }}

- **All:** {{ block("a.two").verbatim }}{{ note("a.note") }}
- {{ block("a.three") }}

### Below {% if status == "draft" %}this{% endif %}

Introduced by:

{{ asks("a.four", "a.five", caption="Two asks") }}

## Second

{{ asks(
    "a.six",
    caption="Last"
) }}
"""


def found(body: str = BODY) -> list[tuple[str, str, int, tuple[str, ...], tuple[int, ...]]]:
    words = own_words(replace(TEMPLATE, body=body, first_line=12), LOOKS)
    return [(one.owner, one.text, one.place.line, one.blocks, one.counts) for one in words if one.place.line]


def test_headings_stand_for_all_below_them_and_paragraphs_for_what_they_print() -> None:
    first = ("a.one", "a.two", "a.note", "a.three", "a.four", "a.five")
    assert found() == [
        ("the heading", "First", 12, first, (1, 2, 1, 2, 6, 5)),
        ("the template", "They say, in a paragraph of two lines: …", 15, ("a.one",), (2, 1, 3, 2)),
        ("the template", "**All:** ……", 18, ("a.two", "a.note"), (1, 1, 1)),
        ("the heading", "Below this", 21, ("a.four", "a.five"), (2, 2, 2)),
        ("the template", "Introduced by:", 23, ("a.four", "a.five"), (2, 2, 1)),
        ("the heading", "Second", 27, ("a.six",), (1, 1, 1)),
        ("caption of asks(…)", "Two asks", 25, ("a.four", "a.five"), (2,)),
        ("caption of asks(…)", "Last", 29, ("a.six",), (1,)),
    ]


def test_what_jinja_cannot_read_has_no_words_of_its_own() -> None:
    assert found("## A {{ block(\n\n## B {{") == []


def test_front_matter_stands_for_the_whole_brief_at_the_line_of_each_entry() -> None:
    gaps = Gaps(heading="To do", lines=("One", "Two"))
    front = TEMPLATE.front.model_copy(update={"gaps": gaps, "keywords": ("ports", "tides")})
    entries: dict[tuple[Hashable, ...], int] = {("gaps", "heading"): 7, ("gaps", "lines", 1): 9, ("keywords", 0): 11}
    template = replace(TEMPLATE, front=front, body=BODY, first_line=12, lines={"title": 3, "gaps": 6}, entries=entries)
    words = [one for one in own_words(template, LOOKS) if 0 < one.place.line < 12]
    assert [(one.owner, one.text, one.place.line, one.scope) for one in words] == [
        ("the title", "A title", 3, "blocks"),
        ("`keywords`", "ports", 11, "blocks"),
        ("`gaps`", "To do", 7, "furniture"),
        ("`gaps`", "One", 6, "furniture"),
        ("`gaps`", "Two", 9, "furniture"),
    ]
    assert len(words[0].blocks) == 7

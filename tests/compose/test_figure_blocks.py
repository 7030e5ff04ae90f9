"""Blocks of the kind figure: one unit of the figure and of what it is drawn from, and by which calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from briefs.compose.template_files import read_block_templates
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document, Figure, Unit
from briefs.model.figure import Pillars
from briefs.model.inline import inline_text
from tests.builders import BLOCKS, RULES, forms, harbour_report, write_files
from tests.compose.builders import composed, harbour_composer, template

FIGURES = """kind: figure
blocks:
  - id: fig.quay
    anchor: "Most keepers agreed … at the quay"
    short: What keepers agreed
    of: [fact.timetable, fact.bicycles]
    audiences: {captains: should}
  - id: fig.tides
    anchor: The board should publish the tides each week
    short: {text: Tides, anchor: "Ferries that share … the winter months"}
    of: [rec.tides]
    audiences: {captains: never}
"""

PARTS = '{% for b in f.parts %}<li value="1">{{ b.text }}</li>{% endfor %}'


def drawing(inside: str = PARTS, caption: str = "{{ f.text }}", kinds: str = "fact", after: str = "") -> dict[str, str]:
    """A block template `drawn` that draws the pillars `inside`, and prints `after` each figure."""
    figure = f'<figure class="pillars"><figcaption>{caption}</figcaption><ol>{inside}</ol></figure>{after}'
    front = f"---\nprints: [figure]\ndraws: [{kinds}]\noptions: {{full: 1}}\n---\n"
    return {"drawn": f"{front}{{% for f in blocks %}}{figure}{{% endfor %}}\n"}


def brief(folder: Path, body: str, block_templates: dict[str, str] | None = None) -> Document:
    return composed(folder, f"## Issue\n\n{body}\n", block_templates or drawing(), figure=FIGURES)


def said(folder: Path, body: str, kinds: str, audience: str = "captains") -> str:
    """What is said of a template for `audience` with `body`, where `drawn` draws `kinds`."""
    made, wrong = harbour_composer(folder, drawing(kinds=kinds), {**BLOCKS, "figure": FIGURES})
    assert wrong == ""
    return "\n".join(map(str, made.lint(template(folder, f"## Issue\n{body}", audience))))


def unit_of(document: Document) -> Unit:
    (content,) = document.sections[0].content
    assert isinstance(content, Figure)
    assert content.unit is not None
    return content.unit


def test_a_figure_is_one_unit_with_its_parts_and_all_their_places(tmp_path: Path) -> None:
    document = brief(tmp_path, '{{ drawn("fig.quay") }}')
    unit = unit_of(document)
    assert (unit.blocks, unit.parts) == (("fig.quay",), ("fact.timetable", "fact.bicycles"))
    assert unit.printed == ("fig.quay", "fact.timetable", "fact.bicycles")
    assert unit.forms == forms("fig.quay/short", "fact.timetable/short", "fact.bicycles/verbatim")
    assert unit.sources == ("I ¶ 1", "I ¶ 2")
    (content,) = document.sections[0].content
    assert isinstance(content, Figure)
    assert inline_text(content.caption) == "What keepers agreed"


@pytest.mark.parametrize(("call", "weight"), [("", "should"), (', weight="could"', "could")])
def test_a_figure_has_its_own_weight_and_not_that_of_its_parts(tmp_path: Path, call: str, weight: str) -> None:
    assert unit_of(brief(tmp_path, f'{{{{ drawn("fig.quay"{call}) }}}}')).weight == weight


def test_parts_have_the_weight_of_their_figure(tmp_path: Path) -> None:
    inside = '{% for b in f.parts %}<li value="1">{{ b.text }} {{ b.weight }}</li>{% endfor %}'
    (content,) = brief(tmp_path, '{{ drawn("fig.quay") }}', drawing(inside)).sections[0].content
    assert isinstance(content, Figure)
    assert isinstance(content.graphic, Pillars)
    assert [pillar.text.rpartition(" ")[2] for pillar in content.graphic.pillars] == ["should", "should"]


PLACE = "templates/captains.md:13: error: "


def test_what_cannot_be_drawn_is_said_with_its_line_and_the_call(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        brief(tmp_path, '{{ drawn("fig.quay") }}', drawing(f'\n<li value="one">One</li>{PARTS}'))
    assert str(caught.value) == (
        'templates/blocks/drawn.html:7: error: the value of this <li> must be a whole number in digits, not "one" '
        "[not-representable]\n  hint: printed for fig.quay by templates/captains.md:14"
    )


WHERE = "seeds/harbour/blocks/figure.yaml"


@pytest.mark.parametrize(
    ("body", "kinds", "expected"),
    [
        (
            '{{ block("fig.quay") }}',
            "fact",
            f'{PLACE}"fig.quay" is a figure, and block(…) prints words [block-kind]\n'
            f"  hint: it can be printed by drawn",
        ),
        (
            'A keeper{{ note("fig.quay") }} said:',
            "fact",
            f'{PLACE}"fig.quay" is a figure, and note(…) prints words [block-kind]\n  hint: it can be printed by drawn',
        ),
        (
            '{{ paragraph("fig.quay") }}',
            "fact",
            f'{PLACE}"fig.quay" is a figure, and paragraph(…) prints words [block-kind]\n'
            "  hint: it can be printed by drawn",
        ),
        (
            '{{ table("fig.quay") }}',
            "fact",
            f'{PLACE}"fig.quay" is a figure, and table(…) prints recommendation [block-kind]\n'
            "  hint: it can be printed by drawn",
        ),
        (
            '{{ drawn("fact.timetable") }}',
            "fact",
            f'{PLACE}"fact.timetable" is a fact, and drawn(…) prints figure [block-kind]\n'
            "  hint: it can be printed by list, paragraph",
        ),
        (
            '{{ drawn("fig.quay") }}',
            "term, date",
            f'{PLACE}"fig.quay" is drawn from "fact.timetable", a fact, and drawn(…) draws term, date [block-kind]',
        ),
        (
            '{{ drawn("fig.tides") }}',
            "recommendation",
            f'{PLACE}"fig.tides" is never printed for captains ({WHERE}:8) [block-excluded]\n'
            "  hint: take it out, or change its `audiences`",
        ),
    ],
)
def test_a_figure_is_printed_by_what_draws_its_parts_only(tmp_path: Path, body: str, kinds: str, expected: str) -> None:
    assert said(tmp_path, body, kinds) == expected


def test_what_an_audience_never_has_is_not_printed_as_part_of_a_figure(tmp_path: Path) -> None:
    assert said(tmp_path, '{{ drawn("fig.tides") }}', "recommendation", "clerks") == (
        'templates/clerks.md:13: error: "fig.tides" is drawn from "rec.tides", which is never printed for clerks '
        "(seeds/harbour/blocks/recommendation.yaml:3) [block-excluded]\n"
        "  hint: take the figure out, or draw it without that block"
    )


@pytest.mark.parametrize(
    ("block_templates", "expected"),
    [
        (
            drawing('<li value="1">{{ f.parts[0] }}</li>'),
            'nothing of "fact.bicycles" is printed [block-lost]',
        ),
        (drawing(caption="Keepers"), 'nothing of "fig.quay" is printed [block-lost]'),
        (
            drawing(after="<p>{{ f.parts[1].text }}</p>"),
            'data-form or data-note names "fact.bicycles", which is not printed here [not-representable]',
        ),
    ],
)
def test_a_picture_prints_its_caption_and_all_that_it_is_drawn_from_and_nothing_stands_outside(
    tmp_path: Path, block_templates: dict[str, str], expected: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        brief(tmp_path, '{{ drawn("fig.quay") }}', block_templates)
    assert expected in str(caught.value)


def test_only_a_figure_has_parts(tmp_path: Path) -> None:
    block_templates = {"look": "---\nprints: any\n---\n<p>{% for b in blocks[0].parts %}{{ b }}{% endfor %}</p>\n"}
    with pytest.raises(DocumentError) as caught:
        brief(tmp_path, '{{ look("rec.tides") }}', block_templates)
    assert 'asks for the field "parts", which the block does not have' in str(caught.value)


DRAWS = (
    "blocks/look.html:2: error: a block template that prints figures must name the kinds that it `draws`; "
    "no other may [field-invalid]"
)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("prints: [figure]", DRAWS),
        ("prints: [fact]\ndraws: [date]", DRAWS),
        ("prints: any\ndraws: [date]", DRAWS),
        (
            "prints: [figure]\ndraws: [dat]",
            'blocks/look.html:3: error: unknown kind "dat" [kind-unknown]\n  hint: did you mean "date"?',
        ),
    ],
)
def test_a_block_template_says_what_it_draws_if_it_draws(tmp_path: Path, front: str, expected: str) -> None:
    write_files(tmp_path / "blocks", {"look": f"---\n{front}\n---\n<p>{{{{ blocks[0] }}}}</p>\n"}, ".html")
    found = read_block_templates(tmp_path / "blocks", tmp_path).problems
    assert "\n".join(map(str, found)) == expected


def figures_of(folder: Path, *blocks: str) -> str:
    """What is wrong with figures, drawn beside the blocks of the tiny project."""
    figure = "kind: figure\nblocks:\n" + "".join(f"  - {{{block}}}\n" for block in blocks)
    write_files(folder / "blocks", {**BLOCKS, "figure": figure}, ".yaml")
    found = draw(harbour_report(), folder / "blocks", folder, RULES, {"captains", "clerks"}).problems
    return "\n".join(map(str, found))


ONE = "id: fig.a, anchor: The board should publish the tides each week, short: Tides"


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("of: [rec.tides, fact.bicycles]", ""),
        (
            "of: [rec.tidse]",
            'blocks/figure.yaml:3: error: "fig.a" names the block "rec.tidse", which does not exist '
            '[reference-unknown]\n  hint: did you mean "rec.tides"?',
        ),
        (
            "of: [rec.tides, rec.tides]",
            'blocks/figure.yaml:3: error: "fig.a" is drawn from "rec.tides" twice [field-invalid]\n'
            "  hint: name it once",
        ),
        (
            "of: [fig.a]",
            'blocks/figure.yaml:3: error: "fig.a" is drawn from "fig.a", which is a figure itself '
            "[reference-unknown]\n  hint: name the blocks that it is drawn from",
        ),
        (
            "of: [rec.tides], audiences: {clerks: could, captains: must}",
            'blocks/figure.yaml:3: error: "fig.a" is could for clerks, but "rec.tides" is never printed for them '
            "[block-excluded]\n  hint: remove it, or change the `audiences` of one of the two",
        ),
        ("of: [rec.tides], audiences: {clerks: never}", ""),
    ],
)
def test_a_figure_is_drawn_from_blocks_that_can_be_printed_with_it(tmp_path: Path, of: str, expected: str) -> None:
    assert figures_of(tmp_path, f"{ONE}, {of}") == expected


def test_a_figure_has_a_caption_and_parts(tmp_path: Path) -> None:
    found = figures_of(tmp_path, "id: fig.a, anchor: The board should publish the tides each week, of: []")
    assert "[field-missing]" in found
    assert "[field-invalid]" in found

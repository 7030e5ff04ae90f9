"""Pictures that block templates draw from blocks: what they say and where, and how each rendition shows them."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.block import Block
from briefs.model.brief_key import BriefKey
from briefs.model.colours import contrast, tint
from briefs.model.document import Figure, FormRef
from briefs.model.document_text import alternative_text
from briefs.model.inline import inline_text
from briefs.model.phrases import ENGLISH
from briefs.model.typography import curl
from briefs.render.accents import lightened
from briefs.render.docx.render import render_docx
from briefs.render.figures.bars import PARTING
from briefs.render.figures.figure_drawing import draw, for_page, for_screens
from briefs.render.figures.rasterize import rasterize
from briefs.render.html.page import render_html
from briefs.render.pdf.pages import lay_out, write_pdf
from briefs.word.elements import qn
from tests.builders import forms
from tests.render.builders import layout, pdf_text
from tests.render.docx.samples import part, starter
from tests.render.drawn import (
    FONTS,
    MEASURE,
    Box,
    assert_legible,
    canvas,
    composed,
    date,
    figure,
    folded,
    group,
    pillar,
    rectangles,
    texts,
    without_pictures,
    words_of,
)

PILLARS = (
    pillar(0, "The sum", "The parts do not add up."),
    pillar(1, "National policies & programmes", "National policies & programmes of States"),
    pillar(2, "Regional structures", "Regional structures, in Africa and in Europe"),
)
DATES = (
    date("forum", "[2010]", "2010", "Forum, Mexico"),
    date("dialogue", "2013", "2013", "High-level Dialogue"),
    date("meeting", "No date given", "undated", "Ministers’ meeting."),
    date("luncheon", "February [2010]", "2010-02", "Luncheon of Ambassadors"),
)
GROUPS = (group("Academia", 6, "academia"), group("Governments", 11, "governments"), group("Agencies", 10, "agencies"))

CALLS: dict[str, tuple[Block, ...]] = {"pillars_diagram": PILLARS, "timeline": DATES, "participants_chart": GROUPS}
ALL = pytest.mark.parametrize("call", CALLS)

TEXT = st.text(st.sampled_from("aeiMW09 -/–“”&<>é☐"), min_size=1, max_size=80).map(str.strip).filter(bool)


def said(picture: Figure) -> str:
    """What is read in place of the picture."""
    return alternative_text(picture, ENGLISH)


def drawings(picture: Figure) -> tuple[str, ...]:
    """The picture for a page, for large print and for a phone."""
    return tuple(draw(picture, width, layout(), "#6B1F3A").svg for width in (442, 310, 186))


def test_the_diagram_of_pillars_says_number_and_title_of_each_under_the_verdict_on_them() -> None:
    picture = figure("pillars_diagram", *PILLARS, caption="Two pillars")
    for svg in drawings(picture):
        assert words_of(svg) == "The parts do not add up. 1 National policies & programmes 2 Regional structures"
    assert said(picture) == "The parts do not add up. 1: National policies & programmes. 2: Regional structures."
    assert inline_text(picture.caption) == "Two pillars"


def test_the_diagram_of_pillars_can_say_their_short_forms() -> None:
    picture = figure("pillars_diagram", *PILLARS[1:], options=", full=true")
    for svg in drawings(picture):
        assert words_of(svg) == (
            "1 National policies & programmes of States 2 Regional structures, in Africa and in Europe"
        )
    assert said(picture).endswith("2: Regional structures, in Africa and in Europe.")
    assert picture.unit is not None
    assert picture.unit.forms == forms("fig.one/short", "pil.1/short", "pil.2/short")


def test_pillars_stand_side_by_side_on_a_base_where_they_all_fit_and_are_bands_elsewhere() -> None:
    picture = figure("pillars_diagram", *(pillar(number, f"Pillar of a number {number}") for number in range(1, 6)))
    wide, *narrow = drawings(picture)
    *columns, base = rectangles(wide)
    shafts = columns[1::3]
    assert [(shaft.top, shaft.bottom) for shaft in shafts] == [(3, shafts[0].bottom)] * 5
    assert base.left == 0
    assert base.right == pytest.approx(442, abs=0.1)
    for svg in narrow:
        edges, bands = rectangles(svg)[::2], rectangles(svg)[1::2]
        assert len(edges) == len(bands) == 5
        assert {(edge.left, edge.right, band.left, band.right) for edge, band in zip(edges, bands, strict=True)} == {
            (0, 3, 3, canvas(svg).right)
        }
        assert [(edge.top, edge.bottom) for edge in edges] == [(band.top, band.bottom) for band in bands]
        assert bands[-1].bottom == canvas(svg).bottom


def test_no_pillar_of_long_or_short_words_looks_much_weightier_than_others() -> None:
    titles = (
        "Short",
        "Some",
        "Words upon words that go on and on, further than any of the other titles do",
        "And",
        "Few",
    )
    picture = figure("pillars_diagram", *(pillar(number, title) for number, title in enumerate(titles, 1)))
    widths = [shaft.right - shaft.left + 4 for shaft in rectangles(drawings(picture)[0])[1:-1:3]]
    mean = sum(widths) / 5
    assert 0.75 * mean <= min(widths) < max(widths) <= 1.3 * mean


def test_the_timeline_is_in_the_order_of_time_and_what_has_no_date_is_last() -> None:
    picture = figure("timeline", *DATES, caption="What comes next")
    for svg in drawings(picture):
        assert words_of(svg) == (
            "February [2010] Luncheon of Ambassadors [2010], no month given Forum, Mexico 2013 High-level Dialogue "
            "No date given Ministers’ meeting."
        )
        assert svg.count('fill="none"') == 1
    assert drawings(picture)[0].count('stroke-dasharray="2 3"') == 1
    assert said(picture) == (
        "February [2010]: Luncheon of Ambassadors. [2010], no month given: Forum, Mexico. 2013: High-level Dialogue. "
        "No date given: Ministers’ meeting."
    )


def test_what_several_events_without_a_date_have_for_one_is_said_once() -> None:
    later = [date(name, "No date given", "undated", f"The {name} talks") for name in ("first", "second")]
    picture = figure("timeline", *DATES[:2], *later)
    for svg in drawings(picture):
        assert words_of(svg) == (
            "[2010] Forum, Mexico 2013 High-level Dialogue No date given The first talks The second talks"
        )
    assert said(picture).endswith("No date given: The first talks. No date given: The second talks.")


def test_rows_of_a_timeline_share_their_columns() -> None:
    events = ("Talks", "Further roundtables in several towns", "Forum", "Dialogue on migration", "Retreat", "Luncheon")
    picture = figure("timeline", *(date(str(n), str(n), str(n), event) for n, event in enumerate(events, 2010)))
    columns = [[re.findall(r'cx="([\d.]+)"', svg)[start::3] for start in range(3)] for svg in drawings(picture)[1:2]]
    assert [[first == second for first, second in row] for row in columns] == [[True] * 3]


def test_the_chart_says_who_took_part_how_many_and_how_many_in_all() -> None:
    picture = figure("participants_chart", *GROUPS, caption="By type")
    for svg in drawings(picture):
        assert words_of(svg) == "Governments 11 Agencies 10 Academia 6"
        lengths = [bar.right - bar.left for bar in rectangles(svg)]
        assert [length / lengths[0] for length in lengths] == pytest.approx([1, 10 / 11, 6 / 11], abs=0.001)
    assert said(picture) == "Bar chart: Governments, 11; Agencies, 10; Academia, 6; in all, 27."
    assert inline_text(picture.caption) == "By type"


def test_long_names_in_the_chart_leave_more_than_half_of_it_to_the_bars() -> None:
    name = "Agencies, offices and institutions of all sorts, and all others that were concerned with it"
    for svg in drawings(figure("participants_chart", group(name, 1000), options=", few=1"))[:2]:
        (bar,) = rectangles(svg)
        assert 0.4 * canvas(svg).right < bar.left < 0.48 * canvas(svg).right
        assert bar.right > 0.9 * canvas(svg).right


def test_short_names_in_the_chart_leave_all_but_room_for_somewhat_wider_letters() -> None:
    (bar,) = rectangles(drawings(figure("participants_chart", group("States", 9)))[0])
    assert bar.left == pytest.approx(9 * MEASURE("States", False) * 1.1 + 16, abs=0.01)


@pytest.mark.parametrize("accent", ["#6B1F3A", "#1F3A5F", "#1E5245"])
def test_parts_of_bars_are_told_apart_by_their_lightness_and_a_gap(accent: str) -> None:
    including = {"text": "four of them hosts", "affiliations": ["x"], "count": 4}
    svg = draw(figure("participants_chart", group("Foundations", 8, including=including)), 442, layout()).svg
    (share,) = set(re.findall(r'fill-opacity="([\d.]+)"', svg))
    light = tint(accent, float(share))
    assert contrast(light, "#FFFFFF") >= 3, "WCAG 2.2, 1.4.11"
    assert contrast(light, accent) >= 2.5
    bright = lightened(accent)
    for ground in re.findall(r"--(?:ground|box): (#[0-9a-f]{6})", layout().screen_css.partition("dark) {")[2])[:2]:
        mixed = zip(*(bytes.fromhex(colour[1:]) for colour in (bright, ground)), strict=True)
        shown = "#" + "".join(f"{round(over * float(share) + under * (1 - float(share))):02X}" for over, under in mixed)
        assert contrast(shown, ground) >= 3, "the same on dark screens"
    _, part, rest = rectangles(svg)
    assert rest.left - part.right == pytest.approx(PARTING, abs=0.01)


def test_groups_of_few_persons_are_one_bar_without_names_and_are_still_traced() -> None:
    few = (group("Former commissioner", 1, "one"), group("Advisers", 2, "two"))
    picture = figure("participants_chart", *few, *GROUPS)
    for svg in drawings(picture):
        assert words_of(svg) == "Governments 11 Agencies 10 Academia 6 Others 3"
    assert said(picture).endswith("Academia, 6; Others, 3; in all, 30.")
    assert picture.unit is not None
    assert {"par.one", "par.two"} < set(picture.unit.parts)
    assert "Advisers" not in f"{picture}"
    named = figure("participants_chart", *few, *GROUPS, options=', few=2, others="One person"')
    for svg in drawings(named):
        assert words_of(svg) == "Governments 11 Agencies 10 Academia 6 Advisers 2 One person 1"


def test_groups_that_are_counted_together_are_one_bar() -> None:
    agencies = [group("Funds", 4, "funds", together="All agencies"), group("Offices", 9, "b", together="All agencies")]
    picture = figure("participants_chart", agencies[0], *GROUPS, agencies[1])
    for svg in drawings(picture):
        assert words_of(svg) == "All agencies 13 Governments 11 Agencies 10 Academia 6"
    assert said(picture) == ("Bar chart: All agencies, 13; Governments, 11; Agencies, 10; Academia, 6; in all, 40.")
    assert picture.unit is not None
    assert {"par.funds", "par.b"} < set(picture.unit.parts)


def test_whom_a_group_includes_is_said_under_its_name_and_is_the_light_part_of_its_bar() -> None:
    including = {"text": "four of them hosts", "affiliations": ["x"], "count": 4}
    picture = figure("participants_chart", *GROUPS, group("Foundations", 8, "ngo", including=including))
    for svg in drawings(picture):
        assert words_of(svg) == "Governments 11 Agencies 10 Foundations four of them hosts 8 Academia 6"
        _, _, key, light, dark, _ = rectangles(svg)
        assert key.right - key.left == pytest.approx(5)
        assert light.right - light.left == pytest.approx(dark.right - dark.left - PARTING, abs=0.02)
        assert light.right + PARTING == pytest.approx(dark.left, abs=0.02)
    assert "; Foundations, 8, of whom four of them hosts; " in said(picture)
    assert picture.unit is not None
    assert FormRef("par.ngo", "including") in picture.unit.forms


@ALL
def test_a_picture_is_one_numbered_unit_made_of_all_its_blocks(call: str) -> None:
    unit = figure(call, *CALLS[call]).unit
    assert unit is not None
    assert (unit.tag, unit.number) == ("u1", 1)
    assert unit.blocks == ("fig.one",)
    assert sorted(unit.parts) == sorted(block.id for block in CALLS[call])
    assert unit.sources[0] == "fig.one"
    assert sorted(unit.sources) == sorted(unit.printed)


@ALL
def test_the_same_blocks_give_the_same_picture_in_the_same_bytes(call: str) -> None:
    one, other = (composed(call, *CALLS[call]) for _ in range(2))
    assert one == other
    reference = starter()
    word = {
        render_docx(
            d, reference, draw=for_page(BriefKey("ministers"), layout()), rasterize=partial(rasterize, fonts=FONTS)
        )
        for d in (one, other)
    }
    assert len({write_pdf(lay_out(d, layout()), d) for d in (one, other)}) == len(word) == 1


@ALL
@pytest.mark.parametrize("caption", ["Who's & <what>", "“Quoted” ☐ ł"])
def test_a_caption_may_hold_any_characters(call: str, caption: str) -> None:
    picture = figure(call, *CALLS[call], caption=caption)
    assert curl(caption) not in said(picture)
    assert inline_text(picture.caption) == curl(caption)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_pillars_of_any_titles_keep_within_their_shafts(titles: list[tuple[str, str]]) -> None:
    blocks = [pillar(number, title, short) for number, (title, short) in enumerate(titles)]
    for options in ("", ", full=true"):
        picture = figure("pillars_diagram", *blocks, options=options)
        for svg in drawings(picture):
            assert_legible(svg)
            shafts = rectangles(svg)
            assert all(any(text.is_within(shaft) for shaft in shafts) for text in texts(svg))
            for block in blocks:
                words = block.short.text if block.short and (options or not block.number) else block.title
                assert is_printed(words, svg, said(picture)) or (not block.number and len(blocks) == 1)


@given(
    st.lists(
        st.tuples(TEXT, st.sampled_from(["2009", "2009-11", "2009-11-27", "undated"]), TEXT), min_size=1, max_size=8
    )
)
@settings(max_examples=25, deadline=None)
def test_dates_of_any_wording_keep_apart(dates: list[tuple[str, str, str]]) -> None:
    blocks = [date(str(index), when, sort, short) for index, (when, sort, short) in enumerate(dates)]
    picture = figure("timeline", *blocks)
    for svg in drawings(picture):
        assert_legible(svg)
        for block in blocks:
            assert block.short is not None
            assert is_printed(block.when, svg, said(picture))
            assert is_printed(block.short.text, svg, said(picture))


@given(st.lists(st.tuples(TEXT, st.integers(1, 5000)), min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_one_to_eight_bars_of_any_names_keep_apart(groups: list[tuple[str, int]]) -> None:
    blocks = [group(name, count, str(index)) for index, (name, count) in enumerate(groups)]
    picture = figure("participants_chart", *blocks, options=", few=1")
    for svg in drawings(picture):
        assert_legible(svg)
        bars = rectangles(svg)
        assert len(bars) == len(blocks)
        assert all(bar.is_within(canvas(svg)) for bar in bars)
        assert not any(text.overlaps(bar) for text in texts(svg) for bar in bars)
        for block in blocks:
            assert is_printed(block.name, svg, said(picture))
            assert str(block.count) in [text.text for text in texts(svg)]
            assert f", {block.count};" in said(picture)


def is_printed(words: str, svg: str, alternative: str) -> bool:
    printed = folded(curl(words))
    return printed in folded(words_of(svg)) and printed in folded(alternative)


@ALL
def test_a_long_word_is_broken_and_stays_in_the_picture(call: str) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    blocks: dict[str, tuple[Block, ...]] = {
        "pillars_diagram": tuple(pillar(number, word) for number in range(1, 6)),
        "timeline": tuple(date(str(number), word, "2010", word) for number in range(5)),
        "participants_chart": (group(word, 3),),
    }
    picture = figure(call, *blocks[call])
    for svg in drawings(picture):
        assert_legible(svg)
        assert word in folded(words_of(svg))


@ALL
def test_type_is_no_smaller_than_can_be_read_and_the_page_is_not_filled(call: str) -> None:
    picture = figure(call, *CALLS[call])
    for width, svg in zip((442, 310, 186), drawings(picture), strict=True):
        assert min(float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)) >= 9
        assert canvas(svg).right == width
    (page,) = for_page(BriefKey("ministers"), layout())(picture)
    assert page.width == 442, "points: 156 mm"
    assert page.height <= 128, "points: 45 mm"
    narrow = for_screens(layout())(picture)[-1]
    assert narrow.width <= 288 / 12 * 9, "labels are at least 12 px on a phone of 320 px, 288 px without its margins"


@ALL
def test_html_has_the_picture_for_wide_and_for_narrow_screens_in_the_colours_of_its_text(call: str) -> None:
    html = render_html(composed(call, *CALLS[call]), layout())
    wide, narrow = html.partition("<figure")[2].partition("</figure>")[0].split("<svg")[1:]
    assert 'class="wide" role="img"' in wide
    assert 'class="narrow" role="img"' in narrow
    assert "currentColor" in wide
    assert "#6B1F3A" not in wide + narrow


@ALL
def test_the_pdf_reads_alternative_and_caption_of_a_picture_and_not_its_words(call: str) -> None:
    document = composed(call, *CALLS[call], caption="What the picture is")
    pdf = write_pdf(lay_out(document, layout()), document)
    (with_words,), (without_words,) = pdf_text(pdf), pdf_text(without_pictures(pdf))
    for word in ("Heading", "What the picture is"):
        assert word in without_words
    svg = drawings(figure(call, *CALLS[call]))[0]
    assert folded(texts(svg)[0].text) in folded(with_words)
    assert folded(texts(svg)[0].text) not in folded(without_words)


@ALL
def test_word_has_the_picture_as_vectors_in_solid_colours_and_in_pixels(call: str) -> None:
    document = composed(call, *CALLS[call])
    draws = for_page(BriefKey("ministers"), layout())
    word = render_docx(document, starter(), draw=draws, rasterize=partial(rasterize, fonts=FONTS))
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        svg = archive.read("word/media/figure1.svg").decode()
        assert archive.read("word/media/figure1.png").startswith(b"\x89PNG")
    assert "#6B1F3A" in svg
    assert "currentColor" not in svg
    assert "opacity" not in svg
    (description,) = part(word, "word/document.xml").iter(qn("wp:docPr"))
    (extent,) = part(word, "word/document.xml").iter(qn("wp:extent"))
    assert description.get("descr") == said(figure(call, *CALLS[call]))
    assert int(extent.get("cx", "0")) / 12700 == pytest.approx(442, abs=0.5)


def test_in_word_the_caption_stands_above_its_picture_and_holds_on_to_it() -> None:
    draws = for_page(BriefKey("ministers"), layout())
    word = render_docx(composed("timeline", *DATES), starter(), draw=draws, rasterize=lambda drawing: b"")
    root = part(word, "word/document.xml")
    styles = [style.get(qn("w:val")) for style in root.iter(qn("w:pStyle"))]
    assert styles[-2:] == ["Caption", "BriefFigure"]
    assert not list(root.iter(qn("w:keepNext"))), "the style of captions says so"


def test_boxes_overlap_or_do_not() -> None:
    assert Box(0, 0, 2, 2).overlaps(Box(1, 1, 3, 3))
    assert not Box(0, 0, 2, 2).overlaps(Box(2, 0, 3, 2))

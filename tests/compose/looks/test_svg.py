"""Pictures in block templates: what they may be made of, and what is known of what they print."""

from __future__ import annotations

import pytest

from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_reader import read_content
from briefs.model.document import Drawing, Figure, Text
from tests.builders import forms

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def svg(inside: str = "", title: str = "A bar", size: str = 'width="9pt" height="4pt" viewBox="0 0 9 4"') -> str:
    return f"<svg {NAMESPACE} {size}><title>{title}</title>{inside}</svg>"


def wide(points: str, inside: str = "") -> str:
    return svg(inside, size=f'width="{points}pt" height="4pt" viewBox="0 0 {points} 4"')


def figure_of(*pictures: str, caption: str = "Caption") -> Figure:
    (content,) = read_content(f"<figure><figcaption>{caption}</figcaption>{''.join(pictures)}</figure>")
    assert isinstance(content, Figure)
    return content


def refused(html: str) -> str:
    with pytest.raises(HtmlError) as raised:
        read_content(html)
    return raised.value.fault.message


def test_forms_in_a_picture_are_plain_characters_and_make_one_unit() -> None:
    picture = figure_of(
        svg(
            '<text x="1"><span data-form="par.un/name">Agencies <strong>&amp;</strong> funds</span></text>',
            title='<span data-form="par.un/name">Agencies</span>, <span data-form="par.eu/name">Union</span>',
        ),
        caption='Who <span data-form="par.all/short">took part</span>',
    )
    (drawing,) = picture.drawings
    assert drawing.svg == svg('<text x="1">Agencies &amp; funds</text>', title="Agencies, Union")
    assert picture.alternative == "Agencies, Union"
    assert picture.caption == (Text("Who took part"),)
    assert picture.unit is not None
    assert picture.unit.forms == forms("par.all/short", "par.un/name", "par.eu/name")
    assert picture.unit.blocks == ("par.all", "par.un", "par.eu")


def test_a_picture_of_no_block_is_no_unit() -> None:
    assert figure_of(svg()).unit is None


def printed(*forms: str, title: str = "A bar") -> str:
    return svg("".join(f'<text><span data-form="{form}">x</span></text>' for form in forms), title)


SPOKEN = '<span data-form="par.un/name">x</span> <span data-form="par.eu/name">x</span>'


@pytest.mark.parametrize(
    ("first", "second", "strange"),
    [
        (printed("par.un/name", "par.eu/name"), printed("par.un/name"), "par.eu"),
        (printed("par.un/name"), printed("par.un/name", "par.eu/name"), "par.eu"),
        (printed("par.un/name"), printed("par.un/short"), "par.un/name"),
        (printed("par.un/name", "par.eu/name", title=SPOKEN), printed("par.un/name", title=SPOKEN), "par.eu"),
    ],
)
def test_every_drawing_of_a_figure_prints_the_same_forms(first: str, second: str, strange: str) -> None:
    with pytest.raises(HtmlError) as raised:
        figure_of(first, f"\n{first}\n{second}")
    assert raised.value.fault.message == (
        f'the pictures of a figure print the same forms; "{strange}" is not in all of them'
    )
    assert raised.value.line == 3


def test_drawings_of_a_figure_may_print_forms_in_another_order_or_once_more() -> None:
    again = figure_of(printed("par.un/name", "par.eu/name"), printed("par.eu/name", "par.un/name", "par.eu/name"))
    assert again.unit is not None
    assert again.unit.forms == forms("par.un/name", "par.eu/name")


def test_white_space_in_an_alternative_is_folded() -> None:
    assert figure_of(svg(title="\n One\n two ")).alternative == "One two"


def test_a_picture_is_drawn_for_one_to_three_widths_the_widest_first() -> None:
    assert figure_of(wide("216"), wide("442.5"), wide("310")).drawings == (
        Drawing(wide("442.5"), 442.5),
        Drawing(wide("310"), 310),
        Drawing(wide("216"), 216),
    )
    assert figure_of(wide("9")).drawings == (Drawing(wide("9"), 9),)


@pytest.mark.parametrize("size", ["", 'width="9pt" height="4pt"', 'width="9" height="4pt" viewBox="0 0 9 4"'])
def test_a_picture_says_how_large_it_is(size: str) -> None:
    assert refused(f"<figure><figcaption>x</figcaption>{svg(size=size)}</figure>") == (
        'an <svg> says how large it is: width="…pt", height="…pt" and a viewBox'
    )


HOLDS = "a <figure> holds one <figcaption> and one to three <svg>, the same picture drawn for several widths"


@pytest.mark.parametrize("pictures", ["", svg() * 4, svg() + "<p>Text</p>", "<figcaption>y</figcaption>"])
def test_a_figure_holds_pictures_and_a_caption(pictures: str) -> None:
    assert refused(f"<figure><figcaption>x</figcaption>{pictures}</figure>") == HOLDS


def test_a_figure_needs_a_caption_and_no_other_text() -> None:
    assert refused(f"<figure>{svg()}</figure>") == HOLDS
    outside = 'text outside a paragraph, item or cell: "loose"'
    assert refused(f"<figure>loose{svg()}<figcaption>x</figcaption></figure>") == outside
    assert refused(f"<figure>{svg()}loose<figcaption>x</figcaption></figure>") == outside


@pytest.mark.parametrize("pictures", [svg(title=" "), f"<svg {NAMESPACE}/>", svg(title="One") + svg(title="Two")])
def test_a_picture_says_what_it_shows_and_so_does_its_second_drawing(pictures: str) -> None:
    assert refused(f"<figure>{pictures}<figcaption>x</figcaption></figure>") == (
        "an <svg> needs a <title> that says what the picture says"
    )


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>1</script>", "<script>"),
        ("<style>rect { fill: red }</style>", "<style>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="x.png"/>', "<image>"),
        ("<!-- remark -->", "<!-->"),
        ('<rect style="fill: red"/>', '"style" of <rect>'),
        ('<rect id="a"/>', '"id" of <rect>'),
        ('<g onclick="1"/>', '"onclick" of <g>'),
        ('<rect opacity="0.5"/>', '"opacity" of <rect>'),
    ],
)
def test_what_not_every_rendition_can_draw_is_an_error(inside: str, what: str) -> None:
    message = refused(f"<figure>{svg(inside)}<figcaption>x</figcaption></figure>")
    assert message == f"{what} in a picture is nothing that every rendition can draw"


@pytest.mark.parametrize(
    "box", ["", "0 0 10", "a b c d", "0 0 0 10", "0 0 10 -1", "0 0 10 1e400", "0 0 1e6 9", "0 0 1_0 9", "0,0,10,10"]
)
def test_a_view_box_is_four_numbers(box: str) -> None:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><title>x</title></svg>'
    assert refused(f"<figure>{picture}<figcaption>x</figcaption></figure>") == (
        'the viewBox of an <svg> is four numbers, "left top width height"'
    )


VALUES = [
    *(
        "rect x=x",
        "text y=NaN",
        "rect x=1e999",
        "line x1=1_0",
        "circle cx=100001",
        "rect x=1px",
        "rect y=",
        "rect x=1 2",
    ),
    *("rect width=-1", "rect height=-0.1pt", "circle r=-2", "rect rx=-1", "line stroke-width=-1", "text font-size=-9"),
    *("rect width=1e6pt", "rect height=5%", "text font-size=NaN", "text font-size=9pt"),
    *("rect fill-opacity=x", "rect fill-opacity=1.1", "rect fill-opacity=-0.1", "rect fill-opacity=nan"),
    *("rect fill=banana", "rect fill=var(--x)", "rect fill=URL(http://a/b)", "line stroke=#12345", "line stroke=red"),
    *("polygon points=a,b", "polyline points=1,2 3", "line stroke-dasharray=a", "line stroke-dasharray=2 -3"),
    *("path d=M banana", "path d=", "path d=L 1 2", "path d=M", "path d=M 1", "path d=M 1 2 Z 3", "path d=M 1e9 2"),
    *("path d=M 1 2 C 3 4", "path d=1 M 1 2", "path d=M 1 2 e", "path d=M 1 2 url(x)"),
    *("g transform=rotate()", "g transform=rotate(1 2)", "g transform=spin(3)", "g transform=scale(1e999)"),
    *("g transform=scale(1) x", "g transform=x scale(1)", "g transform=matrix(1 2 3)", "g transform=translate(a)"),
    *("text text-anchor=left", "text font-weight=heavy", "text font-style=slanted", "line stroke-linecap=flat"),
    *("path stroke-linejoin=arcs", "rect fill=inherit", "rect fill= currentColor"),
]


@pytest.mark.parametrize("case", VALUES)
def test_a_value_that_cannot_be_drawn_is_an_error_on_its_line(case: str) -> None:
    shape, _, value = case.partition(" ")
    attribute, _, value = value.partition("=")
    with pytest.raises(HtmlError) as raised:
        figure_of(svg(f'\n<{shape} {attribute}="{value}"/>'))
    assert raised.value.fault.message == f'"{value}" is no value for "{attribute}" of <{shape}> in a picture'
    assert raised.value.line == 2


@pytest.mark.parametrize(
    "inside",
    [
        '<rect x="-1.5" y="+.5" width="1e1" height="0" rx="2." fill="#1a2B3c" fill-opacity="0.08"/>',
        '<line x1="0" y1="1" x2="100000" y2="-100000" stroke="#abc" stroke-width="1.5" stroke-dasharray="2 3"/>',
        '<line stroke="none" stroke-dasharray="none" stroke-linecap="round" stroke-linejoin="bevel"/>',
        '<path d="M1-2l3,4.5.5 6h7V8c1 2 3 4 5 6s1 2 3 4Q1 2 3 4t-1-2A5 5 0 0 1 1e1 2E-1zm1 2Z"/>',
        '<polygon points="1,2 3,4-5 6"/><polyline points=""/><path d=" M 1 2 "/><g transform=" scale(1) "/>',
        '<g transform="translate(1) rotate(45, 1 2),scale(-1 1) matrix(1 0 0 1 -2 3)"><g transform="skewX(5)"/></g>',
        '<text font-size="9.5" font-weight="600" font-style="italic" text-anchor="middle">x</text>',
    ],
)
def test_values_that_every_rendition_draws_are_taken(inside: str) -> None:
    assert figure_of(svg(inside)).drawings[0].svg == svg(inside)


LONG = svg('<path d="' + 99 * "x" + '"/>')


def test_of_a_long_value_the_beginning_is_said() -> None:
    assert refused(f"<figure><figcaption>x</figcaption>{LONG}</figure>") == (
        '"' + 40 * "x" + '" is no value for "d" of <path> in a picture'
    )

"""SVG files are reduced to what draws; what could run, load or look different is refused."""

from __future__ import annotations

import pytest
from lxml import etree

from briefs.render.logo.svg_file import MOST_ELEMENTS, read_svg
from briefs.render.logo.unusable import UnusableLogo
from tests.render.logo.pictures import svg

RUNS = "the logo has scripts or moves, which a brief never does"
LOADS = "the logo loads something from outside, or holds another picture"
LETTERS = "the logo has text, which looks different wherever its font is missing"
NEITHER = "the logo is neither a PNG nor an SVG file"
ENTITIES = "the logo declares entities, which can make a small file endless"
MANY = "the logo draws too many shapes"
SIZELESS = "the logo does not say how large it is"
EFFECTS = "the logo has effects that only some programs draw"
RULES = "the logo has rules of style that only some programs follow"
ITSELF = "a shape of the logo is a part of itself"
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
DOUBLES = "".join(f'<g id="d{n}"><use href="#d{n + 1}"/><use href="#d{n + 1}"/></g>' for n in range(40))
MASKS = "".join(f'<mask id="m{n}">{f"""<g mask="url(#m{n + 1})"/>""" * 2}</mask>' for n in range(40))
CHAIN = "".join(f'<g id="c{n}"><use href="#c{n + 1}"/></g>' for n in range(5_000))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (svg("<script>alert(1)</script>"), RUNS),
        (svg('<rect onclick="alert(1)"/>'), RUNS),
        (svg("<foreignObject/>"), RUNS),
        (svg('<rect><animate attributeName="x"/></rect>'), RUNS),
        (svg("<text>ICMC</text>"), LETTERS),
        (svg('<image href="data:image/png;base64,"/>'), LOADS),
        (svg('<use href="other.svg#a"/>'), LOADS),
        (svg('<a xlink:href="https://example.org"><rect/></a>'), LOADS),
        (svg('<rect fill="url(https://example.org/a.svg#b)"/>'), LOADS),
        (svg('<rect style="fill: url( &quot;a.svg#b&quot; )"/>'), LOADS),
        (svg("<style>@import 'https://example.org/a.css';</style>"), LOADS),
        (svg("<style>@im<!-- -->port 'a.css';</style>"), LOADS),
        (svg(r"<style>rect { fill: \75rl(a.svg) }</style>"), LOADS),
        (svg("<style>@font-face { src: url(a.woff) }</style>"), LOADS),
        (svg('<filter id="f"/>'), EFFECTS),
        (svg('<rect filter="url(#f)"/>'), EFFECTS),
        (svg("<style>@media print { rect { fill: red } }</style>"), RULES),
        (svg("&l9;", before=f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]>'), ENTITIES),
        (svg("&f;", before='<!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), ENTITIES),
        (svg(DOUBLES), MANY),
        (svg(CHAIN), MANY),
        (svg("<g/>" * (MOST_ELEMENTS + 1)), MANY),
        (svg('<g id="a"><use href="#a"/></g>'), ITSELF),
        (svg('<clipPath id="c"><rect clip-path="url(#c)"/></clipPath>'), ITSELF),
        (svg("""<mask id="c"><rect style="mask: url( '#c' )"/></mask>"""), ITSELF),
        (svg('<marker id="c"><path marker-end="url(#c)"/></marker>'), ITSELF),
        (svg('<pattern id="c"><rect fill="url(#d)"/></pattern><pattern id="d"><g fill="url(#c)"/></pattern>'), ITSELF),
        (svg(MASKS), MANY),
        (svg("<g>" * 5000 + "</g>" * 5000), "the groups of the logo are nested too deeply to be drawn"),
        (svg(attributes=""), SIZELESS),
        (svg(attributes='width="100%" height="100%"'), SIZELESS),
        (svg(attributes='viewBox="0 0 0 100"'), SIZELESS),
        (svg(attributes='width="-3" height="1"'), SIZELESS),
        (b"<svg>", NEITHER),
        (b'<svg viewBox="0 0 1 1"/>', NEITHER),
        (b"<html><body/></html>", NEITHER),
        (b"", NEITHER),
        (b"GIF89a", NEITHER),
        (b"\xff\xfe\x00", NEITHER),
    ],
)
def test_what_a_brief_must_not_hold_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnusableLogo) as caught:
        read_svg(content)
    assert caught.value.message == message
    assert caught.value.hint


def test_an_attribute_that_grows_without_end_is_refused() -> None:
    before = f'<!DOCTYPE svg [<!ENTITY l0 "haha">{LAUGHS}]>'
    with pytest.raises(UnusableLogo):
        read_svg(svg('<rect class="&l9;"/>', before=before))


def test_links_within_the_file_are_kept() -> None:
    drawing = (
        '<defs><clipPath id="c"><rect width="9" height="9"/></clipPath></defs><style>.a { clip-path: url(#c) }</style>'
        """<g id="g"><path class="a" clip-path="url( '#c' )" d="M0 0h9"/></g><use xlink:href="#g"/>"""
    )
    read = read_svg(svg(drawing))
    assert drawing.replace("&quot;", '"') in read.content(30, 10).decode()
    assert read.is_flat


@pytest.mark.parametrize("shading", ["linearGradient", "radialGradient", "pattern", "mask"])
def test_shades_are_told_from_plain_colours(shading: str) -> None:
    assert not read_svg(svg(f'<defs><{shading} id="a"/></defs>')).is_flat


def test_colours_of_a_gradient_have_their_places() -> None:
    gradient = '<linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>'
    assert b'offset="0"' in read_svg(svg(f"<defs>{gradient}</defs>")).content(30, 10)


def test_what_draws_nothing_is_taken_out() -> None:
    before = (
        '<?xml version="1.0"?><!-- made by somebody --><?xml-stylesheet href="a.css"?>'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    inside = (
        '<!-- a note --><metadata>Somebody</metadata><i:view xmlns:i="urn:ink" size="3"/>'
        '<rect xmlns:i="urn:ink" i:label="Layer of somebody" width="3" height="3"/>'
    )
    content = read_svg(svg(inside, before=before)).content(30, 10)
    assert content == (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="30.000mm" height="10.000mm">'
        b'<rect width="3" height="3"/></svg>'
    )


@pytest.mark.parametrize(
    ("attributes", "ratio", "view"),
    [
        ('viewBox="0 0 300 100"', 3, "0 0 300 100"),
        ('viewBox="-10,-20 30.5 , 61" width="9" height="9"', 0.5, "-10,-20 30.5 , 61"),
        ('width="30mm" height="1cm"', 3, "0 0 113.386 37.7953"),
        ('width="200" height="100px"', 2, "0 0 200 100"),
    ],
)
def test_the_proportions_are_those_of_the_view_or_of_the_size(attributes: str, ratio: float, view: str) -> None:
    read = read_svg(svg(attributes=attributes))
    assert read.ratio == pytest.approx(ratio)
    assert etree.fromstring(read.content(1, 1)).get("viewBox") == view

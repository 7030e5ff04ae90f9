"""The HTML of figures, read as what they show."""

from __future__ import annotations

import pytest
from lxml import etree

from briefs.compose.looks.figure_reader import MOST_ELEMENTS, READERS, read_graphic
from briefs.compose.looks.html_elements import HtmlError
from briefs.model.figure import GRAPHICS, Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline


def graphic(kind: str, inside: str) -> Graphic:
    return read_graphic(etree.fromstring(f'<figure class="{kind}"><figcaption>Caption</figcaption>{inside}</figure>'))


def test_every_kind_of_graphic_has_a_reader() -> None:
    assert set(READERS) == set(GRAPHICS)


def test_a_timeline_is_a_list_of_dates_and_events() -> None:
    html = '<dl>\n<dt>[2010]</dt><dd>Forum,\n <em>Mexico</em></dd><dt class="undated">No date</dt><dd>Talks</dd></dl>'
    assert graphic("timeline", html) == Timeline(
        (Event("[2010]", "Forum, Mexico"), Event("No date", "Talks", is_dated=False))
    )


def test_pillars_are_a_list_with_numbers_under_their_beams() -> None:
    html = '<p>They do not add up.</p>\n<ol><li value="1">States</li>\n<li value="12">Law</li></ol>'
    assert graphic("pillars", html) == Pillars((Pillar(1, "States"), Pillar(12, "Law")), ("They do not add up.",))


def test_bars_are_a_table_with_portions_in_rows_below_them() -> None:
    html = """<table>
    <tr><th>Governments</th><td><span data-form="par.a/count"></span>11</td></tr>
    <tr><th>Foundations</th><td>8</td></tr>
    <tr class="portion"><th>four of them hosts</th><td>4</td></tr>
    </table>"""
    assert graphic("bars", html) == Bars(
        (Bar("Governments", 11), Bar("Foundations", 8, (Portion("four of them hosts", 4),)))
    )


def test_a_space_that_does_not_break_is_kept() -> None:
    made = graphic("timeline", "<dl><dt>May\u00a02010</dt><dd> Talks </dd></dl>")
    assert made == Timeline((Event("May\u00a02010", "Talks"),))


@pytest.mark.parametrize(
    ("kind", "inside", "message"),
    [
        ("pie", "", 'the class of a <figure> must be one of timeline, pillars, bars, not "pie"'),
        ("", "", 'the class of a <figure> must be one of timeline, pillars, bars, not ""'),
        ("timeline", "words", 'text outside a paragraph, item or cell: "words"'),
        ("timeline", "", 'a <figure class="timeline"> must have one <dl> with its events'),
        ("timeline", "<dl/><dl/>", 'a <figure class="timeline"> must have one <dl> with its events'),
        ("timeline", "<dl/>", "a timeline must have a <dt> and then a <dd> for each event"),
        ("timeline", "<dl><dt>a</dt></dl>", "a timeline must have a <dt> and then a <dd> for each event"),
        ("timeline", "<dl><dd>a</dd><dt>b</dt></dl>", "a timeline must have a <dt> and then a <dd> for each event"),
        ("timeline", "<dl><p>a</p></dl>", "<p> where <dt> or <dd> belongs"),
        ("timeline", "<dl><dt>a</dt>b<dd>c</dd></dl>", 'text outside a paragraph, item or cell: "b"'),
        ("timeline", "<dl><dt>a</dt><dd> </dd></dl>", "an empty <dd>"),
        (
            "timeline",
            '<dl><dt class="open">a</dt><dd>b</dd></dl>',
            'the class of <dt> can only be "undated", not "open"',
        ),
        (
            "timeline",
            '<dl><dt>a</dt><dd>b<span data-note="fact.a"/></dd></dl>',
            "a figure cannot show a call of a note",
        ),
        ("timeline", "<dl><dt>a</dt><dd>b<br/>c</dd></dl>", "a figure cannot show <br>"),
        ("timeline", "<dl><dt>a</dt><dd>b<!-- c --></dd></dl>", "a figure cannot show <!-->"),
        (
            "timeline",
            f"<dl>{'<dt>a</dt><dd>b</dd>' * (MOST_ELEMENTS // 2 + 1)}</dl>",
            "a <dl> in a figure can hold at most 100 elements",
        ),
        (
            "pillars",
            "<p>a</p>",
            'a <figure class="pillars"> must have one <ol> with its pillars, after a <p> for each beam',
        ),
        (
            "pillars",
            '<ol><li value="1">a</li></ol><p>a</p>',
            'a <figure class="pillars"> must have one <ol> with its pillars, after a <p> for each beam',
        ),
        ("pillars", "<ol/>", "an <ol> without items"),
        ("pillars", "<ol><li>a</li></ol>", "the value of this <li> must be a whole number in digits, not nothing"),
        (
            "pillars",
            '<ol><li value="1.5">a</li></ol>',
            'the value of this <li> must be a whole number in digits, not "1.5"',
        ),
        (
            "pillars",
            '<ol><li value="١">a</li></ol>',
            'the value of this <li> must be a whole number in digits, not "١"',
        ),
        ("bars", "<dl/>", 'a <figure class="bars"> must have one <table> with its bars'),
        ("bars", "<table/>", "a bar chart must have at least one number above 0"),
        (
            "bars",
            "<table><tr><th>a</th><td>0</td></tr></table>",
            "a bar chart must have at least one number above 0",
        ),
        ("bars", "<table><tbody/></table>", "<tbody> where <tr> belongs"),
        (
            "bars",
            "<table><tr><td>a</td><td>1</td></tr></table>",
            "a row of a bar chart must have a <th> with a name and a <td> with a number",
        ),
        (
            "bars",
            "<table><tr><th>a</th><td>many</td></tr></table>",
            'the text of this <td> must be a whole number in digits, not "many"',
        ),
        (
            "bars",
            '<table><tr class="portion"><th>a</th><td>1</td></tr></table>',
            "a portion must stand below the bar that it is a part of",
        ),
        (
            "bars",
            '<table><tr><th>a</th><td>1</td></tr><tr class="portion"><th>b</th><td>2</td></tr></table>',
            'the portions of "a" add up to more than its 1',
        ),
    ],
)
def test_what_cannot_be_drawn_is_an_error(kind: str, inside: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        graphic(kind, inside)
    assert caught.value.fault.message == message


def test_an_error_knows_its_line() -> None:
    with pytest.raises(HtmlError) as caught:
        graphic("timeline", "\n<dl>\n<dt>a</dt>\n<dd/></dl>")
    assert caught.value.line == 4

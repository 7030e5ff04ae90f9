"""A look whose measures are those of the PDF, or smaller."""

from __future__ import annotations

from briefs.model.sheet import USUAL
from briefs.render.reference.compaction import DEGREES, compacted
from briefs.render.reference.look import Look, read_look
from briefs.word.style_properties import attributes
from tests.render.reference.houses import reference, style

HOUSE = reference(
    '<w:spacing w:before="120" w:after="200" w:line="480" w:lineRule="auto"/>',
    '<w:spacing w:val="10"/><w:w w:val="120%"/>',
    others=style(
        "Heading1",
        "heading 1",
        '<w:spacing w:beforeAutospacing="1" w:line="300" w:lineRule="atLeast"/><w:outlineLvl w:val="0"/>',
        '<w:caps/><w:color w:val="008000"/><w:sz w:val="48"/><w:szCs w:val="48"/>',
    )
    + style("TableText", "Table Text", '<w:spacing w:before="0" w:after="0"/>', '<w:sz w:val="14"/>'),
)


def look() -> Look:
    return read_look(HOUSE, USUAL, "#1F3A5F", "en-GB")


def spacing(of: Look, name: str) -> tuple[str | None, ...]:
    found = attributes(of.styles, of.style(name), "pPr", "spacing")
    return tuple(found.get(side) for side in ("before", "after", "line", "lineRule"))


def test_no_type_line_or_space_is_larger_than_in_the_pdf() -> None:
    made = compacted(look(), 1.0)
    assert spacing(made, "BodyText") == ("0", "90", "304", "exact")
    assert made.styles.size(made.style("Heading1")) == 26
    assert spacing(made, "Heading1")[:3] == ("250", "80", "312")


def test_what_is_smaller_stays() -> None:
    made = compacted(look(), 1.0)
    assert made.styles.size(made.style("TableText")) == 14
    assert spacing(made, "TableText") == ("0", "0", str(round(13 * 20 * 0.7)), "exact")


def test_colours_and_capitals_of_the_house_stay_and_stretched_letters_do_not() -> None:
    made = compacted(look(), 1.0)
    head = made.styles[made.style("Heading1")]
    names = [str(child.tag).rpartition("}")[2] for child in head.iter()]
    assert {"caps", "color"} <= set(names)
    assert attributes(made.styles, made.style("BodyText"), "rPr", "w")["val"] == "100"
    assert attributes(made.styles, made.style("BodyText"), "rPr", "spacing")["val"] == "0"


def test_the_most_compact_look_has_lines_that_are_as_high_as_their_type() -> None:
    made = compacted(look(), DEGREES[-1])
    line = spacing(made, "BodyText")[2]
    assert line is not None
    assert int(line) / 20 >= 11 * 1.2


def test_lines_of_titles_do_not_touch_each_other() -> None:
    made = compacted(look(), DEGREES[-1])
    for name in ("Title", "Heading1", "TableText", "SmallPrint"):
        line = spacing(made, name)[2]
        assert line is not None
        assert int(line) / 10 >= 1.1 * made.styles.size(made.style(name)), name


def test_the_look_itself_stays_as_it_was() -> None:
    before = spacing(look(), "BodyText")
    compacted(look(), 0.9)
    assert spacing(look(), "BodyText") == before

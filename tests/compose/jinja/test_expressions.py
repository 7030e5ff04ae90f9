from __future__ import annotations

import pytest

from briefs.compose.jinja.expressions import mended_inside


@pytest.mark.parametrize(
    ("text", "expected", "slips"),
    [
        (' f("a.b", c=1) ', ' f("a.b", c=1) ', []),
        (" f(a.b)", ' f("a.b")', [(3, "a.b has no quotation marks")]),
        (' f("a.b" "c.d")', ' f("a.b", "c.d")', [(8, 'a comma is missing between "a.b" and "c.d"')]),
        (' f("a.b"', ' f("a.b")', [(8, '")" is missing')]),
        (' f "a.b"', ' f("a.b")', [(2, '"(" is missing after f'), (8, '")" is missing')]),
        (" f(“a.b”)", ' f("a.b")', [(3, "curly quotation marks (“”) in place of straight ones")]),
        (' f("a.b");', ' f("a.b")', [(9, 'one ";" too many')]),
        (' f("a.b", c=yes)', ' f("a.b", c="yes")', [(12, "yes has no quotation marks")]),
    ],
)
def test_a_call_is_mended_and_each_slip_has_its_place(text: str, expected: str, slips: list[tuple[int, str]]) -> None:
    found = mended_inside(text, {"f"}, ids_only=True)
    assert found.text == expected
    assert [(slip.at, slip.what) for slip in found.slips] == slips


@pytest.mark.parametrize(
    "text",
    [
        'if (a is not divisibleby 3) and (b in ["c", "d"] or not true) ',
        "for a in [1, 2.5]|list if a != b ",
        ' a.b[0]|default("c", true) ~ {"d": e}.d ',
        ' a.form(b) if c == "d" else "“e”" ',
    ],
)
def test_what_can_be_read_stays_as_it_is(text: str) -> None:
    assert mended_inside(text, (), ids_only=False).text == text

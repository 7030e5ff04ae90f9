"""Items of records in YAML."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.record_items import record_item, scalar

LETTERS = re.compile("[A-Za-z]+")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Legal", "Legal"),
        ("Legal affairs", '"Legal affairs"'),
        ("Yes", '"Yes"'),
        ("", '""'),
        ("a\u00a0b\u2028c", '"a\\u00A0b\\u2028c"'),
    ],
)
def test_a_text_is_plain_only_if_it_may_be_and_is_read_as_text(value: str, written: str) -> None:
    assert scalar(value, LETTERS) == written


def test_an_item_has_its_lists_below_it() -> None:
    values = {
        "name": "one",
        "edited": True,
        "by": ["A", "B C"],
        "remarks": [{"text": "x: y", "by": "A"}, {"text": "z"}],
    }
    assert record_item(values, LETTERS).splitlines() == [
        "  - name: one",
        "    edited: true",
        '    by: [A, "B C"]',
        "    remarks:",
        '      - text: "x: y"',
        "        by: A",
        "      - text: z",
    ]


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.text() | st.booleans(), min_size=1), min_size=1))
def test_every_item_is_read_as_it_was_written(items: list[dict[str, str | bool]]) -> None:
    text = "items:\n" + "".join(record_item(one, re.compile("[a-z]{3,}")) for one in items)
    assert yaml.safe_load(text) == {"items": items}

"""Names of published files are the same on every server and in every link."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.publication.site import RESERVED, unique_names
from briefs.publication.web_names import LONGEST, web_name


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("dots_brief-ministers_v1.0_cleared.html", "dots_brief-ministers_v1.0_cleared.html"),
        ("HB/CAP 1.0", "HB-CAP-1.0"),
        ("Étude d’été_v1.0.pdf", "Etude-d-ete_v1.0.pdf"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_name_keeps_what_a_link_can_hold(name: str, published: str) -> None:
    assert web_name(name) == published


def test_names_in_other_scripts_are_told_apart() -> None:
    one, other = web_name("تقرير_v1.0.pdf"), web_name("大报告_v1.0.pdf")
    assert one != other
    assert all(re.fullmatch(r"v1\.0_[0-9a-f]{8}\.pdf", name) for name in (one, other))


@settings(max_examples=30)
@given(st.text())
def test_every_name_is_safe_and_short(name: str) -> None:
    made = web_name(name)
    assert re.fullmatch(r"[A-Za-z0-9][\w.-]*", made, re.ASCII)
    assert len(made) <= LONGEST + 6


def test_no_two_files_have_one_name_and_none_that_of_a_page_of_ours() -> None:
    made = unique_names(["été.pdf", "ete.pdf", "ETE.pdf", "a.html", "Index.html"])
    assert made["a.html"] == "a.html"
    assert len({name.casefold() for name in made.values()}) == 5
    assert not {name.casefold() for name in made.values()} & {name.casefold() for name in RESERVED}

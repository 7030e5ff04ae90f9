"""Sections that are called otherwise than when an edition was sent."""

from __future__ import annotations

from briefs.model.sent_text import SentParagraph
from briefs.pipeline.renamed_sections import renamed, renamed_sections


def section(name: str, *units: str) -> list[SentParagraph]:
    heading = SentParagraph(f"heading {name}", "heading", (), section=name)
    return [heading, *(SentParagraph(f"{name}/{one}", "text", (), unit=f"{name}/{one}", section=name) for one in units)]


def test_a_section_is_known_by_its_units() -> None:
    sent = [*section("timing", "st.a", "st.b"), *section("issue", "st.c"), *section("terms", "st.d")]
    now = [*section("when", "st.b"), *section("issue", "st.c"), *section("words", "st.d", "st.e")]
    assert renamed_sections(sent, now) == {"timing": "when", "terms": "words"}


def test_what_is_not_plain_is_left_open() -> None:
    sent = [*section("one", "st.a"), *section("two", "st.b"), *section("none")]
    assert renamed_sections(sent, section("both", "st.a", "st.b")) == {}
    assert renamed_sections(section("one", "st.a", "st.b"), [*section("x", "st.a"), *section("y", "st.b")]) == {}


def test_keys_and_names_get_the_present_id() -> None:
    sections = {"timing": "when", "title": "name"}
    keys = ["timing/st.a", "timing/st.a(ask)#2", "heading timing", "caption timing/1", "column timing/1#3", "intro a/1"]
    assert [renamed(key, sections) for key in keys] == [
        "when/st.a",
        "when/st.a(ask)#2",
        "heading when",
        "caption when/1",
        "column when/1#3",
        "intro a/1",
    ]
    assert renamed("masthead title", sections) == "masthead title"
    assert renamed("attribution timing/q.a", sections) == "attribution when/q.a"
    assert renamed("", sections) == ""

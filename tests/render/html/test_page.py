"""The HTML rendition as a file."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html as parser

from briefs.model.web_policy import POLICY
from briefs.render.html.page import print_html, render_html
from tests.render.builders import document, layout
from tests.render.specimen import specimen


def test_the_page_says_what_it_is() -> None:
    head = render_html(document(title='Of "this" & that', language="fr"), layout()).partition('<meta name="viewport"')[
        0
    ]
    assert head == (
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>Of "this" &amp; that</title>\n'
        '<meta name="author" content="Author">\n<meta name="description" content="Subject">\n'
        '<meta name="keywords" content="one, two">\n<meta name="dcterms.identifier" content="R/1 0.3">\n'
        '<meta name="dcterms.created" content="2026-03-12">\n<meta name="dcterms.modified" content="2026-03-12">\n'
    )


def test_the_page_is_one_file_without_scripts_or_anything_to_load() -> None:
    page = render_html(specimen(), layout())
    assert not re.search(r"<script|<link|<img|<iframe|\bsrc=|url\(|@import|@font-face|\son\w+=", page)
    targets = [address for address in re.findall(r'href="([^"]*)"', page) if not address.startswith("#")]
    assert targets == ["mailto:briefs@example.org", "https://example.org/report"]


def test_every_unit_is_found_by_its_id_with_its_blocks() -> None:
    brief = specimen()
    for page in (render_html(brief, layout()), print_html(brief, layout())):
        found = {e.get("id"): e.get("data-blocks") for e in parser.fromstring(page).iter() if e.get("data-blocks")}
        assert found == {unit.name: " ".join(unit.blocks) for unit in brief.units()}


def test_ids_are_used_once_and_links_inside_lead_somewhere() -> None:
    for page in (render_html(specimen(), layout()), print_html(specimen(), layout())):
        ids = re.findall(r'\sid="([^"]*)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_the_accent_is_that_of_the_audience() -> None:
    assert ":root { --accent: #6B1F3A; --tint: #F5EFF1; --light: #DE8CA9; }" in render_html(document(), layout())


def test_a_cleared_brief_shows_no_source_tags() -> None:
    assert "‹" not in render_html(specimen(draft=False), layout())


def test_a_style_sheet_cannot_end_early() -> None:
    page = render_html(specimen(), replace(layout(), screen_css="p { color: red }</style><script>1</script>"))
    assert r"p { color: red }<\/style><script>1<\/script>" in page


def test_the_page_tells_browsers_to_load_nothing_before_anything_could_be_loaded() -> None:
    page = render_html(specimen(), layout())
    assert page.index(POLICY) < page.index("<style>")

"""The texts of an HTML file: what a screen shows, and everything else in its source."""

from __future__ import annotations

from briefs.readback.read_html import read_html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>A title</title><meta name="keywords" content="zebra, lion">
<style>p { margin: 0 } /* zebra style */ @font-face { src: url(data:font/woff2;base64,AAAA) }</style></head><body>
<!-- zebra remark --><h1>Head</h1><ul><li>One <strong>bold</strong><em>er</em></li><li>Two</li></ul>
<svg><title>zebra picture</title><text>drawn</text></svg>
<p title="zebra attribute">Text<details class="passage"><summary class="tag">‹I 1›</summary><p>Passage</p></details></p>
<details><summary>Opens</summary><p>Hidden</p></details><script>zebra = 1</script>
<section class="notes"><h2>Notes</h2><ol><li>A <b>note</b></li></ol></section></body></html>"""


def test_what_is_shown_is_read_line_by_line_without_pictures_passages_and_notes() -> None:
    read = read_html("a.html", PAGE.encode())
    assert [one.text for one in read.body] == ["Head", "One bolder", "Two", "Text", "‹I 1›"]
    assert [one.text for one in read.notes] == ["A note"]


def test_everything_else_in_the_source_is_read_too() -> None:
    said = {one.where: one.text for one in read_html("a.html", PAGE.encode()).other}
    assert said["a comment"] == " zebra remark "
    assert said['the "keywords" of the page'] == "zebra, lion"
    assert said["title of <p>"] == "zebra attribute"
    assert said["<script>"] == "zebra = 1"
    assert said["the title"] in ("A title", "zebra picture")
    assert "/* zebra style */" in said["the style sheet"]
    assert "AAAA" not in said["the style sheet"]
    assert {"Passage", "Hidden"} <= {one.text for one in read_html("a.html", PAGE.encode()).other}

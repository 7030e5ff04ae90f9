"""The page of an audit: coverage by audience, in a browser and for those who hear it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from briefs.audit.audit import Audit, BlockFate, BlockRow, ReportAudit, Shade, ShadedNode, UnreachedPoint
from briefs.audit.audit_page import audit_page
from tests.browser import violations

AUDIENCES = ("ambassadors", "captains", "clerks", "keepers", "ministers")
POINT = BlockRow("sum.ice", "summary_point", "seeds/quay/blocks/sum.yaml:3", "The quay has ice.", ())


def quay(name: str = "quay", title: str = "The Quay") -> ReportAudit:
    """A report on which up to five audiences rest, with a point that reaches nobody."""
    fates = tuple(BlockFate(audience, "excluded", "never") for audience in AUDIENCES)
    unreached = UnreachedPoint(BlockRow(POINT.block, POINT.kind, POINT.place, POINT.text, fates), ())
    pieces = (
        Shade("All boats wait", AUDIENCES),
        Shade("; ", ()),
        Shade("few <b> leave", ("captains", "keepers")),
        Shade(" before noon.", ()),
    )
    return ReportAudit(
        name,
        title,
        "en",
        AUDIENCES,
        (),
        (unreached,),
        (),
        (),
        (),
        (),
        {"all": 0.4, **dict.fromkeys(AUDIENCES, 0.2)},
        (
            ShadedNode(1, "I", (Shade("Findings"),)),
            ShadedNode(0, "I ¶1", pieces),
            ShadedNode(0, "row 1", (Shade("a | b"),)),
        ),
    )


def parsed(audit: Audit) -> html.HtmlElement:
    return html.document_fromstring(audit_page(audit))


def test_each_piece_says_whose_it_is_and_what_is_nobodys_says_so() -> None:
    page = parsed(Audit((quay(),)))
    (report,) = page.find_class("report")
    heard = ["".join(map(str, one.itertext())) for one in report.find_class("heard")]
    assert heard == [f"({', '.join(AUDIENCES)}) ", "(captains, keepers) ", "(nobody) ", "(nobody) "]
    assert ["".join(map(str, one.itertext())) for one in report.find_class("nobody")] == [
        "(nobody)  before noon.",
        "(nobody) a | b",
    ]
    first, second = report.iter("mark")
    assert [one.text for one in first.find_class("who")] == ["A", "CA", "CL", "K", "M"]
    assert all(one.get("aria-hidden") == "true" for one in report.find_class("who"))
    assert (first.get("class"), second.get("class")) == (
        "by-3 line-1 line-2 line-3 line-4 line-5",
        "by-2 line-2 line-4",
    )
    assert second.get("title") == "captains, keepers"
    (legend,) = page.find_class("legend")
    named = [" ".join("".join(map(str, item.itertext())).split()) for item in legend]
    assert named[0] == "Aambassadors: 20 % of the words"
    assert named[-1] == "nobody: 60 % of the words"


def test_points_that_reach_nobody_are_listed_with_the_reason() -> None:
    page = parsed(Audit((quay(), quay("other", "Another Quay"))))
    tables = [one for one in page.iter("table") if one.findtext("caption") == "Points that reach nobody"]
    assert len(tables) == 2
    (row,) = tables[0].iterfind("tbody/tr")
    cells = ["".join(map(str, one.itertext())) for one in row]
    assert cells == ["sum.ice", "The quay has ice.", "nobody", "excluded", "seeds/quay/blocks/sum.yaml:3"]


@pytest.mark.slow
def test_a_browser_shows_it_without_barriers(tmp_path: Path, browser: Browser) -> None:
    path = tmp_path / "audit.html"
    path.write_text(audit_page(Audit((quay(), quay("other", "Another Quay")))), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    for scheme, width in (("light", 320), ("dark", 1280)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        lines = page.locator(".report mark").first.evaluate("one => getComputedStyle(one).backgroundImage")
        assert len(set(re.findall(r"rgb\([\d, ]+\)", lines))) == len(AUDIENCES)
    page.close()

"""Words, focus and places stay where they are while the page shows something else, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.preview.browser.conftest import OpenPage
from tests.preview.browser.editing_preview import PlayedEditing, proposal
from tests.preview.browser.reading_preview import CAPTAINS, MINISTERS, Served, served

TOP = "one => one.getBoundingClientRect().top"
FIRST = """body => {
  const top = body.getBoundingClientRect().top;
  return [...body.children].find((one) => one.getBoundingClientRect().bottom > top + 2).dataset.address;
}"""
"""The passage at the top of the report."""


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    """A preview for all tests here."""
    with served(PlayedEditing()) as one:
        yield one


@pytest.fixture
def preview(running: Served) -> Iterator[Served]:
    """The same, with what a test changed put back."""
    yield running
    assert isinstance(running.worker, PlayedEditing)
    running.worker.seconds.clear()
    running.worker.begin()


def opened(page: Page, fragment: str) -> None:
    """Go to an address of the page anew."""
    here = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(f"{here}#{fragment}")


def unit(page: Page, name: str) -> Locator:
    """A unit of the brief that is shown."""
    return page.frame_locator(".screen iframe:not(.is-loading)").locator(f"#{name}")


@pytest.mark.slow
def test_what_is_pressed_in_the_report_stays_under_the_pointer_and_lines_keep_their_place(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link)
    passage = page.locator("[data-address=n31]")
    passage.scroll_into_view_if_needed()
    page.wait_for_timeout(150)  # heights that were only guessed are known then
    before = passage.evaluate(TOP)
    assert before > 400  # below the card
    passage.locator(".piece.used").click()
    expect(page.locator("#origin h3")).to_contain_text("Printed in")
    assert passage.evaluate(TOP) == pytest.approx(before, abs=1)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#report-body")).to_be_focused()
    assert passage.evaluate(TOP) == pytest.approx(before, abs=1)

    first = page.locator("#report-body").evaluate(FIRST)
    assert first != "n0"
    for look in ("report-body is-coverage", "report-body"):
        page.keyboard.press("c")
        expect(page.locator("#report-body")).to_have_class(look)
        assert page.locator("#report-body").evaluate(FIRST) == first


@pytest.mark.slow
def test_who_is_on_the_card_stays_there_when_the_brief_is_built_again(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    unit(page, "u1").click()
    page.locator("#origin .others summary").click()
    edit = page.locator("#origin").get_by_role("button", name="Edit fact.tide_1").first
    edit.focus()
    preview.worker.briefs[MINISTERS][0].text = "It has other words now."
    preview.worker.tell()
    expect(unit(page, "u1")).to_have_text(re.compile("other words"))
    expect(page.locator("#origin h3")).to_contain_text("Paragraph 1")
    page.wait_for_timeout(300)  # the card is filled again
    expect(edit).to_be_focused()
    expect(page.locator("#origin .others")).to_have_attribute("open", "")
    edit.press("Enter")
    expect(page.locator(".drawer textarea").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(edit).to_be_focused()


@pytest.mark.slow
def test_back_returns_to_the_brief_before_and_an_address_may_name_a_unit_alone(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link)
    unit(page, "u7").click()
    page.get_by_role("tab", name="Captains").click()
    expect(page.locator("#brief-title")).to_have_text("What tides mean for captains")
    page.go_back()
    expect(page.locator("#brief-title")).to_have_text("What tides mean for ministers")
    expect(unit(page, "u7")).to_have_attribute("aria-current", "true")
    page.go_forward()
    expect(page.get_by_role("tab", name="Captains")).to_have_attribute("aria-selected", "true")
    page.evaluate(f"location.hash = 'brief={MINISTERS}&unit=u3'")
    expect(unit(page, "u3")).to_have_attribute("aria-current", "true")

    page.evaluate("localStorage.removeItem('briefs-preview')")
    opened(page, "unit=u5")
    expect(unit(page, "u5")).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile("unit=u5"))


@pytest.mark.slow
def test_links_that_skip_leave_the_address_as_it_is(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link, width=320, height=640)
    opened(page, f"brief={CAPTAINS}&unit=u2")
    expect(unit(page, "u2")).to_be_visible()
    page.get_by_role("link", name="Skip to the report").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#report-pane")).to_be_focused()
    assert "unit=u2" in page.url


@pytest.mark.slow
def test_a_tab_out_of_sight_comes_into_sight_when_its_brief_is_shown(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link, width=320, height=640)
    for name in ("harbour-masters", "lighthouse-keepers", "pilots"):
        preview.worker.briefs[f"quay/{name}/brief"] = preview.worker.briefs[CAPTAINS]
    try:
        preview.worker.tell()
        tab = page.get_by_role("tab", name="Pilots")
        expect(tab).to_be_attached()
        expect(tab).not_to_be_in_viewport()
        page.keyboard.press("[")
        expect(tab).to_have_attribute("aria-selected", "true")
        expect(tab).to_be_in_viewport(ratio=0.9)
        expect(page.get_by_role("tabpanel", name="Pilots")).to_be_visible()
    finally:
        for name in ("harbour-masters", "lighthouse-keepers", "pilots"):
            del preview.worker.briefs[f"quay/{name}/brief"]


@pytest.mark.slow
def test_words_of_briefs_and_reports_name_their_language(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    unit(page, "u1").click()
    expect(page.locator("#origin .wording").first).to_have_attribute("lang", "en")
    expect(page.locator("#report-body")).to_have_attribute("lang", "en-GB")
    page.locator("#report-body [data-address=n31] .piece.used").click()
    expect(page.locator("#origin .wording")).to_have_attribute("lang", "en-GB")
    page.keyboard.press("p")
    expect(page.locator(".sheet div").first).to_have_attribute("lang", "en")


@pytest.mark.slow
def test_a_file_that_belongs_to_no_review_has_a_heading(preview: Served, open_page: OpenPage) -> None:
    assert isinstance(preview.worker, PlayedEditing)
    page = open_page(preview.link)
    preview.worker.change(proposals=(proposal(1, brief="", choices=(), explained="It cannot be read."),))
    page.get_by_role("radio", name=re.compile("Proposals")).check()
    expect(page.locator(".proposals h3")).to_have_text("Files that belong to no review (1)")


@pytest.mark.slow
def test_a_budget_that_is_tried_for_long_says_so(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link, errors=True)
    held: list[Route] = []
    page.route("**/what-if*", lambda route: held.append(route))  # Playwright looks at it
    page.get_by_text("What if …").click()
    page.get_by_role("button", name="More pages").click()
    expect(page.locator(".tried")).to_have_text("Trying it …")
    for route in held:
        route.abort()

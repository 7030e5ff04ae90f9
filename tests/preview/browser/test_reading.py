"""Brief and report side by side, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser import violations
from tests.preview.browser.conftest import OpenPage
from tests.preview.browser.reading_preview import CAPTAINS, MINISTERS, NOTES, PROBLEM, Point, Served, points, served


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    """A preview for all tests here."""
    with served() as one:
        yield one


@pytest.fixture
def preview(running: Served) -> Iterator[Served]:
    """The same, with what a test changed put back."""
    yield running
    running.worker.briefs = {MINISTERS: points(1, 40), CAPTAINS: points(21, 30), NOTES: points(2, 4)}
    running.worker.refused.clear()
    running.worker.unbuilt = ()
    running.worker.seconds.clear()
    running.worker.tell()


def brief_of(page: Page) -> FrameLocator:
    """The frame of the brief that is shown."""
    return page.frame_locator(".screen iframe:not(.is-loading)")


def marked(page: Page) -> list[str]:
    """The passages of the report that are marked."""
    return page.locator("#report-body mark").all_text_contents()


def said(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until this is said to those who do not see the page."""
    expect(page.locator("#announcer")).to_have_text(text)


# Both ways


def test_a_click_on_a_paragraph_marks_its_passages_with_block_and_places_in_files(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link)
    brief_of(page).locator("#u7").click()
    expect(page.locator("#origin h3")).to_contain_text("Paragraph 7")
    expect(page.locator("#report-body mark.now")).to_be_in_viewport()
    assert marked(page) == [preview.worker.passage(7).text, preview.worker.passage(47).text]
    links = page.locator("#origin .form").first.locator("a").evaluate_all("all => all.map((one) => one.href)")
    assert links == [
        "vscode://file/project/seeds/quay/blocks/fact.yaml:28",
        "vscode://file/project/seeds/quay/report.txt:17",
        "vscode://file/project/seeds/quay/report.txt:57",
    ]
    expect(page.locator("#origin")).to_contain_text("fact.tide_7")
    expect(page.locator("#origin .card-body > .places a")).to_have_attribute(
        "href", "vscode://file/project/templates/ministers.md:19"
    )
    said(page, "Paragraph 7: 2 passages in the report.")

    page.keyboard.press("n")
    expect(page.locator("#report-body mark.now")).to_have_text(preview.worker.passage(47).text)
    expect(page.locator("#report-body mark.now")).to_be_in_viewport()
    expect(page.locator("#origin .walk")).to_contain_text("2 of 2")
    page.keyboard.press("Escape")
    expect(page.locator("#origin")).to_be_hidden()
    assert marked(page) == []


@pytest.mark.slow
def test_pages_are_asked_for_once_however_often_the_state_changes_meanwhile(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link)
    expect(brief_of(page).locator("#u1")).to_be_visible()
    preview.worker.seconds["pages"] = 0.5
    preview.worker.asked.clear()
    page.keyboard.press("p")
    expect(brief_of(page).locator("#u1")).to_be_visible()  # as long as there are no pages
    for step in range(4):
        page.wait_for_timeout(60)
        preview.worker.tell(building=f"step {step}")
    expect(page.locator(".sheet img").first).to_be_visible()
    assert [name for name, _ in preview.worker.asked].count("pages") == 1


def test_a_click_on_a_passage_lists_who_prints_it_and_goes_there(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    page.locator("[data-address=n23] .piece.used").click()
    expect(page.locator("#origin h3")).to_have_text("Printed in 2 briefs")
    assert marked(page) == [preview.worker.passage(23).text]
    expect(page.locator("#origin dt")).to_have_text(["Ministers", "Captains"])
    page.locator("#origin .uses").get_by_role("button", name="Paragraph 3, brief").click()
    expect(page.get_by_role("tab", name="Captains")).to_have_attribute("aria-selected", "true")
    expect(brief_of(page).locator("#u3")).to_have_attribute("aria-current", "true")
    expect(page.locator("#origin h3")).to_contain_text("Paragraph 3")

    page.locator("[data-address=n80] .piece").first.click()
    expect(page.locator("#origin h3")).to_have_text("Nobody prints this")


@pytest.mark.slow
def test_titles_and_headings_lead_to_where_they_are_written_and_keys_go_on_from_them(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link)
    for place, told in (("main > h1", "Title"), ("p.about", "What the brief summarizes"), ("#second h2", "Heading")):
        brief_of(page).locator(place).click()
        expect(page.locator("#origin h3")).to_contain_text(told)
        expect(brief_of(page).locator(place)).to_have_attribute("aria-current", "true")
        expect(page.locator("#origin .card-body > .places a")).to_have_attribute(
            "href", "vscode://file/project/templates/house.yaml:3"
        )
    page.keyboard.press("j")
    expect(brief_of(page).locator("#second li").first).to_have_attribute("aria-current", "true")
    brief_of(page).locator("#second h2").click()
    page.keyboard.press("k")
    expect(brief_of(page).locator("#first li").last).to_have_attribute("aria-current", "true")


def test_in_pages_units_are_buttons_over_pictures_of_pages_at_the_pixels_of_the_screen(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link, device_scale_factor=2)
    page.keyboard.press("p")
    page.get_by_role("button", name=re.compile("^3 Most keepers")).click()
    expect(page.locator("#origin h3")).to_contain_text("Paragraph 3")
    picture = page.locator(".sheet img").first
    expect(picture).to_be_visible()
    sizes = picture.evaluate("one => [one.naturalWidth, Math.round(2 * one.getBoundingClientRect().width)]")
    assert sizes[0] == sizes[1]
    expect(page.locator(".sheet-number")).to_have_text(["Page 1 of 2", "Page 2 of 2"])

    page.locator("#sheet-select").select_option("letter-large")
    expect(page).to_have_url(re.compile("sheet=letter-large"))
    page.get_by_label("Size of the pages").select_option("2")
    expect(page.locator(".sheet").first).to_have_css("width", f"{round(595 * 96 / 72 * 2)}px")
    assert ("pages", {"brief": MINISTERS, "status": "draft", "sheet": "letter-large"}) in preview.worker.asked


# What changes


@pytest.mark.slow
def test_a_brief_whose_file_is_gone_for_a_moment_is_shown_again(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    page.get_by_role("tab", name="Captains").click()
    brief_of(page).locator("#u9").click()
    gone = preview.worker.briefs.pop(CAPTAINS)
    preview.worker.tell()
    expect(page.locator("#brief-title")).to_have_text("What tides mean for captains")  # its notes
    expect(brief_of(page).locator("#u9")).to_have_count(0)
    expect(page.locator("#brief-note")).to_contain_text("its template was deleted or renamed")
    preview.worker.briefs = {MINISTERS: preview.worker.briefs[MINISTERS], CAPTAINS: gone}
    preview.worker.tell()
    expect(brief_of(page).locator("#u9")).to_have_attribute("aria-current", "true")
    expect(page.locator("#brief-note")).to_be_hidden()


def test_after_an_edit_the_same_unit_is_at_the_top_and_chosen_still(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    brief_of(page).locator("#u20").click()
    top = "() => Math.round(document.querySelector('[data-blocks=\"fact.tide_20\"]').getBoundingClientRect().top)"
    frame = page.frames[1]
    frame.evaluate("() => document.querySelector('[data-blocks=\"fact.tide_20\"]').scrollIntoView({block: 'start'})")
    page.wait_for_timeout(100)
    before = frame.evaluate(top)
    preview.worker.briefs[MINISTERS].insert(0, Point("fact.new", "A point before all others. " * 20, 70))
    preview.worker.briefs[MINISTERS][20].text += " It has more words now."
    preview.worker.tell()
    expect(brief_of(page).locator("#u21")).to_have_attribute("aria-current", "true")
    expect(brief_of(page).locator("[data-p-new]")).to_have_count(2)
    page.wait_for_function("() => document.querySelectorAll('.screen iframe').length === 1")
    assert abs(page.frames[-1].evaluate(top) - before) <= 1
    expect(brief_of(page).locator("#u21")).to_be_focused()
    expect(page).to_have_url(re.compile("unit=u21"))


@pytest.mark.slow
def test_a_change_out_of_sight_can_be_gone_to(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    expect(brief_of(page).locator("#u1")).to_be_visible()
    preview.worker.briefs[MINISTERS][34].text = "Quite other words."
    preview.worker.tell()
    page.get_by_role("button", name="1 change: go to 35").click()
    expect(brief_of(page).locator("#u35")).to_be_in_viewport()


def test_the_last_good_state_stays_and_is_usable_while_there_are_errors(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link, color_scheme="dark")
    expect(brief_of(page).locator("#u1")).to_be_visible()
    stale = preview.worker.present(is_current=False)
    preview.worker.tell(briefs=stale, problems=(PROBLEM,))
    expect(page.locator("#brief-note")).to_have_text(
        "This is how the brief was when it could last be built. 1 error keeps it from being built."
    )
    brief_of(page).locator("#u2").click()
    expect(page.locator("#origin h3")).to_contain_text("Paragraph 2")
    assert violations(page) == []
    preview.worker.tell()
    expect(page.locator("#brief-note")).to_be_hidden()


@pytest.mark.slow
def test_a_browser_that_keeps_nothing_or_something_else_shows_the_page_all_the_same(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link)
    kept = {"report": 5, "brief": 7, "view": "upside down", "side": None}
    page.evaluate("(kept) => localStorage.setItem('briefs-preview', JSON.stringify(kept))", kept)
    page.evaluate("sessionStorage.setItem('briefs-preview-places', '{')")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(page.url.partition("#")[0])
    expect(brief_of(page).locator("#u1")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#origin h3")).to_contain_text("Paragraph 1")
    page.keyboard.press("r")
    expect(page.locator("#report-pane")).to_be_hidden()


@pytest.mark.slow
def test_what_the_server_refuses_is_said_in_words(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link, errors=True)
    expect(brief_of(page).locator("#u1")).to_be_visible()
    preview.worker.refused |= {"unit", "report", "frame"}
    brief_of(page).locator("#u2").click()
    expect(page.locator("#origin")).to_contain_text("This cannot be answered now. Try it once more.")
    page.keyboard.press("[")
    page.keyboard.press("d")  # an edition that was never asked for: of others the server keeps the last answer
    expect(page.locator("#brief-note")).to_have_text("This cannot be answered now. Try it once more.")
    preview.worker.refused.clear()
    preview.worker.briefs[NOTES].pop()
    preview.worker.tell()
    expect(page.locator("#brief-note")).to_be_hidden()
    expect(brief_of(page).locator("#u3")).to_be_visible()


@pytest.mark.slow
def test_many_edits_leave_nothing_behind_in_the_page(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    brief_of(page).locator("#u4").click()
    chromium = page.context.new_cdp_session(page)

    def held() -> tuple[int, int]:
        page.wait_for_timeout(6500)  # what changed is marked for six seconds
        for _ in range(3):
            chromium.send("HeapProfiler.collectGarbage")
        counted = chromium.send("Memory.getDOMCounters")
        return counted["documents"], counted["jsEventListeners"]

    before = held()
    for at in range(12):
        preview.worker.briefs[MINISTERS][3].text = f"Other words, {at} of them."
        preview.worker.tell()
        expect(brief_of(page).locator("#u4")).to_contain_text(f"words, {at} of")
    assert held() == before


# Keys


def test_all_is_reached_by_keys_that_do_not_fire_while_somebody_types(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    expect(brief_of(page).locator("#u1")).to_be_visible()
    for key in "jjk":
        page.keyboard.press(key)
    expect(brief_of(page).locator("#u1")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    expect(brief_of(page).locator("#u3")).to_be_focused()
    said(page, re.compile("Paragraph 3"))

    page.keyboard.press("3")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    expect(brief_of(page).locator("#u37")).to_have_attribute("aria-current", "true")
    expect(brief_of(page).locator("#u37")).to_be_in_viewport()
    page.keyboard.press("g")
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(page.locator("#jump-said")).to_have_text("Nothing in this brief has the number 99.")
    page.keyboard.press("Escape")

    page.keyboard.press("]")
    expect(page.get_by_role("tab", name="Captains")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("d")
    expect(page.get_by_label("Cleared", exact=True)).to_be_checked()
    page.keyboard.press("r")
    expect(page.locator("#report-pane")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("pjr quay 61")
    expect(page.locator("#report-pane")).to_be_visible()
    expect(page.get_by_label("Screen", exact=True)).to_be_checked()
    page.keyboard.press("Escape")

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Use keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(page.get_by_label("Screen", exact=True)).to_be_checked()


@pytest.mark.slow
def test_tabs_move_with_arrows_and_the_splitter_too(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    tab = page.get_by_role("tab", name="Ministers")
    tab.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Captains")).to_be_focused()
    expect(page.get_by_role("tab", name="Notes")).to_be_visible()
    before = page.locator("#brief-pane").bounding_box()
    page.locator("#splitter").focus()
    page.keyboard.press("End")
    expect(page.locator("#splitter")).to_have_attribute("aria-valuenow", "75")
    after = page.locator("#brief-pane").bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"] + 200


# Reload, coverage, search


@pytest.mark.slow
def test_a_reload_returns_to_the_same_place(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    page.get_by_role("tab", name="Captains").click()
    page.get_by_label("Cleared", exact=True).check()
    brief_of(page).locator("#u28").click()
    page.keyboard.press("c")
    expect(page.locator("#coverage")).to_be_visible()
    page.reload()
    expect(page.get_by_role("tab", name="Captains")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_label("Cleared", exact=True)).to_be_checked()
    expect(page.locator("#coverage")).to_be_visible()
    expect(brief_of(page).locator("#u28")).to_have_attribute("aria-current", "true")
    expect(brief_of(page).locator("#u28")).to_be_in_viewport()


@pytest.mark.slow
def test_coverage_shades_by_audience_and_lists_points_that_reach_nobody(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    page.keyboard.press("c")
    shaded = page.locator("#report-body .piece.is-meant")
    expect(page.locator("[data-address=n23] .piece.used")).to_have_attribute("data-letters", "M\N{NO-BREAK SPACE}C")
    expect(shaded).to_have_count(len({one.node for said in preview.worker.briefs.values() for one in said}) - 3)
    page.get_by_role("radio", name="Captains").check()
    expect(shaded).to_have_count(32)
    said(page, "Captains: 35 % of the report.")
    page.get_by_role("radio", name="Nobody").check()
    expect(page.locator("[data-address=n80] .piece.is-meant")).to_have_count(2)
    page.get_by_text("1 point of the executive summary reaches no audience").click()
    expect(page.locator(".unreached")).to_contain_text("Ministers: no template asks for it")
    page.get_by_role("button", name="Show in the report").click()
    expect(page.locator("#report-body mark.now")).to_have_text(preview.worker.passage(70).text)
    expect(page.locator("#report-body mark.now")).to_be_in_viewport()


@pytest.mark.slow
def test_nobody_is_said_to_use_nothing_before_all_briefs_are_built(preview: Served, open_page: OpenPage) -> None:
    preview.worker.unbuilt = (NOTES,)
    page = open_page(preview.link)
    page.keyboard.press("c")
    expect(page.locator("#coverage .unbuilt")).to_have_text(
        "This is as far as briefs are built: 1 brief is not, and may use more."
    )
    expect(page.locator(".unreached summary")).to_contain_text("reaches no audience so far")
    page.locator("[data-address=n80] .words").click()
    expect(page.get_by_role("heading", name="No brief that is built prints this")).to_be_visible()


@pytest.mark.slow
def test_words_are_found_in_the_report(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    page.keyboard.press("/")
    page.keyboard.type("TIDES of quay 6")
    expect(page.locator(".found")).to_have_text("1/10")
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_have_text("2/10")
    expect(page.locator("[data-address=n61]")).to_be_in_viewport()


@pytest.mark.slow
def test_the_server_knows_what_is_looked_at(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    page.get_by_role("tab", name="Captains").click()
    expect(page.locator("#brief-title")).to_have_text("What tides mean for captains")
    page.wait_for_timeout(100)
    assert [one.brief for one in preview.worker.watched][:1] == [CAPTAINS]


# Nothing to show, nobody there


@pytest.mark.slow
def test_before_the_first_build_and_without_briefs_the_page_says_so(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link)
    preview.worker.tell(briefs=(), reports=(), building="reading the report")
    expect(page.locator("#brief-body .empty")).to_contain_text("The briefs are being built for the first time")
    expect(page.locator("#report-pane > .empty")).to_contain_text("The report is being read")
    preview.worker.tell(briefs=(), problems=(PROBLEM,))
    expect(page.locator("#brief-body .empty")).to_contain_text("1 error has to be mended first")
    preview.worker.tell(briefs=(), reports=())
    expect(page.locator("#brief-body .empty")).to_contain_text("There is no brief")
    expect(page.locator("#report-pane > .empty")).to_contain_text("There is no report")
    preview.worker.tell(failure="Pango is not installed")
    expect(page.locator("#standing")).to_have_text("Not built")
    expect(page.locator("body")).to_contain_text("Pango is not installed")
    preview.worker.tell()
    expect(brief_of(page).locator("#u1")).to_be_visible()
    expect(page.locator("#report-body .node")).to_have_count(90)


@pytest.mark.slow
def test_when_the_preview_is_stopped_the_page_says_so_and_stays(open_page: OpenPage) -> None:
    with served() as stopped:
        page = open_page(stopped.link, errors=True)
        expect(brief_of(page).locator("#u1")).to_be_visible()
    expect(page.locator("#notices")).to_contain_text("The preview does not answer.")
    expect(page.locator("#standing")).to_have_text("Not connected")
    expect(brief_of(page).locator("#u1")).to_be_visible()


@pytest.mark.slow
def test_on_narrow_screens_there_is_one_pane_at_a_time(preview: Served, open_page: OpenPage) -> None:
    page = open_page(preview.link, width=320, height=640)
    expect(page.locator("#report-pane")).to_be_hidden()
    brief_of(page).locator("#u2").click()
    expect(page.locator("#brief-pane")).to_be_hidden()
    expect(page.locator("#report-body mark.now")).to_be_in_viewport()
    page.get_by_role("radio", name="Brief").check()
    expect(brief_of(page).locator("#u2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# For everybody

LOOKS = [
    (320, "light", "html", "click"),
    (320, "dark", "pages", "coverage"),
    (768, "light", "html", "passage"),
    (1280, "dark", "html", "coverage"),
    (1280, "light", "pages", "click"),
    (1280, "dark", "html", "keys"),
    (1280, "light", "html", "jump"),
    (1280, "dark", "html", "stale"),
    (1280, "light", "html", "empty"),
    (3840, "dark", "pages", "click"),
    (3840, "light", "html", "click"),
]
"""Width in pixels, colours, how the brief is shown, and what is done before axe looks."""


def look(preview: Served, page: Page, view: str, done: str) -> None:
    """Bring the page into a state."""
    expect(brief_of(page).locator("#u1")).to_be_visible()
    if view == "pages":
        page.keyboard.press("p")
        expect(page.locator(".sheet img").first).to_be_visible()
    match done:
        case "click":
            (page.locator(".unit-box").nth(2) if view == "pages" else brief_of(page).locator("#u3")).click()
            expect(page.locator("#report-body mark.now")).to_be_in_viewport()
        case "passage":
            page.get_by_role("radio", name="Report").check()
            page.locator("[data-address=n3] .piece.used").click()
            expect(page.locator("#origin dt").first).to_be_visible()
        case "coverage":
            page.keyboard.press("c")
            page.locator(".unreached summary").click()
        case "keys" | "jump":
            page.keyboard.press("?" if done == "keys" else "g")
            expect(page.get_by_role("dialog")).to_be_visible()
        case "stale":
            preview.worker.tell(briefs=preview.worker.present(is_current=False), problems=(PROBLEM,))
            expect(page.locator("#brief-note")).to_contain_text("could last be built")
        case _:
            preview.worker.tell(briefs=(), reports=())
            expect(page.locator("#brief-body .empty")).to_contain_text("There is no brief")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme", "view", "done"), LOOKS)
def test_axe_finds_nothing_and_all_is_within_the_window(
    preview: Served, open_page: OpenPage, width: int, scheme: str, view: str, done: str
) -> None:
    page = open_page(preview.link, width=width, height=900, color_scheme=scheme)
    look(preview, page, view, done)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.slow
def test_with_high_contrast_and_in_a_window_enlarged_four_times_the_page_is_usable(
    preview: Served, open_page: OpenPage
) -> None:
    page = open_page(preview.link, width=320, height=256, forced_colors="active")
    look(preview, page, "html", "click")
    assert violations(page) == []
    box = page.locator("#report-body").bounding_box()
    assert box is not None
    assert box["height"] > 100
    assert page.evaluate("document.documentElement.scrollHeight > innerHeight")

"""Editing, budget, what is wrong, proposals and building, in the page, as a person uses them in Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.preview.browser.editing_preview import FILE, LEFT_OUT, PROBLEM, WARNING, PlayedEditing, proposal
from tests.preview.browser.reading_preview import MINISTERS, Served, served

expect.set_options(timeout=3000)


@pytest.fixture(scope="module")
def preview() -> Iterator[Served]:
    """A preview whose worker is played."""
    with served(PlayedEditing()) as preview:
        yield preview


@pytest.fixture(scope="module")
def window(browser: Browser, preview: Served) -> Iterator[Page]:
    """The window that most tests use, one after the other."""
    with new_window(browser, preview) as page:
        yield page


@contextmanager
def new_window(browser: Browser, preview: Served, **settings: Any) -> Iterator[Page]:
    """A window in which the preview is open; an error of a script in it fails the test."""
    usual: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
    context = browser.new_context(**{**usual, **settings})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(preview.link)
    expect(page.locator(".budget .measure").first).to_be_visible()
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def worker(preview: Served) -> PlayedEditing:
    """The worker, as at the beginning."""
    assert isinstance(preview.worker, PlayedEditing)
    preview.worker.begin()
    return preview.worker


@pytest.fixture
def page(window: Page, worker: PlayedEditing) -> Page:
    """The window, without anything that was kept in it."""
    window.evaluate("sessionStorage.clear(); localStorage.removeItem('briefs-preview')")
    return window


def opened(page: Page, fragment: str = "") -> Page:
    """The page, loaded anew at the brief for ministers."""
    base = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(f"{base}#brief={MINISTERS}&{fragment}")
    expect(page.locator(".budget .measure").first).to_be_visible()
    return page


def edit(page: Page, unit: str = "u1") -> Page:
    """Open the block of a unit, as `e` does."""
    opened(page, f"unit={unit}")
    page.keyboard.press("e")
    expect(short(page)).to_be_visible()
    return page


def short(page: Page) -> Locator:
    """Where the short form is edited."""
    return page.get_by_role("textbox", name="Short")


# Editing


@pytest.mark.slow
def test_a_wording_is_changed_checked_and_saved_by_keyboard_alone(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    expect(short(page)).to_be_focused()
    short(page).fill("word " * 26)
    expect(page.get_by_text("short has 26 words")).to_be_visible()
    short(page).fill("Small harbours lose a tenth of their berths")
    expect(page.get_by_text("The checks find nothing wrong with it.")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.locator("dialog.drawer")).to_be_hidden()
    assert worker.values["fact.tide_1"]["short"] == "Small harbours lose a tenth of their berths"
    assert [one["name"] for one in worker.given("save")] == ["short"]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Save it again")).to_be_focused()
    assert worker.values["fact.tide_1"]["short"] == "Small harbours lose berths"


@pytest.mark.slow
def test_only_the_last_text_is_checked(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    worker.asked.clear()
    short(page).evaluate(
        "area => { for (const one of ' of every sort and size') "
        "{ area.value += one; area.dispatchEvent(new Event('input')); } }"
    )
    expect(page.get_by_text("The checks find nothing wrong with it.")).to_be_visible()
    asked = [given["value"] for given in worker.given("check")]
    assert asked == ["Small harbours lose berths of every sort and size"]


@pytest.mark.slow
def test_an_audience_is_chosen_and_a_weight_is_taken_away(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    page.get_by_label("Captains").select_option("never")
    page.locator(".drawer").get_by_label("Ministers").select_option("")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("dialog.drawer")).to_be_hidden()
    assert worker.values["fact.tide_1"]["audiences.captains"] == "never"
    assert worker.values["fact.tide_1"]["audiences.ministers"] == ""
    strip = page.get_by_role("region", name="Last save")
    expect(strip).to_contain_text("weight for ministers, weight for captains of fact.tide_1")
    expect(strip).to_contain_text("weight for ministers: it is not written any more.")


@pytest.mark.slow
def test_cancel_asks_before_it_throws_a_text_away(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    page.keyboard.type(" fast")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Keep editing")).to_be_focused()
    page.keyboard.press("Enter")
    expect(short(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Throw away").click()
    expect(page.locator("dialog.drawer")).to_be_hidden()
    expect(page.get_by_text("Not saved yet", exact=True)).to_be_hidden()
    assert worker.given("save") == []


def test_a_file_that_changes_elsewhere_is_told_at_once_and_nothing_is_overwritten(
    page: Page, worker: PlayedEditing
) -> None:
    edit(page)
    short(page).fill("Mine")
    worker.values["fact.tide_1"]["short"] = "Theirs"
    worker.tell()
    meeting = page.locator(".meeting").first
    expect(meeting).to_contain_text("The file has another text now.")
    expect(meeting.get_by_label("In the file")).to_contain_text("Theirs")
    expect(meeting.get_by_label("Yours")).to_contain_text("Mine")
    page.keyboard.press("Control+Enter")
    expect(meeting.get_by_role("button", name="Keep what is in the file")).to_be_focused()
    assert worker.values["fact.tide_1"]["short"] == "Theirs"
    meeting.get_by_role("button", name="Write mine").click()
    expect(page.locator("dialog.drawer")).to_be_hidden()
    assert worker.values["fact.tide_1"]["short"] == "Mine"


@pytest.mark.slow
def test_a_change_elsewhere_that_nobody_told_is_a_conflict_when_saving(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    short(page).fill("Mine")
    worker.values["fact.tide_1"]["short"] = "Theirs"
    page.keyboard.press("Control+Enter")
    meeting = page.locator(".meeting").first
    expect(meeting).to_contain_text("Theirs")
    meeting.get_by_role("button", name="Keep what is in the file").click()
    expect(short(page)).to_have_value("Theirs")
    assert worker.values["fact.tide_1"]["short"] == "Theirs"


@pytest.mark.slow
def test_another_value_that_changes_elsewhere_is_shown_and_kept(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    short(page).fill("Mine")
    worker.values["fact.tide_1"]["ask"] = "Build berths"
    worker.tell()
    expect(page.get_by_label("Ask")).to_have_value("Build berths")
    page.keyboard.press("Control+Enter")
    expect(page.locator("dialog.drawer")).to_be_hidden()
    assert worker.values["fact.tide_1"]["ask"] == "Build berths"
    assert worker.values["fact.tide_1"]["short"] == "Mine"


@pytest.mark.slow
def test_two_windows_cannot_undo_each_other(
    browser: Browser, preview: Served, page: Page, worker: PlayedEditing
) -> None:
    edit(page)
    with new_window(browser, preview) as other:
        edit(other)
        short(other).fill("From the other window")
        short(page).fill("From this window")
        other.keyboard.press("Control+Enter")
        expect(other.locator("dialog.drawer")).to_be_hidden()
    expect(page.locator(".meeting").first).to_contain_text("From the other window")
    page.locator(".meeting").first.get_by_role("button", name="Edit on").click()
    expect(short(page)).to_have_value("From this window")
    assert worker.values["fact.tide_1"]["short"] == "From the other window"


@pytest.mark.slow
def test_a_text_survives_a_save_that_fails_and_a_reload(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    short(page).fill("Worth keeping")
    worker.failing = frozenset({"save"})
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The disk is full.")).to_be_visible()
    expect(short(page)).to_have_value("Worth keeping")
    page.reload()
    page.get_by_role("button", name="Go on with fact.tide_1").click()
    expect(short(page)).to_have_value("Worth keeping")
    worker.failing = frozenset()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Not saved yet")).to_be_hidden()
    assert worker.values["fact.tide_1"]["short"] == "Worth keeping"


@pytest.mark.slow
def test_a_block_that_is_gone_leaves_the_text_in_the_window(page: Page, worker: PlayedEditing) -> None:
    edit(page)
    short(page).fill("Worth keeping")
    del worker.values["fact.tide_1"]
    worker.tell()
    expect(page.get_by_text("What you typed is kept here")).to_be_visible()
    expect(short(page)).to_have_value("Worth keeping")


@pytest.mark.slow
def test_a_unit_of_several_blocks_asks_which(page: Page, worker: PlayedEditing) -> None:
    opened(page, "unit=u2")
    page.keyboard.press("e")
    page.get_by_role("button", name=re.compile("fact.tide_2 One office")).click()
    expect(short(page)).to_have_value("One office should decide")


@pytest.mark.slow
def test_text_of_a_block_is_never_markup(page: Page, worker: PlayedEditing) -> None:
    wicked = '<img src=x onerror="window.wicked = 1"></textarea><script>window.wicked = 1</script>'
    worker.values["fact.tide_1"]["short"] = wicked
    worker.problems = (PROBLEM.__class__("error", "x", wicked, wicked, PROBLEM.link, "", ()),)
    worker.proposals = (proposal(1, before=wicked, after=f"{wicked} too", comment=wicked),)
    worker.tell()
    edit(page)
    expect(short(page)).to_have_value(wicked)
    short(page).fill(f"{wicked} mine")
    worker.values["fact.tide_1"]["short"] = f"{wicked} theirs"
    worker.tell()
    expect(page.locator(".meeting").first).to_contain_text("<script>")
    assert page.evaluate("window.wicked") is None
    assert page.locator("img[src=x]").count() == 0


# New blocks


@pytest.mark.slow
def test_words_selected_in_the_report_become_a_candidate(page: Page, worker: PlayedEditing) -> None:
    opened(page)
    start = page.get_by_role("button", name="New block")
    expect(start).to_be_disabled()
    page.locator("[data-address=n3] .piece").last.evaluate(
        "piece => getSelection().setBaseAndExtent(piece.firstChild, 3, piece.firstChild, 11)"
    )
    start.click()
    dialog = page.get_by_role("dialog", name="New block from this")
    dialog.get_by_role("button", name="Write the candidate").click()  # a kind is needed
    dialog.get_by_label(re.compile("next step")).check()
    dialog.get_by_role("button", name="Write the candidate").click()
    expect(dialog.get_by_role("link")).to_have_attribute("href", re.compile(r"proposed/next_step.yaml:3$"))
    page.get_by_role("button", name="Done").click()
    page.locator("[data-address=n3] .piece").last.evaluate(
        "piece => getSelection().setBaseAndExtent(piece.firstChild, 3,"
        " document.querySelector('[data-address=n4] .piece').firstChild, 9)"
    )
    page.wait_for_timeout(300)
    page.keyboard.press("b")
    expect(dialog.get_by_text("What kind of block is it?")).to_be_visible()
    passage = worker.passage(3)
    over_two = worker.given("candidate")[-1]
    assert (over_two["address"], over_two["start"]) == ("n3", passage.start + 3)
    assert (over_two["last"], over_two["end"]) == ("n4", 9)
    begin = passage.start + 3
    asked = [
        (one["report"], one["address"], one["start"], one["end"], one["kind"]) for one in worker.given("candidate")[:2]
    ]
    assert asked == [("quay", "n3", begin, begin + 8, kind) for kind in ("", "next_step")]


# Budget


def test_the_budget_says_what_was_left_out_and_why_in_order(page: Page, worker: PlayedEditing) -> None:
    opened(page)
    budget = page.get_by_role("region", name="Budget")
    for said in ("3 of 3 pages", "92 % full", "1,140 of 1,200 words"):
        expect(budget).to_contain_text(said)
    budget.get_by_text("2 left out, 1 shortened").click()
    rows = budget.locator(".fates > li")
    assert [one.text in row for one, row in zip(LEFT_OUT, rows.all_inner_texts(), strict=True)] == [True] * 3
    expect(rows.first).to_contain_text("it needs 3 lines; 1 is free")
    rows.nth(2).get_by_role("button").click()
    expect(short(page)).to_have_value("One office should decide")


@pytest.mark.slow
def test_what_if_shows_what_would_come_back_and_writes_nothing(page: Page, worker: PlayedEditing) -> None:
    opened(page)
    page.get_by_text("What if …").click()
    page.get_by_role("button", name="More pages").click()
    trial = page.locator(".trial")
    expect(trial.get_by_label("Then")).to_contain_text("4 of 4 pages")
    expect(trial.get_by_label("Now")).to_contain_text("3 of 3 pages")
    expect(trial).to_contain_text("Would be printed in full again (2)")
    expect(trial).to_contain_text("no file is written")
    expect(trial.locator(".line-to-copy")).to_have_text("pages: 4")
    assert worker.names_asked() <= {"what-if", "frame", "report"}
    trial.get_by_label("Pages", exact=True).fill("1")
    expect(trial).to_contain_text("What must stay takes more than 1 page.")
    trial.get_by_label("Pages", exact=True).fill("35")
    expect(trial).to_contain_text("Try fewer.")
    trial.get_by_label("Pages", exact=True).fill("0")
    expect(trial).to_contain_text("Give whole numbers")


@pytest.mark.slow
def test_only_the_last_trial_counts(page: Page, worker: PlayedEditing) -> None:
    opened(page)
    page.get_by_text("What if …").click()
    worker.asked.clear()
    page.get_by_role("button", name="More pages").evaluate("button => { for (let i = 0; i < 5; i++) button.click() }")
    expect(page.locator(".trial").get_by_label("Then")).to_contain_text("8 of 8 pages")
    assert [given["pages"] for given in worker.given("what-if")] == ["8"]


# What is wrong


def test_problems_stand_above_the_last_good_page_which_can_be_used(page: Page, worker: PlayedEditing) -> None:
    worker.change(problems=(WARNING, PROBLEM), stale=frozenset({MINISTERS}))
    opened(page)
    strip = page.get_by_role("region", name="Problems in the files")
    expect(strip).to_contain_text("1 error and 1 warning")
    expect(strip.locator(".first")).to_have_text(f"{FILE}, line 4: {PROBLEM.message}")
    strip.locator("summary").click()
    expect(strip.locator(".first")).to_be_hidden()
    expect(strip.locator("h2")).to_have_text([FILE])
    expect(strip.locator(".problem").first).to_contain_text("matches nothing")  # errors stand first
    for said in (PROBLEM.hint, PROBLEM.code, "fact.yaml, line 4"):
        expect(strip.locator(".problem").first).to_contain_text(said)
    expect(strip.get_by_role("link").first).to_have_attribute("href", re.compile(r"^vscode://.*:4$"))
    expect(page.frame_locator("iframe").locator("#u3").last).to_be_visible()
    frame, shown = page.locator("iframe").last.bounding_box(), strip.bounding_box()
    assert frame is not None
    assert shown is not None
    assert shown["y"] + shown["height"] <= frame["y"]


@pytest.mark.slow
def test_problems_that_were_put_away_come_back_when_they_change(page: Page, worker: PlayedEditing) -> None:
    worker.change(problems=(PROBLEM,))
    opened(page)
    strip = page.get_by_role("region", name="Problems in the files")
    strip.get_by_role("button", name="Hide").click()
    expect(strip).to_be_hidden()
    expect(page.get_by_role("button", name="1 error")).to_be_focused()
    worker.change(generation=7)
    expect(strip).to_be_hidden()
    worker.change(problems=(PROBLEM, WARNING))
    expect(strip).to_be_visible()
    worker.change(problems=())
    expect(strip).to_be_hidden()


@pytest.mark.slow
def test_problems_are_announced_once(page: Page, worker: PlayedEditing) -> None:
    opened(page)
    page.evaluate(
        "window.heard = []; new MutationObserver(() => { const text = document.querySelector('#announcer').textContent;"
        " if (text) window.heard.push(text); }).observe(document.querySelector('#announcer'), {childList: true})"
    )
    worker.change(problems=(PROBLEM,))
    expect(page.locator("#announcer")).to_have_text("1 error")
    worker.tell()
    worker.change(problems=(PROBLEM, WARNING))
    expect(page.locator("#announcer")).to_have_text("1 error and 1 warning")
    assert [one for one in page.evaluate("window.heard") if "error" in one] == ["1 error", "1 error and 1 warning"]


# Proposals


def test_a_proposal_is_decided_by_keyboard(page: Page, worker: PlayedEditing) -> None:
    worker.change(
        proposals=(
            proposal(1),
            proposal(2),
            proposal(3),
        )
    )
    opened(page, "side=proposals")
    cards = page.locator(".proposal")
    expect(cards).to_have_count(3)
    cards.first.focus()
    page.keyboard.press("j")
    expect(cards.nth(1)).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(".outcome", has_text="Accepted: Para 2.")).to_be_visible()
    expect(cards).to_have_count(2)
    expect(cards.nth(1)).to_be_focused()  # the one that came after it
    page.keyboard.press("r")
    expect(cards.nth(1).get_by_role("textbox")).to_be_focused()
    page.keyboard.type("It is all harbours")
    page.keyboard.press("Control+Enter")
    expect(cards).to_have_count(1)
    cards.first.focus()
    page.keyboard.press("e")
    expect(page.get_by_label("Write this instead")).to_be_focused()
    page.get_by_label("Write this instead").fill("In my words")
    page.get_by_role("button", name="Accept as edited").click()
    expect(page.get_by_text("Nothing is open")).to_be_visible()
    decided = worker.given("decide")
    assert [(one["proposal"], one["choice"], one["wording"]) for one in decided] == [
        ("ab2", "accept", ""),
        ("ab3", "reject", "It is all harbours"),
        ("ab1", "edit", "In my words"),
    ]


def test_who_types_a_reason_goes_on_when_others_come(page: Page, worker: PlayedEditing) -> None:
    worker.change(proposals=(proposal(1), proposal(2)))
    opened(page, "side=proposals")
    cards = page.locator(".proposal")
    expect(cards).to_have_count(2)
    cards.first.focus()
    page.keyboard.press("r")
    field = cards.first.get_by_role("textbox")
    expect(field).to_be_focused()
    page.keyboard.type("It is ")
    worker.change(proposals=(proposal(1), proposal(2), proposal(3)))
    expect(cards).to_have_count(3)
    expect(field).to_be_focused()
    page.keyboard.type("all harbours")
    expect(field).to_have_value("It is all harbours")
    assert worker.given("decide") == []


@pytest.mark.slow
def test_a_proposal_decided_elsewhere_is_told(page: Page, worker: PlayedEditing) -> None:
    worker.change(
        proposals=(
            proposal(1),
            proposal(2),
        ),
        decided_elsewhere=frozenset({"ab1"}),
    )
    opened(page, "side=proposals")
    page.locator(".proposal").first.get_by_role("button", name="Accept").click()
    expect(page.locator(".proposals > .outcome")).to_contain_text("rejected meanwhile, elsewhere")
    expect(page.locator(".proposal")).to_have_count(1)


@pytest.mark.slow
def test_an_edit_of_a_proposal_outlasts_news(page: Page, worker: PlayedEditing) -> None:
    worker.change(proposals=(proposal(1),))
    opened(page, "side=proposals")
    page.get_by_role("button", name="Edit …").click()
    page.get_by_label("Write this instead").fill("Half a sentence")
    worker.change(
        proposals=(
            proposal(1, comment="Another comment"),
            proposal(2),
        )
    )
    expect(page.locator(".proposal")).to_have_count(2)
    expect(page.get_by_label("Write this instead")).to_have_value("Half a sentence")


# Building


def test_building_says_what_was_written_or_what_is_wrong(page: Page, worker: PlayedEditing) -> None:
    opened(page)
    page.get_by_role("button", name="Build", exact=True).click()
    dialog = page.locator("#build-dialog")
    expect(dialog).to_contain_text("2 files written")
    expect(dialog).to_contain_text("build/ministers.docx")
    page.keyboard.press("Escape")
    worker.problems = (PROBLEM,)
    page.get_by_role("button", name="Build", exact=True).click()
    expect(dialog).to_contain_text("Nothing was written")
    expect(dialog).to_contain_text("matches nothing in the report")


@pytest.mark.slow
def test_files_that_nobody_reads_are_folded_and_a_build_that_goes_on_is_no_error(
    page: Page, worker: PlayedEditing
) -> None:
    worker.change(stale=frozenset({MINISTERS}))
    opened(page)
    shown = page.evaluate(
        """async () => {
            const { mount } = await import('/assets/build_files.js');
            const host = document.body.appendChild(document.createElement('div'));
            const store = { state: { briefs: [{ is_current: false }] } };
            const written = ['build/a.pdf', 'build/a.provenance.json', 'build/manifest.json'];
            mount(host, { store, api: { post: async () => ({ written, problems: [] }) }, announce() {} });
            host.querySelector('button').click();
            await new Promise((done) => setTimeout(done, 20));
            return host.querySelector('.built').innerText;
        }"""
    )
    assert shown.split("\n") == ["build/a.pdf", "2 other files, from which the program knows later what was built"]


@pytest.mark.slow
def test_what_is_said_of_a_wording_does_not_repeat_what_stands_beside_it(page: Page) -> None:
    opened(page)
    quote = "“Small harbours lose a tenth of their berths every …”"
    about = 'short of "fact.tide_1"'
    said = page.evaluate(
        """async ([problems, about]) => {
            const { problemList } = await import('/assets/problems.js');
            return [...problemList(problems, 'Checks', about).children].map((one) => one.innerHTML);
        }""",
        [
            [
                {"severity": "error", "message": f'{about} says "all", not "some": {quote}', "hint": "see `aliases`"},
                {
                    "severity": "error",
                    "message": f'{about} says "must": {quote}',
                    "hint": f"its passage says {quote}: use it",
                },
                {"severity": "error", "message": "anchor matches ` nothing", "hint": ""},
            ],
            about,
        ],
    )
    shown = [re.sub("<[^>]*severity[^>]*>error</span> ", "", one) for one in said]
    assert shown == [
        f'Says "all", not "some": {quote}<span class="hint">See <code>aliases</code></span>',
        'Says "must"<span class="hint">Use it</span>',
        "Anchor matches ` nothing",
    ]


@pytest.mark.slow
def test_the_report_stays_within_its_pane_in_a_low_window(page: Page, worker: PlayedEditing) -> None:
    page.set_viewport_size({"width": 1280, "height": 560})
    opened(page, "unit=u1")
    expect(page.locator("#origin")).to_be_visible()
    ids = ["report-body", "report-pane"]
    bottoms = page.evaluate("(ids) => ids.map((id) => document.getElementById(id).getBoundingClientRect().bottom)", ids)
    page.set_viewport_size({"width": 1280, "height": 800})
    assert bottoms[0] == pytest.approx(bottoms[1])


# Words that differ


@pytest.mark.slow
def test_a_difference_has_all_words_of_both_texts_and_nothing_else(page: Page) -> None:
    opened(page)
    texts = [
        "",
        "One",
        "One two  three.",
        "Two, three – four’s “five”",
        "one two three one two three",
        "naïve 10–20 😀 يوم",
        "a " * 900,
    ]
    wrong = page.evaluate(
        """async (texts) => {
            const { wordDiff } = await import('/assets/word_diff.js');
            const joined = (parts, without) =>
                parts.filter(([sort]) => sort !== without).map((part) => part[1]).join('');
            const pairs = texts.flatMap((before) => texts.map((after) => [before, after]));
            return pairs.filter(([before, after]) => {
                const parts = wordDiff(before, after);
                const changes = parts.some(([sort]) => sort !== 'same');
                const isWhole = joined(parts, 'new') === before && joined(parts, 'gone') === after;
                return !isWhole || changes === (before === after);
            });
        }""",
        texts,
    )
    assert wrong == []


@pytest.mark.slow
def test_a_phrase_that_is_replaced_reads_as_one_change(page: Page) -> None:
    opened(page)
    parts = page.evaluate(
        "(texts) => import('/assets/word_diff.js').then(({ wordDiff }) => wordDiff(...texts))",
        ["They lose a tenth of it.", "They gain one half of it."],
    )
    assert parts == [["same", "They "], ["gone", "lose a tenth"], ["new", "gain one half"], ["same", " of it."]]


# For everybody


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280, 3840])
def test_axe_finds_nothing_in_any_panel(
    browser: Browser, preview: Served, worker: PlayedEditing, scheme: str, width: int
) -> None:
    worker.change(
        problems=(PROBLEM, WARNING),
        stale=frozenset({MINISTERS}),
        proposals=(
            proposal(1),
            proposal(2, before="", choices=("note", "reject", "later"), state="put off"),
        ),
    )
    with new_window(browser, preview, viewport={"width": width, "height": 800}, color_scheme=scheme) as page:
        opened(page, "unit=u3&side=proposals")
        for summary in page.locator(".problems summary, .budget summary").all():
            summary.click()
        page.get_by_role("button", name="More pages").click()
        expect(page.locator(".trial").get_by_label("Then")).to_be_visible()
        assert violations(page) == []
        if width < 900:
            page.get_by_role("radio", name="Report", exact=True).check()
        page.get_by_role("button", name="Edit …").click()
        assert violations(page) == []
        page.get_by_role("button", name="Edit block fact.tide_1").click()
        short(page).fill("word " * 26)
        worker.values["fact.tide_1"]["short"] = "Theirs"
        worker.tell()
        expect(page.locator(".meeting").first).to_contain_text("Theirs")
        expect(page.get_by_text("short has 26 words")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def violations(page: Page) -> list[str]:
    """What axe finds wrong."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

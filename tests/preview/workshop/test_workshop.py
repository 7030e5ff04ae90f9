"""The workshop holds what a build would make, whatever was edited, and makes only what a change touches."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.diagnostics import Checked, Fault, Place, has_errors
from briefs.model.memory import Memory
from briefs.model.mending_order import in_mending_order
from briefs.pipeline.build import build
from briefs.pipeline.examination import Materials, checked_materials
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order, Project, silent
from briefs.pipeline.stages import work_through
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.present_state import present_state
from briefs.preview.workshop import workshop as module
from briefs.preview.workshop.held import Held
from briefs.preview.workshop.variants import html_of, pdf_of
from briefs.preview.workshop.workshop import Interrupted, Workshop
from briefs.render.html.page import render_html
from tests import builders
from tests.builders import BLOCKS, front, write_project
from tests.preview.workshop.cold_build import cold_build, files_of
from tests.preview.workshop.random_edits import edit_at_random
from tests.projects import built

CAPTAINS, CLERKS, CHECKLIST = "harbour/captains/brief", "harbour/clerks/brief", "harbour/clerks/checklist"
FACTS, ADVICE = "seeds/harbour/blocks/fact.yaml", "seeds/harbour/blocks/recommendation.yaml"
TEMPLATES = {
    "captains": front("captains", words=24) + builders.CAPTAINS.replace("paragraph(", "statements("),
    "checklist": front("clerks", product="checklist", code="CHE") + builders.CLERKS,
    "clerks": front("clerks") + builders.CLERKS,
}


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with three briefs, of which the first is too long."""
    blocks = {name: text.replace("{clerks: never}", "{captains: must, clerks: never}") for name, text in BLOCKS.items()}
    return write_project(tmp_path_factory.mktemp("quay") / "project", blocks=blocks, templates=TEMPLATES)


class Bench:
    """A copy of the project with its workshop: what it makes is told by `made`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.order = Order(Project(root), formats=("pdf",))
        self.workshop = Workshop(self.order)
        self.told: list[str] = []

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def refresh(self, *first: str) -> list[Held]:
        self.told = []
        return list(self.workshop.refresh(first, self.told.append))

    @property
    def made(self) -> list[str]:
        """The briefs that were composed in the last round."""
        return [one.removesuffix(": composing") for one in self.told if one.endswith(": composing")]

    @property
    def layouts(self) -> int:
        return sum(one.endswith(": laying out") for one in self.told)


@pytest.fixture(scope="module")
def shared(quay: Path) -> Bench:
    """A workshop that has looked at the project once."""
    bench = Bench(quay)
    bench.refresh()
    return bench


@pytest.fixture
def bench(shared: Bench) -> Iterator[Bench]:
    """The same; what a test changes is put back."""
    before = files_of(shared.root)
    yield shared
    for path, text in before.items():
        (shared.root / path).write_text(text, encoding="utf-8")
    shared.refresh()


def agrees(workshop: Workshop, order: Order) -> None:
    """Assert that what is held is what a build makes of the same files."""
    held, cold = workshop.held, cold_build(order)
    assert [str(one) for one in held.problems] == [str(one) for one in cold.problems]
    assert held.problems == cold.problems
    assert held.failure == cold.failure
    if cold.briefs:
        assert [name for name in held.briefs if name in cold.briefs] == list(cold.briefs)
        assert held.stale.isdisjoint(cold.briefs)
        others = held.briefs.keys() - held.stale - cold.briefs.keys()
        assert not others or has_errors(held.problems), "what has an error, but is as it was, is current"
    for name, one in cold.briefs.items():
        settled, layout = held.briefs[name].settled, held.briefs[name].job.layout
        assert settled.document == one.draft
        assert settled.fitted.document == one.cleared
        assert layout is not None
        assert render_html(settled.document, layout) == one.html


def test_at_first_everything_is_made_and_then_nothing(bench: Bench) -> None:
    agrees(bench.workshop, bench.order)
    held = bench.workshop.held
    assert list(held.briefs) == [CAPTAINS, CLERKS, CHECKLIST]
    assert held.stale == frozenset()
    assert held.briefs[CAPTAINS].settled.fit.left_out, "one brief is too long, so that something is cut"
    bench.refresh()
    assert (bench.made, bench.layouts) == ([], 0)
    assert [one.settled.document for one in bench.workshop.held.briefs.values()] == [
        one.settled.document for one in held.briefs.values()
    ]


def test_a_block_that_one_brief_prints_makes_that_one_only(bench: Bench) -> None:
    bench.edit(ADVICE, "ask: Publish the tides each week.", "ask: Publish tides each week.")
    bench.refresh()
    assert bench.made == ["captains"]
    agrees(bench.workshop, bench.order)


@pytest.mark.slow
def test_lines_that_move_make_nothing_but_messages_follow_them(bench: Bench) -> None:
    bench.edit(FACTS, "short: Most keepers", "short: Most of 77 keepers")
    bench.refresh()
    (wrong,) = [one for one in bench.workshop.held.problems if one.code == "number-untraced"]
    assert bench.made == []
    bench.edit(FACTS, "kind: fact\n", "# a line\nkind: fact\n")
    bench.refresh()
    (moved,) = [one for one in bench.workshop.held.problems if one.code == "number-untraced"]
    assert (moved.place.line, moved.message) == (wrong.place.line + 1, wrong.message)
    agrees(bench.workshop, bench.order)
    bench.edit(FACTS, "Most of 77 keepers", "Most keepers")
    bench.refresh()
    assert bench.made == []
    agrees(bench.workshop, bench.order)


def test_messages_about_templates_name_the_lines_of_blocks_as_they_are(bench: Bench) -> None:
    bench.edit(ADVICE, "captains: must", "captains: never")
    bench.refresh()
    (wrong,) = [one for one in bench.workshop.held.problems if one.code == "block-excluded"]
    assert f"{ADVICE}:3" in wrong.message
    bench.edit(ADVICE, "kind: ", "# a line\nkind: ")
    bench.refresh()
    agrees(bench.workshop, bench.order)


def test_what_shows_other_passages_in_the_same_words_is_shown_anew(bench: Bench) -> None:
    before = bench.workshop.held.briefs
    bench.edit(FACTS, "Most keepers agreed … at the quay", "Most keepers agreed … would reduce waiting")
    bench.refresh()
    now = bench.workshop.held.briefs
    assert has_errors(bench.workshop.held.problems) is False
    drafts = [html_of(one[CLERKS], "draft").split("<details") for one in (before, now)]
    assert drafts[0][0] == drafts[1][0]
    assert drafts[0][1:] != drafts[1][1:]
    assert now[CLERKS].version != before[CLERKS].version


def test_lines_that_move_show_nothing_anew(bench: Bench) -> None:
    before = {name: one.version for name, one in bench.workshop.held.briefs.items()}
    bench.edit(FACTS, "kind: fact\n", "# a line\nkind: fact\n")
    bench.refresh()
    assert {name: one.version for name, one in bench.workshop.held.briefs.items()} == before


def test_a_cleared_edition_says_who_has_cleared_it_by_now(bench: Bench) -> None:
    records = bench.root / "templates/clearances.yaml"
    held = bench.workshop.held.briefs[CLERKS]
    _, unsigned = pdf_of(held, "cleared", "a4")
    records.write_text('clearances:\n  - {office: Policy, version: "1.0", date: 2010-05-02}\n', encoding="utf-8")
    try:
        (brief,) = built(bench.root, "clerks", products=("brief",), formats=("pdf",), status="cleared").briefs
        assert pdf_of(held, "cleared", "a4")[1] == brief.renditions[0].content != unsigned
    finally:
        records.unlink()


def test_a_look_comes_first_and_is_not_current_until_it_is_settled(bench: Bench) -> None:
    before = bench.workshop.held.briefs[CAPTAINS]
    bench.edit(ADVICE, "ask: Publish the tides each week.", "ask: Publish tides each week.")
    states = bench.refresh(CAPTAINS)
    look = next(one for one in states if one.briefs[CAPTAINS].is_first_look)
    assert CAPTAINS in look.stale
    assert "Publish tides each week." in html_of(look.briefs[CAPTAINS], "draft")
    assert look.briefs[CAPTAINS].version not in ("", before.version)
    last = states[-1].briefs[CAPTAINS]
    assert (last.is_first_look, states[-1].stale) == (False, frozenset())
    assert last.version == look.briefs[CAPTAINS].version, "nothing else is cut, so the page need not be shown again"


def test_a_look_does_not_wait_for_all_checks(bench: Bench) -> None:
    bench.edit(ADVICE, "ask: Publish the tides each week.", "ask: Publish tides each week.")
    states = bench.workshop.refresh((CAPTAINS,), bench.told.append)
    bench.told = []
    before, look = bench.workshop.held, next(states)
    assert "checking wording" not in bench.told
    assert look.briefs[CAPTAINS].is_first_look
    assert look.stale == {CAPTAINS}
    assert look.briefs[CLERKS] is before.briefs[CLERKS]
    assert [one.briefs[CAPTAINS].is_first_look for one in states] == [True, False, False, False]


@pytest.mark.parametrize("is_interrupted", [False, True])
def test_a_look_is_taken_back_if_the_round_fails_before_all_is_checked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, is_interrupted: bool
) -> None:
    def progress(step: str) -> None:
        if step == "checking wording":
            raise Interrupted

    good = bench.workshop.held.briefs[CAPTAINS]
    bench.edit("templates/captains.md", "## Issue", "## Bicycles of 1999")
    if is_interrupted:
        with pytest.raises(Interrupted):
            list(bench.workshop.refresh((CAPTAINS,), progress))
        assert bench.workshop.held.briefs[CAPTAINS].is_first_look
    monkeypatch.setattr(bench.workshop, "order", replace(bench.order, products=("brief", "letter")))
    *_, last = bench.refresh(CAPTAINS)
    assert "letter" in last.failure
    assert last.briefs[CAPTAINS] is good
    assert CAPTAINS in last.stale


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ADVICE, "ask: Publish the tides each week.", "ask: Publish 77 tides each week."),
        ("templates/captains.md", "statements(", "statement("),
    ],
)
def test_what_most_checks_would_refuse_is_not_looked_at(bench: Bench, path: str, old: str, new: str) -> None:
    good = bench.workshop.held.briefs[CAPTAINS]
    bench.edit(path, old, new)
    assert all(one.briefs[CAPTAINS] is good for one in bench.refresh(CAPTAINS))
    assert has_errors(bench.workshop.held.problems)


def test_a_look_is_taken_back_if_other_checks_find_an_error_and_is_not_shown_again_before_it_is_mended(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = bench.workshop.held.briefs[CAPTAINS]
    wrong = Fault("number-untraced", "77 is not in the report", "").at(Place(ADVICE))

    def checked(materials: Materials, memory: Memory) -> Checked[Inputs]:
        found = checked_materials(materials, memory)
        return Checked(found.value, (*found.problems, wrong))

    with monkeypatch.context() as patch:
        patch.setattr(module, "checked_materials", checked)
        bench.edit(ADVICE, "ask: Publish the tides each week.", "ask: Publish tides each week.")
        look, *states = bench.refresh(CAPTAINS)
        assert look.briefs[CAPTAINS].is_first_look
        assert all(one.briefs[CAPTAINS] is good and CAPTAINS in one.stale for one in states)
        bench.edit(ADVICE, "ask: Publish tides each week.", "ask: Publish all tides each week.")
        assert all(one.briefs[CAPTAINS] is good for one in bench.refresh(CAPTAINS))
    looks = [one.briefs[CAPTAINS].is_first_look for one in bench.refresh(CAPTAINS)]
    assert (looks[0], looks[-1]) == (False, False)
    agrees(bench.workshop, bench.order)


def test_the_first_brief_is_seen_before_checks_as_the_last_build_cut_it(quay: Path, tmp_path: Path) -> None:
    build(Order(Project(quay), formats=("html",), output=tmp_path))
    told: list[str] = []
    workshop = Workshop(Order(Project(quay), formats=("pdf",), remembered_from=tmp_path))
    states = workshop.refresh((), told.append)
    look = next(states)
    assert told == ["reading the report and its blocks"]
    assert list(look.briefs) == [CAPTAINS]
    assert look.stale == {CAPTAINS, CLERKS, CHECKLIST}
    state = present_state(look, Links(quay, ""))
    assert [(one.is_built, one.budget, one.is_current) for one in state.briefs] == [(False, None, False)] * 3
    last = list(states)[-1].briefs[CAPTAINS]
    assert last.settled.fitted.selection.left_out, "otherwise nothing was cut"
    assert (last.is_fitted, last.version) == (True, look.briefs[CAPTAINS].version), "it need not be shown again"


def test_what_was_never_built_is_still_seen_if_checks_find_errors(quay: Path, tmp_path: Path) -> None:
    bench = Bench(shutil.copytree(quay, tmp_path / "project"))
    bench.edit(FACTS, "short: Most keepers", "short: Most of 77 keepers")
    bench.refresh(CLERKS)
    held = bench.workshop.held
    assert has_errors(held.problems)
    assert list(held.briefs) == [CLERKS]
    assert "Most of 77 keepers" in html_of(held.briefs[CLERKS], "draft")
    assert CLERKS in held.stale
    bench.edit(FACTS, "short: Most of 77 keepers", "short: Most keepers")
    bench.refresh(CLERKS)
    agrees(bench.workshop, bench.order)


def test_a_brief_whose_pages_alone_look_different_has_another_version(bench: Bench) -> None:
    before = bench.workshop.held.briefs[CAPTAINS]
    bench.edit("templates/layout/print.css", "@page {", "@page { background: ivory;")
    held = bench.refresh(CAPTAINS)[-1].briefs[CAPTAINS]
    assert html_of(held, "draft") == html_of(before, "draft")
    assert held.version != before.version


def test_a_brief_whose_running_header_alone_says_something_else_has_another_version(bench: Bench) -> None:
    before = bench.workshop.held.briefs[CAPTAINS]
    bench.edit("templates/house.yaml", 'running_status: {draft: "Draft"', 'running_status: {draft: "Sketch"')
    held = bench.refresh(CAPTAINS)[-1].briefs[CAPTAINS]
    assert html_of(held, "draft") == html_of(before, "draft")
    assert held.version != before.version


def test_a_mistake_leaves_the_last_good_state_and_what_it_does_not_touch_is_current(bench: Bench) -> None:
    good = bench.workshop.held.briefs[CAPTAINS].settled.document
    bench.edit("templates/captains.md", 'asks("rec.tides")', 'asks("rec.tide")')
    states = bench.refresh(CAPTAINS)
    held = bench.workshop.held
    assert held.briefs[CAPTAINS].settled.document is good
    assert held.stale == {CAPTAINS}
    assert not any(one.briefs[CAPTAINS].is_first_look for one in states)
    agrees(bench.workshop, bench.order)


@pytest.mark.parametrize(
    "path",
    [
        "seeds/harbour/report.txt",
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("templates/captains.md", "templates/house.yaml", FACTS)
        ),
    ],
)
def test_a_deleted_file_leaves_the_last_good_state_and_no_work_when_it_is_back(bench: Bench, path: str) -> None:
    versions = {name: one.version for name, one in bench.workshop.held.briefs.items()}
    content = (bench.root / path).read_text(encoding="utf-8")
    (bench.root / path).unlink()
    for _ in range(3):
        bench.refresh()
    held = bench.workshop.held
    assert {name: one.version for name, one in held.briefs.items()} == versions or path == "templates/captains.md"
    assert held.problems or held.failure or path == "templates/captains.md"
    (bench.root / path).write_text(content, encoding="utf-8")
    bench.refresh()
    assert {name: one.version for name, one in bench.workshop.held.briefs.items()} == versions
    assert set(bench.made) <= {"captains"}
    agrees(bench.workshop, bench.order)


def test_a_round_may_be_interrupted_between_layouts(bench: Bench) -> None:
    before = bench.workshop.held.briefs[CAPTAINS].settled.document
    bench.edit(ADVICE, "ask: Publish the tides each week.", "ask: Publish tides each week.")

    def interrupt(message: str) -> None:
        if message == "captains: laying out":
            raise Interrupted

    with pytest.raises(Interrupted):
        list(bench.workshop.refresh((), interrupt))
    assert bench.workshop.held.briefs[CAPTAINS].settled.document is before
    assert bench.workshop.held.stale == {CAPTAINS}
    bench.refresh()
    agrees(bench.workshop, bench.order)


@pytest.mark.slow
def test_what_shows_only_in_finished_files_is_found_when_there_is_time(bench: Bench) -> None:
    styles = bench.root / "templates/layout/print.css"
    styles.write_text(f"{styles.read_text(encoding='utf-8')}li {{ display: none }}\n", encoding="utf-8")
    bench.refresh()
    assert not has_errors(bench.workshop.held.problems)
    list(bench.workshop.finish())
    found = bench.workshop.held.problems
    assert "words-lost" in {one.code for one in found}
    assert found == work_through(Order(Project(bench.root)), silent).problems
    bench.refresh()
    assert bench.workshop.held.problems == found, "what was found in files counts as long as the brief is the same"


def test_a_report_that_is_gone_leaves_none_of_its_problems(bench: Bench) -> None:
    bench.edit(FACTS, "short: Most keepers", "short: Most of 77 keepers")
    bench.refresh()
    assert bench.workshop.held.problems
    (bench.root / "seeds/harbour/report.yaml").unlink()
    bench.refresh()
    assert bench.workshop.held.failure
    agrees(bench.workshop, bench.order)


def test_the_order_of_what_a_block_template_says_on_one_line_counts(bench: Bench) -> None:
    one, other = 'column: "17 sharks"', 'more: "18 lions"'
    bench.edit("templates/blocks/asks.html", 'column: "Invitation"', f"{one}, {other}")
    bench.refresh()
    bench.edit("templates/blocks/asks.html", f"{one}, {other}", f"{other}, {one}")
    bench.refresh()
    lions, sharks = (found.message for found in bench.workshop.held.problems if found.code == "number-untraced")
    assert "lions" in lions
    assert "sharks" in sharks
    agrees(bench.workshop, bench.order)


def test_the_order_of_what_is_written_on_one_line_counts(bench: Bench) -> None:
    bench.edit(FACTS, "{captains: must}", "{captains: must, clerks: could}")
    bench.edit("seeds/harbour/report.yaml", "guarded: {all: 7, most: 4}", "guarded: {most: 4, all: 7}")
    bench.refresh()
    before = bench.workshop.held.present["harbour"].library
    bench.edit(FACTS, "{captains: must, clerks: could}", "{clerks: could, captains: must}")
    bench.refresh()
    held = bench.workshop.held.present["harbour"]
    assert list(held.library.blocks["fact.timetable"].block.audiences) == ["clerks", "captains"]
    assert held.library is not before
    before = held.library
    bench.edit("seeds/harbour/report.yaml", "guarded: {most: 4, all: 7}", "guarded: {all: 7, most: 4}")
    bench.refresh()
    held = bench.workshop.held.present["harbour"]
    assert list(held.rules.guarded) == ["all", "most"]
    assert held.library is not before, "blocks are checked by the rules as they are"
    agrees(bench.workshop, bench.order)


REFERENCE = "reference: none.docx\npages: 1"
HIDDEN = "li { display: none }\n"
LATE: dict[str, tuple[tuple[str, str, str], ...]] = {
    "a brief that can be made and has an error": ((FACTS, "", "    audiences: {clerks: must}\n"),),
    "a reference document for Word": (("templates/clerks.md", "pages: 1", REFERENCE),),
    "the same, and a template": (
        ("templates/clerks.md", "pages: 1", REFERENCE),
        ("templates/captains.md", "asks(", "askes("),
    ),
    "files of a brief beside one that cannot be made": (
        ("templates/layout/print.css", "", HIDDEN),
        ("templates/checklist.md", "pages: 1", "pages: 1\nwords: 1"),
    ),
}
"""Mistakes that a build of all formats finds, some of them only when it writes or after it has made a brief."""


SLOW = ("the same, and a template", "a brief that can be made and has an error")


@pytest.mark.parametrize("name", [pytest.param(one, marks=pytest.mark.slow) if one in SLOW else one for one in LATE])
def test_after_finishing_all_is_told_that_a_build_tells(bench: Bench, name: str) -> None:
    for path, old, new in LATE[name]:
        if old:
            bench.edit(path, old, new)
        else:
            (bench.root / path).write_text((bench.root / path).read_text(encoding="utf-8") + new, encoding="utf-8")
    bench.refresh()
    list(bench.workshop.finish())
    found = work_through(Order(Project(bench.root)), silent).problems
    assert has_errors(found)
    assert in_mending_order(bench.workshop.held.problems) == in_mending_order(found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1])
def test_edits_at_random_come_to_what_a_build_makes(
    quay: Path, tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    edit_and_compare(quay, tmp_path / "project", seed, 4)
    caplog.clear()  # what a style sheet has that WeasyPrint does not know


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 20))
def test_many_edits_at_random_come_to_what_a_build_makes(
    quay: Path, tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    edit_and_compare(quay, tmp_path / "project", seed, 20)
    caplog.clear()


def edit_and_compare(quay: Path, root: Path, seed: int, count: int) -> None:
    shutil.copytree(quay, root, symlinks=True)
    bench, chance, originals = Bench(root), random.Random(seed), files_of(root)
    bench.refresh()
    done: list[str] = []
    for _ in range(count):
        done.append(edit_at_random(root, originals, chance))
        try:
            bench.refresh(CAPTAINS)
            agrees(bench.workshop, bench.order)
        except Exception as error:
            error.add_note("; ".join(done))
            raise

"""Where proposed wordings are written, what would be written there, and why some cannot be."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.files.written_changes import contents_with
from briefs.model.brief_key import BriefKey
from briefs.model.document import FormRef
from briefs.model.proposal import Proposal, Write
from briefs.pipeline.examination import examine
from briefs.pipeline.order import Project
from briefs.pipeline.placed_wordings import EMPTY, GONE, NOT_ALONE, NOT_CARRIED, WordingPlaces
from briefs.pipeline.present_brief import present_brief
from briefs.pipeline.project_copy import project_copy
from briefs.pipeline.written_wordings import WrittenWordings
from briefs.review.obstacles import BY_PROGRAM, OWN_WORDS
from tests.builders import REPOSITORY
from tests.reviewing import ASKED, CAPTAINS_MD, FACTS, GAINS, Harbour, proposal


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path)


def placed(harbour: Harbour, one: Proposal, accepted: dict[str, str] | None = None) -> Proposal:
    return WordingPlaces(harbour.present, harbour.wordings, harbour.sent, accepted or {}).placed(one)


def writes(one: Proposal) -> list[tuple[str, tuple[str | int, ...], int, str]]:
    assert not one.obstacle
    return [(w.path, w.location, w.line, w.after) for variant in one.variants for w in variant.writes]


def changed_lines(harbour: Harbour, one: Proposal) -> list[str]:
    """The lines that are new when a proposal is written."""
    found: list[str] = []
    for path, content in contents_with(harbour.root, one.variants[0].writes).items():
        old = (harbour.root / path).read_text(encoding="utf-8").split("\n")
        found += [line for line in content.decode().split("\n") if line not in old]
    return found


def test_a_form_is_written_where_its_block_says_it(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("Most keepers agreed", "All keepers agreed"))
    after = "All keepers agreed that a shared timetable would reduce waiting."
    assert writes(done) == [(FACTS, ("blocks", 0, "short"), 5, after)]
    assert str(done.place) == f"{FACTS}:5"
    assert changed_lines(harbour, done) == [f"    short: {after}"]


def test_a_form_with_anchors_of_its_own_keeps_them_and_its_emphasis(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("would wait less", "will wait less"))
    assert writes(done) == [(GAINS, ("blocks", 0, "short", "text"), 9, "They will *wait* less, most keepers agreed.")]
    assert changed_lines(harbour, done) == [
        '    short: {text: "They will *wait* less, most keepers agreed.", anchor: "Most keepers agreed … at the quay"}'
    ]


@pytest.mark.parametrize(
    ("old", "new", "path", "line"),
    [
        ("Next:", "Then:", ASKED, '    lead: "Then:"'),
        ("Keepers", "Masters", GAINS, "    beneficiary: Masters"),
        ("Waiting", "Long waiting", CAPTAINS_MD, "## Long waiting {id=waiting}"),
        ("and the board asked", "and then the board asked", CAPTAINS_MD, None),
        ("Who gains: “keepers”", "Who would gain: “keepers”", CAPTAINS_MD, None),
        ("What they gain", "What they would gain", CAPTAINS_MD, None),
        ("Held", "Seen", "templates/blocks/benefits.html", None),
        ("a timetable could", "a timetable would", CAPTAINS_MD, "title: What a timetable would change"),
        ("Brief for Captains", "Paper for Captains", CAPTAINS_MD, "series: Paper for Captains"),
        ("DRAFT,", "FIRST DRAFT,", "templates/house.yaml", None),
        ("Harbour Board, East", "Harbour Board, West", "templates/house.yaml", "contact: Harbour Board, West Quay"),
        ("what some keepers", "what all keepers", "seeds/harbour/report.yaml", None),
        ("The keepers said: ", "All keepers said: ", CAPTAINS_MD, None),
    ],
)
def test_words_are_written_where_they_come_from(
    harbour: Harbour, old: str, new: str, path: str, line: str | None
) -> None:
    done = placed(harbour, harbour.reword(old, new))
    assert [one[0] for one in writes(done)] == [path]
    assert done.place is not None
    assert done.place.path == path
    (written,) = changed_lines(harbour, done)
    assert written == line if line else new.split()[0] in written


def test_the_words_of_the_report_are_never_written(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("Ferries that share", "All ferries that share"))
    assert done.obstacle == OWN_WORDS
    assert f"Write a short form below the anchor in {FACTS}:9" in done.offer
    assert all(not variant.writes for variant in done.variants)


def test_a_short_form_that_there_is_is_offered(harbour: Harbour) -> None:
    one = harbour.reword("Most keepers agreed", "All keepers agreed")
    done = placed(harbour, replace(one, form="fact.timetable/verbatim"))
    assert done.obstacle == OWN_WORDS
    assert f"({FACTS}:5): print that in {CAPTAINS_MD}:18 instead" in done.offer


def test_what_the_program_prints_itself_is_written_nowhere(harbour: Harbour) -> None:
    for old in ("Sources by paragraph", "Key: ", "Offices that clear"):
        assert placed(harbour, harbour.reword(old, "Other words")).obstacle == BY_PROGRAM


def test_a_wording_edited_meanwhile_is_a_conflict_that_shows_all_three(harbour: Harbour) -> None:
    one = harbour.reword("Most keepers agreed", "All keepers agreed")
    harbour.change(FACTS, "would reduce waiting", "could reduce waiting")
    done = placed(harbour, one)
    assert "what was sent is “Most keepers agreed that a shared timetable would reduce waiting.”" in done.obstacle
    assert "now says “Most keepers agreed that a shared timetable could reduce waiting.”" in done.obstacle
    assert [variant.writes for variant in done.variants] == [()]
    by = placed(harbour, one, {"fact.timetable/short": "the proposal 3f2a9c"})
    assert by.obstacle.startswith("This was changed meanwhile, by the proposal 3f2a9c: ")


def test_a_heading_edited_meanwhile_is_a_conflict_too(harbour: Harbour) -> None:
    one = harbour.reword("Waiting", "Long waiting")
    harbour.change(CAPTAINS_MD, "## Waiting", "## Queues")
    assert "the project now says “Queues”" in placed(harbour, one).obstacle


def test_what_the_project_says_already_is_said(harbour: Harbour) -> None:
    one = harbour.reword("Most keepers agreed", "All keepers agreed")
    harbour.change(FACTS, "Most keepers agreed that", "All keepers agreed that")
    assert placed(harbour, one).obstacle == "The project says this already."


def test_an_anchor_that_does_not_hold_any_more_is_said(harbour: Harbour) -> None:
    one = harbour.reword("Some keepers asked whether", "Most keepers asked whether")
    harbour.change("seeds/harbour/report.txt", "tides & currents", "tides and currents of the bay")
    done = placed(harbour, one)
    assert "An anchor of st.asked/short matches nothing in the report any more" in done.obstacle
    assert "briefs report --diff" in done.offer


def test_a_block_or_a_brief_that_is_gone_is_said(harbour: Harbour) -> None:
    one = harbour.reword("Most keepers agreed", "All keepers agreed")
    assert placed(harbour, replace(one, form="fact.gone/short")).obstacle == "There is no block fact.gone any more."
    heading = harbour.reword("Waiting", "Long waiting")
    assert placed(harbour, replace(heading, key="heading gone")).obstacle == GONE


def test_a_wording_is_never_made_empty(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("Most keepers agreed that a shared timetable would reduce waiting.", ""))
    assert done.obstacle == EMPTY


def test_a_variant_that_cannot_be_written_leaves_the_others(harbour: Harbour) -> None:
    one = harbour.reword("and the board asked", "and the board {{ asked }}", "and then the board asked")
    done = placed(harbour, one)
    assert not done.obstacle
    assert [len(variant.writes) for variant in done.variants] == [0, 1]


def test_calls_typed_by_a_reviewer_are_never_written(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("Waiting", "Waiting {{ block('st.met').short }}"))
    assert done.obstacle
    assert done.variants[0].writes == ()


def test_an_introduction_can_go_but_a_heading_goes_with_what_is_below_it(harbour: Harbour) -> None:
    intro = harbour.paragraph("Keepers said what")
    gone = placed(harbour, proposal("delete", intro, intro.text, ""))
    assert [(w.path, w.after) for w in gone.variants[0].writes] == [(CAPTAINS_MD, "")]
    heading = harbour.paragraph("Waiting")
    assert placed(harbour, proposal("delete", heading, heading.text, "")).obstacle == NOT_ALONE


def test_an_edit_in_words_that_printing_adds_is_not_carried_over(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("Version", "Edition"))
    assert done.obstacle in (BY_PROGRAM, NOT_CARRIED)
    assert done.variants[0].writes == ()


def test_writes_say_what_stands_there_now(harbour: Harbour) -> None:
    done = placed(harbour, harbour.reword("Most keepers agreed", "All keepers agreed"))
    (write,) = done.variants[0].writes
    before = "Most keepers agreed that a shared timetable would reduce waiting."
    assert write == Write(
        FACTS, ("blocks", 0, "short"), 5, before, before.replace("Most", "All"), "fact.timetable/short"
    )


def test_words_that_stand_more_than_once_on_a_line_are_changed_by_hand(harbour: Harbour) -> None:
    harbour.change("templates/blocks/benefits.html", "<th>For</th>", "<th>Held</th>")
    harbour.sent = harbour.present.paragraphs
    done = placed(harbour, harbour.reword("Held", "Seen"))
    assert "stands there more than once" in done.obstacle
    assert done.place is not None
    assert done.place.path == "templates/blocks/benefits.html"


@pytest.mark.slow
@pytest.mark.parametrize(("step", "least"), [(5, 12), pytest.param(1, 51, marks=pytest.mark.slow)])
def test_what_is_written_for_a_whole_brief_is_what_it_then_prints(step: int, least: int) -> None:
    """One word more in each wording of the ministers' brief, or in every `step`th of them: at `least` so many are
    written, and the brief composed again."""
    inputs, key = examine(Project(REPOSITORY)).value, BriefKey("ministers")
    present = present_brief(inputs, key, "draft")
    places = WordingPlaces(present, WrittenWordings(inputs, present.template), present.paragraphs)
    wanted: dict[Write, tuple[int, str]] = {}
    refused = []
    for number, paragraph in list(enumerate(present.paragraphs.values()))[::step]:
        for piece in paragraph.pieces if paragraph.unit or paragraph.role in ("heading", "caption") else ():
            if paragraph.line and any(map(str.isalpha, piece.text)):
                after = re.sub(r"( [a-z]+)(?=[ ,:;.?]|$)", r"\1 indeed", piece.text.rstrip(), count=1)
                after = after if after != piece.text.rstrip() else f"{after} indeed"
                made = proposal("reword", paragraph, piece.text, after)
                done = places.placed(replace(made, form=piece.form))
                refused += [piece.form] if done.obstacle else []
                wanted |= dict.fromkeys(done.variants[0].writes, (number, after))
    assert len(wanted) >= least
    assert all(FormRef.parse(form).is_verbatim for form in refused)
    with project_copy(Project(REPOSITORY)) as copy:
        copy.change(contents_with(REPOSITORY, wanted))
        now = present_brief(examine(copy.project).value, key, "draft")
    printed = [re.findall(r"\w+", one.text.casefold()) for one in now.paragraphs.values()]
    for number, after in wanted.values():
        words = re.findall(r"\w+", after.casefold())
        starts = range(len(printed[number]) - len(words) + 1)
        assert any(printed[number][at : at + len(words)] == words for at in starts), (after, printed[number])

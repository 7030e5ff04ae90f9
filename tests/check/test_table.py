"""The table of checks: what its rows declare is what they report, and each has tests of its own."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefs.check.checked_blocks import check_blocks
from briefs.check.own_support import OwnSupport
from briefs.check.subjects import (
    AbsenceToCheck,
    AudienceToCheck,
    BlockToCheck,
    BriefToCheck,
    CharactersToCheck,
    DeclarationsToCheck,
    FigureToCheck,
    FilesToCheck,
    OwnWordsToCheck,
    PagesToCheck,
    RemarksToCheck,
    WordingToCheck,
    absences,
    edited_wording,
)
from briefs.check.table import (
    ABSENCE_CHECKS,
    AUDIENCE_CHECKS,
    BLOCK_CHECKS,
    BRIEF_CHECKS,
    CHARACTER_CHECKS,
    CHECKS,
    DECLARATION_CHECKS,
    FIGURE_CHECKS,
    FILE_CHECKS,
    OWN_WORDS_CHECKS,
    PAGE_CHECKS,
    REMARK_CHECKS,
    WORDING_CHECKS,
    Check,
    check_brief,
    check_characters,
    check_figure,
)
from briefs.model.codes import CODES
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document import List, Table
from briefs.model.edition import Gaps
from briefs.model.figure import Bar, Event, Timeline
from briefs.model.finished_file import FinishedFile, Said
from briefs.model.inline import Text
from briefs.model.limits import LONGEST_ANCHORED
from briefs.model.overflow import Overflow
from briefs.model.own_words import OwnWords
from briefs.model.sheet import USUAL
from tests.builders import BLOCKS, RULES, forms
from tests.check.builders import ACRONYM, ANCHOR, LONG, NOTHING, TEMPLATE, brief, figure_of, files_to_check, to_check
from tests.check.test_excluded_copies import ORIGINAL
from tests.check.test_group_sizes import LIBRARY, chart
from tests.check.test_one_sided import BLOCK as IN_DISPUTE
from tests.compose.builders import harbour_library
from tests.render.builders import document, item, paragraph, row, section, unit

FAULTS = {
    "short-too-long": " ".join(["word"] * 26),
    "number-untraced": "Wait for 20 minutes.",
    "number-exchanged": "The board should count the bicycles in 2012.",
    "date-untraced": "Most keepers agreed on the timetable [2012].",
    "name-untraced": "Most keepers in Norway agreed.",
    "quote-not-verbatim": "Most keepers called it “wholly useless”.",
    "quote-unpaired": "Most keepers saw a “shared timetable.",
    "quote-turned": "The “need for it” is one keeper’s.",
    "quote-misattributed": "The captains said that it “would reduce waiting”.",
    "negation-lost": "One keeper saw need for it.",
    "negation-added": "Most keepers agreed that a timetable would not reduce waiting.",
    "sense-turned": "Most keepers agreed that a timetable would increase waiting.",
    "actor-changed": "Some keepers asked whether keepers should publish the tides.",
    "words-exchanged": "Most keepers agreed that a shared need would reduce waiting.",
    "sense-doubtful": "The report names no keeper who agreed.",
    "condition-dropped": "Keepers would share a timetable.",
    "strength-upgraded": "All agreed.",
    "certainty-raised": "Most keepers agreed that a timetable will reduce waiting.",
    "act-raised": "Some keepers decided that the board should publish the tides.",
    "hedge-dropped": "Keepers agreed that a timetable would reduce waiting.",
    "attribution-dropped": "A timetable would reduce waiting.",
    "relative-date": "They meet next spring.",
    "name-printed": "The small boats spoke.",
    "word-untraced": "Most keepers agreed that a shared timetable would reduce bicycles.",
    "word-doubtful": "Most keepers agreed that a shared timetable would shrink waiting.",
}
"""Wording on the timetable that has a fault, by the code of it."""

ANCHORS = {
    "actor-changed": "anchor: Some keepers asked whether … tides & currents",
    "act-raised": "anchor: Some keepers asked whether … tides & currents",
    "number-exchanged": (
        "anchor: [The board should count the bicycles in 2011, The keepers will meet again in the spring of 2012.]"
    ),
}
"""Where that wording is from another passage."""

PASSAGES = {
    "condition-dropped": "Keepers would share a timetable if the board agreed.",
}
"""Where it is from one that the report does not have."""


def wrong_wording(folder: Path) -> list[WordingToCheck]:
    """Wording with every fault that wording can have, one each."""
    blocks = "kind: fact\nblocks:\n"
    for number, (code, wording) in enumerate(FAULTS.items()):
        blocks += f"  - id: fact.a{number}\n    {ANCHORS.get(code, ANCHOR)}\n    short: {wording}\n"
    anchors = "[Most keepers agreed … at the quay, Some keepers asked whether … tides & currents]"
    strength = "short: Some keepers asked about the tides.\n    strength: Most keepers"
    blocks += f"  - id: fact.b\n    anchor: {anchors}\n    {strength}\n"
    absent = "short: Most keepers agreed; lighthouses are named.\n    absent: {for: [lighthouse]}"
    blocks += f"  - id: fact.c\n    {ANCHOR}\n    {absent}\n"
    rules = replace(RULES, aliases={"keepers": "keeper", "board": "boards"})
    made = edited_wording(harbour_library(folder / "wording", {"fact": blocks}), rules)
    return [
        replace(wording, passage=PASSAGES.get(code, wording.passage))
        for code, wording in zip((*FAULTS, "fact.b", "fact.c"), made, strict=True)
    ]


def one_sided_wording(folder: Path) -> Iterator[WordingToCheck]:
    """The wording of a contradiction that has one of its sides."""
    library = harbour_library(folder / "sides", {"contradiction": IN_DISPUTE % "One keeper saw no need for it."})
    return edited_wording(library, RULES)


def lone_wording(folder: Path) -> WordingToCheck:
    """Wording that gives to participants what one of them said."""
    (wording, *_) = one_sided_wording(folder)
    passage = "One participant would light the quay at night."
    return replace(wording, text="In the view of participants, the quay needs light at night.", passage=passage)


def wrong_block(folder: Path) -> BlockToCheck:
    """A block with every fault that the words of a participant can have."""
    blocks = f"kind: quote\nblocks:\n  - {{id: q.a, {ANCHOR}, display: null, attribution: a captain}}\n"
    library = harbour_library(folder, {"quote": blocks})
    return BlockToCheck(library.blocks["q.a"], library, RULES)


def affiliated_wording(folder: Path) -> list[WordingToCheck]:
    """Wording that shows who spoke, in words that its passage does not have either."""
    blocks = f"kind: fact\nblocks:\n  - id: fact.z\n    {ANCHOR}\n    short: An agency chief said so.\n"
    return list(edited_wording(harbour_library(folder / "affiliated", {"fact": blocks}), RULES))


def affirming_wording(folder: Path) -> list[WordingToCheck]:
    """Wording that affirms what its block shows to be absent."""
    absent = "absent: {for: [lighthouse]}"
    blocks = f"kind: fact\nblocks:\n  - id: fact.z\n    {ANCHOR}\n    short: It has a lighthouse.\n    {absent}\n"
    return list(edited_wording(harbour_library(folder / "affirming", {"fact": blocks}), RULES))


def wrong_brief(folder: Path) -> BriefToCheck:
    """A brief with every fault that a brief can have, each on a line of its own."""
    acronym = ACRONYM.replace("anchor:", "short_names: [the HB], anchor:")
    library = harbour_library(folder, {**BLOCKS, "fact": BLOCKS["fact"] + "    with: rec.tides\n", "acronym": acronym})
    gaps = Gaps(heading="Next spring", lines=("What small boats say",))
    front = TEMPLATE.front.model_copy(update={"gaps": gaps, "contains": ("benefit",)})
    template = replace(TEMPLATE, front=front, lines={"audience": 2, "title": 5, "gaps": 9, "contains": 10})
    units = replace(unit("u1", "fact.bicycles"), line=14), replace(unit("u2"), line=15), replace(unit("u3"), line=16)
    again = replace(unit("u4", "fact.bicycles"), line=17, forms=forms("fact.bicycles/verbatim"))
    units = (replace(units[0], forms=again.forms), *units[1:])
    later = "In 2010, keepers will ask the HB. It is the Harbour Board."
    made = brief(
        List((item(LONG, units[0]), item("The XQ waits.", units[1]), item("Then XQs.", units[2]), item(later, again))),
        Table((Text("small boats"),), ((Text("A"),),), (row("b"),)),
        Table((Text("Two proposals"),), ((Text("A"),),), (row("b"),)),
    )
    last = replace(section(heading="What they say"), line=20)
    made = replace(made, title=" ".join(["word"] * 15), sections=(replace(made.sections[0], line=12), last))
    return to_check(made, library, template=template)


def brief_with_a_copy(folder: Path) -> BriefToCheck:
    """A brief that prints a block in the words of one that is never for its audience."""
    library = harbour_library(folder / "copied", {**BLOCKS, "fact": BLOCKS["fact"] + ORIGINAL})
    owner = replace(unit("u1", "fact.timetable"), forms=forms("fact.timetable/short"))
    return to_check(brief(paragraph("Words", owner)), library)


def brief_with_wrong_words() -> BriefToCheck:
    """A brief that shows who spoke, too small a group, a relative date, and one word in two spellings."""
    words = paragraph("A PG official said that policymakers are no policy makers.")
    return to_check(brief(words, chart(Bar("Pilots", 2)), heading="Next spring"), LIBRARY)


def backward_brief() -> BriefToCheck:
    """A brief whose words run from right to left."""
    return to_check(brief(paragraph("لقاء", unit("u1"))))


def wrong_words(folder: Path) -> OwnWordsToCheck:
    """Words of an editor with every fault that they can have."""
    text = "What all 193 small boats “loved” in Lisbon [2031], and an agency chief said next spring ‘again"
    words = OwnWords("caption of asks(…)", text, Place("a.md", 3), brief=("fact.timetable",))
    return OwnSupport(harbour_library(folder), RULES).subject(words)


def wrong_declarations(folder: Path) -> DeclarationsToCheck:
    """A reason that quotes no words, and an equivalent that no wording needs."""
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    says_more: We know it.\n"
    rules = replace(RULES, equivalents={"tides": ("water",)})
    return DeclarationsToCheck(harbour_library(folder, {"fact": block}), rules, Place("report.yaml"), {})


def wrong_letter(folder: Path) -> OwnWordsToCheck:
    """A sentence of a letter that states something."""
    words = OwnWords("the letter", "The brief shows that keepers wait.", Place("a.md", 3), scope="letter")
    return OwnSupport(harbour_library(folder), RULES).subject(words)


def wrong_literal(folder: Path) -> OwnWordsToCheck:
    """A block template that names a person, a time and a place for every block."""
    text = "said an ambassador in spring, of Oslo"
    words = OwnWords("the block template of quotes(…)", text, Place("a.html", 3), scope="nothing")
    return OwnSupport(harbour_library(folder), RULES).subject(words)


def wrong_heading() -> OwnWordsToCheck:
    """A heading that says that others agreed, and affirms what is denied."""
    said = ("Participants had no data.",)
    words = OwnWords("the heading", "What governments agreed, backed by data", Place("a.md", 3), ("fact.a",))
    return OwnWordsToCheck(words, said, (), {}, "A report", RULES, each=said)


def wrong_absence(folder: Path) -> AbsenceToCheck:
    """A block that says that the report does not have what it has, in a place that it does not have either."""
    absent = "[{for: tides}, {for: anchors, in: IX}]"
    block = f"kind: absence\nblocks:\n  - id: abs.a\n    {ANCHOR}\n    short: It has no anchor.\n    absent: {absent}\n"
    library = harbour_library(folder / "absent", {"absence": block})
    return next(absences(library, RULES))


def wrong_remark(folder: Path) -> RemarksToCheck:
    """A reason why wording says more that names somebody, and shows who spoke."""
    says_more = "says_more: An agency chief said so of small boats."
    blocks = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    {says_more}\n"
    library = harbour_library(folder / "remarked", {"fact": blocks})
    return RemarksToCheck(library.blocks["fact.a"], RULES)


def wrong_title(folder: Path) -> BlockToCheck:
    """A principle with a title that the report does not have."""
    blocks = f"kind: principle\nblocks:\n  - {{id: p.a, number: 1, title: Sailing, {ANCHOR}}}\n"
    library = harbour_library(folder, {"principle": blocks})
    return BlockToCheck(library.blocks["p.a"], library, RULES)


def wrong_audience(folder: Path) -> AudienceToCheck:
    """An audience that no block names."""
    blocks = BLOCKS["fact"].replace("captains", "clerks")
    return AudienceToCheck(TEMPLATE, harbour_library(folder, {"fact": blocks}), {"captains", "clerks"})


def wrong_characters() -> CharactersToCheck:
    """A brief with a character that no font has."""
    return CharactersToCheck(("e",), brief(), TEMPLATE, NOTHING, lambda character: None)


def wrong_figure() -> FigureToCheck:
    """A figure with every fault that a figure can have."""
    subject = figure_of(None, {USUAL: (2.0, 1.0)})
    return replace(subject, figure=replace(subject.figure, graphic=Timeline((Event("2010", "لقاء"),))))


def wrong_pages() -> PagesToCheck:
    """A brief that stands out of its page, and lacks words in its PDF."""
    return PagesToCheck(brief(), TEMPLATE, NOTHING, (Overflow(1, "word", "", 9.0),), "something else")


def wrong_files() -> FilesToCheck:
    """A file that says something else than its brief, and names a folder of this machine."""
    return files_to_check(brief(), FinishedFile("html", "a.html", (Said("the page", "/tmp/x"),)), machine=("/tmp",))


def subjects(folder: Path) -> Mapping[Check[Any], list[Any]]:
    """For each check, what has the faults that it looks for."""
    wording = [*wrong_wording(folder), *affiliated_wording(folder), *affirming_wording(folder)]
    wording += [*one_sided_wording(folder), lone_wording(folder)]
    briefs = [wrong_brief(folder), backward_brief(), brief_with_wrong_words(), brief_with_a_copy(folder)]
    return {
        **dict.fromkeys(WORDING_CHECKS, wording),
        WORDING_CHECKS[0]: [*wording, replace(wording[0], passage="quay " * LONGEST_ANCHORED)],
        **{check: [wrong_block(folder), wrong_title(folder)] for check in BLOCK_CHECKS},
        **{check: [wrong_remark(folder)] for check in REMARK_CHECKS},
        **{
            check: [wrong_words(folder), wrong_letter(folder), wrong_literal(folder), wrong_heading()]
            for check in OWN_WORDS_CHECKS
        },
        **{check: [wrong_absence(folder)] for check in ABSENCE_CHECKS},
        **{check: [wrong_declarations(folder)] for check in DECLARATION_CHECKS},
        **{check: [wrong_audience(folder)] for check in AUDIENCE_CHECKS},
        **{check: [wrong_characters()] for check in CHARACTER_CHECKS},
        **{check: [wrong_figure()] for check in FIGURE_CHECKS},
        **dict.fromkeys(BRIEF_CHECKS, briefs),
        **{check: [wrong_pages()] for check in PAGE_CHECKS},
        **{check: [wrong_files()] for check in FILE_CHECKS},
    }


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_reports_the_codes_that_it_declares_and_no_others(check: Check[Any], tmp_path: Path) -> None:
    found = [problem for subject in subjects(tmp_path)[check] for problem in check.find(subject)]
    assert {problem.code for problem in found} == set(check.codes)
    assert set(check.codes) <= CODES.keys()


def test_each_fault_of_wording_is_reported_by_one_check(tmp_path: Path) -> None:
    """Most of this wording has words without a source, too: that is not what it is about."""
    reported = [
        [problem.code for check in WORDING_CHECKS for problem in check.find(wording)]
        for wording in wrong_wording(tmp_path)
    ]
    own = [[code for code in codes if not code.startswith("word-")] or codes for codes in reported]
    assert own == [*([code] for code in FAULTS), ["strength-upgraded"], ["absence-unsaid"]]


def test_no_two_checks_have_one_name() -> None:
    assert [name for name, count in Counter(check.name for check in CHECKS).items() if count > 1] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_has_a_module_with_a_test_file(check: Check[Any]) -> None:
    module = inspect.getmodule(check.find)
    assert module is not None
    package, _, name = module.__name__.rpartition(".")
    assert package == "briefs.check"
    assert (Path(__file__).parent / f"test_{name}.py").exists()


def test_a_code_that_a_check_does_not_declare_is_a_mistake_of_ours() -> None:
    def find(subject: str) -> Iterator[Diagnostic]:
        yield Fault("raw-html", subject).at(Place("a"))

    with pytest.raises(AssertionError, match='the check "stray" does not declare raw-html'):
        list(Check("stray", ("form-missing",), find).problems("x"))


def test_what_is_wrong_with_a_brief_is_reported_at_the_line_of_its_template(tmp_path: Path) -> None:
    wrong = wrong_brief(tmp_path)
    assert [(str(problem.place), problem.code) for problem in check_brief(wrong)] == [
        ("templates/captains.md:2", "must-missing"),
        ("templates/captains.md:14", "pair-broken"),
        ("templates/captains.md:14", "sentence-too-long"),
        ("templates/captains.md:12", "name-printed"),
        ("templates/captains.md:9", "relative-date"),
        ("templates/captains.md:15", "acronym-unexpanded"),
        ("templates/captains.md:17", "short-name-first"),
        ("templates/captains.md:17", "date-passed"),
        ("templates/captains.md:12", "caption-count"),
        ("templates/captains.md:17", "said-twice"),
        ("templates/captains.md:20", "heading-leans"),
        ("templates/captains.md:5", "title-long"),
        ("templates/captains.md:10", "contents-missing"),
        ("templates/captains.md:20", "section-empty"),
    ]
    titled = replace(wrong, document=replace(wrong.document, title="On small boats"))
    assert ("templates/captains.md:5", "name-printed") in [(str(one.place), one.code) for one in check_brief(titled)]


def test_missing_characters_are_reported() -> None:
    assert [problem.code for problem in check_characters(wrong_characters())] == ["glyph-missing"]


def test_what_is_wrong_with_a_figure_is_reported() -> None:
    assert [problem.code for problem in check_figure(wrong_figure())] == [
        "figure-right-to-left",
        "figure-too-high",
    ]


def test_blocks_and_briefs_that_keep_the_rules_have_nothing_reported(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    made = replace(document(section(paragraph("Keepers wait.", unit("u1", "fact.timetable")))), audience="captains")
    right: list[Diagnostic] = [*check_blocks(library, RULES), *check_brief(to_check(made, library))]
    assert right == []

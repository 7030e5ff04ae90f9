"""The report with its uses: every text in order, who rests on which passage, and what reaches nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.audit.audit import FittedBrief
from briefs.audit.report_coverage import covered, shaded, spans_used
from briefs.model.report import (
    Footnote,
    Heading,
    Item,
    List,
    Matter,
    Page,
    Paragraph,
    Picture,
    Quotation,
    Report,
    Row,
    Section,
    Table,
)
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.report_passages import clean_texts
from briefs.preview.answers.report_uses import report_view, uses_of
from briefs.preview.answers.unit_sources import unit_view
from briefs.preview.messages import NotFound
from briefs.preview.shown.report_views import NodeView, ReportView, Use
from briefs.preview.workshop.held import Held
from tests.preview.answers.quay import CAPTAINS, CLERKS


@pytest.fixture(scope="module")
def view(held: Held, links: Links) -> ReportView:
    return report_view(held, "harbour", links)


def _at(view: ReportView, address: str) -> NodeView:
    return next(one for one in view.nodes if one.address == address)


def test_all_texts_come_in_order_whole(view: ReportView, held: Held) -> None:
    assert [(one.kind, one.level, one.label, one.marker, one.depth) for one in view.nodes[:6]] == [
        ("heading", 1, "I", "", 0),
        ("paragraph", 0, "I ¶1", "", 0),
        ("paragraph", 0, "I ¶2", "", 0),
        ("paragraph", 0, "I ¶3", "", 0),
        ("note", 0, "fn 1", "1", 0),
        ("heading", 1, "L", "", 0),
    ]
    assert [(one.kind, one.marker, one.depth) for one in view.nodes[-3:-1]] == [("item", "a)", 1), ("item", "b)", 1)]
    texts = clean_texts(held.reports["harbour"].report)
    for node in view.nodes:
        assert all(len(piece.text) == piece.end - piece.start for piece in node.pieces)
        if not node.level:
            assert "".join(piece.text for piece in node.pieces) == texts[node.address]
    assert (view.report, view.title, view.language) == ("harbour", "The Harbour Study", "en-GB")


def test_a_passage_says_which_units_print_it_and_for_whom(view: ReportView) -> None:
    first, rest = _at(view, "I ¶ 1").pieces
    assert first.text == "Most keepers agreed that a shared timetable would reduce waiting at the quay"
    assert rest.text == ". One keeper saw no need for it."
    assert [view.uses[use] for use in first.uses] == [
        Use(CAPTAINS, "captains", "u1", "paragraph 1", "fact.timetable", "short"),
        Use(CLERKS, "clerks", "u1", "paragraph 1", "fact.timetable", "short"),
    ]
    assert rest.uses == ()


def test_each_use_and_each_source_lead_to_each_other(view: ReportView, held: Held, links: Links) -> None:
    from_report = {
        (view.uses[use].brief, view.uses[use].unit, view.uses[use].block, node.address, piece.start)
        for node in view.nodes
        for piece in node.pieces
        for use in piece.uses
    }
    from_briefs = {
        (brief.id, unit.tag, form.block, passage.address, passage.start)
        for brief in held.briefs.values()
        for unit in brief.settled.document.units()
        for form in unit_view(brief, "draft", unit.tag, links).forms
        for passage in form.passages
    }
    assert from_report == from_briefs


def test_coverage_is_what_an_audit_tells(view: ReportView, held: Held) -> None:
    inputs = held.reports["harbour"]
    briefs = [
        FittedBrief(one.settled.fit.key, one.settled.fitted.document, one.settled.fit.fates, 1, 1, "")
        for one in held.briefs.values()
    ]
    nodes = shaded(inputs.report, spans_used(inputs.library, briefs), view.audiences)
    assert view.covered == covered(nodes, ("captains", "clerks"))
    assert view.covered["all"] > view.covered["clerks"] > 0


def test_points_that_reach_nobody_are_listed_with_the_reasons(view: ReportView) -> None:
    (point,) = view.unreached
    assert (point.block, point.text, point.carried_by) == (
        "rec.bicycles",
        "The board should count the bicycles in 2011",
        (),
    )
    assert point.reasons == {"captains": "excluded", "clerks": "not asked for"}
    assert [one.text for one in point.passages] == ["The board should count the bicycles in 2011"]
    assert point.link.path == "seeds/harbour/blocks/recommendation.yaml"


def test_briefs_that_were_never_built_are_named_since_they_may_use_more(
    held: Held, links: Links, view: ReportView
) -> None:
    assert view.unbuilt == ()
    built = {name: one for name, one in held.briefs.items() if name != CLERKS}
    partial = replace(held, briefs=built, stale=frozenset({CLERKS}))
    assert report_view(partial, "harbour", links).unbuilt == (CLERKS,)
    assert report_view(replace(held, stale=frozenset({CLERKS})), "harbour", links).unbuilt == ()


def test_the_uses_of_a_block_are_found(held: Held) -> None:
    assert [(one.brief, one.field) for one in uses_of(list(held.briefs.values()), "fact.bicycles")] == [
        (CAPTAINS, "verbatim"),
        (CLERKS, "verbatim"),
    ]


def test_uses_of_words_that_are_no_longer_there_are_left_out(held: Held, links: Links, view: ReportView) -> None:
    inputs = held.reports["harbour"]
    first = inputs.report.children[0]
    assert isinstance(first, Section)
    kept, changed, *others = first.children
    assert isinstance(changed, Paragraph)
    edited = replace(changed, text=changed.text.replace("Ferries", "Boats"))
    report = replace(
        inputs.report, children=(replace(first, children=(kept, edited, *others)), *inputs.report.children[1:])
    )
    newer = replace(inputs, report=report, library=replace(inputs.library, report=report))
    found = report_view(replace(held, reports={"harbour": newer}), "harbour", links)
    assert _at(found, "I ¶ 1").pieces == _at(view, "I ¶ 1").pieces
    assert [piece.uses for piece in _at(found, "I ¶ 2").pieces] == [()]
    assert _at(view, "I ¶ 2").pieces[0].uses


HEBREW = "הנמל נפתח."
PAGED = Report(
    title="נמל",
    path="seeds/harbour/report.docx",
    sha256="",
    line_count=12,
    language="he",
    rendition="lines",
    pages=(Page("1", 1), Page("2", 6)),
    children=(
        Matter("title 1", "title 1", (1,), "title", "נמל"),
        Matter("head 1", "head 1", (2,), "running head", "repeated"),
        Section(
            "I",
            "I",
            Heading((3,), "פתיחה", 1, "I"),
            (
                Paragraph("I ¶ 1", "I ¶1", (4,), HEBREW),
                List(
                    "I list",
                    "I list",
                    (
                        Item(
                            "I item 1",
                            "I item 1",
                            (5,),
                            "-",
                            "outer",
                            children=(
                                List("I item 1 list", "", (Item("I item 1.1", "I item 1.1", (6,), "o", "inner"),)),
                            ),
                        ),
                    ),
                ),
                Quotation("quotation 1", "quotation 1", (7,), "“Said.”", "pull", "Somebody"),
                Table(
                    "I table",
                    "I table",
                    ("a", "b"),
                    (Row("row 1", "row 1", (8,), ("A", "B"), True), Row("row 2", "row 2", (9,), ("1", "", "A 2"))),
                ),
                Picture("picture 1", "picture 1", (10,), "A caption", "A map"),
                Footnote("fn 1", "fn 1", (11,), 1, "A note", ""),
                Matter("signature 1", "signature 1", (12,), "signature", "The director"),
            ),
        ),
    ),
)


def test_a_report_in_pages_and_from_right_to_left_is_shown_whole(held: Held, links: Links) -> None:
    inputs = held.reports["harbour"]
    paged = replace(inputs, report=PAGED, library=replace(inputs.library, report=PAGED))
    view = report_view(replace(held, reports={"harbour": paged}, briefs={}), "harbour", links)
    assert [(one.kind, one.marker, one.depth, one.pieces[0].text, one.after) for one in view.nodes] == [
        ("title", "", 0, "נמל", ""),
        ("heading", "", 0, "פתיחה", ""),
        ("paragraph", "", 0, HEBREW, ""),
        ("item", "-", 1, "outer", ""),
        ("item", "o", 2, "inner", ""),
        ("quotation", "", 0, "“Said.”", "Somebody"),
        ("head", "", 0, "A B", ""),
        ("row", "", 0, "1 A 2", ""),
        ("picture", "", 0, "A caption", "A map"),
        ("note", "1", 0, "A note", ""),
        ("signature", "", 0, "The director", ""),
    ]
    assert [one.cells for one in view.nodes if one.cells] == [(0, 2), (0, 1, 2)]
    assert view.language == "he"
    assert (view.nodes[4].link.within, view.nodes[4].link.href) == ("p. 2, I item 1.1", "")
    assert view.covered == {"all": 0.0}


def test_there_is_no_report_of_another_name(held: Held, links: Links) -> None:
    with pytest.raises(NotFound):
        report_view(held, "harbor", links)

from __future__ import annotations

import shutil

import pytest

from briefs.model.block import KINDS
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.accepting_candidates import accept_candidates
from briefs.pipeline.candidate_folder import read_candidates
from briefs.pipeline.drawing_candidates import draw_candidates
from briefs.pipeline.inputs import Inputs, draw_blocks
from briefs.pipeline.sources import read_sources
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.passage_candidate import offered_candidate, write_candidate
from briefs.preview.shown.editing_views import CandidateView
from tests.builders import contents

FIRST, SECOND = "I ¶ 1", "I ¶ 2"
STATEMENTS = "blocks/proposed/statements.yaml"


def written(inputs: Inputs, kind: str, start: int = 78, end: int = 1000, last: str = "") -> CandidateView:
    return write_candidate(inputs, Links(inputs.project.root), FIRST, start, end, kind, last)


def test_what_a_selection_can_become_is_offered_and_nothing_written(copied: Inputs) -> None:
    before = contents(copied.project.root)
    view = offered_candidate(copied, Links(copied.project.root), FIRST, 1, 70)
    assert [(one.address, one.start, one.text, one.link.line) for one in view.passages] == [
        (FIRST, 0, "Most keepers agreed that a shared timetable would reduce waiting at the", 3)
    ]
    assert view.anchors == ('"Most keepers agreed … waiting at the"',)
    assert view.already == ("ben.waiting", "fact.timetable")
    assert {one.kind for one in view.kinds} == KINDS.keys() - {"figure"}
    assert all(one.explained for one in view.kinds)
    assert (view.id, view.link, view.explained) == ("", None, "")
    assert contents(copied.project.root) == before


def test_a_candidate_is_written_as_briefs_draw_writes_it(copied: Inputs) -> None:
    before = contents(copied.seed)
    view = written(copied, "benefit")
    new = contents(copied.seed)
    text = new.pop("blocks/proposed/benefits.yaml").decode()
    assert new == before
    assert view.id == "ben.keeper_need"
    assert view.link is not None
    assert text.splitlines()[view.link.line - 1] == "  - id: ben.keeper_need"
    assert view.explained == (
        "ben.keeper_need is a new candidate; to accept it: `briefs draw --report harbour --accept ben.keeper_need`"
    )
    assert '    anchor: "One keeper saw … need for it."\n' in text
    assert "    # sort: …  # whether the report names it as a benefit" in text
    assert "    strength: one keeper\n" in text


def test_the_same_is_not_written_twice(copied: Inputs) -> None:
    first = written(copied, "statement")
    before = contents(copied.seed)
    again = written(copied, "statement")
    assert (again.id, again.link) == (first.id, first.link)
    assert again.explained.startswith(f"{first.id} was there already; ")
    assert contents(copied.seed) == before
    offered = offered_candidate(copied, Links(copied.project.root), FIRST, 78, 1000)
    assert offered.explained == f"candidates that point there and are not accepted yet: {first.id}"


def test_what_stands_in_the_file_stays_byte_for_byte(copied: Inputs) -> None:
    written(copied, "statement")
    file = copied.seed / STATEMENTS
    file.write_bytes(before := file.read_bytes().replace(b"\n", b"\r\n") + b"# mine\r\n")
    view = written(copied, "statement", 0, 20)
    assert view.id == "st.most_keepers_agreed"
    after = file.read_bytes()
    assert after.startswith(before.removesuffix(b"# mine\r\n").rstrip())
    assert b"# mine\r\n" in after
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_selection_over_two_paragraphs_has_two_anchors(copied: Inputs) -> None:
    view = written(copied, "statement", end=30, last=SECOND)
    assert len(view.anchors) == len(view.passages) == 2
    (entry,) = read_candidates(copied.project.root, copied.seed).files["statement"].entries
    assert [text for text, _ in entry.anchors] == ["One keeper saw … need for it.", "Ferries that share a timetable"]


def test_drawing_leaves_it_and_accepting_makes_a_block_of_it(copied: Inputs, harbour: Inputs) -> None:
    name = written(copied, "statement").id
    shutil.copytree(harbour.project.templates, copied.project.root / "templates")
    draw_candidates(copied.project)
    assert name in {one.id for one in read_candidates(copied.project.root, copied.seed).files["statement"].entries}
    accept_candidates(copied.project, [name])
    drawn = draw_blocks(read_sources(copied.project).value).value.blocks[name]
    assert drawn.verbatim() == "One keeper saw no need for it."


@pytest.mark.parametrize("kind", ["figure", "", "nothing", "about", "../x"])
def test_a_kind_that_no_passage_can_become_is_refused(copied: Inputs, kind: str) -> None:
    with pytest.raises(UnknownName, match="unknown kind"):
        written(copied, kind)

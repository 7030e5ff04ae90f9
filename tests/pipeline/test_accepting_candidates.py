"""Accepting and rejecting candidates of a small project."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.accepting_candidates import accept_candidates, reject_candidates
from briefs.pipeline.drawing_candidates import draw_candidates
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_blocks import proposed_blocks
from tests.builders import BLOCKS, write_project

PUBLISH, COUNT = "p.board_should_publish", "p.board_should_count"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two proposals that nobody has decided on."""
    project = Project(write_project(tmp_path, blocks={"fact": BLOCKS["fact"]}))
    draw_candidates(project, ("proposal",))
    return project


def _blocks(project: Project) -> Path:
    return project.root / "seeds" / "harbour" / "blocks"


def _waiting(project: Project) -> list[str]:
    return [one.id for one in proposed_blocks(project)]


def test_an_accepted_candidate_moves_into_a_file_of_its_kind_with_its_remarks(project: Project) -> None:
    proposed = (_blocks(project) / "proposed" / "proposals.yaml").read_text(encoding="utf-8")
    done = accept_candidates(project, [PUBLISH])
    written = (_blocks(project) / "proposals.yaml").read_text(encoding="utf-8")
    entry = written.partition("blocks:\n")[2]
    assert entry in proposed
    assert "    addressees: [The board]  # guessed; whom it is addressed to\n" in entry
    assert _waiting(project) == [COUNT]
    assert str(done.places[PUBLISH]) == "seeds/harbour/blocks/proposals.yaml:4"


def test_what_is_still_open_in_accepted_blocks_is_told_at_the_lines_of_its_remarks(project: Project) -> None:
    file = _blocks(project) / "proposed" / "proposals.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("carried: null", "# carried: null"), encoding="utf-8")
    done = accept_candidates(project, [COUNT, PUBLISH])
    written = (_blocks(project) / "proposals.yaml").read_text(encoding="utf-8").splitlines()
    assert [one.code for one in done.open] == ["field-missing"] * 2
    assert {written[one.place.line - 1] for one in done.open} == {"    # carried: null"}
    assert done.open[0].place.line < done.places[COUNT].line < done.open[1].place.line


def test_the_report_is_accepted_with_the_first_candidate_so_that_another_edition_can_be_compared(
    project: Project,
) -> None:
    assert accept_candidates(project, [COUNT]).written[-1] == "seeds/harbour/report.lock"
    assert "seeds/harbour/report.lock" not in accept_candidates(project, [PUBLISH]).written


def test_a_report_that_is_not_that_of_the_blocks_is_not_accepted_with_candidates(project: Project) -> None:
    hints = project.root / "seeds/harbour/report.yaml"
    hints.write_text(f"{hints.read_text(encoding='utf-8')}sha256: {'0' * 64}\n", encoding="utf-8")
    assert "seeds/harbour/report.lock" not in accept_candidates(project, [COUNT]).written
    assert "0" * 64 in hints.read_text(encoding="utf-8")


def test_all_of_a_kind_may_be_accepted_and_the_file_of_candidates_goes(project: Project) -> None:
    accept_candidates(project, [], ["proposal"])
    assert _waiting(project) == []
    assert not (_blocks(project) / "proposed" / "proposals.yaml").exists()
    assert draw_candidates(project, ("proposal",)).proposed.added == ()


def test_a_file_that_has_blocks_of_the_kind_is_taken_byte_for_byte(project: Project) -> None:
    own = _blocks(project) / "mine.yaml"
    lines = ("kind: proposal # mine", "blocks:", "- id: p.mine", "  anchor: Ferries that share … winter months")
    before = "\r\n".join((*lines, "  addressees: [x]", "  carried: null", ""))
    own.write_bytes(before.encode())
    accept_candidates(project, [PUBLISH])
    assert own.read_bytes().startswith(before.encode())
    assert not (_blocks(project) / "proposals.yaml").exists()


def test_rejected_candidates_go_and_stay_away(project: Project) -> None:
    reject_candidates(project, [PUBLISH])
    assert _waiting(project) == [COUNT]
    assert draw_candidates(project, ("proposal",)).proposed.added == ()
    assert not (_blocks(project) / "proposals.yaml").exists()


def test_unknown_ids_and_ids_of_blocks_are_refused_and_nothing_is_written(project: Project) -> None:
    before = _waiting(project)
    with pytest.raises(UnknownName):
        accept_candidates(project, [PUBLISH, "p.else"])
    file = _blocks(project) / "proposed" / "proposals.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(PUBLISH, "fact.timetable"), encoding="utf-8")
    with pytest.raises(BriefsError, match="there is a block fact"):
        accept_candidates(project, ["fact.timetable", COUNT])
    file.write_text(file.read_text(encoding="utf-8").replace("fact.timetable", "../7"), encoding="utf-8")
    with pytest.raises(BriefsError, match="is not an id; nothing was accepted"):
        accept_candidates(project, ["../7", COUNT])
    assert _waiting(project) == ["../7", *before[1:]]
    assert not (_blocks(project) / "proposals.yaml").exists()


def test_a_file_of_another_kind_with_the_usual_name_is_left_alone(project: Project) -> None:
    other = _blocks(project) / "proposals.yaml"
    other.write_text(BLOCKS["recommendation"], encoding="utf-8")
    accept_candidates(project, [COUNT])
    assert other.read_text(encoding="utf-8") == BLOCKS["recommendation"]
    assert (_blocks(project) / "more_proposals.yaml").is_file()


def test_of_a_kind_those_that_lack_what_they_need_are_left_unless_they_are_named(project: Project) -> None:
    file = _blocks(project) / "proposed" / "proposals.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("carried: null", "# carried: null", 1), encoding="utf-8")
    first, second = _waiting(project)
    done = accept_candidates(project, [], ["proposal"])
    assert (list(done.places), done.left) == ([second], (first,))
    assert _waiting(project) == [first]
    assert list(accept_candidates(project, [first]).places) == [first]

"""What has expired is neither distributed nor sent: the day on which that is done counts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline.order import Project
from briefs.pipeline.validity import check_validity
from tests.builders import HOUSE, write_project
from tests.distribution import ANN, OFFICE, copied, distributed
from tests.projects import run

LAST = datetime.date(2010, 6, 30)
AFTER = LAST + datetime.timedelta(days=1)
MESSAGE = (
    "templates/house.yaml:12: error: briefs were valid until 2010-06-30, and today is 2010-07-01 "
    r"\[edition-expired\]"
)
VALID = f"{HOUSE}valid_until: {LAST}\n"


def test_editions_hold_to_the_end_of_the_last_day(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=VALID)
    check_validity(Project(root), ["harbour"], LAST)
    with pytest.raises(DocumentError, match=MESSAGE):
        check_validity(Project(root), ["harbour", "harbour"], AFTER)


def test_a_project_without_a_house_says_nothing(tmp_path: Path) -> None:
    check_validity(Project(tmp_path), ["harbour"], AFTER)


def test_nothing_is_distributed_once_it_has_expired(harbour_to_distribute: Path, tmp_path: Path) -> None:
    root = copied(harbour_to_distribute, tmp_path / "harbour")
    (root / "templates" / "house.yaml").write_text(VALID)
    with pytest.raises(DocumentError, match=MESSAGE):
        distributed(root, ANN, today=AFTER)
    assert distributed(root, ANN, today=LAST).editions


def test_drafts_still_go_to_those_who_clear_them(harbour_to_distribute: Path, tmp_path: Path) -> None:
    root = copied(harbour_to_distribute, tmp_path / "harbour")
    (root / "templates" / "house.yaml").write_text(VALID)
    assert run(root, "build", "--status", "draft", "--format", "docx", "--quiet") == 0
    assert distributed(root, ANN, OFFICE, for_clearance=True, today=AFTER).editions


def test_nothing_is_sent_once_it_has_expired(
    harbour_to_distribute: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copied(harbour_to_distribute, tmp_path / "harbour")
    distributed(root, ANN)
    (root / "templates" / "house.yaml").write_text(VALID)
    assert run(root, "send") == 1
    assert "briefs were valid until 2010-06-30, and today is" in capsys.readouterr().err
    assert run(root, "send", "--status") == 0

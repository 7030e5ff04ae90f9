"""What an order asks for: which edition of which briefs."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline import Order, Project
from tests.builders import CAPTAINS, front, write_files, write_project
from tests.projects import built, inputs_of


def test_an_edition_takes_from_the_house_what_the_order_leaves_open(tmp_path: Path) -> None:
    inputs = inputs_of(write_project(tmp_path))
    edition = Order(inputs.project, version="2.0").edition(inputs.house, "cleared")
    assert (edition.status, edition.version, edition.date) == ("cleared", "2.0", datetime.date(2010, 5, 4))


def test_audiences_that_no_report_has_are_named_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as raised:
        built(write_project(tmp_path), "captains", "cooks")
    assert (raised.value.of, raised.value.names, raised.value.known) == ("audience", ("cooks",), ("captains", "clerks"))


def test_products_that_no_report_has_for_an_audience_are_named_too(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write_files(root / "templates", {"checklist": front("captains", product="checklist", code="CHK") + CAPTAINS}, ".md")
    assert [str(brief.key) for brief in built(root, products=("checklist",), formats=("html",)).briefs] == [
        "captains, checklist"
    ]
    with pytest.raises(UnknownName) as raised:
        built(root, "captains", products=("terms", "brief"))
    assert (raised.value.of, raised.value.names, raised.value.audiences) == ("product", ("terms",), ("captains",))
    assert raised.value.known == ("brief", "checklist")


def test_a_project_has_no_more_reports_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", ".hidden"):
        (tmp_path / "seeds" / name).mkdir(parents=True)
        (tmp_path / "seeds" / name / "report.yaml").touch()
    assert Project(tmp_path).reports() == ["a", "b"]
    monkeypatch.setattr("briefs.pipeline.order.MOST_REPORTS", 1)
    with pytest.raises(BriefsError, match="has more than 1 reports, and no more are read"):
        Project(tmp_path).reports()


def test_a_report_has_a_name_that_can_be_printed(tmp_path: Path) -> None:
    try:
        (tmp_path / "seeds" / "a\udce9").mkdir(parents=True)
    except OSError:  # some systems have no such names
        return
    with pytest.raises(BriefsError, match=r"a\\udce9 is not UTF-8"):
        Project(tmp_path).reports()

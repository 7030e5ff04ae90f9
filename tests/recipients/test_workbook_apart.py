"""A workbook is read in a process of its own, which finds the same, and may end as it will."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.recipients import workbook_apart
from briefs.recipients.workbook import workbook_table
from briefs.recipients.workbook_apart import workbook_table_apart
from tests.recipients.lists import HEAD, workbook

CONTENT = workbook([HEAD.split(","), ["A", "Dear A", "captains", 3]])


def test_the_same_is_found_as_in_this_process() -> None:
    assert workbook_table_apart(CONTENT, "a.xlsx", None) == workbook_table(CONTENT, "a.xlsx", None)
    with pytest.raises(DocumentError) as raised:
        workbook_table_apart(CONTENT, "a.xlsx", "Other")
    assert [one.code for one in raised.value.diagnostics] == ["sheet-unknown"]


def test_a_workbook_that_exhausts_whoever_reads_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_apart, "apart", lambda *arguments: None)
    with pytest.raises(DocumentError) as raised:
        workbook_table_apart(CONTENT, "a.xlsx", None)
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.place.path) == ("list-unreadable", "a.xlsx")
    assert problem.message.startswith("reading the workbook takes more than 9 seconds, or more than 900 MB of memory")

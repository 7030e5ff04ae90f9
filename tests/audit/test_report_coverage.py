"""The text of the report, shaded by the audiences whose briefs rest on it."""

from __future__ import annotations

from dataclasses import replace

from briefs.audit.report_coverage import covered, shaded
from briefs.model.report import Row, Table
from tests.builders import harbour_report

TEXT = """Findings

The boats wait at the quay.¹

¹ Keepers said so.

Steps

a) The board "counts" them.
"""
AUDIENCES = ("captains", "clerks")


def test_a_paragraph_is_in_pieces_wherever_another_audience_begins() -> None:
    used = {"I ¶ 1": [(0, 14, "captains"), (10, 26, "clerks")]}
    nodes = shaded(harbour_report(TEXT), used, AUDIENCES)
    assert [(node.level, [(one.text, one.audiences) for one in node.shades]) for node in nodes] == [
        (1, [("Findings", ())]),
        (0, [("The boats ", ("captains",)), ("wait", AUDIENCES), (" at the quay", ("clerks",)), (".", ())]),
        (0, [("Keepers said so.", ())]),
        (1, [("Steps", ())]),
        (0, [("The board “counts” them.", ())]),
    ]
    assert covered(nodes, AUDIENCES) == {"all": 0.462, "captains": 0.231, "clerks": 0.308}


def test_a_report_that_nobody_uses_is_not_covered() -> None:
    assert covered(shaded(harbour_report(TEXT), {}, AUDIENCES), AUDIENCES) == dict.fromkeys(("all", *AUDIENCES), 0.0)


def test_rows_of_tables_are_shaded_too_and_count() -> None:
    row = Row("table 1 row 1", "Table 1, row 1", (1,), ("Boats", "twelve"))
    report = replace(harbour_report(TEXT), children=(Table("table 1", "Table 1", (), (row,)),))
    (node,) = shaded(report, {"table 1 row 1": [(6, 12, "clerks")]}, AUDIENCES)
    assert [(one.text, one.audiences) for one in node.shades] == [("Boats | ", ()), ("twelve", ("clerks",))]
    assert covered((node,), AUDIENCES)["clerks"] == 0.5

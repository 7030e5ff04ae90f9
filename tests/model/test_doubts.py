"""What cannot be known while fields are wrong."""

from __future__ import annotations

import pytest

from briefs.model import doubts
from briefs.model.codes import CODES
from briefs.model.diagnostics import Fault, Place
from briefs.model.doubts import DOUBTS_OF_TEMPLATES, certain, doubtful

TABLES = [getattr(doubts, name) for name in vars(doubts) if name.startswith("DOUBTS_OF_")]
SETS = [getattr(doubts, name) for name in vars(doubts) if name.startswith("OF_")]


@pytest.mark.parametrize("codes", [*SETS, *(codes for table in TABLES for codes in table.values())])
def test_every_code_exists(codes: frozenset[str]) -> None:
    assert codes <= CODES.keys()


def test_a_field_puts_in_doubt_what_it_may_cause() -> None:
    assert doubtful(DOUBTS_OF_TEMPLATES, ("repeats", "subject")) == {"said-twice"}
    assert doubtful(DOUBTS_OF_TEMPLATES, ()) == frozenset()


def test_what_is_in_doubt_is_left_out() -> None:
    problems = [Fault(code, "…").at(Place("a.md")) for code in ("title-long", "over-budget")]
    assert certain(problems, doubts.OF_ROOM) == (problems[0],)

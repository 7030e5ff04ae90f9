"""The register is read as it was written, and nothing else is taken for one."""

from __future__ import annotations

import json

import pytest

from briefs.model.recipient import Recipient
from briefs.model.register import (
    DistributedEdition,
    DistributedFile,
    Message,
    Register,
    RegisteredCopy,
    register_from_json,
    register_json,
)

EDITION = DistributedEdition(
    "ICMC/MIN 1.0 cleared",
    "What countries could gain",
    "dots",
    "ministers",
    "brief",
    "1.0",
    "cleared",
    "2026-11-23",
    "ab",
)
ROW = Recipient("Ó RÍORDÁIN", "ministers", "Dear Minister,", formats=("pdf", "docx"), copy=17, row=2)
FILE = DistributedFile("copies/dots_copy-017.pdf", "pdf", "cd", "ef", "B-T")
REGISTER = Register(
    EDITION,
    is_personal=True,
    copies=(
        RegisteredCopy(17, 194, ROW.key, ROW, (FILE,), Message("outbox/0017.eml", "<a@b>", "12")),
        RegisteredCopy(18, 194, "k", None, (), bounced="550 5.1.1"),
    ),
    signature="SHA256SUMS.p7s",
)


def test_a_register_comes_back_as_it_was_written() -> None:
    assert register_from_json(json.loads(json.dumps(register_json(REGISTER)))) == REGISTER


@pytest.mark.parametrize(
    "damaged",
    [
        [],
        {},
        {**register_json(REGISTER), "register": 2},
        {**register_json(REGISTER), "copies": 3},
        {**register_json(REGISTER), "copies": [{}]},
        {name: one for name, one in register_json(REGISTER).items() if name != "edition"},
    ],
)
def test_what_is_not_a_register_is_refused(damaged: object) -> None:
    with pytest.raises(ValueError, match=r"register|this is not"):
        register_from_json(damaged)

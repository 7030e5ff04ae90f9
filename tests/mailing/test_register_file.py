"""The register is read as it was written, and replaced in one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.mailing.register_file import read_register, write_register
from briefs.model.diagnostics import BriefsError
from tests.mailing.outboxes import recipients, write_distribution


def test_a_register_is_replaced(tmp_path: Path) -> None:
    register = write_distribution(tmp_path, recipients(2))
    assert read_register(tmp_path) == register
    changed = replace(register, copies=(replace(register.copies[0], bounced="5.1.1"), register.copies[1]))
    before = {path.name for path in tmp_path.iterdir()}
    write_register(tmp_path, changed)
    assert read_register(tmp_path) == changed
    assert {path.name for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"{", "it is damaged"), (b"\xff", "it is damaged"), (b"[]", "this is not a register"), (b"", "it is damaged")],
)
def test_a_damaged_one_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "register.json").write_bytes(content)
    with pytest.raises(BriefsError, match=rf"register\.json is no register: {said}"):
        read_register(tmp_path)


def test_one_that_is_not_there_or_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="cannot be read"):
        read_register(tmp_path)
    register = write_distribution(tmp_path / "edition", [])
    with pytest.raises(BriefsError, match="cannot write"):
        write_register(tmp_path / "gone", register)

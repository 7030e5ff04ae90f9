"""`briefs distribute` on the command line: what is said, and nothing about anybody that is not asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.model.register import NAME
from tests.distribution import ANN, BO, HEAD, OFFICE, copied, folder_of, register_of
from tests.projects import run


@pytest.fixture
def root(harbour_to_distribute: Path, tmp_path: Path) -> Path:
    root = copied(harbour_to_distribute, tmp_path / "harbour")
    (root / "list.csv").write_text(HEAD + ANN + BO.replace("bo@example.org", ""), encoding="utf-8")
    return root


def recipients(root: Path) -> tuple[str, str]:
    return ("--recipients", str(root / "list.csv"))


def test_what_was_made_is_said_in_a_line_for_each_edition(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "distribute", *recipients(root)) == 0
    made = "2 new copies; 1 message, 1 without an address, to be handed over"
    assert capsys.readouterr().out == f"{folder_of(root)}: {made}\n"
    (root / "list.csv").write_text(HEAD + ANN, encoding="utf-8")
    assert run(root, "distribute", *recipients(root)) == 0
    said = capsys.readouterr()
    assert said.out == f"{folder_of(root)}: 0 new copies, 1 as before; 1 message\n"
    assert said.err == "1 copy of HB-CAP_1.0_cleared is for a recipient who is not in this list\n"


def test_what_a_program_is_told_names_nobody(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "distribute", "--json", *recipients(root)) == 0
    said = capsys.readouterr()
    (edition,) = json.loads(said.out)["editions"]
    assert (edition["edition"], edition["new"], edition["messages"]) == ("HB-CAP_1.0_cleared", 2, 1)
    for word in ("RÍORDÁIN", "PEDULLA", "example.org"):
        assert word not in said.out + said.err


def test_copies_can_be_withdrawn_and_recipients_forgotten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(root, "distribute", *recipients(root))
    capsys.readouterr()
    assert run(root, "distribute", "--withdraw", "HB-CAP_1.0_cleared", "2,1") == 0
    assert capsys.readouterr().out == f"{folder_of(root)}: 2 copies withdrawn\n"
    assert [copy.is_withdrawn for copy in register_of(root).copies] == [True, True]
    assert run(root, "distribute", "--forget", "HB-CAP_1.0_cleared") == 0
    assert "numbers and hashes are kept" in capsys.readouterr().out
    assert b"PEDULLA" not in (folder_of(root) / NAME).read_bytes()


def test_drafts_go_out_only_for_clearance(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "list.csv").write_text(HEAD + ANN + OFFICE, encoding="utf-8")
    assert run(root, "distribute", "--for", "clearance", *recipients(root)) == 0
    assert "HB-CAP_0.1_draft: 1 new copy; 1 message" in capsys.readouterr().out


def test_a_mistake_in_the_list_is_told_by_row_and_column_only(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "list.csv").write_text(HEAD + ANN.replace("ann@example.org", "ann at example.org"), encoding="utf-8")
    assert run(root, "distribute", *recipients(root)) == 1
    said = capsys.readouterr().err
    assert "list.csv:2: error" in said
    assert '"email"' in said
    assert "ann at" not in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "one of these is missing: --recipients --withdraw --forget"),
        (("--forget", "x", "--recipients", "y"), "--forget and --recipients exclude each other"),
        (("--forget", "x", "--sign"), "--forget and --sign exclude each other"),
        (("--withdraw", "x", "2,a"), '"2,a" is not a list of copies, such as 17,23'),
        (("--forget", "HB-CAP_2.0_cleared"), 'unknown edition "HB-CAP_2.0_cleared"'),
    ],
)
def test_wrong_usage_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    try:
        code = run(root, "distribute", *arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert (code, said in capsys.readouterr().err) == (2, True)

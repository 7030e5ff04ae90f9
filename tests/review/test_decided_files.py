"""Files that propose what was decided already are kept with the decision, and nothing else in its file changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.review.decided_files import with_files_of
from briefs.review.decisions import KeptDecisions, decision_on, keep_decisions, read_decisions, with_decisions
from tests.reviewed import EDITION, REPORT, a_proposal, a_variant, by

EARLIER = a_proposal(
    a_variant("All did.", by("Jane")), a_variant("Some did.", by("", file="x.docx")), comment="Really?"
)
LATER = a_proposal(a_variant("All did.", by("Tom", file="to]m.docx")), a_variant("Some did.", by("Ann")))
OTHER = a_proposal(a_variant("None did.", by("Jane")))


def kept_text(root: Path, change: tuple[str, str] = ("", ""), is_windows: bool = False) -> str:
    """The file of two decisions as somebody has left it: with remarks, and with a `change`."""
    kept = read_decisions(root, EDITION, REPORT)
    decided = [decision_on(one, "rejected", reason="files: [none]") for one in (EARLIER, OTHER)]
    keep_decisions(with_decisions(kept, decided), None)
    text = kept.path.read_text()
    text = text.replace('files: ["jane.docx"]', 'files: ["jane.docx"]  # [sic]').replace(
        "    comments:", "# ?\n    comments:"
    )
    text = text.replace(*change) if change[0] else text
    kept.path.write_bytes(text.replace("\n", "\r\n" if is_windows else "\n").encode())
    return text


def kept_with_files(root: Path) -> KeptDecisions:
    """The decisions with the files of the later proposals, written and read again."""
    kept = read_decisions(root, EDITION, REPORT)
    made = with_files_of(kept, [LATER])
    keep_decisions(made, kept.content)
    assert read_decisions(root, EDITION, REPORT) == made
    return made


@pytest.mark.parametrize("is_windows", [False, True])
def test_only_the_lists_of_files_and_authors_grow(tmp_path: Path, is_windows: bool) -> None:
    assert LATER.id == EARLIER.id
    before = kept_text(tmp_path, is_windows=is_windows)
    made = kept_with_files(tmp_path)
    expected = (
        before.replace('by: ["Jane"]', 'by: ["Jane", "Tom"]', 1)
        .replace('files: ["jane.docx"]  # [sic]', 'files: ["jane.docx", "to]m.docx"]  # [sic]', 1)
        .replace('        files: ["x.docx"]', '        by: ["Ann"]\n        files: ["x.docx", "ann.docx"]')
    )
    assert expected.count("\n") == before.count("\n") + 1
    assert made.content == expected.replace("\n", "\r\n" if is_windows else "\n").encode()
    assert with_files_of(made, [LATER, EARLIER]) is made


def test_what_somebody_has_corrected_on_a_file_stays(tmp_path: Path) -> None:
    kept_text(tmp_path, ('by: ["Jane"]', 'by: ["J."]'))
    kept = read_decisions(tmp_path, EDITION, REPORT)
    assert with_files_of(kept, [EARLIER, OTHER]) is kept


def test_wording_of_another_text_is_not_taken_for_it(tmp_path: Path) -> None:
    kept_text(tmp_path)
    kept = read_decisions(tmp_path, EDITION, REPORT)
    left_out = tuple(replace(one, leaves_out=True) for one in LATER.variants)
    assert with_files_of(kept, [replace(LATER, variants=left_out)]) is kept


def test_a_list_that_is_written_in_another_way_stays(tmp_path: Path) -> None:
    kept_text(tmp_path, ('files: ["jane.docx"]  # [sic]', "files:\n          - jane.docx"))
    kept = read_decisions(tmp_path, EDITION, REPORT)
    assert with_files_of(kept, [LATER]) is kept


def test_without_any_decision_there_is_nothing_to_add_to(tmp_path: Path) -> None:
    kept = read_decisions(tmp_path, EDITION, REPORT)
    assert with_files_of(kept, [LATER]) is kept

"""Files of candidates are written all or none."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from briefs.candidates.drawn_lock import Known
from briefs.candidates.proposed_file import Entry, new_file
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.pipeline.candidate_folder import read_candidates

KNOWN = Known("q.one", "question", "a", "b", "Who pays")
ENTRY = Entry("q.one", "  - id: q.one\n    anchor: Who pays\n")


def test_files_and_lock_are_written_and_files_without_candidates_go(tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "water"
    file = new_file("question")
    with_one = type(file)(file.kind, file.head, (ENTRY,))
    folder = read_candidates(tmp_path, seed)
    assert folder.write({"question": with_one}, (KNOWN,), {"seeds/water/blocks/questions.yaml": b"x"}) == (
        "seeds/water/blocks/proposed/drawn.lock",
        "seeds/water/blocks/proposed/questions.yaml",
        "seeds/water/blocks/questions.yaml",
    )
    again = read_candidates(tmp_path, seed)
    assert again.files["question"].entries[0].id == "q.one"
    again.write({"question": file}, ())
    assert not (folder.path / "questions.yaml").exists()
    assert read_candidates(tmp_path, seed).files == {}


def test_what_an_ended_command_noted_is_written_before_anything_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "seeds" / "water" / "blocks" / "proposed"
    folder.mkdir(parents=True)
    content = new_file("question").content + ENTRY.text.encode()
    change = {
        "path": "seeds/water/blocks/proposed/questions.yaml",
        "old": None,
        "new": base64.b64encode(content).decode(),
    }
    (folder / ".unfinished.json").write_text(json.dumps({"changes": [change]}), encoding="utf-8")
    assert "question" in read_candidates(tmp_path, tmp_path / "seeds" / "water").files


def test_all_damaged_files_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "seeds" / "water" / "blocks" / "proposed"
    folder.mkdir(parents=True)
    for name in ("questions", "quotes"):
        (folder / f"{name}.yaml").write_text("blocks: [", encoding="utf-8")
    (folder / "else.yaml").write_text("blocks: [", encoding="utf-8")
    with pytest.raises(DocumentError) as error:
        read_candidates(tmp_path, tmp_path / "seeds" / "water")
    assert [one.place.path.rpartition("/")[2] for one in error.value.diagnostics] == ["questions.yaml", "quotes.yaml"]


def test_a_file_that_may_only_be_read_is_not_overwritten(tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "water"
    file = new_file("question")
    folder = read_candidates(tmp_path, seed)
    folder.write({"question": type(file)(file.kind, file.head, (ENTRY,))}, ())
    path = folder.path / "questions.yaml"
    path.chmod(0o400)
    with pytest.raises(BriefsError):
        folder.write({"question": type(file)(file.kind, file.head, (ENTRY, Entry("q.two", "  - id: q.two\n")))}, ())
    assert b"q.two" not in path.read_bytes()


def test_an_id_that_a_person_gave_to_two_candidates_loses_none(tmp_path: Path) -> None:
    folder = tmp_path / "seeds" / "water" / "blocks" / "proposed"
    folder.mkdir(parents=True)
    entry = "  - id: q.one\n    anchor: Who pays\n"
    (folder / "questions.yaml").write_text(f"blocks:\n{entry}{entry}", encoding="utf-8")
    (folder / "quotes.yaml").write_text(f"blocks:\n{entry}", encoding="utf-8")
    with pytest.raises(DocumentError) as error:
        read_candidates(tmp_path, tmp_path / "seeds" / "water")
    assert [(one.code, str(one.place)) for one in error.value.diagnostics] == [
        ("id-duplicate", "seeds/water/blocks/proposed/questions.yaml:4"),
        ("id-duplicate", "seeds/water/blocks/proposed/quotes.yaml:2"),
    ]
    assert error.value.diagnostics[0].hint == "give one of them another id"


def test_what_stands_where_a_file_or_the_folder_belongs_is_to_be_moved(tmp_path: Path) -> None:
    folder = tmp_path / "seeds" / "water" / "blocks" / "proposed"
    (folder / "questions.yaml").mkdir(parents=True)
    with pytest.raises(BriefsError) as error:
        read_candidates(tmp_path, tmp_path / "seeds" / "water")
    assert error.value.hint == "move it out of the folder"
    (folder / "questions.yaml").rmdir()
    folder.rmdir()
    folder.touch()
    file = new_file("question")
    with pytest.raises(BriefsError) as error:
        read_candidates(tmp_path, tmp_path / "seeds" / "water").write(
            {"question": type(file)(file.kind, file.head, (ENTRY,))}, (KNOWN,)
        )
    assert error.value.hint == "move away what has its name"

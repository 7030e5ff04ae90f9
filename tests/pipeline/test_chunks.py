"""Files that are made by several processes, some at a time."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.chunks import Chunk, MadeFile, check_made, chunks_of, make_chunk
from tests.pipeline.chunk_work import chunks, failing, plain


def test_a_chunk_gives_names_and_hashes_of_its_files(tmp_path: Path) -> None:
    (chunk,) = chunks(tmp_path, plain, 1, 2)
    made = make_chunk(chunk)
    assert made == tuple(MadeFile(path, sha256(path.encode()).hexdigest()) for path, _ in chunk.items)
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == ["0-0.txt", "0-1.txt"]
    assert make_chunk(chunk) == made
    check_made(chunk, made)


def test_nothing_is_left_of_a_file_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="disk is full"):
        make_chunk(chunks(tmp_path, failing)[2])
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["2-0.txt"]


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "copies").touch()
    with pytest.raises(BriefsError, match=r"0-0\.txt cannot be written: "):
        make_chunk(chunks(tmp_path, plain)[0])


def test_a_folder_that_is_removed_is_not_made_again(tmp_path: Path) -> None:
    (chunk,) = chunks(tmp_path / "gone", plain, 1, 1)
    (tmp_path / "gone").rmdir()
    with pytest.raises(BriefsError, match="there is no folder"):
        make_chunk(chunk)
    assert not (tmp_path / "gone").exists()


def test_a_chunk_can_be_parted(tmp_path: Path) -> None:
    whole = Chunk(tmp_path, tmp_path, plain, tuple((str(item), item) for item in range(5)))
    parts = list(chunks_of(whole, 2))
    assert [len(part.items) for part in parts] == [2, 2, 1]
    assert sum((part.items for part in parts), ()) == whole.items


def test_files_that_another_machine_has_written_elsewhere_are_missed(tmp_path: Path) -> None:
    (chunk,) = chunks(tmp_path, plain, 1, 1)
    with pytest.raises(BriefsError, match="not in") as failure:
        check_made(chunk, [MadeFile("copies/0-0.txt", "0")])
    assert "share" in failure.value.hint

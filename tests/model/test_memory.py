"""A memory gives what would be made, and makes it only if something has changed that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from briefs.model.memory import FORGETFUL, Memory, in_order


class Counted:
    """A function that counts how often it is called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> list[int]:
        self.calls += 1
        return [self.calls]


def test_what_is_made_from_the_same_is_made_once() -> None:
    memory, make = Memory(), Counted()
    first = memory.recall("name", {"text": "as it is"}, make)
    assert memory.recall("name", {"text": "as it is"}, make) is first
    assert memory.recall("name", {"text": "changed"}, make) == [2]
    assert memory.recall("name", {"text": "as it is"}, make) == [3], "only the last value is kept"


def test_a_value_that_may_not_be_kept_is_made_again() -> None:
    memory, make = Memory(), Counted()
    assert [memory.recall("name", 1, make, lambda value: value != [1]) for _ in range(3)] == [[1], [2], [2]]


def test_a_failure_is_not_kept() -> None:
    def fail() -> int:
        raise ValueError

    memory = Memory()
    with pytest.raises(ValueError, match=r"^$"):
        memory.recall("name", 1, fail)
    assert memory.recall("name", 1, lambda: 5) == 5


def test_what_was_looked_up_decides() -> None:
    memory, calls = Memory(), list[str]()

    def total(numbers: Mapping[str, int]) -> int:
        calls.append("total")
        return numbers["one"] + numbers.get("four", 0)

    def recalled(numbers: Mapping[str, int], of: str = "") -> int:
        return memory.recall_traced("total", of, numbers, total)

    assert [recalled({"one": 1, "two": 2}), recalled({"one": 1, "two": 22})] == [1, 1]
    assert len(calls) == 1
    assert [recalled({"one": 1, "four": 4}), recalled({"one": 1, "four": 4}, "other")] == [5, 5]
    assert len(calls) == 3
    assert memory.recalled_traced("total", "other", {"one": 1, "four": 4}) == 5
    assert memory.recalled_traced("total", "other", {"one": 2, "four": 4}) is None
    assert memory.recalled_traced("never", "", {}) is None


def test_a_file_and_a_folder_count_by_what_is_in_them(tmp_path: Path) -> None:
    memory, make = Memory(), Counted()
    file = tmp_path / "one.yaml"

    def of_file() -> list[int]:
        return memory.recall_file("file", file, make)

    def of_folder() -> list[int]:
        return memory.recall_folder("folder", tmp_path, ".yaml", make)

    def of_files() -> list[int]:
        return memory.recall_files("files", (file, tmp_path / "absent.yaml"), "", make)

    for recalled in (of_file, of_files, of_folder):
        before = recalled()
        file.write_text("new", encoding="utf-8")
        new = recalled()
        assert new != before
        (tmp_path / "other.txt").write_text("of no account", encoding="utf-8")
        file.touch()
        assert recalled() is new
        file.unlink()
        assert recalled() != new


def test_files_count_together_with_what_else_a_value_is_made_from(tmp_path: Path) -> None:
    memory, make, paths = Memory(), Counted(), (tmp_path / "one", tmp_path / "two")
    assert memory.recall_files("name", paths, "a", make) == memory.recall_files("name", paths, "a", make) == [1]
    assert memory.recall_files("name", paths, "b", make) == [2]
    paths[1].mkdir()
    assert memory.recall_files("name", paths, "b", make) == [3], "a folder is something else than nothing"


def test_what_was_made_from_a_file_that_changed_meanwhile_is_not_kept(tmp_path: Path) -> None:
    memory, file = Memory(), tmp_path / "one.yaml"
    file.write_text("before", encoding="utf-8")

    def read_late() -> str:
        file.write_text("after", encoding="utf-8")
        return file.read_text(encoding="utf-8")

    assert memory.recall_file("file", file, read_late) == "after"
    file.write_text("before", encoding="utf-8")
    assert memory.recall_file("file", file, lambda: "read again") == "read again"


def test_a_value_stays_one_object_as_long_as_it_is_equal() -> None:
    memory = Memory()
    first = memory.same("name", {"a": 1, "b": 2}, in_order)
    assert memory.same("name", {"a": 1, "b": 2}, in_order) is first
    turned = {"b": 2, "a": 1}
    assert turned == first
    assert memory.same("name", turned, in_order) is turned


def test_two_rounds_without_use_are_forgotten_also_of_what_is_within() -> None:
    memory, inner, outer = Memory(), Counted(), Counted()

    def make() -> list[int]:
        memory.recall("inner", 1, inner)
        return outer()

    for _ in range(5):
        memory.recall("outer", 1, make)
        memory.turn()
    memory.recall("inner", 1, inner)
    assert (inner.calls, outer.calls, len(memory)) == (1, 1, 2), "what is within is used with it"
    memory.turn()
    memory.keep("outer")
    memory.turn()
    memory.turn()
    assert len(memory) == 2, "what is kept counts as used"
    memory.turn()
    assert len(memory) == 0


def test_it_knows_whether_somebody_has_asked_before() -> None:
    memory = Memory()
    assert [memory.is_first("name"), memory.is_first("name"), memory.is_first("other")] == [True, False, True]


def test_a_forgetful_memory_makes_everything(tmp_path: Path) -> None:
    make = Counted()
    asked: tuple[Callable[[], object], ...] = (
        lambda: FORGETFUL.recall("name", 1, make),
        lambda: FORGETFUL.recall_traced("name", 1, {}, lambda mapping: make()),
        lambda: FORGETFUL.recall_file("name", tmp_path, make),
        lambda: FORGETFUL.recall_files("name", (tmp_path,), "", make),
        lambda: FORGETFUL.recall_folder("name", tmp_path, "", make),
    )
    for ask in (*asked, *asked):
        ask()
    assert make.calls == 10
    value = [1]
    assert FORGETFUL.same("name", value) is value
    assert FORGETFUL.is_first("name")
    assert FORGETFUL.is_first("name")
    assert len(FORGETFUL) == 0


def test_a_link_to_the_same_words_is_another_file(tmp_path: Path) -> None:
    file, other, make = tmp_path / "file", tmp_path / "other", Counted()
    file.write_text("words", encoding="utf-8")
    other.write_text("words", encoding="utf-8")
    memory = Memory()
    assert memory.recall_file("name", file, make) == memory.recall_file("name", file, make) == [1]
    file.unlink()
    file.symlink_to(other)
    assert memory.recall_file("name", file, make) == [2]
    assert memory.recall_folder("folder", tmp_path, "file", make) == [3]
    file.unlink()
    file.symlink_to(file)
    assert memory.recall_folder("folder", tmp_path, "file", make) == [4]

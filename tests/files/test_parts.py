"""YAML files in parts: a mistake in one does not hide those of the others."""

from __future__ import annotations

from functools import partial

import pytest

from briefs.files import parts
from briefs.files.parts import entries_of, fields_of, read_parts
from briefs.files.rereading import Rereading

BLOCKS = """kind: fact
blocks:
  - id: fact.a
    anchor: "not closed
  - id: fact.b
    anchor: right
  - id: fact.c
    anchor: *alias
"""


def test_fields_at_the_top_of_a_file_are_its_parts() -> None:
    text = "# a note\ntitle: A\nabout:\n  text: B\n  anchor: C\n- lost\nlist:\n- one\n---\nword\n"
    assert fields_of(text) == [1, 2, 6, 9]


def test_entries_of_a_list_are_parts_also_where_one_is_indented_otherwise() -> None:
    assert entries_of(BLOCKS, "blocks") == [2, 4, 6]
    assert entries_of("blocks:\n- id: a\n  list:\n    - one\n - id: b\n", "blocks") == [1, 4]
    assert entries_of("kind: fact\n", "blocks") == entries_of("blocks:\n", "blocks") == []


def test_every_part_that_cannot_be_read_is_reported_on_its_line_and_the_others_are_read() -> None:
    found = read_parts(BLOCKS, "fact.yaml", entries_of(BLOCKS, "blocks"))
    assert [str(problem).split(" ")[0] for problem in found.problems] == ["fact.yaml:4:", "fact.yaml:8:"]
    assert found.read is not None
    assert found.read.value == {"kind": "fact", "blocks": [{"id": "fact.b", "anchor": "right"}]}
    assert found.read.lines.line(("blocks", 0, "anchor")) == 6
    assert [part.split("\n")[0] for part in found.read.lost] == ["  - id: fact.a", "  - id: fact.c"]


def test_a_mistake_outside_the_parts_leaves_nothing_to_read() -> None:
    found = read_parts("kind: [fact\nblocks:\n  - id: fact.a\n", "fact.yaml", [2])
    assert found.read is None
    assert found.problems


def test_a_part_that_is_wrong_only_beside_another_is_the_one_on_the_line_of_the_message() -> None:
    text = "title: A\nissuer: B\ntitle: C\n"
    found = read_parts(text, "report.yaml", fields_of(text))
    assert found.read is not None
    assert found.read.value == {"title": "A", "issuer": "B"}
    assert [problem.place.line for problem in found.problems] == [3]


def test_lines_are_counted_from_the_first_one_of_the_text() -> None:
    text = "title: A\nissuer: [B\n"
    found = read_parts(text, "a.md", fields_of(text), first_line=2)
    assert found.read is not None
    assert found.read.lines.line(("title",)) == 2


@pytest.mark.parametrize("count", [1, 60])
def test_a_file_with_very_many_wrong_parts_is_given_up(count: int) -> None:
    text = "".join(f"field{number}: [x\n" for number in range(count))
    found = read_parts(text, "a.yaml", fields_of(text))
    assert (found.read is None, len(found.problems)) == (count > 50, count)


def test_parts_are_read_alone_only_as_often_as_a_damaged_file_may_be_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone: list[str] = []
    monkeypatch.setattr(parts, "is_readable", lambda text: not alone.append(text))  # type: ignore[func-returns-value]
    monkeypatch.setattr(parts, "Rereading", partial(Rereading, 60_000))
    text = "".join(f"x{number}: 1\n" for number in range(1000)) + "y: [\n"
    found = read_parts(text, "report.yaml", fields_of(text))
    assert found.read is None
    assert {problem.code for problem in found.problems} == {"yaml-syntax"}
    assert 0 < len(alone) < 100

"""A command that goes on with what the last one knew finds what one that knows nothing finds, whatever was edited."""

from __future__ import annotations

import pickletools
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefs.files import user_cache
from briefs.files.kept_objects import packed, unpacked
from briefs.files.user_cache import cache_folder
from briefs.model.diagnostics import BriefsError, Checked, DocumentError
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.unknown_name import UnknownName
from briefs.pipeline import Project
from briefs.pipeline.examination import examine, examine_again
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.kept_memory import KEPT, is_kept, kept_memory
from briefs.pipeline.order import Copied
from tests import builders
from tests.builders import front, write_project
from tests.preview.workshop.cold_build import files_of
from tests.preview.workshop.random_edits import edit_at_random

TEMPLATES = {
    "captains": front("captains") + builders.CAPTAINS.replace("paragraph(", "statements("),
    "clerks": front("clerks") + builders.CLERKS,
}
NOT_MADE = {"needed", "says more"}
"""The first parts of the names of what blocks and reports may declare, and these do not."""
NOT_KEPT = {"first"}
"""The first parts of the names of what is not kept from one process to the next."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_project(tmp_path / "project", templates=TEMPLATES)


def file_of() -> Path:
    """The only file of kept materials."""
    (found,) = cache_folder("materials").iterdir()
    return found


def made_again(project: Project) -> int:
    """How many values a command makes that goes on with what the last one knew."""
    with kept_memory(project) as memory:
        examine(project, memory)
        return memory.new


def told(examined: Checked[Inputs]) -> tuple[object, ...]:
    """Everything that briefs are made from, and everything that is wrong with it."""
    one = examined.value
    said = (one.report, one.library, one.templates, one.keys, one.hints, one.rules, one.layered_house, one.hashes)
    return (
        examined.problems,
        said,
        repr(said),
        one.composer.compiled,
        one.composer.block_templates,
        one.lacks,
        one.drift,
    )


def outcome(of: Any, project: Project) -> object:
    try:
        return told(of(project))
    except DocumentError as error:
        return error.diagnostics
    except (BriefsError, UnknownName) as error:
        return str(error)


@pytest.mark.parametrize(("seed", "edits"), [(18, 8), pytest.param(1818, 100, marks=pytest.mark.slow, id="many edits")])
def test_whatever_is_edited_it_finds_what_is_there(root: Path, seed: int, edits: int) -> None:
    chance, project, originals = random.Random(seed), Project(root), files_of(root)
    for _ in range(edits):
        done = edit_at_random(root, originals, chance)
        expected = outcome(examine, project)
        assert outcome(examine_again, project) == expected, done
        assert outcome(examine_again, project) == expected, f"once more after: {done}"


def test_nothing_is_made_again_if_nothing_has_changed(root: Path) -> None:
    project = Project(root)
    examine_again(project)
    written = file_of().stat().st_mtime_ns
    assert made_again(project) == 1, "only that wording was not checked in this process"
    assert file_of().stat().st_mtime_ns == written


def test_what_few_lines_of_one_block_change_is_made_again_and_little_else(root: Path) -> None:
    project = Project(root)
    examine_again(project)
    block = root / "seeds/harbour/blocks/recommendation.yaml"
    block.write_text(block.read_text(encoding="utf-8").replace("should", "must", 1), encoding="utf-8")
    with kept_memory(project) as memory:
        examine(project, memory)
    assert 1 < memory.new < len(memory) // 2


def test_all_that_is_remembered_is_kept_or_named_here(root: Path) -> None:
    memory = Memory()
    examine(Project(root), memory)
    assert {name[0] for name in memory.known(lambda name, kept: True).kept} == KEPT - NOT_MADE | NOT_KEPT  # type: ignore[index]
    content = packed(memory.known(is_kept))
    assert content is not None
    assert {name[0] for name in unpacked(content).kept} == KEPT - NOT_MADE


def test_nothing_that_is_kept_has_identities_in_it(root: Path) -> None:
    (root / "seeds/harbour/blocks/wrong.yaml").write_text(
        "kind: fact\nblocks:\n  - id: fact.wrong\n    anchor: These words are nowhere in it\n", encoding="utf-8"
    )
    memory = Memory()
    assert "anchor-not-found" in {problem.code for problem in examine(Project(root), memory).problems}
    content = packed(memory.known(is_kept))
    assert content is not None
    numbers = [argument for _, argument, _ in pickletools.genops(content) if isinstance(argument, int)]
    assert max(numbers) < 2**32


def test_what_could_not_be_read_is_read_again(root: Path) -> None:
    path = root / "seeds/harbour/blocks/recommendation.yaml"
    path.write_text("kind: [\n", encoding="utf-8")
    memory = Memory()
    examine(Project(root), memory)
    kept = {name[1] for name in memory.known(is_kept).kept if name[0] == "blocks"}  # type: ignore[index]
    assert kept
    assert not any("recommendation" in name for name in kept)


@pytest.mark.parametrize("content", [b"", b"cut", b"\x80\x05N."], ids=["empty", "cut", "foreign"])
def test_what_is_damaged_counts_as_nothing(root: Path, content: bytes) -> None:
    project = Project(root)
    examine_again(project)
    state = user_cache.cached("materials", file_of().name)[:32]  # type: ignore[index]
    user_cache.keep("materials", file_of().name, state + content, 9)
    with kept_memory(project) as memory:
        assert len(memory) == 0
        assert not memory.is_continued


@pytest.mark.parametrize("changed", ["program", "environment", "folder"])
def test_it_counts_only_for_the_same_program_environment_and_project(
    root: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    project = Project(root)
    examine_again(project)
    if changed == "program":
        monkeypatch.setattr("briefs.pipeline.kept_memory.program_state", lambda: "another")
    if changed == "environment":
        monkeypatch.setenv("BRIEFS_PATIENCE", "2")
    if changed == "folder":
        project = Project(shutil.copytree(root, root.parent / "copy"))
    with kept_memory(project) as memory:
        assert not memory.is_continued


@pytest.fixture
def without_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_cache, "_is_off", True)


@pytest.mark.usefixtures("without_cache")
def test_without_a_cache_nothing_is_remembered(root: Path) -> None:
    examine_again(Project(root))
    assert not cache_folder("materials").exists()


def test_a_copy_in_which_changes_are_tried_remembers_nothing(root: Path) -> None:
    with kept_memory(Project(root, copied=Copied(root))) as memory:
        assert memory is FORGETFUL


@pytest.mark.parametrize("bound", ["_MOST_BLOCKS", "_LARGEST"])
def test_what_would_be_too_large_is_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    monkeypatch.setattr(f"briefs.pipeline.kept_memory.{bound}", 9)
    examine_again(Project(root))
    assert not cache_folder("materials").exists()


def test_what_ends_early_is_not_kept(root: Path) -> None:
    def end_early() -> None:
        with kept_memory(Project(root)) as memory:
            memory.recall(("report", "x"), 1, lambda: 1)
            raise DocumentError([])

    with pytest.raises(DocumentError):
        end_early()
    assert not cache_folder("materials").exists()

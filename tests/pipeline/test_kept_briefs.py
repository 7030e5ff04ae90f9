"""A brief that nothing has changed for is not made again, and is the one that would be made; whatever was edited."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefs.files import user_cache
from briefs.files.user_cache import cache_folder
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.memory import FORGETFUL
from briefs.model.unknown_name import UnknownName
from briefs.pipeline import Order, Project, copyfit, renditions, settled_brief
from briefs.pipeline.examination import examine
from briefs.pipeline.jobs import plan
from briefs.pipeline.kept_briefs import memory_of_brief
from briefs.pipeline.stages import work_through
from briefs.render.pdf import pages
from tests import builders
from tests.builders import front, write_project
from tests.preview.workshop.cold_build import files_of
from tests.preview.workshop.random_edits import edit_at_random

TEMPLATES = {
    "captains": front("captains") + builders.CAPTAINS.replace("paragraph(", "statements("),
    "clerks": front("clerks") + builders.CLERKS,
}
FACTS, ADVICE = "seeds/harbour/blocks/fact.yaml", "seeds/harbour/blocks/recommendation.yaml"


class Bench:
    """A project with two briefs, of which those for clerks are built, and what was told as it was built last."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.told: list[str] = []
        self.steps: list[str] = []

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def outcome(self, **order: object) -> object:
        """The briefs with their bytes and everything that is wrong, or what keeps them from being built."""
        self.told, self.steps = [], []
        try:
            checked = work_through(Order(Project(self.root), ("clerks",), uses_cache=True, **order), self.told.append)  # type: ignore[arg-type]
        except DocumentError as error:
            return error.diagnostics
        except (BriefsError, UnknownName) as error:
            return str(error)
        briefs = tuple(checked.value[1])
        return briefs, repr(briefs), checked.problems

    def outcome_without_cache(self, monkeypatch: pytest.MonkeyPatch, **order: object) -> object:
        with monkeypatch.context() as patch:
            patch.setattr(user_cache, "_is_off", True)
            return self.outcome(**order)

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Write down in `steps` whenever a brief is composed or a PDF is written."""
        composed, written = copyfit.compose_brief, pages.write_pdf

        def compose(*arguments: Any) -> Any:
            self.steps.append("composed")
            return composed(*arguments)

        def write(*arguments: Any) -> Any:
            self.steps.append("written")
            return written(*arguments)

        monkeypatch.setattr(settled_brief, "compose_brief", compose)
        monkeypatch.setattr(renditions, "write_pdf", write)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Bench(write_project(tmp_path / "project", templates=TEMPLATES))


def test_it_is_made_again_only_if_something_has_changed_that_it_looks_at(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.watch(monkeypatch)
    first, told = bench.outcome(formats=("pdf", "docx", "html")), bench.told
    assert bench.steps == ["composed", "written"]
    assert bench.outcome(formats=("pdf", "docx", "html")) == first
    assert bench.steps == []
    assert bench.told == told
    bench.edit(FACTS, "  - id: ", "  # a remark\n  - id: ")
    assert bench.outcome(formats=("pdf", "docx", "html")) == first
    assert bench.steps == [], "it does not depend on the lines of blocks"
    bench.edit("seeds/harbour/report.yaml", "The Harbour Study", "The Quay Study")
    expected = bench.outcome_without_cache(monkeypatch, formats=("pdf", "docx", "html"))
    assert bench.outcome(formats=("pdf", "docx", "html")) == expected != first
    assert bench.steps == ["composed", "written"]


@pytest.mark.slow
@pytest.mark.parametrize("order", [{"formats": ("pdf", "docx")}, {"formats": ("pdf",), "status": "cleared"}])
def test_whatever_is_edited_it_is_what_would_be_made(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, order: dict[str, object]
) -> None:
    chance, originals = random.Random(repr(order)), files_of(bench.root)
    for _ in range(25):
        done = edit_at_random(bench.root, originals, chance)
        expected = bench.outcome_without_cache(monkeypatch, **order)
        assert bench.outcome(**order) == expected, done
        assert bench.outcome(**order) == expected, f"once more after: {done}"


def test_what_is_damaged_or_made_with_other_libraries_is_made_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.watch(monkeypatch)
    first = bench.outcome(formats=("html",))
    (file,) = cache_folder("finished").iterdir()
    content = user_cache.cached("finished", file.name)
    assert content is not None
    for damaged in (b"", content[:-9], b"\x80\x05N."):
        user_cache.keep("finished", file.name, damaged, 9)
        assert bench.outcome(formats=("html",)) == first
        assert bench.steps == ["composed"]
    monkeypatch.setattr("briefs.pipeline.kept_briefs.are_as_they_were", lambda states: False)
    assert bench.outcome(formats=("html",)) == first
    assert bench.steps == ["composed"]


def test_nothing_is_known_of_what_is_not_rendered_or_kept(bench: Bench) -> None:
    order = Order(Project(bench.root), ("clerks",), formats=("html",), uses_cache=True)
    (job,) = plan(order, examine(order.project).value, True).value
    assert memory_of_brief(job)[0] is not FORGETFUL
    assert memory_of_brief(replace(job, uses_cache=False))[0] is FORGETFUL
    assert memory_of_brief(replace(job, renders=False))[0] is FORGETFUL

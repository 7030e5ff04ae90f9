"""`build/` holds what was built, the Document of each brief, and a manifest that lists both."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.output.folder import Leftovers, write_build
from briefs.pipeline import writing as module
from briefs.pipeline.order import Order, Project
from briefs.pipeline.writing import write
from tests.builders import contents, write_project
from tests.projects import built


def test_all_that_is_written_is_listed_and_told(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    made = built(root, formats=("html", "docx"), output=root / "build")
    manifest = json.loads((root / "build" / "manifest.json").read_bytes())
    listed = {entry["path"] for name in ("files", "provenance", "editions") for entry in manifest[name]}
    assert {path.relative_to(root / "build").as_posix() for path in made.written} == {*listed, "manifest.json"}
    assert set(contents(root / "build")) == {*listed, "manifest.json"}


def test_nothing_is_written_without_a_folder_to_write_to(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert built(root, formats=("html",)).written == ()
    assert not (root / "build").exists()


def test_an_edition_is_kept_once_whatever_formats_it_is_built_in(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    for formats in (("html",), ("docx",)):
        built(root, "clerks", formats=formats, output=root / "build")
    (edition,) = json.loads((root / "build" / "manifest.json").read_bytes())["editions"]
    assert edition["path"] == "editions/HB-CLE_0.1_draft.json.gz"


@pytest.mark.parametrize("folder", ["seeds", "templates/layout", "."])
def test_nobody_can_build_over_what_briefs_are_made_from(tmp_path: Path, folder: str) -> None:
    root = write_project(tmp_path)
    before = contents(root)
    with pytest.raises(BriefsError, match=r"is part of what briefs are made from|holds the project"):
        built(root, formats=("html",), output=root / folder)
    assert contents(root) == before


def test_a_second_build_waits_for_the_first_and_goes_on_from_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path)
    order = Order(Project(root), output=root / "build")
    first, second = (built(root, name, formats=("html",)) for name in ("captains", "clerks"))
    reached, waits, said = threading.Event(), threading.Event(), list[str]()

    def slow_write_build(*arguments: Any) -> Leftovers:
        """The first to write goes on once the second has come as far as it does."""
        if not reached.is_set():
            reached.set()
            waits.wait(2)
        return write_build(*arguments)

    def progress(message: str) -> None:
        if message != "writing":
            said.append(message)
            waits.set()

    monkeypatch.setattr(module, "write_build", slow_write_build)
    earlier = threading.Thread(target=write, args=(first.work, order), daemon=True)
    later = threading.Thread(target=write, args=(second.work, order, progress), daemon=True)
    earlier.start()
    assert reached.wait(20)
    later.start()
    for thread in (earlier, later):
        thread.join(20)
    manifest = json.loads((root / "build" / "manifest.json").read_bytes())
    assert said == [f"waiting until another build has written {root / 'build'}"]
    assert sorted({entry["audience"] for entry in manifest["files"]}) == ["captains", "clerks"]
    assert sorted(path.name for path in (root / "build" / "editions").iterdir()) == [
        "HB-CAP_0.1_draft.json.gz",
        "HB-CLE_0.1_draft.json.gz",
    ]


def test_an_edited_file_is_a_warning_or_with_strict_the_end(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    built(root, "clerks", formats=("html",), output=root / "build")
    brief = root / "build" / "harbour_brief-clerks_v0.1_draft.html"
    brief.write_text("edited")
    before = contents(root / "build")
    with pytest.raises(DocumentError) as caught:
        built(root, "clerks", formats=("html",), output=root / "build", strict=True)
    assert [str(found) for found in caught.value.diagnostics] == [
        "build/harbour_brief-clerks_v0.1_draft.html: warning: this was changed by hand, and a build would replace it "
        "[output-edited]\n  hint: rename it, or move it out of the folder"
    ]
    assert contents(root / "build") == before
    made = built(root, "clerks", formats=("html",), output=root / "build")
    assert [str(found) for found in made.warnings] == [
        "build/harbour_brief-clerks_v0.1_draft.html: warning: this was changed by hand, and is now "
        "build/harbour_brief-clerks_v0.1_draft (edited).html [output-edited]"
    ]
    assert (root / "build" / "harbour_brief-clerks_v0.1_draft (edited).html").read_text() == "edited"
    assert built(root, "clerks", formats=("html",), output=root / "build").warnings == ()


PDF, DOCX = "harbour_brief-clerks_v0.1_draft.pdf", "harbour_brief-clerks_v0.1_draft.docx"


def changed_project(tmp_path: Path) -> Path:
    """A project of which only the PDF for clerks was built, and whose template has changed since."""
    root = write_project(tmp_path)
    built(root, "clerks", formats=("pdf",), output=root / "build")
    template = root / "templates" / "clerks.md"
    template.write_text(template.read_text().replace("title: What", "title: How"))
    return root


def test_an_old_file_beside_a_new_one_is_named_at_every_build_and_in_the_manifest(tmp_path: Path) -> None:
    root = changed_project(tmp_path)
    for _ in range(2):
        made = built(root, "clerks", formats=("docx",), output=root / "build")
        assert [str(found) for found in made.warnings] == [
            f"build/{PDF}: warning: this is out of date: {DOCX} was built since, and says something else [stale]\n"
            "  hint: build it again, or remove it with --prune"
        ]
        assert made.stale == (root / "build" / PDF,)
    listed = json.loads((root / "build" / "manifest.json").read_bytes())["files"]
    assert {entry["path"]: "stale" in entry for entry in listed} == {PDF: True, DOCX: False}
    with pytest.raises(DocumentError, match="out of date"):
        built(root, "clerks", formats=("docx",), output=root / "build", strict=True)
    assert built(root, "clerks", formats=("pdf", "docx"), output=root / "build").warnings == ()


def test_pruning_removes_what_is_out_of_date_but_never_what_was_edited(tmp_path: Path) -> None:
    root = changed_project(tmp_path)
    brief = root / "build" / PDF
    original = brief.read_bytes()
    brief.write_text("mine")
    made = built(root, "clerks", formats=("docx",), output=root / "build", prunes=True)
    assert [found.hint for found in made.warnings] == [
        "it was also changed by hand, so --prune leaves it: move it out of the folder"
    ]
    assert brief.read_text() == "mine"
    brief.write_bytes(original)
    made = built(root, "clerks", formats=("docx",), output=root / "build", prunes=True)
    assert (made.warnings, made.pruned, brief.exists()) == ((), (brief,), False)


def test_files_for_an_audience_whose_template_is_gone_are_out_of_date(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    built(root, formats=("html",), output=root / "build")
    (root / "templates" / "clerks.md").unlink()
    blocks = root / "seeds/harbour/blocks/recommendation.yaml"
    blocks.write_text(blocks.read_text().replace("audiences: {clerks: never}", "audiences: {}"))
    made = built(root, formats=("html",), output=root / "build")
    assert ["no template makes the brief for clerks any more" in found.message for found in made.warnings] == [True]


def test_a_last_build_that_cannot_be_removed_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path)
    built(root, "clerks", formats=("html",), output=root / "build")
    monkeypatch.setattr("briefs.output.folder.remove", lambda path: False)
    (found,) = built(root, "clerks", formats=("html",), output=root / "build").warnings
    assert (found.code, found.severity) == ("old-build-left", "warning")
    assert (root / found.place.path / "manifest.json").exists()

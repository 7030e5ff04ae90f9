"""Writing changes of wording into several files: all of them, or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.files.inner_folder import InnerFolder
from briefs.files.written_changes import beside, contents_with, read_files, replace_files, write_new_file
from briefs.model.diagnostics import BriefsError
from briefs.model.proposal import Write

BLOCKS = b'kind: fact\r\nblocks:\r\n  - id: a\r\n    short: "Some keepers agreed."  # yes\r\n'
TEMPLATE = b"---\ntitle: Steps\n---\n\n## First\n\n## Second\n\nWords\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "blocks.yaml").write_bytes(BLOCKS)
    (tmp_path / "brief.md").write_bytes(TEMPLATE)
    return tmp_path


def a_form(after: str, before: str = "Some keepers agreed.") -> Write:
    return Write("blocks.yaml", ("blocks", 0, "short"), 4, before, after)


def words(line: int, before: str, after: str) -> Write:
    return Write("brief.md", (), line, before, after)


def test_changes_are_written_to_blocks_templates_and_front_matter(root: Path) -> None:
    writes = [
        a_form("Most keepers agreed."),
        Write("brief.md", ("title",), 2, "Steps", "Ways"),
        words(5, "## First", ""),
        words(9, "Words", "Terms"),
    ]
    new = contents_with(root, writes)
    assert new["blocks.yaml"] == BLOCKS.replace(b"Some", b"Most")
    assert new["brief.md"] == b"---\ntitle: Ways\n---\n\n## Second\n\nTerms\n"
    assert (root / "blocks.yaml").read_bytes() == BLOCKS


def test_wording_that_is_no_longer_there_is_not_replaced(root: Path) -> None:
    with pytest.raises(BriefsError, match=r"^blocks.yaml:4: the wording there has changed"):
        contents_with(root, [a_form("Most.", before="Few keepers agreed.")])


@pytest.mark.parametrize("path", ["../blocks.yaml", "/etc/passwd"])
def test_nothing_outside_of_the_project_is_read(root: Path, path: str) -> None:
    with pytest.raises(BriefsError, match="not a file of the project"):
        read_files(root, [path])


def test_a_file_that_is_gone_is_said(root: Path) -> None:
    with pytest.raises(BriefsError, match=r"cannot read none.yaml: No such file"):
        read_files(root, ["none.yaml"])


def test_files_are_written_together_and_keep_their_modes(root: Path) -> None:
    (root / "brief.md").chmod(0o640)
    old = read_files(root, ["blocks.yaml", "brief.md"])
    new = {"blocks.yaml": b"new", "brief.md": b"new too"}
    assert replace_files(root, old, new) == ("blocks.yaml", "brief.md")
    assert read_files(root, new) == new
    assert (root / "brief.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in root.iterdir()) == ["blocks.yaml", "brief.md"]
    assert replace_files(root, new, new) == ()


def test_nothing_is_written_if_one_file_was_changed_meanwhile(root: Path) -> None:
    old = read_files(root, ["blocks.yaml", "brief.md"])
    (root / "brief.md").write_bytes(b"other")
    with pytest.raises(BriefsError, match=r"brief.md was changed meanwhile; nothing was written"):
        replace_files(root, old, {"blocks.yaml": b"new", "brief.md": b"new"})
    assert (root / "blocks.yaml").read_bytes() == BLOCKS


def test_links_and_files_that_may_only_be_read_are_left_alone(root: Path) -> None:
    old = read_files(root, ["blocks.yaml"])
    (root / "blocks.yaml").chmod(0o444)
    with pytest.raises(BriefsError, match="may only be read"):
        replace_files(root, old, {"blocks.yaml": b"new"})
    (root / "blocks.yaml").rename(root / "real.yaml")
    (root / "blocks.yaml").symlink_to("real.yaml")
    with pytest.raises(BriefsError, match="is a link to another file"):
        replace_files(root, old, {"blocks.yaml": b"new"})
    assert (root / "real.yaml").read_bytes() == BLOCKS


def test_what_was_written_is_put_back_if_a_later_file_cannot_be(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = read_files(root, ["blocks.yaml", "brief.md"])
    replace = os.replace

    def fails(source: str, target: str, **folders: int) -> None:
        if target == "brief.md":
            raise OSError(28, "No space left on device")
        replace(source, target, **folders)

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(BriefsError, match=r"cannot write brief.md: No space left"):
        replace_files(root, old, {"blocks.yaml": b"new", "brief.md": b"new"})
    assert read_files(root, old) == old
    assert sorted(path.name for path in root.iterdir()) == ["blocks.yaml", "brief.md"]


def test_nothing_is_written_through_a_link_that_lies_beside(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What a project that came from elsewhere has there leads to a file of its reader (CWE-59)."""
    outside = tmp_path_factory.mktemp("home") / "profile"
    outside.write_bytes(b"mine")
    beside(root / "blocks.yaml").symlink_to(outside)
    old = read_files(root, ["blocks.yaml"])
    assert replace_files(root, old, {"blocks.yaml": b"new"}) == ("blocks.yaml",)
    assert (root / "blocks.yaml").read_bytes() == b"new"
    assert not (root / "blocks.yaml").is_symlink()
    assert outside.read_bytes() == b"mine"


def test_a_folder_that_becomes_a_link_meanwhile_leads_nowhere(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who may write in the project puts a link in the place of a folder that was looked at (CWE-367)."""
    outside = tmp_path_factory.mktemp("home")
    for folder in (root / "seeds", outside):
        folder.mkdir(exist_ok=True)
        (folder / "fact.yaml").write_bytes(BLOCKS)
    old = read_files(root, ["seeds/fact.yaml"])
    facts = InnerFolder.facts

    def swapped(self: InnerFolder, name: str) -> os.stat_result:
        if not (root / "seeds").is_symlink():
            (root / "seeds").rename(root / "aside")
            (root / "seeds").symlink_to(outside)
        return facts(self, name)

    monkeypatch.setattr(InnerFolder, "facts", swapped)
    replace_files(root, old, {"seeds/fact.yaml": b"new"})
    assert (outside / "fact.yaml").read_bytes() == BLOCKS
    assert [path.name for path in outside.iterdir()] == ["fact.yaml"]
    assert (root / "aside" / "fact.yaml").read_bytes() == b"new"


def test_a_new_file_is_written_where_nothing_was(root: Path) -> None:
    write_new_file(root, "new.yaml", b"new")
    assert (root / "new.yaml").read_bytes() == b"new"
    with pytest.raises(BriefsError, match=r"cannot open the folder of none/new.yaml: No such file"):
        write_new_file(root, "none/new.yaml", b"new")

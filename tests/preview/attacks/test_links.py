"""Attacks by links in the project, which may come from elsewhere, or be written by others while the preview runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.candidate_folder import read_candidates
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.passage_candidate import write_candidate
from briefs.preview.editing.saving_edit import EarlierContents, save_edit
from briefs.preview.shown.editing_views import Edit, Saved
from tests.builders import contents, write_project
from tests.projects import inputs_of

FORM = "Most keepers agreed that a shared timetable would reduce waiting."


def saved(root: Path, blocks_become: Path | None = None, beside: Path | None = None) -> Saved:
    """What becomes of an edit, if meanwhile the folder of blocks becomes a link, or a link lies beside the file."""
    inputs = inputs_of(root)
    blocks = root / "seeds" / "harbour" / "blocks"
    if blocks_become:
        blocks.rename(root / "aside")
        blocks.symlink_to(blocks_become)
    if beside:
        (blocks / ".fact.yaml.new").symlink_to(beside)
    edit = Edit("harbour", "fact.timetable", "short", "Most keepers agreed.", "", FORM)
    return save_edit(inputs, edit, Links(root, "vscode"), EarlierContents())


def test_a_save_goes_into_the_project(tmp_path: Path) -> None:
    """Nothing below means anything if this fails."""
    root = write_project(tmp_path / "project")
    assert saved(root).outcome == "saved"
    assert b"short: Most keepers agreed.\n" in (root / "seeds/harbour/blocks/fact.yaml").read_bytes()


def test_a_save_does_not_follow_a_folder_that_became_a_link(tmp_path: Path) -> None:
    """A link in the place of the folder (CWE-59), to files that look the same; also to what is not there, where not
    even a lock is made."""
    outside = tmp_path / "home" / "blocks"
    root = write_project(tmp_path / "project")
    outside.mkdir(parents=True)
    for name, content in contents(root / "seeds" / "harbour" / "blocks").items():
        (outside / name).write_bytes(content)
    before = contents(tmp_path / "home")
    assert saved(root, blocks_become=outside).outcome == "refused"
    assert contents(tmp_path / "home") == before
    root = write_project(tmp_path / "other")
    assert saved(root, blocks_become=tmp_path / "none" / "blocks").outcome == "refused"
    assert not (tmp_path / "none").exists()


def test_a_save_does_not_go_through_a_link_that_lies_beside(tmp_path: Path) -> None:
    """The hidden file that content is written to before it takes its place is a link to a file of the reader."""
    profile = tmp_path / "profile"
    profile.write_bytes(b"mine")
    root = write_project(tmp_path / "project")
    assert saved(root, beside=profile).outcome == "saved"
    assert profile.read_bytes() == b"mine"
    assert b"short: Most keepers agreed.\n" in (root / "seeds/harbour/blocks/fact.yaml").read_bytes()


def test_candidates_are_not_written_out_of_the_project(tmp_path: Path) -> None:
    """The folder of candidates is a link; not even what an ended command has left there is finished or removed."""
    outside = tmp_path / "home"
    outside.mkdir()
    (outside / "..unfinished.json.new").write_bytes(b"mine")
    root = write_project(tmp_path / "project")
    inputs = inputs_of(root)
    (root / "seeds" / "harbour" / "blocks" / "proposed").symlink_to(outside)
    with pytest.raises(BriefsError, match="leads out of the project"):
        read_candidates(root, inputs.seed)
    address = next(leaf.address for leaf in inputs.report.leaves() if leaf.text.startswith("Ferries"))
    with pytest.raises(BriefsError, match="leads out of the project"):
        write_candidate(inputs, Links(root, "vscode"), address, 0, 40, "fact")
    assert contents(outside) == {"..unfinished.json.new": b"mine"}

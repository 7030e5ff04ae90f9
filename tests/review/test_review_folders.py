"""Reviews are kept in folders named after the edition that they are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.review.review_folders import review_folder, review_folders


def test_the_folder_of_an_edition_has_a_name_that_every_system_allows(tmp_path: Path) -> None:
    assert review_folder(tmp_path, "ICMC/CGGM/MIN 0.3 draft") == tmp_path / "reviews" / "ICMC-CGGM-MIN_0.3_draft"
    assert review_folder(tmp_path, "../../x: 1").parent == tmp_path / "reviews"
    for identifier in ("", "///", "..", "漢" * 500, "\U00020000" * 500):
        folder = review_folder(tmp_path, identifier)
        assert folder.parent == tmp_path / "reviews"
        folder.mkdir(parents=True, exist_ok=True)


def test_hidden_folders_hold_no_reviews(tmp_path: Path) -> None:
    assert review_folders(tmp_path) == []
    for name in ("b", "a", ".git"):
        (tmp_path / "reviews" / name).mkdir(parents=True)
    (tmp_path / "reviews" / "notes.txt").write_text("")
    assert [path.name for path in review_folders(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize("link", ["reviews", "reviews/a"])
def test_no_review_is_kept_outside_of_the_project(tmp_path: Path, link: str) -> None:
    (tmp_path / "elsewhere/a").mkdir(parents=True)
    (tmp_path / "project" / link).parent.mkdir(parents=True)
    (tmp_path / "project" / link).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BriefsError, match=f"{link}.* leads out of the project"):
        review_folders(tmp_path / "project")
    with pytest.raises(BriefsError, match="reviews/a leads out of the project"):
        review_folder(tmp_path / "project", "a")

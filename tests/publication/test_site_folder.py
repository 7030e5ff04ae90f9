"""Folders that publishing left half-made are removed, and only these; what is published is tested with `publish`."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.publication.published_list import NAME, PublishedList
from briefs.publication.site import Site
from briefs.publication.site_folder import write_site
from tests.output.builders import nested

LEFT = ".briefs-publish-abcdefgh"
NOTHING = Site({}, PublishedList())


def test_what_a_killed_run_left_is_removed_however_deep_it_is(tmp_path: Path) -> None:
    nested(tmp_path / LEFT, 1100)
    write_site(tmp_path, NOTHING, PublishedList())
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_a_link_of_its_name_is_told_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "others" / "below").mkdir(parents=True)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / LEFT).symlink_to(tmp_path / "others")
    with pytest.raises(BriefsError, match=f"{LEFT}, which another run left there, cannot be removed"):
        write_site(tmp_path / "site", NOTHING, PublishedList())
    assert [one.name for one in (tmp_path / "others").iterdir()] == ["below"]

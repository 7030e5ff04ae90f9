"""No file that is written names a folder of the machine."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import Place
from briefs.pipeline.machine_names import check_listing


def test_a_listing_that_names_a_folder_of_the_machine_is_an_error(tmp_path: Path) -> None:
    place = Place("build/manifest.json")
    (found,) = check_listing(f'{{"path": "{tmp_path}/a.pdf"}}'.encode(), tmp_path, place)
    assert (found.code, found.place) == ("text-leaked", place)
    assert check_listing(b'{"path": "seeds/a/report.txt"}', tmp_path, place) == ()

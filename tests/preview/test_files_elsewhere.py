"""Files that briefs are made from, outside of the folders of a project."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from briefs.preview.files_elsewhere import files_elsewhere
from tests.builders import front, write_project
from tests.projects import inputs_of


def test_reference_documents_and_what_links_lead_to_are_named(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", templates={"captains": front("captains", reference="look.docx")})
    outside = root / "received.txt"
    shutil.move(root / "seeds/harbour/report.txt", outside)
    (root / "seeds/harbour/report.txt").symlink_to(outside)
    (root / "seeds/harbour/broken.txt").symlink_to(root / "nothing")
    (root / "seeds/harbour/itself.txt").symlink_to("itself.txt")
    (root / "look.docx").write_bytes(b"")
    found = {os.path.relpath(path, tmp_path) for path in files_elsewhere(root, [inputs_of(root)])}
    assert {name for name in found if not name.endswith((".ttf", ".otf"))} == {
        "project/look.docx",
        "project/received.txt",
    }

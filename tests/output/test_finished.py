"""What is distributed is what was built: finished editions are verified."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError
from briefs.model.sheet import Sheet
from briefs.output.finished import FinishedEdition, finished_editions
from tests.builders import write_project
from tests.projects import built

CAPTAINS = BriefKey("captains")


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("finished"))
    for status, formats in (("draft", ("html",)), ("cleared", ("html", "docx"))):
        built(root, "captains", status=status, formats=formats, output=root / "build")
    built(root, "clerks", formats=("html",), output=root / "build")
    return root / "build"


@pytest.fixture
def copied(build: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(build, tmp_path / "build"))


def captains(build: Path) -> FinishedEdition:
    (found,) = finished_editions(build, "cleared", [CAPTAINS])
    return found


def test_an_edition_has_its_document_and_its_files(build: Path) -> None:
    found = captains(build)
    assert (found.name, found.report, found.key) == ("HB-CAP_1.0_cleared", "harbour", CAPTAINS)
    assert found.document.properties.status == "cleared"
    assert set(found.files) == {"docx", "html"}
    assert found.content("html") == (build / found.files["html"].name).read_bytes()


def test_drafts_are_not_given_out_as_cleared(build: Path) -> None:
    with pytest.raises(BriefsError, match="has only a draft for clerks, and drafts are not distributed") as error:
        finished_editions(build, "cleared", [BriefKey("clerks")])
    assert error.value.hint == "build it: briefs build --status cleared --audience clerks"
    assert finished_editions(build, "draft", [BriefKey("clerks")])[0].document.properties.status == "draft"


@pytest.mark.parametrize(
    ("key", "sheet", "said"),
    [
        (BriefKey("nobody"), Sheet(), "has no cleared edition for nobody"),
        (CAPTAINS, Sheet(), "has no pdf of the edition for captains, only docx and html"),
    ],
)
def test_what_is_not_there_is_said_with_how_to_build_it(build: Path, key: BriefKey, sheet: Sheet, said: str) -> None:
    with pytest.raises(BriefsError, match=said) as error:
        finished_editions(build, "cleared", [key], sheet)[0].content("pdf")
    assert error.value.hint.startswith("build it: briefs build --status cleared --audience ")


def test_a_file_that_was_changed_is_refused(copied: Path) -> None:
    found = captains(copied)
    path = copied / found.files["docx"].name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(BriefsError, match="has been changed since it was built"):
        found.content("docx")
    path.unlink()
    with pytest.raises(BriefsError, match="cannot read"):
        found.content("docx")


def test_a_kept_edition_that_was_changed_or_is_gone_is_refused(copied: Path) -> None:
    path = copied / "editions" / "HB-CAP_1.0_cleared.json.gz"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(BriefsError, match="has been changed since it was built"):
        captains(copied)
    path.unlink()
    with pytest.raises(BriefsError, match="cannot read"):
        captains(copied)


def test_files_that_do_not_say_the_same_are_refused(copied: Path) -> None:
    path = copied / "manifest.json"
    manifest = json.loads(path.read_bytes())
    entry = next(one for one in manifest["files"] if one["format"] == "docx")
    entry["edition"]["sha256"] = "0" * 64
    path.write_text(json.dumps(manifest))
    with pytest.raises(BriefsError, match="files for captains do not say the same"):
        captains(copied)


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"there is no manifest\.json"):
        finished_editions(tmp_path, "cleared", [CAPTAINS])

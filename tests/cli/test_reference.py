"""`briefs reference`, as it is called."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest

from briefs.cli import main
from briefs.render.reference.starter_document import new_reference

FONTS = Path(__file__).parents[2] / "templates" / "layout" / "fonts"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a project whose layout has only its fonts."""
    layout = tmp_path / "templates" / "layout"
    layout.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (layout / "fonts").symlink_to(FONTS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_new_writes_the_starter(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reference", "--new", "house.docx"]) == 0
    assert capsys.readouterr().out == "house.docx\n"
    assert (project / "house.docx").read_bytes() == new_reference()


def test_new_overwrites_a_file_only_if_told_to(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "house.docx"
    file.write_bytes(b"changed by a designer")
    assert main(["reference", "--new", "house.docx"]) == 1
    assert capsys.readouterr().err == (
        "error: house.docx already exists (--force overwrites it, and the changes made in it are lost)\n"
    )
    assert file.read_bytes() == b"changed by a designer"
    assert main(["reference", "--new", "house.docx", "--force"]) == 0
    assert file.read_bytes() == new_reference()


def test_new_says_why_a_file_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reference", "--new", "nowhere/house.docx"]) == 1
    assert capsys.readouterr().err == "error: cannot write nowhere/house.docx: No such file or directory\n"


def test_check_lists_what_is_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["reference", "--new", "house.docx"])
    opened = docx.Document("house.docx")
    opened.styles["Title"].font.name = "Gotham"
    opened.save("house.docx")
    capsys.readouterr()
    assert main(["reference", "--check", "house.docx"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "house.docx: 1 warning\n"
    assert printed.err == (
        'house.docx: warning: the style "Title" uses the font "Gotham", and no font of the PDF has the same widths, so '
        "Word and the PDF break lines differently [reference-font]\n"
        "  hint: use a font with the widths of Carlito, or add Gotham to templates/layout/fonts\n"
    )
    assert main(["reference", "--check", "house.docx", "--strict", "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (found["path"], found["code"], found["severity"]) == ("house.docx", "reference-font", "warning")


def test_check_finds_nothing_wrong_with_the_starter(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["reference", "--new", "house.docx"])
    assert main(["reference", "--check", "house.docx", "--strict"]) == 0
    assert capsys.readouterr().out == "house.docx\nhouse.docx: no warnings\n"


def test_check_needs_a_word_document_and_the_fonts_of_the_pdf(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "house.docx").write_bytes(b"")
    assert main(["reference", "--check", "house.docx"]) == 1
    assert main(["reference", "--check", "none.docx"]) == 1
    shutil.rmtree(project / "templates")
    main(["reference", "--new", "house.docx", "--force"])
    assert main(["reference", "--check", "house.docx"]) == 1
    assert capsys.readouterr().err == (
        "error: the Word reference document is not a Word document that can be read "
        "(save it in Word as .docx, or write a new one with: briefs reference --new FILE)\n"
        "error: cannot read none.docx: No such file or directory\n"
        "error: templates/layout/fonts holds no fonts (restore the fonts in templates/layout/fonts)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "one of these is missing: --new --check"),
        (["--new", "a.docx", "--check", "a.docx"], "--new and --check exclude each other"),
        (["--new", "a.pdf"], "the name of a reference document must end with .docx: a.pdf"),
        (["--new", "a.docx", "--json"], "--strict and --json go with --check"),
        (["--check", "a.docx", "--force"], "--force goes with --new"),
    ],
)
def test_wrong_usage_is_told_with_what_is_right(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["reference", *arguments])
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[0].endswith(f"error: {message}")
    assert not list(project.glob("*.docx"))

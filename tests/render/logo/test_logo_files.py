"""The file of a logo is found in the project, read, and measured."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from briefs.model.diagnostics import Checked, Place
from briefs.model.limits import LARGEST_LOGO
from briefs.model.page_furniture import Logo
from briefs.render.logo import logo_files
from briefs.render.logo.logo_files import read_logo
from briefs.render.logo.logo_picture import LogoPicture
from tests.render.logo.pictures import SVG, png, svg

PLACE = Place("templates/house.yaml", 9)
AT = "templates/house.yaml:9"


def read(root: Path, content: bytes | None, name: str = "logo", height: float = 10) -> Checked[LogoPicture | None]:
    layout = root / "templates/layout"
    layout.mkdir(parents=True, exist_ok=True)
    if content is not None:
        (layout / name).write_bytes(content)
    return read_logo(Logo(name, "Board", height), layout, root, 150, PLACE)


def said(root: Path, content: bytes | None, name: str = "logo", height: float = 10) -> str:
    found = read(root, content, name, height)
    assert found.value is None
    return "\n".join(map(str, found.problems))


def test_an_svg_is_as_wide_as_its_proportions_ask(tmp_path: Path) -> None:
    made = read(tmp_path, SVG.encode()).or_raise()
    assert made is not None
    assert (made.media_type, made.width, made.height, made.is_svg, made.resolution) == (
        "image/svg+xml",
        30,
        10,
        True,
        0,
    )
    assert b'width="30.000mm" height="10.000mm"' in made.content


def test_a_png_is_told_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    made = read(tmp_path, png(300, 150), "logo.svg").or_raise()
    assert made is not None
    assert (made.media_type, made.width, made.is_svg) == ("image/png", 20, False)
    assert made.address.startswith("data:image/png;base64,iVBOR")
    assert Image.open(io.BytesIO(made.content)).size == (300, 150)


def test_a_coarse_png_is_a_warning(tmp_path: Path) -> None:
    found = read(tmp_path, png(150, 100))
    assert found.value is not None
    assert [str(problem) for problem in found.problems] == [
        f"{AT}: warning: the logo has 254 pixels to the inch at this height, and looks coarse in print [logo-coarse]\n"
        "  hint: use an SVG file, or a PNG of at least 119 rows of pixels"
    ]
    assert read(tmp_path, png(150, 119)).problems == ()


def test_a_file_that_is_not_there_is_named_with_one_that_is(tmp_path: Path) -> None:
    (tmp_path / "templates/layout").mkdir(parents=True)
    assert said(tmp_path, None, "board.svg") == (
        f'{AT}: error: the logo "board.svg" is neither in templates/layout nor in the project [logo-unusable]\n'
        "  hint: copy it into templates/layout"
    )
    (tmp_path / "templates/layout/bord.svg").touch()
    assert said(tmp_path, None, "board.svg").endswith('did you mean "bord.svg"?')


@pytest.mark.parametrize("name", ["../../secret.svg", "link.svg", "/etc/hosts", "x" * 5000, "a\0b"])
def test_nothing_outside_the_project_is_read(tmp_path: Path, name: str) -> None:
    root = tmp_path / "project"
    (root / "templates/layout").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(SVG)
    (root / "templates/layout/link.svg").symlink_to(tmp_path / "secret.svg")
    (root.parent / "secret.svg").write_text(SVG)
    assert "is neither in templates/layout nor in the project [logo-unusable]" in said(root, None, name)


def test_what_is_not_a_file_is_named_as_what_it_is(tmp_path: Path) -> None:
    layout = tmp_path / "templates/layout"
    (layout / "folder.svg").mkdir(parents=True)
    (layout / "loop.svg").symlink_to(layout / "loop.svg")
    (layout / "lost.svg").symlink_to(layout / "nowhere.svg")
    os.mkfifo(layout / "pipe.svg")
    said_of = {
        name: said(tmp_path, None, f"{name}.svg").partition(" [")[0] for name in ("folder", "loop", "lost", "pipe")
    }
    assert said_of == {
        "folder": f'{AT}: error: the logo "folder.svg" is a folder',
        "loop": f'{AT}: error: the logo "loop.svg" is a link that leads to no file',
        "lost": f'{AT}: error: the logo "lost.svg" is a link that leads to no file',
        "pipe": f'{AT}: error: the logo "pipe.svg" is not a file that holds a picture',
    }
    assert said(tmp_path, None, ".").startswith(f'{AT}: error: the logo "." is a folder [logo-unusable]')
    assert said(tmp_path, None, "pip.svg").endswith("copy it into templates/layout")


def test_a_link_out_of_the_project_is_named_as_one(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "templates/layout").mkdir(parents=True)
    (tmp_path / "secret.svg").write_text(SVG)
    (root / "templates/layout/link.svg").symlink_to(tmp_path / "secret.svg")
    assert said(root, None, "link.svg") == (
        f'{AT}: error: the logo "link.svg" is a link to a file that is neither in templates/layout nor in the project '
        "[logo-unusable]\n  hint: put the picture itself there"
    )


def test_a_file_elsewhere_in_the_project_is_found(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/logo.svg").write_text(SVG)
    assert read(tmp_path, None, "pictures/logo.svg").problems == ()


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    assert said(tmp_path, bytes(LARGEST_LOGO + 1)) == (
        f"{AT}: error: the logo takes more than 2 MB [logo-unusable]\n  hint: save it smaller: each brief holds it"
    )


def test_a_compressed_svg_is_refused(tmp_path: Path) -> None:
    assert said(tmp_path, gzip.compress(SVG.encode())) == (
        f"{AT}: error: the logo is a compressed file [logo-unusable]\n"
        "  hint: save it as plain SVG (.svg, not .svgz) or as PNG"
    )


def test_a_logo_is_no_wider_than_text(tmp_path: Path) -> None:
    assert said(tmp_path, svg(attributes='viewBox="0 0 40 2"')) == (
        f"{AT}: error: the logo is 200 mm wide at a height of 10 mm; text is 150 mm wide [logo-unusable]\n"
        "  hint: make its `height` 7 mm at most"
    )


@pytest.mark.parametrize("view", ["0 0 5000 1", "0 0 1 5000", "0 0 1e99 1"])
def test_a_logo_is_no_line(tmp_path: Path, view: str) -> None:
    assert said(tmp_path, svg(attributes=f'viewBox="{view}"')) == (
        f"{AT}: error: the logo is so thin that it would be a line [logo-unusable]\n"
        "  hint: save it in its right proportions"
    )


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logo_files, "logo_path", lambda *_: tmp_path)
    assert said(tmp_path, SVG.encode()) == (
        f"{AT}: error: the logo cannot be read: Is a directory [logo-unusable]\n  hint: look at who may read the file"
    )

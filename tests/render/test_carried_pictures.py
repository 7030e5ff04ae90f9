"""A style sheet for screens carries the pictures of the project that it names, and nothing else."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefs.model.diagnostics import DocumentError
from briefs.render.carried_pictures import picture_faults, with_own_pictures
from briefs.render.layout import read_layout
from briefs.render.logo.png_file import read_png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>'


def picture(kind: str = "PNG", size: tuple[int, int] = (3, 2)) -> bytes:
    target = BytesIO()
    Image.new("RGB", size).save(target, kind)
    return target.getvalue()


@pytest.fixture
def look(tmp_path: Path) -> Path:
    """A folder with style sheets and pictures, in a project."""
    folder = tmp_path / "templates" / "layout"
    folder.mkdir(parents=True)
    (folder / "print.css").touch()
    (folder / "paper.png").write_bytes(picture())
    (folder / "line.svg").write_text(SVG, encoding="utf-8")
    return folder


def read(look: Path, css: str, sheet: str = "screen.css") -> str:
    (look / "screen.css").touch()
    (look / sheet).write_text(css, encoding="utf-8")
    return read_layout(look, look.parents[1], {}).value.screen_css


@pytest.mark.parametrize("named", ["url(paper.png)", "URL('paper.png')", r"\75rl( ./paper.png )"])
def test_a_picture_of_the_project_is_put_in(named: str, look: Path) -> None:
    css = read(look, f"/* paper */ p {{ background: {named} no-repeat }}")
    found = re.fullmatch(
        r'/\* paper \*/ p \{ background: \S+?\(\s*"data:image/png;base64,(\S+)"\s*\) no-repeat \}', css
    )
    assert found is not None
    assert read_png(b64decode(found[1])).columns == 3


def test_a_drawing_is_put_in_without_what_draws_nothing(look: Path) -> None:
    (look / "line.svg").write_text(SVG.replace("<rect", "<!-- by Ann --><rect"), encoding="utf-8")
    data = read(look, "p { background: url(line.svg) }").partition("base64,")[2].partition('"')[0]
    assert b"rect" in b64decode(data)
    assert b"Ann" not in b64decode(data)


def test_a_style_sheet_that_names_nothing_stays_as_it_is(look: Path) -> None:
    css = "p\t{ color : RED;; } /* url */\r\n"
    assert read(look, css) == css


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("gone.png", 'a style sheet names "gone.png", which cannot be read: No such file or directory'),
        ("../../../etc/passwd", 'a style sheet names "../../../etc/passwd", which cannot be read: '),
        ("text.png", 'the picture "text.png" is neither a PNG nor an SVG file'),
        ("loads.svg", 'the picture "loads.svg" loads something from outside, or holds another picture'),
        ("/etc/passwd", "a style sheet cannot use what is in another file: url(/etc/passwd)"),
        ("file:paper.png", "a style sheet cannot use what is in another file: url(file:paper.png)"),
    ],
)
def test_what_is_no_picture_of_the_project_is_refused(named: str, message: str, look: Path) -> None:
    (look / "text.png").write_text("words", encoding="utf-8")
    (look / "loads.svg").write_text(SVG.replace("<rect", '<image href="http://a.example/" /><rect'), encoding="utf-8")
    with pytest.raises(DocumentError) as raised:
        read(look, f"\np {{ background: url({named}) }}")
    (only,) = raised.value.diagnostics
    assert (only.place.line, only.code) == (2, "style-address")
    assert only.message.startswith(message)


def test_pages_name_no_files_of_their_own(look: Path) -> None:
    with pytest.raises(DocumentError, match="style-address"):
        read(look, "p { background: url(paper.png) }", "print.css")


def bomb(kind: str) -> str:
    """A picture that says that it has 3,600 million pixels, in its own address."""
    if kind == "png":
        content = picture()
        content = content[:16] + (60_000).to_bytes(4) * 2 + content[24:]
    else:
        content = picture("JPEG").replace(b"\x00\x02\x00\x03", (60_000).to_bytes(2) * 2, 1)
    return f"p {{ background: url(data:image/{kind};base64,{b64encode(content).decode()}) }}"


@pytest.mark.parametrize("css", [bomb("png"), bomb("jpeg"), "p { background: url(data:image/png;base64,AAA) }"])
def test_pictures_in_their_own_addresses_are_no_bombs(css: str) -> None:
    (only,) = picture_faults(css, "a.css")
    assert (only.place.line, only.code) == (1, "style-address")


def test_sound_pictures_in_their_own_addresses_have_no_fault(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG"):
        css = f"p {{ background: url(data:image/{kind.lower()};base64,{b64encode(picture(kind)).decode()}) }}"
        assert picture_faults(css, "a.css") == ()
        assert with_own_pictures(css, "a.css", tmp_path, tmp_path).value == css


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"data:image/jpeg;base64,{b64encode(picture('GIF')).decode()}", "is a damaged JPEG file"),
        (f"data:image/png;base64,{b64encode(b'%!PS-Ado' + picture()[8:]).decode()}", "is a damaged PNG file"),
        ("data:image/svg+xml;charset=utf-16,%3Csvg/%3E", "says that it is written in another way"),
        (f"data:font/woff2;base64,{b64encode(b'wOF2' + bytes(50)).decode()}", "is a font that is compressed"),
    ],
)
def test_data_of_another_kind_than_they_say_are_refused(address: str, said: str) -> None:
    (fault,) = picture_faults(f'\np {{ background: url("{address}") }}', "print.css")
    assert fault.place.line == 2
    assert said in fault.message


def test_a_photograph_may_be_carried_and_so_may_fonts_that_only_browsers_open() -> None:
    photograph = b64encode(picture("JPEG")).decode()
    assert picture_faults(f"p {{ background: url(data:image/jpeg;base64,{photograph}) }}", "it") == ()
    font = '@font-face { font-family: x; src: url("data:font/woff2;base64,d09GMg==") }'
    assert picture_faults(font, "screen.css", opens_fonts=False) == ()
    assert picture_faults(font.replace("d09GMg==", "AAEAAA=="), "print.css") == ()

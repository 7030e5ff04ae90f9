"""What `fonts.conf` may say: which families text is set in, and nothing that leads out of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.render.fonts.font_configuration import NAME, UnusableConfiguration, families_configured
from tests.render.drawn import FONTS


def families(folder: Path, content: str | bytes) -> list[str]:
    data = content if isinstance(content, bytes) else f"<fontconfig>{content}</fontconfig>".encode()
    (folder / NAME).write_bytes(data)
    return families_configured(folder)


def test_the_families_are_those_that_are_added_to_every_search() -> None:
    assert families_configured(FONTS) == ["Carlito", "DejaVu Sans"]


@pytest.mark.parametrize(
    "rule",
    [
        "<alias><family>Calibri</family><prefer><family>Carlito</family></prefer></alias>",
        '<match target="font"><edit name="hintstyle"><const>hintslight</const></edit></match>',
        '<match><test name="lang"><string>ar</string></test><edit name="family"><string>Amiri</string></edit></match>',
    ],
)
def test_rules_on_how_a_font_is_chosen_and_smoothed_may_be_there(tmp_path: Path, rule: str) -> None:
    assert families(tmp_path, rule) == (["Amiri"] if "Amiri" in rule else [])


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("<dir>/</dir>", 'it looks for fonts elsewhere ("/")'),
        ('<dir prefix="relative">..</dir>', 'it looks for fonts elsewhere ("..")'),
        ('<dir prefix="cwd">.</dir>', 'it looks for fonts elsewhere (".")'),
        ("<dir>.<b/>/..</dir>", "it looks for fonts elsewhere"),
        ("<reset-dirs/>", "it has <reset-dirs> in <fontconfig>"),
        ("<include>/etc/fonts/fonts.conf</include>", "it has <include> in <fontconfig>"),
        ("<remap-dir>/x</remap-dir>", "it has <remap-dir> in <fontconfig>"),
        ("<cachedir>/var/www</cachedir>", 'it keeps its cache elsewhere ("/var/www")'),
        ('<cachedir prefix="xdg">../x</cachedir>', 'it keeps its cache elsewhere ("../x")'),
        ('<match target="font"><edit name="file"><string>/x</string></edit></match>', 'it changes "file" of fonts'),
        ('<match><edit name="family"><times><int>1</int></times></edit></match>', "it has <times> in <edit>"),
        ("<?x y?>", "it has <an instruction> in <fontconfig>"),
        ("<match/>" * 501, "it has more than 500 elements"),
        (b"<fontconfig", "it is not XML"),
        (b"<fonts/>", "it does not begin with <fontconfig>"),
        (b'<!DOCTYPE fontconfig [<!ENTITY x "/">]><fontconfig/>', "it declares something"),
        (b'<!DOCTYPE fontconfig SYSTEM "urn:x" [<!ENTITY x "/">]><fontconfig/>', "it declares something"),
        (b'<!DOCTYPE fontconfig SYSTEM "http://127.0.0.1/x"><fontconfig/>', "it declares something"),
        ("<fontconfig/>".encode("utf-16"), "it is not in UTF-8"),
        (b'<?xml version="1.0" encoding="utf-7"?><fontconfig/>', "it is not"),
    ],
)
def test_what_leads_out_of_the_folder_is_refused(tmp_path: Path, rule: str | bytes, said: str) -> None:
    with pytest.raises(UnusableConfiguration) as raised:
        families(tmp_path, rule)
    assert str(raised.value).startswith(said)

"""Distributions are found by name or folder, and opened by one command at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.unknown_name import UnknownName
from briefs.outbox.distribution_folder import write_register
from briefs.pipeline.distributions import Distributions
from tests.outbox.builders import register


def test_they_are_below_the_build_unless_another_folder_is_named(tmp_path: Path) -> None:
    assert Distributions.of(tmp_path, None).output == tmp_path / "distribution"
    assert Distributions.of(tmp_path, tmp_path / "out").output == tmp_path / "out"


def test_one_is_opened_by_name_or_folder(tmp_path: Path) -> None:
    place = Distributions.of(tmp_path / "build", None)
    for name in ("MIN", "AMB"):
        (place.output / name).mkdir(parents=True)
        write_register(place.output / name, register())
    assert [folder.name for folder in place.folders()] == ["AMB", "MIN"]
    assert place.folder("MIN/") == place.folder(str(place.output / "MIN")) == place.output / "MIN"
    with pytest.raises(UnknownName) as raised:
        place.folder("PAR")
    assert raised.value.known == ("AMB", "MIN")
    with place.open(place.output / "MIN") as opened:
        assert opened == register()


def test_what_goes_wrong_while_one_is_open_is_one_line(tmp_path: Path) -> None:
    place = Distributions.of(tmp_path / "build", None)
    (place.output / "MIN").mkdir(parents=True)
    with pytest.raises(BriefsError, match="is gone"), place.open(place.output / "MIN"):
        pass
    write_register(place.output / "MIN", register())
    with pytest.raises(BriefsError, match="cannot write"), place.open(place.output / "MIN"):
        (place.output / "none" / "file").write_bytes(b"")

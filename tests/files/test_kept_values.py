"""Values of the program itself that are kept from one process to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.files import user_cache
from briefs.files.kept_values import kept_value
from briefs.files.user_cache import cache_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def make(made: list[str]) -> Callable[[], tuple[str, ...]]:
    def make() -> tuple[str, ...]:
        made.append("once more")
        return ("tide", "ferry")

    return make


def test_a_value_is_made_once_for_each_name(made: list[str], make: Callable[[], tuple[str, ...]]) -> None:
    assert [kept_value(name, tuple, make) for name in ("words en", "words en", "words fr")] == [("tide", "ferry")] * 3
    assert len(made) == 2


@pytest.mark.parametrize("damage", [b"", b"damaged"])
def test_what_is_damaged_is_made_again(damage: bytes, made: list[str], make: Callable[[], tuple[str, ...]]) -> None:
    kept_value("words", tuple, make)
    (file,) = cache_folder("values").iterdir()
    file.write_bytes(damage)
    assert kept_value("words", tuple, make) == ("tide", "ferry")
    assert len(made) == 2


def test_a_value_of_another_type_is_made_again(made: list[str], make: Callable[[], tuple[str, ...]]) -> None:
    kept_value("words", str, lambda: "tide, ferry")
    assert kept_value("words", tuple, make) == ("tide", "ferry")
    assert made


def test_what_holds_no_value_counts_as_absent(made: list[str], make: Callable[[], tuple[str, ...]]) -> None:
    kept_value("words", tuple, make)
    (file,) = cache_folder("values").iterdir()
    user_cache.keep("values", file.name, b"no value", 2)
    assert kept_value("words", tuple, make) == ("tide", "ferry")
    assert len(made) == 2


def test_what_cannot_be_kept_is_given_all_the_same() -> None:
    function = lambda: "tide"  # noqa: E731
    assert kept_value("words", object, lambda: function) is function
    assert not cache_folder("values").exists()

"""What holds for every test: examples have no time limit and are the same each time in CI; no stray logs."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from briefs.mailing import journal

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("briefs", deadline=None, derandomize="CI" in os.environ, print_blob=True, max_examples=50)
settings.load_profile("briefs")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="make the pages drawn now those to compare with")


def pytest_collection_finish() -> None:
    """What is there by now stays until the end, and need not be looked through whenever garbage is collected."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tests with loops of their own do not see that of a browser which other tests have opened."""
    browser = sys.modules.get("tests.browser")
    if browser is None or "browser" in getattr(item, "fixturenames", ()):
        return (yield)
    with browser.hidden_loop():
        return (yield)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, opened once; see `tests.browser`."""
    from tests.browser import opened_browser

    with opened_browser() as opened:
        yield opened


@pytest.fixture
def is_accepting(request: pytest.FixtureRequest) -> bool:
    """Whether pages drawn now are to be compared with from now on."""
    return bool(request.config.getoption("accept"))


@pytest.fixture(scope="session")
def cleared_harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `tests.cleared_harbour`, built once; whoever changes something in it copies it."""
    from tests.cleared_harbour import build_cleared_harbour

    return build_cleared_harbour(tmp_path_factory.mktemp("cleared") / "project")


@pytest.fixture(scope="session")
def harbour_to_distribute(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `tests.distribution`, built once; whoever changes something in it copies it."""
    from tests.distribution import write_harbour

    return write_harbour(tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="session")
def personal_harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with personal copies."""
    from tests.distribution import write_harbour

    return write_harbour(tmp_path_factory.mktemp("harbour"), personal=True)


@pytest.fixture(autouse=True, scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What takes long to make, and is only read, is made once for all processes of a run."""
    from tests import projects

    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(projects, "SHARED", base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_disk_is_waited_for() -> Iterator[None]:
    """Nothing that tests write has to outlast a power cut, and other programs keep disks busy.

    Tests of what happens when a disk fails put functions of their own in place of these.
    """
    assert journal.SYNCHRONOUS == "FULL"
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(journal, "SYNCHRONOUS", "OFF")
        monkeypatch.setattr(os, "sync", lambda: None)
        monkeypatch.setattr(os, "fsync", lambda file: None)
        yield


@pytest.fixture(autouse=True)
def nothing_unexpected_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning of a library fails the test; one that expects it looks at it and calls `caplog.clear()`."""
    yield
    assert [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING] == []

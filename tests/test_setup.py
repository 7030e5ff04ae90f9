"""The lock files agree with pyproject.toml, and set-up says in one line what it cannot do."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import setup

PROJECT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^([a-z0-9.-]+)==([^ ]+)(?: ; [^\\]+)? \\$", re.MULTILINE)


def pyproject() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((PROJECT / lock).read_text(encoding="utf-8")))


def unmet(requirements: list[str], lock: str) -> list[str]:
    """The requirements that the lock does not pin to a version that they allow."""
    pinned = pins(lock)
    wanted = [Requirement(text) for text in requirements]
    return [str(r) for r in wanted if pinned.get(canonicalize_name(r.name), "none") not in r.specifier]


def test_each_lock_pins_what_the_project_asks_for() -> None:
    asked = pyproject()["project"]["dependencies"] + pyproject()["build-system"]["requires"]
    tools = pyproject()["dependency-groups"]["dev"]
    assert unmet(asked, "requirements.lock") == []
    assert unmet(asked + tools, "requirements-dev.lock") == []


def test_the_tools_run_beside_the_very_packages_that_the_program_runs_with() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_hash_and_none_an_address(lock: str) -> None:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert [entry for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_a_library_that_is_there_is_told_from_one_that_is_not() -> None:
    assert setup.is_loadable("pango-1.0", "libpango-1.0.so.0")
    assert not setup.is_loadable("pango-0.1", "libpango-0.1.so.0")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the line names that system's own packages")
def test_where_packages_cannot_be_installed_one_line_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as stop:
        setup.install_packages(["libpango-1.0-0", "libfontconfig1"])
    assert stop.value.code == "error: please install first what Debian calls libpango-1.0-0 libfontconfig1"


def test_a_command_that_fails_is_named_after_what_it_said() -> None:
    with pytest.raises(SystemExit) as stop:
        setup.run(["sh", "-c", "echo no space left >&2; exit 3"])
    assert stop.value.code == (
        "no space left\nerror: this failed with exit code 3: sh -c 'echo no space left >&2; exit 3'"
    )

"""The lock files pin all that the project asks for; set-up installs them with any installer, or says why it cannot."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, distributions, packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import installed, setup

PROJECT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-extras.lock", "requirements-dev.lock")
PIN = re.compile(r"^([a-z0-9.-]+)==([^ ]+)(?: ; [^\\]+)? \\$", re.MULTILINE)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux"},
    {"sys_platform": "darwin", "platform_system": "Darwin"},
)

# The pip that the first release of each Python brings, and that of Debian 12.
OLDEST_PIPS = {
    (3, 11): (
        "22.3 --hash=sha256:1daab4b8d3b97d1d763caeb01a4640a2250a0ea899e257b1e44b9eded91e15ab",
        "23.0.1 --hash=sha256:236bcb61156d76c4b8a05821b988c7b8c35bf0da28a4b614e8d6ab5212c25c6f",
    ),
    (3, 12): ("23.2.1 --hash=sha256:7ccf472345f20d35bdc9d1841ff5f313260c2c33fe417f48c30ac46cccabf5be",),
    (3, 13): ("24.2 --hash=sha256:2cd581cf58ab7fcfca4ce8efa6dcacd0de5bf8d0a3eb9ec927e07405f4d9e2a2",),
    (3, 14): ("25.2 --hash=sha256:6d67a2b4e7f14d8b31b8b52648866fa717f45a1eb70e83002f4331d07e953717",),
}[sys.version_info[:2]]


def pyproject() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((PROJECT / lock).read_text(encoding="utf-8")))


def unmet(requirements: list[str], lock: str) -> list[str]:
    """The requirements that the lock does not pin to a version that they allow."""
    pinned = pins(lock)
    wanted = [Requirement(text) for text in requirements]
    return [str(r) for r in wanted if pinned.get(canonicalize_name(r.name), "none") not in r.specifier]


OF_THE_SYSTEM = {"uno", "com"}
"""The bridge to LibreOffice (python3-uno), for a script of a test that is left out where it is not installed."""


def imported(folders: tuple[str, ...]) -> set[str]:
    """The distributions that the modules in `folders` import directly, by canonical name."""
    found: set[str] = set()
    for path in (path for folder in folders for path in (PROJECT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    found |= {alias.name for alias in names}
                case ast.ImportFrom(module=str(module), level=0):
                    found.add(module)
                case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(module)), *_]):
                    found.add(module)
                case _:
                    pass
    owners = packages_distributions()
    own = {"briefs", "bench", "scripts", "tests"}
    packages = {module.partition(".")[0] for module in found} - sys.stdlib_module_names - own
    return {canonicalize_name(distribution) for name in packages for distribution in owners.get(name, [name])}


def declared(requirements: list[str]) -> set[str]:
    """What requirements name, by canonical name."""
    return {canonicalize_name(Requirement(text).name) for text in requirements}


def test_all_that_is_imported_directly_is_asked_for() -> None:
    project, groups = pyproject()["project"], pyproject()["dependency-groups"]
    extras = project["optional-dependencies"]
    asked = declared(project["dependencies"] + [name for extra in extras.values() for name in extra])
    assert imported(("briefs",)) - asked == set()
    tools = declared(groups["dev"] + groups["install"]) | pins("bench/peers.lock").keys()
    assert imported(("bench", "scripts", "tests")) - asked - tools - OF_THE_SYSTEM == set()


def test_each_lock_pins_what_the_project_asks_for() -> None:
    groups = pyproject()["dependency-groups"]
    asked = pyproject()["project"]["dependencies"] + pyproject()["build-system"]["requires"] + groups["install"]
    extras = [name for extra in pyproject()["project"]["optional-dependencies"].values() for name in extra]
    assert unmet(asked, "requirements.lock") == []
    assert unmet(asked + extras, "requirements-extras.lock") == []
    assert unmet(asked + extras + groups["dev"], "requirements-dev.lock") == []


def test_the_tools_run_beside_the_very_packages_that_the_program_runs_with() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-extras.lock").items()
    assert pins("requirements-extras.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", [*LOCKS, "scripts/validation/requirements.lock"])
def test_every_package_of_a_lock_has_a_hash_and_none_an_address(lock: str) -> None:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert [entry for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_the_validators_of_npm_are_locked_in_exact_versions_with_their_hashes() -> None:
    folder = PROJECT / "scripts" / "validation"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.removeprefix("node_modules/"): package for name, package in packages.items() if name}
    assert wanted.items() <= {name: package["version"] for name, package in locked.items()}.items()
    assert [name for name, package in locked.items() if not package["integrity"].startswith("sha512-")] == []


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS, ids=["linux", "macos"])
def test_no_package_of_a_lock_can_pull_another(lock: str, python: str, system: dict[str, str]) -> None:
    of_python = {"python_version": python, "python_full_version": f"{python}.0"}
    environment = {**{name: str(value) for name, value in default_environment().items()}, **of_python, **system}
    pinned = installed.read_pins(PROJECT / lock, environment)
    examined = [d for d in distributions() if canonicalize_name(d.name) in pinned]
    assert {canonicalize_name(d.name) for d in examined} == set(pinned)
    assert list(installed.unmet_requirements(examined, pinned, environment)) == []


class Released(Distribution):
    """A package as its metadata describe it."""

    def __init__(self, name: str, version: str, *requires: str) -> None:
        self._lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {text}" for text in requires)]

    def read_text(self, filename: str) -> str | None:
        return "\n".join(self._lines) if filename == "METADATA" else None

    def locate_file(self, path: object) -> Path:
        raise NotImplementedError


def test_what_packages_require_of_each_other_is_compared_with_extras() -> None:
    boat = Released("boat", "1.0", "Sail[storm]>=2", "oars; python_version < '3'", "paint; extra == 'new'")
    sail = Released("sail", "2.1", "rope<3; extra == 'storm'", "mast>=1")
    versions = {"boat": "1.0", "sail": "2.1", "rope": "3.0"}
    assert list(installed.unmet_requirements([boat, sail], versions, {"python_version": "3.11"})) == [
        "sail requires mast>=1, which is missing",
        'sail requires rope<3; extra == "storm", not 3.0',
    ]


def test_an_environment_that_does_not_hold_its_lock_is_named_in_one_line(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("lxml==0.1 \\\n    --hash=sha256:0\nsails==2 ; sys_platform == 'win32' \\\noars==1.0 \\\n")
    with pytest.raises(SystemExit) as stop:
        setup.check(Path(sys.executable), lock)
    version = pins("requirements.lock")["lxml"]
    assert stop.value.code == (
        f"error: {sys.executable} does not have what {lock} pins: lxml is {version}, not 0.1; oars is missing, not 1.0"
    )


def test_an_environment_with_packages_that_no_lock_names_is_not_used_again(tmp_path: Path) -> None:
    for name in LOCKS:
        (tmp_path / name).write_text((PROJECT / name).read_text(encoding="utf-8"), encoding="utf-8")
    python = Path(sys.executable)
    assert setup.is_reusable(python, tmp_path)
    text = (tmp_path / LOCKS[-1]).read_text(encoding="utf-8")
    (tmp_path / LOCKS[-1]).write_text(text.replace("pytest-cov==", "pytest-covers=="), encoding="utf-8")
    assert not setup.is_reusable(python, tmp_path)
    assert not setup.is_reusable(tmp_path / "bin" / "python", tmp_path)


def environment_with(pip: str, folder: Path) -> Path:
    """The Python of a new environment in `folder` with this version of pip; skips when there is no package index."""
    wanted = folder / "pip.txt"
    wanted.write_text(f"pip=={pip}\n")
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--retries=1", "--dest", str(folder)]
    command = [*download, "--require-hashes", "--requirement", str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "No matching distribution found" in done.stderr:
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("pip-*.whl")
    setup.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")])
    python = folder / "venv" / "bin" / "python"
    setup.run([str(python), str(wheel / "pip"), "install", "--no-index", str(wheel)])
    return python


def cut(lock: str, names: set[str]) -> str:
    """The entries of a lock for these packages only."""
    entries = re.split(r"\n(?=[a-z])", (PROJECT / lock).read_text(encoding="utf-8"))[1:]
    return "\n".join(entry for entry in entries if entry.split("==")[0] in names) + "\n"


@pytest.mark.slow
def test_the_oldest_installer_takes_packages_that_ask_for_extras_and_builds_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    lock = tmp_path / "requirements.lock"
    asking = {"pytest-cov", "coverage", "pytest", "pluggy", "iniconfig", "pygments"}
    lock.write_text(cut("requirements-dev.lock", asking | {"packaging", "flit-core"}), encoding="utf-8")
    python = environment_with(OLDEST_PIPS[0], tmp_path)
    setup.install_lock(python, lock)
    setup.check(python, lock)
    setup.install_project(python)
    setup.run([str(python), "-c", "import briefs, coverage, pytest_cov"])


@pytest.mark.slow
@pytest.mark.parametrize("pip", OLDEST_PIPS, ids=lambda pip: pip.split()[0])
def test_the_oldest_installers_set_up_what_both_commands_need(pip: str, tmp_path: Path) -> None:
    python = environment_with(pip, tmp_path)
    for lock in LOCKS:
        command = [sys.executable, "scripts/setup.py", str(python.parent.parent), lock]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, f"installing the packages of {lock}\n"), done.stderr
    version = subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith(f"pip {pip.split()[0]} ")
    setup.run([str(python), "-m", "briefs", "--version"])


@pytest.mark.parametrize("limits", [((4, 0), (4, 2)), ((2, 6), (3, 1))], ids=["too old", "too new"])
def test_a_python_that_the_locks_have_no_wheels_for_is_refused(
    limits: tuple[tuple[int, int], tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "OLDEST_PYTHON", limits[0])
    monkeypatch.setattr(setup, "NEWEST_PYTHON", limits[1])
    with pytest.raises(SystemExit) as stop:
        setup.main()
    (oldest, newest), here = ("{}.{}".format(*limit) for limit in limits), sys.version.split()[0]
    assert stop.value.code == (
        f"error: Python {oldest} to {newest} is needed, this is {here}; name another, as in: make PYTHON=python3.13"
    )


def test_a_library_that_is_there_is_told_from_one_that_is_not() -> None:
    assert setup.is_loadable("pango-1.0", "libpango-1.0.so.0")
    assert not setup.is_loadable("pango-0.1", "libpango-0.1.so.0")


@pytest.mark.skipif(sys.platform != "linux", reason="on other systems the line names their own packages")
def test_where_packages_cannot_be_installed_one_line_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as stop:
        setup.install_packages(["libpango-1.0-0", "libfontconfig1"])
    assert stop.value.code == (
        "error: please install these packages first (by Debian's names): libpango-1.0-0 libfontconfig1"
    )


def test_a_command_that_fails_is_named_after_what_it_said() -> None:
    with pytest.raises(SystemExit) as stop:
        setup.run(["sh", "-c", "echo no space left >&2; exit 3"])
    assert stop.value.code == (
        "no space left\nerror: this failed with exit code 3: sh -c 'echo no space left >&2; exit 3'"
    )

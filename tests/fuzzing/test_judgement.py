"""What is taken for a failure: all that is not a result or a diagnostic."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.judgement import (
    LARGEST,
    LONGEST,
    state,
    wrong_with_content,
    wrong_with_end,
    wrong_with_output,
)
from tests.fuzzing.running_apart import Ended

BIRD = Canary("/outside/secret.txt", "CANARY", "http://127.0.0.1:9/")
REFUSED = b'templates/a.md:3: error: there is no block "a" [unknown-block]\n  hint: see blocks\n'


def kinds(ended: Ended, command: str = "build") -> set[str]:
    return {one.partition(":")[0] for one in wrong_with_end([command], ended)}


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (Ended(0, b"build/a.pdf (1 page)\n", 1, 1), set()),
        (Ended(1, REFUSED, 1, 1), set()),
        (Ended(2, "error: there is no “x”\n".encode(), 1, 1), set()),
        (Ended(None, b"", 1, 1), {"hang"}),
        (Ended(-9, b"", 1, 1), {"exit code -9"}),
        (Ended(1, b"", 1, 1), {"no diagnostic"}),
        (Ended(1, b"Traceback (most recent call last):\nerror: x\n", 1, 1), {"traceback"}),
        (Ended(1, b"briefs: error: it failed [program-failed]\n", 1, 1), {"program-failed"}),
        (Ended(1, b"briefs: error: it took long [too-slow]\n", 1, 1), {"too-slow"}),
        (Ended(1, b"briefs: error: it is large [too-much-memory]\n", 1, 1), {"too-much-memory"}),
        (Ended(1, REFUSED, LONGEST + 1, 1), {"slow"}),
        (Ended(1, REFUSED, 1, LARGEST + 1), {"large"}),
        (Ended(1, REFUSED + b"\x1b[2J", 1, 1), {"control character b'\\x1b' printed"}),
        (Ended(1, REFUSED + b"\xff", 1, 1), {"printed bytes that are no text"}),
    ],
)
def test_only_results_and_diagnostics_are_right(ended: Ended, expected: set[str]) -> None:
    assert kinds(ended) == expected


def test_a_failed_build_must_leave_everything_as_it_was(tmp_path: Path) -> None:
    write_build(tmp_path, b"before")
    before = state(tmp_path)
    assert wrong_with_output(tmp_path, "build", 1, before, BIRD) == []
    (tmp_path / "build" / "a.html").write_bytes(b"after")
    assert "has changed" in wrong_with_output(tmp_path, "build", 1, before, BIRD)[0]
    assert wrong_with_output(tmp_path, "check", 1, before, BIRD) == []


def test_a_manifest_must_agree_with_what_was_built(tmp_path: Path) -> None:
    write_build(tmp_path, b"built")
    assert wrong_with_output(tmp_path, "build", 0, {}, BIRD) == []
    (tmp_path / "build" / "a.html").write_bytes(b"torn")
    assert "another hash" in wrong_with_output(tmp_path, "build", 0, {}, BIRD)[0]
    (tmp_path / "build" / "a.html").unlink()
    assert "not there" in wrong_with_output(tmp_path, "build", 0, {}, BIRD)[0]


def test_what_is_being_written_must_not_stay(tmp_path: Path) -> None:
    write_build(tmp_path, b"built")
    (tmp_path / ".build-123").mkdir()
    (tmp_path / ".build-123" / "a.pdf").write_bytes(b"")
    assert wrong_with_output(tmp_path, "build", 0, {}, BIRD) == ["leftover: .build-123/a.pdf"]


@pytest.mark.parametrize(
    ("name", "content", "is_foreign"),
    [
        ("a.pdf", b"plain", False),
        ("a.pdf", b"a CANARY", True),
        ("a.html", b"<p>http://127.0.0.1:9/ as words</p>", False),
        ("a.html", b'<img src="http://127.0.0.1:9/a.png">', True),
        ("a.html", b"<style>a { background: URL(http://127.0.0.1:9/) }</style>", True),
    ],
)
def test_what_is_foreign_is_found(name: str, content: bytes, is_foreign: bool) -> None:
    assert bool(wrong_with_content(name, content, BIRD)) == is_foreign


def test_a_link_out_of_a_word_file_is_found() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/_rels/document.xml.rels", 'Target="http://127.0.0.1:9/a.png"')
    assert "leads to" in wrong_with_content("a.docx", made.getvalue(), BIRD)[0]


def write_build(root: Path, content: bytes) -> None:
    """A folder with one file, and a manifest that names it."""
    (root / "build").mkdir()
    (root / "build" / "a.html").write_bytes(content)
    entry = {"path": "a.html", "sha256": hashlib.sha256(content).hexdigest()}
    (root / "build" / "manifest.json").write_text(json.dumps({"files": [entry], "editions": []}), encoding="utf-8")

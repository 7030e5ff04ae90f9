"""The state of the program changes with each of its files, and with the versions of libraries."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import briefs


def test_any_change_of_the_program_or_of_a_library_shows(tmp_path: Path) -> None:
    copy = tmp_path / "briefs"
    (copy / "files").mkdir(parents=True)
    for name in ("__init__.py", "files/__init__.py", "files/program_state.py"):
        shutil.copy2(Path(briefs.__file__).parent / name, copy / name)
    lexicon = copy / "words.yaml"
    lexicon.write_text("may", encoding="utf-8")
    states = [_state(tmp_path)]
    assert _state(tmp_path) == states[0]
    lexicon.write_text("can", encoding="utf-8")
    states.append(_state(tmp_path))
    (copy / "files" / "one.py").touch()
    states.append(_state(tmp_path))
    (tmp_path / "pango-2.0.dist-info").mkdir()
    states.append(_state(tmp_path))
    made_by_python = copy / "__pycache__" / "one.pyc"
    made_by_python.parent.mkdir(exist_ok=True)
    made_by_python.touch()
    assert _state(tmp_path) == states[-1]
    assert len(set(states)) == 4


def _state(folder: Path) -> str:
    code = "from briefs.files.program_state import program_state; print(program_state())"
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout

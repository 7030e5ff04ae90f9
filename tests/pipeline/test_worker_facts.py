"""What bytes of files depend on, here and at a worker."""

from __future__ import annotations

from pathlib import Path

from briefs.pipeline.worker_facts import difference, worker_facts


def test_fonts_and_versions_are_told(tmp_path: Path) -> None:
    none = worker_facts(tmp_path / "none")
    (tmp_path / "Carlito.ttf").write_bytes(b"1")
    one = worker_facts(tmp_path)
    (tmp_path / "Carlito.ttf").write_bytes(b"2")
    other = worker_facts(tmp_path)
    assert {"briefs", "weasyprint", "python", "program", "fonts"} <= set(one)
    assert difference(one, one) == ""
    assert difference(one, other) == difference(one, none) == "other fonts"


def test_differences_are_one_line() -> None:
    own = {"briefs": "1", "lxml": "6", "python": "3.12", "program": "a", "pydyf": "1"}
    assert difference(own, own | {"lxml": "5"}) == "lxml 5 instead of 6"
    assert (
        difference(own, own | {"lxml": "5", "program": "b"}) == "lxml 5 instead of 6 and other modules of this program"
    )
    assert (
        difference(own, {})
        == "briefs none instead of 1, lxml none instead of 6, other modules of this program and 2 more"
    )

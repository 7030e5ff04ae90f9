"""Objects are put at the end of a file without any other change."""

from __future__ import annotations

import io

import pikepdf
import pytest

from briefs.render.pdf.object_order import with_last
from tests.render.pdf.structure import specimen_pdf


def _saved(mode: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.generate) -> bytes:
    target = io.BytesIO()
    specimen_pdf().save(target, object_stream_mode=mode, deterministic_id=True)
    return target.getvalue()


def test_chosen_objects_stand_last_and_the_file_holds_the_same() -> None:
    source = _saved()
    assert b"/Type /Metadata" in source[: len(source) // 2]
    moved = with_last(source, lambda piece: b"/Type /Metadata" in piece)
    assert b"/Type /Metadata" in moved[-9000:]
    assert len(moved) < len(source) + 600
    with pikepdf.open(io.BytesIO(source)) as before, pikepdf.open(io.BytesIO(moved)) as after:
        assert after.check_pdf_syntax() == []
        assert [one.objgen for one in before.objects] == [one.objgen for one in after.objects]
        for one, other in zip(before.objects, after.objects, strict=True):
            assert one.unparse() == other.unparse()
            if isinstance(one, pikepdf.Stream) and one.get("/Type") != "/XRef":
                assert one.read_raw_bytes() == other.read_raw_bytes()


def test_nothing_changes_twice() -> None:
    moved = with_last(_saved(), lambda piece: b"/Type /Metadata" in piece)
    assert with_last(moved, lambda piece: b"/Type /Metadata" in piece) == moved


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nstartxref\n0\n%%EOF\n"])
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="the file has no"):
        with_last(content, bool)


def test_a_file_with_a_table_in_place_of_a_stream_is_refused() -> None:
    with pytest.raises(ValueError, match="no cross-reference stream"):
        with_last(_saved(pikepdf.ObjectStreamMode.disable), bool)

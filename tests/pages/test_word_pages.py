"""Large print has as many pages in Word, as LibreOffice breaks them, as in the PDF. Left out without LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from briefs.model.sheet import Sheet
from tests.builders import REPOSITORY
from tests.projects import built

OFFICE = shutil.which("soffice")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("audience", ["ambassadors", "ministers", "parliamentarians"])
def test_large_print_has_as_many_pages_in_word_as_in_the_pdf(audience: str, tmp_path: Path) -> None:
    assert OFFICE is not None
    sheet = Sheet(size=18)
    build = built(REPOSITORY, audience, products=("brief",), formats=("pdf", "docx"), status="cleared", sheet=sheet)
    (made,) = build.briefs
    counts = {}
    for rendition in made.renditions:
        file = tmp_path / f"brief.{rendition.format}"
        file.write_bytes(rendition.content)
        if rendition.format == "docx":
            command = [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
            command += ["--convert-to", "pdf", "--outdir", str(tmp_path / "word"), str(file)]
            subprocess.run(command, check=True, capture_output=True)
            file = tmp_path / "word" / "brief.pdf"
        counts[rendition.format] = len(pypdfium2.PdfDocument(file.read_bytes()))
    assert counts["docx"] == counts["pdf"]

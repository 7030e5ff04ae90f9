"""LibreOffice accepts and rejects the changes of a redline as Word would. Left out where it is not installed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefs.model.document import Document, Figure
from briefs.redline.comparing import redline
from briefs.word.elements import Element, qn
from tests.redline.marks import HOUSE
from tests.redline.random_editions import Editions, finished
from tests.redline.word_files import word_file
from tests.render.docx.samples import shown

OFFICE = shutil.which("soffice")
BRIDGE = "/usr/bin/python3"
"""The system's Python: the bridge is a package of the system."""
EDITIONS = 6


def has_bridge() -> bool:
    if OFFICE is None or not Path(BRIDGE).is_file():
        return False
    return subprocess.run([BRIDGE, "-c", "import uno"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not has_bridge(), reason="LibreOffice with python3-uno is not installed")
@pytest.mark.slow
def test_libreoffice_gives_both_editions_back(tmp_path: Path) -> None:
    wanted: dict[Path, list[str]] = {}
    jobs: list[str] = []
    for seed in range(EDITIONS):
        editions = Editions(seed)
        old = without_pictures(editions.brief(), editions)
        new = without_pictures(editions.next_edition(old, 0.4), editions)
        source = tmp_path / f"{seed}.docx"
        source.write_bytes(word_file(redline(old, new, HOUSE).document))
        for verb, edition in (("Accept", new), ("Reject", old)):
            result = tmp_path / f"{seed}-{verb}.docx"
            wanted[result] = said(word_file(edition))
            jobs += [str(source), verb, str(result)]
    pipe = f"briefs-{tmp_path.name}-{abs(hash(tmp_path))}"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    assert OFFICE is not None
    office = subprocess.Popen([OFFICE, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"])
    try:
        script = Path(__file__).with_name("office_resolution.py")
        subprocess.run([BRIDGE, str(script), pipe, *jobs], check=True, timeout=300)
    finally:
        office.terminate()
        office.wait(60)
    for result, texts in wanted.items():
        assert said(result.read_bytes()) == texts, result.name


def without_pictures(brief: Document, editions: Editions) -> Document:
    """`brief` without its pictures, which are none that LibreOffice can read."""
    sections = tuple(
        replace(one, content=tuple(content for content in one.content if not isinstance(content, Figure)))
        for one in brief.sections[:-1]
    )
    made = replace(brief, sections=sections)
    return finished(replace(made, sections=(*sections, editions.sources(made))))


def said(file: bytes) -> list[str]:
    """The texts of all paragraphs that say anything, and of notes, sorted.

    Numbers that fields compute do not count: where a deleted paragraph is joined with the next, LibreOffice 7.4 keeps
    the look of the former, which has no number, and Word that of the latter (ISO/IEC 29500-1, 17.13.5.15).
    """
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in package.namelist()]
        body, *notes = (etree.fromstring(package.read(name)) for name in names)
    found = [text_of(paragraph) for paragraph in body.iter(qn("w:p"))]
    noted = sorted(text_of(paragraph) for root in notes for paragraph in root.iter(qn("w:p")))
    return [text for text in (*found, *noted) if text]


def text_of(paragraph: Element) -> str:
    return re.sub(r"(\d+ )?(of \d+ ·)", r"\2", " ".join(shown(paragraph).split()))

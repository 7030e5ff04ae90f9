"""A report of another house beside the shipped one: nothing of the first house is in its briefs.

The second is a city's report: nobody was asked to keep names to themselves, and it has neither a contact nor a
reference number nor a logo. It has templates of its own. Their calls use what block templates say by themselves.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
import yaml

from tests.builders import REPOSITORY, front, write_files
from tests.projects import run
from tests.test_phrases import READERS

REPORT = """Bridges

The city has twelve bridges. Three of them are closed to lorries until they are repaired.

Some engineers would repair the old bridges. Other engineers would build new bridges.

The bridge office inspects every bridge once a year. It was slow to publish what it found.

A toll would pay for repairs. A toll would be a burden on small firms. The council left the toll open.

The council should publish each inspection.
"""

HINTS = """title: Bridges of the City
issuer: City of Larkhaven
citation: "*Bridges of the City*, City of Larkhaven, 2026"
outline: [{level: 1, label: I, text: Bridges}]
about: {text: Summarizes the city and its bridges., anchor: The city has twelve bridges}
aliases: {City: The city}
"""

BLOCKS = {
    "fact": """kind: fact
blocks:
  - {id: fact.bridges, anchor: The city has twelve bridges}
""",
    "contradiction": """kind: contradiction
blocks:
  - id: con.new
    question: Old bridges or new ones?
    headed: false
    anchor: Some engineers would repair … build new bridges
    one_side: {anchor: Some engineers would repair the old bridges}
    other_side: {anchor: Other engineers would build new bridges}
""",
    "institution": """kind: institution
blocks:
  - id: ins.office
    name: Bridge office
    anchor: The bridge office inspects every bridge once a year
    assessment: {anchor: It was slow to publish what it found}
""",
    "term": """kind: term
blocks:
  - id: term.toll
    term: toll
    role: alternative
    anchor: A toll would pay for repairs
    in_favour: {anchor: A toll would pay for repairs}
    against: {anchor: A toll would be a burden on small firms}
    verdict: {anchor: The council left the toll open}
""",
    "benefit": """kind: benefit
blocks:
  - id: ben.city
    sort: direct
    beneficiary: City
    anchor: A toll would pay for repairs
    basis: {anchor: The council left the toll open}
""",
    "recommendation": """kind: recommendation
blocks:
  - id: rec.publish
    number: "1"
    theme: Inspections
    addressees: [council]
    anchor: The council should publish each inspection
    ask: Publish each inspection.
""",
}

BODY = """## Issue

{{ paragraph("fact.bridges") }}

{{ contradictions("con.new") }}

{{ institutions("ins.office", proposals=false) }}

{{ terms("term.toll") }}

{{ benefits("ben.city") }}

{{ asks("rec.publish", decide=true) }}
"""

FIRST = re.compile(
    r"\b(ICMC|CGGM|migra\w*|catholic|chatham|participants?|geneva|varemb\w*|conversations|info@icmc|919|dots|secretary\w*"
    r"|attributed|framework)\b",
    re.IGNORECASE,
)
"""Words of the first house and of its report."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped project with the city's report, whose draft and cleared edition are built."""
    root = tmp_path_factory.mktemp("houses")
    for folder in ("seeds", "templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    seed = root / "seeds/bridges"
    write_files(seed / "blocks", BLOCKS, ".yaml")
    write_files(seed, {"report": REPORT}, ".txt")
    write_files(seed, {"report": HINTS}, ".yaml")
    made = front("councillors", title="Twelve bridges", short_title="Twelve bridges", subject="Bridges", pages=2)
    write_files(root / "templates/bridges", {"councillors": made + BODY}, ".md")
    for status in ("draft", "cleared"):
        assert run(root, "build", "--audience", "councillors", "--status", status) == 0
    return root


@pytest.mark.parametrize("status", ["draft", "cleared"])
@pytest.mark.parametrize("format", READERS)
def test_nothing_of_the_first_house_is_in_the_briefs_of_the_second(root: Path, format: str, status: str) -> None:
    [file] = (root / "build").glob(f"bridges_*_{status}.{format}")
    read = list(READERS[format](file.read_bytes()))
    assert [(place, text) for place, text in read if FIRST.search(text)] == []
    text = " ".join(" ".join(text for _, text in read).split())
    assert "City of Larkhaven" in text
    assert "Contact:" not in text
    assert "\u00a0· Distribution" not in text  # no dot where there is no reference number
    assert ("Policy" in text) == (status == "draft")


def test_neither_is_it_in_what_only_programs_read(root: Path) -> None:
    build = root / "build"
    [pdf] = build.glob("bridges_*_draft.pdf")
    with pikepdf.open(pdf) as opened:
        records = [file.get_file().read_bytes().decode() for file in opened.attachments.values()]
        assert not FIRST.search(str(opened.Root.Metadata.read_bytes(), "utf-8"))
    with zipfile.ZipFile(next(build.glob("bridges_*_draft.docx"))) as package:
        records += [package.read(part).decode() for part in package.namelist() if part.startswith("customXml/")]
    editions = [gzip.decompress(path.read_bytes()).decode() for path in (build / "editions").iterdir()]
    assert len(editions) == 2
    for text in (*records, *editions):
        assert not FIRST.search(text)
    entries = json.loads((build / "manifest.json").read_bytes())["files"]
    assert {entry["report"] for entry in entries} == {"bridges"}


def test_the_shipped_general_house_says_nothing_of_one_report() -> None:
    general = (REPOSITORY / "templates/house.yaml").read_text(encoding="utf-8")
    assert not FIRST.search(general)
    own = yaml.safe_load((REPOSITORY / "seeds/connecting-the-dots/house.yaml").read_text(encoding="utf-8"))
    assert {"contact", "reference", "attribution"} <= own.keys()
    assert not own.keys() & {"language", "date", "version", "status"}


def test_what_block_templates_say_by_themselves_holds_for_any_report() -> None:
    said = re.compile(r'>[^<>{}]*|"[^"]*"')
    comments = re.compile(r"\{#.*?#\}", re.DOTALL)
    for path in (REPOSITORY / "templates/blocks").glob("*.html"):
        text = comments.sub("", path.read_text(encoding="utf-8"))
        assert [words for words in said.findall(text) if FIRST.search(words)] == [], path.name

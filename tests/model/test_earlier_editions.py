"""Editions that were kept in earlier versions of the format are read as what they were."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from briefs.model.archive import document_json, read_edition
from briefs.model.diagnostics import BriefsError
from briefs.model.document import List
from briefs.model.inline import inline_text
from briefs.model.page_furniture import Furniture
from tests.model import golden
from tests.render.builders import document

EDITION_1 = golden.HERE / "kept-edition-v1.json.gz"


def version_1(**furniture: Any) -> bytes:
    """A kept edition of version 1 with more lines of `furniture`."""
    kept = document_json(document())
    lines = {
        name: value for name, value in kept["furniture"].items() if name not in ("about", "logo", "is_personal", "copy")
    }
    kept["furniture"] = lines | furniture
    return gzip.compress(json.dumps({"kept_edition": 1, "report": "harbour", "document": kept}).encode())


def test_the_two_lines_under_a_title_of_version_1_are_read_as_one_without_a_logo() -> None:
    source = [{"type": "Emphasis", "children": [{"type": "Text", "text": "The Study", "is_whole": False}]}]
    read = read_edition(version_1(source=source, as_at="Covers 2010.")).document.furniture
    assert (inline_text(read.about), read.logo) == ("The Study\u00a0· Covers 2010.", None)
    assert read.issuer == "Issuer"


def test_the_kept_edition_of_version_1_loses_none_of_its_words() -> None:
    words = json.loads(gzip.decompress(EDITION_1.read_bytes()))["document"]
    furniture = read_edition(EDITION_1.read_bytes()).document.furniture
    assert isinstance(furniture, Furniture)
    assert words["furniture"]["as_at"] in inline_text(furniture.about)
    assert words["furniture"]["source"][0]["text"] in inline_text(furniture.about)


def test_editions_before_version_3_have_no_personal_copies() -> None:
    read = read_edition((golden.HERE / "kept-edition-v2.json.gz").read_bytes()).document.furniture
    assert (read.is_personal, read.copy) == (False, None)


def test_in_editions_before_version_5_nothing_is_inserted_or_deleted() -> None:
    read = read_edition((golden.HERE / "kept-edition-v4.json.gz").read_bytes()).document
    assert read.form_spans == ()
    changes = [
        content.change for section in read.sections for content in section.content if not isinstance(content, List)
    ]
    assert changes
    assert set(changes) == {None}


@pytest.mark.parametrize("furniture", [{}, {"source": "The Study", "as_at": 3}, {"source": None, "as_at": ""}])
def test_a_damaged_one_of_version_1_is_refused(furniture: dict[str, Any]) -> None:
    with pytest.raises(BriefsError, match="a kept edition is damaged"):
        read_edition(version_1(**furniture))


def test_in_editions_before_version_6_reports_have_no_pages() -> None:
    sources = read_edition((golden.HERE / "kept-edition-v5.json.gz").read_bytes()).document.form_sources
    assert {(one.exact, one.page, one.page_number) for one in sources} == {("", "", 0)}

"""What readers are told of a file, and by what an edition is known for good."""

from __future__ import annotations

import pytest

from briefs.model.published_phrases import ENGLISH
from briefs.publication.published_edition import PublishedFile, edition_id, version_order
from tests.publication.builders import of_version


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (PublishedFile("a", "html", "A4", False, None, 61_600, ""), "Web page, 62 kB"),
        (PublishedFile("a", "pdf", "A4", False, 1, 400, ""), "PDF, A4, 1 page, 1 kB"),
        (PublishedFile("a", "pdf", "letter", True, 5, 1_250_000, ""), "PDF, large print, US Letter, 5 pages, 1.2 MB"),
        (PublishedFile("a", "docx", "A4", False, None, 117_000, ""), "Word, A4, 117 kB"),
    ],
)
def test_a_file_is_told_with_its_format_pages_and_size(file: PublishedFile, told: str) -> None:
    assert file.described(ENGLISH) == told


def test_an_id_is_that_of_the_version_whatever_the_edition_says() -> None:
    assert edition_id("r", of_version("1.0", a="One.")) == edition_id("r", of_version("1.0", title="Other", a="Two."))
    assert edition_id("r", of_version("1.0")) != edition_id("r", of_version("1.1"))
    assert edition_id("r", of_version("1.0")) != edition_id("s", of_version("1.0"))


def test_editions_follow_each_other_by_date_then_version() -> None:
    made = [of_version("1.10"), of_version("1.9"), of_version("2.0", date="2026-11-22"), of_version("1.9.1")]
    assert [one.properties.version for one in sorted(made, key=version_order)] == ["2.0", "1.9", "1.9.1", "1.10"]

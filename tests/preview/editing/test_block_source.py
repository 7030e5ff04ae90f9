from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError, Place
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.inputs import Inputs
from briefs.preview.editing.block_source import read_block_source, source_in, version_of
from tests.preview.editing.conftest import benefits_of

BENEFITS = "seeds/harbour/blocks/benefits.yaml"


def test_a_block_is_read_with_its_values_their_lines_and_the_version_of_its_file(harbour: Inputs) -> None:
    source = read_block_source(harbour, "ben.waiting")
    assert (source.kind, source.path, source.at) == ("benefit", BENEFITS, ("blocks", 0))
    assert source.value(("basis", "short")) == "More bicycles"
    assert source.value(("basis", "anchor", "in")) is None
    assert source.place_of(("basis", "short")) == Place(BENEFITS, 8)
    assert source.place_of(("ask",)) == Place(BENEFITS, 4)
    assert source.version == version_of(benefits_of(harbour).read_bytes())


def test_the_sentence_on_what_briefs_summarize_is_a_block_too(harbour: Inputs) -> None:
    source = read_block_source(harbour, "about")
    assert (source.kind, source.path, source.at) == ("about", "seeds/harbour/report.yaml", ("about",))
    assert source.value(("text",)) == "Summarizes what some keepers asked the board."


def test_an_unknown_block_is_named(harbour: Inputs) -> None:
    with pytest.raises(UnknownName, match="unknown block"):
        read_block_source(harbour, "ben.none")


def test_a_block_is_found_in_the_file_that_it_was_moved_to(copied: Inputs) -> None:
    benefits_of(copied).rename(benefits_of(copied).with_name("moved.yaml"))
    assert read_block_source(copied, "ben.boats").path == "seeds/harbour/blocks/moved.yaml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: ben.boats", "id: ben.ships", 'the block "ben.boats" is no longer in seeds/harbour/blocks/benefits.yaml'),
        (
            "id: ben.waiting",
            "id: ben.boats",
            'two blocks have the id "ben.boats", seeds/harbour/blocks/benefits.yaml:4 and '
            "seeds/harbour/blocks/benefits.yaml:18",
        ),
    ],
)
def test_a_block_that_is_gone_or_there_twice_is_not_read(copied: Inputs, old: str, new: str, message: str) -> None:
    file = benefits_of(copied)
    file.write_text(file.read_text().replace(old, new))
    with pytest.raises(BriefsError, match=f"^{message}$"):
        read_block_source(copied, "ben.boats")


def test_a_file_that_is_no_yaml_is_not_read(copied: Inputs) -> None:
    benefits_of(copied).write_text("kind: benefit\nblocks: [\n")
    with pytest.raises(DocumentError):
        read_block_source(copied, "ben.boats")


def test_a_link_that_leads_out_of_the_project_is_not_followed(
    copied: Inputs, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside: Path = tmp_path_factory.mktemp("outside") / "benefits.yaml"
    benefits_of(copied).rename(outside)
    benefits_of(copied).symlink_to(outside)
    with pytest.raises(BriefsError, match=f"{BENEFITS} leads out of the project"):
        read_block_source(copied, "ben.boats")


def test_the_same_block_is_found_in_other_content(harbour: Inputs) -> None:
    source = read_block_source(harbour, "ben.boats")
    other = source_in(b"kind: benefit\nblocks:\n  - id: ben.boats\n    sort: direct\n", source)
    assert (other.at, other.fields["sort"]) == (("blocks", 0), "direct")
    with pytest.raises(BriefsError, match=r'"ben\.boats" is not in'):
        source_in(b"kind: benefit\nblocks: []\n", source)

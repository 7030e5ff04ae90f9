"""Which edition a name, a version or a file means."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.kept_library import kept_library
from briefs.pipeline.redline_editions import Choice, NamedEdition, named_edition
from briefs.verification.reading_apart import contents_of
from tests.cleared_harbour import CAPTAINS, copy_of_build
from tests.pipeline.test_tracing import changed
from tests.returned_files import edited


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here, which is faster; tests/verification/test_reading_apart.py reads them apart."""
    for module in ("read_verdict", "redline_editions"):
        monkeypatch.setattr(f"briefs.pipeline.{module}.read_apart", contents_of)


def named(name: str | Path, project: Path, choice: Choice = Choice()) -> NamedEdition:  # noqa: B008 - it is frozen
    return named_edition(str(name), project / "build", choice)


@pytest.mark.parametrize(
    "name",
    ["HB/CAP 1.0 cleared", "hb/cap  1.0 CLEARED", "HB-CAP_1.0_cleared", "HB-CAP_1.0_cleared.json.gz"],
)
def test_an_edition_is_named_by_its_identifier_in_any_spelling_or_by_its_file(name: str, cleared_harbour: Path) -> None:
    found = named(name, cleared_harbour)
    assert found.document.properties.identifier == "HB/CAP 1.0 cleared"
    assert found.report == "harbour"
    assert found.returned is None


@pytest.mark.parametrize("name", ["1.1", "v1.1", "1.1 cleared", "cleared 1.1"])
def test_a_version_is_enough_if_one_brief_has_it(name: str, cleared_harbour: Path) -> None:
    assert named(name, cleared_harbour).document.properties.identifier == "HB/CAP 1.1 cleared"


def test_of_several_briefs_with_a_version_one_is_chosen(cleared_harbour: Path) -> None:
    with pytest.raises(BriefsError, match=r'^"1.0" means several editions: HB/CAP 1.0 cleared, HB/CLE 1.0 cleared$'):
        named("1.0", cleared_harbour)
    chosen = named("1.0", cleared_harbour, Choice(audiences=("clerks",), products=("brief",)))
    assert chosen.brief[1].audience == "clerks"
    with pytest.raises(BriefsError, match=r'keeps no edition called "1.0"$'):
        named("1.0", cleared_harbour, Choice(report="another"))


def test_a_kept_edition_is_named_by_its_path_wherever_it_is(cleared_harbour: Path, tmp_path: Path) -> None:
    kept = Path(shutil.copy(cleared_harbour / "build/editions/HB-CAP_1.0_cleared.json.gz", tmp_path))
    assert named(kept, tmp_path).document.properties.version == "1.0"
    kept.write_bytes(b"not an edition")
    with pytest.raises(BriefsError, match=rf"^{kept} is not a kept edition, or is damaged$"):
        named(kept, tmp_path)


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_a_file_names_the_edition_that_it_is_of(suffix: str, cleared_harbour: Path) -> None:
    found = named(cleared_harbour / f"build/{CAPTAINS}_v1.1_cleared.{suffix}", cleared_harbour)
    assert (found.document.properties.version, found.returned) == ("1.1", None)


def test_a_file_that_says_something_else_is_a_returned_one(cleared_harbour: Path, tmp_path: Path) -> None:
    word = cleared_harbour / f"build/{CAPTAINS}_v1.1_cleared.docx"
    back = changed(word, tmp_path / "back.docx", ("much reduce", "hardly reduce"))
    found = named(back, cleared_harbour)
    assert (found.document.properties.version, found.returned) == ("1.1", back)


def test_what_cannot_be_used_is_told_in_one_line(cleared_harbour: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    other.write_bytes(b"something else")
    with pytest.raises(BriefsError, match=rf"^it is not known which edition {other} is a copy of$"):
        named(other, cleared_harbour)
    with pytest.raises(BriefsError, match=r"^gone.docx does not exist$"):
        named("gone.docx", cleared_harbour)
    empty = tmp_path / "empty.pdf"
    empty.touch()
    with pytest.raises(BriefsError, match=rf"^{empty} is empty$"):
        named(empty, cleared_harbour)


def test_an_edition_whose_document_is_gone_is_told(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    (build / "editions/HB-CAP_1.1_cleared.json.gz").unlink()
    with pytest.raises(BriefsError, match=r"HB-CAP_1\.1_cleared\.json\.gz is gone, or cannot be read$"):
        named_edition("1.1", build, Choice())


def test_an_unknown_name_is_told_with_those_that_are_known(cleared_harbour: Path, tmp_path: Path) -> None:
    with pytest.raises(BriefsError) as caught:
        named("0.9", cleared_harbour)
    assert caught.value.hint == "kept are HB/CAP 1.0 cleared, HB/CAP 1.1 cleared, HB/CLE 1.0 cleared"
    with pytest.raises(BriefsError) as caught:
        named_edition("0.9", tmp_path, Choice())
    assert caught.value.hint == "`briefs build` keeps each edition that it builds"
    assert kept_library(tmp_path, None).editions == []


@pytest.mark.parametrize("name", ["HB/CPA 1.0 cleared", "hb/cap 1.0", "HB/CAP  1.0 cleraed"])
def test_a_name_that_is_nearly_that_of_an_edition_gets_it_as_a_hint(name: str, cleared_harbour: Path) -> None:
    with pytest.raises(BriefsError, match="keeps no edition called") as caught:
        named_edition(name, cleared_harbour / "build", Choice())
    assert caught.value.hint == 'did you mean "HB/CAP 1.0 cleared"?'


def test_a_redline_is_no_edition(cleared_harbour: Path, tmp_path: Path) -> None:
    word = (cleared_harbour / f"build/{CAPTAINS}_v1.1_cleared.docx").read_bytes()
    path = tmp_path / "redline.docx"
    path.write_bytes(edited(word, lambda record: record.set("redline", "true"), "customXml/item1.xml"))
    with pytest.raises(BriefsError, match=rf"^{path} is a redline, and no edition$"):
        named(path, cleared_harbour)


def test_an_audience_or_a_product_that_no_edition_has_is_told_with_those_that_there_are(cleared_harbour: Path) -> None:
    for choice, of, known in (
        (Choice(audiences=("mayors",)), "audience", ("captains", "clerks")),
        (Choice(products=("leaflet",)), "product", ("brief",)),
    ):
        with pytest.raises(UnknownName) as caught:
            named("1.0", cleared_harbour, choice)
        assert (caught.value.of, caught.value.known) == (of, known)

"""Publishing cleared editions: what is in the folder, what stays when it is done again, what is refused."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from briefs.model.diagnostics import BriefsError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.publishing import Publication, PublicationOrder, publish
from briefs.publication.published_list import NAME
from tests.builders import contents
from tests.cleared_harbour import CAPTAINS, CLERKS, copy_of_build
from tests.projects import run

ATOM = "{http://www.w3.org/2005/Atom}"


def published(build: Path, site: Path, *audiences: str, **more: Any) -> Publication:
    return publish(PublicationOrder(build, site, audiences, **more))


@pytest.fixture
def site(cleared_harbour: Path, tmp_path: Path) -> Path:
    """A folder in which version 1.0 was published, and then 1.1."""
    published(cleared_harbour / "build-1.0", tmp_path / "site")
    published(cleared_harbour / "build", tmp_path / "site")
    return tmp_path / "site"


def texts(site: Path, path: str) -> list[str]:
    """What the elements at `path` in the index say."""
    root = html.document_fromstring((site / "index.html").read_bytes())
    return [" ".join("".join(map(str, one.itertext())).split()) for one in root.findall(f".//{path}")]


def test_the_page_of_a_brief_is_the_file_that_was_cleared(cleared_harbour: Path, site: Path) -> None:
    for name in (f"{CAPTAINS}_v1.1_cleared.html", f"{CLERKS}_v1.0_cleared.docx"):
        assert (site / name).read_bytes() == (cleared_harbour / "build" / name).read_bytes()


def test_the_index_leads_to_pages_first_and_names_other_formats_with_their_sizes(site: Path) -> None:
    assert texts(site, "h1") == ["Briefs by Harbour Board"]
    root = html.document_fromstring((site / "index.html").read_bytes())
    assert [one.get("href") for one in root.findall(".//h2/a")] == [
        f"{CAPTAINS}_v1.1_cleared.html",
        f"{CLERKS}_v1.0_cleared.html",
    ]
    captains = texts(site, "article/ul/li")[:3]
    assert [re.sub(r"\d+ kB", "… kB", text) for text in captains] == [
        "PDF, A4, 1 page, … kB",
        "PDF, large print, A4, 1 page, … kB",
        "Word, A4, … kB",
    ]
    assert "HB/CAP · 1 June 2010 · Version 1.1 · English" in texts(site, "p[@class='identity']")[0]


def test_the_index_says_what_has_changed_since_the_edition_before(site: Path) -> None:
    assert texts(site, "summary") == ["What has changed since version 1.0", "Earlier editions"]
    assert "Reworded" in texts(site, "details")[0]
    assert "Para 1: “Most keepers agreed that a shared timetable would much …”" in texts(site, "details")[0]


def test_links_are_relative_and_lead_to_files_that_are_there(site: Path) -> None:
    for page in [*site.glob("*.html")]:
        root = html.document_fromstring(page.read_bytes())
        for element in root.iter("a", "link"):
            address = str(element.get("href"))
            if not address.startswith(("#", "mailto:", "tel:")):
                assert (site / address).is_file(), f"{page.name}: {address}"
        assert not root.findall(".//script")


def test_addresses_of_earlier_editions_and_reference_numbers_lead_to_the_current_one(site: Path) -> None:
    for name in (f"{CAPTAINS}_v1.0_cleared.html", "HB-CAP.html"):
        root = html.document_fromstring((site / name).read_bytes())
        page = f"{CAPTAINS}_v1.1_cleared.html"
        assert root.find(".//meta[@http-equiv='refresh']").get("content") == f"0; url={page}"  # type: ignore[union-attr]
        assert root.find(".//link[@rel='canonical']").get("href") == page  # type: ignore[union-attr]
        assert [one.get("href") for one in root.iter("a")] == [page]


def test_files_of_earlier_editions_stay_where_they_were(cleared_harbour: Path, site: Path) -> None:
    name = f"{CAPTAINS}_v1.0_cleared.pdf"
    assert (site / name).read_bytes() == (cleared_harbour / "build-1.0" / name).read_bytes()
    assert name in (site / "index.html").read_text(encoding="utf-8")


def test_addresses_of_replaced_files_that_were_never_published_lead_to_the_current_edition(
    cleared_harbour: Path, tmp_path: Path
) -> None:
    published(cleared_harbour / "build", tmp_path / "site")
    assert (tmp_path / "site" / f"{CAPTAINS}_v1.0_cleared.html").is_file()
    assert not (tmp_path / "site" / f"{CAPTAINS}_v1.0_cleared.pdf").exists()


def test_the_feed_has_every_edition_with_a_permanent_id_and_the_date_of_the_edition(site: Path) -> None:
    feed = etree.fromstring((site / "feed.xml").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2010-06-01T00:00:00Z",
        "2010-05-04T00:00:00Z",
        "2010-05-04T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2010-06-01T00:00:00Z"
    ids = [str(entry.findtext(f"{ATOM}id")) for entry in entries]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one) for one in ids)
    said = "".join(str(text) for text in entries[0].find(f"{ATOM}content").itertext())  # type: ignore[union-attr]
    assert "What has changed since version 1.0" in said
    assert "would much" in said
    assert entries[0].find(f"{ATOM}link").get("href") == f"{CAPTAINS}_v1.1_cleared.html"  # type: ignore[union-attr]


def test_ids_of_the_feed_stay_when_more_is_published(cleared_harbour: Path, tmp_path: Path) -> None:
    def ids() -> list[str | None]:
        feed = etree.fromstring((tmp_path / "site/feed.xml").read_bytes())
        return [one.text for one in feed.iter(f"{ATOM}id")]

    published(cleared_harbour / "build-1.0", tmp_path / "site", "captains")
    before = ids()
    published(cleared_harbour / "build", tmp_path / "site")
    assert set(before) <= set(ids())
    assert ids()[0] == before[0]


def test_links_in_the_feed_are_absolute_where_the_address_of_the_folder_is_known(
    cleared_harbour: Path, tmp_path: Path
) -> None:
    published(cleared_harbour / "build", tmp_path / "site", url="https://www.example.org/briefs/")
    feed = etree.fromstring((tmp_path / "site/feed.xml").read_bytes())
    links = [str(one.get("href")) for one in feed.iter(f"{ATOM}link")]
    assert links
    assert all(link.startswith("https://www.example.org/briefs/") for link in links)


def test_checksums_are_those_of_all_files(site: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=site, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
    listed = {line.split("  ")[1] for line in (site / "SHA256SUMS").read_text().splitlines()}
    assert listed == {path.name for path in site.iterdir()} - {"SHA256SUMS", NAME}


def test_the_same_again_touches_nothing(cleared_harbour: Path, site: Path) -> None:
    before, times = contents(site), {path: path.stat().st_mtime_ns for path in site.iterdir()}
    done = published(cleared_harbour / "build", site)
    assert (done.written, done.removed) == ((), ())
    assert contents(site) == before
    assert {path: path.stat().st_mtime_ns for path in site.iterdir()} == times


def test_what_is_published_no_more_is_taken_away_and_its_page_leads_to_the_index(
    cleared_harbour: Path, site: Path
) -> None:
    done = published(cleared_harbour / "build", site, "captains")
    assert set(done.removed) == {f"{CLERKS}_v1.0_cleared.docx", f"{CLERKS}_v1.0_cleared.pdf"}
    page = (site / f"{CLERKS}_v1.0_cleared.html").read_text(encoding="utf-8")
    assert 'content="0; url=index.html"' in page
    assert "clerks" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_file_that_a_person_changed_is_not_overwritten(cleared_harbour: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    published(cleared_harbour / "build-1.0", site)
    (site / "index.html").write_text("mine")
    before = contents(site)
    with pytest.raises(BriefsError, match=r"index\.html was changed by hand and would be overwritten"):
        published(cleared_harbour / "build", site)
    assert contents(site) == before


def test_a_file_of_others_is_not_overwritten_and_others_stay(cleared_harbour: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "logo.svg").write_text("<svg/>")
    published(cleared_harbour / "build", site)
    assert (site / "logo.svg").read_text() == "<svg/>"
    other = tmp_path / "other"
    other.mkdir()
    (other / "feed.xml").write_text("theirs")
    with pytest.raises(BriefsError, match="is there already and would be overwritten"):
        published(cleared_harbour / "build", other)


def test_a_damaged_list_is_told(cleared_harbour: Path, site: Path) -> None:
    (site / NAME).write_text("{")
    with pytest.raises(BriefsError, match="is damaged"):
        published(cleared_harbour / "build", site)


def test_when_it_is_killed_among_files_the_next_run_completes_it(
    cleared_harbour: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    want = contents(site)
    other = tmp_path / "other"
    published(cleared_harbour / "build-1.0", other)
    replace, count = Path.replace, 0

    def failing(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == 4:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(KeyboardInterrupt):
            published(cleared_harbour / "build", other)
    published(cleared_harbour / "build", other)
    assert contents(other) == want


def test_a_full_disk_is_one_line_and_changes_nothing(
    cleared_harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    published(cleared_harbour / "build-1.0", tmp_path / "site")
    before = contents(tmp_path / "site")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BriefsError, match=r"cannot write .*: No space left on device") as error:
        published(cleared_harbour / "build", tmp_path / "site")
    assert error.value.hint == "nothing in it was changed"
    assert contents(tmp_path / "site") == before


def test_a_file_altered_since_clearing_is_refused(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    name = f"{CLERKS}_v1.0_cleared.pdf"
    (build / name).write_bytes((build / name).read_bytes() + b"\n")
    with pytest.raises(BriefsError, match=rf"{re.escape(name)} has been changed since it was built"):
        published(build, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    (build / name).unlink()
    with pytest.raises(BriefsError, match="cannot read"):
        published(build, tmp_path / "site")


def change_manifest(build: Path, change: Callable[[Any], None]) -> None:
    manifest = json.loads((build / "manifest.json").read_bytes())
    change(manifest)
    (build / "manifest.json").write_text(json.dumps(manifest))


def rewrite_kept(build: Path, version: str, change: Callable[[Any], None]) -> None:
    """Change the kept Document of the captains' edition, and the hashes of it in the manifest."""

    def change_entries(manifest: Any) -> None:
        edition = next(
            one for one in manifest["editions"] if (one["audience"], one["version"]) == ("captains", version)
        )
        kept = json.loads(gzip.decompress((build / edition["path"]).read_bytes()))
        change(kept["document"])
        content = gzip.compress(json.dumps(kept).encode(), mtime=0)
        (build / edition["path"]).write_bytes(content)
        old, edition["sha256"] = edition["sha256"], hashlib.sha256(content).hexdigest()
        for entry in manifest["files"] + manifest["superseded"]:
            if entry["edition"]["sha256"] == old:
                entry["edition"]["sha256"] = edition["sha256"]

    change_manifest(build, change_entries)


def test_what_is_not_for_everybody_is_refused_by_name(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    rewrite_kept(build, "1.1", lambda one: one["furniture"].update(distribution="Distribution:\u00a0Limited"))
    with pytest.raises(BriefsError, match='not published: the brief for captains says "Distribution: Limited"'):
        published(build, tmp_path / "site")
    assert len(published(build, tmp_path / "site", "clerks").editions) == 1


def test_an_edition_with_personal_copies_is_refused(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    rewrite_kept(build, "1.1", lambda one: one["furniture"].update(is_personal=True))
    with pytest.raises(BriefsError, match="the brief for captains has personal copies"):
        published(build, tmp_path / "site")


def test_nothing_is_said_of_an_earlier_edition_that_was_not_for_everybody(
    cleared_harbour: Path, tmp_path: Path
) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    rewrite_kept(build, "1.0", lambda one: one["furniture"].update(distribution="Distribution:\u00a0Restricted"))
    published(build, tmp_path / "site")
    assert "1.0" not in (tmp_path / "site/index.html").read_text().split("</article>")[0]
    assert not (tmp_path / "site" / f"{CAPTAINS}_v1.0_cleared.html").exists()


def test_drafts_are_refused(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)

    def make_drafts(manifest: Any) -> None:
        for entry in manifest["files"]:
            if entry["audience"] == "clerks":
                entry["status"] = "draft"

    change_manifest(build, make_drafts)
    with pytest.raises(BriefsError, match="the brief for clerks is only a draft"):
        published(build, tmp_path / "site")


def test_formats_that_may_say_different_things_are_refused(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)

    def mix(manifest: Any) -> None:
        pages = [one for one in manifest["files"] if one["audience"] == "captains" and one["format"] == "html"]
        clerks = next(one for one in manifest["files"] if one["audience"] == "clerks")
        pages[0]["edition"] = clerks["edition"]
        pages[0]["version"] = "1.1"

    change_manifest(build, mix)
    with pytest.raises(BriefsError, match="are not all of one edition"):
        published(build, tmp_path / "site")


def test_without_a_web_page_there_is_nothing_to_publish(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    change_manifest(build, lambda one: one.update(files=[file for file in one["files"] if file["format"] != "html"]))
    with pytest.raises(BriefsError, match="there is no web page of the brief for captains"):
        published(build, tmp_path / "site")


def test_wrong_names_and_folders_are_told(cleared_harbour: Path, tmp_path: Path) -> None:
    build = cleared_harbour / "build"
    with pytest.raises(UnknownName):
        published(build, tmp_path / "site", "captain")
    with pytest.raises(UnknownName):
        published(build, tmp_path / "site", report="harbor")
    with pytest.raises(UnknownName):
        published(build, tmp_path / "site", products=("checklist",))
    with pytest.raises(BriefsError, match=r"there is no manifest\.json in"):
        published(tmp_path / "nothing", tmp_path / "site")
    for output in (build, build / "site", cleared_harbour):
        with pytest.raises(BriefsError, match=r"holds the build|in it"):
            published(build, output)
    for output in (cleared_harbour / "seeds", cleared_harbour / "templates/site"):
        with pytest.raises(BriefsError, match="holds what briefs are made from"):
            published(build, output, project=cleared_harbour)
    (tmp_path / "file").write_text("")
    with pytest.raises(BriefsError, match="is a file"):
        published(build, tmp_path / "file")


def test_the_command_says_what_it_published(
    cleared_harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    call = ["publish", "--output", str(tmp_path / "site"), "--title", "All  briefs"]
    assert run(cleared_harbour, *call) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"published 2 briefs in {tmp_path / 'site'}; open {tmp_path / 'site' / 'index.html'}",
        f"  {CAPTAINS}_v1.1_cleared.html: What a timetable could change",
        f"  {CLERKS}_v1.0_cleared.html: What a timetable could change",
    ]
    assert texts(tmp_path / "site", "h1") == ["All briefs"]
    assert run(cleared_harbour, *call) == 0
    assert capsys.readouterr().out == f"nothing has changed: 2 briefs in {tmp_path / 'site'}\n"
    assert run(cleared_harbour, *call, "--audience", "captains") == 0
    assert "removed what is published no more: harbour_brief-clerks" in capsys.readouterr().out

"""A build that would do once more what the last one did: nothing is done, and the same is said."""

from __future__ import annotations

import marshal
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import docx
import pytest

from briefs.cli import call_records, unchanged
from briefs.cli.call_records import save_record, settle_record
from briefs.cli.running import run
from briefs.cli.unchanged import Call
from briefs.render.reference.starter_document import new_reference
from tests.builders import REPOSITORY, TEMPLATES, contents, write_files, write_project
from tests.time_limit import time_limit

HEAVY = ("argparse", "docx", "jinja2", "json", "lxml", "pathlib", "pikepdf", "pydantic", "weasyprint", "yaml")
NOTE = "nothing has changed since the last build\n"


def letterhead(path: Path, font: str) -> None:
    """A reference document that sets titles in `font`."""
    path.write_bytes(new_reference())
    opened = docx.Document(str(path))
    opened.styles["Title"].font.name = font
    opened.save(str(path))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The current folder: a project whose brief for clerks was built with a warning, and the record of that."""
    root = tmp_path_factory.mktemp("project")
    clerks = TEMPLATES["clerks"].replace("---\n", "---\nreference: letterhead.docx\n", 1)
    write_project(root, templates={**TEMPLATES, "clerks": clerks})
    letterhead(root / "letterhead.docx", "Gotham")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.chdir(root)
        yield root


def arguments(*more: str) -> list[str]:
    return ["build", "--audience", "clerks", "--format", "docx", *more]


@pytest.fixture(scope="module")
def record(root: Path) -> Path:
    """The record of the build."""
    call = Call(arguments())
    assert run(arguments(), call) == 0
    return Path(call.path)


def printed() -> tuple[str, str] | None:
    """What the same build printed, to standard output and error, if nothing is to be done."""
    return Call(arguments()).repeated()


@pytest.mark.parametrize("more", [[], ["--quiet"], ["--json"]], ids=str)
def test_what_was_printed_is_printed_again_with_warnings(
    root: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    elsewhere = arguments("--output", "elsewhere", *more)
    assert run(elsewhere, Call(elsewhere)) == 0
    first = capsys.readouterr()
    assert "reference-font" in first.out + first.err
    assert Call(elsewhere).repeated() == (first.out, first.err)


def test_a_record_that_is_too_large_to_be_one_is_not_read(root: Path, record: Path) -> None:
    content = record.read_bytes()
    os.truncate(record, 2_000_000_000)
    assert printed() is None
    record.write_bytes(content)


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def another_byte(path: Path) -> None:
    """A change that leaves size and time as they are."""
    found = path.stat()
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


CHANGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "the report": ("seeds/harbour/report.txt", append),
    "its hints": ("seeds/harbour/report.yaml", append),
    "blocks": ("seeds/harbour/blocks/fact.yaml", append),
    "another report": ("seeds/quay/report.yaml", Path.touch),
    "another file of blocks": ("seeds/harbour/blocks/new.yaml", Path.touch),
    "the template": ("templates/clerks.md", append),
    "the template, in no time": ("templates/clerks.md", another_byte),
    "the template of another brief": ("templates/captains.md", append),
    "a template less": ("templates/captains.md", Path.unlink),
    "the house": ("templates/house.yaml", append),
    "a block template": ("templates/blocks/statements.html", append),
    "a block template more": ("templates/blocks/new.html", Path.touch),
    "a style sheet": ("templates/layout/print.css", append),
    "another style sheet": ("templates/layout/screen.css", append),
    "a font": ("templates/layout/fonts/Carlito-Regular.ttf", another_byte),
    "a font less": ("templates/layout/fonts/DejaVuSans.ttf", Path.unlink),
    "what fonts there are": ("templates/layout/fonts/fonts.conf", append),
    "the reference document": ("letterhead.docx", append),
    "another reference document in its place": ("templates/layout/letterhead.docx", Path.touch),
    "what was built": ("build/harbour_brief-clerks_v0.1_draft.docx", another_byte),
    "what was built is gone": ("build/harbour_brief-clerks_v0.1_draft.docx", Path.unlink),
    "the manifest": ("build/manifest.json", append),
    "the manifest is gone": ("build/manifest.json", Path.unlink),
}


@pytest.mark.parametrize(("path", "change"), CHANGES.values(), ids=CHANGES)
def test_every_change_is_noticed(root: Path, record: Path, path: str, change: Callable[[Path], object]) -> None:
    file = root / path
    before = file.read_bytes() if file.exists() else None
    target = file.resolve()
    folder = file.parent.exists()
    if before is not None and file.stat().st_nlink > 1:  # other projects have the same fonts
        shutil.copy(target, root / "copy")
        (root / "copy").replace(file)
    file.parent.mkdir(exist_ok=True)
    assert (before is None) or printed() is not None
    change(file)
    try:
        assert printed() is None
    finally:
        file.unlink(missing_ok=True)
        if before is not None:
            file.write_bytes(before)
        elif not folder:
            file.parent.rmdir()
    assert printed() is not None


def leads_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("templates/extra.md", leads_nowhere),
        ("templates/dir.md", Path.mkdir),
        ("seeds/harbour/blocks/zz.yaml", leads_nowhere),
        ("seeds/harbour/blocks/zz.yaml", Path.mkdir),
        ("seeds/water", Path.mkdir),
        ("templates/pipe.md", os.mkfifo),
    ],
)
def test_what_is_no_file_is_noticed_too(root: Path, record: Path, path: str, make: Callable[[Path], object]) -> None:
    assert printed() is not None
    make(root / path)
    try:
        assert printed() is None
    finally:
        remove = Path.rmdir if (root / path).is_dir() else Path.unlink
        remove(root / path)
    assert printed() is not None


@pytest.mark.slow
def test_what_cannot_be_read_fails_after_a_build_that_went_well(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    shutil.copytree(REPOSITORY / "briefs", tmp_path / "briefs", ignore=shutil.ignore_patterns("__pycache__"))
    order = ("build", "--audience", "clerks", "--format", "html", "--quiet")
    assert program(root, tmp_path, *order).returncode == 0
    assert loaded(program(root, tmp_path, *order)).isdisjoint(HEAVY)
    (root / "templates/extra.md").symlink_to("nowhere")
    failed = program(root, tmp_path, *order)
    assert (failed.returncode, said(failed)) == (
        1,
        "error: cannot read templates/extra.md: No such file or directory\n",
    )


def test_folders_and_links_that_a_build_met_are_no_change(root: Path, tmp_path: Path) -> None:
    (tmp_path / "templates/empty").mkdir(parents=True)
    (tmp_path / "templates/notes.txt").symlink_to(tmp_path / "notes.txt")
    folders = [str(tmp_path / "templates")]
    call = Call(["build", "with", "folders"])
    call.start += unchanged.GRAIN
    save_record(call, folders, unchanged.hashes(folders) or {}, {}, ("", ""))
    assert call.repeated() == ("", "")
    (tmp_path / "templates/empty/.swap").touch()
    assert call.repeated() == ("", "")
    (tmp_path / "notes.txt").touch()
    assert call.repeated() is None


@pytest.mark.parametrize("path", ["templates/.swap", "build/notes.txt"])
def test_what_no_brief_is_made_of_changes_nothing(root: Path, record: Path, path: str) -> None:
    (root / path).touch()
    assert printed() is not None


@pytest.mark.parametrize("more", [["--status", "cleared"], ["--json"], ["--paper", "letter"], ["--format", "pdf"]])
def test_another_call_is_not_the_same(root: Path, record: Path, more: list[str]) -> None:
    assert Call(arguments(*more)).repeated() is None


def test_the_environment_may_shape_what_is_built(
    root: Path, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM_SESSION", "another")
    assert printed() is not None
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert printed() is None


def test_another_version_of_a_library_is_noticed(
    root: Path, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    assert run(arguments("--quiet"), Call(arguments("--quiet"))) == 0
    assert Call(arguments("--quiet")).repeated() is not None
    (site / "weasyprint-71.0.dist-info").mkdir()
    assert Call(arguments("--quiet")).repeated() is None


@pytest.mark.parametrize("content", [b"", b"\xff\n", b"0" * 64 + b"\nabc"])
def test_a_record_that_is_none_is_no_reason_to_fail(root: Path, record: Path, content: bytes) -> None:
    before = record.read_bytes()
    record.write_bytes(content)
    try:
        assert printed() is None
    finally:
        record.write_bytes(before)


def test_a_pipe_in_place_of_the_record_is_not_waited_for(root: Path, record: Path) -> None:
    before = record.read_bytes()
    record.unlink()
    os.mkfifo(record)
    try:
        with time_limit(10):
            assert printed() is None
    finally:
        record.unlink()
        record.write_bytes(before)


NO_RECORDS: dict[str, bytes] = {
    "nothing": b"",
    "cut short": marshal.dumps(("versions", "folders"))[:-3],
    "of another format": b"abc",
    "no parts": marshal.dumps(5),
    "parts missing": marshal.dumps(([], [])),
    "parts of other types": marshal.dumps((({}, unchanged.library_versions()), 5, 5, 5, 5, 5, 5)),
    "files of other types": marshal.dumps((({}, unchanged.library_versions()), [], {}, [], [], [("path",)], ("", ""))),
    "one stream": marshal.dumps((({}, unchanged.library_versions()), [], {}, [], [], [], ("",))),
    "no streams": marshal.dumps((({}, unchanged.library_versions()), [], {}, [], [], [], None)),
}


@pytest.mark.parametrize("payload", NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_is_no_record_is_taken_as_none_although_its_digest_holds(root: Path, record: Path, payload: bytes) -> None:
    before = record.read_bytes()
    record.write_bytes(unchanged.checksum(str(record), payload).encode() + b"\n" + payload)
    try:
        assert printed() is None
    finally:
        record.write_bytes(before)
    assert printed() is not None


def test_the_record_of_another_call_is_none_of_this_one(root: Path, record: Path) -> None:
    other = Call(arguments("--verbose"))
    assert other.path != str(record)
    Path(other.path).write_bytes(record.read_bytes())
    try:
        assert other.repeated() is None
    finally:
        Path(other.path).unlink()
    assert printed() is not None


def test_what_changes_during_a_build_leaves_no_record(root: Path, record: Path, tmp_path: Path) -> None:
    call = Call(arguments("--verbose"))
    house = root / "templates/house.yaml"
    made_from = unchanged.hashes(["templates"])
    assert made_from is not None
    house.write_bytes(house.read_bytes())
    save_record(call, ["templates"], made_from, {}, ("", ""))
    assert not Path(call.path).exists()


@pytest.mark.parametrize("kind", ["letterhead.docx", "far"])
def test_what_is_too_much_to_be_hashed_leaves_no_record(
    kind: str, root: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a reference document that has changed, or a brief that is gone, would not be seen."""

    def hashes(folders: Iterable[str], files: Iterable[str] = ()) -> dict[str, str] | None:
        files = list(files)
        is_too_much = not list(folders) and any(kind in Path(file).parts for file in files)
        return None if is_too_much else unchanged.hashes(folders, files)

    monkeypatch.setattr("briefs.cli.build.hashes", hashes)
    call = Call(arguments("--output", "far"))
    assert run(arguments("--output", "far"), call) == 0
    assert not Path(call.path).exists()


def test_the_state_of_a_file_is_trusted_only_once_it_is_old(root: Path) -> None:
    """An edit right after another may leave size and times as they were, where the clock of a disk is coarse."""
    call = Call(arguments("--json"))
    (root / "old").touch()
    changed = (root / "old").stat().st_ctime
    for seconds, trusted in ((unchanged.GRAIN - 1, False), (unchanged.GRAIN + 1, True)):
        call.start = changed + seconds
        save_record(call, [], {"old": "of other content"}, {}, ("", ""))
        assert (call.repeated() == ("", "")) is trusted


def test_only_the_last_records_are_kept(root: Path) -> None:
    for number in range(call_records.MOST + 3):
        save_record(Call(["build", str(number)]), [], {}, {}, ("", ""))
    assert len([path for path in Path(Call([]).folder).iterdir() if path.is_file()]) == call_records.MOST
    assert Call(["build", "0"]).repeated() is None
    assert Call(["build", str(call_records.MOST)]).repeated() == ("", "")


def test_only_records_are_removed_and_one_that_cannot_be_keeps_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "briefs"
    foreign = ["notes.txt", "a" * 63, "A" * 64, "a" * 64 + "-", "a" * 64 + "-copy"]
    stuck, record, unfinished = "0" * 64, "1" * 64, "2" * 64 + "-17"
    write_files(folder, dict.fromkeys([*foreign, stuck, record, unfinished], ""), "")
    (folder / ("b" * 64)).mkdir()
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    remove = os.remove

    def removed(path: str) -> None:
        if path == str(folder / stuck):
            raise PermissionError(path)
        remove(path)

    monkeypatch.setattr(os, "remove", removed)
    for number in range(call_records.MOST):
        save_record(Call(["build", str(number)]), [], {}, {}, ("", ""))
    kept = {path.name for path in folder.iterdir()}
    records = {Path(Call(["build", str(number)]).path).name for number in range(call_records.MOST)}
    assert kept == {*foreign, "b" * 64, stuck, *records}


@pytest.mark.parametrize("named", ["", "caches", "./caches", "~/caches"])
def test_records_lie_in_the_cache_of_the_user_unless_another_is_named_from_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert Call([]).folder == str(tmp_path / ".cache/briefs")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert Call([]).folder == str(tmp_path / "caches/briefs")


def test_a_build_without_a_place_for_its_record_is_built(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    call = Call(arguments())
    save_record(call, [], {}, {}, ("", ""))
    assert call.repeated() is None


def program(
    root: Path, folder: Path, *arguments: str, stdout: int | IO[str] = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """`python -m briefs` in `root`, as the package in `folder`, telling each module that is loaded."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-X", "importtime", "-m", "briefs", *arguments]
    return subprocess.run(command, cwd=root, env=environment, stdout=stdout, stderr=subprocess.PIPE, text=True)


def loaded(done: subprocess.CompletedProcess[str]) -> set[str]:
    return {name.partition(".")[0] for name in re.findall(r"^import time:.*\| +(\S+)$", done.stderr, re.MULTILINE)}


def said(done: subprocess.CompletedProcess[str]) -> str:
    return "".join(line for line in done.stderr.splitlines(keepends=True) if not line.startswith("import time:"))


def test_the_second_time_nothing_is_loaded_and_nothing_written(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    shutil.copytree(REPOSITORY / "briefs", tmp_path / "briefs", ignore=shutil.ignore_patterns("__pycache__"))
    order = ("build", "--audience", "clerks", "--format", "html", "--verbose")

    first = program(root, tmp_path, *order)
    built, times = contents(root / "build"), [path.stat().st_mtime_ns for path in (root / "build").iterdir()]
    assert loaded(first) >= {"pydantic", "weasyprint"}
    assert said(first).endswith("clerks: writing html\nclerks: reading what was written\nwriting\n")

    second = program(root, tmp_path, *order)
    assert loaded(second).isdisjoint(HEAVY)
    assert (second.returncode, second.stdout, said(second)) == (first.returncode, first.stdout, NOTE)
    assert times == [path.stat().st_mtime_ns for path in (root / "build").iterdir()]

    if Path("/dev/full").exists():
        with Path("/dev/full").open("w") as full:
            ended = program(root, tmp_path, *order, stdout=full)
        assert ended.returncode == 1
        reason = "No space left on device; build has the new build all the same"
        assert said(ended).endswith(f"error: standard output: {reason}\n")

    version = tmp_path / "briefs" / "__init__.py"
    version.write_text(version.read_text().replace('__version__ = "0.', '__version__ = "9.'))
    third = program(root, tmp_path, *order)
    assert said(third).endswith("clerks: writing html\nclerks: reading what was written\nwriting\n")
    assert '"briefs": "9.' in contents(root / "build")["manifest.json"].decode()
    assert contents(root / "build").keys() == built.keys()


def test_a_program_with_another_file_is_another_one_whichever_process_used_it(
    root: Path, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept may rest on modules and lexicons that this process has not loaded."""
    module = tmp_path / "briefs" / "cli" / "unchanged.py"
    lexicon = tmp_path / "briefs" / "text" / "words.yaml"
    write_files(lexicon.parent, {"words": "one: two"}, ".yaml")
    write_files(module.parent, {"unchanged": ""}, ".py")
    monkeypatch.setattr(call_records, "PROGRAM", str(tmp_path / "briefs"))
    call = Call(arguments("--quiet"))
    call.start += unchanged.GRAIN
    save_record(call, [], {}, {}, ("", ""))
    (module.parent / "__pycache__").mkdir()
    assert call.repeated() == ("", "")
    another_byte(lexicon)
    assert call.repeated() is None
    call.start += unchanged.GRAIN
    save_record(call, [], {}, {}, ("", ""))
    assert call.repeated() == ("", "")
    (lexicon.parent / "more.yaml").touch()
    assert call.repeated() is None


def test_shared_libraries_of_another_process_count_too(root: Path, tmp_path: Path) -> None:
    library = tmp_path / "libpango.so"
    library.touch()
    call = Call(arguments("--quiet"))
    call.start += unchanged.GRAIN
    save_record(call, [], {}, {}, ("", ""), [str(library)])
    assert call.repeated() == ("", "")
    append(library)
    assert call.repeated() is None


def test_what_a_build_found_in_its_folder_is_said_once(root: Path, record: Path) -> None:
    order = arguments("--output", "edited")
    assert run(order) == 0
    brief = root / "edited/harbour_brief-clerks_v0.1_draft.docx"
    brief.write_bytes(brief.read_bytes() + b"edited")
    assert run(order, Call(order)) == 0
    assert Call(order).repeated() is None
    assert run(order, Call(order)) == 0
    again = Call(order).repeated()
    assert again is not None
    assert "output-edited" not in "".join(again)


def test_a_check_is_repeated_until_something_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path / "project")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(root)
    assert run(["check"], Call(["check"])) == 0
    printed = capsys.readouterr()
    monkeypatch.setattr(unchanged, "GRAIN", 0.0)
    assert Call(["check"]).repeated() == (printed.out, printed.err)
    assert Call(["check", "--strict"]).repeated() is None
    (root / "templates" / "captains.md").write_text("changed", encoding="utf-8")
    assert Call(["check"]).repeated() is None


def test_a_check_that_found_mistakes_is_run_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path / "project", templates={"captains": "no template"})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(root)
    assert run(["check"], Call(["check"])) == 1
    assert Call(["check"]).repeated() is None


def test_folders_that_lead_round_and_round_are_not_walked_through_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/one").symlink_to(".")
    (tmp_path / "seeds/two").symlink_to(".")
    assert unchanged.hashes([str(tmp_path / "seeds")]) is None


def test_neither_pipes_nor_large_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert unchanged.hashes([str(tmp_path)]) == {str(tmp_path / "pipe"): "neither a file nor a folder"}
    monkeypatch.setattr(unchanged, "LARGEST_SUM", 5)
    for name in "ab":
        (tmp_path / name).write_bytes(b"123")
    assert unchanged.hashes([str(tmp_path)]) is None


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
def test_a_file_that_cannot_be_read_to_its_end_leaves_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.yaml").symlink_to("/proc/self/mem")
    assert unchanged.hashes([str(tmp_path)]) is None
    (tmp_path / "report.yaml").unlink()
    (tmp_path / "report.yaml").symlink_to("/proc/self/status")  # it says that it is empty
    assert unchanged.hashes([str(tmp_path)]) is not None
    monkeypatch.setattr(unchanged, "LARGEST_SUM", 5)
    assert unchanged.hashes([str(tmp_path)]) is None


def test_what_had_just_been_made_is_known_by_its_state_later(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call = Call(arguments("--output", str(root / "settled")))
    assert run(arguments("--output", str(root / "settled")), call) == 0
    hashed, hash_of = list[str](), unchanged.hash_of

    def told(path: str) -> str:
        hashed.append(path)
        return hash_of(path)

    with monkeypatch.context() as patch:
        patch.setattr(unchanged, "hash_of", told)
        assert call.repeated() is not None
        assert call.unsettled is None
        assert any(path.endswith(".docx") for path in hashed)
        later = Call(arguments("--output", str(root / "settled")))
        later.start += 60
        before = Path(later.path).read_bytes()
        assert later.repeated() is not None
        settle_record(later)
        assert Path(later.path).read_bytes() != before
        hashed.clear()
        assert later.repeated() is not None
        assert [path for path in hashed if Path(path).is_file()] == [], "folders, and what is not there, cost nothing"
    (made,) = (root / "settled").glob("*.docx")
    made.write_bytes(made.read_bytes() + b"\n")
    assert later.repeated() is None


def test_a_file_is_read_again_only_if_its_state_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, hash_of = list[str](), unchanged.hash_of

    def told(path: str) -> str:
        read.append(path)
        return hash_of(path)

    file = tmp_path / "report.yaml"
    file.write_text("one")
    monkeypatch.setattr(unchanged, "hash_of", told)
    first = unchanged.hashes([str(tmp_path)])
    assert unchanged.hashes([str(tmp_path)]) == first
    assert read == [str(file)] * 2  # it is so new that another change might not show
    monkeypatch.setattr(unchanged, "GRAIN", -60.0)
    assert [unchanged.hashes([str(tmp_path)]) for _ in range(3)] == [first] * 3
    assert len(read) == 3
    file.write_text("two")
    assert unchanged.hashes([str(tmp_path)]) != first

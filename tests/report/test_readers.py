"""What can be wrong with a report's folder, each with the whole of what is said."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.report import readers
from briefs.report.readers import read_report
from tests.report.builders import ABOUT

PUT_HERE = "put the report here under the name report, as in report.docx or report.txt"


def said(project: Path, report: bytes | None, hints: str | None = "") -> list[str]:
    """The diagnostics for a report and its hints, as printed."""
    folder = project / "seeds" / "x"
    folder.mkdir(parents=True)
    if report is not None:
        (folder / "report.txt").write_bytes(report)
    if hints is not None:
        (folder / "report.yaml").write_text(ABOUT + hints, encoding="utf-8")
    return said_of(folder, project)


def said_of(folder: Path, project: Path) -> list[str]:
    """The diagnostics for the report in `folder`, as printed, whether it can be read or not."""
    try:
        problems = read_report(folder, project).problems
    except DocumentError as error:
        problems = error.diagnostics
    return [str(problem) for problem in problems]


def test_a_report_and_its_hints_are_read(tmp_path: Path) -> None:
    content = b"Text.\n"
    assert said(tmp_path, content, f"sha256: {hashlib.sha256(content).hexdigest()}\n") == []
    read = read_report(tmp_path / "seeds" / "x", tmp_path).or_raise()
    report, hints = read.report, read.hints
    assert (report.title, report.path, report.line_count) == ("A report", "seeds/x/report.txt", 1)
    assert report.sha256 == hints.sha256


@pytest.mark.parametrize("ending", ["html", "htm", "xhtml"])
def test_web_pages_are_read_by_all_their_endings(tmp_path: Path, ending: str) -> None:
    said(tmp_path, None)
    folder = tmp_path / "seeds" / "x"
    (folder / f"report.{ending}").write_text("<h1>One</h1><p>Text.</p>", encoding="utf-8")
    report = read_report(folder, tmp_path).or_raise().report
    assert [type(node).__name__ for node in report.nodes()] == ["Section", "Paragraph"]


def test_a_folder_without_a_report_says_what_to_put_there(tmp_path: Path) -> None:
    assert said(tmp_path, None) == [
        f"seeds/x: error: the folder contains no report [report-missing]\n  hint: {PUT_HERE}"
    ]


def test_a_folder_that_is_not_there_lacks_both_files(tmp_path: Path) -> None:
    assert said_of(tmp_path / "seeds" / "y", tmp_path) == [
        "seeds/y/report.yaml: error: the file does not exist [file-missing]\n"
        "  hint: add it, with the report's `title`, `issuer` and `citation`",
        f"seeds/y: error: the folder contains no report [report-missing]\n  hint: {PUT_HERE}",
    ]


@pytest.mark.parametrize("content", [b"", b" \n\n\t\n", b"\xef\xbb\xbf\n", b"\xc2\xa0\n"])
def test_a_report_without_text_is_empty(tmp_path: Path, content: bytes) -> None:
    assert said(tmp_path, content) == [
        "seeds/x/report.txt: error: the report is empty [report-empty]\n"
        "  hint: put the report, as received, in its place"
    ]


def test_a_report_that_is_not_utf_8_is_named_with_line_and_byte(tmp_path: Path) -> None:
    assert said(tmp_path, "First.\n\nA café.\n".encode("latin-1")) == [
        "seeds/x/report.txt:3: error: byte 6 of the line (0xe9) is not UTF-8 [report-encoding]\n"
        "  hint: save the file with the encoding UTF-8; it seems to be saved as Windows-1252 (ANSI), in which this is "
        '"é" in "café."'
    ]


def test_a_changed_report_says_how_to_accept_it_and_is_still_read(tmp_path: Path) -> None:
    assert said(tmp_path, b"New.\n", f"sha256: {'0' * 64}\n") == [
        "seeds/x/report.yaml:4: error: seeds/x/report.txt is no longer the report that the blocks were drawn from "
        "[report-changed]\n"
        "  hint: put the old report back or, to accept the new one, write here\n"
        f"    sha256: {hashlib.sha256(b'New.' + bytes([10])).hexdigest()}"
    ]
    report = read_report(tmp_path / "seeds" / "x", tmp_path).value.report
    assert len(report.children) == 1


def test_hints_that_the_report_lacks_are_all_reported_with_the_nearest_line(tmp_path: Path) -> None:
    hints = (
        "outline:\n"
        "  - {text: Introduction, level: 1, label: I}\n"
        "  - {text: The Global Forum, level: 2, label: Forum}\n"
        "  - {text: Annex, level: 1, label: A}\n"
        "quotations:\n"
        "  - {text: There is a void and, role: pull}\n"
        "  - {text: There is no void, role: epigraph, attribution: Roundtable participant}\n"
        "signatures: [Mr. Johann]\n"
        "tables:\n"
        "  - {section: Annexe, columns: [a, b]}\n"
        "  - {section: Annex, columns: [a, b, c], endings: [Rome, Paris]}\n"
    )
    text = (
        "Introduction\n\nThe Global Forums\n\nText.\n\nThere is no void\n- Participant\n\nMr. Johan\n\n"
        "Annex\n\nA\tHead Rome\nB\tHead Berlin\n"
    )
    assert said(tmp_path, text.encode(), hints) == [
        'seeds/x/report.yaml:6: error: the report has no heading "The Global Forum" [hint-not-found]\n'
        '  hint: nearest is line 3, "The Global Forums"',
        'seeds/x/report.yaml:9: error: no line begins with "There is a void and" [hint-not-found]\n'
        '  hint: nearest is line 7, "There is no void"',
        'seeds/x/report.yaml:10: error: the line below the quotation of line 7 is not "Roundtable participant" '
        "[hint-not-found]\n"
        '  hint: nearest is line 8, "- Participant"',
        'seeds/x/report.yaml:11: error: no line begins with "Mr. Johann" [hint-not-found]\n'
        '  hint: nearest is line 10, "Mr. Johan"',
        'seeds/x/report.yaml:13: error: the outline has no heading "Annexe" [hint-not-found]\n'
        '  hint: did you mean "Annex"?',
        "seeds/x/report.txt:15: error: the row cannot be divided into a, b, c [row-unsplit]\n"
        '  hint: add the c at the end of "Head Berlin" to `endings` in seeds/x/report.yaml',
        'seeds/x/report.yaml:14: error: no row ends with "Paris" [hint-not-found]\n'
        "  hint: remove it, or correct its spelling",
    ]


def test_a_heading_out_of_order_is_shown_where_it_stands(tmp_path: Path) -> None:
    hints = "outline:\n" + "".join(f"  - {{text: {t}, level: 1, label: {t}}}\n" for t in ("B", "C", "A"))
    assert said(tmp_path, b"A\n\nB\n\nC\n", hints) == [
        'seeds/x/report.yaml:7: error: the report has no heading "A" [hint-not-found]\n'
        "  hint: it is on line 1: keep the order of the report"
    ]


def test_wrong_hints_are_reported_with_a_missing_report(tmp_path: Path) -> None:
    hints = "outlines: []\nsha256: abc\nformat: txt\nnames: {section: A, column: b, part: capital}\n"
    assert said(tmp_path, None, hints) == [
        'seeds/x/report.yaml:4: error: unknown field "outlines" [field-unknown]\n  hint: did you mean "outline"?\n'
        "    outline: []",
        'seeds/x/report.yaml:5: error: "sha256": a fingerprint has 64 digits and letters from a to f [field-invalid]\n'
        "  hint: leave it out: the build gives the right one",
        'seeds/x/report.yaml:7: error: "names part" must be capitals or all, not "capital" [field-invalid]\n'
        "  hint: write\n    part: capitals",
        "seeds/x: error: the folder contains no report [report-missing]\n  hint: put the report here as report.txt",
    ]


def test_an_unknown_format_is_reported_with_those_that_are_known(tmp_path: Path) -> None:
    assert said(tmp_path, b"A\n", "format: text\n") == [
        'seeds/x/report.yaml:4: error: a report cannot be read in the format "text" [field-invalid]\n'
        '  hint: did you mean "txt"?'
    ]


def test_of_several_reports_the_format_says_which_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(readers.READERS, ".md", readers.READERS[".txt"])
    folder = tmp_path / "seeds" / "x"
    assert said(tmp_path, b"Plain.\n") == []
    (folder / "report.md").write_bytes(b"Marked.\n")
    assert said_of(folder, tmp_path) == [
        "seeds/x: error: the folder contains several reports: report.txt, report.md [report-missing]\n"
        "  hint: name the one to read with `format` in report.yaml"
    ]
    (folder / "report.yaml").write_text(ABOUT + "format: md\n", encoding="utf-8")
    assert read_report(folder, tmp_path).or_raise().report.path == "seeds/x/report.md"


def test_everything_that_is_wrong_is_said_at_once_and_can_be_raised(tmp_path: Path) -> None:
    expected = said(tmp_path, b"A\n", f"sha256: {'0' * 64}\nsignatures: [B]\n")
    checked = read_report(tmp_path / "seeds" / "x", tmp_path)
    assert [problem.code for problem in checked.problems] == ["report-changed", "hint-not-found"]
    with pytest.raises(DocumentError) as caught:
        checked.or_raise()
    assert [str(problem) for problem in caught.value.diagnostics] == expected


def test_a_changed_report_that_cannot_be_decoded_is_both(tmp_path: Path) -> None:
    found = said(tmp_path, b"caf\xe9\n", f"sha256: {'0' * 64}\n")
    assert [line.partition("[")[2].partition("]")[0] for line in found] == ["report-changed", "report-encoding"]

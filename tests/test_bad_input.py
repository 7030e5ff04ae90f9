"""Every kind of bad input through the whole program: what is printed, exit code 1, and `build/` as it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders import BLOCKS, HINTS, HOUSE, REPORT, TEMPLATES, contents, front, write_project
from tests.projects import run
from tests.sampling import every

Capture = pytest.CaptureFixture[str]


def built(root: Path, capsys: Capture) -> dict[str, bytes]:
    """The contents of a build of the tiny project."""
    assert run(root, "build", "--audience", "clerks", "--format", "html") == 0
    capsys.readouterr()
    return contents(root / "build")


def refused(root: Path, capsys: Capture, *options: str) -> str:
    """What a build that fails says on standard error, less the last line, which counts errors."""
    assert run(root, "build", "--format", "html", *options) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    said, _, count = printed.err.rstrip("\n").rpartition("\n")
    errors = said.count(": error: ")
    assert count == f"{errors} error{'s' if errors != 1 else ''}; nothing was written"
    return said


def put(root: Path, name: str, text: str | bytes) -> None:
    (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())


SHA256 = hashlib.sha256(REPORT.encode()).hexdigest()
LATIN = REPORT.encode().replace(b"tides & currents", b"tides & \xe8bb")

CASES: dict[str, tuple[str, str | bytes | None, str]] = {
    "a report that is missing": (
        "seeds/harbour/report.txt",
        None,
        "seeds/harbour: error: the folder contains no report [report-missing]\n"
        "  hint: put the report here under the name report, as in report.docx or report.txt",
    ),
    "a report that is empty": (
        "seeds/harbour/report.txt",
        "\ufeff \n\t\n",
        "seeds/harbour/report.txt: error: the report is empty [report-empty]\n"
        "  hint: put the report, as received, in its place",
    ),
    "a report that is not UTF-8": (
        "seeds/harbour/report.txt",
        LATIN,
        "seeds/harbour/report.txt:7: error: byte 65 of the line (0xe8) is not UTF-8 [report-encoding]\n"
        "  hint: save the file with the encoding UTF-8; it seems to be saved as Windows-1252 (ANSI), in which this is "
        '"è" in "èbb."',
    ),
    "a report that has changed": (
        "seeds/harbour/report.yaml",
        HINTS + f"sha256: {'0' * 64}\n",
        "seeds/harbour/report.yaml:18: error: seeds/harbour/report.txt is no longer the report that the blocks were "
        f"drawn from [report-changed]\n  hint: put the old report back or, to accept the new one, write here\n"
        f"    sha256: {SHA256}",
    ),
    "a hint for a line that the report does not have": (
        "seeds/harbour/report.yaml",
        HINTS.replace("{text: Steps,", "{text: Stages,"),
        'seeds/harbour/report.yaml:6: error: the report has no heading "Stages" [hint-not-found]\n'
        '  hint: nearest is line 11, "Steps"',
    ),
    "an audience in a block that no template has": (
        "seeds/harbour/blocks/recommendation.yaml",
        BLOCKS["recommendation"].replace("clerks: never", "clrks: never"),
        'seeds/harbour/blocks/recommendation.yaml:9: error: "clrks" is not an audience [audience-unknown]\n'
        '  hint: did you mean "clerks"?',
    ),
    "a name that no brief may print": (
        "seeds/harbour/blocks/fact.yaml",
        BLOCKS["fact"]
        .replace('"Most keepers agreed … at the quay"', '["Most keepers agreed … at the quay", the small boats]')
        .replace("short: Most", "short: In small boats, most"),
        'seeds/harbour/blocks/fact.yaml:5: error: short of "fact.timetable" has "small boats", which must not be '
        "printed [name-printed]\n  hint: leave it out: report.yaml says that no brief prints it",
    ),
    "a template without front matter": (
        "templates/mates.md",
        "## Issue\n",
        "templates/mates.md:1: error: there is no front matter [front-matter]\n"
        "  hint: a template begins with a line ---, one field per line, and another line ---",
    ),
    "a title that is longer than the pages": (
        "templates/clerks.md",
        TEMPLATES["clerks"].replace("title: What", f"title: {'what ' * 1900}", 1),
        "templates/clerks.md:5: error: the title has 1904 words; a title may have at most 14 [title-long]\n"
        "  hint: shorten it: it states the finding\n"
        "templates/clerks.md:9: error: the brief for clerks does not fit on 1 page: "
        "what must stay is 292 lines too long [over-budget]\n"
        "  hint: shorten the title, the headings and the lines from house.yaml, or raise `pages`",
    ),
    "a template of which nothing is left": (
        "templates/clerks.md",
        front("clerks") + "\n## Issue\n",
        "templates/clerks.md:11: error: the brief prints no blocks [section-empty]\n"
        "  hint: print blocks under its ## headings: `briefs draw` proposes some; `briefs fit` shows what is left out\n"
        'templates/clerks.md:12: error: there is nothing under the heading "Issue" [section-empty]\n'
        "  hint: print something there, or take the heading out",
    ),
    "a style sheet that is not UTF-8": (
        "templates/layout/screen.css",
        b"p { color: red }\n/* \xe9 */\n",
        "templates/layout/screen.css:2: error: byte 4 of the line (0xe9) is not UTF-8 [file-encoding]\n"
        "  hint: save the file with the encoding UTF-8; it seems to be saved as Windows-1252 (ANSI), in which this is "
        '"é" in "é"',
    ),
    "a house without a language": (
        "templates/house.yaml",
        HOUSE.replace("language: en-GB\n", "").replace('{draft: "0.1", cleared: "1.0"}', "a/b"),
        'templates/house.yaml:1: error: required field "language" is missing [field-missing]\n'
        "  hint: language: BCP 47 tag of the briefs' language, e.g. en-GB\n"
        'templates/house.yaml:5: error: "version": "a/b" is not a version: use letters and digits, with dots '
        "or hyphens between them, as in 0.3 [field-invalid]\n  hint: write\n    version: a-b",
    ),
    "a character that no font has": (
        "templates/captains.md",
        TEMPLATES["captains"].replace("## Issue", "## Issue \u4e2d"),
        'templates/captains.md:11: warning: the heading has "\u4e2d" ("Issue \u4e2d"), which nothing in the brief has '
        "[own-word-untraced]\n"
        "  hint: use words of what is printed there, or quote them in `says_more` with the reason\n"
        'templates/captains.md:11: error: none of the fonts has "\u4e2d" (U+4E2D) [glyph-missing]\n'
        "  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "a character that cannot be seen": (
        "templates/captains.md",
        TEMPLATES["captains"].replace("## Issue", "## Is\x85sue"),
        'templates/captains.md:11: warning: the heading has "sue" ("Is sue"), which nothing in the brief has '
        "[own-word-untraced]\n"
        "  hint: use words of what is printed there, or quote them in `says_more` with the reason\n"
        "templates/captains.md:11: error: none of the fonts has U+0085 [glyph-missing]\n"
        "  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "a character of a block that no font has": (
        "seeds/harbour/blocks/fact.yaml",
        BLOCKS["fact"].replace("waiting.", "waiting \u4e2d.\n    says_more: '\"\u4e2d\" is what the keepers call it.'"),
        'seeds/harbour/blocks/fact.yaml:5: error: none of the fonts has "\u4e2d" (U+4E2D) (from fact.timetable) '
        "[glyph-missing]\n  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "a character of the report that no font has": (
        "seeds/harbour/report.txt",
        REPORT.replace("could carry", "could \u4e2d carry"),
        'seeds/harbour/report.txt:5: error: none of the fonts has "\u4e2d" (U+4E2D) (from fact.bicycles) '
        "[glyph-missing]\n  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "a character of a masthead that no font has": (
        "templates/house.yaml",
        HOUSE.replace('cleared: "CLEARED', 'cleared: "\u4e2d CLEARED'),
        'templates/house.yaml:8: error: none of the fonts has "\u4e2d" (U+4E2D) [glyph-missing]\n'
        "  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "a character of a title that no font has": (
        "templates/clerks.md",
        TEMPLATES["clerks"].replace("change", "change \u4e2d", 1),
        'templates/clerks.md:5: warning: the title has "\u4e2d" ("What a timetable could change \u4e2d"), which '
        "nothing in the brief has [own-word-untraced]\n"
        "  hint: use words of what is printed there, or quote them in `says_more` with the reason\n"
        'templates/clerks.md:5: error: none of the fonts has "\u4e2d" (U+4E2D) [glyph-missing]\n'
        "  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "a character of a block template that no font has": (
        "templates/blocks/paragraph.html",
        "---\nprints: any\n---\n<p>\u4e2d{% for b in blocks %}{{ b }} {% endfor %}</p>\n",
        'templates/captains.md:13: error: none of the fonts has "\u4e2d" (U+4E2D) '
        "(from fact.timetable, fact.bicycles) [glyph-missing]\n"
        "  hint: use another character, or add a font that has it to templates/layout/fonts",
    ),
    "an element that the Document cannot hold": (
        "templates/blocks/paragraph.html",
        "---\nprints: any\n---\n<blockquote>{{ blocks[0] }}</blockquote>\n",
        "templates/blocks/paragraph.html:4: error: a brief cannot hold <blockquote> "
        "[not-representable]\n  hint: printed for fact.timetable, fact.bicycles by templates/captains.md:13",
    ),
    "a block that must be printed and is not": (
        "templates/captains.md",
        TEMPLATES["captains"].replace('"fact.timetable", ', ""),
        'templates/captains.md:2: error: "fact.timetable" is a must for captains but is not in the brief '
        "[must-missing]\n"
        "  hint: print it, or change its audiences in seeds/harbour/blocks/fact.yaml:7",
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), every(3, CASES.values(), CASES))
def test_bad_input_is_said_and_the_last_build_stays(
    tmp_path: Path, capsys: Capture, name: str, text: str | bytes | None, expected: str
) -> None:
    root = write_project(tmp_path)
    before = built(root, capsys)
    (root / name).unlink(missing_ok=True)
    if text is not None:
        put(root, name, text)
    assert refused(root, capsys) == expected
    assert contents(root / "build") == before


def test_mistakes_in_report_blocks_block_templates_templates_and_house_are_said_in_one_run(
    tmp_path: Path, capsys: Capture
) -> None:
    root = write_project(tmp_path)
    put(
        root,
        "seeds/harbour/report.yaml",
        HINTS.replace("title: The Harbour Study", "titel: The Harbour Study\ntitle: A"),
    )
    put(root, "seeds/harbour/blocks/fact.yaml", BLOCKS["fact"].replace("id: fact.bicycles", "id: fact.timetable"))
    put(root, "templates/clerks.md", front("clerks") + "## Issue\n\n<b>Now</b>\n")
    put(root, "templates/mates.md", "no front matter\n")
    put(root, "templates/blocks/odd.html", "---\nprints: [fcat]\n---\n")
    assert refused(root, capsys).startswith(
        'seeds/harbour/report.yaml:1: error: unknown field "titel" [field-unknown]\n  hint: did you mean "title"?\n'
    )
    put(root, "seeds/harbour/report.yaml", HINTS)
    said = [line for line in refused(root, capsys).splitlines() if ": error: " in line]
    assert [(line.split(": ")[0], line.rpartition("[")[2]) for line in said] == [
        ("seeds/harbour/blocks/fact.yaml:8", "id-duplicate]"),
        ("templates/blocks/odd.html:2", "kind-unknown]"),
        ("templates/captains.md:13", "block-unknown]"),
        ("templates/clerks.md:13", "raw-html]"),
        ("templates/clerks.md:13", "raw-html]"),
        ("templates/clerks.md:13", "untraced-prose]"),
        ("templates/mates.md:1", "front-matter]"),
    ]


def test_an_audience_whose_template_cannot_be_read_is_not_unknown(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path)
    put(root, "templates/mates.md", front("mates").replace("series:", "serie:"))
    assert refused(root, capsys, "--audience", "mates").splitlines()[0] == (
        'templates/mates.md:4: error: unknown field "serie" [field-unknown]'
    )


# the environment


def test_a_file_in_the_place_of_build_is_one_line(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path)
    put(root, "build", "a file")
    assert run(root, "build", "--audience", "clerks", "--format", "html") == 1
    assert capsys.readouterr() == ("", f"error: {root}/build is a file (name another folder with --output)\n")
    assert (root / "build").read_text() == "a file"


def raising(error: BaseException) -> Callable[..., Any]:
    def act(*arguments: object) -> None:
        raise error

    return act


def test_a_full_disk_is_one_line_and_leaves_the_last_build(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path)
    before = built(root, capsys)
    monkeypatch.setattr(os, "fsync", raising(OSError(28, "No space left on device")))
    assert run(root, "build", "--audience", "clerks", "--format", "html", "--version", "0.2") == 1
    assert capsys.readouterr() == (
        "",
        f"error: cannot write {root}/build: No space left on device (the last build there is unchanged)\n",
    )
    assert contents(root / "build") == before
    assert sorted(path.name for path in root.iterdir()) == ["build", "seeds", "templates"]


def test_an_interruption_says_that_the_last_build_stays(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path)
    before = built(root, capsys)
    monkeypatch.setattr(os, "fsync", raising(KeyboardInterrupt()))
    assert run(root, "build", "--audience", "clerks", "--format", "html") == 130
    assert capsys.readouterr() == ("", "interrupted; the last build is unchanged\n")
    assert contents(root / "build") == before


def test_a_layout_that_is_not_there_is_one_line(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path)
    (root / "templates/layout/print.css").unlink()
    assert run(root, "build", "--format", "html") == 1
    assert capsys.readouterr().err == (
        f"error: cannot read {root}/templates/layout/print.css: No such file or directory "
        "(templates/layout/ holds the look)\n"
    )

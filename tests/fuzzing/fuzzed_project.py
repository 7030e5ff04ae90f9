"""Small projects with a file of every kind that the program reads, and the commands that read them."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from briefs import pipeline
from briefs.cli import main
from tests.builders import (
    BLOCKS,
    CAPTAINS,
    CLERKS,
    HINTS,
    HOUSE,
    REPORT,
    front,
    harbour_report,
    write_files,
    write_project,
)
from tests.distribution import ANN, BO, CY, HEAD, LETTERS, OFFICE
from tests.fuzzing.hostile_words import Canary
from tests.invented import LANGUAGE, sentence, write_invented_project
from tests.other_formats import as_html, as_markdown, as_pdf, as_word
from tests.projects import built
from tests.recipients.lists import workbook
from tests.reviewing import with_words

SECRET = "CANARYzqx"

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Harbour Board</title>
<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>
<path d="M0 0h40v20H0z" fill="#123456"/><circle cx="20" cy="10" r="5" fill="#fff"/></svg>
"""
SETTINGS = """formats: [pdf]
columns: {office: [office]}
mail: {sender: Harbour Board <board@harbour.example.org>, host: localhost, port: 9, security: none}
"""
_OWN_REPORTS: dict[str, Callable[[], bytes]] = {
    "txt": lambda: REPORT.encode(),
    "md": lambda: as_markdown(harbour_report()),
    "html": lambda: as_html(harbour_report()),
    "docx": lambda: as_word(harbour_report()),
    "pdf": lambda: as_pdf(harbour_report()),
}

BUILD = ("build",)
ONE = ("build", "--audience", "captains")
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "seeds/": (
        BUILD,
        BUILD,
        BUILD,
        ("check",),
        ("blocks",),
        ("report",),
        ("report", "--outline"),
        ("draw", "--dry-run"),
    ),
    "seeds/harbour/report.": (
        BUILD,
        ("report",),
        ("draw",),
        ("draw", "--again"),
        ("draw", "--accept-report"),
        ("audit",),
    ),
    "seeds/harbour/blocks/": (ONE, ("check",), ("show", "fact.timetable"), ("fit",), ("check", "--sign")),
    "templates/": (ONE, ONE, BUILD, ("check",), ("fit",), ("build", "--status", "cleared")),
    "templates/layout/": (ONE, ONE, ("build", "--audience", "captains", "--format", "html")),
    "templates/layout/house.docx": (
        ("build", "--audience", "captains", "--format", "docx"),
        ("reference", "--check", "templates/layout/house.docx"),
    ),
    "templates/letters/": (("check",), ("distribute", "--recipients", "recipients.csv", "--audience", "captains")),
    "templates/distribution.yaml": (("check",), ("distribute", "--recipients", "recipients.csv"), ("send", "--status")),
    "build/": (ONE, BUILD, ("fit",), ("redline", "0.1", "--audience", "captains"), ("publish", "--output", "site")),
    "build/editions/": (
        ("build", "--since", "0.1", "--version", "0.2"),
        ("redline", "HB/CAP 0.1 draft"),
        ("review", "returned.docx", "--list"),
        ("trace", "returned.docx"),
    ),
    "build/distribution/": (
        ("send", "--status"),
        ("distribute", "--recipients", "recipients.csv"),
        ("verify", "x.pdf"),
    ),
    "recipients.": (("distribute", "--recipients", "{file}"),),
    "returned.docx": (
        ("review", "returned.docx", "--list"),
        ("review", "returned.docx", "--answer", "answer.docx"),
        ("review", "returned.docx", "--status"),
        ("verify", "returned.docx"),
        ("trace", "returned.docx"),
        ("redline", "returned.docx", "--audience", "captains", "--keep-marks"),
    ),
    "reviews/": (
        ("review", "returned.docx", "--list"),
        ("review", "--status"),
        ("review", "returned.docx", "--answer", "a.docx"),
    ),
    "received.": (("init", "{file}", "--dry-run"), ("init", "{file}"), ("verify", "{file}"), ("trace", "{file}")),
}
"""Which commands are run after a file has been changed: those of the longest beginning of its path."""

WITHOUT_CHANGE = (".ttf", ".otf", "LICENSE-Carlito.txt", "LICENSE-DejaVu.txt")


def commands_for(path: str) -> list[list[str]]:
    """Commands that read the file at `path` in a project."""
    beginning = max((one for one in COMMANDS if path.startswith(one)), key=len, default="")
    return [[word.replace("{file}", path) for word in one] for one in COMMANDS.get(beginning, (BUILD,))]


def files_of(root: Path) -> list[str]:
    """The files of a project that are changed."""
    named = (str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())
    return sorted(one for one in named if not one.endswith(WITHOUT_CHANGE))


def write_fuzzed_project(root: Path) -> Path:
    """A project with a logo, a reference document, letters, and a draft that was built."""
    captains = front("captains", reference="house.docx", copies="personal") + CAPTAINS
    house = HOUSE + "logo: {file: logo.svg, alt: Harbour Board, height: 12}\n"
    write_project(root, templates={"captains": captains, "clerks": front("clerks") + CLERKS}, house=house)
    write_files(root / "templates" / "letters", LETTERS, ".md")
    (root / "templates" / "layout" / "logo.svg").write_text(LOGO, encoding="utf-8")
    main(["reference", "--new", str(root / "templates" / "layout" / "house.docx"), "--project", str(root)])
    pipeline.build(pipeline.Order(pipeline.Project(root), ("captains",), output=root / "build"))
    return root


def write_whole_project(root: Path) -> Path:
    """The same, with all that comes afterwards: what was signed, distributed, reviewed and received."""
    write_fuzzed_project(root)
    project = ["--project", str(root)]
    (root / "templates" / "distribution.yaml").write_text(SETTINGS, encoding="utf-8")
    rows = HEAD + ANN + BO + CY + OFFICE
    (root / "recipients.csv").write_text(rows, encoding="utf-8")
    listed = [row.split(",") for row in (HEAD + ANN + CY).splitlines()]
    (root / "recipients.xlsx").write_bytes(workbook(listed))
    people = [dict(zip(listed[0], row, strict=False)) for row in listed[1:]]
    (root / "recipients.yaml").write_text(yaml.safe_dump({"recipients": people}), encoding="utf-8")
    main(["draw", "--accept-report", *project])
    main(["check", "--sign", *project])
    main(["draw", *project])
    built(root, output=root / "build")
    built(root, status="cleared", output=root / "build")
    main(["distribute", "--recipients", str(root / "recipients.csv"), *project])
    draft = next((root / "build").glob("*captains*draft.docx")).read_bytes()
    returned = with_words(draft, "timetable", "schedule", "Legal")
    (root / "returned.docx").write_bytes(with_words(returned, "Publish", "Print", "Policy"))
    main(["review", str(root / "returned.docx"), "--list", *project])
    for name in ("docx", "pdf"):
        content = (Path(__file__).parents[2] / "docs" / f"small-harbours.{name}").read_bytes()
        (root / f"received.{name}").write_bytes(content)
    for name in ("md", "html", "txt"):
        (root / f"received.{name}").write_bytes(_OWN_REPORTS[name]())
    return root


def write_other_formats(folder: Path) -> list[Path]:
    """Projects with the same report in each of the other formats."""
    made = []
    for name in ("md", "html", "docx", "pdf"):
        root = write_project(folder / name, report=None, hints=HINTS, blocks=BLOCKS)
        (root / "seeds" / "harbour" / f"report.{name}").write_bytes(_OWN_REPORTS[name]())
        made.append(root)
    return made


def write_drawn_project(root: Path) -> Path:
    """A project with figures, tables, notes and terms, in a language that there is."""
    write_invented_project(root)
    _replace(root / "templates" / "house.yaml", LANGUAGE, "en-GB")
    _replace(root / "seeds" / "harbour" / "report.yaml", "Zxx qqz", sentence(0))
    return root


def write_projects(folder: Path) -> list[Path]:
    """All projects that are changed."""
    return [
        write_whole_project(folder / "whole"),
        *write_other_formats(folder),
        write_drawn_project(folder / "drawn"),
    ]


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@contextmanager
def canary(folder: Path) -> Iterator[tuple[Canary, socket.socket]]:
    """A file outside the project, and an address that is listened to."""
    file = folder / "secret.txt"
    file.write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield Canary(str(file), SECRET, f"http://127.0.0.1:{listener.getsockname()[1]}/"), listener


def copy_project(root: Path, to: Path) -> Path:
    """A copy, to be changed; its fonts, which never are, are links to the same files."""
    shutil.copytree(root, to, symlinks=True, copy_function=_copy)
    return to


def _copy(source: str, target: str) -> None:
    if source.endswith(WITHOUT_CHANGE):
        Path(target).hardlink_to(source)
    else:
        shutil.copy2(source, target)

"""What is written about the program is true of it: commands run, everything has its place, and links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from briefs.cli import main
from briefs.cli.arguments import parse_arguments
from briefs.compose.jinja.language import MAPPING_METHODS, TEXT_METHODS
from briefs.compose.letters.letter_names import VALUES
from briefs.compose.looks.block_environment import block_environment
from briefs.model.block import BlockBase
from briefs.model.distribution_settings import COLUMNS, DistributionSettings, Mail, Signing, Token
from briefs.model.edition import FrontMatter, House
from briefs.model.letter_template import SUBJECT_PLACEHOLDERS, LetterFrontMatter

ROOT = Path(__file__).parent.parent
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
}
README, WRITING, COMMANDS = PAGES["README.md"], PAGES["docs/writing.md"], PAGES["docs/commands.md"]
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)")
CODE = re.compile(r"`([^`\n]+)`")
COMMAND_NAMES = (
    "cache",
    "init",
    "preview",
    "build",
    "check",
    "draw",
    "report",
    "anchor",
    "review",
    "redline",
    "blocks",
    "show",
    "fit",
    "distribute",
    "send",
    "verify",
    "trace",
    "audit",
    "publish",
    "reference",
    "schema",
    "completion",
    "help",
)
EXAMPLES = (
    "briefs/a/",
    "tests/a/",
    "seeds/water/",
    "templates/letters/<audience>",
    "templates/water/",
    "templates/layout/reference.docx",
    "seeds/<report>/",
    "templates/signed.lock",
    "templates/<report>/",
    "seeds/small-harbours/",
)
"""Beginnings of paths in the pages that are not those of files here."""


def section(page: str, heading: str) -> str:
    """What stands below a heading of a page, up to the next heading of its level or above."""
    level, text = heading.split(" ", 1)
    found = re.search(rf"^{level} {re.escape(text)}\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"no heading {heading!r}"
    return found[1]


def fenced(page: str, language: str) -> list[str]:
    """The fenced code of a language, a text each."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def shell_lines(page: str) -> list[str]:
    """The commands that a reader is to copy: fenced, or indented and beginning with a program."""
    indented = re.findall(r"^    ((?:make|briefs|python|git) .+)$", page, re.MULTILINE)
    return [*indented, *"".join(fenced(page, "sh")).splitlines()]


def all_commands() -> Iterator[object]:
    """Every command in the pages, also within a sentence."""
    for name, page in PAGES.items():
        spans = [span for span in CODE.findall(page) if re.match(r"(?:python -m )?briefs [a-z-]|make [a-z]", span)]
        yield from (pytest.param(line, id=f"{name}: {line}") for line in dict.fromkeys([*shell_lines(page), *spans]))


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("line", list(all_commands()))
def test_every_command_is_one_that_there_is(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    match shlex.split(line):
        case [".", ".venv/bin/activate"] | ["briefs", "--version"]:
            pass
        case ["briefs", command]:
            assert command in COMMAND_NAMES
        case ["briefs", *arguments] | ["python", "-m", "briefs", *arguments]:
            assert parse_arguments(arguments)
        case ["python", "-m", "pytest", *arguments]:
            assert all((ROOT / argument).exists() for argument in arguments if argument != "--accept")
        case ["python", "-m", module, *_]:
            assert (ROOT / module.replace(".", "/")).with_suffix(".py").exists()
        case ["make", *words]:
            assert {word for word in words if "=" not in word} <= targets()
        case words:
            pytest.fail(f"{words[0]} is not among the programs that the pages tell readers to run")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, as the current folder, with the block and the call that docs/writing.md adds."""
    for folder in ("seeds", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    statements = tmp_path / "seeds/connecting-the-dots/blocks/statements.yaml"
    statements.write_text(statements.read_text(encoding="utf-8") + "\n" + fenced(WRITING, "yaml")[0], encoding="utf-8")
    change_template(tmp_path, fenced(WRITING, "markdown")[0])
    return tmp_path


def change_template(project: Path, wanted: str) -> None:
    """Put `wanted` in the place of the section of the ministers' template that has its heading."""
    path = project / "templates/ministers.md"
    heading = wanted.splitlines()[0]
    before, _, after = path.read_text(encoding="utf-8").partition(heading)
    assert after, f"the template has no {heading}"
    path.write_text(before + wanted + "\n" + after[after.index("\n## ") :], encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", ["docs/writing.md", "docs/commands.md"])
def test_the_commands_of_a_page_run_one_after_another(
    page: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = [shlex.split(line)[1:] for line in shell_lines(PAGES[page]) if line.startswith("briefs ")]
    assert run
    if ["reference", "--new", "templates/layout/reference.docx"] in run:
        (project / "templates/layout/reference.docx").unlink(missing_ok=True)
    assert [arguments for arguments in run if main(arguments) != 0] == []
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("suffix", [".docx", pytest.param(".pdf", marks=pytest.mark.slow)])
def test_the_readme_leads_from_a_report_to_a_first_brief(
    suffix: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    walk = section(README, "## From a report to a first brief").replace(".docx", suffix)
    (project / "docs").mkdir()
    shutil.copy(ROOT / f"docs/small-harbours{suffix}", project / "docs")
    *before, build = [shlex.split(line)[1:] for line in shell_lines(walk) if line.startswith("briefs ")]
    assert [arguments for arguments in before if main(arguments) != 0] == []
    capsys.readouterr()
    assert main(build) == 0
    assert set(re.findall(r"\[([a-z-]+)\]$", capsys.readouterr().err, re.MULTILINE)) == {"about-missing"}
    description = project / "seeds/small-harbours/report.yaml"
    (about,) = fenced(walk, "yaml")
    description.write_text(
        re.sub(r"^# about:\n(#   .*\n)+", about, description.read_text(encoding="utf-8"), flags=re.MULTILINE),
        encoding="utf-8",
    )
    assert main(build) == 0
    assert main(["check"]) == 0
    assert capsys.readouterr().err == ""
    suffixes = {path.suffix for path in (project / "build").glob("small-harbours_*")}
    assert suffixes == {".docx", ".html", ".pdf", ".json"}


@pytest.mark.slow
def test_the_block_worked_through_is_found_and_left_out_until_it_must_be_printed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fate_of_the_new_block(capsys) == "left out"
    (must,) = (text for text in fenced(WRITING, "markdown") if 'weight="must"' in text)
    change_template(project, fenced(WRITING, "markdown")[0].replace(', "st.capacity"', "") + "\n" + must)
    assert fate_of_the_new_block(capsys) == "printed"


def fate_of_the_new_block(capsys: pytest.CaptureFixture[str]) -> str:
    """What `briefs fit` says becomes of the block of docs/writing.md."""
    assert main(["fit", "--audience", "ministers"]) == 0
    (row,) = (line for line in capsys.readouterr().out.splitlines() if re.match(r"u\d+ +st\.capacity ", line))
    return "left out" if "left out" in row else row.split()[-1]


@pytest.mark.slow
def test_a_mistake_is_reported_as_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = project / "seeds/connecting-the-dots/blocks/benefits.yaml"
    text = blocks.read_text(encoding="utf-8")
    blocks.write_text(text.replace("own domestic actions", "own domestic measures"), encoding="utf-8")
    assert main(["build", "--audience", "ministers"]) == 1
    said = capsys.readouterr().err.splitlines()[:2]
    assert "\n".join(f"    {line}" for line in said) in section(WRITING, "## When something is wrong")


def test_another_report_is_read_as_its_description_says(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    water = project / "seeds/water"
    (water / "blocks").mkdir(parents=True)
    description = fenced(section(WRITING, "## Another report"), "yaml")[0]
    (water / "report.yaml").write_text(description, encoding="utf-8")
    (water / "report.txt").write_text(
        "I. Introduction\n\nAll villages met.\n\nII. Recommendations\n\nDig.\n", encoding="utf-8"
    )
    assert main(["report", "--report", "water"]) == 0
    assert "Recommendations (1 paragraph)" in capsys.readouterr().out
    main(["check", "--report", "water"])
    assert "seeds/water/report.yaml" not in capsys.readouterr().err, (
        "the sentence in `about` says what its passage says"
    )
    assert main(["report"]) == 1
    assert "--report" in capsys.readouterr().err


def test_the_readme_is_short_and_what_it_says_of_building_can_be_copied() -> None:
    assert len(README.splitlines()) <= 110
    building = section(README, "## Build the briefs")
    code = [*shell_lines(building), *CODE.findall(building)]
    assert "make briefs" in code
    assert "make test" in code
    assert [line for line in code if re.search(r"…|\.\.\.|[<>]|\b[A-Z]{2,}\b(?!=)", line)] == []


@pytest.mark.parametrize("name", list(PAGES))
def test_every_link_leads_somewhere(name: str) -> None:
    for target, anchor in LINK.findall(PAGES[name]):
        path = (ROOT / name).parent / target if target else ROOT / name
        assert path.exists(), f"{target} is not there"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", list(PAGES))
def test_every_file_that_is_named_is_there(name: str) -> None:
    roots = tuple(f"{path.name}/" for path in ROOT.iterdir() if path.is_dir() and path.name not in ("build", ".venv"))
    named = {span for span in CODE.findall(PAGES[name]) if span.startswith(roots) and not span.startswith(EXAMPLES)}
    assert sorted(span for span in named if " " not in span and not list(ROOT.glob(span.rstrip("/")))) == []


@pytest.mark.parametrize("command", COMMAND_NAMES)
def test_every_option_of_a_command_is_named(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments([command, "--help"])
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
    described = section(COMMANDS, f"## briefs {command}")
    assert sorted(option for option in options if not re.search(rf"`{option}\b", described)) == []


def test_every_call_and_every_field_of_what_editors_write_is_named() -> None:
    calls = {f"{path.stem}(…)" for path in (ROOT / "templates" / "blocks").glob("*.html")}
    models = (BlockBase, FrontMatter, House)
    fields = {field.alias or name for model in models for name, field in model.model_fields.items()}
    assert sorted(name for name in calls | fields if f"`{name}`" not in WRITING) == []


def test_what_block_templates_can_use_is_named_and_nothing_else() -> None:
    listed = re.findall(
        r"^- \*\*.+?\*\*: (.+(?:\n  .+)*)", section(WRITING, "## What block templates can use"), re.MULTILINE
    )
    environment = block_environment()
    allowed: tuple[Iterable[str], ...] = (
        environment.filters,
        environment.tests,
        environment.globals,
        TEXT_METHODS,
        MAPPING_METHODS,
    )
    for names, one in zip(allowed, listed, strict=True):
        assert {*CODE.findall(one)} == {name for name in names if name.isidentifier()}


def test_every_column_and_every_setting_of_a_distribution_is_named() -> None:
    models = (DistributionSettings, Mail, Signing, Token)
    fields = {field.alias or name for model in models for name, field in model.model_fields.items()}
    page = PAGES["docs/distributing.md"]
    assert sorted(name for name in {*fields, *COLUMNS} if f"`{name}`" not in page) == []


def test_every_field_and_value_of_letters_is_named() -> None:
    fields = {field.alias or name for name, field in LetterFrontMatter.model_fields.items()}
    values = {f"{name}.{field}" for name in VALUES for field in VALUES[name]}
    placeholders = {f"{{{name}}}" for name in SUBJECT_PLACEHOLDERS}
    assert (
        sorted(one for one in fields | values | placeholders if f"`{one}`" not in PAGES["docs/distributing.md"]) == []
    )


def test_every_target_of_make_is_named() -> None:
    assert sorted(target for target in targets() if f"`make {target}`" not in PAGES["CONTRIBUTING.md"]) == []


def test_the_committed_schemas_are_those_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--output", str(tmp_path)]) == 0
    capsys.readouterr()
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").iterdir()} == made


@pytest.mark.parametrize("folder", ["seeds/connecting-the-dots/blocks", "seeds/connecting-the-dots", "templates"])
def test_every_yaml_file_names_its_schema(folder: str) -> None:
    for path in (ROOT / folder).glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, f"{path} does not begin with the name of its schema"
        assert (path.parent / found[1]).resolve().parent == ROOT / "schemas"
        assert (path.parent / found[1]).exists()

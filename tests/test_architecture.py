"""How the program hangs together: what may know what, what modules are called, and what each of them owes."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import grimp
import pytest
import yaml

from briefs.compose.looks.block_environment import compile_block_templates
from briefs.compose.template_files import read_block_templates
from briefs.model.block import KINDS, Block
from briefs.model.codes import CODES
from tests.builders import REPOSITORY

PROGRAM = sorted((REPOSITORY / "briefs").rglob("*.py"))
BESIDES = sorted(path for folder in ("scripts", "bench") for path in (REPOSITORY / folder).rglob("*.py"))
TESTS = sorted(path for path in (REPOSITORY / "tests").rglob("*") if path.suffix in (".py", ".md"))
TABLES = (
    *(REPOSITORY / "briefs" / "model" / f"{name}codes.py" for name in ("", "input_", "output_", "distribution_")),
    REPOSITORY / "briefs" / "check" / "table.py",
)
"""Modules that list codes and raise none."""
BLOCK_TEMPLATES = read_block_templates(REPOSITORY / "templates" / "blocks", REPOSITORY)


def name_of(path: Path) -> str:
    """A file as it is named from the top of the repository."""
    return path.relative_to(REPOSITORY).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


# What may know what


def test_stages_know_only_the_model() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("briefs", cache_dir=None)
    reached = {module: _reached(graph, module) for module in graph.modules}
    circles = {frozenset(other for other in below if module in reached[other]) for module, below in reached.items()}
    assert [sorted(circle) for circle in circles if circle] == []


def _reached(graph: grimp.ImportGraph, module: str) -> set[str]:
    """All modules that `module` imports, directly or through others; itself only if that is a circle."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        new = graph.find_modules_directly_imported_by(waiting.pop()) - found
        found |= new
        waiting += new
    return found


def test_only_the_command_line_prints() -> None:
    printing = {
        name_of(path)
        for path in PROGRAM
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr"))
    }
    assert printing
    assert {path for path in printing if not path.startswith("briefs/cli/")} == set()


def test_a_fault_becomes_a_diagnostic_in_one_place() -> None:
    made = {
        f"{name_of(path)}:{node.lineno}"
        for path in PROGRAM
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Diagnostic"
    }
    assert {place for place in made if not place.startswith("briefs/model/diagnostics.py")} == set()


WALKERS: Mapping[str, str] = {
    "briefs/model/document_walk.py": "the walker",
    "briefs/model/document_text.py": "what a reader reads of it",
    "briefs/model/sent_paragraphs.py": "says what Word files print of each element",
    "briefs/render/html/content.py": "writes HTML",
    "briefs/render/html/body.py": "writes HTML",
    "briefs/render/html/changed_elements.py": "writes HTML",
    "briefs/render/docx/body.py": "writes Word",
    "briefs/render/docx/boxes.py": "writes Word",
    "briefs/render/docx/keeping.py": "writes Word",
    "briefs/compose/letters/letter_content.py": "says which elements a letter can hold",
    "briefs/compose/letters/letter_parts.py": "writes letters",
    "briefs/verification/document_sentences.py": "tells what each element prints, as readers of formats find it",
    "briefs/check/document_reading.py": "says in which order all formats say the words of each element",
    "briefs/fit/heights.py": "guesses how high writers make each element",
    "briefs/model/redline_readings.py": "reads what is left of each element if changes are accepted or rejected",
    "briefs/redline/answer_tables.py": "shows a list in one edition as another edition has it, with columns or without",
    "briefs/redline/compared_parts.py": "says which elements of two editions can be shown as one",
    "briefs/redline/document_merging.py": "compares each element with the same one of another edition",
    "briefs/redline/merged_runs.py": "says in which changed element each piece of text is",
    "briefs/redline/whole_changes.py": "says what is left of each element once it is deleted",
}
"""Modules that know which elements a Document has and where they lie, with the reasons; all others ask the walker."""


def test_only_the_walker_and_the_formats_know_where_the_elements_of_a_document_lie() -> None:
    walking = {name_of(path) for path in PROGRAM if _walks(tree_of(path))}
    assert walking - {"briefs/model/document.py"} - WALKERS.keys() == set()
    assert WALKERS.keys() - walking == set(), "need no exception"


def _walks(tree: ast.Module) -> bool:
    """Whether a module tells block elements apart, or loops over those of a section."""
    elements = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "briefs.model.document"
        for alias in node.names
        if alias.name in ("Paragraph", "List", "Table", "Figure")
    }
    told_apart: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.MatchClass(cls=ast.Name(id=name)):
                told_apart.add(name)
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, kinds]):
                told_apart |= {one.id for one in ast.walk(kinds) if isinstance(one, ast.Name)}
            case ast.For(iter=ast.Attribute(attr="content")) | ast.comprehension(iter=ast.Attribute(attr="content")):
                return True
            case _:
                pass
    return len(told_apart & elements) > 1


READERS_OF_THEIR_OWN: Mapping[str, str] = {
    "briefs/model/regular_file.py": "the one that all others use",
    "briefs/files/surroundings.py": "loads nothing; reads what the system says of this process",
    "briefs/cli/unchanged.py": "loads nothing; reads regular files, so many bytes and so many folders",
    "briefs/cli/call_records.py": "looks at states of files, and writes records; reads nothing",
    "briefs/files/inner_folder.py": "opens files by their names in a folder that is held open, without links",
    "briefs/render/engine/font_folders.py": "looks at states of fonts, counted before; reads nothing",
    "briefs/output/lock.py": "makes and holds a lock; reads nothing",
    "briefs/outbox/distribution_folder.py": "writes a new file; reads nothing",
    "briefs/files/bounded_process.py": "gives a process that is bounded nowhere to write to; reads nothing",
    "briefs/outbox/forgetting.py": "finds all that names people, however many these are; reads nothing",
    "briefs/files/staging_folder.py": "holds folders open, and removes them; reads nothing",
    "briefs/mailing/journal.py": "has the system keep what is written in a folder; reads nothing",
    "briefs/cli/printing.py": "gives away what nobody reads",
    "briefs/cli/wording_editor.py": "reads what an editor left in a folder of our own",
    "briefs/text/date_words.py": "a file of the program",
    "briefs/text/heading_words/heading_word_files.py": "files of the program",
    "briefs/word/number_formats.py": "a file of the program",
    "briefs/report/word/word_styles.py": "a file of the program",
    "briefs/compose/starters/starter_files.py": "files of the program",
    "briefs/candidates/rule_words.py": "files of the program",
    "briefs/intake/intake_words.py": "files of the program",
    "briefs/check/lexicon/lexicon_files.py": "a file of the program",
    "briefs/pipeline/worker_facts.py": "walks through the program itself",
    "briefs/pipeline/new_project.py": "files that the program comes with",
    "briefs/preview/serving/app.py": "files of the program",
    "briefs/preview/serving/silent_disks.py": "what the system says of its disks",
    "briefs/preview/serving/watching.py": "reads nothing but states of files",
    "briefs/report/pdf/pdf_safety.py": "a stream in memory",
    "briefs/render/pdf/copy_template.py": "streams in memory",
    "briefs/render/pdf/marked_content.py": "streams in memory",
    "briefs/readback/read_pdf.py": "streams in memory",
}
"""Modules that read files, or walk through folders, without the limits of `briefs/files`, with the reasons."""


def test_only_what_knows_the_limits_opens_files_and_walks_through_folders() -> None:
    reading = {name_of(path) for path in PROGRAM if any(map(_reads, ast.walk(tree_of(path))))}
    assert sorted(reading - READERS_OF_THEIR_OWN.keys()) == [], "read through briefs.files.bounded_reading"
    assert sorted(READERS_OF_THEIR_OWN.keys() - reading) == [], "need no exception"


def _reads(node: ast.AST) -> bool:
    """Whether a call opens a file for reading, or walks through folders however deep and large they are."""
    match node:
        case ast.Call(func=ast.Attribute(attr="read_bytes" | "read_text" | "rglob" | "copytree")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr="walk" | "open")):
            return True
        case ast.Call(func=ast.Attribute(attr="open", value=ast.Name(id="path" | "file")), args=args):
            return not args or ast.unparse(args[0]).strip("'\"")[:1] not in ("w", "x", "a")
        case ast.Call(func=ast.Name(id="open"), args=[_, *_]):
            return True
    return False


def test_there_is_one_table_of_checks() -> None:
    tables = {
        name_of(path)
        for path in PROGRAM
        for node in tree_of(path).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "CHECKS"
    }
    assert tables == {"briefs/check/table.py"}


# What modules are called, and how large they are


MOST_LINES = 350


def test_no_module_is_too_long_to_be_read_at_once() -> None:
    lines = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in (*PROGRAM, *BESIDES)}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


BANNED = {"ledger", "views", "lines", "uses", "weights", "skeleton"}
"""Names that say nothing to someone who does not know the program."""


STAGES = ("1. read", "2. draw", "3. compose", "4. fit", "5. render", "6. check", "7. write")


def test_the_way_through_the_program_is_on_one_screen_and_names_every_stage() -> None:
    lines = list[str]()
    for called in ("build.py", "stages.py"):
        lines += (REPOSITORY / "briefs" / "pipeline" / called).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 120
    for called in ("examination.py", "settled_brief.py"):
        lines += (REPOSITORY / "briefs" / "pipeline" / called).read_text(encoding="utf-8").splitlines()
    named = [line.rpartition("  # ")[2].partition(":")[0].partition(",")[0] for line in lines if "  # " in line]
    assert {stage for stage in STAGES if stage not in named} == set()


def test_nothing_hands_on_problems_in_a_tuple_of_its_own() -> None:
    """A value with what is wrong with it is `Checked`: a function gives it, and takes no list to add to."""
    handing = {
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in PROGRAM
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
        if _is_a_tuple_with_problems(node.returns) or any(_collects(one.annotation) for one in node.args.args)
    }
    assert handing == set()


def _is_a_tuple_with_problems(returns: ast.expr | None) -> bool:
    match returns:
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[_, _, *_] as parts)):
            return any("Diagnostic" in ast.unparse(part) for part in parts if ast.unparse(part) != "Diagnostic")
    return False


def _collects(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation) in ("list[Diagnostic]", "list[Fault]", "Findings")


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name_of(path) for path in PROGRAM if path.stem in BANNED] == []


def test_modules_of_one_name_do_the_same_work() -> None:
    """Only those of sibling formats do: `tables` writes tables, for HTML and for Word."""
    named = defaultdict(set)
    for path in PROGRAM:
        if path.stem not in ("__init__", "__main__") and path.parent.name != "cli":  # called after its command
            folder = name_of(path.parent)
            named[path.stem].add(re.sub(r"^briefs/render/(html|pdf|docx)$", "briefs/render/<format>", folder))
    assert {name: folders for name, folders in named.items() if len(folders) > 1} == {}


# What each module owes


WITHOUT_TESTS: Mapping[str, str] = yaml.safe_load(
    (REPOSITORY / "tests" / "without_tests.yaml").read_text(encoding="utf-8")
)


def test_every_module_has_tests_of_its_name_or_a_reason_for_having_none() -> None:
    modules = {name_of(path): path for path in PROGRAM if path.stem not in ("__init__", "__main__")}
    untested = {name for name, path in modules.items() if not _tests_of(path).is_file()}
    assert sorted(untested - WITHOUT_TESTS.keys()) == [], "need tests, or a reason in tests/without_tests.yaml"
    assert sorted(WITHOUT_TESTS.keys() - untested) == [], "need no reason"


def _tests_of(path: Path) -> Path:
    below = path.relative_to(REPOSITORY / "briefs")
    return REPOSITORY / "tests" / below.parent / f"test_{below.name}"


@pytest.mark.parametrize("folder", ["briefs", "scripts", "bench"])
def test_everything_public_says_what_it_is(folder: str) -> None:
    paths = sorted((REPOSITORY / folder).rglob("*.py"))
    assert [place for path in paths for place in _undocumented(tree_of(path).body, name_of(path))] == []


def _undocumented(body: Iterable[ast.stmt], place: str) -> Iterator[str]:
    """What has no docstring: the module at `place`, and the public functions, classes and methods in it."""
    if place.endswith(".py") and not _has_docstring(body):
        yield place
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.name[0] != "_":
            if not _has_docstring(node.body) and not _is_overload(node):
                yield f"{place}:{node.lineno} {node.name}"
            if isinstance(node, ast.ClassDef):
                yield from _undocumented(node.body, f"{place} {node.name}")


def _has_docstring(body: Iterable[ast.stmt]) -> bool:
    match list(body)[:1]:
        case [ast.Expr(value=ast.Constant(value=str()))]:
            return True
    return False


def _is_overload(node: ast.stmt) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "overload" for one in getattr(node, "decorator_list", ()))


# Nothing is named that is not there


@cache
def strings(path: Path) -> set[str]:
    """Every string in a module that is no docstring."""
    return {
        node.value for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_raised_by_the_program_and_by_a_test(code: str) -> None:
    raised = [path for path in PROGRAM if path not in TABLES and code in strings(path)]
    assert raised, f"nothing in the program raises {code}"
    assert code in words_of_tests(), f"no test raises {code}"


@cache
def words_of_tests() -> set[str]:
    """Every word with hyphens in the tests, but for this module."""
    texts = (path.read_text(encoding="utf-8") for path in TESTS if path != Path(__file__))
    return {word for text in texts for word in re.findall(r"[\w-]+", text)}


def test_every_kind_is_in_the_union_of_blocks() -> None:
    union, _ = get_args(Block)
    assert {get_args(model.model_fields["kind"].annotation): model for model in get_args(union)} == {
        (kind,): model for kind, model in KINDS.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_call_that_prints_it(kind: str) -> None:
    assert [name for name, one in BLOCK_TEMPLATES.value.items() if one.accepts(kind)]


def test_every_block_template_is_without_mistakes() -> None:
    assert BLOCK_TEMPLATES.problems == ()
    compiled = compile_block_templates(BLOCK_TEMPLATES.value)
    assert compiled.problems == ()
    assert set(compiled.value) == set(BLOCK_TEMPLATES.value)

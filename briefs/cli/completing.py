"""What can stand where somebody presses Tab: commands, options, and the names that a project has.

Shells call `briefs _complete WORD…` with the words after `briefs`, of which the last is incomplete. It prints a line
for each way to complete it, with a description after a tab. Nothing is checked and hardly anything loaded, since
somebody is waiting: names are looked for in the files as they are, whatever is wrong with them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from briefs.cli.arguments import all_parsers
from briefs.cli.printing import say
from briefs.cli.project_folder import project_folder
from briefs.cli.usage import Parser
from briefs.files.bounded_reading import leads_out
from briefs.files.encoding import plain_line_ends
from briefs.files.listing import rough_text
from briefs.model.diagnostics import BriefsError
from briefs.model.limits import MOST_REPORTS

Candidates = Iterable[tuple[str, str]]
"""Words, each with a description that may be empty."""

_ID = re.compile(r"""^[^\S\n]*-\s+(?:\{\s*)?id:\s*["']?([^\s"',}#]+)""", re.MULTILINE)
_DECIDING = frozenset(("--accept", "--reject"))
"""Options with which ids are those of candidates."""
_VERSION = re.compile(r"_([^_]+)_(?:draft|cleared)(?:_|\Z)")
_FIELD = r"""^{name}:\s*["']?([^\s"'#]+)"""


def answer(words: Sequence[str]) -> int:
    """Print how the last of `words` can be completed; nothing if a file may stand there, or anything else."""
    *before, begun = _joined(words) or [""]
    option, is_value, value = begun.partition("=")
    if is_value and option.startswith("--"):
        found = [(f"{option}={word}", text) for word, text in _candidates([*before, option], value)]
    else:
        found = list(_candidates(before, begun))
    for word, text in found:
        if word.startswith(begun):
            say(f"{word}\t{text}" if text else word)
    return 0


def _joined(words: Sequence[str]) -> list[str]:
    """`words` as the program gets them: bash gives `--format=pdf` as three."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _candidates(before: Sequence[str], begun: str) -> Candidates:
    """All words that can stand after those `before`; if one is an option, whether `begun` looks like one decides."""
    main, commands = all_parsers()
    name, *words = list(before) or [""]
    parser = commands.get(name)
    if parser is None:
        return [] if name else _first(main, commands, begun)
    actions = parser._option_string_actions
    option = actions.get(words[-1]) if words else None
    if option is not None and option.nargs is None:
        return _values(option, words)
    several = _begun_list(parser, words)
    if several is not None and not begun.startswith("-"):
        return _values(several, words)
    if begun.startswith("-"):
        used = {id(actions[word]) for word in words if word in actions}
        return _options(action for action in parser._actions if _is_free(action, used))
    return _positionals(parser, words)


def _begun_list(parser: Parser, words: Sequence[str]) -> argparse.Action | None:
    """The option that takes any number of values and to which the next word would belong, if there is one."""
    last = next((word for word in reversed(words) if word.startswith("-")), "")
    option = parser._option_string_actions.get(last)
    return option if option is not None and option.nargs == "*" else None


def _first(main: Parser, commands: dict[str, Parser], begun: str) -> Candidates:
    if begun.startswith("-"):
        return _options(main._actions)
    return [(name, _in_short(parser.description or "")) for name, parser in commands.items()]


def _is_free(action: argparse.Action, used: Iterable[int]) -> bool:
    """Whether an option can be given, or given again; `used` are those given."""
    return isinstance(action, argparse._AppendAction) or id(action) not in used


def _options(actions: Iterable[argparse.Action]) -> Iterator[tuple[str, str]]:
    for action in actions:
        if action.option_strings:
            yield action.option_strings[-1], _in_short(action.help or "")


def _in_short(text: str) -> str:
    return text.partition(";")[0].partition(" (")[0].rstrip(".")


def _values(option: argparse.Action, words: Sequence[str]) -> Candidates:
    if option.choices is not None:
        return [(str(choice), "") for choice in option.choices]
    is_candidate = option.dest == "ids" and not _DECIDING.isdisjoint(words)
    names = _candidate_ids if is_candidate else _NAMES.get(option.dest)
    return _named(names, words) if names else []


def _positionals(parser: Parser, words: Sequence[str]) -> Candidates:
    given = [
        word for index, word in enumerate(words) if not word.startswith("-") and not _is_value(parser, words, index)
    ]
    expected = [action for action in parser._actions if not action.option_strings]
    if expected and expected[-1].nargs == "*":
        return _values(expected[min(len(given), len(expected) - 1)], words)
    if len(given) >= len(expected):
        return []
    return _values(expected[len(given)], words)


def _is_value(parser: Parser, words: Sequence[str], index: int) -> bool:
    """Whether the word at `index` belongs to the option before it."""
    option = parser._option_string_actions.get(words[index - 1]) if index else None
    return option is not None and option.nargs is None


def _named(names: Callable[[Path, str], Iterable[str]], words: Sequence[str]) -> Candidates:
    """What `names` finds in the project that `words` are about."""
    try:
        project = project_folder(Path(path) if (path := _value_of("--project", words)) else None)
        return [(name, "") for name in dict.fromkeys(names(project, _value_of("--report", words) or "*"))]
    except (OSError, BriefsError):
        return []


def _value_of(option: str, words: Sequence[str]) -> str:
    """The value that `words` give an option; empty if they do not have it."""
    for index, word in enumerate(words):
        if word == option and index + 1 < len(words):
            return words[index + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""


def _reports(project: Path, report: str) -> Iterator[str]:
    return (path.parent.name for path in _found(project, "seeds/*/report.yaml"))


def _block_ids(project: Path, report: str) -> Iterator[str]:
    for path in _found(project, f"seeds/{report}/blocks/*.yaml"):
        yield from _ID.findall(plain_line_ends(rough_text(path, project)))
    yield "about"


def _candidate_ids(project: Path, report: str) -> Iterator[str]:
    for path in _found(project, f"seeds/{report}/blocks/proposed/*.yaml"):
        yield from _ID.findall(plain_line_ends(rough_text(path, project)))


def _kinds(project: Path, report: str) -> list[str]:
    paths = [path for part in ("", "proposed/") for path in _found(project, f"seeds/{report}/blocks/{part}*.yaml")]
    return sorted({kind for path in paths for kind in _fields(path, project, "kind")})


def _audiences(project: Path, report: str) -> list[str]:
    return sorted(name for path in _templates(project) for name in _fields(path, project, "audience"))


def _products(project: Path, report: str) -> list[str]:
    return sorted(["brief", *(name for path in _templates(project) for name in _fields(path, project, "product"))])


def _distributed(project: Path, report: str) -> list[str]:
    return sorted(path.parent.name for path in _found(project, "build/distribution/*/register.json"))


def _kept(project: Path, report: str) -> list[str]:
    """Names of kept editions without spaces, which shells would have to quote: those of their files."""
    return sorted(path.name.removesuffix(".json.gz") for path in _found(project, "build/editions/*.json.gz"))


def _versions(project: Path, report: str) -> list[str]:
    return sorted({found[1] for name in _kept(project, report) if (found := _VERSION.search(name))})


def _editors(project: Path, report: str) -> list[str]:
    from briefs.preview.answers.editor_links import EDITORS, NO_EDITOR

    return [*EDITORS, NO_EDITOR]


def _templates(project: Path) -> list[Path]:
    return [*_found(project, "templates/*.md"), *_found(project, "templates/*/*.md")]


def _found(project: Path, pattern: str) -> list[Path]:
    """The files in a project that fit a pattern, as many as nobody waits for, and none that is elsewhere."""
    return sorted(path for path in islice(project.glob(pattern), MOST_REPORTS) if not leads_out(path, project))


def _fields(path: Path, project: Path, name: str) -> list[str]:
    text = plain_line_ends(rough_text(path, project))
    return re.findall(_FIELD.format(name=name), text, re.MULTILINE)


_NAMES: dict[str, Callable[[Path, str], Iterable[str]]] = {
    "audience": _audiences,
    "product": _products,
    "report": _reports,
    "kind": _kinds,
    "id": _block_ids,
    "what": _block_ids,
    "ids": _block_ids,
    "sign": _block_ids,
    "editor": _editors,
    "editions": _distributed,
    "old": _kept,
    "new": _kept,
    "since": _versions,
}
"""How to find the names that an argument can have."""

"""Which statement of a template closes which: found by their words alone, so that the author's line can be named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from briefs.compose.jinja.constructs import STATEMENTS
from briefs.model.diagnostics import Fault

_CLOSED = ("if", "for", "macro", "call", "filter", "with", "autoescape", "block", "set")
_KNOWN = "{% if %}, {% elif %}, {% else %}, {% endif %}, {% for %}, {% endfor %}"
_OTHERS = ("include", "extends", "import", "from", "print")
_SPELLINGS = {
    "elseif": "elif",
    "else if": "elif",
    "elsif": "elif",
    "end if": "endif",
    "end for": "endfor",
    "esle": "else",
    "foreach": "for",
    "when": "if",
    "unless": "if not",
}
_SIGNS = " \t\n.,;:-"
_WORD = re.compile(r"\s*([^\w\s]*)\s*((?:end|else)\s+(?:if|for)\b|\w+)(.*)", re.DOTALL)
_MARKED = re.compile(r"\s*\w+\s*=")


@dataclass(slots=True)
class Statement:
    """A statement on `line`: the word that begins it and the rest; `fault` if it stands where it cannot."""

    line: int
    word: str
    rest: str
    fault: Fault | None = None

    @property
    def text(self) -> str:
        """The inside of the statement as it should be; nothing if there should be none."""
        return f"{self.word}{self.rest}" if self.word else ""


def statement_of(line: int, inside: str) -> Statement:
    """The statement with `inside`, with a fault if there is no such statement."""
    found = _WORD.match(inside)
    if found is None:
        return Statement(line, "", "", Fault("template-syntax", "{% %} says nothing", f"known: {_KNOWN}"))
    strange, word, rest = found[1], " ".join(found[2].split()), found[3]
    if word in STATEMENTS or word.removeprefix("end") in _CLOSED or word in _OTHERS:
        message = f'"{strange}" has no meaning there'
        return Statement(line, word, rest, Fault("template-syntax", message) if strange else None)
    meant = _meant(word, rest)
    message = f"there is no statement {{% {word} %}}"
    hint = "" if meant else f"known: {_KNOWN}"
    return Statement(line, meant, rest, Fault("template-syntax", message, hint))


def _meant(word: str, rest: str) -> str:
    """The statement that `word` is typed for; none if that is not plain."""
    if (spelt := _SPELLINGS.get(word.lower())) is not None:
        return spelt
    fit: tuple[str, ...]
    if not rest.strip(_SIGNS):
        fit = ("endif", "endfor", "else")
    elif re.match(r"\s+\w+(?:\s*,\s*\w+)?\s+in\s", rest):
        fit = ("for",)
    else:
        fit = ("if", "elif")
    found = get_close_matches(word.lower(), fit, n=1, cutoff=0.5)
    return found[0] if found else ""


def nest(statements: Iterable[Statement]) -> tuple[list[tuple[Statement, Fault]], list[str]]:
    """Faults of statements that are not closed or close nothing, and the words that close what is open at the end.

    A statement that closes nothing loses its word; one that closes the wrong one gets the right word.
    """
    open_now: list[Statement] = []
    faults: list[tuple[Statement, Fault]] = []
    is_unsure = False  # something may have been opened that nobody can read
    for one in statements:
        is_unsure = is_unsure or not one.word
        if one.word in _CLOSED and not (one.word == "set" and _MARKED.match(one.rest)):
            open_now.append(one)
        elif one.word in ("elif", "else") and not open_now:
            faults.append((one, _closes_nothing(one.word, "if")))
            one.word = ""
        elif one.word.startswith("end") and one.word.removeprefix("end") in _CLOSED:
            closed = one.word.removeprefix("end")
            if not open_now:
                faults.append((one, _closes_nothing(one.word, closed)))
                one.word = ""
            elif open_now[-1].word == closed:
                open_now.pop()
            elif len(open_now) > 1 and open_now[-2].word == closed:
                faults.append((open_now[-1], _not_closed(open_now[-1])))
                one.word = f"end{open_now[-1].word} %}}{{% {one.word}"
                del open_now[-2:]
            else:
                other = open_now.pop()
                message = f"{{% {one.word} %}} cannot close {{% {other.text.strip()} %}}"
                one.word = f"end{other.word}"
                faults.append((one, Fault("template-syntax", message, f"write {{% {one.word} %}}")))
    faults += ((one, _not_closed(one)) for one in open_now)
    return [] if is_unsure else faults, [f"end{one.word}" for one in reversed(open_now)]


def _not_closed(one: Statement) -> Fault:
    message = f"{{% {one.text.strip()} %}} is not closed"
    return Fault("template-syntax", message, f"write {{% end{one.word} %}} on a line of its own where its part ends")


def _closes_nothing(word: str, closed: str) -> Fault:
    message = f"{{% {word} %}} has no {{% {closed} … %}} above it"
    return Fault("template-syntax", message, "take it out, or write what it belongs to")

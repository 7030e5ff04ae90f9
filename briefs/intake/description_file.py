"""`report.yaml` of a new report, as a person goes on writing it: fields, each guess marked as one, what is open."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefs.intake.guess import Guess, in_words
from briefs.intake.yaml_text import field_lines, flow, in_comment, scalar
from briefs.model.unsettled import UNSETTLED_ISSUER

WIDTH = 120
_OUTLINE_OF_TEXT = (
    "Every heading of the body, in order. `level`: 1 for the parts, 2 and 3 below them. `label` is the short form in "
    'source tags: "IV Framework ¶3".'
)
_OUTLINE_OF_FILE = (
    "The headings, as they were recognised in the file. `label` is the short form in source tags: "
    '"IV Framework ¶3". What is taken out here stays as it was recognised; what is none goes into '
    '`not_headings: ["…"]`.'
)
_SCHEMA = "# yaml-language-server: $schema=../../schemas/report.schema.json"


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The file of a new report: its name in the folder, as it was called, its fingerprint, and whether its format marks
    nothing."""

    name: str
    called: str
    sha256: str
    is_plain: bool


@dataclass(slots=True)
class Description:
    """The text of `report.yaml`, and on which of its lines (from 1) which guess stands."""

    lines: list[str] = field(default_factory=list)
    guesses: dict[int, Guess] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines) + "\n"

    def add(self, *lines: str, guess: Guess | None = None) -> None:
        """Add lines, which are about a guess if there is one."""
        for line in lines:
            self.lines.append(line)
            if guess is not None:
                self.guesses[len(self.lines)] = guess

    def comment(self, text: str) -> None:
        """Add a comment, in as many lines as it takes."""
        self.add(*_wrapped(in_comment(text), "# "))


def description(file: ReportFile, guesses: Sequence[Guess], to_settle: Sequence[str], anchor: str = "") -> Description:
    """`report.yaml` of the report in `file`, with `guesses`; at its head, what a person is `to_settle`.

    `anchor` names the passage that the proposal for `about` is made of.
    """
    made = Description()
    by_field: dict[str, list[Guess]] = {}
    for guess in guesses:
        by_field.setdefault(guess.field, []).append(guess)
    _head(made, file, to_settle)
    for name in ("title", "subtitle", "issuer", "citation"):
        _text_field(made, name, by_field)
    _about(made, by_field, anchor)
    made.comment(
        f"Fingerprint of the {file.name} that blocks are drawn from. If the report is replaced, the build says so."
    )
    made.add(f"sha256: {file.sha256}", "")
    _outline(made, by_field, file)
    _listed(
        made,
        "not_headings",
        by_field,
        "What looks like a heading in the file, but seems to be none. Take out what is one.",
    )
    _listed(made, "quotations", by_field, "Quotations that are set apart, in order, by their first words.")
    _listed(made, "signatures", by_field, "First words of each signature.")
    _listed(made, "tables", by_field, "The list of participants: what its columns hold.")
    _names(made, by_field)
    _never_print(made, by_field)
    _strength(made, by_field)
    _words(
        made,
        "relative_dates",
        by_field,
        'Dates that mean nothing a year later; briefs have the year in brackets instead, as in "[2010]".',
    )
    _loose(made, by_field)
    _words(made, "common_acronyms", by_field, "Acronyms that every reader knows, and that need no expansion.")
    while made.lines[-1] == "":
        made.lines.pop()
    return made


def _head(made: Description, file: ReportFile, to_settle: Sequence[str]) -> None:
    made.add(_SCHEMA)
    made.comment(
        f"What {file.name}, received as {file.called}, does not say by itself. briefs init wrote this: correct it."
    )
    if to_settle:
        made.add("#", "# For a person to settle:")
        for one in to_settle:
            made.add(
                *textwrap.wrap(
                    in_comment(one), WIDTH, initial_indent="#   - ", subsequent_indent="#     ", break_on_hyphens=False
                )
            )
    made.add("#")
    made.comment(
        "Comments that begin with “guessed” say what a value was found by, and how sure that is. Once you have looked "
        "whether the value is right, take the comment out."
    )
    made.add("")


def _marked(guess: Guess) -> str:
    return in_comment(f"guessed: {guess.evidence}; {in_words(guess.certainty)}{_place(guess)}")


def _place(guess: Guess) -> str:
    if guess.page:
        return f" (p. {guess.page})"
    return f" (line {guess.lines[0]})" if guess.lines else ""


_EXAMPLES = {
    "subtitle": "A fresh look at water",
    "issuer": "Valley Council (VC)",
}


def _text_field(made: Description, name: str, by_field: Mapping[str, Sequence[Guess]]) -> None:
    guess = next(iter(by_field.get(name, ())), None)
    if guess is None:
        made.add(f"# open: no {name} was found. If there is one, write it, as in:", f"# {name}: {_EXAMPLES[name]}", "")
        return
    if guess.value is None:
        if guess.proposal:
            made.comment(
                f"open: perhaps {scalar(guess.proposal)}, by {guess.evidence}{_place(guess)}. Write the name here."
            )
        else:
            made.comment(
                f"open: {guess.evidence}. Write the name, with its acronym in brackets, as in {_EXAMPLES.get(name, '')}"
            )
        made.add(f"{name}: {scalar(UNSETTLED_ISSUER)}", "", guess=guess)
        return
    made.comment(_marked(guess))
    made.add(*field_lines(name, guess.value, WIDTH), guess=guess)
    made.add("")


def _about(made: Description, by_field: Mapping[str, Sequence[Guess]], anchor: str) -> None:
    guess = next(iter(by_field.get("about", ())), None)
    made.comment(
        "The sentence under every title: what the report is and whose, when it was made, and how. It is checked "
        "against the passage that it names, as a block is."
    )
    if guess is not None and guess.proposal:
        made.comment(f"open: the report says{_place(guess)}: {guess.proposal}")
    made.add(
        "# about:",
        "#   text: Summarizes …",
        f"#   anchor: {scalar(anchor or 'first words … last words')}",
        "",
    )


def _outline(made: Description, by_field: Mapping[str, Sequence[Guess]], file: ReportFile) -> None:
    guesses = by_field.get("outline", ())
    made.comment(_OUTLINE_OF_TEXT if file.is_plain else _OUTLINE_OF_FILE)
    kept = [guess for guess in guesses if guess.value is not None]
    if not kept:
        made.add("# outline:", "#   - {level: 1, label: I, text: I. Introduction}")
    else:
        made.add("outline:")
    for guess in guesses:
        _item(made, guess)
    made.add("")


def _item(made: Description, guess: Guess) -> None:
    """An item of a list, with its mark behind it, or above it if the line would be long; a comment if it is open."""
    mark = "" if guess.certainty >= 1 else f"  # {_marked(guess)}"
    if guess.value is None:
        made.add(f"  # - {in_comment(flow(guess.proposal))}  # {in_comment(guess.evidence)}")
        return
    lines = [f"  - {flow(guess.value)}"]
    if isinstance(guess.value, dict) and len(lines[0]) > WIDTH:
        fields = [line for key, one in guess.value.items() for line in _field_of_item(key, one)]
        lines = [f"{'    ' if index else '  - '}{line}" for index, line in enumerate(fields)]
    if mark and (len(lines) > 1 or len(lines[0]) + len(mark) > WIDTH):
        made.add(*_wrapped(mark.strip(" #"), "  # "))
        mark = ""
    made.add(*lines[:-1], lines[-1] + mark, guess=guess)


def _field_of_item(key: str, value: Any) -> list[str]:
    """The lines of a field of an item that has a line for each field."""
    return field_lines(key, value, WIDTH - 4) if isinstance(value, str) else [f"{key}: {flow(value)}"]


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _listed(made: Description, name: str, by_field: Mapping[str, Sequence[Guess]], about: str) -> None:
    guesses = by_field.get(name, ())
    if not guesses:
        return
    made.comment(about)
    made.add(f"{name}:" if any(guess.value is not None for guess in guesses) else f"# {name}:")
    for guess in guesses:
        _item(made, guess)
    made.add("")


def _names(made: Description, by_field: Mapping[str, Sequence[Guess]]) -> None:
    for guess in by_field.get("names", ()):
        if guess.value is None:
            continue
        made.comment("No brief prints a name from this table. Take it out if the report may be quoted by name.")
        made.comment(_marked(guess))
        made.add(f"names: {flow(guess.value)}", guess=guess)
        made.add("")


def _never_print(made: Description, by_field: Mapping[str, Sequence[Guess]]) -> None:
    for guess in by_field.get("never_print", ()):
        made.comment(f"open: {guess.proposal} {guess.evidence}, but stand in no table{_place(guess)}.")
        made.add("# never_print: [Brook, Stone]", "")


def _strength(made: Description, by_field: Mapping[str, Sequence[Guess]]) -> None:
    for guess in by_field.get("strength", ()):
        if guess.value is None:
            continue
        made.comment(
            "How many held a view, in words of this report that the program’s own scale lacks, from 7 (all) to 1 (one)."
        )
        made.comment(_marked(guess))
        made.add("strength:")
        for level, phrases in guess.value.items():
            made.add(f"  {level}: {flow(phrases)}", guess=guess)
        made.add("")


def _words(made: Description, name: str, by_field: Mapping[str, Sequence[Guess]], about: str) -> None:
    for guess in by_field.get(name, ()):
        if guess.value is None:
            continue
        made.comment(about)
        made.comment(_marked(guess))
        made.add(*_filled(name, guess.value), guess=guess)
        made.add("")


def _filled(name: str, values: Iterable[Any]) -> Iterator[str]:
    """A list between brackets, broken between its items."""
    line, first = f"{name}: [", True
    for value in values:
        text = scalar(value)
        if not first and len(line) + len(text) + 3 > WIDTH:
            yield f"{line},"
            line, first = "  ", True
        line += ("" if first else ", ") + text
        first = False
    yield f"{line}]"


def _loose(made: Description, by_field: Mapping[str, Sequence[Guess]]) -> None:
    for guess in by_field.get("loose_dates", ()):
        found = ", ".join(f"“{one}”" for one in guess.proposal)
        made.comment(f"The text also has {found}. Add to relative_dates what briefs must not say without a date.")
        made.add("")

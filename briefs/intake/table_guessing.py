"""The list of participants of a report: where it is, what its columns hold, and what their surnames look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefs.intake.guess import Guess
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Part, Received

_FEWEST_ROWS = 3
_NAMED = 0.6
"""This share of the rows of a list of people begin with what looks like a name."""
_SURNAME = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?![^\W\d_])")
_NUMBERED = re.compile(r"column \d+")
_WORDY = 4
_DEFAULT = ("name", "position", "affiliation")


def guess_tables(received: Received, words: IntakeWords) -> Iterator[Guess]:
    """Guesses for `tables` and `names`: the list of participants, if the report has one that can be read as a table.

    An open guess for `never_print` counts people who are not in it.
    """
    for heading, under in received.sections():
        if heading is None or not _is_of_people(heading.text, words):
            continue
        if not received.is_plain:
            rows = [part for part in under if part.role == "row"]
            head = next((part for part in rows if part.is_head), None)
            cells = [part.cells for part in rows if not part.is_head]
        else:
            rows = [part for part in under if part.role == "row" or "\t" in part.text]
            head = next((part for part in rows if part.is_head), None)
            cells = [tuple(cell.strip() for cell in part.text.split("\t")) for part in rows if not part.is_head]
            cells = [one for one in cells if len(one) > 1]
        found = list(_of_table(heading, rows, head, cells, received, words)) if len(cells) >= _FEWEST_ROWS else []
        width = len(found[0].value["columns"]) if found else 0
        listed = {id(part) for part in rows if received.is_plain or len(part.cells) == width} if found else set()
        yield from found
        yield from _outside(heading, [part for part in under if id(part) not in listed], words)
        if found:
            return


def _outside(heading: Part, parts: Sequence[Part], words: IntakeWords) -> Iterator[Guess]:
    """An open guess for `never_print` if people stand under a heading for them, but in no row of its table."""
    people = [part for part in parts if part.role in ("row", "paragraph", "item") and _begins_with_person(part, words)]
    if people:
        evidence = f"lines under “{heading.text}” that begin with a title and a name"
        yield Guess("never_print", None, evidence, 0.5, people[0].lines, people[0].page, len(people))


def _begins_with_person(part: Part, words: IntakeWords) -> bool:
    said = (part.cells[0] if part.cells else part.text).split()
    is_titled = len(said) > 2 and said[0].lower().rstrip(".") in words.courtesies
    return is_titled and said[1][:1].isupper() and said[2][:1].isupper()


def _of_table(
    heading: Part,
    rows: Sequence[Part],
    head: Part | None,
    cells: Sequence[tuple[str, ...]],
    received: Received,
    words: IntakeWords,
) -> Iterator[Guess]:
    width = Counter(map(len, cells)).most_common(1)[0][0]
    named = [sum(_is_person(row[column], words) for row in cells if len(row) == width) for column in range(width)]
    best = max(range(width), key=lambda column: named[column])
    fitting = [row for row in cells if len(row) == width]
    if named[best] < _NAMED * len(fitting):
        return
    endings: tuple[str, ...] = ()
    columns = tuple(head.cells) if head is not None and len(set(filter(None, head.cells))) == width else ()
    columns = columns or (rows[0].columns if len(set(filter(None, rows[0].columns))) == width else ())
    if any(_NUMBERED.fullmatch(column) for column in columns):
        columns = ()
    if received.is_plain and not columns:
        endings = _split_endings(rows, width) or (_endings(fitting) if width == len(_DEFAULT) - 1 else ())
        if endings:
            columns = rows[0].columns if len(rows[0].columns) == width + 1 else _DEFAULT
    if not columns:
        columns = _guessed_columns(fitting, best)
    value = {"section": heading.text, "columns": list(columns)} | ({"endings": sorted(endings)} if endings else {})
    evidence = f"its heading, and {len(fitting)} rows with names"
    certainty = 0.7 if endings else 0.8
    yield Guess("tables", value, evidence, certainty, heading.lines, heading.page)
    capitals = sum(any(word.isupper() for word in _SURNAME.findall(row[best])) for row in fitting)
    part = "capitals" if capitals >= 0.9 * len(fitting) else "all"
    said = "their surnames are in capitals" if part == "capitals" else "their surnames are not in capitals"
    names = {"section": heading.text, "column": columns[best], "part": part}
    yield Guess("names", names, f"the names in that list; {said}", 0.8, heading.lines, heading.page)


def _is_of_people(text: str, words: IntakeWords) -> bool:
    """Whether a heading is over a list of people: it says so, perhaps behind "Annex 1:"."""
    lower = text.lower().strip(" .:")
    last = re.split(r"[:.–—]\s+|\s[-–—]\s", lower)[-1].strip()
    return any(
        one in words.participants or any(one.endswith(f" {phrase}") for phrase in words.participants if " " in phrase)
        for one in (lower, last)
    )


def _is_person(cell: str, words: IntakeWords) -> bool:
    """Whether a cell looks like the name of a person: two to seven words, most with a capital, perhaps with a title."""
    said = cell.replace(",", " ").split()
    if not 2 <= len(said) <= 7 or any(map(str.isdigit, cell)):
        return False
    if said[0].lower().rstrip(".") in words.courtesies:
        return True
    return sum(word[:1].isupper() for word in said) >= len(said) - 1 and not any(
        len(word) > 3 and word.lower() in words.bodies for word in said
    )


def _split_endings(rows: Sequence[Part], width: int) -> tuple[str, ...]:
    """The last cells of rows that a reader divided into one cell more than there are tabs; empty if it did not."""
    divided = [part.cells[-1] for part in rows if len(part.cells) == width + 1]
    return tuple(dict.fromkeys(divided)) if len(divided) == len(rows) else ()


def _endings(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The affiliations in a column that holds a position and then an affiliation, with only a space between them.

    An affiliation recurs at the end of rows, or it has an acronym in brackets and begins where a run of words with
    capitals does. Only if every row ends with one of them is there anything to say.
    """
    lasts = [row[-1].split() for row in rows]
    counts = Counter(" ".join(words[-size:]) for words in lasts for size in range(1, len(words)))
    repeated = {text for text, count in counts.items() if count > 1 and text[:1].isupper()}
    found: dict[str, None] = {}
    for words in lasts:
        options = [" ".join(words[-size:]) for size in range(1, len(words)) if " ".join(words[-size:]) in repeated]
        if not options:
            return ()
        best = max(options, key=lambda text: (counts[text], len(text)))
        longest = max((one for one in options if counts[one] == counts[best]), key=len)
        found[longest] = None
    return tuple(found)


def _guessed_columns(rows: Sequence[tuple[str, ...]], names: int) -> tuple[str, ...]:
    """Names for columns by how many there are; of two, the other may hold a position too, if it has many words."""
    width = len(rows[0])
    others = {2: ("affiliation",), 3: ("position", "affiliation")}.get(width)
    if width == 2 and sum(len(row[1 - names].split()) for row in rows) > _WORDY * len(rows):
        others = ("position and affiliation",)
    rest = list(others or (f"column {number}" for number in range(2, width + 1)))
    return tuple("name" if column == names else rest.pop(0) for column in range(width))

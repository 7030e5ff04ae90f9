"""Finding in the lines of a report what the hints name; what is not there is a diagnostic."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence

from briefs.files.yaml import Location
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.typesetting import plain
from briefs.report.hints import HeadingHint, HintsFile, QuotationHint
from briefs.report.pieces import Marks, QuotationPiece


def match_hints(lines: list[str], file: HintsFile) -> tuple[Marks, list[Diagnostic]]:
    """Where the headings, quotations, signatures and tables of the hints are. Code: `hint-not-found`."""
    hints, found = file.hints, []
    plains = _beginnings(lines, file)

    def missing(location: Location, message: str, hint: str) -> None:
        place = Place(file.path, file.lines.line(location))
        found.append(Diagnostic(place, "hint-not-found", message, hint))

    headings = _match_headings(hints.outline, plains)
    for index, heading in enumerate(hints.outline):
        if index not in headings:
            wanted, free = plain(heading.text), set(headings.values())
            at = [n for n, text in enumerate(plains, 1) if text == wanted and n not in free]
            remedy = f"line {at[0]} has it: keep the order of the report" if at else _nearest(wanted, plains)
            missing(("outline", index, "text"), f'the report has no heading "{heading.text}"', remedy)
    taken = set(headings.values())
    quotations: dict[int, QuotationPiece] = {}
    for index, quotation in enumerate(hints.quotations):
        number = _first_line(plain(quotation.text), plains, taken)
        if number is None:
            remedy = _nearest(plain(quotation.text), plains)
            missing(("quotations", index, "text"), f'no line begins with "{quotation.text}"', remedy)
            continue
        piece, is_attributed = _quotation(number, quotation, lines, plains, taken)
        quotations[number] = piece
        taken |= set(piece.lines)
        if not is_attributed:
            message = f'line {piece.lines[-1]} is not followed by "- {quotation.attribution}"'
            remedy = _nearest(f"- {quotation.attribution}", plains)
            missing(("quotations", index, "attribution"), message, remedy)
    signatures: set[int] = set()
    for index, signature in enumerate(hints.signatures):
        number = _first_line(plain(signature), plains, taken | signatures)
        if number is None:
            missing(("signatures", index), f'no line begins with "{signature}"', _nearest(plain(signature), plains))
        else:
            signatures.add(number)
    texts = {heading.text for heading in hints.outline}
    for index, table in enumerate(hints.tables):
        if table.section not in texts:
            message = f'the outline has no heading "{table.section}"'
            missing(("tables", index, "section"), message, _nearest_of(table.section, sorted(texts)))
    marks = Marks(
        {line: hints.outline[index] for index, line in headings.items()},
        quotations,
        frozenset(signatures),
        {table.section: table for table in hints.tables},
    )
    return marks, found


def _beginnings(lines: list[str], file: HintsFile) -> list[str]:
    """The plain text of each line, as much of it as a hint can be compared with; "…" stands for the rest."""
    hints = file.hints
    words = [h.text for h in hints.outline] + [q.text for q in hints.quotations] + list(hints.signatures)
    limit = max(map(len, words), default=0) + 200
    return [plain(line) if len(line) <= limit else f"{plain(line[:limit])}…" for line in lines]


def _match_headings(outline: Sequence[HeadingHint], plains: list[str]) -> dict[int, int]:
    """Line by index of heading: the longest run of headings that the report has in the order of the outline."""
    wanted = [plain(heading.text) for heading in outline]
    names = set(wanted)
    candidates = [number for number, text in enumerate(plains, 1) if text in names]
    # longest common subsequence, from the end; ties go to the earlier line
    best = [[0] * (len(candidates) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(candidates))):
            same = wanted[i] == plains[candidates[j] - 1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if same else 0)
    found: dict[int, int] = {}
    i = j = 0
    while i < len(wanted) and j < len(candidates):
        if wanted[i] == plains[candidates[j] - 1] and best[i][j] == best[i + 1][j + 1] + 1:
            found[i] = candidates[j]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _first_line(words: str, plains: list[str], taken: set[int]) -> int | None:
    """The first free line that begins with `words`, ending at the end of a word."""
    for number, text in enumerate(plains, 1):
        if text.startswith(words) and not text[len(words) : len(words) + 1].isalnum() and number not in taken:
            return number
    return None


def _quotation(
    number: int, hint: QuotationHint, lines: list[str], plains: list[str], taken: set[int]
) -> tuple[QuotationPiece, bool]:
    """The quotation that begins on line `number`, and whether its attribution is where it should be."""
    attribution = plain(hint.attribution or "")
    is_attribution: Callable[[int], bool] = lambda n: (  # noqa: E731
        bool(attribution) and plains[n - 1].lstrip("-–— ") == attribution
    )
    numbers = [number]
    following = range(number + 1, len(lines) + 1)
    for n in following:
        if not lines[n - 1].strip() or n in taken or is_attribution(n):
            break
        numbers.append(n)
    text = " ".join(lines[n - 1].strip() for n in numbers)
    if not attribution:
        return QuotationPiece(tuple(numbers), text, hint.role, ""), True
    after = next((n for n in following if n > numbers[-1] and lines[n - 1].strip()), None)
    if after is None or after in taken or not is_attribution(after):
        return QuotationPiece(tuple(numbers), text, hint.role, ""), False
    return QuotationPiece((*numbers, after), text, hint.role, hint.attribution or ""), True


def _nearest(words: str, plains: list[str]) -> str:
    """A hint that names the line whose beginning is most like `words`."""
    beginnings = {text[: len(words)]: number for number, text in reversed(list(enumerate(plains, 1))) if text}
    close = difflib.get_close_matches(words, beginnings, n=1, cutoff=0.5)
    if not close:
        return ""
    number = beginnings[close[0]]
    text = plains[number - 1]
    limit = max(len(words), 60)
    return f'nearest is line {number}, "{text[:limit]}{"…" if len(text) > limit else ""}"'


def _nearest_of(text: str, texts: list[str]) -> str:
    close = difflib.get_close_matches(text, texts, n=1, cutoff=0.5)
    return f'did you mean "{close[0]}"?' if close else ""

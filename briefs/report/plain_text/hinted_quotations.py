"""Finding the display quotations of the hints among the lines of a text, with the attribution under each."""

from __future__ import annotations

from collections.abc import Set

from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.report.hints import HintsFile, QuotationHint
from briefs.report.pieces import QuotationPiece
from briefs.report.plain_text.text_lines import TextLines, quoted


def match_quotations(lines: TextLines, file: HintsFile, headings: Set[int]) -> Checked[dict[int, QuotationPiece]]:
    """The quotations by the line on which each begins; the lines in `headings` cannot hold one.

    Code: `hint-not-found`, for a quotation and for an attribution that is not under it.
    """
    found: dict[int, QuotationPiece] = {}
    problems: list[Diagnostic] = []
    taken = set(headings)
    for index, hint in enumerate(file.hints.quotations):
        words = plain(hint.text, lines.notes)
        number = lines.first_beginning(words, taken)
        if number is None:
            fault = Fault("hint-not-found", f"no line begins with {quoted(hint.text)}", lines.nearest(words))
            problems.append(fault.at(file.place("quotations", index, "text")))
            continue
        piece = _quotation(number, hint, lines, taken)
        found[number] = piece
        taken |= set(piece.lines)
        if plain(hint.attribution or "", lines.notes) and not piece.attribution:
            message = f'the line below the quotation of line {number} is not "{hint.attribution}"'
            given = plain(hint.attribution)
            fault = Fault("hint-not-found", message, lines.nearest(given) or lines.nearest(f"- {given}"))
            problems.append(fault.at(file.place("quotations", index, "attribution")))
    return Checked(found, tuple(problems))


def _quotation(number: int, hint: QuotationHint, lines: TextLines, taken: Set[int]) -> QuotationPiece:
    """The quotation that begins on line `number`; without its attribution if that does not follow."""
    attribution = plain(hint.attribution or "", lines.notes)

    def is_attribution(line: int) -> bool:
        return bool(attribution) and lines.plain[line - 1].lstrip("-–— ") == attribution

    numbers = [number]
    following = range(number + 1, len(lines.received) + 1)
    for line in following:
        if lines.is_blank(line) or line in taken or is_attribution(line):
            break
        numbers.append(line)
    text = " ".join(lines.received[line - 1].strip() for line in numbers)
    after = next((line for line in following if line > numbers[-1] and not lines.is_blank(line)), None)
    if after is None or after in taken or not is_attribution(after):
        return QuotationPiece(tuple(numbers), text, hint.role, "")
    return QuotationPiece((*numbers, after), text, hint.role, hint.attribution or "")

"""Two sequences held beside each other: what they share at both ends, and which elements belong together, in order."""

from __future__ import annotations

from collections.abc import Sequence


def shared_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How many elements two sequences have in common at the beginning, and then at the end; none counts twice."""
    most = min(len(one), len(other))
    start = next((n for n in range(most) if one[n] != other[n]), most)
    most -= start
    return start, next((n for n in range(most) if one[-1 - n] != other[-1 - n]), most)


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs of rows and columns, both ascending, that are worth most together (Needleman and Wunsch).

    `worth` has a row for each element of one sequence, with the worth of pairing it with each element of the other; 0
    if they do not belong together. Takes time and room in proportion to the number of all pairs.
    """
    rows, columns = len(worth), len(worth[0]) if worth else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        own, here, below = worth[row], best[row], best[row + 1]
        for column in reversed(range(columns)):
            found = below[column] if below[column] >= here[column + 1] else here[column + 1]
            if own[column]:
                found = max(found, own[column] + below[column + 1])
            here[column] = found
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        if worth[row][column] and best[row][column] == worth[row][column] + best[row + 1][column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs

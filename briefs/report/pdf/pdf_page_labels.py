"""How the pages of a PDF are cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def page_labels(declared: Sequence[str], printed: Mapping[int, str]) -> list[str]:
    """The label of each page: the number printed on it, since readers see that one; where none is, that between those
    of its neighbours; then the label in the file (ISO 32000-1, 12.4.2); then how many pages there are up to it.

    The file's labels are used only if they agree with most of the printed numbers: many programs write them wrongly.
    """
    agreed = sum(1 for index, number in printed.items() if _is_same(declared[index], number))
    trusts_declared = not printed or agreed >= 0.5 * len(printed)
    labels: list[str] = []
    for index, label in enumerate(declared):
        number = printed.get(index) or _between(printed, index)
        if number is None:
            number = label if label and trusts_declared else ""
        labels.append(number)
    taken = set(labels)
    return [label or _free(str(index), taken) for index, label in enumerate(labels, 1)]


def _is_same(declared: str, printed: str) -> bool:
    return declared.lower() == printed.lower() or declared.lower().endswith(
        (f":{printed.lower()}", f"-{printed.lower()}")
    )


def _between(printed: Mapping[int, str], index: int) -> str | None:
    """The number that a page without one has by those of the pages around it."""
    for step in range(1, 6):
        before, after = printed.get(index - step, ""), printed.get(index + step, "")
        if before.isdigit() and (not after or not after.isdigit() or int(after) == int(before) + 2 * step):
            return str(int(before) + step)
        if after.isdigit() and not before and int(after) - step > 0:
            return str(int(after) - step)
    return None


def _free(number: str, taken: set[str]) -> str:
    """How many pages there are up to one, in square brackets if another page has that number."""
    return f"[{number}]" if number in taken else number

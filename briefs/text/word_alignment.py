"""Which word of a passage each word of edited wording stands for.

Wording follows its passage in long stretches. So of all ways to find its words in the passage, the one that jumps least
is taken: a word that the passage has several times is then the one beside the same neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from briefs.text.readings import Reading

_UNPAIRED = 2.5
"""What it costs to leave a word out that the passage has: more than any jump."""
_SENTENCE = 1.0
_BACK = 0.4
_STEP = 0.1
_LONGEST = 0.6


@lru_cache(maxsize=4096)
def partners(form: Reading, passage: Reading) -> Mapping[int, int]:
    """For each token of `form` with content that has a partner in `passage`, the index of that token."""
    places: dict[str, list[int]] = defaultdict(list)
    order = {index: number for number, index in enumerate(passage.contentful)}
    for index in passage.contentful:
        places[passage.tokens[index].key].append(index)
    paths: list[tuple[float, int | None, tuple[tuple[int, int], ...]]] = [(0.0, None, ())]
    for index in form.contentful:
        candidates = places.get(form.tokens[index].key)
        if not candidates:
            continue
        new = []
        for candidate in candidates:
            cost, _, path = min(
                (
                    (cost + _jump(last, candidate, passage, order), number, path)
                    for number, (cost, last, path) in enumerate(paths)
                ),
                key=lambda one: one[:2],
            )
            new.append((cost, candidate, (*path, (index, candidate))))
        skipped = [(cost + _UNPAIRED, last, path) for cost, last, path in paths]
        paths = _best_by_end([*new, *skipped])
    return dict(min(paths, key=lambda one: one[0])[2])


def _best_by_end(
    paths: list[tuple[float, int | None, tuple[tuple[int, int], ...]]],
) -> list[tuple[float, int | None, tuple[tuple[int, int], ...]]]:
    best: dict[int | None, tuple[float, int | None, tuple[tuple[int, int], ...]]] = {}
    for path in paths:
        if path[1] not in best or path[0] < best[path[1]][0]:
            best[path[1]] = path
    return list(best.values())


def _jump(last: int | None, candidate: int, passage: Reading, order: Mapping[int, int]) -> float:
    """What it costs to go on at `candidate` after `last`."""
    if last is None:
        return 0.0
    gap = order[candidate] - order[last]
    cost = 0.0 if gap == 1 else min(_STEP * abs(gap), _LONGEST)
    if passage.tokens[candidate].sentence != passage.tokens[last].sentence:
        cost += _SENTENCE
    return cost + (_BACK if gap <= 0 else 0.0)

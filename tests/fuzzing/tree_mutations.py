"""Mutations of values in YAML and JSON: what a field or an item holds is swapped for something else of any kind."""

from __future__ import annotations

import copy
import random
from typing import Any

from tests.fuzzing.hostile_words import NUMBERS, Canary, words_for

Slot = tuple[Any, Any]
"""A list or a mapping, and an index or a name in it."""


def slots(value: Any) -> list[Slot]:
    """All places in a value that hold another one."""
    found: list[Slot] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        keys = one.keys() if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        for key in keys:
            found.append((one, key))
            waiting.append(one[key])
    return found


def hostile_value(chance: random.Random, canary: Canary, ending: str) -> Any:
    """A value that no field is made for."""
    match chance.randrange(9):
        case 0:
            return None
        case 1:
            return chance.choice((True, False, 0, -1, 10**9, 10**18, 10**40, 1e308, -0.5, 2**63))
        case 2:
            return chance.choice(NUMBERS)
        case 3:
            return chance.choice(
                (canary.file, canary.address, "../../../etc/passwd", "/dev/zero", "file:///", "~", ".")
            )
        case 4:
            return chance.choice(words_for(ending, canary))
        case 5:
            return chance.choice(([], {}, "", [[]], {"": ""}, [None], {"a": None}))
        case 6:
            nested: Any = "x"
            for _ in range(chance.choice((2, 10, 25, 60, 300))):
                nested = [nested] if chance.random() < 0.5 else {"a": nested}
            return nested
        case 7:
            return ["x"] * chance.choice((1, 10, 1000, 50_000))
        case _:
            return {f"field {at}": at for at in range(chance.choice((1, 10, 1000, 20_000)))}


def mutated_tree(value: Any, chance: random.Random, canary: Canary, ending: str) -> Any:
    """A value with one place in it changed; the value itself is left alone."""
    changed = copy.deepcopy(value)
    places = slots(changed)
    if not places:
        return hostile_value(chance, canary, ending)
    holder, key = chance.choice(places)
    match chance.randrange(8):
        case 0 | 1 | 2:
            holder[key] = hostile_value(chance, canary, ending)
        case 3:
            del holder[key]
        case 4:  # what stands elsewhere
            other, there = chance.choice(places)
            holder[key] = copy.deepcopy(other[there])
        case 5 if isinstance(holder, list):
            holder[key:key] = [copy.deepcopy(holder[key]) for _ in range(chance.choice((1, 2, 100, 2000)))]
        case 5 | 6:
            if isinstance(holder, dict):
                holder[str(hostile_value(chance, canary, ending))[:2000]] = holder[key]
            else:
                holder.insert(key, hostile_value(chance, canary, ending))
        case _:
            holder[key] = [holder[key]] if chance.random() < 0.5 else {"text": holder[key]}
    return changed

"""What blocks are checked against."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from briefs.blocks.drawing_context import DrawingContext


class Counted(dict[str, Any]):
    """Blocks that count how often all of them were looked at."""

    rounds = 0

    def values(self) -> Any:
        self.rounds += 1
        return super().values()


def test_all_blocks_are_looked_at_once_for_all_audiences() -> None:
    audiences = {"a": ("clerks",), "b": ("clerks", "pilots"), "c": ()}
    blocks = Counted(
        {name: SimpleNamespace(block=SimpleNamespace(id=name, audiences=own)) for name, own in audiences.items()}
    )
    context = DrawingContext(cast(Any, None), blocks, frozenset(), cast(Any, None), frozenset())
    assert [context.naming.get(one, ()) for one in ("clerks", "pilots", "guests")] == [["a", "b"], ["b"], ()]
    assert blocks.rounds == 1

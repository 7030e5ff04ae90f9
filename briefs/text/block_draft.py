"""A block drafted in YAML, ready to be pasted into a file of blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence

from briefs.model.block_fields import Anchor

_WORDS = 2
"""How many words of a text make the id of its block."""
_LEAST_LETTERS = 4


def block_draft(text: str, anchors: Sequence[Anchor], taken: Collection[str], indent: str = "  ") -> tuple[str, str]:
    """The id and the YAML of a block that says `text`, and that is drawn from `anchors`.

    The id is none of those `taken`. Lines are indented as the entries of a list of blocks.
    """
    block = _free_id(text, taken)
    written = [one.source for one in anchors]
    lines = [f"- id: {block}"]
    if len(written) == 1:
        lines.append(f"  anchor: {written[0]}")
    else:
        lines += ["  anchor:", *(f"    - {one}" for one in written)]
    lines.append(f"  short: {_quoted(text)}")
    return block, "".join(f"{indent}{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """`text` between quotation marks, as YAML and JSON both read it (YAML 1.2, 7.3.1)."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _free_id(text: str, taken: Collection[str]) -> str:
    """`st.` and words of the text; with a number, if another block has that id."""
    words = [word for word in re.findall(r"[a-z]+", text.lower()) if len(word) >= _LEAST_LETTERS]
    name = f"st.{'_'.join(words[:_WORDS]) or 'new'}"
    number = 1
    while (free := name if number == 1 else f"{name}_{number}") in taken:
        number += 1
    return free

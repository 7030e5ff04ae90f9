"""What a person allowed a block to say beyond its passage: the words that its `says_more` quotes."""

from __future__ import annotations

import re

from briefs.model.block import BlockBase
from briefs.model.typesetting import plain

_QUOTED = re.compile(r'"([^"]+)"')


def allowed_by(block: BlockBase) -> tuple[str, ...]:
    """The words and phrases in quotation marks in the `says_more` of `block`, `plain`; none if it has no such field."""
    return tuple(_QUOTED.findall(plain(block.says_more))) if block.says_more else ()

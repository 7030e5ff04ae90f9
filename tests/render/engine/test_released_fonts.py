"""The fonts of a layout go with it, and those of others stay."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from briefs.render.engine import released_fonts as module
from briefs.render.engine.loading import load_engine
from briefs.render.engine.released_fonts import released_fonts
from tests.render.drawn import FONTS


def test_the_fonts_of_a_layout_are_let_go_when_nobody_has_it_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, gone = module._let_go, list[Any]()

    def noted(font_map: Any) -> None:
        gone.append(font_map)
        let_go(font_map)

    monkeypatch.setattr(module, "_let_go", noted)
    page = load_engine(FONTS).HTML(string="<p>The keepers of the quay")
    one, other = (page.render(fonts) for fonts in (released_fonts(), released_fonts()))
    map_of_one = one.font_config.font_map
    gc.collect()
    assert gone == []
    del one
    gc.collect()
    assert gone == [map_of_one]
    assert other.write_pdf().startswith(b"%PDF")

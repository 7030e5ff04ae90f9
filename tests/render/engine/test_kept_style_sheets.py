"""Style sheets that are kept select the same elements and say the same of them."""

from __future__ import annotations

import io
import os
import pickle
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from briefs.files.user_cache import cache_folder, keep
from briefs.render.engine import kept_style_sheets
from briefs.render.engine.kept_style_sheets import style_sheet
from briefs.render.engine.loading import load_engine
from tests.render.builders import LAYOUT_FOLDER

FONTS = LAYOUT_FOLDER / "fonts"
CSS = """
#a { color: #123456; --gap: 2mm } .b > p:first-child, li::marker { margin: var(--gap) 3mm } [lang|=fr] { quotes: none }
p:not(.b) + p { content: counter(page) " of " counter(pages) } :root { font-size: 2em !important }
@page :first { margin: 1cm; @top-left { content: "a" } } @media print { h1 { string-set: title content() } }
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def engine() -> ModuleType:
    return load_engine(FONTS)


def told(sheet: Any) -> str:
    """All that a sheet has, as text: of functions their code."""

    def one(value: Any) -> object:
        if isinstance(value, dict):
            return {name: one(content) for name, content in value.items()}
        if isinstance(value, list | tuple):
            return [type(value).__name__, *map(one, value)]
        if (code := getattr(value, "__code__", None)) is not None:
            return code.co_code, code.co_names, len(code.co_consts)
        if type(value).__name__.startswith("Pending"):
            return type(value).__name__, one(vars(value))
        return repr(value)

    matcher = {name: one(value) for name, value in vars(sheet.matcher).items()}
    return repr((matcher, one([rule[1:] for rule in sheet.page_rules]), sheet.layers, sheet.base_url))


def read_by(engine: ModuleType, css: str) -> Any:
    return style_sheet(engine, css, lambda: engine.CSS(string=css), lambda: True)


def test_a_sheet_that_is_kept_is_the_one_that_was_read(engine: ModuleType) -> None:
    made = told(read_by(engine, CSS))
    kept = style_sheet(engine, CSS, lambda: pytest.fail("it is read again"), lambda: True)
    assert told(kept) == made == told(engine.CSS(string=CSS))
    html = f'<p id="a" lang="fr"><p>x<style>{CSS}</style>'
    pages = [
        engine.HTML(string=text).render(stylesheets=sheets).write_pdf(pdf_identifier=b"1")
        for text, sheets in ((html, []), ('<p id="a" lang="fr"><p>x', [kept]))
    ]
    assert pages[0] == pages[1]


def test_the_declarations_of_a_rule_stay_one_object(engine: ModuleType) -> None:
    for sheet in (read_by(engine, "a, b { top: 0 }"), read_by(engine, "a, b { top: 0 }")):
        rules = sheet.matcher.lower_local_name_selectors
        assert rules["a"][0][-1][0] is rules["b"][0][-1][0]


def test_a_sheet_with_faults_is_not_kept(engine: ModuleType) -> None:
    style_sheet(engine, CSS, lambda: engine.CSS(string=CSS), lambda: False)
    assert not cache_folder("styles").exists()


@pytest.mark.parametrize("content", [b"", b"N", b"\xff", b")\x02i\x01\x00\x00\x00i\x01\x00\x00\x00"])
def test_what_is_no_sheet_is_read_again(engine: ModuleType, content: bytes) -> None:
    keep("styles", kept_style_sheets._key(CSS), content, 8)
    assert told(read_by(engine, CSS)) == told(engine.CSS(string=CSS))


def test_nothing_of_another_library_is_made() -> None:
    with pytest.raises(ValueError, match="is nothing of a style sheet"):
        kept_style_sheets._Values(io.BytesIO(pickle.dumps(os.getcwd))).load()


def test_the_engine_has_its_own_sheets_in_the_end(engine: ModuleType) -> None:
    html = engine.html
    counters = html.CounterStyle()
    sheets = [engine.CSS(string=html.UA, counter_style=counters), engine.CSS(string=html.UA_FORM)]
    usual = [*map(told, (*sheets, engine.CSS(string=html.PH)))]
    for _ in ("read", "kept"):
        empty = {f"{name}_STYLESHEET": engine.CSS(string="") for name in ("UA", "UA_FORM", "PH")}
        texts = {name: getattr(html, name) for name in ("UA", "UA_FORM", "PH")}
        begun = SimpleNamespace(**empty, **texts, UA_COUNTER_STYLE=html.CounterStyle())
        kept_style_sheets.complete(SimpleNamespace(CSS=engine.CSS, html=begun))  # type: ignore[arg-type]
        assert list(map(told, (begun.UA_STYLESHEET, begun.UA_FORM_STYLESHEET, begun.PH_STYLESHEET))) == usual
        assert begun.UA_COUNTER_STYLE == counters != {}

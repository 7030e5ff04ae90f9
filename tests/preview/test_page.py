"""The rules of the page: every module and style is used and explained, and each door to the browser is in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

PAGE = Path("briefs/preview/page")
MODULES: Mapping[str, str] = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js"))}
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.css")))
HTML = (PAGE / "preview.html").read_text(encoding="utf-8")
SAID = "\n".join((*MODULES.values(), HTML))

_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_MADE_OF_PARTS = re.compile(r"of-|line-|is-(?:error|warning)$")
"""Classes whose names are made of a part and of what something is: `of-note`, `line-2`."""


def test_every_module_of_the_page_is_used_and_explained_where_the_parts_are_listed() -> None:
    for name in MODULES.keys() - {"preview.js"}:
        is_first = name == "entering.js"  # of the page that the link opens
        assert is_first or any(f"from './{name}'" in text for text in MODULES.values()), f"nobody uses {name}"
        assert re.search(rf"^ \*.*\b{name}", MODULES["preview.js"], re.MULTILINE), f"preview.js does not explain {name}"


def test_no_module_of_the_page_is_too_long_to_be_read_at_once() -> None:
    assert {name: lines for name, text in MODULES.items() if (lines := text.count("\n")) > 350} == {}


def test_what_a_module_exports_is_used_by_another_or_tested_by_itself() -> None:
    tests = [path.read_text(encoding="utf-8") for path in Path("tests/preview/browser").glob("test_*.py")]
    for name, text in MODULES.items():
        for exported in re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", text, re.MULTILINE):
            others = [*tests, *(other for module, other in MODULES.items() if module != name)]
            is_panel = exported == "mount" and re.search(rf"import \* as \w+ from './{name}'", MODULES["preview.js"])
            assert is_panel or any(re.search(rf"\b{exported}\b", other) for other in others), f"{name}: {exported}"


@pytest.mark.parametrize(
    ("door", "modules"),
    [
        (r"\bfetch\(|\bEventSource\(", {"api.js"}),
        (r"\blocalStorage\.|\bsessionStorage\.|=> (?:local|session)Storage\b", {"entering.js", "kept_texts.js"}),
        (r"\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\beval\(|DOMParser", set()),
        (r"\.message\b(?!:)", {"api.js", "problems.js", "edited_field.js"}),  # those two are of what checks find
    ],
)
def test_each_door_to_the_browser_is_in_one_place(door: str, modules: set[str]) -> None:
    assert {name for name, text in MODULES.items() if re.search(door, _COMMENT.sub("", text))} == modules


def test_every_rule_of_the_style_sheets_is_for_something_that_is_made() -> None:
    selectors = " ".join(re.findall(r"([^{};]+)\{", _COMMENT.sub("", STYLES)))
    named = set(re.findall(r"[.#](-?[A-Za-z_][\w-]*)", selectors))
    unused = named - set(re.findall(r"[\w-]+", SAID))
    assert {name for name in unused if not _MADE_OF_PARTS.match(name)} == set()


def test_every_property_of_the_style_sheets_has_a_value_and_a_use() -> None:
    set_here = set(re.findall(r"(--[\w-]+)\s*:", STYLES)) | set(re.findall(r"setProperty\('(--[\w-]+)'", SAID))
    assert set(re.findall(r"var\((--[\w-]+)", STYLES)) == set_here

"""Style sheets as WeasyPrint has read them, kept from one process to the next: reading them takes some 40 ms.

A sheet that was read consists of its selectors, each with a function that says whether it selects an element, of the
declarations of each rule, and of the rules for pages. Functions are kept as their code, all else as objects of
WeasyPrint and tinycss2; both come from a folder that only this user can write into. What is kept counts for the same
text of the sheet, and for the same versions of the libraries.
"""

from __future__ import annotations

import io
import marshal
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from types import CodeType, FunctionType, ModuleType
from typing import Any

from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep

_FOLDER, _MOST = "styles", 64
_BY_NAME = ("id_selectors", "class_selectors", "lower_local_name_selectors", "namespace_selectors")
_LISTS = ("lang_attr_selectors", "other_selectors")
"""Where a matcher of cssselect2 has its selectors: by what an element must have, and for those that have none of it."""
_LIBRARIES = frozenset(("weasyprint", "tinycss2", "cssselect2", "webencodings"))


def style_sheet(engine: ModuleType, css: str, read: Callable[[], Any], may_be_kept: Callable[[], bool]) -> Any:
    """The sheet with the text `css`: the one that was kept, or else what `read` gives, which is kept if it may be."""
    key = _key(css)
    parts = _parts(cached(_FOLDER, key))
    if parts is None:
        sheet = read()
        if may_be_kept():
            _keep(key, sheet, {})
        return sheet
    sheet = engine.CSS.__new__(engine.CSS)
    _fill(sheet, parts)
    return sheet


@contextmanager
def prepared_sheets() -> Iterator[None]:
    """Within this context, whoever imports WeasyPrint does not wait until it has read its own style sheets."""
    import tinycss2  # type: ignore[import-untyped]  # it has no types

    if "weasyprint" in sys.modules:
        yield
        return
    usual = tinycss2.parse_stylesheet
    tinycss2.parse_stylesheet = lambda *text, **how: []
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = usual
    complete(sys.modules["weasyprint"])


def complete(engine: ModuleType) -> None:
    """Give WeasyPrint its own style sheets: the one that it always needs as it was kept, if it was.

    The others, for forms and for HTML attributes about looks, are read when somebody asks for them.
    """
    html = engine.html
    _complete_usual(engine, html)
    late = type("Late", (_Late, engine.CSS), {})
    for sheet, how in (
        (html.UA_FORM_STYLESHEET, {"string": html.UA_FORM, "counter_style": html.UA_COUNTER_STYLE}),
        (html.PH_STYLESHEET, {"string": html.PH}),
    ):
        vars(sheet).clear()
        sheet.__class__ = late
        vars(sheet)["_how"] = how


class _Late:
    """A style sheet that is read when something of it is first needed."""

    def __getattr__(self, name: str) -> Any:
        if name not in ("matcher", "page_rules", "layers", "base_url"):
            raise AttributeError(name)
        self.__init__(**vars(self)["_how"])  # type: ignore[misc]  # that of the sheet itself
        return vars(self)[name]


def _complete_usual(engine: ModuleType, html: Any) -> None:
    sheet, counters = html.UA_STYLESHEET, html.UA_COUNTER_STYLE
    key = _key(html.UA)
    parts = _parts(cached(_FOLDER, key))
    if parts is None:
        engine.CSS.__init__(sheet, string=html.UA, counter_style=counters)
        _keep(key, sheet, dict(counters))
        return
    counters.update(_fill(sheet, parts))


def _key(css: str) -> str:
    return sha256(f"{program_state()}\0{css}".encode(errors="surrogatepass")).hexdigest()


def _keep(key: str, sheet: Any, counters: dict[str, Any]) -> None:
    codes: list[CodeType] = []
    try:
        values = pickle.dumps(_values(sheet, counters, codes), protocol=5)
        keep(_FOLDER, key, marshal.dumps((values, tuple(codes))), _MOST)
    except (pickle.PicklingError, ValueError, TypeError, AttributeError):  # it has something that cannot be kept
        return


def _values(sheet: Any, counters: dict[str, Any], codes: list[CodeType]) -> tuple[Any, ...]:
    """All of a sheet but its functions, whose codes are added to `codes`, and but the text of rules for pages."""

    def without(entries: list[Any]) -> list[Any]:
        kept = []
        for test, *others in entries:
            if test.__closure__ or test.__defaults__ or test.__globals__.keys() - _globals().keys():
                raise ValueError("this function needs more than its code")
            codes.append(test.__code__)
            kept.append((len(codes) - 1, *others))
        return kept

    matcher = sheet.matcher
    by_name = [
        {name: without(entries) for name, entries in getattr(matcher, selectors).items()} for selectors in _BY_NAME
    ]
    lists = [without(getattr(matcher, selectors)) for selectors in _LISTS]
    pages = [(None, selectors, declarations) for _, selectors, declarations in sheet.page_rules]
    return by_name, lists, matcher.order, pages, sheet.layers, sheet.base_url, counters


def _parts(content: bytes | None) -> tuple[Any, tuple[CodeType, ...]] | None:
    """What was kept of a sheet; None if that is nothing."""
    if content is None:
        return None
    try:
        values, codes = marshal.loads(content)  # from a folder that only this user can write into
        return _Values(io.BytesIO(values)).load(), codes
    except Exception:  # whatever damaged bytes lead to
        return None


def _fill(sheet: Any, parts: tuple[Any, tuple[CodeType, ...]]) -> dict[str, Any]:
    """Make `sheet` the one that was kept; returns the styles of counters that it has."""
    import cssselect2  # type: ignore[import-untyped]  # it has no types

    (by_name, lists, order, pages, layers, base_url, counters), codes = parts
    names = _globals()
    tests = [FunctionType(code, names) for code in codes]

    def whole(entries: list[Any]) -> list[Any]:
        return [(tests[number], *others) for number, *others in entries]

    matcher = cssselect2.Matcher()
    matcher.order = order
    for selectors, found in zip(_BY_NAME, by_name, strict=True):
        setattr(matcher, selectors, {name: whole(entries) for name, entries in found.items()})
    for selectors, entries in zip(_LISTS, lists, strict=True):
        setattr(matcher, selectors, whole(entries))
    vars(sheet).update(matcher=matcher, page_rules=pages, layers=layers, base_url=base_url)
    styles: dict[str, Any] = counters
    return styles


def _globals() -> dict[str, Any]:
    """The names that functions of selectors use (`cssselect2.compiler.CompiledSelector`)."""
    from cssselect2 import compiler

    names = ("split_whitespace", "ascii_lower", "urlparse")
    return {"__builtins__": __builtins__, **{name: getattr(compiler, name) for name in names}}


class _Values(pickle.Unpickler):
    """Makes objects of the libraries that read style sheets, and no others (CWE-502)."""

    def find_class(self, module: str, name: str) -> Any:
        """The class `name` of `module`. Raises ValueError for what is of another library."""
        is_partial = (module, name) == ("functools", "partial")  # a shorthand that waits for a variable
        if module.partition(".")[0] not in _LIBRARIES and not is_partial:
            raise ValueError(f"{module}.{name} is nothing of a style sheet")
        return super().find_class(module, name)

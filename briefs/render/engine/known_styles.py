"""Styles that a process has computed before: a quarter of the time of a layout goes into what properties come to.

WeasyPrint computes each property of a style when it is first asked for, from the declarations that win the cascade, and
from the style of the parent. Both are nearly always those of another layout: style sheets stay as they were read, and
their declarations the same objects. So styles of all layouts are in a tree: below a style are those of its children, by
their declarations, each with the properties that are known of it. What a layout itself changes in a style is never
known. All of it counts for the same files of fonts, since some lengths are measured in them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

_CHANGED = {
    *("float", "position", "display", "overflow", "white_space", "anchor"),
    *("counter_increment", "counter_reset", "counter_set"),
}
"""Properties that WeasyPrint sets in the styles of boxes while it builds and lays out, or that follow from these."""
_MOST = 12_288
"""How many styles are known: those of ten briefs as they are fitted and drawn. After that, it begins anew."""


class KnownStyle:
    """The properties that are known of a style, and the styles of its children."""

    __slots__ = ("below", "cascaded", "properties", "tree")

    def __init__(self, tree: KnownStyles, cascaded: Any) -> None:
        self.tree = tree
        self.cascaded = cascaded  # which keeps the declarations, so that no others get their identities
        self.properties: dict[str, Any] = {}
        self.below: dict[Any, KnownStyle] = {}

    def child(self, pseudo_type: str | None, cascaded: Any) -> KnownStyle:
        """The style of a child with the declarations `cascaded`; of a pseudo-element if it has a `pseudo_type`."""
        key = (
            pseudo_type,
            *[
                (name, repr(value) if name == "lang" else id(value), *one, *more)  # which is in the HTML
                for name, (value, (*one, more)) in cascaded.items()
                if name != "anchor"  # nothing else follows from the id of an element
            ],
        )
        known = self.below.get(key)
        if known is None:
            known = self.below[key] = KnownStyle(self.tree, cascaded)
            self.tree.count_one()
        return known

    def anonymous(self) -> KnownStyle:
        """The style of a box in it that has no element."""
        known = self.below.get(None)
        if known is None:
            known = self.below[None] = KnownStyle(self.tree, None)
            self.tree.count_one()
        return known


class KnownStyles:
    """The tree of all styles. It `is_off` once any of them follows from the size of pages, which is not looked at."""

    def __init__(self) -> None:
        self.root, self.is_off = KnownStyle(self, None), False
        self.computed = self._count = 0
        """How many properties were computed."""

    def count_one(self) -> None:
        """Take note of a new style."""
        self._count += 1
        if self._count > _MOST:
            self.root, self._count = KnownStyle(self, None), 0


class _PageSizes:
    """The sizes of pages, as WeasyPrint has them; whoever asks for one turns off what is known of styles."""

    def __init__(self, sizes: Any, tree: KnownStyles) -> None:
        self.sizes, self._tree = sizes, tree

    def __getitem__(self, name: str) -> Any:
        self._tree.is_off = True
        return self.sizes[name]


@cache
def ask_styles_first() -> None:
    """Let WeasyPrint ask for a property that is known before it computes it: if its fonts have `known_styles`."""
    from weasyprint.css import AnonymousStyle, ComputedStyle, Style

    Style.known = None

    made, made_without_element = ComputedStyle.__init__, AnonymousStyle.__init__

    def make(
        style: Any,
        parent_style: Any,
        cascaded: Any,
        pseudo_type: Any,
        root_style: Any,
        base_url: Any,
        font_config: Any,
        sizes: Any,
    ) -> None:
        made(style, parent_style, cascaded, pseudo_type, root_style, base_url, font_config, sizes)
        tree = _tree_of(font_config)
        above = None if tree is None else tree.root if parent_style is None else parent_style.known
        if above is not None:
            style.known = above.child(pseudo_type if parent_style is not None else f"root {base_url}", cascaded)
            style.initial_page_sizes = _PageSizes(sizes, above.tree)

    def make_without_element(style: Any, parent_style: Any) -> None:
        made_without_element(style, parent_style)
        if parent_style.known is not None:
            style.known = parent_style.known.anonymous()

    ComputedStyle.__init__, AnonymousStyle.__init__ = make, make_without_element
    for kind in (ComputedStyle, AnonymousStyle):
        kind.__missing__, kind.copy = _asking_first(kind.__missing__), _changeable(kind.copy)


def _tree_of(font_config: Any) -> KnownStyles | None:
    """What is known of styles in these fonts; None if pages bring fonts of their own along."""
    tree: KnownStyles | None = getattr(font_config, "known_styles", None)
    return None if tree is None or tree.is_off or font_config._folder is not None else tree


def _asking_first(compute: Any) -> Any:
    def missing(style: Any, name: str) -> Any:
        known = style.known
        if known is None or known.tree.is_off or name in _CHANGED:
            return compute(style, name)
        if name in known.properties:
            value = style[name] = known.properties[name]
            return value
        value = compute(style, name)
        known.tree.computed += 1
        if not known.tree.is_off:
            known.properties[name] = value
        return value

    return missing


def _changeable(copy: Any) -> Any:
    def copied(style: Any) -> Any:
        changeable = copy(style)
        changeable.known = None  # whoever copies a style is about to change it
        return changeable

    return copied

"""Whether what is inside a call or statement can be read, and whether a call as mended is likely to be right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.jinja.constructs import Kind
from briefs.compose.jinja.expressions import BARE_ID
from briefs.compose.jinja.syntax import TOO_DEEP, lacks_signs
from briefs.model.diagnostics import most_similar

_NOT_IDS = (nodes.Compare, nodes.BinExpr, nodes.List, nodes.Tuple, nodes.Concat)
_PLAIN_TEXT = r' *"[^"\\{}%#\n]*" *'
_PLAIN_CALL = re.compile(rf" *(\w+)\({_PLAIN_TEXT}(?:,{_PLAIN_TEXT})*(?:, *[a-z]\w*={_PLAIN_TEXT})*\) *", re.ASCII)
"""A call as nearly all are, which Jinja surely reads: ids, then options, all between quotation marks."""
_KEYWORDS = frozenset({"and", "else", "if", "in", "is", "not", "or", "true", "false", "none", "True", "False", "None"})
_ID_LIKE = re.compile(r"\s*[\w.‐-―−-]*\w\s*")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads calls and statements one by one: `calls` have options of these names, and `ids` of blocks otherwise.
    `values` are names whose fields can be printed.

    What was read before is not read again: each call is asked about several times.
    """

    environment: Environment
    calls: Mapping[str, Collection[str]]
    ids: Collection[str]
    values: Collection[str] = ()
    _known: dict[tuple[Kind, str], nodes.Template | TemplateSyntaxError] = field(default_factory=dict)

    def reads(self, kind: Kind, inside: str) -> bool:
        """Whether the inside of a call or statement can be read, and has no id without quotation marks."""
        return self.error(kind, inside) is None

    def error(self, kind: Kind, inside: str, is_strict: bool = True) -> TemplateSyntaxError | None:
        """What Jinja says against the inside of a call or statement; with `is_strict`, also what it does not see."""
        if kind == "call" and self._is_plain_call(inside):
            return None
        if (kind, inside) not in self._known:
            self._known[kind, inside] = self._read(kind, inside)
        found = self._known[kind, inside]
        if isinstance(found, TemplateSyntaxError):
            return found
        return _lacks_comma() if is_strict and self.calls and self._has_bare_id(found) else None

    def _is_plain_call(self, inside: str) -> bool:
        """Whether this is a call of `calls` in which nothing can be wrong, so that it need not be read."""
        call = _PLAIN_CALL.fullmatch(inside)
        return call is not None and call[1] in self.calls and call[1] not in _KEYWORDS

    def _read(self, kind: Kind, inside: str) -> nodes.Template | TemplateSyntaxError:
        """The syntax tree around the inside of a call or statement, or what Jinja says against it."""
        errors = []
        for source in _surroundings(kind, inside):
            try:
                tree = self.environment.parse(source)
            except TemplateSyntaxError as error:
                errors.append(error)
            except RecursionError:
                return TemplateSyntaxError(TOO_DEEP.message, 1)
            else:
                return _lacks_comma() if lacks_signs(source, self.environment) else tree
        return errors[0]

    def is_value(self, name: str) -> bool:
        """Whether `name` is one of `values`, or so much like one that it is meant for it."""
        return name in self.values or bool(most_similar(name, self.values))

    def _has_bare_id(self, tree: nodes.Template) -> bool:
        """Whether an id without quotation marks, which reads like a field of something, is an argument or printed."""
        arguments = [
            argument
            for call in tree.find_all(nodes.Call)
            if isinstance(call.node, nodes.Name) and call.node.name in self.calls
            for argument in call.args
        ]
        printed = [one for output in tree.find_all(nodes.Output) for one in output.nodes]
        return (
            any(isinstance(one, nodes.Const) and BARE_ID.fullmatch(str(one.value)) for one in printed)
            or any(
                isinstance(one, nodes.Getattr | nodes.Getitem | nodes.Sub)
                and _root(one) not in ("", "loop")
                and not self.is_value(_root(one))
                for one in (*arguments, *printed)
            )
            or any(isinstance(one, _NOT_IDS) for one in arguments)
        )

    def is_likely(self, inside: str) -> bool:
        """Whether a mended call reads, its ids look like ids, and its options exist."""
        if not self.has_ids_only(inside):
            return False
        call = next(self.environment.parse(f"{{{{{inside}}}}}").find_all(nodes.Call), None)
        if call is None or not isinstance(call.node, nodes.Name):
            return False
        ids = [str(one.value).strip() for one in call.args if isinstance(one, nodes.Const)]
        return (
            all(one in self.ids for one in ids)
            and all(keyword.key in self.calls.get(call.node.name, ()) for keyword in call.kwargs)
            and not any(isinstance(keyword.value, nodes.List) for keyword in call.kwargs)
            and not any(_is_lopsided(keyword.value) for keyword in call.kwargs)
        )

    def has_ids_only(self, inside: str) -> bool:
        """Whether a mended call reads, and the texts that stand where ids must look like ids."""
        if not self.reads("call", inside) or '\\"' in inside:
            return False
        calls = self.environment.parse(f"{{{{{inside}}}}}").find_all(nodes.Call)
        return all(
            isinstance(one, nodes.Name) or (isinstance(one, nodes.Const) and _ID_LIKE.fullmatch(str(one.value)))
            for call in calls
            for one in call.args
        )


def _lacks_comma() -> TemplateSyntaxError:
    return TemplateSyntaxError("a comma is missing", 1)


def _is_lopsided(value: nodes.Expr) -> bool:
    """Whether a text has the closing bracket of the call in it."""
    return isinstance(value, nodes.Const) and str(value.value).count(")") > str(value.value).count("(")


def _root(node: nodes.Expr) -> str:
    """The name that an expression of dots and hyphens begins with; none if it begins with something else."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Sub):
        node = node.left if isinstance(node, nodes.Sub) else node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _surroundings(kind: Kind, inside: str) -> Iterator[str]:
    """Templates that hold the inside of a call or statement, one of which can be read if it is right."""
    if kind == "call":
        yield f"{{{{{inside}}}}}"
        return
    word, whole = first_word(inside), f"{{%{inside}%}}"
    if word in ("elif", "else"):
        yield f"{{% if 1 %}}{whole}{{% endif %}}"
        return
    if word.startswith("end"):
        yield "" if inside.strip() == word else whole
        return
    if word not in ("if", "for"):
        yield whole
    yield f"{whole}{{% end{word} %}}"


def first_word(inside: str) -> str:
    """The word that a statement begins with, as `for`; empty if it begins with none."""
    found = re.match(r"\s*(\w+)", inside)
    return found[1] if found else ""

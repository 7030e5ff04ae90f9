"""Templates and YAML made of their own constructs at random: most can be read, and none is what anybody would write."""

from __future__ import annotations

import random
import re

from briefs.compose.jinja.language import FILTERS, GLOBALS, MAPPING_METHODS, TESTS, TEXT_METHODS
from tests.fuzzing.hostile_words import NUMBERS, Canary, words_for

_CALL = re.compile(r"\w+(?:\.\w+)*\([^{}()]*\)")
_NAMES = ("blocks", "b", "a", "status", "form", "loop", "x", "block", "self", "none", "recipient", "copy", "edition")
_FIELDS = ("short", "text", "id", "anchor", "kind", "number", "index", "__class__", "form", "0", "salutation", "total")
_OPERATORS = ("+", "-", "*", "/", "//", "%", "**", "~", "==", "<", "and", "or", "in", "not in", "is", "if")


class _Writer:
    """Writes expressions and statements that have so many parts at most."""

    def __init__(self, calls: list[str], chance: random.Random, canary: Canary, parts: int) -> None:
        self.calls, self.chance, self.canary, self.parts = calls, chance, canary, parts

    def _one(self, *of: str) -> str:
        return self.chance.choice(of)

    def expression(self) -> str:
        self.parts -= 1
        if self.parts < 0:
            return self.atom()
        match self.chance.randrange(9):
            case 0:
                return f"({self.expression()} {self._one(*_OPERATORS)} {self.expression()})"
            case 1:
                return f"{self.expression()} | {self._one(*sorted(FILTERS))}{self.arguments()}"
            case 2:
                return f"{self.expression()} is {self._one(*sorted(TESTS))}{self.arguments()}"
            case 3:
                return f"{self.expression()}.{self._one(*_FIELDS, *sorted(TEXT_METHODS | MAPPING_METHODS))}"
            case 4:
                return f"{self.expression()}[{self.expression()}{self._one('', ':', ':' + self.atom(), '::-1')}]"
            case 5:
                return f"[{', '.join(self.expression() for _ in range(self.chance.randrange(4)))}]"
            case 6:
                return f"{{{self.atom()}: {self.expression()}}}"
            case 7:
                return f"{self._one(*sorted(GLOBALS), *_NAMES)}{self.arguments(True)}"
            case _:
                return self.atom()

    def arguments(self, always: bool = False) -> str:
        if not always and self.chance.random() < 0.5:
            return ""
        named = self._one("", "", "width=", "attribute=", "weight=", "form=", "reverse=")
        return f"({', '.join(named * (at > 0) + self.expression() for at in range(self.chance.randrange(3)))})"

    def atom(self) -> str:
        match self.chance.randrange(6):
            case 0:
                return self._one("0", "1", "-1", "2.5", "999999", "10**9", "1e308", *NUMBERS[6:9])
            case 1:
                text = self.chance.choice(words_for("", self.canary))[:3000]
                return '"' + text.replace("\\", "").replace('"', "").replace("\n", " ") + '"'
            case 2:
                return self._one(*self.calls) if self.calls else "x"
            case 3:
                return self._one("true", "none", "false", '""', '"a"', "'{}'")
            case _:
                return self._one(*_NAMES)

    def body(self, depth: int) -> str:
        return "".join(self.statement(depth) for _ in range(self.chance.randrange(4)))

    def statement(self, depth: int) -> str:
        self.parts -= 1
        if depth <= 0 or self.parts < 0:
            return f"{{{{ {self.atom()} }}}}"
        match self.chance.randrange(12):
            case 0:
                both = f"{self.body(depth - 1)}{{% else %}}{self.body(depth - 1)}"
                return f"{{% if {self.expression()} %}}{both}{{% endif %}}"
            case 1 | 2:
                more = self._one("", " recursive", f" if {self.atom()}")
                return f"{{% for x in {self.expression()}{more} %}}{self.body(depth - 1)}{{% endfor %}}"
            case 3:
                return f"{{% set {self._one('x', 'a', 'a, b', 'a.b')} = {self.expression()} %}}"
            case 4:
                return f"{{% set x %}}{self.body(depth - 1)}{{% endset %}}"
            case 5:
                return f"{{% macro x(a={self.atom()}) %}}{self.body(depth - 1)}{{% endmacro %}}"
            case 6:
                return self._one("{% include 'x' %}", "{% extends 'x' %}", "{% block x %}{% endblock %}", "{% raw %}")
            case 7:
                words = words_for(".md", self.canary)
                return "\n\n" + self.chance.choice(words)[:20_000] + "\n\n"
            case 8:
                return self._one(
                    "\n\n## A {.decision}\n\n", "\n\n", "- ", "\n> ", "| a | b |\n|---|---|\n| 1 ", "\n1. ", " {.x}"
                )
            case 9:
                tag = self._one("table", "ol", "li", "tr", "td", "p", "svg", "input")
                return f"<{tag} {self._one('', 'class', 'rowspan=9')}>"
            case 10 if self.calls:
                return f"\n\n{{{{ {self._one(*self.calls)} }}}}\n\n"
            case _:
                return f"{{{{ {self.expression()} }}}}"


def _chosen(chance: random.Random, of: tuple[str, ...]) -> str:
    return chance.choice(of)


def generated_template(body: str, chance: random.Random, canary: Canary) -> str:
    """What may stand in a template in the place of `body`, or besides it, with the same calls."""
    writer = _Writer(_CALL.findall(body), chance, canary, parts=chance.choice((5, 20, 100, 400)))
    made = "".join(writer.statement(chance.choice((1, 3, 8))) for _ in range(chance.randrange(1, 6)))
    return _chosen(chance, (made, made + body, f"{body}\n\n{made}\n", body.replace("}}", f"}} {made}", 1)))


def generated_yaml(text: str, chance: random.Random, canary: Canary) -> str:
    """YAML with the names of fields of `text`, in all the styles that YAML has."""
    names: list[str] = re.findall(r"^[\s-]*(\w+):", text, re.MULTILINE) or ["a"]

    def scalar() -> str:
        plain: str = chance.choice((*names, *words_for(".yaml", canary)))[:50_000]
        match chance.randrange(6):
            case 0:
                return '"' + plain.replace("\\", "").replace('"', "") + '"'
            case 1:
                return "'" + plain.replace("'", "''") + "'"
            case 2:
                return "|" + chance.choice(("", "+", "-", "9", "2")) + "\n" + " " * 8 + plain
            case 3:
                return _chosen(
                    chance, ("~", "yes", "0o7", "2010-05-04", "1:30", ".inf", ".nan", "!!binary x", "*a", "&a b")
                )
            case _:
                return plain

    def flow(depth: int) -> str:
        if depth <= 0:
            return scalar()
        several = ", ".join(flow(depth - 1) for _ in range(chance.randrange(3)))
        return _chosen(chance, (f"[{several}]", f"{{{chance.choice(names)}: {flow(depth - 1)}}}", scalar()))

    def block(depth: int, indent: int) -> str:
        lines = []
        for _ in range(chance.randrange(1, 6)):
            start = " " * indent + chance.choice(
                (f"{chance.choice(names)}:", "-", f"- {chance.choice(names)}:", "? x\n:")
            )
            deeper = depth > 0 and chance.random() < 0.5
            inner = (
                "\n" + block(depth - 1, indent + chance.choice((1, 2, 4)))
                if deeper
                else f" {flow(chance.randrange(3))}\n"
            )
            lines.append(start + inner)
        return "".join(lines)

    made = block(chance.randrange(5), 0)
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines) + 1)
    return _chosen(chance, (made, "".join(lines[:at]) + made + "".join(lines[at:])))

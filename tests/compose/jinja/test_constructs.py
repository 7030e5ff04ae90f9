from __future__ import annotations

import pytest

from briefs.compose.jinja.constructs import MOST_SOUGHT, Kind, constructs


def reads(kind: Kind, inside: str) -> bool:
    return inside.count("(") == inside.count(")") and "“" not in inside


def found(source: str) -> list[tuple[str, str, str, str]]:
    parts = constructs(source, {"block", "note"}, reads)
    return [(one.kind, one.opener, one.inside, one.closer) for one in parts]


def test_only_so_many_signs_are_looked_at_for_ends() -> None:
    asked: list[str] = []
    rounds = 2000

    def notes(kind: Kind, inside: str) -> bool:
        asked.append(inside)
        return False

    source = "{{ (" * rounds + "x" * 2000 + "}}"
    assert len([*constructs(source, (), notes)]) == rounds
    assert len(asked) < rounds
    assert sum(map(len, asked)) <= MOST_SOUGHT


def test_a_raw_part_without_an_end_is_a_statement_and_hides_nothing() -> None:
    source = "{% raw %}{{ x }}{% endraw %}{% raw %} {{ a }} {% raw %}"
    assert [one[2].strip() for one in found(source)] == ["raw", "a", "raw"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('a {{ block("b") }} c', [("call", "{{", ' block("b") ', "}}")]),
        ("{%- if a -%} b", [("statement", "{%-", " if a ", "-%}")]),
        ("{# a }} b #} c", [("comment", "{#", " a }} b ", "#}")]),
        ("{% raw %}{{ a }} }}{% endraw %}", []),
        ('{{ block("}}") }}', [("call", "{{", ' block("}}") ', "}}")]),
        ('{{ block("b"} }}', [("call", "{{", ' block("b"} ', "}}")]),
        ('{{ block("b") and c', [("call", "{{", ' block("b")', "")]),
        ('{{ block("b").short and c', [("call", "{{", ' block("b").short', "")]),
        ('{{ block("b",\n  "c")\n\n## D', [("call", "{{", ' block("b",\n  "c")', "")]),
        ("{{ block(“b”\n{{ a }}", [("call", "{{", " block(“b”", ""), ("call", "{{", " a ", "}}")]),
        ('{block("b")}', [("call", "{", 'block("b")', "}")]),
        ('so block("b.c") is', [("call", "", 'block("b.c")', "")]),
        ("so block(s) are", []),
        ("{% endif and more", [("statement", "{%", " endif", "")]),
        ("% endif %}", [("statement", "% ", "endif ", "%}")]),
        ("{# a\nb {# c #}", [("comment", "{#", " a", ""), ("comment", "{#", " c ", "#}")]),
        ("## A {#b}", [("comment", "{#", "b", "}")]),
        ("a }} b", [("stray", "", "", "}}")]),
    ],
)
def test_constructs_are_found_as_they_were_typed(source: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found(source) == expected


def test_attributes_of_a_heading_are_no_ids() -> None:
    assert found("\n## A {b.c}") == []
    assert found("\nA {b.c}") == [("call", "{", "b.c", "}")]


def test_without_names_of_calls_only_braces_count() -> None:
    assert [one.kind for one in constructs('block("b") {b.c} {{ d }}', (), reads)] == ["call"]

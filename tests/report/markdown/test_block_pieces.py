from __future__ import annotations

import pytest

from tests.report.markdown.builders import pieces


def test_items_know_their_list_depth_and_number() -> None:
    assert pieces(
        """
        - a
          b

          more
        - c
          1. d
          4. e
          4. e2
        * f

        1) g
        1) h
        """
    ) == [
        "1–2 list 1 depth 0: - | a b",
        "4 p in list 1: more",
        "5 list 1 depth 0: - | c",
        "6 list 2 depth 1: 1. | d",
        "7 list 2 depth 1: 4. | e",
        "8 list 2 depth 1: 5. | e2",
        "9 list 3 depth 0: * | f",
        "11 list 4 depth 0: 1) | g",
        "12 list 4 depth 0: 2) | h",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- - a\n", ["1 list 2 depth 0: - - | a"]),
        ("-\n  - a\n", ["1 list 1 depth 0: - | ", "2 list 2 depth 1: - | a"]),
        ("-\n", ["1 list 1 depth 0: - | "]),
        ("-\n  a\n", ["1–2 list 1 depth 0: - | a"]),
        ("- ```\n  a\n  ```\n", ["1–3 list 1 depth 0: - | a"]),
        ("- # A\n\n  b\n", ["1 list 1 depth 0: - | A", "3 p in list 1: b"]),
        ("- [x] done\n", ["1 list 1 depth 0: - | [x] done"]),
        ("- > a\n\n  b\n", ["1 list 1 depth 0: - | a", "3 p in list 1: b"]),
        ("- a\n\n  > b\n", ["1 list 1 depth 0: - | a", "3 block quotation: b"]),
        ("> - a\n>\n>   b\n", ["1–2 list 1 depth 0: - | a", "3 p in list 1: b"]),
    ],
)
def test_items_without_words_of_their_own(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> a\n> b\n", ["1–2 block quotation: a b"]),
        ("> a\n>\n> — Ada\n", ["1–3 block quotation: a | Ada"]),
        ("> a\n> — Ada, a mayor\n", ["1–2 block quotation: a | Ada, a mayor"]),
        ("> a\n>\n> b\n> -- Bo\n", ["1–2 block quotation: a", "3–4 block quotation: b | Bo"]),
        ("> — Ada\n", ["1 block quotation: — Ada"]),
        ("> # A\n", ["1 block quotation: A"]),
        ("> > a\n", ["1 block quotation: a"]),
    ],
)
def test_quotations_have_whom_they_quote(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_headings_of_both_kinds_lose_their_attributes() -> None:
    assert pieces("# *A* 1 {#a .b}\nSet\nover\n===\n## 2.1 B ##\n#\n") == [
        "1 h1: *A* 1",
        "2–4 h1: Set over",
        "5 h2: 2.1 B",
        "6 markup: #",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('![A map](m.png "Map 1")\n', ["1 picture: Map 1 | A map"]),
        ("![A map](m.png)\n*Figure 1.* Wells\n", ["1–2 picture: *Figure 1.* Wells | A map"]),
        ("![a](x){width=50%} ![b](y)\n", ["1 picture:  | a; b"]),
        ("![](m.png)\n", ["1 markup: ![](m.png)"]),
        ("As ![a](x) shows\n", ["1 p: As shows"]),
        ("# ![The Council](logo.png)\n", ["1 h1: The Council"]),
        ('<img src="x" alt="A map">\n', ["1 picture:  | A map"]),
    ],
)
def test_pictures_have_what_they_show_and_their_captions(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_tables_have_numbers_and_heads() -> None:
    assert pieces("|a|*b*|\n|-|-|\n|c\\|d||\n\n|e|\n|-|\n") == [
        "1–2 head of table 1: a | b",
        "3 row of table 1: c|d | ",
        "5–6 head of table 2: e",
    ]


def test_a_list_of_links_into_the_text_is_one_of_contents() -> None:
    assert pieces("1. [One](#one)\n   - [Two](#two)\n2. [Three](#three)\n") == [
        "1 contents: 1. One",
        "2 contents: Two",
        "3 contents: 2. Three",
    ]
    assert pieces("- [One](#one)\n- [Two](https://two.org)\n- [Three](#three)\n")[0].startswith("1 list 1")


def test_code_is_text() -> None:
    assert pieces("```sh\na  b\n\nc*\n```\n\n    d\n") == ["1–2, 4–5 p: a b c∗", "7 p: d"]

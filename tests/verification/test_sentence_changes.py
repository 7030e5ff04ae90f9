"""Which sentences of an edition a file still has."""

from __future__ import annotations

import pytest

from briefs.verification.document_sentences import Role, Sentence
from briefs.verification.sentence_changes import sentences_found

TEXT = "Keepers agreed on the tides. The board met in the spring of 2010. Boats wait at the quay."
SENTENCES = [
    Sentence("Harbour Board", "furniture"),
    *(Sentence(f"{text.rstrip('.')}.", "unit", "u1") for text in TEXT.split(". ")),
]
BUILT = f"Harbour Board {TEXT}".split()


def found(now: str, *, built: bool = True, layout: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What is not the same, with what the file says."""
    made = sentences_found(SENTENCES, now.split(), BUILT if built else (), layout)
    assert [one.sentence for one in made if one.sentence] == SENTENCES
    return [(one.fate, one.now) for one in made if one.fate != "same"]


@pytest.mark.parametrize("built", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("agreed", "agreed", []),
        ("agreed", "agr eed", []),  # where words are divided does not matter
        ("agreed", "differed", [("changed", "Keepers differed on the tides.")]),
        ("2010", "2011", [("changed", "The board met in the spring of 2011.")]),
        ("The board met in the spring of 2010. ", "", [("missing", "")]),
        ("Boats wait", "All is well. Boats wait", [("added", "All is well.")]),
        ("the quay.", "the quay. All is well.", [("added", "All is well.")]),
        (
            "agreed on the tides. The board met",
            "fought over the tides. The council met",
            [
                ("changed", "Keepers fought over the tides."),
                ("changed", "The council met in the spring of 2010."),
            ],
        ),
        ("on the tides", "on not the tides", [("changed", "Keepers agreed on not the tides.")]),
        ("spring of 2010", "spring of 12 2010", [("changed", "The board met in the spring of 12 2010.")]),
    ],
)
def test_each_sentence_has_its_fate(old: str, new: str, wanted: list[tuple[str, str]], built: bool) -> None:
    assert found(f"Harbour Board {TEXT.replace(old, new)}", built=built) == wanted


def test_furniture_that_was_changed_is_told_if_the_file_is_known() -> None:
    now = f"Harbour Bored {TEXT}"
    assert found(now) == [("changed", "Harbour Bored")]
    assert found(now, built=False) == []


LAID_OUT = (
    "Harbour Board 1 Keepers agreed on the tides.1 The board met in the Page 1 of 2 spring of 2010. 2 Boats wait at "
)


def test_what_layouts_add_is_passed_over_if_the_file_is_not_known() -> None:
    now = f"{LAID_OUT} the quay. ‹ES 1; II ¶2›"
    assert found(now, built=False, layout=("Page 0 of 0",)) == []
    assert found(now.replace("spring", "winter"), built=False, layout=("Page 0 of 0",))[0][0] == "changed"


def test_a_sentence_that_was_moved_is_there_if_the_file_is_not_known() -> None:
    moved = "Harbour Board Boats wait at the quay. Keepers agreed on the tides. The board met in the spring of 2010."
    assert found(moved, built=False) == []


@pytest.mark.parametrize(("role", "fate"), [("picture", "unread"), ("unit", "missing"), ("furniture", "same")])
def test_words_that_the_file_as_built_does_not_have_as_text(role: Role, fate: str) -> None:
    one = Sentence("Twenty bicycles", role, "u2")
    (last,) = [made for made in sentences_found([*SENTENCES, one], BUILT, BUILT) if made.sentence == one]
    assert last.fate == fate


def test_nothing_is_left_of_a_file_without_the_words() -> None:
    fates = [one.fate for one in sentences_found(SENTENCES, ["Quite", "another", "text"], BUILT)]
    assert "same" not in fates

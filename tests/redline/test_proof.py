"""Redlines as Word files: accepted, they say what the new edition says; rejected, what the old one says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.redline_readings import rejected
from briefs.redline.comparing import redline
from briefs.redline.proof import check_redline, check_word_redline, has_sound_moves
from briefs.word.elements import qn
from tests.redline.marks import ANNA, HOUSE, text
from tests.redline.random_editions import Editions
from tests.redline.word_files import changed_part, roots, word_file
from tests.render.docx.samples import document, paragraph_document


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(6, 36, 6))])
@pytest.mark.parametrize("moves", [False, True])
def test_word_files_of_random_editions_have_both_readings(seed: int, moves: bool) -> None:
    for number in range(seed, seed + 6):
        editions = Editions(number)
        old = editions.brief()
        new = editions.next_edition(old, editions.chance.choice((0.1, 0.4, 0.8)))
        made = redline(old, new, HOUSE, moves=moves)
        marked = word_file(made.document)
        check_word_redline(marked, word_file(new), word_file(rejected(made.document)))
        assert has_sound_moves(marked)


@pytest.mark.parametrize("seed", range(10))
def test_word_files_with_marks_of_reviewers_have_both_readings(seed: int) -> None:
    editions = Editions(seed)
    old = editions.brief()
    new = editions.with_other_words(old)
    made = redline(editions.with_other_words(old, ANNA), new, HOUSE)
    marked = word_file(made.document)
    check_word_redline(marked, word_file(new), word_file(rejected(made.document)))
    authors = Counter(one.get(qn("w:author")) for root in roots(marked) for one in root.iter(qn("w:ins"), qn("w:del")))
    assert set(authors) <= {"Anna", "Issuer"}
    assert authors["Anna"]


def brief(words: str) -> Document:
    return paragraph_document(*text(words))


def test_the_same_editions_give_the_same_bytes_and_unchanged_ones_no_revision() -> None:
    old, new = brief("Some keepers agreed."), brief("Most keepers agreed.")
    assert word_file(redline(old, new, HOUSE).document) == word_file(redline(old, new, HOUSE).document)
    assert word_file(redline(new, new, HOUSE).document) == word_file(new)
    assert not [one for root in roots(word_file(new)) for one in root.iter() if one.get(qn("w:author"))]


def test_a_redline_that_would_not_give_an_edition_back_is_refused_with_the_paragraph() -> None:
    old, new = brief("Some keepers agreed."), brief("Most keepers agreed.")
    made = redline(old, new, HOUSE)
    check_redline(made)
    with pytest.raises(BriefsError, match=r'accepted, paragraph 4 of the redline would say "Most keepers agreed."'):
        check_redline(replace(made, new=brief("All keepers agreed.")))
    with pytest.raises(BriefsError, match=r"rejected, paragraph 4 .* as the old edition does, so it is not written"):
        check_redline(replace(made, old=brief("Some keepers met.")))
    with pytest.raises(BriefsError, match="would say"):
        check_redline(replace(made, old=document()))


def test_a_word_file_that_would_not_give_an_edition_back_is_refused_with_the_paragraph() -> None:
    old, new = brief("Some keepers agreed."), brief("Most keepers agreed.")
    made = redline(old, new, HOUSE).document
    marked, plain, before = word_file(made), word_file(new), word_file(rejected(made))
    check_word_redline(marked, plain, before)
    name = "word/document.xml"
    lost = changed_part(marked, name, b">Some<", b"><")
    with pytest.raises(BriefsError, match=r'rejected, paragraph 7 of the redline would say " keepers agreed."'):
        check_word_redline(lost, plain, before)
    added = changed_part(marked, name, b">Most<", b">Almost<")
    with pytest.raises(BriefsError, match=r'would say "Almost keepers agreed.", and not "Most keepers agreed."'):
        check_word_redline(added, plain, before)
    twice = changed_part(marked, name, b'<w:del w:id="1"', b'<w:del w:id="2"')
    with pytest.raises(BriefsError, match="two changes of the redline have the id 2"):
        check_word_redline(twice, plain, before)

"""The edition that a returned file is of."""

from __future__ import annotations

import pytest

from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.versions import Status
from briefs.review.best_edition import best_edition
from tests.projects import shipped
from tests.review.returns import simulated_return
from tests.review.sent import FERRIES, KEEPERS, line, own, returned, unit


@pytest.mark.parametrize(
    ("seeds", "statuses"), [(1, ("draft",)), pytest.param(4, ("draft", "cleared"), marks=pytest.mark.slow)]
)
def test_each_return_of_each_brief_is_known_by_its_text(seeds: int, statuses: tuple[Status, ...]) -> None:
    editions = {
        (brief.document.key, status): sent_paragraphs(brief.document)
        for status in statuses
        for brief in shipped(status)
    }
    assert len(editions) == 7 * len(statuses)
    for name, sent in editions.items():
        for seed in range(seeds):
            assert best_edition(editions, simulated_return(sent, seed, 0.3).file) == name


def test_of_two_versions_it_is_the_one_with_the_same_wording() -> None:
    old, new = (unit("u1", FERRIES),), (unit("u1", FERRIES.replace("could", "would")), own("heading s", "Findings"))
    assert best_edition({"0.1": old, "0.2": new}, returned(line(FERRIES))) == "0.1"
    assert best_edition({"0.1": old, "0.2": new}, returned(line(new[0].text), line("Findings"))) == "0.2"


def test_a_file_of_something_else_is_of_no_edition() -> None:
    assert best_edition({"0.1": (unit("u1", FERRIES),)}, returned(line(KEEPERS))) is None
    assert best_edition({}, returned(line(KEEPERS))) is None

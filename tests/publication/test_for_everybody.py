"""Only what the masthead says that everybody may have is published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.publication.for_everybody import why_not_published
from tests.publication.builders import of_version

EDITION = of_version("1.0", a="One.")


@pytest.mark.parametrize("line", ["Distribution:\u00a0General", "Distribution: general.", "DISTRIBUTION:  GENERAL"])
def test_what_is_general_is_for_everybody(line: str) -> None:
    assert why_not_published(replace(EDITION, furniture=replace(EDITION.furniture, distribution=line))) == ""


@pytest.mark.parametrize(
    "line", ["Distribution:\u00a0Limited", "Distribution: General staff", "General", "", "Distribution: not General"]
)
def test_nothing_else_is(line: str) -> None:
    said = why_not_published(replace(EDITION, furniture=replace(EDITION.furniture, distribution=line)))
    assert said == f'says "{" ".join(line.split())}"'


def test_drafts_and_personal_copies_are_not() -> None:
    draft = replace(EDITION, properties=replace(EDITION.properties, status="draft"))
    assert why_not_published(draft) == "is a draft"
    personal = replace(EDITION, furniture=replace(EDITION.furniture, is_personal=True))
    assert why_not_published(personal) == "has personal copies"

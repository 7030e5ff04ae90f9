"""Versions of drafts and cleared editions, as they are written."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.written_versions import Versions, WrittenVersions

VERSIONS: TypeAdapter[Versions] = TypeAdapter(WrittenVersions)


@pytest.mark.parametrize(
    ("written", "draft", "cleared"),
    [
        ("0.3", "0.3", "0.3"),
        (2, "2", "2"),
        ({"draft": "0.3", "cleared": 1}, "0.3", "1"),
        (Versions(draft="a", cleared="b"), "a", "b"),
    ],
)
def test_there_is_one_for_both_or_one_for_each(written: Any, draft: str, cleared: str) -> None:
    versions = VERSIONS.validate_python(written)
    assert (versions.of("draft"), versions.of("cleared")) == (draft, cleared)


@pytest.mark.parametrize("written", ["a/b", "", "1.0 beta", ".", "1.", "1..2", "-1", "1.-2", "1\n", "١"])
def test_what_is_no_version_is_refused(written: str) -> None:
    with pytest.raises(
        ValidationError, match="is not a version: use letters and digits, with dots or hyphens between them"
    ):
        VERSIONS.validate_python(written)


def test_both_have_to_be_given() -> None:
    with pytest.raises(ValidationError, match="Field required"):
        VERSIONS.validate_python({"draft": "0.3"})


@pytest.mark.parametrize(("written", "message"), [(None, "it is empty"), (["0.3"], "or one for each status")])
def test_a_version_must_be_there(written: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        VERSIONS.validate_python(written)

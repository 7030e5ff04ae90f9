"""Versions of drafts and cleared editions."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.versions import Versions, WrittenVersions, edition_order, is_final

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


@pytest.mark.parametrize(
    "version",
    [
        *("0.3", "0", "v0.9", "00.1", "0-3", "1.0-rc2", "1.0rc1", "2-draft", "draft", "1.0.beta", "pre-1"),
        *("True", "v1", "1..2", "1.", ".1", "1e5", "2026-11", "final", "x", "١", ""),
    ],
)
def test_below_one_or_with_more_than_digits_and_dots_a_version_is_not_final(version: str) -> None:
    assert not is_final(version)


@pytest.mark.parametrize("version", ["1", "1.0", "01", "10.0", "2026.11", "1.0.3"])
def test_digits_and_dots_from_one_on_are_final(version: str) -> None:
    assert is_final(version)


@pytest.mark.parametrize(("written", "message"), [(None, "it is empty"), (["0.3"], "or one for each status")])
def test_a_version_must_be_there(written: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        VERSIONS.validate_python(written)


def test_editions_are_sorted_by_date_then_by_version_with_numbers_as_numbers() -> None:
    first, second = "2026-01-01", "2026-01-02"
    in_order = [(first, "1.9"), (first, "1.9-rc"), (first, "1.10"), (second, "1.0")]
    written = [in_order[place] for place in (2, 0, 3, 1)]
    assert sorted(written, key=lambda one: edition_order(*one)) == in_order

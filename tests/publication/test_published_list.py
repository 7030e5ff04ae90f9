"""The list of what was published is read as it was written, and nothing else is taken for one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from briefs.model.brief_key import BriefKey
from briefs.publication.published_edition import PublishedFile
from briefs.publication.published_list import ListedFile, PublishedList, list_json, read_list

FILE = PublishedFile("a.pdf", "pdf", "letter", True, 3, 1000, "ab")
SUBJECT = ("report", BriefKey("ministers"))
LIST = PublishedList(
    "urn:uuid:x", (ListedFile(SUBJECT, "1.0", "2026-11-23", FILE),), {"a.pdf": ("ab", "cd")}, {"a.html": SUBJECT}
)


def test_a_list_comes_back_as_it_was_written() -> None:
    assert read_list(list_json(LIST)) == LIST
    assert list_json(LIST) == list_json(read_list(list_json(LIST)))


@pytest.mark.parametrize(
    "damage",
    [
        lambda one: one.update(published=2),
        lambda one: one.pop("feed"),
        lambda one: one.update(written=[]),
        lambda one: one["files"][0].update(format="exe"),
        lambda one: one["files"][0].update(pages="many"),
        lambda one: one["files"][0].update(path="../a.pdf"),
        lambda one: one["addresses"].update({"../index.html": next(iter(one["addresses"].values()))}),
        lambda one: one["addresses"].update({"b.html": ["report"]}),
        lambda one: one["written"].update({".htaccess": ["ab"]}),
    ],
)
def test_what_is_damaged_or_leads_elsewhere_is_refused(damage: Callable[[Any], Any]) -> None:
    value = json.loads(list_json(LIST))
    damage(value)
    with pytest.raises(ValueError, match=r"\S"):
        read_list(json.dumps(value).encode())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b"\xff", b"[" * 100_000])
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_list(content)

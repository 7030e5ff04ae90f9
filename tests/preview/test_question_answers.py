"""Answers are encoded for the page; what keeps a question from being answered is told in words."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError, Fault, Place
from briefs.model.unknown_name import UnknownName
from briefs.preview.messages import NotFound, NotPossible, Question
from briefs.preview.question_answers import OUR_MISTAKE, Answering, Present, answered, refusal_of
from briefs.preview.shown.state_views import Link

ROOT = Path("/home/ana/briefs")
PRESENT = cast(
    "Present", SimpleNamespace(kept=SimpleNamespace(order=SimpleNamespace(project=SimpleNamespace(root=ROOT))))
)
WRONG = Fault("relative-date", "a relative date", "give the year").at(Place("seeds/a.yaml", 3))


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (b"\x89PNG", b"\x89PNG"),
        ("né", "né".encode()),
        ("half a character \ud800", b"half a character ?"),
        (Link("a", 3), b'{"path": "a", "line": 3, "within": "", "href": ""}'),
        ((Link("a"),), b'[{"path": "a", "line": 0, "within": "", "href": ""}]'),
        ([], b"[]"),
        ({"outcome": "saved"}, b'{"outcome": "saved"}'),
    ],
)
def test_answers_are_encoded_for_the_page(value: Any, sent: bytes) -> None:
    answer = answered(Question(7, "one", {}), Answering(lambda present: value), PRESENT)
    assert (answer.number, answer.value, answer.refusal) == (7, sent, None)


def test_text_that_is_no_unicode_stays_what_it_is_in_json() -> None:
    answer = answered(Question(1, "one", {}), Answering(lambda present: Link("\ud800")), PRESENT)
    assert json.loads(answer.value)["path"] == "\ud800"


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (NotFound("not there"), 404, "not there"),
        (UnknownName("block", ["x"], ["y"]), 404, 'there is no block called "x"'),
        (DocumentError([WRONG]), 422, "seeds/a.yaml:3: a relative date"),
        (BriefsError("the disk is full", "make room"), 503, "the disk is full"),
        (NotPossible("no words are selected", "select some"), 422, "no words are selected"),
    ],
)
def test_what_is_wrong_is_refused_in_words(error: Exception, status: int, message: str) -> None:
    def answer(present: Present) -> None:
        raise error

    refusal = answered(Question(1, "one", {}), Answering(answer), PRESENT).refusal
    assert refusal is not None
    assert (refusal.status, refusal.message) == (status, message)


def test_wrong_arguments_are_refused_and_our_mistakes_are_raised() -> None:
    def answer(present: Present, brief: str) -> None:
        raise ZeroDivisionError

    refusal = answered(Question(1, "one", {"brief": 1}), Answering(answer), PRESENT).refusal
    assert refusal is not None
    assert refusal.status == 400
    with pytest.raises(ZeroDivisionError):
        answered(Question(1, "one", {"brief": "a"}), Answering(answer), PRESENT)
    assert refusal_of(ZeroDivisionError()) is OUR_MISTAKE


def test_files_are_named_from_the_project() -> None:
    def fails(present: object) -> None:
        raise BriefsError(f"cannot write {ROOT / 'build'}: No space left on device")

    refusal = answered(Question(1, "build", {}), Answering(fails), PRESENT).refusal
    assert refusal is not None
    assert refusal.message == "cannot write build: No space left on device"

"""Definitions of a report."""

from __future__ import annotations

import pytest

from tests.candidates.builders import found


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("en", "For the purposes of this report, “port” means a place with a quay.", "port"),
        ("en", "For the purposes of this report, a port is defined as a place with a quay.", "port"),
        ("en", "A “lifeline port” is a port on which an island depends.", "lifeline port"),
        ("en", "A lifeline port is a port on which an island depends.", "lifeline port"),
        ("en", "“Managed retreat” means that a town gives up its port.", "Managed retreat"),
        ("en", "A small harbour is one with fewer than 50 berths.", "small harbour"),
        ("en", "Soft law refers to rules that bind nobody.", "Soft law"),
        ("fr", "On entend par « quota » la part de chacun.", "quota"),
        ("es", "Por “deserción” se entiende el abandono de los estudios.", "deserción"),
        ("de", "Unter „Teilhabe“ wird verstanden, dass alle mitmachen können.", "Teilhabe"),
        ("pt", "Entende-se por “território” a área de um município.", "território"),
        ("it", "Si intende per “porto” un luogo con una banchina.", "porto"),
    ],
)
def test_sentences_that_say_what_a_term_means_are_found(language: str, text: str, term: str) -> None:
    (only,) = found("definition", f"# A\n\n{text}\n", language)
    assert (only.passage.words, only.fields) == (text, {"term": term})


@pytest.mark.parametrize(
    "text",
    [
        "This means that the quay must be repaired.",
        "The term “managed retreat” is used in many plans.",
        "Ships arrive by means of a canal that is old.",
        "The “old quay” was repaired by the people who use it.",
        "A port is a busy and noisy and dirty and crowded place in winter and in summer, that much is clear.",
        "Participants refer to the quay as their own.",
    ],
)
def test_other_sentences_are_not(text: str) -> None:
    assert found("definition", f"# A\n\n{text}\n") == []


def test_entries_of_a_glossary_are_found() -> None:
    text = "# Glossary\n\nQuay: a wall at which ships are tied up\n\nThere are few terms here.\n"
    assert [one.fields["term"] for one in found("definition", text)] == ["Quay"]

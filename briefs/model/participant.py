"""Somebody whom a report lists as a participant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """A row of the list of participants: names as written, what the person is, and what bodies the person stands for.

    `bodies` are an organization's name, its acronym, and the parts of its name between commas.
    """

    given: tuple[str, ...]
    surname: str
    position: str = ""
    bodies: tuple[str, ...] = ()

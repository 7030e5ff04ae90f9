"""Where the sentences of a file come from: values that tracing gives, for printing and for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from briefs.verification.document_sentences import Role
from briefs.verification.sentence_changes import Fate
from briefs.verification.verdict import Verdict, verdict_json


@dataclass(frozen=True, slots=True)
class TracedPassage:
    """A passage of the report: its label and address, the lines of its paragraph, and the page on which that begins."""

    label: str
    address: str
    lines: tuple[int, ...]
    page: str = ""


@dataclass(frozen=True, slots=True)
class TracedForm:
    """A form that a sentence prints, with the passages that it rests on.

    `wording` is whether it is the report's own, or edited. `path` and `line` are where the form is written now; empty
    and 0 if there is no such block any more.
    """

    form: str
    wording: Literal["quoted", "edited"]
    path: str
    line: int
    passages: tuple[TracedPassage, ...]


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence with where it comes from.

    `text` is what was built, or what was added; `now` what the file says in its place. `place` is how readers find its
    unit. `forms` are empty for words of the template, which are at `path` and `line`, if they are written there. Of
    words that no edition has, `likeness` says how much of them the first of `forms` has (0 to 1); it is None elsewhere.
    """

    fate: Fate | Literal["found", "unknown"]
    text: str
    now: str
    role: Role | Literal[""]
    heading: str = ""
    place: str = ""
    path: str = ""
    line: int = 0
    forms: tuple[TracedForm, ...] = ()
    likeness: float | None = None

    @property
    def is_as_built(self) -> bool:
        """Whether the file says it as it was built, or prints it in a picture, which is not read."""
        return self.fate in ("same", "unread")


@dataclass(frozen=True, slots=True)
class Trace:
    """A file traced: the `verdict` on it, its sentences in reading order, and lines that say what is not known.

    If it `knows_edition`, sentences are those of the edition as it was built, with what was added to the file; else
    those of the file.
    """

    verdict: Verdict
    sentences: tuple[TracedSentence, ...]
    knows_edition: bool
    warnings: tuple[str, ...] = ()

    @property
    def is_as_built(self) -> bool:
        """Whether each sentence is traced, and says what was built."""
        return self.knows_edition and bool(self.sentences) and all(one.is_as_built for one in self.sentences)

    def counted(self) -> dict[str, int]:
        """How many sentences have each fate, the usual ones first."""
        fates = [one.fate for one in self.sentences]
        return {fate: fates.count(fate) for fate in dict.fromkeys(sorted(fates, key=_ORDER.index))}


_ORDER: Sequence[str] = ("same", "found", "unread", "changed", "missing", "added", "unknown")


def trace_json(trace: Trace) -> dict[str, Any]:
    """A trace for other programs."""
    return {
        "verdict": verdict_json(trace.verdict),
        "as_built": trace.is_as_built,
        "edition_known": trace.knows_edition,
        "counts": trace.counted(),
        "sentences": [_sentence_json(one) for one in trace.sentences],
        "warnings": list(trace.warnings),
    }


def _sentence_json(one: TracedSentence) -> dict[str, Any]:
    value = asdict(one)
    for passage in (passage for form in value["forms"] for passage in form["passages"]):
        if not passage["page"]:
            del passage["page"]
    return {name: part for name, part in value.items() if part not in ("", 0, (), None)}

"""What a Word file holds that is no text of the report, or cannot be read: warnings, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefs.model.diagnostics import Fault
from briefs.report.word.word_charts import ChartWords
from briefs.word.elements import Element, local_name, qn, value_of
from briefs.word.opened_package import OpenedPackage
from briefs.word.revisions import DELETED, ELSEWHERE, INSERTED

_SHOWN_WORDS = 8
_CALL_NOTES = "if they belong to the report, ask for the file with the text that they are notes on"
_MARKS = tuple(qn(f"w:{name}") for name in (*INSERTED, *DELETED))


def has_changes(roots: Iterable[Element]) -> bool:
    """Whether parts have tracked changes of text."""
    return any(next(root.iter(*_MARKS), None) is not None for root in roots)


def change_faults(roots: Iterable[Element]) -> Iterator[Fault]:
    """A warning of the tracked changes in parts, which are read as accepted. Code: `report-has-changes`."""
    marks = [mark for root in roots for mark in root.iter(*_MARKS)]
    if not marks:
        return
    people = {value_of(mark, "author") for mark in marks}
    who = "one person" if len(people) == 1 else f"{len(people)} people"
    count = "one tracked change" if len(marks) == 1 else f"{len(marks)} tracked changes"
    yield Fault(
        "report-has-changes",
        f"the report has {count} by {who}, and is read as if all were accepted",
        "ask for the final report, or accept or reject the changes in Word",
    )


def left_aside_faults(
    package: OpenedPackage, main: Element, hidden: Sequence[str], uncalled: int = 0
) -> Iterator[Fault]:
    """A warning of each sort of content that is left aside; `uncalled` notes are called nowhere. Code:
    `report-left-aside`."""
    words = " ".join("".join(hidden).split())
    if words:
        shown = words.split()
        beginning = " ".join(shown[:_SHOWN_WORDS]) + (" …" if len(shown) > _SHOWN_WORDS else "")
        message = f"{_counted(len(shown), 'hidden word is', 'hidden words are')} left aside: “{beginning}”"
        yield _left_aside(message, "if they belong to the report, take away “Hidden” under Font in Word")
    comments = sum(
        local_name(one) == "comment" for part in package.related(package.main, "comments") for one in package.root(part)
    )
    if comments:
        message = f"{_counted(comments, 'comment is', 'comments are')} left aside"
        yield _left_aside(message, "if you want to quote one, put its words into the text")
    charts = ChartWords(package, package.main).unread(main)
    if charts:
        what = _counted(charts, "chart or diagram", "charts and diagrams")
        message = f"{what} {'has' if charts == 1 else 'have'} no words that can be read"
        yield _left_aside(message, "say what they show in the text, or in their alternative texts")
    if uncalled:
        message = f"{_counted(uncalled, 'note is', 'notes are')} left aside, since nothing in the text calls them"
        yield _left_aside(message.replace("calls them", "calls it") if uncalled == 1 else message, _CALL_NOTES)
    others = sum(1 for _ in main.iter(*(qn(f"w:{name}") for name in ELSEWHERE)))
    if others:
        message = f"{_counted(others, 'file is', 'files are')} inserted into the report, and left aside"
        yield _left_aside(message, "open the report in Word and save it again, so that their text becomes part of it")


def _left_aside(message: str, hint: str) -> Fault:
    return Fault("report-left-aside", message, hint)


def _counted(number: int, one: str, several: str) -> str:
    return f"one {one}" if number == 1 else f"{number} {several}"

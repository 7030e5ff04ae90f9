"""The played preview of `reading_preview.py` with blocks that can be edited, a budget, problems, and proposals.

Blocks are a dictionary, so that a test can play the editor, or the other window, beside the page.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefs.preview.messages import Refusal
from briefs.preview.serving.worker_client import Refused
from briefs.preview.shown.brief_views import UnitView
from briefs.preview.shown.editing_views import (
    BlockView,
    CandidateView,
    Decided,
    EditVerdict,
    FieldView,
    KindView,
    ProposalView,
    Saved,
)
from briefs.preview.shown.report_views import Use
from briefs.preview.shown.state_views import Budget, LeftOut, Problem, State, Written, json_of
from tests.preview.browser.reading_preview import MINISTERS, PlayedWorker, linked

FILE = "seeds/quay/blocks/fact.yaml"
MOST_WORDS = 25
CHOICES = ("", "must", "should", "could", "never")
LEFT_OUT = (
    LeftOut("u9", ("fact.tide_9",), "Why act", "Tides rise by two hands in a lifetime.", "could", "left out",
            "first among those that could go", 2.5, "it needs 3 lines; 1 is free"),
    LeftOut("u7", ("fact.tide_7", "fact.tide_8"), "Why act", "Boats wait for nine days on average.", "should",
            "left out", "no page is left", 4.0, "it needs 4 lines; 1 is free"),
    LeftOut("u2", ("fact.tide_2",), "What to do", "One office could decide within a month.", "should", "shortened",
            "its short form is printed", 1.0),
)  # fmt: skip
PROBLEM = Problem(
    "error", "anchor-not-found", 'anchor of "fact.tide_1" matches nothing in the report',
    "nearest text is “It found that…” (ES 1)", linked(FILE, 4), "fact.tide_1", (MINISTERS,),
)  # fmt: skip
WARNING = Problem("warning", "short-too-long", "short has 27 words", "write at most 25", linked(FILE, 9), "fact.tide_2")


def proposal(number: int, **others: Any) -> ProposalView:
    """A proposal to reword something, with all that one can have."""
    usual: dict[str, Any] = {
        "review": "f00d12",
        "proposal": f"ab{number}",
        "brief": MINISTERS,
        "author": "N. Reviewer (returned.docx)",
        "date": "2026-11-20",
        "place": f"Para {number}",
        "sort": "other words",
        "before": "Small harbours lose a tenth of their berths every ten years.",
        "after": "Small harbours lose about a tenth of all berths in ten years.",
        "comment": "N. Reviewer: is it all harbours? (returned.docx)",
        "state": "open",
        "problems": (WARNING,),
        "passages": (PlayedWorker().passage(3),),
        "choices": ("accept", "edit", "reject", "later"),
    }
    return ProposalView(**{**usual, **others})


def written_fields() -> dict[str, dict[str, str]]:
    """What the file of blocks holds at first."""
    return {
        "fact.tide_1": {
            "short": "Small harbours lose berths",
            "ask": "",
            "audiences.ministers": "must",
            "audiences.captains": "",
        },
        "fact.tide_2": {
            "short": "One office should decide",
            "ask": "Name one office",
            "audiences.ministers": "",
            "audiences.captains": "should",
        },
    }


@dataclass
class PlayedEditing(PlayedWorker):
    """A worker that answers all questions. `values` are the fields of the blocks; `failing` are questions that get an
    error; `decided_elsewhere` are proposals on which somebody decides just before the page does."""

    values: dict[str, dict[str, str]] = field(default_factory=written_fields)
    problems: tuple[Problem, ...] = ()
    stale: frozenset[str] = frozenset()
    proposals: tuple[ProposalView, ...] = ()
    decided_elsewhere: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Begin anew, as when it was made."""
        self.values, self.problems, self.stale = written_fields(), (), frozenset()
        self.proposals, self.decided_elsewhere, self.failing = (), frozenset(), frozenset()
        self.asked.clear()
        self.tell()

    def change(self, **fields: Any) -> None:
        """Change fields of this worker, and tell the page."""
        for name, value in fields.items():
            setattr(self, name, value)
        self.tell()

    def names_asked(self) -> set[str]:
        """The questions that came since the beginning."""
        return {name for name, _ in self.asked}

    def given(self, name: str) -> list[Mapping[str, Any]]:
        """With what a question was asked, each time."""
        return [given for asked, given in self.asked if asked == name]

    def _present(self) -> State:
        present = super()._present()
        budget = Budget(3, 3, 0.92, 1140, 1200, LEFT_OUT)
        briefs = tuple(replace(one, budget=budget, is_current=one.id not in self.stale) for one in present.briefs)
        return replace(present, briefs=briefs, problems=self.problems, proposals=len(self.proposals))

    def _unit(self, brief: str, unit: str, status: str = "draft") -> UnitView:
        """The second unit prints two blocks."""
        view = super()._unit(brief, unit, status)
        first = replace(view.forms[0], text=self.values.get(view.forms[0].block, {}).get("short", ""))
        forms = (first,) if unit != "u2" else (replace(first, block="fact.tide_1"), first)
        return replace(view, forms=forms)

    async def ask(self, name: str, given: Mapping[str, Any], patience: float | None = None) -> bytes:
        """An answer to any question."""
        answers: dict[str, Callable[[Mapping[str, Any]], Any]] = {
            "block": self._block,
            "check": self._check,
            "save": self._save,
            "what-if": self._what_if,
            "candidate": self._candidate,
            "decide": self._decide,
            "build": self._build,
        }
        if name == "proposals":
            self.asked.append((name, given))
            return json.dumps([json_of(one) for one in self.proposals]).encode()
        if name not in answers:
            return await super().ask(name, given, patience)
        self.asked.append((name, given))
        await asyncio.sleep(0)
        if name in self.failing:
            raise Refused(Refusal(503, "The disk is full.", "Make room, then try again."))
        return json.dumps(json_of(answers[name](given))).encode()

    def _version(self) -> str:
        return hashlib.sha256(json.dumps(self.values, sort_keys=True).encode()).hexdigest()

    def _block(self, given: Mapping[str, Any]) -> BlockView:
        report, block = given["report"], given["block"]
        if block not in self.values:
            raise Refused(Refusal(404, f'The report has no block "{block}" any more.', ""))
        fields = tuple(
            FieldView(name, "choice" if "." in name else "wording", value, bool(value), linked(FILE, 4 + at),
                      CHOICES if "." in name else (), "edited form, at most 25 words" if name == "short" else "")
            for at, (name, value) in enumerate(self.values[block].items())
        )  # fmt: skip
        node = int(block.rpartition("_")[2])
        passages = (self.passage(node), self.passage(node + 40))
        use = Use(MINISTERS, "ministers", f"u{node}", f"paragraph {node}", block, "short")
        priorities: Any = {"ministers": "must", "captains": "could"}
        return BlockView(
            report, block, "fact", self._version(), linked(FILE, 3), "", fields, passages, priorities, (use,)
        )

    def _check(self, given: Mapping[str, Any]) -> EditVerdict:
        words, most = len(given["value"].split()), MOST_WORDS if given["name"] == "short" else None
        found = Problem("error", "short-too-long", f"short has {words} words", "write at most 25", linked(FILE, 4))
        problems = (found,) if most and words > most else ()
        obstacle = "a form cannot have a tab" if "\t" in given["value"] else ""
        return EditVerdict(problems, (), words, len(given["value"]), most, obstacle)

    def _save(self, given: Mapping[str, Any]) -> Saved:
        fields, here = self.values[given["block"]], linked(FILE, 4)
        there, value = fields[given["name"]], given["value"].strip()
        if given["version"] != self._version() and there != given.get("before"):
            return Saved("conflict", self._version(), "somebody changed it meanwhile", there, here, there)
        fields[given["name"]] = value
        self.tell()
        said = "" if value else "it is not written any more"
        return Saved("unchanged" if there == value else "saved", self._version(), said, link=here, before=there)

    def _what_if(self, given: Mapping[str, Any]) -> Budget:
        """Each page holds 400 words, and each page more brings two units back."""
        pages, words = int(given["pages"]), int(given["words"]) if given.get("words") else None
        if pages > 30:
            raise Refused(Refusal(422, "The brief has no more than 30 pages.", "Try fewer."))
        if pages == 1:
            return Budget(2, 1, 0.4, 900, words, LEFT_OUT, False, "What must stay takes more than 1 page.")
        return Budget(pages, pages, 0.5, min(400 * pages, words or 9999), words, LEFT_OUT[max(0, 2 * (pages - 3)) :])

    def _candidate(self, given: Mapping[str, Any]) -> CandidateView:
        passage = replace(self.passage(3), address=given["address"], start=given["start"], end=given["end"])
        made = CandidateView((passage,), ("It found that … nine days.",), ("fact.tide_3",))
        if not given.get("kind"):
            kinds = (KindView("fact", "A fact of the report."), KindView("next_step", "A step that the report names."))
            return replace(made, kinds=kinds)
        path = f"seeds/quay/blocks/proposed/{given['kind']}.yaml"
        return replace(made, id=f"{given['kind']}.tides", link=linked(path, 3))

    def _decide(self, given: Mapping[str, Any]) -> Decided:
        self.proposals = tuple(one for one in self.proposals if one.proposal != given["proposal"])
        self.tell()
        if given["proposal"] in self.decided_elsewhere:
            return Decided("conflict", "This was rejected meanwhile, elsewhere. Nothing was written.")
        if given["choice"] in ("accept", "edit"):
            return Decided("accepted", f"It is written into {FILE}.")
        return Decided({"reject": "rejected", "note": "noted", "later": "later"}[given["choice"]])  # type: ignore[arg-type]

    def _build(self, given: Mapping[str, Any]) -> Written:
        return Written(() if self.problems else ("build/ministers.pdf", "build/ministers.docx"), self.problems)

"""The workshop: what is held is brought up to date with the files, brief by brief, those that are watched first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefs.model.diagnostics import BriefsError, Checked, DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.brief_job import Job
from briefs.pipeline.examination import chosen_reports, examine
from briefs.pipeline.findings import Findings
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.jobs import plan
from briefs.pipeline.order import Order, Progress, silent
from briefs.pipeline.settled_brief import settle_brief
from briefs.preview.workshop.held import NOTHING_HELD, Held, HeldBrief, brief_id
from briefs.render.html.page import render_html


class Workshop:
    """Keeps what `order` asks for up to date. `held` is what there is; it is replaced as a whole, never changed."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.held: Held = NOTHING_HELD

    def refresh(self, first: Sequence[str] = (), progress: Progress = silent) -> Iterator[Held]:
        """Bring what is held up to date with the files, and give it after each step; the briefs with the ids `first`
        are built first. Whatever is wrong with the files or the environment is held, never raised."""
        try:
            yield from self._refreshed(first, progress)
        except DocumentError as error:
            self.held = replace(self.held, stale=frozenset(self.held.briefs), problems=error.diagnostics, failure="")
            yield self.held
        except (BriefsError, UnknownName) as error:
            self.held = replace(self.held, stale=frozenset(self.held.briefs), failure=str(error))
            yield self.held

    def _refreshed(self, first: Sequence[str], progress: Progress) -> Iterator[Held]:
        progress("reading the report and its blocks")
        chosen = chosen_reports(self.order.project)
        found = Findings(self.order.project.templates, chosen.problems)
        reports = found.each(examine, chosen.value)
        jobs = [job for one in reports for job in found.value(one.name, plan(self.order, one, len(reports) == 1))]
        renders = not found.has_errors()
        by_id = {brief_id(job.inputs.name, job.template.front.key): replace(job, renders=renders) for job in jobs}
        present: dict[str, Inputs] = {one.name: one for one in reports}
        briefs = {name: one for name, one in self.held.briefs.items() if name in by_id}
        stale = frozenset(by_id)
        for name in sorted(by_id, key=lambda name: name not in first):
            held = found.value(by_id[name].inputs.name, self._built(name, by_id[name], progress))
            if held is not None:
                briefs[name] = held
                stale -= {name}
            ordered = {one: briefs[one] for one in by_id if one in briefs}
            good = present if renders else self.held.reports
            self.held = Held(good, present, ordered, stale, found.all())
            yield self.held

    def _built(self, name: str, job: Job, progress: Progress) -> Checked[HeldBrief | None]:
        settled = settle_brief(job, progress)
        if settled.value is None or job.layout is None:
            return Checked(None, settled.problems)
        shown = render_html(settled.value.document, job.layout)
        version = hashlib.sha256(shown.encode()).hexdigest()[:16]
        return Checked(HeldBrief(name, version, job, settled.value, settled.problems), settled.problems)

"""The workshop: what is held is brought up to date with the files, brief by brief, those that are watched first.

One round has four steps, and what is held is given after each part of them:

1. The files are read, blocks are drawn, and everything is checked that can be before a brief is made. Checking takes
   longest at the start, so what is watched, but was never built, is shown before that: cut as the last build cut it.
2. If nothing is wrong, there is a first look at each brief that is watched and has changed: the new words, cut as the
   brief was cut last. This takes less time than to lay out its pages. If nothing was wrong in the round before, it does
   not wait for all checks, but only for those that find most mistakes; should others find any, it is taken back.
3. Each brief is settled, as a build does it: fitted anew if anything that it prints has changed, since what was cut
   last need not be what a build would cut now. A brief that the change does not touch is recalled, not made.
4. Once there is time (`finish`), all formats are written in memory and read back, as a build does before it writes.

All of it is in a `Memory`, which knows what each value was made from. A round may end between any two steps, and while
a brief is fitted: `progress` may raise `Interrupted`.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.fit.selection import Selection
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError, has_errors
from briefs.model.document import Document
from briefs.model.formats import FORMATS
from briefs.model.later_collection import collect, collecting_later
from briefs.model.memory import Memory
from briefs.model.same_object import Same
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.brief_job import Job, check_names
from briefs.pipeline.brief_materials import brief_name, fonts_of, materials_of_findings
from briefs.pipeline.examination import Materials, checked_materials, chosen_reports, first_mistakes, gather
from briefs.pipeline.findings import Findings
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.jobs import plan
from briefs.pipeline.last_selections import last_selections
from briefs.pipeline.order import Order, Progress, silent
from briefs.pipeline.settled_brief import SettledBrief, keep_settled, settle_brief, settled_document
from briefs.preview.workshop.first_look import first_look, very_first_look
from briefs.preview.workshop.held import NOTHING_HELD, Held, HeldBrief, brief_id
from briefs.preview.workshop.present_round import Round
from briefs.preview.workshop.shown_passages import shown_passages
from briefs.render.html.page import render_html
from briefs.render.pdf.page_style import page_css
from briefs.text.forgotten_texts import forget_texts

_FORGET_AFTER = 10
"""After so many rounds, what was kept of texts that were read is let go."""


class Interrupted(Exception):
    """Raised by a `progress` function to end a round: the files have changed, and another round begins."""


class Workshop:
    """Keeps what `order` asks for up to date. `held` is what there is; it is replaced as a whole, never changed."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.held: Held = NOTHING_HELD
        self.memory = Memory()
        self._round = Round()
        self._rounds = 0
        self._was_sound = False
        self._good: dict[str, HeldBrief] = {}
        self._unbuilt: dict[str, HeldBrief] = {}
        self._rendered: dict[str, tuple[Document, tuple[Diagnostic, ...]]] = {}

    def refresh(self, first: Sequence[str] = (), progress: Progress = silent) -> Iterator[Held]:
        """Bring what is held up to date with the files, and give it after each step; the briefs with the ids `first`
        are built first. Whatever is wrong with the files or the environment is held, never raised; `Interrupted` is."""
        try:
            with collecting_later():
                yield from self._refreshed(first, progress)
        except DocumentError as error:
            failure = "" if error.failure is None else str(error.failure)
            self._fail(error.diagnostics, failure)
            yield self.held
        except (BriefsError, UnknownName) as error:
            self._round.of_looks = {}
            self._fail(self._problems(), str(error))
            yield self.held

    def finish(self, first: Sequence[str] = (), progress: Progress = silent) -> Iterator[Held]:
        """Find what shows only in finished files, once everything is settled: the problems that are held are then those
        of a build of all formats. As `refresh`."""
        try:
            yield from self._finished(first, progress)
        except DocumentError as error:
            self._fail((*self.held.problems, *error.diagnostics), "" if error.failure is None else str(error.failure))
            yield self.held
        except (BriefsError, UnknownName) as error:
            self._fail(self.held.problems, str(error))
            yield self.held

    def _refreshed(self, first: Sequence[str], progress: Progress) -> Iterator[Held]:
        progress("reading the report and its blocks")
        for held in self.held.briefs.values():
            keep_settled(held.job, self.memory)  # also as long as mistakes keep it from being made
        before = self._round  # what was wrong with files counts no more, whatever fails now
        self._round = Round(of_looks=before.of_looks, of_briefs=before.of_briefs, of_files=before.of_files)
        chosen = chosen_reports(self.order.project)
        self._round.of_project = chosen.problems
        gathered = [gather(project, self.memory) for project in chosen.value]
        planned, failure = self._planned([one.inputs for one in gathered])
        if failure is None and not has_errors(self._unchecked(chosen.problems, gathered, planned)):
            yield from self._looked_at({one.name: one.inputs for one in gathered}, planned, first)
            if self._was_sound:
                yield from self._looked_at_soon(gathered, planned, first)
        progress("checking wording")
        examined = [checked_materials(one, self.memory) for one in gathered]
        self._round.of_reports = of_reports = {one.value.name: one.problems for one in examined}
        if failure is not None:
            self._round.of_looks = {}
            raise DocumentError(self._problems(), failure) if has_errors(self._problems()) else failure
        check_names(self.order, [one.value for one in examined])
        jobs = []
        for one, looks in zip(examined, planned, strict=True):
            of_reports[one.value.name] += looks.problems
            jobs += [_checked(job, one.value) for job in looks.value]
        self._round.renders = renders = not any(map(has_errors, (self._round.of_project, *of_reports.values())))
        self._was_sound = renders
        self._round.jobs = {_id(job): replace(job, renders=renders) for job in jobs}
        for known in (self._round.of_briefs, self._round.of_files):
            for name in known.keys() - self._round.jobs.keys():
                del known[name]
        if self.memory.is_first("settled"):
            gc.freeze()  # most of what is there by now stays for good, and need not be looked through again and again
        yield from self._settled({one.value.name: one.value for one in examined}, first, progress)
        self.memory.turn()
        self._rounds += 1
        if self._rounds % _FORGET_AFTER == 0:
            forget_texts()

    def _planned(self, reports: Sequence[Inputs]) -> tuple[list[Checked[list[Job]]], BriefsError | None]:
        """The briefs of each report; none of any, and why, if a layout cannot be opened."""
        try:
            return [plan(self.order, inputs, len(reports) == 1) for inputs in reports], None
        except BriefsError as error:
            return [], error

    @staticmethod
    def _unchecked(
        of_project: Sequence[Diagnostic], gathered: Sequence[Materials], planned: Sequence[Checked[list[Job]]]
    ) -> Iterator[Diagnostic]:
        """What is known to be wrong before anything is checked."""
        yield from of_project
        for one in gathered:
            yield from (*one.read.problems, *one.drawn.problems, *one.composer.problems)
        for looks in planned:
            yield from looks.problems

    def _looked_at(
        self, present: Mapping[str, Inputs], planned: Sequence[Checked[list[Job]]], first: Sequence[str]
    ) -> Iterator[Held]:
        """First looks at the briefs that are watched, or else at the first one, as far as they were never built."""
        jobs = {_id(job): job for one in planned for job in one.value}
        self._unbuilt = {name: one for name, one in self._unbuilt.items() if name in jobs}
        for name in [one for one in first if one in jobs] or list(jobs)[:1]:
            if name in self._good:
                continue
            job, folder = jobs[name], self.order.remembered_from or self.order.output
            known = {} if folder is None else last_selections(folder, job.inputs.name)
            look = very_first_look(name, job, known.get(job.template.front.key, Selection()))
            if look is not None:
                self._unbuilt[name] = replace(look, version=self._version(name, job, look.settled))
                stale = self.held.stale | (jobs.keys() - self._good.keys())
                briefs = {**self.held.briefs, name: self._unbuilt[name]}
                self.held = replace(self.held, present=present, briefs=briefs, stale=stale)
                yield self.held

    def _looked_at_soon(
        self, gathered: Sequence[Materials], planned: Sequence[Checked[list[Job]]], first: Sequence[str]
    ) -> Iterator[Held]:
        """First looks at the briefs that are watched and have changed, if nothing is wrong that shows soon."""
        reports = {one.name: one for one in gathered}
        jobs = {_id(job): job for one in planned for job in one.value}
        changed = frozenset(name for name, job in jobs.items() if not self._is_current(job, self.held.briefs.get(name)))
        for name in first:
            if name not in changed or name not in self._good:
                continue
            job = jobs[name]
            if has_errors(first_mistakes(reports[job.inputs.name], job.template, self.memory)):
                continue
            if (look := self._first_look(self.held.briefs.get(name), job)) is not None:
                self._round.looked_at.add(name)
                present = {report: one.inputs for report, one in reports.items()}
                briefs = {**self.held.briefs, name: look}
                self.held = replace(self.held, present=present, briefs=briefs, stale=self.held.stale | changed)
                yield self.held

    def _is_current(self, job: Job | None, held: HeldBrief | None) -> bool:
        """Whether what is held of a brief is what would be made now."""
        return bool(job and held and settled_document(job, self.memory) is held.settled.document)

    def _settled(self, present: Mapping[str, Inputs], first: Sequence[str], progress: Progress) -> Iterator[Held]:
        """All briefs of this round, one after another."""
        jobs, renders, before = self._round.jobs, self._round.renders, self.held
        briefs = (
            {name: one for name, one in before.briefs.items() if name in jobs}
            if renders
            else {**self._unbuilt, **self._good}
        )
        good = {name: one for name, one in present.items() if not has_errors(self._round.of_reports[name])}
        reports = {**{name: one for name, one in before.reports.items() if name in present}, **good}

        def is_current(name: str) -> bool:
            return self._is_current(jobs.get(name), briefs.get(name))

        def held() -> Held:
            names = (name for name in dict.fromkeys((*jobs, *briefs)) if name in briefs)
            self.held = Held(reports, present, {name: briefs[name] for name in names}, stale, self._problems())
            return self.held

        stale = frozenset(name for name in (*briefs, *jobs) if not is_current(name))
        yield held()
        for name in first if renders else ():
            if name in self._unbuilt or name in self._round.looked_at:
                continue  # it was looked at before everything was checked
            if name in stale and (look := self._first_look(briefs.get(name), jobs[name])) is not None:
                briefs[name] = look
                yield held()
        for name in sorted(jobs, key=lambda name: (name not in stale, name not in first)):
            made_before = self.memory.new
            settled = settle_brief(jobs[name], progress, self.memory)
            self._round.of_briefs[name] = settled.problems
            self._round.of_files[name] = self._of_files(name, settled.value)
            if (one := self._held(name, jobs[name], settled)) is not None:
                self._unbuilt.pop(name, None)
                self._good[name] = briefs[name] = one
            elif name in self._good:
                briefs[name] = self._good[name]
            stale = stale - {name} if is_current(name) else stale | {name}
            yield held()
            if self.memory.new > made_before:
                collect()
        if renders:
            self._good = {name: one for name, one in self._good.items() if name in jobs}
        self._round.is_settled = True

    def _held(self, name: str, job: Job, settled: Checked[SettledBrief | None]) -> HeldBrief | None:
        if settled.value is None or job.layout is None:
            return None
        return HeldBrief(name, self._version(name, job, settled.value), job, settled.value, settled.problems)

    def _version(self, name: str, job: Job, settled: SettledBrief) -> str:
        """A name for what a brief shows, which changes with it: also if only its cleared edition changes, its pages,
        the head and foot of these, or the passages that it rests on."""
        layout, inputs, draft, cleared = job.layout, job.inputs, settled.document, settled.fitted.document
        assert layout is not None
        rests_on = (Same(draft), inputs.library.parts, Same(inputs.rules))
        passages = self.memory.recall(("passages", name), rests_on, lambda: shown_passages(inputs, draft))

        fonts = fonts_of(inputs)

        def made() -> str:
            texts = (show(document, layout) for show in (render_html, page_css) for document in (draft, cleared))
            shown = (*texts, layout.print_css, repr(fonts), passages)
            return hashlib.sha256("\0".join(shown).encode(errors="surrogatepass")).hexdigest()[:16]

        return self.memory.recall(("version", name), (Same(draft), Same(cleared), layout, fonts, passages), made)

    def _first_look(self, before: HeldBrief | None, job: Job) -> HeldBrief | None:
        """A brief that is watched, as far as can be known before it is settled; None if nothing can be."""
        look = None if before is None else first_look(before, job)
        return None if look is None else replace(look, version=self._version(look.id, job, look.settled))

    def _finished(self, first: Sequence[str], progress: Progress) -> Iterator[Held]:
        if not self._round.is_settled:
            return
        order, present = replace(self.order, formats=FORMATS), self.held.present
        planned = {name: plan(order, inputs, len(present) == 1) for name, inputs in present.items()}
        self._round.of_looks = {
            name: tuple(problem for problem in one.problems if problem not in self._round.of_reports[name])
            for name, one in planned.items()
        }
        self.held = replace(self.held, problems=self._problems())
        yield self.held
        if not self._round.renders or any(has_errors(problems) for problems in self._round.of_looks.values()):
            return
        jobs = {_id(job): job for one in planned.values() for job in one.value}
        for name in sorted(jobs.keys() & self.held.briefs.keys(), key=lambda name: (name not in first, name)):
            if name in self.held.stale or has_errors(self._round.of_briefs[name]):
                continue  # a build makes no files of it
            one = self.held.briefs[name]
            self._rendered[name] = one.settled.document, self._wrong_in_files(one.settled, jobs[name], progress)
            self._round.of_files[name] = self._of_files(name, one.settled)
            self.held = replace(self.held, problems=self._problems())
            yield self.held

    def _wrong_in_files(self, brief: SettledBrief, job: Job, progress: Progress) -> tuple[Diagnostic, ...]:
        """What is wrong with the finished files of a brief."""
        from briefs.pipeline.renditions import render_brief  # slow to load

        made_from = (Same(brief.document), materials_of_findings(job), job.reference, job.clearances)

        def rendered() -> tuple[Diagnostic, ...]:
            return render_brief(job, brief.document, brief.fit, brief.fitted, progress).problems

        return self.memory.recall(("rendered", brief_name(job)), made_from, rendered)

    def _of_files(self, name: str, brief: SettledBrief | None) -> tuple[Diagnostic, ...]:
        """What was wrong with the finished files of a brief, if it is still the same."""
        known = self._rendered.get(name)
        return known[1] if known is not None and brief is not None and known[0] is brief.document else ()

    def _fail(self, problems: tuple[Diagnostic, ...], failure: str) -> None:
        self._was_sound = False
        self._round.is_settled = False
        briefs = dict(self.held.briefs)
        if not self._round.renders:  # a look did not wait for checks that have not come to an end now
            briefs = {name: self._good.get(name, one) if one.is_first_look else one for name, one in briefs.items()}
        stale = frozenset(briefs)
        self.held = replace(self.held, briefs=briefs, stale=stale, problems=problems, failure=failure)

    def _problems(self) -> tuple[Diagnostic, ...]:
        """Everything wrong that is known, in the order of a build. What was wrong with a brief counts until it is
        settled again."""
        found = Findings(self.order.project.templates, self._round.of_project)
        for report, problems in self._round.of_reports.items():
            found.add(report, (*problems, *self._round.of_looks.get(report, ())))
        for name, job in self._round.jobs.items():
            found.add(job.inputs.name, self._round.of_briefs.get(name, ()))
            found.add(job.inputs.name, self._round.of_files.get(name, ()))
        return found.all()


def _id(job: Job) -> str:
    return brief_id(job.inputs.name, job.template.front.key)


def _checked(job: Job, inputs: Inputs) -> Job:
    """`job` with what was found in its inputs since it was planned."""
    return replace(job, inputs=replace(job.inputs, found=inputs.found, drift=inputs.drift))

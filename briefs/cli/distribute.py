"""`briefs distribute`: copies and messages for everybody in a list; taking copies back; forgetting recipients."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from briefs.cli.arguments import PAPERS
from briefs.cli.asking import secret_prompt
from briefs.cli.printing import Progress, diagnostic_json, print_diagnostics, print_json, say, tell
from briefs.cli.usage import Options, usage_error
from briefs.model.brief_key import BRIEF
from briefs.model.sheet import Sheet
from briefs.pipeline.distributing import distribute
from briefs.pipeline.distribution_order import Distributed, DistributionOrder, DistributionResult
from briefs.pipeline.distribution_upkeep import forget, withdraw
from briefs.pipeline.distributions import Distributions
from briefs.pipeline.order import Project
from briefs.text.counts import counted


def run_distribute(options: Options) -> int:
    """Do what the options ask for. Returns the exit code."""
    progress = Progress(verbose=False, quiet=options.json)
    build = options.build or options.project / "build"
    place = Distributions.of(build, options.output, progress)
    try:
        if options.forget is not None:
            _only(options, "forget")
            folder, count = forget(place, options.forget)
            _say_changed(options, f"{folder}: {counted(count, 'file')} removed; numbers and hashes are kept")
        elif options.withdraw is not None:
            _only(options, "withdraw")
            name, copies = options.withdraw
            folder = withdraw(place, name, copies)
            _say_changed(options, f"{folder}: {counted(len(set(copies)), 'copy')} withdrawn")
        else:
            _say_result(options, distribute(_order(options, place, progress), progress))
    finally:
        progress.clear()
    return 0


def _order(options: Options, place: Distributions, progress: Progress) -> DistributionOrder:
    def note(text: str) -> None:
        progress.clear()
        tell(text)

    return DistributionOrder(
        project=Project(options.project, options.report),
        recipients=options.recipients,
        build=place.build,
        output=place.output,
        audiences=tuple(dict.fromkeys(options.audience or ())),
        products=tuple(dict.fromkeys(options.product or (BRIEF,))),
        sheet=Sheet.of(PAPERS[options.paper], options.large_print),
        for_clearance=options.purpose == "clearance",
        signing=options.sign or "none",
        passphrase_fd=options.passphrase_fd,
        ask=secret_prompt(),
        scheduler=options.scheduler or "",
        note=note,
        today=datetime.date.today(),
    )


def _only(options: Options, action: str) -> None:
    """Refuse options that have nothing to do with what is asked for."""
    for name in ("audience", "product", "purpose", "sign", "passphrase_fd", "scheduler"):
        if getattr(options, name) is not None:
            flag = "for" if name == "purpose" else name.replace("_", "-")
            usage_error(options, f"--{action} and --{flag} exclude each other")


def _say_changed(options: Options, line: str) -> None:
    if not options.json:
        say(line)


def _say_result(options: Options, result: DistributionResult) -> None:
    if options.json:
        print_json(_json(result))
        return
    print_diagnostics(result.warnings, named=options.named)
    for one in result.editions:
        say(f"{one.folder}: {_summary(one)}")
        tell(*_notes(one))


def _summary(one: Distributed) -> str:
    """What there is in the folder of an edition."""
    made = f"{counted(one.made, 'new copy')}" + (f", {one.kept} as before" if one.kept else "")
    hand = f", {one.by_hand} without an address, to be handed over" if one.by_hand else ""
    return f"{made}; {counted(one.messages, 'message')}{hand}"


def _notes(one: Distributed) -> Iterator[str]:
    """What a person should know before the messages are sent."""
    yield from (f"a file that was changed by hand was moved aside: {path}" for path in one.aside)
    if one.stale:
        yield f"{one.name} is what was cleared, and is out of date: {one.stale}"
    if one.others:
        to_send = ",".join(map(str, one.others_to_send))
        hint = f"; to keep them from being sent: briefs distribute --withdraw {one.name} {to_send}" if to_send else ""
        whose = "is for a recipient who is" if len(one.others) == 1 else "are for recipients who are"
        yield f"{counted(len(one.others), 'copy')} of {one.name} {whose} not in this list{hint}"


def _json(result: DistributionResult) -> dict[str, Any]:
    return {
        "editions": [
            {
                "edition": one.name,
                "folder": str(one.folder),
                "new": one.made,
                "kept": one.kept,
                "messages": one.messages,
                "by_hand": one.by_hand,
                "not_in_list": list(one.others),
                "moved_aside": [str(path) for path in one.aside],
                "stale": one.stale,
            }
            for one in result.editions
        ],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in result.warnings],
    }

"""`briefs send`: a rehearsal, sending, where it stands, and what came back."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from contextlib import ExitStack

from briefs.cli.printing import Progress, print_failure, print_json, say, tell
from briefs.cli.send_results import (
    bounce_lines,
    bounces_json,
    limits_json,
    outcome_lines,
    plan_json,
    plan_lines,
    progress_line,
    server_line,
    status_json,
    status_lines,
)
from briefs.cli.usage import Options, usage_error
from briefs.mailing.delivery import Sent
from briefs.mailing.mail_server import MailServer
from briefs.model.diagnostics import BriefsError
from briefs.pipeline import sending
from briefs.pipeline.distributions import Distributions
from briefs.pipeline.mail_settings import mail_server
from briefs.pipeline.noting_bounces import note_bounces
from briefs.pipeline.order import Project
from briefs.pipeline.sending import Choice, Distribution, Plan
from briefs.pipeline.validity import check_validity
from briefs.text.counts import counted


def run_send(options: Options) -> int:
    """Do what the options ask for. Returns the exit code: 1 if not everything that was to be sent has been accepted."""
    _check(options)
    options.outcome = ""
    progress = Progress(verbose=False, quiet=options.json)
    place = Distributions.of(options.build or options.project / "build", options.output, progress)
    audiences = tuple(dict.fromkeys(options.audience or ()))
    found = sending.distributions(place, options.editions, audiences)
    if options.bounces is not None:
        return _bounces(options, place, found)
    if options.status:
        return _status(options, found)
    if options.was_sent is not None:
        one = sending.the_only(found)
        with sending.sending_alone(place, one):
            sending.was_sent(one, _flat(options.was_sent))
        return _status(options, [sending.again(one)])
    if not options.editions:
        sending.the_only(found)
    given_out = {one.register.edition.report for one in found if one.register.edition.status == "cleared"}
    check_validity(Project(options.project), given_out, datetime.date.today())
    choice = Choice(_flat(options.only), audiences, _flat(options.resend))
    if choice.copies or choice.again:
        sending.the_only(found)
    return _rehearse_and_send(options, place, found, choice, progress)


def _check(options: Options) -> None:
    """Refuse options that have nothing to do with each other."""
    for name in ("status", "was_sent", "bounces"):
        if getattr(options, name):
            flag = f"--{name.replace('_', '-')}"
            for other in ("yes_send", "only") if name != "status" else ("yes_send",):
                if getattr(options, other) is not None:
                    usage_error(options, f"{flag} and --{other.replace('_', '-')} exclude each other")


def _flat(given: Sequence[Sequence[int]] | None) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for numbers in given or () for number in numbers))


def _status(options: Options, found: Sequence[Distribution]) -> int:
    if options.json:
        print_json({"editions": [status_json(one) for one in found]})
    else:
        say(*(line for one in found for line in status_lines(one)))
    return 0


def _bounces(options: Options, place: Distributions, found: Sequence[Distribution]) -> int:
    noted = note_bounces(place, found, options.bounces)
    if options.json:
        print_json(bounces_json(noted))
    else:
        say(*bounce_lines(noted))
    return 0


def _rehearse_and_send(
    options: Options, place: Distributions, found: Sequence[Distribution], choice: Choice, progress: Progress
) -> int:
    plans = [sending.planned(one, choice) for one in found]
    if not any(plan.to_send for plan in plans):
        _check_number(options, 0)
        if not options.json:
            tell("nothing is left to be sent")
        return _status(options, found)
    server = mail_server(options.project)
    progress(f"asking {server.name} what it takes")
    try:
        limits = sending.rehearse(server)
    finally:
        progress.clear()
    plans = [sending.planned(one, choice, server.sender_address, limits) for one in found]
    total = sum(len(plan.to_send) for plan in plans)
    _check_number(options, total)
    if not options.json:
        say(*(line for plan in plans for line in plan_lines(plan, server.sender_address)), server_line(server, limits))
    if options.yes_send is None and not _is_confirmed(options, total):
        if options.json:
            print_json({"server": limits_json(server, limits), "editions": [plan_json(plan) for plan in plans]})
        return 1 if any(plan.obstacles for plan in plans) else 0
    return _send(options, place, plans, server, progress)


def _interrupted(outcomes: Sequence[tuple[Plan, dict[int, Sent]]], total: int) -> str:
    """Where sending stands when it is stopped."""
    states = [one.state for _, outcome in outcomes for one in outcome.values()]
    undecided = f", {states.count('handing over')} undecided" if "handing over" in states else ""
    return (
        f"{states.count('accepted')} of {total} messages were accepted{undecided}; briefs send sends the rest, and "
        "briefs send --status shows where it stands"
    )


def _check_number(options: Options, total: int) -> None:
    """Refuse a number of recipients that is not the right one."""
    if options.yes_send is not None and options.yes_send != total:
        raise BriefsError(
            f"nothing was sent: it would go to {counted(total, 'recipient')}, not {options.yes_send}",
            f"look who they are with `briefs send`, then write --yes-send {total}" if total else "",
        )


def _is_confirmed(options: Options, total: int) -> bool:
    """Whether somebody at the terminal types the number of recipients; says that nothing was sent otherwise."""
    if total and not options.json and sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        say(
            f"This was a rehearsal. To send to {counted(total, 'recipient')} now, type their number; "
            "to leave it, press Enter."
        )
        try:
            typed = input("> ").strip()
        except EOFError:
            typed = ""
        if typed == str(total):
            return True
        say(f'"{typed}" is not {total}: nothing was sent' if typed else "nothing was sent")
    elif not options.json:
        how = f"; to send it, add --yes-send {total}" if total else ""
        say(f"This was a rehearsal: nothing was sent{how}")
    return False


def _send(options: Options, place: Distributions, plans: Sequence[Plan], server: MailServer, progress: Progress) -> int:
    """Send, and print what became of it, also if it ends too early."""
    said: list[Sent] = []
    total = sum(len(plan.to_send) for plan in plans)
    failure: BriefsError | None = None
    outcomes: list[tuple[Plan, dict[int, Sent]]] = []
    with ExitStack() as stack:
        for plan in plans:
            stack.enter_context(sending.sending_alone(place, plan.distribution))
        for plan in plans:
            outcome: dict[int, Sent] = {}
            outcomes.append((plan, outcome))

            def became(one: Sent, outcome: dict[int, Sent] = outcome) -> None:
                outcome[one.copy] = one
                said.append(one)
                progress(progress_line(said, total))

            progress(progress_line(said, total))
            try:
                if failure is None:
                    sending.send(plan, server, became, stopping=lambda: progress("ending what has been begun"))
            except BriefsError as error:
                failure = error
            except KeyboardInterrupt:
                options.outcome = _interrupted(outcomes, total)
                raise
            finally:
                progress.clear()
    if options.json:
        print_json({"editions": [status_json(sending.again(plan.distribution)) for plan in plans]})
    else:
        say(*(line for plan, outcome in outcomes for line in outcome_lines(plan, outcome)))
    if failure is not None:
        print_failure(failure)
    states = [one.state for _, outcome in outcomes for one in outcome.values()]
    is_complete = states.count("accepted") == total and not any(plan.obstacles for plan in plans)
    return 0 if is_complete and failure is None else 1

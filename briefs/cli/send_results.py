"""What `briefs send` prints: what would go to whom, what became of it, and where it stands, as tables or as JSON."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefs.cli.styles import styled
from briefs.cli.tables import table, terminal_width
from briefs.mailing.delivery import Sent
from briefs.mailing.mail_server import MailServer
from briefs.mailing.parcel import Limits
from briefs.model.register import RegisteredCopy
from briefs.pipeline.noting_bounces import NotedBounces
from briefs.pipeline.sending import Distribution, Plan
from briefs.text.counts import counted

UNDECIDED = "undecided"
SHOWN = ("planned", "accepted", "refused", UNDECIDED)
"""The states of messages that are told also if there are none."""
HOW_TO_DECIDE = (
    "find out whether it arrived: ask the recipient, or give whoever runs the server its Message-ID, which --status "
    "shows; then --was-sent {0} or --resend {0}"
)


def shown_state(state: str) -> str:
    """A state of the journal as people read it."""
    return UNDECIDED if state == "handing over" else state


def server_line(server: MailServer, limits: Limits) -> str:
    """The server that was asked, and what it takes."""
    parts = [
        limits.tls or "not encrypted, on this computer",
        f"logged in as {server.user}" if server.user else "without logging in",
        f"messages up to {size(limits.size)}" if limits.size else "no limit to messages told",
        "international addresses" if limits.takes_utf8 else "no international addresses",
    ]
    return f"{server.name}: {', '.join(parts)}; from {server.sender_address}"


def size(number: int) -> str:
    """A number of bytes as people read it."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(1, round(number / 1e3))} KB"


def plan_lines(plan: Plan, sender: str) -> Iterator[str]:
    """What would go to whom from the address `sender`, and what would not."""
    one = plan.distribution
    status = "" if one.register.edition.status == "cleared" else f" ({one.register.edition.status})"
    count = counted(len(plan.to_send), "message")
    once_more = " to be sent once more" if plan.again else " to be sent"
    yield f"{styled(one.name, 'head')}{status}: {count}{once_more}"
    rows = [
        (str(message.copy), message.recipient.name, message.recipient.email, size(message.size))
        for message in plan.to_send
    ]
    if rows:
        yield from table(
            ("copy", "recipient", "address", "size"), rows, (0, 3), terminal_width(sys.stdout), broken=(1, 2)
        )
    for copy, words in plan.obstacles.items():
        yield f"copy {copy} {styled('cannot be sent', 'error')}: {words}"
    if others := [address for address in plan.senders if address.casefold() != sender.casefold()]:
        yield (
            f"{styled('warning:', 'warning')} messages say that they are from {', '.join(others)}, but would be sent "
            f"from {sender}: servers may refuse that, or recipients take it for a forgery"
        )
    counts = message_counts(one)
    counts["planned"] = 0
    del counts["bounced"]
    if told := ", ".join(f"{count} {state}" for state, count in counts.items() if count):
        yield f"others: {told}"
    if counts[UNDECIDED]:
        yield styled("you are to decide on those that are undecided: briefs send --status", "hint")


def message_counts(one: Distribution) -> dict[str, int]:
    """How many messages of a distribution stand where; and how many copies have none."""
    states = Counter(shown_state(one.state(copy.number)) for copy in _with_message(one))
    return {
        **{name: states[name] for name in SHOWN},
        "bounced": sum(1 for copy in one.register.copies if copy.bounced),
        "without a message": sum(copy.message is None and not copy.is_withdrawn for copy in one.register.copies),
        "withdrawn": sum(copy.is_withdrawn for copy in one.register.copies),
    }


def _with_message(one: Distribution) -> list[RegisteredCopy]:
    return [copy for copy in one.register.copies if copy.message is not None]


def status_lines(one: Distribution) -> Iterator[str]:
    """Where a distribution stands: how many messages, then each that is not simply planned."""
    told = ", ".join(f"{count} {state}" for state, count in message_counts(one).items() if count or state in SHOWN)
    yield f"{styled(one.name, 'head')}: {told}"
    rows = [
        (str(copy.number), _name(copy), shown_state(one.state(copy.number)), *_last(one, copy))
        for copy in _with_message(one)
    ]
    if rows:
        head = ("copy", "recipient", "state", "at (UTC)", "what the server said")
        yield from table(head, rows, (0,), terminal_width(sys.stdout), broken=(1, 4))
    if undecided := [copy for copy in _with_message(one) if one.state(copy.number) == "handing over"]:
        yield from (f"copy {copy.number} is {UNDECIDED}: {copy.message.id}" for copy in undecided if copy.message)
        numbers = ",".join(str(copy.number) for copy in undecided)
        yield styled(f"undecided, since the server's answer is not known: {HOW_TO_DECIDE.format(numbers)}", "hint")


def _name(copy: RegisteredCopy) -> str:
    return copy.recipient.name if copy.recipient else "(forgotten)"


def _last(one: Distribution, copy: RegisteredCopy) -> tuple[str, str]:
    """When a message made its last step, and what the server said, at it or later."""
    entry = one.entries.get(copy.number)
    said = [f"{entry.code or ''} {entry.words}".strip()] if entry else []
    said += [f"sent {entry.accepted} times"] if entry and entry.accepted > 1 else []
    said += [f"came back: {copy.bounced}"] if copy.bounced else []
    return entry.at.removesuffix("+00:00") if entry else "", "; ".join(filter(None, said))


def status_json(one: Distribution) -> dict[str, Any]:
    """Where a distribution stands, for other programs."""
    return {
        "edition": one.name,
        "folder": str(one.folder),
        "status": one.register.edition.status,
        "counts": {name.replace(" ", "_"): count for name, count in message_counts(one).items()},
        "copies": [_copy_json(one, copy) for copy in _with_message(one)],
    }


def _copy_json(one: Distribution, copy: RegisteredCopy) -> dict[str, Any]:
    assert copy.message is not None
    entry = one.entries.get(copy.number)
    return {
        "copy": copy.number,
        "message_id": copy.message.id,
        "state": shown_state(one.state(copy.number)),
        "code": entry.code if entry else 0,
        "words": entry.words if entry else "",
        "at": entry.at if entry else "",
        "times_accepted": entry.accepted if entry else 0,
        "bounced": copy.bounced,
    }


def plan_json(plan: Plan) -> dict[str, Any]:
    """What would be sent of a distribution, for other programs."""
    return {
        "edition": plan.distribution.name,
        "would_send": [
            {
                "copy": one.copy,
                "recipient": one.recipient.name,
                "address": one.recipient.email,
                "message_id": one.message.id,
                "bytes": one.size,
            }
            for one in plan.to_send
        ],
        "cannot_send": [{"copy": copy, "words": words} for copy, words in plan.obstacles.items()],
    }


def limits_json(server: MailServer, limits: Limits) -> dict[str, Any]:
    """The server that was asked, for other programs."""
    return {
        "host": server.host,
        "port": server.port,
        "tls": limits.tls,
        "largest_message": limits.size,
        "international_addresses": limits.takes_utf8,
    }


def outcome_lines(plan: Plan, sent: Mapping[int, Sent]) -> Iterator[str]:
    """What became of the messages of a plan, by copy; only those not accepted are named."""
    states = Counter(shown_state(one.state) for one in sent.values())
    left = len(plan.to_send) - states["accepted"] - states["refused"] - states[UNDECIDED]
    told = [f"{states['accepted']} accepted", f"{states['refused']} refused", f"{states[UNDECIDED]} undecided"]
    yield f"{styled(plan.distribution.name, 'head')}: {', '.join([*told, f'{left} still to be sent'])}"
    for copy, one in sorted(sent.items()):
        said = f"{one.code or ''} {one.words}".strip()
        if one.state == "refused":
            yield f"copy {copy} {styled('refused', 'error')}: {said}"
        elif one.state == "planned":
            yield f"copy {copy} {styled('put off', 'warning')}: {said}; send again later"
        elif one.state == "handing over":
            yield f"copy {copy} {styled(UNDECIDED, 'error')}: {said}; {HOW_TO_DECIDE.format(copy)}"
    for copy, words in plan.obstacles.items():
        yield f"copy {copy} {styled('cannot be sent', 'error')}: {words}"


def bounce_lines(noted: NotedBounces) -> Iterator[str]:
    """Which copies came back, and what could not be matched or read."""
    count = sum(map(len, noted.copies.values()))
    yield f"{count} came back; {counted(noted.read.others, 'other message')}"
    for name, copies in noted.copies.items():
        yield from (f"{name}: copy {copy}: {words}" for copy, words in sorted(copies.items()))
    for bounce in noted.unmatched:
        yield f"{bounce.path}: {styled('of no copy that is known', 'warning')}: {bounce.words}"
    yield from (f"{path}: {styled('cannot be read', 'warning')}, skipped" for path in noted.read.broken)


def bounces_json(noted: NotedBounces) -> dict[str, Any]:
    """The same for other programs."""
    copies = noted.copies.items()
    return {
        "bounced": [
            {"edition": name, "copy": copy, "words": words} for name, of in copies for copy, words in sorted(of.items())
        ],
        "unmatched": [{"path": str(one.path), "words": one.words} for one in noted.unmatched],
        "broken": [str(path) for path in noted.read.broken],
        "others": noted.read.others,
    }


def progress_line(sent: Sequence[Sent], total: int) -> str:
    """How far sending is."""
    states = Counter(shown_state(one.state) for one in {one.copy: one for one in sent}.values())
    parts = [f"{states[state]} {state}" for state in ("accepted", "refused", UNDECIDED) if states[state]]
    waiting = [f"{states['planned']} put off"] if states["planned"] else []
    return f"sending to {total}: {', '.join([*parts, *waiting]) or 'none yet'}"

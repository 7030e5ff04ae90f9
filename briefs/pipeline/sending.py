"""Sending a distribution: from its folder, by its register and its journal, to the mail server and back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.mailing.delivery import USUAL_TIMING, Sent, Timing, deliver, server_limits
from briefs.mailing.journal import NAME as JOURNAL
from briefs.mailing.journal import Entry, Journal, State
from briefs.mailing.mail_server import MailServer
from briefs.mailing.outgoing import Outgoing, named_copies, outgoing
from briefs.mailing.parcel import Limits, envelope_address
from briefs.mailing.passwords import password_for
from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME, Register
from briefs.model.unknown_name import UnknownName
from briefs.output.lock import locked
from briefs.pipeline.distributions import Distributions, existing_register


@dataclass(frozen=True, slots=True)
class Distribution:
    """A distribution: its folder, its register, and where each of its messages stands, by copy."""

    folder: Path
    register: Register
    journal: Journal
    entries: Mapping[int, Entry]

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    def state(self, copy: int) -> State:
        """Where the message of a copy stands."""
        return self.entries[copy].state if copy in self.entries else "planned"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which messages are asked for: only those of some copies or audiences, or some copies once more; all if empty."""

    copies: tuple[int, ...] = ()
    audiences: tuple[str, ...] = ()
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent of a distribution.

    `to_send` are the messages; `obstacles` says of some others, by copy, why this server cannot take them. `again` are
    the copies that have been sent before. `senders` are the addresses that the messages say they are from.
    """

    distribution: Distribution
    to_send: tuple[Outgoing, ...]
    obstacles: Mapping[int, str]
    again: tuple[int, ...] = ()
    senders: tuple[str, ...] = ()


def distributions(
    place: Distributions, names: Sequence[str], audiences: Collection[str] = ()
) -> tuple[Distribution, ...]:
    """The distributions called `names` (folders, or their names in `place.output`); without any, all that there are.

    With `audiences`, only those that have copies for one of them. Raises UnknownName for a name that none has, and
    BriefsError if there is none at all, or if a register or a journal is damaged.
    """
    there = place.folders()
    if not names and not there:
        raise BriefsError(f"{place.output} has nothing to send", "make a distribution first, with `briefs distribute`")
    chosen = dict.fromkeys(place.folder(name) for name in names) if names else there
    found = tuple(_distribution(place, folder) for folder in chosen)
    every = sorted({audience for one in found for audience in _audiences(one.register)})
    if strange := sorted(set(audiences) - set(every)):
        raise UnknownName("audience", strange, every)
    return tuple(one for one in found if not audiences or _audiences(one.register) & set(audiences))


def the_only(found: Sequence[Distribution]) -> Distribution:
    """The distribution, if it is one. Raises BriefsError if there are several."""
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        raise BriefsError(f"there are several distributions: {names}", "name those that are meant")
    return found[0]


def _audiences(register: Register) -> set[str]:
    return {register.edition.audience, *(one.recipient.audience for one in register.copies if one.recipient)}


def _distribution(place: Distributions, folder: Path) -> Distribution:
    register, journal = existing_register(folder), Journal(folder / JOURNAL, place.locking)
    return Distribution(folder, register, journal, _checked(journal, register))


def _checked(journal: Journal, register: Register) -> dict[int, Entry]:
    """What the journal says of the messages in the register. Raises BriefsError if it is that of another one.

    As long as a message has not been sent, `briefs distribute` may put another into its place.
    """
    entries = journal.read()
    ids = {copy.number: copy.message.id for copy in register.copies if copy.message is not None}
    others = {copy for copy, entry in entries.items() if entry.message_id != ids.get(copy, entry.message_id)}
    if strange := sorted(copy for copy in others if entries[copy].may_be_there):
        raise BriefsError(
            f"{journal.path} is that of another distribution: {named_copies(strange)} had another message",
            f"put back {NAME} and {JOURNAL} as they were when it was last sent",
        )
    return {copy: entry for copy, entry in entries.items() if copy not in others}


def planned(distribution: Distribution, choice: Choice, sender: str = "", limits: Limits | None = None) -> Plan:
    """Which messages would be sent: those chosen that have not been sent, and those chosen to be sent again.

    They would come from the address `sender`. With the `limits` of the server, their files are read and verified.
    Raises BriefsError for a copy that there is not, or that cannot be sent (again), and for a message that is not the
    one in the register.
    """
    messages = {one.copy: one for one in outgoing(distribution.folder, distribution.register)}
    check_copies(distribution, [*choice.copies, *choice.again])
    if unsent := [copy for copy in choice.again if distribution.state(copy) == "planned"]:
        raise BriefsError(f"{named_copies(unsent)} of {distribution.name} has not been sent yet", "leave out --resend")
    if choice.again:
        chosen = [messages[copy] for copy in sorted(set(choice.again))]
    else:
        chosen = [one for one in messages.values() if distribution.state(one.copy) == "planned"]
    chosen = [one for one in chosen if not choice.copies or one.copy in choice.copies]
    chosen = [one for one in chosen if not choice.audiences or one.recipient.audience in choice.audiences]
    obstacles, senders = {}, set[str]()
    if limits is not None:
        for one in chosen:
            parcel = one.parcel(sender)
            senders |= {envelope_address(address) for address in parcel.addresses("From")}
            if words := parcel.obstacle(limits):
                obstacles[one.copy] = words
    to_send = tuple(one for one in chosen if one.copy not in obstacles)
    return Plan(distribution, to_send, obstacles, choice.again, tuple(sorted(senders)))


def check_copies(distribution: Distribution, copies: Collection[int]) -> None:
    """Raise BriefsError for numbers of copies that there are not, or that have no message."""
    with_message = {one.number for one in distribution.register.copies if one.message and one.recipient}
    without = {one.number for one in distribution.register.copies} - with_message
    if strange := sorted(set(copies) - with_message - without):
        last = max((one.number for one in distribution.register.copies), default=0)
        raise BriefsError(f"{distribution.name} has no {named_copies(strange)}", f"its last one is copy {last}")
    if silent_ones := sorted(set(copies) & without):
        raise BriefsError(
            f"{named_copies(silent_ones)} of {distribution.name} has no message",
            "the recipient has no address or has been forgotten, or the copy was withdrawn",
        )


@contextmanager
def sending_alone(place: Distributions, distribution: Distribution) -> Iterator[None]:
    """Keep others from sending this distribution inside this `with` block.

    Raises BriefsError at once if somebody sends it already.
    """

    def refuse() -> None:
        raise BriefsError(f"{distribution.name} is being sent already", "wait until the other command ends")

    name = hashlib.sha256(str(distribution.folder.resolve()).encode()).hexdigest()[:16]
    build = place.build.resolve()
    with locked(build.with_name(f"{build.name[:12]}-send-{name}"), refuse):
        yield


def rehearse(server: MailServer, timing: Timing = USUAL_TIMING) -> Limits:
    """Try everything up to the first message: reach the server, secure the connection, log in, name the sender."""
    server.check()
    return server_limits(server, password_for(server), timing)


def send(
    plan: Plan,
    server: MailServer,
    tell: Callable[[Sent], None],
    timing: Timing = USUAL_TIMING,
    stopping: Callable[[], None] = lambda: None,
) -> None:
    """Send what is planned, which nobody else may send meanwhile (`sending_alone`), and `tell` what becomes of it.

    Raises BriefsError if the rest cannot be sent now.
    """
    distribution = plan.distribution
    if _checked(distribution.journal, distribution.register) != distribution.entries:
        raise BriefsError(f"{distribution.name} has been sent meanwhile", "look where it stands: briefs send --status")
    password = password_for(server)
    noted = {
        one.copy: one.message.id
        for one in plan.to_send
        if one.copy not in distribution.entries or distribution.state(one.copy) != "planned"
    }
    distribution.journal.plan(noted)
    deliver(server, password, plan.to_send, distribution.journal, tell, timing, stopping)


def was_sent(distribution: Distribution, copies: Collection[int]) -> None:
    """Note that a person has found out that these undecided copies have arrived.

    Raises BriefsError for copies that are not undecided.
    """
    check_copies(distribution, copies)
    if decided := sorted(copy for copy in copies if distribution.state(copy) != "handing over"):
        raise BriefsError(
            f"{named_copies(decided)} of {distribution.name} is not undecided: {distribution.state(decided[0])}",
            "only what the server may or may not have is for you to decide",
        )
    for copy in sorted(set(copies)):
        distribution.journal.step(distribution.entries[copy], "accepted", words="a person found that it was sent")


def again(distribution: Distribution) -> Distribution:
    """The same distribution, as its register and journal are now."""
    register = existing_register(distribution.folder)
    return replace(distribution, register=register, entries=_checked(distribution.journal, register))

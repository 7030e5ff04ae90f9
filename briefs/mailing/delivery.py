"""Handing over the messages of a distribution, so that nobody gets one twice and nobody is left out.

The journal is written before the final dot of each message and after the answer to it. Whenever the program ends, by
whatever cause, a message either has not got its dot and is sent by the next run, or has been answered, or stands at
*handing over*, and a person decides.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from briefs.mailing.journal import Entry, Journal, State
from briefs.mailing.mail_server import MailServer
from briefs.mailing.outgoing import Outgoing
from briefs.mailing.pacing import DELAYS, Clock, RateLimit, RetryQueue, Waiting
from briefs.mailing.parcel import Limits
from briefs.mailing.smtp_opening import open_session
from briefs.mailing.smtp_session import Answer, Lost, Session, Timeouts, sender_refused
from briefs.model.diagnostics import BriefsError

RECONNECTIONS = 5
"""How often in a row a connection is opened anew without any message being taken; then sending ends for now."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message for now: where it stands, and the server's code (0: none) and words, or ours.

    One that is `planned` was put off or cannot be sent; with `again`, this run tries it once more.
    """

    copy: int
    state: State
    code: int = 0
    words: str = ""
    again: bool = False


@dataclass(frozen=True)
class Timing:
    """How long the server may take, how to wait, and how long until what was put off is handed over again."""

    timeouts: Timeouts = field(default_factory=Timeouts)
    clock: Clock = field(default_factory=Clock)
    delays: tuple[float, ...] = DELAYS


USUAL_TIMING = Timing()


def server_limits(server: MailServer, password: str, timing: Timing = USUAL_TIMING) -> Limits:
    """What the server says of itself when somebody connects, secures the connection, logs in and names the sender.

    Nothing is sent. Raises BriefsError if that does not succeed.
    """
    try:
        session = open_session(server, password, timing.timeouts)
        try:
            session.check_sender()
        finally:
            session.close()
    except Lost as lost:
        raise _gone(server, lost.words) from lost
    return session.limits


def deliver(
    server: MailServer,
    password: str,
    messages: Iterable[Outgoing],
    journal: Journal,
    tell: Callable[[Sent], None],
    timing: Timing = USUAL_TIMING,
    stopping: Callable[[], None] = lambda: None,
) -> None:
    """Hand over `messages`, which the journal has as planned, and `tell` what became of each, in any order.

    Raises BriefsError if the rest cannot be handed over now: the server is gone or lets us send nothing, or the journal
    cannot be written. An interruption (KeyboardInterrupt) calls `stopping`, then waits for the messages that are being
    handed over; a second one does not.
    """
    run = _Run(server, password, tuple(messages), journal, timing)
    count = max(1, min(server.connections, len(run.messages)))
    threads = [threading.Thread(target=_work, args=(run,), daemon=True) for _ in range(count)]
    failures: list[BaseException] = []
    try:
        for thread in threads:
            thread.start()
        ended = 0
        while ended < count:
            said = run.said.get()
            if isinstance(said, Sent):
                tell(said)
            else:
                ended += 1
                failures += [said] if said else []
    except KeyboardInterrupt:
        stopping()
        raise
    finally:
        run.end(threads)
        run.tell_the_rest(tell)
    if failures:
        raise failures[0]


class _Run:
    """What the connections of one run share."""

    def __init__(
        self, server: MailServer, password: str, messages: tuple[Outgoing, ...], journal: Journal, timing: Timing
    ) -> None:
        self.server, self.password, self.messages, self.journal = server, password, messages, journal
        self.timing, self.clock = timing, timing.clock
        self.entries: dict[int, Entry] = journal.read()
        self.queue = RetryQueue(messages, timing.clock, timing.delays)
        self.rate = RateLimit(server.per_minute, timing.clock)
        self.stop = threading.Event()
        self.said: queue.SimpleQueue[Sent | BaseException | None] = queue.SimpleQueue()
        self.sessions: set[Session] = set()

    def end(self, threads: Iterable[threading.Thread]) -> None:
        """End all connections once their messages have been answered; an interruption meanwhile ends them at once."""
        self.stop.set()
        started = [thread for thread in threads if thread.ident is not None]
        try:
            for thread in started:
                thread.join()
        except BaseException:
            for session in tuple(self.sessions):
                session.interrupt()
            for thread in started:
                thread.join(1)
            raise

    def tell_the_rest(self, tell: Callable[[Sent], None]) -> None:
        """`tell` what has not been told when a run ends early."""
        while not self.said.empty():
            if isinstance(said := self.said.get(), Sent):
                tell(said)


def _work(run: _Run) -> None:
    """Hand over messages on one connection until none is left; what ends it too early ends the others too."""
    worker = _Worker(run)
    try:
        worker.run_until_done()
    except BaseException as error:
        run.stop.set()
        run.said.put(error)
    else:
        run.said.put(None)


class _Worker:
    """One connection after another, and the messages on it."""

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._session: Session | None = None
        self._failures = 0
        self._is_needed = True

    def run_until_done(self) -> None:
        """Take messages from the queue until nothing is left there, or the run is to stop."""
        try:
            while self._is_needed and (waiting := self._run.queue.take(self._run.stop)) is not None:
                self._attempt(waiting)
        except BaseException:  # perhaps in the middle of a message, where no good-bye is understood
            self._drop()
            raise
        if (session := self._disconnected()) is not None:
            session.close()

    def _attempt(self, waiting: Waiting[Outgoing]) -> None:
        """Hand over one message, or give it back if the run stops before."""
        run, copy = self._run, waiting.item.copy
        parcel = waiting.item.parcel(run.server.sender_address)
        session = self._connected()
        if session is not None and (obstacle := parcel.obstacle(session.limits)):
            self._finished(Sent(copy, "planned", words=obstacle))
            return
        run.rate.wait(run.stop)
        if session is None or run.stop.is_set():
            run.queue.give_back(waiting)
            return
        steps = [run.entries[copy]]

        def handing_over() -> None:  # nobody may have withdrawn or changed it meanwhile, who would do so under the lock
            steps.append(run.journal.step(steps[0], "handing over", check=waiting.item.content))

        try:
            answer = session.hand_over(parcel, handing_over)
        except Lost as lost:
            self._lost(waiting, lost, steps, session)
        else:
            self._answered(waiting, answer, steps[-1], session)

    def _answered(self, waiting: Waiting[Outgoing], answer: Answer, entry: Entry, session: Session) -> None:
        """Note what the server answered at the last; `entry` is where the message stands."""
        run, copy = self._run, waiting.item.copy
        if answer.is_closing:
            self._drop()
            if answer.after == "MAIL" and session.taken:  # it takes only so many messages on one connection
                run.queue.give_back(waiting)
                return
        if answer.after == "MAIL" and answer.code >= 500 and answer.code != 552:
            run.queue.give_back(waiting)
            raise sender_refused(run.server, answer)
        state: State = "accepted" if answer.is_accepted else "planned" if answer.is_temporary else "refused"
        run.entries[copy] = run.journal.step(entry, state, answer.code, answer.words)
        if state == "planned":
            self._put_off(waiting, answer.code, answer.words)
        else:
            self._failures = 0
            self._finished(Sent(copy, state, answer.code, answer.words))

    def _lost(self, waiting: Waiting[Outgoing], lost: Lost, steps: list[Entry], session: Session) -> None:
        """Note that the connection was lost; the message is undecided only if its final dot had been written."""
        run, copy = self._run, waiting.item.copy
        self._drop()
        if lost.after == "end":
            self._finished(Sent(copy, "handing over", words=lost.words))
            return
        if len(steps) > 1:
            run.entries[copy] = run.journal.step(steps[-1], "planned", words=lost.words)
        if lost.after == "MAIL" and session.taken:  # it was closed while nothing was sent
            run.queue.give_back(waiting)
        else:
            self._put_off(waiting, 0, lost.words)

    def _put_off(self, waiting: Waiting[Outgoing], code: int, words: str) -> None:
        again = self._run.queue.put_off(waiting)
        self._run.said.put(Sent(waiting.item.copy, "planned", code, words, again))

    def _finished(self, sent: Sent) -> None:
        self._run.queue.done()
        self._run.said.put(sent)

    def _connected(self) -> Session | None:
        """The open connection, or a new one; None if there is none in time or others do without it."""
        run, words = self._run, ""
        if self._session is not None and not self._session.is_open:
            self._drop()
        while self._session is None and self._is_needed and not run.stop.is_set():
            if self._failures > RECONNECTIONS:
                raise _gone(run.server, words or "it does not keep a connection")
            if self._failures > 1 and run.timing.delays:
                delay = run.timing.delays[min(self._failures - 2, len(run.timing.delays) - 1)]
                run.clock.wait(run.stop, delay)
            try:
                self._session = open_session(run.server, run.password, run.timing.timeouts)
                run.sessions.add(self._session)
            except Lost as lost:
                words = lost.words
                self._failures += 1
                self._is_needed = not run.sessions  # perhaps the server takes fewer connections than we would open
        return self._session

    def _drop(self) -> None:
        """Close a connection that is of no more use."""
        if (session := self._disconnected()) is not None:
            session.drop()
            self._failures += not session.taken

    def _disconnected(self) -> Session | None:
        session, self._session = self._session, None
        self._run.sessions -= {session} if session else set()
        return session


def _gone(server: MailServer, words: str) -> BriefsError:
    return BriefsError(f"{server.name} cannot be reached: {words}", "try again later: nobody gets a message twice")

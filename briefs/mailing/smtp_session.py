"""A connection to the mail server, on which one message after another is handed over.

`smtplib` writes a message and its final dot in one go, so that a connection that breaks leaves unknown whether the
server has the message. Here the dot is written by itself. A server must not deliver what it got without it (RFC 5321,
4.1.1.4), so only what happens between the dot and the answer to it is uncertain.
"""

from __future__ import annotations

import contextlib
import re
import select
import smtplib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from briefs.mailing.mail_server import MailServer
from briefs.mailing.parcel import Limits, Parcel, envelope_address
from briefs.mailing.server_words import without_addresses
from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_names import SETTINGS_PATH


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds that the server may take: to be reached and to answer a command, and to answer the final dot.

    RFC 5321 asks for ten minutes for the latter, since a server may look for viruses then.
    """

    command: float = 60
    end: float = 600


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered at the last: its code and words, and after which command.

    A server that ends the connection with its answer `is_closing`.
    """

    code: int
    words: str
    after: str

    @property
    def is_accepted(self) -> bool:
        """Whether the server has taken the message."""
        return self.after == "end" and 200 <= self.code < 300

    @property
    def is_temporary(self) -> bool:
        """Whether the same may succeed later."""
        return 400 <= self.code < 500

    @property
    def is_closing(self) -> bool:
        """Whether the server ends the connection."""
        return self.code == 421


class Lost(Exception):
    """The connection was lost, or the server answers nothing that makes sense; `after` which command.

    Whether the server has taken a message is uncertain only if that is `end`: the final dot has been written.
    """

    def __init__(self, words: str, after: str) -> None:
        super().__init__(words)
        self.words, self.after = words, after


class Session:
    """An open connection, on which the server has been greeted, secured and logged in to."""

    def __init__(self, smtp: smtplib.SMTP, server: MailServer, timeouts: Timeouts) -> None:
        self._smtp, self._server, self._timeouts = smtp, server, timeouts
        self.taken = 0
        size = smtp.esmtp_features.get("size", "")
        tls = smtp.sock.version() if isinstance(smtp.sock, ssl.SSLSocket) else None
        self.limits = Limits(
            int(size) if size.isdecimal() else 0, smtp.has_extn("8bitmime"), smtp.has_extn("smtputf8"), tls or ""
        )

    @property
    def is_open(self) -> bool:
        """Whether more can be sent on it, as far as is known."""
        return self._smtp.sock is not None

    def close(self) -> None:
        """Say good-bye, if the server is still there, and close the connection."""
        with contextlib.suppress(OSError, smtplib.SMTPException):
            if self._smtp.sock is not None:
                self._smtp.sock.settimeout(min(2.0, self._timeouts.command))
                self._smtp.docmd("QUIT")
        self._smtp.close()

    def drop(self) -> None:
        """Close the connection at once: what has been written without its final dot is not delivered."""
        self._smtp.close()

    def interrupt(self) -> None:
        """Let another thread that waits for the server go on, as if the connection were lost."""
        with contextlib.suppress(OSError):
            if (sock := self._smtp.sock) is not None:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # also one with TLS: as the other thread reads from it

    def check_sender(self) -> None:
        """Raise BriefsError unless the server takes messages from our sender, and Lost if it says nothing."""
        sender = envelope_address(self._server.sender_address)
        utf8 = "" if sender.isascii() else " SMTPUTF8"
        self._smtp.command_encoding = "utf-8" if utf8 else "ascii"
        answer = self._command("MAIL", f"FROM:<{sender}>{utf8}")
        if not 200 <= answer.code < 300:
            raise sender_refused(self._server, answer)
        self._command("RSET")

    def hand_over(self, parcel: Parcel, handing_over: Callable[[], None]) -> Answer:
        """Hand over one message; `handing_over` is called when all but its final dot has been written.

        Whatever that raises keeps the message from being delivered. Raises Lost if the server ends the conversation.
        """
        answer = self._envelope(parcel)
        if answer is not None:
            return self._reset(answer)
        content = re.sub(rb"(?m)^\.", b"..", parcel.content)
        self._write(content if content.endswith(b"\r\n") else content + b"\r\n", "message")
        try:
            handing_over()
        except BaseException:
            self.drop()
            raise
        if (early := self._early_answer()) is not None:
            self.drop()
            return early
        self._socket.settimeout(self._timeouts.end)
        try:
            self._socket.sendall(b".\r\n")
        except OSError as error:  # then it was not written as a whole, see socket.sendall and SSL_write
            self.drop()
            raise Lost(reason_of(error), "message") from error
        answer = self._answer("end")
        self._socket.settimeout(self._timeouts.command)
        self.taken += answer.is_accepted
        return answer

    def _early_answer(self) -> Answer | None:
        """What the server says before the final dot: that it does not want the message. Raises Lost if it has gone."""
        if not select.select([self._socket], [], [], 0)[0]:
            return None
        answer = self._answer("message")
        if answer.code < 400:
            self.drop()
            raise Lost("the server answers what makes no sense", "message")
        return answer

    def _envelope(self, parcel: Parcel) -> Answer | None:
        """Say from whom the message is and to whom it goes; None if the server waits for the message then."""
        smtp = self._smtp
        options = [f"SIZE={len(parcel.content)}"] if smtp.has_extn("size") else []
        options += ["BODY=8BITMIME"] if parcel.is_8bit else []
        options += ["SMTPUTF8"] if parcel.needs_utf8 else []
        smtp.command_encoding = "utf-8" if parcel.needs_utf8 else "ascii"
        commands = (
            ("MAIL", " ".join([f"FROM:<{parcel.sender}>", *options]), range(200, 300)),
            ("RCPT", f"TO:<{parcel.address}>", range(200, 300)),
            ("DATA", "", range(354, 355)),
        )
        for name, arguments, right in commands:
            answer = self._command(name, arguments)
            if answer.code not in right:
                return answer
        return None

    def _reset(self, answer: Answer) -> Answer:
        """Prepare for the next message after one that was not taken."""
        if not answer.is_closing:
            with contextlib.suppress(Lost):  # the next message will find out
                self._command("RSET")
        return answer

    @property
    def _socket(self) -> socket.socket:
        if self._smtp.sock is None:
            raise Lost("the connection is closed", "message")
        return self._smtp.sock

    def _command(self, name: str, arguments: str = "") -> Answer:
        self._write(f"{name} {arguments}".rstrip().encode(self._smtp.command_encoding) + b"\r\n", name)
        return self._answer(name)

    def _write(self, line: bytes, after: str) -> None:
        if self._smtp.sock is None:
            raise Lost("the connection is closed", after)
        try:
            self._smtp.sock.sendall(line)
        except TimeoutError as error:
            self.drop()
            raise Lost(reason_of(error), after) from error
        except OSError as error:
            last = self._answer(after)  # what the server said before it closed the connection
            self.drop()
            raise Lost(f"{last.code} {last.words}", after) from error

    def _answer(self, after: str) -> Answer:
        try:
            code, words = self._smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self.drop()
            raise Lost(reason_of(error), after) from error
        if not (200 <= code < 300 or 400 <= code < 600 or (code == 354 and after == "DATA")):
            self.drop()
            raise Lost("the server answers what makes no sense", after)
        return Answer(code, without_addresses(words), after)


def sender_refused(server: MailServer, answer: Answer) -> BriefsError:
    """What is said if the server lets nobody send from our sender's address."""
    return BriefsError(
        f"{server.name} takes no messages from {server.sender_address}: {answer.code} {answer.words}",
        f"`sender` in {SETTINGS_PATH} must be an address that this user may send from",
    )


def reason_of(error: Exception) -> str:
    """Why a connection was lost, in words."""
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {without_addresses(error.smtp_error)}"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server has closed the connection"
    return (error.strerror if isinstance(error, OSError) else "") or "the connection was lost"

"""Connecting to the mail server: nothing is told it before it has proved who it is."""

from __future__ import annotations

import smtplib
import socket
import ssl
from base64 import b64encode

from briefs.mailing.mail_server import MailServer
from briefs.mailing.server_words import without_addresses
from briefs.mailing.smtp_session import Lost, Session, Timeouts, reason_of
from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_names import SETTINGS_PATH

HELLO = "[127.0.0.1]"
"""What we call ourselves: no name, since that of a desktop is nobody's business (RFC 5321, 4.1.3)."""


def open_session(server: MailServer, password: str, timeouts: Timeouts) -> Session:
    """Connect to the server, secure the connection and log in.

    Raises BriefsError if that is not safe or not allowed (the password has not been sent then), and Lost if the server
    cannot be reached now.
    """
    server.check()
    host = server.host.strip("[]")  # as addresses of IPv6 may be written
    context = None if server.security == "none" else ssl.create_default_context()  # knows SSL_CERT_FILE
    smtp: smtplib.SMTP | None = None
    try:
        if server.security == "tls":
            smtp = smtplib.SMTP_SSL(host, server.port, HELLO, timeout=timeouts.command, context=context)
        else:
            smtp = smtplib.SMTP(host, server.port, HELLO, timeout=timeouts.command)
        _greet(smtp, server, context)
        if server.user:
            _log_in(smtp, server, password)
        return Session(smtp, server, timeouts)
    except BaseException as error:
        if smtp is not None:
            smtp.close()
        if isinstance(error, ssl.SSLError | smtplib.SMTPException | OSError):
            raise _failure(error, server) from error
        raise


def _greet(smtp: smtplib.SMTP, server: MailServer, context: ssl.SSLContext | None) -> None:
    assert smtp.sock is not None
    smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else the final dot waits for what is before it
    smtp.ehlo_or_helo_if_needed()
    if server.security == "starttls":
        if not smtp.has_extn("starttls"):
            raise BriefsError(
                f"{server.name} offers no protection (STARTTLS), and nothing was sent to it",
                f"ask who runs it; if it is protected from the first byte on, write `security: tls` in {SETTINGS_PATH}",
            )
        smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()


def _log_in(smtp: smtplib.SMTP, server: MailServer, password: str) -> None:
    try:
        if (server.user + password).isascii():
            smtp.login(server.user, password)
            return
        if "PLAIN" not in smtp.esmtp_features.get("auth", "").upper().split():
            raise BriefsError(f"{server.name} takes only passwords in ASCII letters", "have the password changed")
        proof = b64encode(f"\0{server.user}\0{password}".encode()).decode()  # RFC 4616: in UTF-8
        code, words = smtp.docmd("AUTH", f"PLAIN {proof}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, words)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code == 421:
            raise
        said = without_addresses(error.smtp_error)
        raise BriefsError(
            f"{server.name} does not let us log in as {server.user}: {error.smtp_code} {said}",
            f"check the password, and `user` in {SETTINGS_PATH}",
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise BriefsError(f"{server.name} lets nobody log in", f"take `user` out of {SETTINGS_PATH}") from error
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
        raise
    except smtplib.SMTPException as error:
        raise BriefsError(
            f"{server.name} lets users log in only in ways that this program does not know",
            "it knows PLAIN, LOGIN and CRAM-MD5; ask who runs the server for a password for programs",
        ) from error


def _failure(error: Exception, server: MailServer) -> Exception:
    """What is told of an `error` while a connection is made: Lost if it may pass, BriefsError if it will not."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return BriefsError(
            f"{server.name} does not prove that it is {server.host}: {error.verify_message}",
            "nothing was sent to it; check `host`, or ask who runs it for its root certificate, and name that in "
            "SSL_CERT_FILE",
        )
    if isinstance(error, ssl.SSLError):
        return BriefsError(
            f"{server.name} could not be reached with TLS: {error.reason or error}",
            f"nothing was sent to it; check `port` and `security` in {SETTINGS_PATH}",
        )
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= 500:
        return BriefsError(
            f"{server.name} refuses us: {error.smtp_code} {without_addresses(error.smtp_error)}", "ask who runs it"
        )
    if isinstance(error, socket.gaierror):
        return BriefsError(
            f"there is no server called {server.host}", f"check `host` in {SETTINGS_PATH}, and the network"
        )
    return Lost(reason_of(error), "connect")

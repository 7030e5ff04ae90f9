"""A real mail server in the process, which makes the mistakes that it is told to make."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import ipaddress
import ssl
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefs.mailing.mail_server import MailServer

Fault = str
"""An answer in place of the right one, or one of these: what the server does at this point."""
DROP, DROP_IN_MESSAGE, TAKE_AND_DROP, SLOW = "drop", "drop in the message", "take it, then drop", "slow"


@dataclass
class Behaviour:
    """What a server does.

    `faults` are used up one after another: those at a command (`MAIL`, `RCPT`, `DATA`, `message`), or at RCPT of an
    address. `hides` are extensions that it does not have, `adds` are lines about more. `slowness` is how long it is
    slow, in seconds.
    """

    faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    hides: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    slowness: float = 0.3
    users: dict[str, str] = field(default_factory=dict)
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    most_connections: int = 99
    connections: int = 0
    at_message: Callable[[], None] = lambda: None
    at_command: Callable[[str], None] = lambda command: None

    def got(self) -> Counter[str]:
        """How many messages each address got."""
        return Counter(address for address, _ in self.taken)

    def next_fault(self, *at: str) -> Fault:
        """The next fault at one of these points; empty if all is well."""
        return next((self.faults[one].pop(0) for one in at if self.faults.get(one)), "")

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        """Whether the user has this password."""
        self.seen["passwords"] += 1
        assert isinstance(data, LoginPassword)
        is_right = self.users.get(data.login.decode()) == data.password.decode()
        return AuthResult(success=is_right, handled=False)


class _Handler:
    def __init__(self, behaviour: Behaviour) -> None:
        self._behaviour = behaviour

    async def handle_EHLO(self, server: Any, session: Any, envelope: Any, name: str, answers: list[str]) -> list[str]:
        session.host_name = name
        shown = [line for line in answers if not line[4:].upper().startswith(self._behaviour.hides or "-")]
        return [*shown[:-1], *self._behaviour.adds, *shown[-1:]]

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if answer := await server.misbehave("MAIL"):
            return str(answer)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if answer := await server.misbehave("RCPT", address):
            return str(answer)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        behaviour = self._behaviour
        behaviour.at_message()
        fault = behaviour.next_fault("message")
        if not fault or fault in (TAKE_AND_DROP, SLOW):
            behaviour.taken += [(address, envelope.original_content) for address in envelope.rcpt_tos]
        await server.act(fault)
        return fault if fault[:1].isdigit() else "250 2.0.0 queued"


class _Smtp(SMTP):
    def __init__(self, behaviour: Behaviour, **options: Any) -> None:
        self.behaviour = behaviour
        super().__init__(_Handler(behaviour), hostname="mail.test", enable_SMTPUTF8=True, **options)

    async def push(self, status: Any) -> None:
        """A server with too many connections says so in place of its greeting."""
        if isinstance(status, str) and status.startswith("220 mail.test"):
            self.behaviour.connections += 1
            if self.behaviour.connections > self.behaviour.most_connections:
                await super().push("421 4.7.0 too many connections")
                await self.act(DROP)
        await super().push(status)

    def connection_lost(self, error: Exception | None) -> None:
        """Count a connection no longer."""
        super().connection_lost(error)
        self.behaviour.connections -= 1

    async def act(self, fault: Fault) -> None:
        if fault in (DROP, TAKE_AND_DROP):
            assert self.transport is not None
            self.transport.abort()  # type: ignore[attr-defined]
            await asyncio.sleep(60)  # until the connection is found lost
        if fault == SLOW:
            await asyncio.sleep(self.behaviour.slowness)

    async def misbehave(self, *at: str) -> str:
        self.behaviour.seen[at[0]] += 1
        self.behaviour.at_command(at[0])
        fault = self.behaviour.next_fault(*at)
        await self.act(fault)
        return fault if fault[:1].isdigit() else ""

    async def smtp_DATA(self, arg: str) -> None:
        if self.behaviour.faults.get("DATA", [""])[:1] == [DROP_IN_MESSAGE]:
            self.behaviour.faults["DATA"].pop(0)
            await self.push("354 go ahead")
            await self._reader.readuntil(b"\r\n")
            await self.act(DROP)
        if answer := await self.misbehave("DATA"):
            await self.push(answer)
            return
        await super().smtp_DATA(arg)


class RunningServer:
    """A server that runs in a thread of its own."""

    def __init__(self, behaviour: Behaviour, certificate: ssl.SSLContext | None, is_tls: bool, options: Any) -> None:
        self.behaviour = behaviour
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        starttls = None if is_tls else certificate
        if behaviour.users:
            options = {"authenticator": behaviour.authenticate, "auth_require_tls": starttls is not None} | options

        def new() -> _Smtp:
            return _Smtp(behaviour, loop=self._loop, tls_context=starttls, **options)

        def run() -> None:
            asyncio.set_event_loop(self._loop)
            server = self._loop.run_until_complete(
                self._loop.create_server(new, "127.0.0.1", 0, ssl=certificate if is_tls else None)
            )
            self.port = server.sockets[0].getsockname()[1]
            self._loop.call_soon(self._ready.set)
            self._loop.run_forever()
            server.close()
            tasks = asyncio.all_tasks(self._loop)
            for task in tasks:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
            self._loop.run_until_complete(asyncio.sleep(0))
            self._loop.close()

        self._thread = threading.Thread(target=run)
        self._thread.start()
        assert self._ready.wait(10)

    def end(self) -> None:
        """Close it, with all that it has open."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    def settings(self, **changed: Any) -> MailServer:
        """How the program is told of it."""
        given = {"host": "127.0.0.1", "port": self.port, "sender": "Chair <chair@example.org>", "security": "none"}
        return MailServer(**{**given, **changed})


@contextlib.contextmanager
def running_server(
    behaviour: Behaviour | None = None,
    certificate: ssl.SSLContext | None = None,
    is_tls: bool = False,
    **options: Any,
) -> Iterator[RunningServer]:
    """A server for this `with` block: with a certificate, it offers STARTTLS, or is encrypted from the first byte."""
    server = RunningServer(behaviour or Behaviour(), certificate, is_tls, options)
    try:
        yield server
    finally:
        server.end()


@dataclass(frozen=True)
class Certificates:
    """A certificate authority made for tests: its root as a file, and certificates of servers."""

    folder: Path
    root: Path
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def server(self, *names: str, days: int = 2) -> ssl.SSLContext:
        """A server's side of TLS with a certificate for `names`, which ends after `days`."""
        key = ec.generate_private_key(ec.SECP256R1())
        alternatives = x509.SubjectAlternativeName([_name(name) for name in names])
        made = _certificate(names[0], key, self.certificate.subject, self.key, days, alternatives)
        path = self.folder / f"{names[0]}-{days}.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + made.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def _name(name: str) -> x509.GeneralName:
    with contextlib.suppress(ValueError):
        return x509.IPAddress(ipaddress.ip_address(name))
    return x509.DNSName(name)


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    days: int,
    *extensions: x509.ExtensionType,
) -> x509.Certificate:
    today = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=10))
        .not_valid_after(today + datetime.timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
    return builder.sign(issuer_key, hashes.SHA256())


def make_certificates(folder: Path) -> Certificates:
    """A certificate authority whose files are in `folder`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Root of the tests")])
    constraints = x509.BasicConstraints(ca=True, path_length=None)
    root = _certificate("Root of the tests", key, name, key, 2, constraints, x509.KeyUsage(
        digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    ))  # fmt: skip
    path = folder / "root.pem"
    path.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    return Certificates(folder, path, key, root)


@dataclass
class FakeTime:
    """A clock on which waiting takes no time."""

    time: float = 0.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        """The time in seconds."""
        return self.time

    def wait(self, stop: threading.Event, seconds: float) -> None:
        """Let `seconds` pass."""
        self.waits.append(seconds)
        self.time += seconds

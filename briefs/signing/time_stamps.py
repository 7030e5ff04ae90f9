"""Time stamps (RFC 3161): proof that a signature existed at a time, from a server or a file of its answers.

A server answers a request that holds the hash of one signature. Where signing has no network, somebody else sends the
request. To match the answer, the signature must come out the same again, so it has the time of the request: the nonce,
which comes back in the answer, holds that time and a hash of what is signed.
"""

from __future__ import annotations

import asyncio
import datetime
import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from briefs.files.bounded_reading import read_file
from briefs.files.home_folder import home_expanded
from briefs.model.diagnostics import BriefsError
from briefs.signing.pyhanko_extra import require_pyhanko

_SECONDS = 15
"""How long a server may take to answer."""


@runtime_checkable
class TimeStamps(Protocol):
    """Where time stamps come from."""

    def moment_of(self, content: bytes, now: datetime.datetime) -> datetime.datetime:
        """When `content` is said to have been signed, if it is signed now."""

    def token(self, content: bytes, moment: datetime.datetime, digest: bytes, algorithm: str) -> Any:
        """The time stamp (asn1crypto ContentInfo) for the `digest` of a signature of `content`, or BriefsError."""


class StampMissing(BriefsError):
    """The file of answers has none for this signature. `request` is to be sent to the server; `key` names it."""

    def __init__(self, path: Path, key: str, request: bytes) -> None:
        self.path, self.key, self.request = path, key, request
        super().__init__(f"{path} has no time stamp for this signature yet", "send the request to the server")


def time_stamps(where: str, folder: Path = Path()) -> TimeStamps:
    """Time stamps from a server, if `where` is its address (http, https), or else from a file of its answers.

    The path of a file is relative to `folder`. Raises BriefsError for another kind of address.
    """
    require_pyhanko()
    if "://" not in where:
        return StampFile(folder / home_expanded(where))
    if not where.startswith(("http://", "https://")):
        raise BriefsError(f'"{where}" is not the address of a time stamp server', "write one that begins with https://")
    return StampServer(where)


@dataclass(frozen=True, slots=True)
class StampServer:
    """Time stamps from the server at `address`. `client` asks it, if not pyHanko's for HTTP."""

    address: str
    client: Any = None
    seconds: float = _SECONDS

    def moment_of(self, content: bytes, now: datetime.datetime) -> datetime.datetime:
        """Now."""
        return now

    def token(self, content: bytes, moment: datetime.datetime, digest: bytes, algorithm: str) -> Any:
        """What the server answers. Raises BriefsError if it does not, or answers something else."""
        from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper

        client = self.client or HTTPTimeStamper(self.address, timeout=self.seconds)
        nonce, request = client.request_cms(digest, algorithm)
        hint = "try again later, name another server, or sign without a time stamp"
        try:
            answer = asyncio.run(client.async_request_tsa_response(request))
        except (OSError, ValueError) as error:
            said = _reason(error)
            raise BriefsError(f"the time stamp server {self.address} did not answer: {said}", hint) from error
        try:
            return _checked(answer, digest, nonce)
        except ValueError as error:
            raise BriefsError(f"the time stamp server {self.address} refused: {error}", hint) from error


@dataclass(frozen=True, slots=True)
class StampFile:
    """Time stamps from the file at `path`: answers of a server (DER), one after the other. It need not be there yet."""

    path: Path

    def moment_of(self, content: bytes, now: datetime.datetime) -> datetime.datetime:
        """The time of the request that was answered, or else now, to the second."""
        moments = [nonce >> 32 for nonce, _ in self._answers() if nonce & 0xFFFFFFFF == _short_hash(content)]
        return datetime.datetime.fromtimestamp(max(moments, default=int(now.timestamp())), datetime.UTC)

    def token(self, content: bytes, moment: datetime.datetime, digest: bytes, algorithm: str) -> Any:
        """The answer for this digest. Raises StampMissing if it is not there, BriefsError if the file is damaged."""
        nonce = int(moment.timestamp()) << 32 | _short_hash(content)
        for given, answer in self._answers():
            if given == nonce:
                try:
                    return _checked(answer, digest, nonce)
                except ValueError:
                    continue  # it was for the signature of another key
        raise StampMissing(self.path, f"{_short_hash(content):08x}", _request(digest, algorithm, nonce))

    def _answers(self) -> Iterator[tuple[int, Any]]:
        """The answers, each with the nonce of its stamp, or 0."""
        from asn1crypto.parser import peek
        from asn1crypto.tsp import TimeStampResp

        try:
            rest = read_file(self.path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise BriefsError(f"the time stamps in {self.path} cannot be read: {error.strerror}") from error
        while rest:
            try:
                size = peek(rest)
                answer = TimeStampResp.load(rest[:size], strict=True)
                nonce = 0 if _refusal(answer) else _stamp_in(answer)["nonce"].native
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise BriefsError(
                    f"{self.path} is not a file of answers of a time stamp server, or is damaged",
                    "put the answers as they were received into it, one after the other: `cat *.tsr > FILE`",
                ) from error
            yield nonce or 0, answer
            rest = rest[size:]


def _stamp_in(answer: Any) -> Any:
    """The content of the stamp in an answer."""
    return answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed


def _short_hash(content: bytes) -> int:
    return int.from_bytes(hashlib.sha256(content).digest()[:4])


def _request(digest: bytes, algorithm: str, nonce: int) -> bytes:
    from asn1crypto.tsp import TimeStampReq

    imprint = {"hash_algorithm": {"algorithm": algorithm}, "hashed_message": digest}
    request = TimeStampReq({"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True})
    return bytes(request.dump())


def _checked(answer: Any, digest: bytes, nonce: int) -> Any:
    """The stamp in an answer; raises ValueError, which says why, if it is none for this request."""
    try:
        if words := _refusal(answer):
            raise ValueError(words)
        token = answer["time_stamp_token"]
        stamp = _stamp_in(answer)
        same = stamp["message_imprint"]["hashed_message"].native == digest and stamp["nonce"].native == nonce
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("this is not the answer of a time stamp server") from error
    if not same:
        raise ValueError("the time stamp is for something else")
    return token


def _refusal(answer: Any) -> str:
    """What an answer says that is none; empty if it is one. asn1crypto believes that each answer has a stamp."""
    from asn1crypto.core import Sequence
    from asn1crypto.tsp import PKIStatusInfo

    status = PKIStatusInfo.load(Sequence.load(answer.dump())[0].dump(), strict=True)
    if (said := status["status"].native) in ("granted", "granted_with_mods"):
        return ""
    return "; ".join(status["status_string"].native or ()) or str(said)


def _reason(error: BaseException) -> str:
    """What went wrong, in the words of the innermost cause."""
    while not isinstance(error, TimeoutError) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, OSError) and error.errno is not None and error.errno in errno.errorcode:
        return os.strerror(error.errno)
    return " ".join(str(error).split()) or type(error).__name__

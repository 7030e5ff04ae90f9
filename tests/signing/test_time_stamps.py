"""Time stamps from a server, and from a file of its answers."""

from __future__ import annotations

import socket
from datetime import timedelta
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.checking import check_detached, signatures_of
from briefs.signing.detached import sign_detached
from briefs.signing.pdf_signing import sign_pdf
from briefs.signing.time_stamps import StampFile, StampMissing, StampServer, TimeStamps, time_stamps
from tests.signing.authority import MOMENT
from tests.signing.samples import authority, plain_pdf, signer, signer_of, trust
from tests.signing.stamp_server import REPLY, Answer, for_something_else, refusal, right, slow, stamp_server


def test_a_server_is_asked_over_http() -> None:
    with stamp_server() as address:
        signed = sign_pdf(plain_pdf(), signer(), time_stamps(address), MOMENT)
    [state] = signatures_of(signed, trust(), MOMENT)
    assert (state.level, state.stamped_by, state.is_good) == ("B-T", "Clock of the authority", True)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (refusal, "refused: closed today"),
        (for_something_else, "refused: the time stamp is for something else"),
        (lambda _: (200, REPLY, b""), "did not answer"),
        (lambda _: (200, REPLY, b"0\x03\x02\x01\x00"), "refused"),
        (lambda _: (200, "text/html", b"<p>Please log in"), "expected content type application/timestamp-reply"),
        (lambda _: (503, "text/plain", b"down"), "503"),
        (slow, "it took too long"),
    ],
)
def test_a_server_that_does_not_answer_as_it_should_is_told_in_one_line(answer: Answer, said: str) -> None:
    with stamp_server(answer) as address, pytest.raises(BriefsError) as told:
        sign_detached(b"", signer(), StampServer(address, seconds=0.3 if answer is slow else 60), MOMENT)
    assert told.value.message.startswith(f"the time stamp server {address} ")
    assert said in told.value.message
    assert "\n" not in told.value.message
    assert told.value.hint == "try again later, name another server, or sign without a time stamp"


def test_a_server_that_is_not_there_is_told_in_one_line() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        with pytest.raises(BriefsError, match="did not answer: Connection refused") as told:
            sign_detached(b"", signer(), time_stamps(address), MOMENT)
    assert "\n" not in told.value.message


def test_what_has_an_address_is_a_server_and_everything_else_a_file() -> None:
    assert time_stamps("https://stamps.example.org/tsa") == StampServer("https://stamps.example.org/tsa")
    assert time_stamps("../answers.tsr") == StampFile(Path("../answers.tsr"))
    assert isinstance(time_stamps("answers.tsr"), TimeStamps)
    with pytest.raises(BriefsError, match=r'"ftp://example.org" is not the address of a time stamp server'):
        time_stamps("ftp://example.org")


def test_answers_that_others_fetch_make_the_signature_whole_later(tmp_path: Path) -> None:
    stamps = StampFile(tmp_path / "answers.tsr")
    with pytest.raises(StampMissing) as missing:
        sign_pdf(plain_pdf(), signer(), stamps, MOMENT)
    assert missing.value.path == stamps.path
    _, _, answer = right(missing.value.request)
    with pytest.raises(StampMissing) as another:
        sign_detached(b"list", signer(), stamps, MOMENT + timedelta(hours=1))
    assert another.value.key != missing.value.key
    stamps.path.write_bytes(answer + right(another.value.request)[2])
    later = MOMENT + timedelta(days=2)
    signed = sign_pdf(plain_pdf(), signer(), stamps, later)
    [state] = signatures_of(signed, trust(), later)
    assert (state.level, state.is_good) == ("B-T", True)
    assert check_detached(b"list", sign_detached(b"list", signer(), stamps, later), trust(), later).level == "B-T"
    assert sign_pdf(plain_pdf(), signer(), stamps, later + timedelta(days=1)) == signed


def test_an_answer_for_the_signature_of_another_key_is_not_taken(tmp_path: Path) -> None:
    stamps = StampFile(tmp_path / "answers.tsr")
    with pytest.raises(StampMissing) as missing:
        sign_detached(b"list", signer_of(authority().identity("Another office")), stamps, MOMENT)
    stamps.path.write_bytes(right(missing.value.request)[2])
    with pytest.raises(StampMissing):
        sign_detached(b"list", signer(), stamps, MOMENT)


def test_refusals_in_a_file_of_answers_are_passed_over(tmp_path: Path) -> None:
    stamps = StampFile(tmp_path / "answers.tsr")
    stamps.path.write_bytes(refusal(b"")[2])
    with pytest.raises(StampMissing):
        sign_detached(b"list", signer(), stamps, MOMENT)


@pytest.mark.parametrize("content", [b"-----BEGIN", b"\x30", b"0\x03\x02\x01\x00", b"\x00" * 9])
def test_a_file_of_something_else_is_told(tmp_path: Path, content: bytes) -> None:
    stamps = StampFile(tmp_path / "answers.tsr")
    stamps.path.write_bytes(content)
    with pytest.raises(BriefsError, match="is not a file of answers of a time stamp server, or is damaged"):
        sign_detached(b"list", signer(), stamps, MOMENT)
    with pytest.raises(BriefsError, match="cannot be read"):
        sign_detached(b"list", signer(), StampFile(tmp_path), MOMENT)

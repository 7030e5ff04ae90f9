"""Signing what is distributed: which key, how long it takes, and what to do about missing time stamps."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_settings import Signing, Token
from briefs.pipeline import signatures
from briefs.pipeline.signatures import signed_list, signed_pdfs, signing_key, signing_time
from briefs.signing.checking import check_detached, signatures_of
from briefs.signing.time_stamps import StampFile, time_stamps
from tests.signing.authority import MOMENT, PASSPHRASE, write
from tests.signing.samples import form_pdf, identity, plain_pdf, signer, trust
from tests.signing.stamp_server import right


def test_a_key_file_is_opened_with_what_is_typed(tmp_path: Path) -> None:
    prompts: list[str] = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return PASSPHRASE

    source = Signing(certificate=str(write(tmp_path / "key.p12", identity().pkcs12())))
    assert signing_key(source, tmp_path / "project", ask=ask, moment=MOMENT).name == "Secretariat of the ICMC"
    assert prompts == ["Pass phrase for key.p12: "]


def test_paths_are_relative_to_the_project(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    write(tmp_path / "key.p12", identity().pkcs12(""))
    assert signing_key(Signing(certificate="../key.p12"), tmp_path / "project", moment=MOMENT).name
    assert time_stamps("../answers.tsr", tmp_path) == StampFile(tmp_path / "../answers.tsr")


def test_without_a_key_it_says_where_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="no certificate to sign with is named") as told:
        signing_key(Signing(), tmp_path)
    assert "templates/distribution.yaml" in told.value.hint


def test_a_token_is_asked_for_its_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures, "open_token", lambda *given: (*given[:3], given[3]()))
    prompts: list[str] = []

    def ask(prompt: str) -> str:
        prompts.append(prompt)
        return "1234"

    source = Signing(pkcs11=Token(module="/usr/lib/token.so", token="ICMC", label="Sign"))
    opened: object = signing_key(source, tmp_path, ask=ask)
    assert opened == ("/usr/lib/token.so", "ICMC", "Sign", "1234")
    assert prompts == ["PIN for ICMC: "]


def test_each_pdf_is_signed() -> None:
    signed = signed_pdfs({"a.pdf": plain_pdf(), "b.pdf": form_pdf()}, signer(), moment=MOMENT)
    assert list(signed) == ["a.pdf", "b.pdf"]
    assert all(state.is_good for pdf in signed.values() for state in signatures_of(pdf, trust(), MOMENT))


def test_all_missing_time_stamps_are_told_at_once_with_requests_to_send(tmp_path: Path) -> None:
    stamps = StampFile(tmp_path / "answers.tsr")
    pdfs = {"a.pdf": plain_pdf(), "b.pdf": form_pdf()}
    with pytest.raises(BriefsError) as told:
        signed_pdfs(pdfs, signer(), stamps, MOMENT)
    requests = sorted(tmp_path.glob("answers-*.tsq"))
    assert len(requests) == 2
    assert f"{stamps.path} lacks 2 of the time stamps; requests for them were written beside it: " in told.value.message
    assert all(request.name in told.value.message for request in requests)
    assert "curl" in told.value.hint
    stamps.path.write_bytes(b"".join(right(request.read_bytes())[2] for request in requests))
    signed = signed_pdfs(pdfs, signer(), stamps)
    assert {state.level for pdf in signed.values() for state in signatures_of(pdf)} == {"B-T"}
    with pytest.raises(BriefsError, match="lacks 1 of the time stamps"):
        signed_list(b"list", signer(), stamps, MOMENT)


def test_a_list_is_signed_beside_it() -> None:
    assert check_detached(b"list", signed_list(b"list", signer(), moment=MOMENT), trust(), MOMENT).is_good


def test_requests_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    stamps = StampFile(tmp_path / "no such folder" / "answers.tsr")
    with pytest.raises(BriefsError, match=r"the request for a time stamp cannot be written to .*: No such file"):
        signed_list(b"list", signer(), stamps, MOMENT)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.004, "about a second"), (0.05, "about 10 seconds"), (0.4, "about 78 seconds"), (2, "about 6 minutes")],
)
def test_how_long_it_takes_is_said_in_words(monkeypatch: pytest.MonkeyPatch, seconds: float, said: str) -> None:
    monkeypatch.setattr(signatures, "seconds_per_signature", lambda *_: seconds)
    assert signing_time(signer(), plain_pdf(), 194) == said

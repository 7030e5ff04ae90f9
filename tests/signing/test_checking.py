"""Checking signatures: what was changed since, whose certificate it is, and that nothing is fetched."""

from __future__ import annotations

import io
import socket
from datetime import datetime, timedelta

import pikepdf
import pytest

from briefs.model.signature import SignatureState
from briefs.signing.checking import check_detached, signatures_of
from briefs.signing.detached import sign_detached
from briefs.signing.pdf_signing import sign_pdf
from briefs.signing.trust import Trust
from tests.signing.authority import DAY, MOMENT, Authority
from tests.signing.samples import authority, plain_pdf, signer, signer_of, trust


def state_of(pdf: bytes, given: Trust | None = None, now: datetime = MOMENT) -> SignatureState:
    [state] = signatures_of(pdf, trust() if given is None else given, now)
    return state


def signed() -> bytes:
    return sign_pdf(plain_pdf(), signer(), moment=MOMENT)


def test_a_file_without_signatures_has_none() -> None:
    assert signatures_of(plain_pdf(), trust()) == ()
    assert signatures_of(b"no PDF at all") == ()


def test_without_trusted_authorities_it_is_not_checked_whose_it_is() -> None:
    state = state_of(signed(), Trust())
    assert (state.is_intact, state.standing, state.is_good) == (True, "not checked", True)


def test_a_changed_byte_breaks_the_signature() -> None:
    damaged = bytearray(signed())
    damaged[len(plain_pdf()) // 2] ^= 1
    state = state_of(bytes(damaged))
    assert (state.is_intact, state.is_good, state.signer) == (False, False, "Secretariat of the ICMC")


def test_bytes_behind_the_end_are_a_change() -> None:
    state = state_of(signed() + b"\n% something\n")
    assert (state.is_intact, state.coverage, state.is_good) == (True, "changed", False)


def test_a_file_that_another_program_wrote_anew_is_broken() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed())) as pdf:
        pdf.save(target)
    assert not state_of(target.getvalue()).is_good


@pytest.mark.parametrize("cut", [1, 400, 900])
def test_a_file_that_is_cut_off_is_not_good(cut: int) -> None:
    assert not any(state.is_good for state in signatures_of(signed()[:-cut], trust(), MOMENT))


def test_what_only_looks_like_a_signature_cannot_be_read() -> None:
    assert signatures_of(b"%PDF-1.7 /ByteRange") == (SignatureState(),)
    broken = signed().replace(b"/Contents <30", b"/Contents <00")
    assert signatures_of(broken) == (SignatureState(),)
    assert str(SignatureState()).startswith("there is a signature that cannot be read")


def test_a_certificate_of_another_authority_is_foreign() -> None:
    state = state_of(signed(), Trust((Authority("Another authority").der,)))
    assert (state.standing, state.is_intact, state.is_good) == ("foreign", True, False)


def test_a_certificate_that_has_expired_is_told_unless_a_time_stamp_is_from_before() -> None:
    later = MOMENT + 400 * DAY
    assert state_of(signed(), now=later).standing == "expired"
    assert state_of(signed(), now=later).since == "2027-09-25T12:00:00Z"
    stamped = sign_pdf(plain_pdf(), signer(), authority().time_stamper(), MOMENT)
    assert state_of(stamped, now=later).standing == "trusted"
    strangers = sign_pdf(plain_pdf(), signer(), Authority("Another authority").time_stamper(), MOMENT)
    state = state_of(strangers, now=later)
    assert (state.standing, state.level, state.is_stamp_trusted) == ("expired", "B-T", False)


def test_a_certificate_that_was_not_valid_yet_is_told() -> None:
    assert state_of(signed(), now=MOMENT - 60 * DAY).standing == "not yet valid"


def test_a_revoked_certificate_is_told_however_old_the_list_is() -> None:
    issuer = Authority("Authority that revokes")
    one = issuer.identity()
    pdf = sign_pdf(plain_pdf(), signer_of(one), moment=MOMENT)
    given = Trust((issuer.der,), crls=(issuer.revoked(),))
    assert state_of(pdf, given, MOMENT + 3 * DAY).standing == "trusted"
    issuer.revoke(one, MOMENT + DAY)
    given = Trust((issuer.der,), crls=(issuer.revoked(MOMENT + 2 * DAY),))
    for days in (3, 200):
        state = state_of(pdf, given, MOMENT + days * DAY)
        assert (state.standing, state.since, state.is_good) == ("revoked", "2026-11-30T12:00:00Z", False)
    stamped = sign_pdf(plain_pdf(), signer_of(one), issuer.time_stamper(), MOMENT)
    assert state_of(stamped, given, MOMENT + 3 * DAY).standing == "trusted"  # it was signed before


def test_a_list_of_another_authority_says_nothing() -> None:
    given = trust(Authority("Another authority").revoked())
    assert state_of(signed(), given, MOMENT + 3 * DAY).standing == "trusted"


def test_a_certificate_for_something_else_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("key_file", "cms"):
        monkeypatch.setattr(f"briefs.signing.{name}.check_certificate", lambda *_: None)
    for_servers = signer_of(authority().identity(uses=("key_encipherment",)))
    state = state_of(sign_pdf(plain_pdf(), for_servers, moment=MOMENT))
    assert (state.standing, state.is_intact, state.is_good) == ("unfit", True, False)


def test_a_detached_signature_is_checked_with_the_content() -> None:
    signature = sign_detached(b"list of hashes", signer(), authority().time_stamper(), MOMENT)
    state = check_detached(b"list of hashes", signature, trust(), MOMENT)
    assert (state.is_good, state.level, state.standing, state.coverage) == (True, "B-T", "trusted", "whole")
    assert not check_detached(b"another list", signature, trust(), MOMENT).is_intact
    assert check_detached(b"list of hashes", signature[:-9], trust(), MOMENT) == SignatureState()
    assert check_detached(b"list of hashes", b"", trust(), MOMENT) == SignatureState()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = signed()

    def refuse(*_: object) -> None:
        raise AssertionError("the network is asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert state_of(pdf, Trust((Authority("Another authority").der,)), MOMENT + timedelta(days=1)).standing == "foreign"

"""What is known of certificates: chains, revocations in lists and answers, certificates that sign themselves."""

from __future__ import annotations

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from briefs.model.signature import SignatureState
from briefs.signing.checking import check_detached
from briefs.signing.detached import sign_detached
from briefs.signing.key_file import read_key_file
from briefs.signing.trust import Trust
from tests.signing.authority import DAY, MOMENT, PASSPHRASE, Authority, Identity, name, write
from tests.signing.ocsp import ocsp_answer
from tests.signing.samples import PROJECT, signer, signer_of, trust


def state_of(one: Identity, given: Trust, now: datetime.datetime = MOMENT + 3 * DAY) -> SignatureState:
    return check_detached(b"list", sign_detached(b"list", signer_of(one), moment=MOMENT), given, now)


def test_a_certificate_may_be_issued_by_an_authority_below_a_trusted_one() -> None:
    root = Authority("Root")
    below = root.authority_below("Below")
    assert state_of(below.identity(), Trust((root.der,))).standing == "trusted"
    assert state_of(below.identity(), Trust((below.der,))).standing == "trusted"
    alone = Identity(*(lambda one: (one.key, one.certificate))(below.identity()))
    assert state_of(alone, Trust((root.der,))).standing == "foreign"
    assert state_of(alone, Trust((root.der,), (below.der,))).standing == "trusted"


def test_a_revoked_authority_is_told() -> None:
    root = Authority("Root")
    below = root.authority_below("Below")
    root.revoke(below, MOMENT + DAY)
    given = Trust((root.der,), crls=(root.revoked(MOMENT + 2 * DAY),))
    state = state_of(below.identity(), given)
    assert (state.standing, state.since) == ("revoked", "2026-11-30T12:00:00Z")


def test_an_answer_on_one_certificate_counts_like_a_list() -> None:
    issuer = Authority("Root")
    one = issuer.identity(answers=True)
    good = ocsp_answer(issuer, one, MOMENT)
    revoked = ocsp_answer(issuer, one, MOMENT + 2 * DAY, MOMENT + DAY)
    assert state_of(one, Trust((issuer.der,), ocsps=(good,))).standing == "trusted"
    for answers in ((revoked,), (good, revoked), (revoked, good)):
        state = state_of(one, Trust((issuer.der,), ocsps=answers))
        assert (state.standing, state.since) == ("revoked", "2026-11-30T12:00:00Z")
    assert state_of(issuer.identity(answers=True), Trust((issuer.der,), ocsps=(revoked,))).standing == "trusted"


def test_neither_an_old_list_nor_an_old_answer_hides_a_newer_one() -> None:
    issuer = Authority("Root")
    one = issuer.identity(answers=True)
    good, before = ocsp_answer(issuer, one, MOMENT), issuer.revoked(MOMENT)
    issuer.revoke(one, MOMENT + DAY)
    after = issuer.revoked(MOMENT + 2 * DAY)
    for lists in ((after,), (before, after), (after, before)):
        assert state_of(one, Trust((issuer.der,), crls=lists, ocsps=(good,))).standing == "revoked"


def test_a_certificate_that_was_revoked_before_it_expired_is_revoked() -> None:
    issuer = Authority("Root")
    one = issuer.identity()
    issuer.revoke(one, MOMENT + DAY)
    given = Trust((issuer.der,), crls=(issuer.revoked(),))
    assert state_of(one, given, MOMENT + 900 * DAY).standing in ("revoked", "expired")
    assert not state_of(one, given, MOMENT + 900 * DAY).is_good


def test_a_certificate_that_signs_itself_is_trusted_if_it_is_given(tmp_path: Path) -> None:
    key, who = ec.generate_private_key(ec.SECP256R1()), name("Small office")
    builder = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(MOMENT - DAY).not_valid_after(MOMENT + 9 * DAY)
    one = Identity(key, builder.sign(key, hashes.SHA256()))
    own = read_key_file(write(tmp_path / "key.p12", one.pkcs12()), PROJECT, lambda: PASSPHRASE, MOMENT)
    signature = sign_detached(b"list", own, moment=MOMENT)
    assert check_detached(b"list", signature, Trust((one.der,)), MOMENT).standing == "trusted"
    assert check_detached(b"list", signature, trust(), MOMENT).standing == "foreign"
    assert (check_detached(b"list", signature).issuer, check_detached(b"list", signature).is_good) == (
        "Small office",
        True,
    )


def test_the_time_is_what_the_signer_claims_until_there_is_a_stamp() -> None:
    state = check_detached(b"list", sign_detached(b"list", signer(), moment=MOMENT), trust(), MOMENT)
    assert (state.level, state.moment, state.stamped_by) == ("B-B", "2026-11-29T12:00:00Z", "")

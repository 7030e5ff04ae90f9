"""What is said of a signature, in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.signature import SignatureState

GOOD = SignatureState(
    signer="Secretariat",
    organisation="ICMC",
    issuer="Authority",
    moment="2026-11-29T12:00:00Z",
    level="B-T",
    is_intact=True,
    standing="trusted",
    stamped_by="Clock",
    is_stamp_trusted=True,
)


def test_a_good_signature_says_who_when_and_over_what() -> None:
    assert str(GOOD) == (
        "signed by Secretariat (ICMC), certificate by Authority, 2026-11-29T12:00:00Z, time stamp by Clock: the file "
        "is as signed; the certificate is trusted"
    )
    assert GOOD.is_good


def test_nothing_is_said_twice_and_nothing_is_left_empty() -> None:
    bare = replace(GOOD, organisation="Secretariat", issuer="Secretariat", moment="", stamped_by="")
    assert str(bare).startswith("signed by Secretariat: ")
    assert str(replace(bare, signer="", organisation="", issuer="")).startswith("signed by an unnamed signer: ")


@pytest.mark.parametrize(
    ("state", "is_good", "said"),
    [
        (replace(GOOD, is_intact=False), False, ": broken, what was signed has been changed"),
        (replace(GOOD, coverage="changed"), False, ": the file was changed since; the certificate is trusted"),
        (
            replace(GOOD, coverage="completed"),
            True,
            ": fields were filled in since, as the signer allowed; the certificate is trusted",
        ),
        (
            replace(GOOD, standing="not checked"),
            True,
            "; whose certificate it is was not checked, since no trusted authorities are named",
        ),
        (replace(GOOD, standing="foreign"), False, "; none of the trusted authorities has issued the certificate"),
        (replace(GOOD, standing="revoked", since="2026-11-30"), False, "; the certificate is revoked (2026-11-30)"),
        (replace(GOOD, standing="expired", since="2026-11-30"), False, "; the certificate has expired (2026-11-30)"),
        (replace(GOOD, standing="not yet valid"), False, "; the certificate was not valid yet"),
        (replace(GOOD, standing="unfit"), False, "; the certificate is not one to sign documents with"),
        (SignatureState(), False, "cannot be read: the file is damaged, or it is no signature"),
    ],
)
def test_each_doubt_is_told(state: SignatureState, is_good: bool, said: str) -> None:
    assert str(state).endswith(said)
    assert state.is_good == is_good

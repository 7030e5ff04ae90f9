"""An address is told from what cannot be one without asking any server; messages do not quote it."""

from __future__ import annotations

import pytest
from email_validator import validate_email
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.mail_address import _PLAIN, checked_address, split_mailbox
from briefs.model.mistakes import Mistake


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("olga@example.org", "olga@example.org"),
        ("Olga.Ost@Example.ORG", "Olga.Ost@example.org"),
        ("öst@exämple.org", "öst@exämple.org"),
        ("olga@xn--exmple-cua.org", "olga@exämple.org"),
        ("o\u0308st@example.org", "öst@example.org"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("olga+brief@mail.ministry.example", "olga+brief@mail.ministry.example"),
        ("o'neill@example.org", "o'neill@example.org"),
    ],
)
def test_an_address_is_kept_in_its_usual_form(written: str, kept: str) -> None:
    assert checked_address(written) == kept


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("olga", "it has no @"),
        ("olga@", "nothing stands after the @"),
        ("@example.org", "nothing stands before the @"),
        ("olga@example", "there is no dot after the @"),
        ("olga@example..org", "a dot stands where none can"),
        ("olga.@example.org", "a dot stands where none can"),
        ("olga@example.org.", "a dot stands where none can"),
        ("olga ost@example.org", "it has a space"),
        ("olga@ost@example.org", "it has more than one @"),
        ("olga@-example.org", "where it cannot stand"),
        ("olga@mail.local", "no mail from outside"),
        (f"{'o' * 65}@example.org", "it is too long"),
        ("Olga <olga@example.org>", "has a name beside the address"),
        ("mailto:olga@example.org", 'begins with "mailto:"'),
        ("olga@example.org, ost@example.org", "holds more than one address"),
        ("olga@example.org\nBcc: ost@example.org", "has a line break"),
    ],
)
def test_what_cannot_be_an_address_is_not_quoted(written: str, message: str) -> None:
    with pytest.raises(Mistake, match=message) as raised:
        checked_address(written)
    assert "olga" not in raised.value.message
    assert "example" not in raised.value.message
    assert raised.value.hint


WORDS = st.text("aZ9_+-", min_size=1, max_size=24)
LABELS = st.text("az9-", min_size=1, max_size=44)


@given(
    local=st.lists(WORDS, min_size=1, max_size=4).map(".".join),
    domain=st.lists(LABELS, min_size=1, max_size=4).map(".".join),
    ending=st.sampled_from(["com", "org", "int", "eu", "ie", "zz", "test", "arpa", "o", "9a"]),
)
def test_addresses_that_are_told_fast_are_addresses(local: str, domain: str, ending: str) -> None:
    address = f"{local}@{domain}.{ending}"
    if _PLAIN.fullmatch(address):
        kept = validate_email(address, check_deliverability=False, strict=True).normalized
        assert kept == checked_address(address) == address


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("chair@example.org", ""),
        ("<chair@example.org>", ""),
        ("Office of the Chair <chair@example.org>", "Office of the Chair"),
        ('"Chair, Trade" <chair@EXAMPLE.org>', "Chair, Trade"),
        ("Sekretariat für Öl<chair@example.org>", "Sekretariat für Öl"),
    ],
)
def test_a_mailbox_is_a_name_and_an_address(written: str, name: str) -> None:
    assert split_mailbox(written) == (name, "chair@example.org")


def test_a_mailbox_needs_an_address() -> None:
    for written in ("Chair", "Chair <chair>", "Chair <a@example.org> <b@example.org>"):
        with pytest.raises(Mistake):
            split_mailbox(written)

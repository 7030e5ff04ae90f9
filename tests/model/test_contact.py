"""How to reach the issuer: addresses that links can lead to, and no others."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.contact import Contact, WrittenContact

CONTACT: TypeAdapter[Contact] = TypeAdapter(WrittenContact)


def contact(**fields: str) -> Contact:
    return CONTACT.validate_python(fields)


def test_links_lead_to_each_address() -> None:
    made = contact(email="o'neill+a@mail.example.org", web="www.example.org/a?b=c", telephone="+41 (0)22 919 10 20")
    assert (made.email_link, made.web_link, made.telephone_link) == (
        "mailto:o'neill+a@mail.example.org",
        "https://www.example.org/a?b=c",
        "tel:+41229191020",
    )


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("+41 (0)22 919 10 20", "tel:+41229191020"),
        ("+41 (0) 22 919-10-20", "tel:+41229191020"),
        ("(022) 919.10.20", "tel:0229191020"),
        ("(0) 22 919 10 20", "tel:0229191020"),
        ("(212) 555-0100", "tel:2125550100"),
        ("022\u00a0919 – 10", "tel:02291910"),
    ],
)
def test_only_the_zero_after_a_country_code_is_not_dialled(written: str, link: str) -> None:
    assert contact(telephone=written).telephone_link == link


def test_a_name_and_an_address_stand_in_one_line() -> None:
    made = contact(name="Policy\noffice", address="1 Quay  Street,\r\n\n CH-1211 Geneva\u2028Switzerland")
    assert (made.name, made.address) == ("Policy, office", "1 Quay Street, CH-1211 Geneva, Switzerland")


@pytest.mark.parametrize("address", ["http://example.org", "HTTPS://example.org/ü"])
def test_an_address_that_says_how_it_is_reached_is_kept(address: str) -> None:
    assert contact(web=address).web_link == address


def test_what_is_not_given_has_no_link() -> None:
    made = contact(name="Policy office")
    assert (made.email_link, made.web_link, made.telephone_link) == ("", "", "")


def test_a_text_without_addresses_is_a_name() -> None:
    assert CONTACT.validate_python("Harbour Board, East Quay") == contact(name="Harbour Board, East Quay")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Policy, a@example.org", 'write "a@example.org" in a field of its own, email, so that it becomes a link'),
        ("www.example.org, Rome", 'write "www.example.org" in a field of its own, web, so that it becomes a link'),
        ({}, "give at least one of name, address, telephone, email and web"),
        ({"email": "info at example.org"}, '"info at example.org" is not an email address such as info@example.org'),
        ({"email": "info@example"}, '"info@example" is not an email address such as info@example.org'),
        ({"email": "a@b.org, c@d.org"}, '"a@b.org, c@d.org" is not an email address such as info@example.org'),
        ({"web": "example"}, '"example" is not a web address such as www.example.org'),
        ({"web": "javascript:alert(1)"}, '"javascript:alert\\(1\\)" is not a web address such as www.example.org'),
        ({"web": "ftp://example.org"}, '"ftp://example.org" is not a web address such as www.example.org'),
        ({"web": "https://example.org/a b"}, '"https://example.org/a b" is not a web address'),
        ({"telephone": "ask for Ms X"}, '"ask for Ms X" is not one telephone number such as \\+41 22 919 10 20'),
        ({"telephone": "1234"}, '"1234" is not one telephone number'),
        ({"telephone": "٠١٢٣٤٥٦٧"}, '"٠١٢٣٤٥٦٧" is not one telephone number'),
        ({"telephone": "022 919 10 20 / 21"}, "is not one telephone number"),
        ({"telephone": "(0) (((((12345"}, "is not one telephone number"),
        ({"telephone": "022) 919 10 (20"}, "is not one telephone number"),
        ({"telephone": "022  919 10 20"}, "is not one telephone number"),
        ({"telephone": "+41 22 919 10 20 919 10 21"}, "is not one telephone number"),
        ({"name": "Policy\u202e office"}, "the character U\\+202E cannot be printed"),
        ({"name": None}, "give at least one of name, address, telephone, email and web"),
        ({"name": None, "web": None}, "give at least one of name, address, telephone, email and web"),
    ],
)
def test_what_is_no_address_is_refused(written: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        CONTACT.validate_python(written)

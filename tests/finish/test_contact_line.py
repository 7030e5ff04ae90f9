"""The line at the end that says how to reach the issuer."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pikepdf

from briefs.finish.contact_line import contact_line
from briefs.model.contact import Contact
from briefs.model.inline import Link, Text
from briefs.model.phrases import ENGLISH
from tests.builders import HOUSE, write_project
from tests.projects import built, problems

FULL = Contact(
    name="Policy office",
    address="East Quay",
    telephone="+41 (0)22 919 10 20",
    email="info@example.org",
    web="www.example.org",
)
HOUSE_WITH_LINKS = HOUSE.replace(
    "contact: Harbour Board, East Quay",
    "contact: {address: East Quay, telephone: +41 22 919 10 20, email: info@example.org, web: www.example.org}",
)


def test_each_part_stands_behind_a_dot_and_addresses_are_links() -> None:
    assert contact_line(FULL, ENGLISH) == (
        Text("Contact: Policy office\u00a0· East Quay\u00a0· tel.\u00a0"),
        Link("tel:+41229191020", "+41\u00a0(0)22\u00a0919\u00a010\u00a020"),
        Text("\u00a0· "),
        Link("mailto:info@example.org", "info@example.org"),
        Text("\u00a0· "),
        Link("https://www.example.org", "www.example.org"),
    )


def test_what_is_not_given_leaves_no_dot() -> None:
    assert contact_line(Contact(email="a@example.org"), ENGLISH) == (
        Text("Contact: "),
        Link("mailto:a@example.org", "a@example.org"),
    )


def test_mail_and_web_are_links_in_every_format_and_the_telephone_only_on_a_screen(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=HOUSE_WITH_LINKS)
    files = {made.format: made.content for made in built(root, "clerks").briefs[0].renditions}
    mail, web = "mailto:info@example.org", "https://www.example.org"
    html = files["html"].decode()
    assert f'<a href="{mail}">info@example.org</a>\u00a0· <a href="{web}">www.example.org</a></p>' in html
    assert 'tel.\u00a0<a href="tel:+41229191020">+41\u00a022\u00a0919\u00a010\u00a020</a>' in html
    relationships = docx.Document(io.BytesIO(files["docx"])).part.rels.values()
    assert sorted(one.target_ref for one in relationships if one.is_external) == [web, mail]
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link and "/URI" in link.A]
        assert [(str(link.A.URI), str(link.Contents)) for link in links] == [
            (mail, "info@example.org"),
            (web, "www.example.org"),
        ]
        assert all("/StructParent" in link for link in links)


def test_an_address_that_cannot_be_a_link_is_reported_where_it_stands(tmp_path: Path) -> None:
    house = HOUSE.replace("contact: Harbour Board, East Quay", "contact:\n  email: info(at)example.org")
    assert problems(write_project(tmp_path, house=house)) == [
        'templates/house.yaml:3: error: "contact email": "info(at)example.org" is not an email address such as '
        "info@example.org [field-invalid]"
    ]

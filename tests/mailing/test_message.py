"""A message is read by others as it was written, has the same bytes each time, and no value becomes a field."""

from __future__ import annotations

import datetime
import email
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from typing import Any

import pytest

from briefs.mailing.message import message_bytes, message_id
from briefs.model.diagnostics import BriefsError
from briefs.model.letter import Attachment, Letter
from briefs.model.recipient import Recipient

LETTER = Letter(
    "Brief for Captains: what a timetable could change — “soon”",
    "Harbour Board <board@harbour.org>",
    "Registry, Élan <registry@harbour.org>",
    "Dear Captain,\n\nFrom here on…\n.\n..x\ntrailing \n" + "x" * 2000 + "\n",
    "<html>é</html>\n" + "y" * 3000 + "\n",
    "en-GB",
)
FILES = (
    Attachment("brief-captains_v1.0_cleared.pdf", "pdf", b"%PDF" + bytes(range(256)) * 40),
    Attachment("Bericht für Kapitäne.docx", "docx", b"PK\0\1\r\n"),
    Attachment("brief.html", "html", "<p>é</p>".encode()),
)
NOON = datetime.date(2026, 11, 3)
ASTRID = Recipient("Ó Briain, Astrid", "captains", email="astrid@port.org", path="list.csv", row=7)
HARD_NAMES = (
    "PEDULLA'",
    'O"Brien, Jr. (MP)',
    "GARCÍA HERMIDA-VAN DER WALLE",
    "معالي الوزير فلان",
    "王小明",
    "=?utf-8?b?QQ==?=",
)


def made(
    letter: Letter = LETTER, recipient: Recipient = ASTRID, files: tuple[Attachment, ...] = FILES, **more: Any
) -> bytes:
    id = message_id("HB/CAP 1.0 cleared", 17, recipient.key, "Harbour Board <board@harbour.org>")
    return message_bytes(letter, recipient, files, **{"message_id": id, "date": NOON, **more})


def read(content: bytes) -> EmailMessage:
    message = email.message_from_string(content.decode(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not any(part.defects for part in message.walk())
    return message


def text_of(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def names(content: bytes) -> list[str]:
    return [line.split(":")[0] for line in content.split(b"\r\n\r\n")[0].decode().split("\r\n") if line[0] != " "]


def test_everything_is_read_as_it_was_written() -> None:
    message = read(made())
    assert str(message["from"]) == "Harbour Board <board@harbour.org>"
    assert message["to"].addresses[0].display_name == "Ó Briain, Astrid"
    assert message["to"].addresses[0].addr_spec == "astrid@port.org"
    assert message["reply-to"].addresses[0].display_name == "Registry, Élan"
    assert message["subject"] == LETTER.subject
    assert message["date"].datetime == datetime.datetime(2026, 11, 3, 12, tzinfo=datetime.UTC)
    assert (message["x-unsent"], message["content-language"], message["mime-version"]) == ("1", "en-GB", "1.0")
    assert text_of(message, "plain") == LETTER.text
    assert text_of(message, "html") == LETTER.html
    files = list(message.iter_attachments())
    assert [part.get_filename() for part in files] == [one.name for one in FILES]
    assert [part.get_content_type() for part in files] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/html",
    ]
    assert [part.get_payload(decode=True) for part in files] == [one.content for one in FILES]
    assert all(part.get_content_disposition() == "attachment" for part in files)
    assert [part.get_param("name") for part in files][1] == "Bericht-fur-Kapitane.docx"


def test_the_parts_stand_as_mail_programs_expect_them() -> None:
    kinds = [part.get_content_type() for part in read(made()).walk()][:4]
    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"]
    assert [part.get_content_type() for part in read(made(files=())).walk()] == kinds[1:]


def test_each_field_stands_once_and_in_order() -> None:
    fields = ["From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Content-Language", "X-Unsent", "MIME-Version"]
    assert names(made()) == [*fields, "Content-Type"]
    assert "Reply-To" not in names(made(replace(LETTER, reply_to="")))


def test_who_hands_it_over_is_named_if_it_is_somebody_else() -> None:
    assert "Sender" not in names(made(sender="Harbour Board <board@harbour.org>"))
    assert read(made(sender="Mail room <mail@harbour.org>"))["sender"].address.addr_spec == "mail@harbour.org"


@pytest.mark.parametrize("name", HARD_NAMES)
def test_names_in_any_script_are_read_as_they_are(name: str) -> None:
    content = made(recipient=replace(ASTRID, name=name))
    assert read(content)["to"].addresses[0].display_name == name
    assert content.isascii()


def test_the_same_message_has_the_same_bytes_and_another_copy_has_not() -> None:
    assert made() == made()
    assert made(message_id=message_id("HB/CAP 1.0 cleared", 18, ASTRID.key, "a@harbour.org")) != made()


def test_lines_are_short_and_end_alike() -> None:
    for name in (*HARD_NAMES, "x" * 900):
        content = made(recipient=replace(ASTRID, name=name))
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert b"\r" not in content.replace(b"\r\n", b"")
        assert max(map(len, content.split(b"\r\n"))) <= 100


def test_nothing_in_the_text_can_be_taken_for_something_else() -> None:
    lines = made().split(b"\r\n")
    assert not any(line.startswith((b"From ", b".")) for line in lines)
    assert not any(line.endswith((b" ", b"\t")) for line in lines)


def test_plain_text_stays_plain_and_other_scripts_stay_short() -> None:
    plain = made(replace(LETTER, text="Dear Captain,\n\nWelcome.\n", html="<p>x</p>\n"))
    assert b"\r\n\r\nDear Captain,\r\n\r\nWelcome.\r\n" in plain
    assert text_of(read(plain), "plain") == "Dear Captain,\n\nWelcome.\n"
    arabic = "معالي الوزير\n" * 20
    assert b"base64\r\n\r\n2YX" in made(replace(LETTER, text=arabic))
    assert text_of(read(made(replace(LETTER, text=arabic))), "plain") == arabic


@pytest.mark.parametrize(
    ("address", "written", "international"),
    [
        ("astrid@port.org", "astrid@port.org", False),
        ("astrid@häfen.org", "astrid@xn--hfen-loa.org", False),
        ("王@例子.org", "王@xn--fsqu00a.org", True),
    ],
)
def test_only_addresses_that_are_not_ascii_before_the_at_need_an_international_server(
    address: str, written: str, international: bool
) -> None:
    content = made(recipient=replace(ASTRID, email=address))
    assert f"<{written}>\r\n".encode() in content
    assert content.isascii() is not international


def test_a_message_id_says_nothing_and_is_the_same_for_the_same_copy() -> None:
    one = message_id("HB/CAP 1.0 cleared", 17, ASTRID.key, "Board <board@häfen.org>")
    assert one == message_id("HB/CAP 1.0 cleared", 17, ASTRID.key, "board@häfen.org")
    assert one.endswith("@xn--hfen-loa.org>")
    others = {
        message_id("HB/CAP 1.1 cleared", 17, ASTRID.key, "board@häfen.org"),
        message_id("HB/CAP 1.0 cleared", 18, ASTRID.key, "board@häfen.org"),
        message_id("HB/CAP 1.0 cleared", 17, "x", "board@häfen.org"),
    }
    assert len({one, *others}) == 4
    with pytest.raises(BriefsError, match="the sender is not an email address"):
        message_id("HB/CAP 1.0 cleared", 17, "x", "Harbour Board")


def wrong() -> Iterator[tuple[str, dict[str, Any]]]:
    bad = "x\r\nBcc: spy@port.org"
    yield "the name in row 7 of list.csv", {"recipient": replace(ASTRID, name=bad)}
    yield "the address in row 7 of list.csv", {"recipient": replace(ASTRID, email=f"a@port.org{bad}")}
    yield "the address in row 7 of list.csv", {"recipient": replace(ASTRID, email="")}
    yield "the address in row 7 of list.csv", {"recipient": replace(ASTRID, email="a@port.org, spy@port.org")}
    yield "the subject of the letter", {"letter": replace(LETTER, subject=bad)}
    yield "`from` of the letter", {"letter": replace(LETTER, sender=f"{bad} <a@port.org>")}
    yield "`reply-to` of the letter", {"letter": replace(LETTER, reply_to=f"{bad} <a@port.org>")}
    yield "the language of the letter", {"letter": replace(LETTER, language=bad)}
    yield "the Message-ID", {"message_id": f"<a@b.org>{bad}"}
    yield "the sender", {"sender": bad}
    yield "the name of an attachment", {"files": (replace(FILES[0], name=bad),)}
    yield "the name of an attachment", {"files": (replace(FILES[0], name="../a.pdf"),)}
    yield "the name of an attachment", {"files": (replace(FILES[0], name=" "),)}


@pytest.mark.parametrize(("what", "given"), list(wrong()))
def test_no_value_becomes_a_field(what: str, given: dict[str, Any]) -> None:
    with pytest.raises(BriefsError) as caught:
        made(**given)
    assert str(caught.value).startswith(what)
    assert "spy" not in f"{caught.value} {caught.value.hint}"


def test_a_recipient_of_no_list_is_named_without_a_row() -> None:
    with pytest.raises(BriefsError, match="the address in the list of recipients"):
        made(recipient=Recipient("A", "captains"))

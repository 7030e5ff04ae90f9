"""What comes back is read from reports of any server, and matched with the copy that could not be delivered."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.mailing.bounces import matched, read_bounces, with_bounces
from briefs.model.diagnostics import BriefsError
from tests.mailing.outboxes import message_id, recipients, write_distribution

HEAD = """\
From: MAILER-DAEMON@mail.test
To: chair@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="b"
{more}
--b

Your message could not be delivered.
--b
Content-Type: message/{status}

Reporting-MTA: dns; mail.test

Final-Recipient: {address}
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <r2@example.org>: Recipient address
 rejected: User unknown

"""
RETURNED = {
    "message/rfc822": "Subject: Your brief\nMessage-ID: {id}\n\nDear Minister,\n",
    "text/rfc822-headers": "Subject: Your brief\nMessage-ID:\n {id}\n",
    "message/global": "Subject: Your brief\nMessage-ID: {id}\n\nDear Minister,\n",
    "message/global-headers": "Subject: Your brief\nMessage-ID: {id}\n",
}


def report(
    action: str = "failed",
    returned: str = "message/rfc822",
    number: int = 2,
    address: str = "rfc822; somebody.else@example.net",
    kind: str = "delivery-status",
    status: str = "delivery-status",
    more: str = "",
) -> str:
    """A report on a copy, or on no copy if nothing is `returned`."""
    text = HEAD.format(kind=kind, status=status, address=address, action=action, more=more)
    if returned:
        text += f"--b\nContent-Type: {returned}\n\n{RETURNED[returned].format(id=message_id(number))}\n"
    return f"{text}--b--\n"


def read(tmp_path: Path, *texts: str) -> tuple[dict[int, str], int, int, int]:
    """Which copies bounced, and how many messages could not be matched, are broken, or are others."""
    folder = tmp_path / "back"
    folder.mkdir()
    for index, text in enumerate(texts):
        (folder / f"{index}.eml").write_bytes(text.replace("\n", "\r\n").encode())
    found = read_bounces(folder)
    register = write_distribution(tmp_path / "edition", recipients(3))
    copies, unmatched = matched(found.bounced, {tmp_path: register})
    return copies.get(tmp_path, {}), len(unmatched), len(found.broken), found.others


@pytest.mark.parametrize("returned", RETURNED)
def test_the_message_that_came_back_tells_the_copy(tmp_path: Path, returned: str) -> None:
    words = "550 5.1.1 …: Recipient address rejected: User unknown"
    assert read(tmp_path, report(returned=returned)) == ({2: words}, 0, 0, 0)


def test_headers_of_an_answer_tell_it_too(tmp_path: Path) -> None:
    text = report(returned="", more=f"In-Reply-To: {message_id(3)}\n")
    assert list(read(tmp_path, text)[0]) == [3]


@pytest.mark.parametrize("address", ["rfc822; R1@example.org", "RFC822;<r1@example.org>", "utf-8; r1@example.org"])
def test_otherwise_the_address_does(tmp_path: Path, address: str) -> None:
    kind = "global-delivery-status" if "utf" in address else "delivery-status"
    assert list(read(tmp_path, report(returned="", address=address, kind=kind, status=kind))[0]) == [1]


def test_a_report_in_letters_of_any_script_may_be_encoded(tmp_path: Path) -> None:
    text = report(returned="", address="utf-8; r1@example.org", status="global-delivery-status")
    head, mark, rest = text.partition("Content-Type: message/global-delivery-status\n")
    fields, end, after = rest.partition("\n--b")
    encoded = base64.encodebytes(fields.strip().encode()).decode()
    found, *others = read(tmp_path, f"{head}{mark}Content-Transfer-Encoding: base64\n\n{encoded}{end}{after}")
    assert (list(found), others) == ([1], [0, 0, 0])


def test_a_report_on_another_message_to_the_same_address_is_of_no_copy(tmp_path: Path) -> None:
    assert read(tmp_path, report(number=99, address="rfc822; r1@example.org")) == ({}, 1, 0, 0)


def test_an_address_of_several_copies_tells_nothing(tmp_path: Path) -> None:
    back = tmp_path / "back"
    back.mkdir()
    (back / "1.eml").write_text(report(returned="", address="rfc822; r1@example.org"))
    register = write_distribution(tmp_path / "edition", recipients(1))
    found, unmatched = matched(read_bounces(back).bounced, {tmp_path / "a": register, tmp_path / "b": register})
    assert (found, len(unmatched)) == ({}, 1)


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", "Delayed (will try again)"])
def test_what_is_late_or_was_delivered_is_no_bounce(tmp_path: Path, action: str) -> None:
    assert read(tmp_path, report(action=action)) == ({}, 0, 0, 1)


def test_what_is_of_no_copy_is_told_and_what_is_broken_is_skipped(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        report(),
        report(returned="", address="rfc822; stranger@example.org"),
        "From: a@example.org\nSubject: Out of office\n\nI am away.\n",
        HEAD.partition("--b\nContent-Type: message")[0].format(kind="delivery-status", more=""),
        report(action=""),
        "",
        "\0\0\0",
    )
    assert found == ({2: "550 5.1.1 …: Recipient address rejected: User unknown"}, 1, 4, 1)


def test_folders_of_mail_programs_are_read(tmp_path: Path) -> None:
    for name in ("box/cur", "box/new", "box/tmp", "box/.Sent/cur", "box/.Sent/new", "files"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("box/cur/1700.M1:2,S", "box/new/1701.M2", "box/.Sent/cur/1702.M3", "files/a.EML"):
        (tmp_path / name).write_text(report())
    for name in ("box/tmp/1703", "files/notes.txt", "files/.hidden.eml"):
        (tmp_path / name).write_text(report())
    assert [one.path.relative_to(tmp_path).as_posix() for one in read_bounces(tmp_path).bounced] == [
        "box/.Sent/cur/1702.M3",
        "box/cur/1700.M1:2,S",
        "box/new/1701.M2",
        "files/a.EML",
    ]
    with pytest.raises(BriefsError, match="is no folder of messages"):
        read_bounces(tmp_path / "files/a.EML")


@pytest.mark.parametrize(
    "message",
    [
        report(more="References: <" + "a@" * 20_000),
        "Content-Type: multipart/report" + ";" * 30_000 + "\n\nx",
        "From: a\n" + "Content-Type: message/rfc822\n\n" * 1_000 + "x",
        "From: a\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1_000)),
    ],
    ids=["long field", "many parameters", "messages in messages", "parts in parts"],
)
def test_messages_that_are_made_to_take_very_long_are_broken(message: str, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(message)
    assert [one.name for one in read_bounces(tmp_path).broken] == ["a.eml"]


def test_a_diagnosis_is_not_repeated_and_one_that_lacks_is_made_up_for(tmp_path: Path) -> None:
    bare = report().replace(
        report()[report().index("Diagnostic-Code") : report().index("\n\n--b\nContent-Type: message/rfc")], ""
    )
    assert read(tmp_path, bare)[0] == {2: "5.1.1"}


def test_the_register_keeps_what_came_back(tmp_path: Path) -> None:
    register = write_distribution(tmp_path, recipients(2))
    changed = with_bounces(register, {2: "550 gone", 7: "of no copy"})
    assert changed.copies == (register.copies[0], replace(register.copies[1], bounced="550 gone"))

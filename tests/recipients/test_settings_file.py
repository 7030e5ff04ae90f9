"""`distribution.yaml` is read as other files of a project are, and nothing secret may stand in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefs.model.diagnostics import Checked
from briefs.model.distribution_settings import DistributionSettings
from briefs.recipients.reading import read_recipients
from briefs.recipients.settings_file import read_distribution
from tests.builders import REPOSITORY
from tests.recipients.lists import hints, said

MAIL = "mail:\n  sender: chair@example.org\n  host: smtp.example.org\n"


def settings(folder: Path, text: str) -> Checked[DistributionSettings]:
    (folder / "distribution.yaml").write_text(text, encoding="utf-8")
    return read_distribution(folder / "distribution.yaml", folder)


@pytest.mark.parametrize("text", [None, "", "# nothing yet\n"])
def test_a_project_can_do_without_settings(text: str | None, tmp_path: Path) -> None:
    read = read_distribution(tmp_path / "none.yaml", tmp_path) if text is None else settings(tmp_path, text)
    assert read == Checked(DistributionSettings())


def test_what_is_written_counts(tmp_path: Path) -> None:
    read = settings(tmp_path, f"sheet: Own\nformats: [docx]\ncolumns: {{name: Wer}}\n{MAIL}  port: 25\n").or_raise()
    assert (read.sheet, read.formats, read.columns.name) == ("Own", ("docx",), ("Wer",))
    assert read.mail is not None
    assert (read.mail.host, read.mail.port) == ("smtp.example.org", 25)


def test_all_mistakes_are_said_on_their_lines_and_the_rest_counts(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        "formats: pdf\nsheet: Own\ncolumns:\n  nmae: Wer\nmail:\n  sender: chair\n  host: smtp.example.org:25\n"
        '  security: none\nsigning: {certificate: "x}\n',
    )
    assert said(read)[:-1] == [
        '1: "formats" must be a list, even of one [field-invalid]',
        '4: unknown field "nmae" [field-unknown]',
        '6: "mail sender" is not a mail address: it has no @ [field-invalid]',
        '7: "mail host" must be the name of a server alone [field-invalid]',
    ]
    assert read.problems[-1].code == "yaml-syntax"
    assert read.value.sheet == "Own"
    assert hints(read)[3].endswith("host: smtp.example.org")


@pytest.mark.parametrize(
    "name", ["password", "Passwort", "pass_phrase", "pin", "secret", "api-key", "PWD", "private key"]
)
def test_a_secret_is_refused_without_being_said(name: str, tmp_path: Path) -> None:
    read = settings(tmp_path, f"{MAIL}  {name}: hunter2\n{name}: hunter2\n")
    assert said(read) == [
        f'{line}: "{name}" must not be written into a file of the project [secret-in-file]' for line in (4, 5)
    ]
    assert "keyring" in hints(read)[0]
    assert "hunter2" not in str(read.problems)
    assert read.value.mail is not None


def test_security_is_none_only_on_this_computer(tmp_path: Path) -> None:
    read = settings(tmp_path, f"{MAIL}  security: none\n")
    assert said(read)[0].startswith('4: "mail security" can be none only for a server on this computer')
    assert hints(read) == ["write\n    security: starttls"]


@pytest.mark.parametrize("path", ["keys/signing.p12", "./signing.pfx"])
def test_a_key_lies_outside_the_project(path: str, tmp_path: Path) -> None:
    read = settings(tmp_path, f"signing:\n  timestamp: https://time.example.org\n  certificate: {path}\n")
    assert [(one.place.line, one.code) for one in read.problems] == [(3, "key-in-project")]
    assert settings(tmp_path, "signing:\n  certificate: ../signing.p12\n").problems == ()
    assert settings(tmp_path, "signing:\n  certificate: ~nobody-here/signing.p12\n").problems != ()


def test_one_key_signs(tmp_path: Path) -> None:
    token = "pkcs11: {module: /usr/lib/x.so, token: Card, label: Key"
    assert settings(tmp_path, f"signing:\n  {token}}}\n").problems == ()
    read = settings(tmp_path, f"signing:\n  certificate: ../x.p12\n  {token}, pin: 1}}\n")
    assert [one.code for one in read.problems] == ["secret-in-file", "field-invalid"]
    read = settings(tmp_path, "signing: {certificate: ../x.pem}\n")
    assert said(read) == [
        '1: "signing certificate" must be a PKCS#12 file, which holds the certificate and its key [field-invalid]'
    ]


def test_another_encoding_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"sheet: \xd6st\n")
    assert [one.code for one in read_distribution(tmp_path / "x.yaml", tmp_path).problems] == ["file-encoding"]
    assert [one.code for one in read_distribution(tmp_path, tmp_path.parent).problems] == ["file-unreadable"]


def test_the_file_of_this_project_says_nothing_and_would_be_right_with_every_line(tmp_path: Path) -> None:
    path = REPOSITORY / "templates" / "distribution.yaml"
    assert read_distribution(path, REPOSITORY) == Checked(DistributionSettings())
    lines = path.read_text(encoding="utf-8").splitlines()
    whole = [re.sub(r"^# (?= *[a-z0-9_]+:)", "", line) for line in lines[1:]]
    read = settings(tmp_path, "\n".join(whole)).or_raise()
    assert read.mail is not None
    assert read.mail.host == "localhost"
    assert read.model_fields_set == set(DistributionSettings.model_fields)


def test_the_example_of_a_list_is_one(tmp_path: Path) -> None:
    path = REPOSITORY / "templates" / "recipients.example.csv"
    audiences = ("ministers", "ambassadors", "parliamentarians")
    found = read_recipients(path, DistributionSettings(), audiences, ("en-GB",), REPOSITORY).or_raise()
    assert {one.audience for one in found} == set(audiences)
    assert all(one.email.endswith("@example.org") and one.name.startswith("The ") for one in found)
    assert any(one.clears for one in found)

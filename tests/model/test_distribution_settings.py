"""Settings of a distribution have safe defaults, and refuse what would not be safe."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from briefs.model.distribution_settings import COLUMNS, DistributionSettings, Mail, is_loopback

MAIL = {"sender": "Office of the Chair <chair@example.org>", "host": "smtp.example.org"}


def mail(**fields: Any) -> Mail:
    return Mail.model_validate({**MAIL, **fields})


def wrong(**fields: Any) -> str:
    with pytest.raises(ValidationError) as raised:
        mail(**fields)
    return str(raised.value.errors()[0]["msg"])


def test_everything_may_be_left_out() -> None:
    settings = DistributionSettings()
    assert (settings.formats, settings.mail, settings.signing, settings.columns.headers()) == (("pdf",), None, None, {})


def test_the_port_is_the_usual_one_for_its_security() -> None:
    assert [mail(security=one, host="localhost").port for one in ("starttls", "tls", "none")] == [587, 465, 25]
    assert mail().security == "starttls"
    assert mail(port=2525).port == 2525


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])
def test_mail_may_go_unprotected_to_this_computer(host: str) -> None:
    assert is_loopback(host)
    assert mail(host=host, security="none").security == "none"


@pytest.mark.parametrize("host", ["smtp.example.org", "10.0.0.1", "localhost.example.org", "128.0.0.1"])
def test_mail_may_go_unprotected_to_no_other(host: str) -> None:
    assert not is_loopback(host)
    assert "none only for a server on this computer" in wrong(host=host, security="none")


@pytest.mark.parametrize(
    "host", ["smtp://smtp.example.org", "smtp.example.org:587", "user:hunter2@smtp.example.org", "a b"]
)
def test_a_host_is_the_name_of_a_server_alone(host: str) -> None:
    assert "it must be the name of a server" in wrong(host=host)
    assert "hunter2" not in wrong(host=host)


@pytest.mark.parametrize(
    "fields", [{"sender": "Chair"}, {"reply_to": "Chair <chair@example.org>"}, {"port": 0}, {"per_minute": 0}]
)
def test_other_values_that_cannot_be_are_refused(fields: dict[str, Any]) -> None:
    assert wrong(**fields)


def test_columns_have_the_names_by_which_they_are_read() -> None:
    columns = DistributionSettings.model_validate({"columns": {"copy": "No.", "name": ["A", "B"]}}).columns
    assert columns.headers() == {"name": ("A", "B"), "copy": ("No.",)}
    assert [field.alias or name for name, field in type(columns).model_fields.items()] == list(COLUMNS)


def test_formats_count_once() -> None:
    assert DistributionSettings.model_validate({"formats": ["pdf", "docx", "pdf"]}).formats == ("pdf", "docx")

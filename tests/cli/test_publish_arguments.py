"""The address that published pages will have."""

from __future__ import annotations

import pytest

from briefs.cli.arguments import parse_arguments


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://www.example.org/briefs", "https://www.example.org/briefs/"),
        ("http://intranet:8080/", "http://intranet:8080/"),
    ],
)
def test_an_address_is_that_of_a_folder(written: str, meant: str) -> None:
    assert parse_arguments(["publish", "--output", "site", "--url", written]).url == meant


@pytest.mark.parametrize(
    "wrong",
    ["www.example.org", "ftp://example.org/", "https:///a", "https://x.org/a b/", "https://x.org/<", "http://[/"],
)
def test_what_is_no_address_is_refused(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["publish", "--output", "site", "--url", wrong])
    assert "is not an address such as https://www.example.org/briefs/" in capsys.readouterr().err


def test_the_address_of_a_search_is_not_that_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["publish", "--output", "site", "--url", "https://x.org/?page=1"])
    assert "leave out what follows ? or #" in capsys.readouterr().err

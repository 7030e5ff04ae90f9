"""The paths of the server, without what guards them: what goes to the worker, and what comes back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest
from starlette.applications import Starlette

from briefs.preview.messages import Refusal
from briefs.preview.questions import QUESTIONS
from briefs.preview.serving import app
from briefs.preview.serving.app import ASKED, SAID, preview_app
from briefs.preview.serving.worker_client import EMPTY, Refused
from briefs.preview.shown.state_views import Variant


class Client:
    """A client that answers each question with it, as JSON; those of which it knows `refusals`, with these."""

    def __init__(self) -> None:
        self.state = EMPTY
        self.refusals: dict[str, Refusal] = {}
        self.watched: tuple[Variant, ...] = ()

    async def ask(self, name: str, given: Mapping[str, Any], patience: float | None = None) -> bytes:
        if name in self.refusals:
            raise Refused(self.refusals[name])
        return json.dumps([name, given]).encode()

    def watch(self, variants: tuple[Variant, ...]) -> None:
        self.watched = variants


@pytest.fixture
def client() -> Client:
    return Client()


def asked(served: Starlette, method: str, address: str, body: bytes = b"") -> tuple[int, str, bytes]:
    """The status, type and body of the answer to a request (ASGI specification, "HTTP & WebSocket")."""
    path, _, query = address.partition("?")
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1:1")],
    }
    asyncio.run(served(scope, receive, send))
    headers = dict(sent[0]["headers"])
    return sent[0]["status"], headers[b"content-type"].decode(), b"".join(one.get("body", b"") for one in sent)


def test_every_question_of_the_page_is_one_that_the_worker_answers() -> None:
    assert {"frame", "pages", "picture", *ASKED, *SAID} == QUESTIONS.keys()


@pytest.mark.parametrize("name", ["frame", "pages", *ASKED])
def test_arguments_in_the_address_go_to_the_worker(name: str, client: Client) -> None:
    status, sort, body = asked(preview_app(client), "GET", f"/{name}?brief=a%2Fb&unit=u3")  # type: ignore[arg-type]
    assert (status, json.loads(body)) == (200, [name, {"brief": "a/b", "unit": "u3"}])
    assert sort == ("text/html; charset=utf-8" if name == "frame" else "application/json")


def test_pictures_are_asked_for_by_name(client: Client) -> None:
    status, sort, body = asked(preview_app(client), "GET", "/picture/0a1b.png?width=800")  # type: ignore[arg-type]
    assert (status, sort, json.loads(body)) == (200, "image/png", ["picture", {"width": "800", "name": "0a1b"}])


@pytest.mark.parametrize("name", SAID)
def test_arguments_in_the_body_go_to_the_worker(name: str, client: Client) -> None:
    served = preview_app(client)  # type: ignore[arg-type]
    assert json.loads(asked(served, "POST", f"/{name}", b'{"block": "x"}')[2]) == [name, {"block": "x"}]
    assert asked(served, "GET", f"/{name}")[0] == 405
    for wrong in (b"{", b"[]", b"\xff", b"[" * 100_000, b'{"a": "\\ud800"}'):
        status, _, said = asked(served, "POST", f"/{name}", wrong)
        assert status == 400
        assert "JSON" in json.loads(said)["message"]


def test_refusals_are_json_with_the_status_of_the_worker(client: Client) -> None:
    client.refusals["unit"] = Refusal(409, "changed", "look again")
    status, sort, body = asked(preview_app(client), "GET", "/unit")  # type: ignore[arg-type]
    assert (status, sort, json.loads(body)) == (409, "application/json", {"message": "changed", "hint": "look again"})


@pytest.mark.parametrize(("address", "status"), [("/nothing", 404), ("/assets/..", 404), ("/unit?a=1&a=2", 400)])
def test_what_is_wrong_with_an_address_is_told_in_words(address: str, status: int, client: Client) -> None:
    found, _, body = asked(preview_app(client), "GET", address)  # type: ignore[arg-type]
    assert found == status
    assert json.loads(body)["message"].endswith(".")


def test_a_mistake_of_ours_is_told_in_words_and_raised_for_the_terminal(client: Client) -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        raise ZeroDivisionError

    scope = {"type": "http", "method": "POST", "path": "/check", "root_path": "", "query_string": b"", "headers": []}
    with pytest.raises(ZeroDivisionError):
        asyncio.run(preview_app(client)(scope, receive, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 500
    assert "mistake in the program" in json.loads(sent[1]["body"])["message"]


def test_a_brief_that_the_worker_has_lost_is_shown_as_it_was(client: Client) -> None:
    served = preview_app(client)  # type: ignore[arg-type]
    before = asked(served, "GET", "/frame?brief=a")
    client.refusals["frame"] = Refusal(404, "not there")
    assert asked(served, "GET", "/frame?brief=a") == before
    assert asked(served, "GET", "/frame?brief=b")[0] == 404


def test_the_page_and_what_it_loads_are_there(client: Client) -> None:
    served = preview_app(client)  # type: ignore[arg-type]
    assert asked(served, "GET", "/")[1] == "text/html; charset=utf-8"
    assert {asked(served, "GET", f"/assets/{name}")[0] for name in app.ASSETS} == {200}
    assert json.loads(asked(served, "GET", "/state")[2])["building"] == "starting"


def test_what_pages_show_is_told_to_the_worker(client: Client) -> None:
    served = preview_app(client)  # type: ignore[arg-type]
    assert asked(served, "POST", "/watch", b'{"page": "p", "variants": [{"brief": "b"}]}')[0] == 200
    assert client.watched == (Variant("b"),)
    assert asked(served, "POST", "/watch", b'{"page": "p"}')[0] == 400

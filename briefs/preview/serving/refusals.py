"""What is answered instead of the preview: why not, in words, and the page on which a browser gets the secrets."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse, JSONResponse, Response

from briefs.preview.serving.access import Access

HINT = "Open the link that “briefs preview” shows in its terminal. It is new each time that the preview starts."


class NotAdmitted(Exception):
    """Why a request is not let through: `status` is that of HTTP; `message` is for people and quotes nothing."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


def refusal_response(error: NotAdmitted, path: str) -> Response:
    """Why a request is not let through: as a page, where one was asked for, or else as JSON. The connection ends with
    it, because what may follow on it was not read."""
    headers = {"connection": "close"}
    if error.status == 405:
        headers["allow"] = "GET, POST"
    hint = HINT if error.status == 403 else ""
    if path == "/":
        return HTMLResponse(_page("Preview", error.message, hint), error.status, headers)
    return JSONResponse({"message": error.message, "hint": hint}, error.status, headers)


def entering_page(access: Access) -> Response:
    """The page for a link with the right token: it sets the cookie, and its script keeps the key and goes on to the
    preview, without the token in the address. A redirect would not do: if the link stands on a page of another site,
    browsers send no SameSite=Strict cookie with what follows (RFC 6265bis §5.2)."""
    key = f'<meta name="preview-key" content="{escape(access.key)}">'
    head = f'{key}<script type="module" src="/assets/entering.js"></script>'
    response = HTMLResponse(_page("Preview", "The preview is being opened.", "", head))
    response.headers["set-cookie"] = f"{access.cookie}; Path=/; HttpOnly; SameSite=Strict"
    return response


def _page(title: str, message: str, hint: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in (message, hint) if text)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>{head}</head>'
        f"<body><main><h1>{escape(title)}</h1>{paragraphs}</main></body></html>\n"
    )
